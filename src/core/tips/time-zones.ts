/** Time zones as people type them. What schedules the tips, Temporal, decides which names there are. */
import { Temporal } from 'temporal-polyfill';
import { createZoneSearch, type ZoneSearch } from './zone-search.js';

/** What was typed as a time zone. */
export type ZoneReading =
  /** A name that can be scheduled, in its usual case. */
  | { readonly kind: 'zone'; readonly name: string }
  /** A distance from UTC that is the same all year, and places that have that time. */
  | { readonly kind: 'fixed'; readonly offset: FixedOffset; readonly places: readonly string[] }
  /** Anything else, and the places that it may mean. An abbreviation is one of these: "IST" is India's, Ireland's and Israel's time. */
  | { readonly kind: 'unclear'; readonly places: readonly string[] };

/** How far the clocks are ahead of UTC, in minutes. */
export type FixedOffset = number;

export interface TimeZones {
  /** Reads what was typed; what is no place's name comes with the places that it may mean. */
  read(typed: string, now: number): ZoneReading;
  /** Suggests zones for what was typed so far, best first: by city, country, abbreviation or offset, else by likeness; the usual ones for nothing. */
  suggest(typed: string, now: number, limit: number): readonly string[];
}

/** "UTC+2", "+02:00": nothing says when its summer time begins; a place does. */
const OFFSET = /^(?:utc|gmt)?\s*([+\-\u2212])\s*(\d{1,2})(?::?([0-5]\d))?$/i;
/** The farthest that a clock is from UTC anywhere, in minutes. */
const MAX_OFFSET = 14 * 60;
/** Letters, as no offset begins: Temporal would take one, or a whole date with a zone. */
const NAME = /^[a-z][\w+\-/]*$/i;
/**
 * Names of a time rather than of a place: "EST", "EST5EDT", "Etc/GMT+2". Most have no summer time where the places have one, and the others
 * are the time of several. Countries ("Japan", "NZ") are places.
 */
const NO_PLACE = /^(?:(?:Etc|System[Vv])\/.*|[A-Z]{2,4}T(?:[\d+-].*)?|Greenwich|Universal|Zulu)$/;
/** The same before a name has its usual case; "egypt" is one too many. */
const MAYBE_NO_PLACE = new RegExp(NO_PLACE, 'i');
/** As many places are offered for what was no name. */
const MAX_OFFERED = 6;

/** Makes what reads and suggests zones; `all` are their names. The index is built when something is first typed. */
export function createTimeZones(all: readonly string[]): TimeZones {
  let made: ZoneSearch | null = null;
  const search = (): ZoneSearch => {
    made ??= createZoneSearch(all.filter((name) => name === UTC || !NO_PLACE.test(name)));
    return made;
  };
  const placesAt = (offset: FixedOffset, now: number): readonly string[] => search().usual.filter((name) => offsetOf(name, now) === offset);

  const suggest: TimeZones['suggest'] = (typed, now, limit) => {
    if (typed.trim() === '') return search().usual.slice(0, limit);
    const { exact, begun } = search().called(typed);
    if (exact.length + begun.length > 0) return [...exact, ...begun].slice(0, limit);
    const offset = fixedOffset(typed, now);
    if (offset !== null) return placesAt(offset, now).slice(0, limit);
    return OFFSET.test(typed.trim()) ? [] : search().like(typed).slice(0, limit);
  };

  return {
    suggest,
    read(typed, now) {
      const name = nameOf(typed);
      if (name !== null && !NO_PLACE.test(name)) return { kind: 'zone', name };
      const offset = fixedOffset(typed, now);
      if (offset === 0) return { kind: 'zone', name: UTC };
      const { exact } = search().called(typed);
      const places = exact.length > 0 ? exact.slice(0, MAX_OFFERED) : suggest(typed, now, MAX_OFFERED);
      return offset === null ? { kind: 'unclear', places } : { kind: 'fixed', offset, places };
    },
  };
}

const UTC = 'UTC';

/** The zone in its usual case; null where there is none, or none that can be scheduled. */
function nameOf(typed: string): string | null {
  const text = typed.normalize('NFKC').trim();
  try {
    return NAME.test(text) ? Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text).timeZoneId : null;
  } catch {
    return null;
  }
}

function offsetOf(zone: string, at: number): FixedOffset {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).offsetNanoseconds / 60e9;
}

/**
 * Finds how far what somebody has typed or set ("EST", "Etc/GMT+2", "UTC+2") is from UTC; null for places, for what has summer time, and
 * for what is no time zone. The sign of "Etc/GMT+2" is the other way round: it is behind UTC.
 */
export function fixedOffset(typed: string, at: number): FixedOffset | null {
  const text = typed.normalize('NFKC').trim();
  const [, sign, hours, minutes = '0'] = OFFSET.exec(text) ?? [];
  if (hours !== undefined) {
    const size = Number(hours) * 60 + Number(minutes);
    return size > MAX_OFFSET ? null : sign === '+' ? size : -size;
  }
  const name = MAYBE_NO_PLACE.test(text) ? nameOf(text) : null;
  if (name === null || !NO_PLACE.test(name)) return null;
  const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(name);
  return there.getTimeZoneTransition('next') === null ? offsetOf(name, at) : null;
}

/** Says what such a time is: "5 hours behind UTC all year round, without summer time". */
export function fixedOffsetText(offset: FixedOffset): string {
  const size = Math.abs(offset);
  const parts = [count(Math.floor(size / 60), 'hour'), count(size % 60, 'minute')].filter(Boolean).join(' and ');
  return `${parts} ${offset < 0 ? 'behind' : 'ahead of'} UTC all year round, without summer time`;
}

function count(number: number, unit: string): string {
  return number === 0 ? '' : `${number} ${unit}${number === 1 ? '' : 's'}`;
}
