/**
 * The daily tip: which one, and when. Pure: the clock and what was shown come in.
 *
 * When:
 * - A tip is due once on every local day whose weekday is allowed, at the schedule's wall-clock time in its time zone.
 * - A time that the clock jumps over in spring moves forward by the gap (02:30 becomes 03:30); of a time that comes twice in autumn the
 *   first counts. This is Temporal's "compatible" rule.
 * - A day that a zone leaves out (Pacific/Apia had no 2011-12-30) has no tip. Neither has a day on which the moved time would be past
 *   midnight: a tip belongs to its own local day or is not posted. (America/Nuuk jumps from 23:00 to 00:00 on a Saturday in spring.)
 * - A local day never sees two tips, not even when the zone is changed: the next day must be later than the day on which, in the zone
 *   that holds now, the last tip was claimed. Nor does a calendar date, which the store sees to: who moves west past a date that had its
 *   tip waits for the next.
 * - A tip that is late, after an outage, is posted while it is at most MAX_LATENESS_MS late and its day is not over. Otherwise the day
 *   is skipped: it has a tip only where the schedule is given a later time on it.
 *
 * Which:
 * - Tips come in rounds ("cycles"). Within a round none comes twice before all that exist were shown; each round has an order of its own,
 *   and so has each server. A new round does not begin with the tip shown last, unless there is only one.
 * - A tip added in mid-round joins the current round, a removed one leaves it; the order of the others stays.
 * - The order is a calculation, not a stored list: every process comes to the same tip from the same history.
 */
import { Temporal } from 'temporal-polyfill';

/** Why a schedule rests, until somebody sets it anew or the reason is gone. */
export type TipPause = 'channel-gone' | 'no-permission' | 'no-tips';

/** When and where a server gets its daily tip. */
export interface TipSchedule {
  readonly guildId: string;
  readonly channelId: string;
  /** IANA name, such as "Europe/Berlin". */
  readonly timeZone: string;
  /** Local wall-clock time, "HH:MM". */
  readonly time: string;
  /** ISO days of the week, 1 Monday to 7 Sunday, ascending, at least one. */
  readonly weekdays: readonly number[];
  /** Milliseconds since 1970. */
  readonly nextDueAt: number;
  readonly pausedBecause: TipPause | null;
}

/** What a server was shown. */
export interface TipHistory {
  /** Rounds through all tips that were begun, from 0; the current one is the last. */
  readonly cycle: number;
  /** Tips claimed in the current round, also where it is unknown whether they were posted. */
  readonly shown: readonly string[];
  /** The tip claimed last, in this round or the one before; null before the first. */
  readonly last: string | null;
  /** When the last delivery was claimed, in milliseconds since 1970; null before the first. */
  readonly lastAt: number | null;
}

/** One delivery of one local day. */
export interface ClaimedTip {
  readonly guildId: string;
  readonly channelId: string;
  /** The local day it is for, "YYYY-MM-DD", in the schedule's time zone. */
  readonly localDate: string;
  /** Null for a day that is skipped. */
  readonly tipId: string | null;
  readonly cycle: number;
  /** Milliseconds since 1970. */
  readonly claimedAt: number;
}

/** The latest that a tip is still posted after its time, in milliseconds: a restart is bridged, an outage is not made up for. */
export const MAX_LATENESS_MS = 2 * 60 * 60 * 1000;

/** Days to look ahead for the next allowed one: a week, once more if that day has no tip (see above), and slack for zones that moved. */
const MAX_DAYS_AHEAD = 22;

/** What decides when a schedule is due. */
export type TipTimes = Pick<TipSchedule, 'timeZone' | 'time' | 'weekdays'>;

/** Returns the calendar day of an instant in a time zone, as "YYYY-MM-DD". */
export function localDate(timeZone: string, at: number): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/**
 * Finds when a schedule is due next, and the local day that this is.
 * @param after the due instant is later than this
 * @param lastAt when the last tip was claimed; null where none was
 * @throws RangeError for an unknown time zone, a malformed time, or no weekday
 */
