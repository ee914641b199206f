/**
 * The clock on the wall of a time zone, read from `Intl.DateTimeFormat` quarter hour by quarter hour: an oracle for due times that uses
 * no calendar arithmetic of its own. Zones of today shift at full quarters of an hour only.
 */
const QUARTER_MS = 15 * 60_000;

export interface WallClock {
  /** Every local day that the clock shows, in order, without the first and the last, which may be cut off. */
  readonly days: readonly string[];
  /** The local day of an instant. */
  dayOf(at: number): string;
  /**
   * The first instant at which the clock shows this time on this day. If it jumps over it: the instant at which it would have been shown
   * had the clock not jumped. Null if that is on another day.
   */
  due(day: string, time: string): number | null;
}

/** Reads the clock of a zone from one instant to another. */
export function readWallClock(timeZone: string, from: number, to: number): WallClock {
  // Swedish writes dates as ISO 8601 does: "2026-03-29 02:30".
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  const shown = new Map<string, number>();
  const jumps: { readonly last: string; readonly lastAt: number; readonly first: string }[] = [];
  let before = '';
  for (let at = Math.floor(from / QUARTER_MS) * QUARTER_MS; at <= to; at += QUARTER_MS) {
    const now = format.format(at);
    if (!shown.has(now)) shown.set(now, at);
    if (before !== '' && minutes(now) - minutes(before) > 15) jumps.push({ last: before, lastAt: at - QUARTER_MS, first: now });
    before = now;
  }
  const dayOf = (at: number): string => format.format(at).slice(0, 10);
  return {
    days: [...new Set([...shown.keys()].map((now) => now.slice(0, 10)))].sort().slice(1, -1),
    dayOf,
    due(day, time) {
      const wanted = `${day} ${time}`;
      const at = shown.get(wanted);
      if (at !== undefined) return at;
      const jump = jumps.find(({ last, first }) => last < wanted && wanted < first);
      if (jump === undefined) throw new Error(`${timeZone} ${wanted} is outside what was read`);
      const moved = jump.lastAt + (minutes(wanted) - minutes(jump.last)) * 60_000;
      return dayOf(moved) === day ? moved : null;
    },
  };
}

/** A time on the wall as a number of minutes, every day having 24 hours. */
function minutes(shown: string): number {
  return Date.parse(`${shown.replace(' ', 'T')}Z`) / 60_000;
}

/** The last Sunday of a month, 1 to 12, as "YYYY-MM-DD". */
export function lastSunday(year: number, month: number): string {
  // Day 0 of the next month is the last one of this.
  const day = new Date(Date.UTC(year, month, 0));
  day.setUTCDate(day.getUTCDate() - day.getUTCDay());
  return day.toISOString().slice(0, 10);
}