export function nextDue(schedule: TipTimes, after: number, lastAt: number | null): { at: number; localDate: string } {
  const time = Temporal.PlainTime.from(schedule.time);
  const lastDay = lastAt === null ? null : localDate(schedule.timeZone, lastAt);
  const today = Temporal.PlainDate.from(localDate(schedule.timeZone, after));
  const dayAfterLast = lastDay === null ? today : Temporal.PlainDate.from(lastDay).add({ days: 1 });
  const first = Temporal.PlainDate.compare(dayAfterLast, today) > 0 ? dayAfterLast : today;
  for (let ahead = 0; ahead < MAX_DAYS_AHEAD; ahead++) {
    const day = first.add({ days: ahead });
    if (!schedule.weekdays.includes(day.dayOfWeek)) continue;
    const due = day.toPlainDateTime(time).toZonedDateTime(schedule.timeZone, { disambiguation: 'compatible' });
    // A missing day, or a gap that ends at midnight, is mapped into the day after, which has a tip of its own.
    if (!due.toPlainDate().equals(day)) continue;
    if (due.epochMilliseconds > after) return { at: due.epochMilliseconds, localDate: day.toString() };
  }
  throw new RangeError(`weekdays must name a day from 1 to 7, got [${schedule.weekdays.join(', ')}]`);
}

/**
 * Ranks a key pseudo-randomly: FNV-1a over its UTF-16 units (Fowler, Noll and Vo, RFC 9923: offset basis 0x811c9dc5, prime 0x01000193),
 * then the finaliser of MurmurHash3 (Appleby), because the last characters of a key barely reach the upper bits of FNV.
 */
function rank(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * Picks the next tip for a server; null where there are none.
 * @param tips ids of the tips that exist now, in any order
 */
export function pickTip(tips: readonly string[], history: TipHistory, guildId: string): { tipId: string; cycle: number } | null {
  const left = tips.filter((tip) => !history.shown.includes(tip));
  const cycle = left.length > 0 ? history.cycle : history.cycle + 1;
  const round = left.length > 0 ? left : tips;
  const others = round.filter((tip) => tip !== history.last);
  // Each tip has a place of its own in a round's order, so that added and removed tips do not move the others.
  const place = (tip: string): number => rank(`${guildId}/${cycle}/${tip}`);
  const [first] = [...(others.length > 0 ? others : round)].sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
  return first === undefined ? null : { tipId: first, cycle };
}

/** What to do with a schedule that is due. */
export type TipPlan =
  | { readonly kind: 'post'; readonly localDate: string; readonly nextDueAt: number; readonly tipId: string; readonly cycle: number }
  | { readonly kind: 'skip' | 'no-tips'; readonly localDate: string; readonly nextDueAt: number };

/** Decides what to do with a schedule that is due. */
export function planTip(schedule: TipSchedule, history: TipHistory, tips: readonly string[], now: number): TipPlan {
  const { timeZone, nextDueAt: dueAt } = schedule;
  const day = localDate(timeZone, dueAt);
  const today = localDate(timeZone, now);
  // The zone may have changed, or the last tip been tried again, after this due time was computed.
  const hadOne = history.lastAt !== null && localDate(timeZone, history.lastAt) >= today;
  if (now - dueAt > MAX_LATENESS_MS || day !== today || hadOne) {
    // The day after it may be due as well, and not too late.
    const after = Math.max(dueAt, now - MAX_LATENESS_MS - 1);
    return { kind: 'skip', localDate: day, nextDueAt: nextDue(schedule, after, history.lastAt).at };
  }
  const next = { localDate: day, nextDueAt: nextDue(schedule, now, now).at };
  const picked = pickTip(tips, history, schedule.guildId);
  return picked === null ? { kind: 'no-tips', ...next } : { kind: 'post', ...next, ...picked };
}
