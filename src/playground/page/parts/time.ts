const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const seconds = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const short = new Intl.DateTimeFormat('en-GB', { day: '2-digit', month: '2-digit', year: 'numeric' });
const long = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
const full = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

const DAY_MS = 24 * 60 * 60_000;

/** Discord's units for "in 3 days", the longest first. */
const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * DAY_MS],
  ['month', 30 * DAY_MS],
  ['day', DAY_MS],
  ['hour', 60 * 60_000],
  ['minute', 60_000],
  ['second', 1000],
];

/** Writes an instant in one of the styles of Discord's timestamps (documentation: message formatting). */
export function timestampText(at: number, style: string, now: number): string {
  switch (style) {
    case 't':
      return clock.format(at);
    case 'T':
      return seconds.format(at);
    case 'd':
      return short.format(at);
    case 'D':
      return long.format(at);
    case 'F':
      return `${full.format(at)}, ${clock.format(at)}`;
    case 'R': {
      const [unit, ms] = UNITS.find(([, size]) => Math.abs(at - now) >= size) ?? ['second', 1000];
      return relative.format(Math.round((at - now) / ms), unit);
    }
    default:
      return `${long.format(at)}, ${clock.format(at)}`;
  }
}

const dayOf = (at: number): number => new Date(at).setHours(0, 0, 0, 0);

/** Writes when a message was written, as seen from the playground's now. */
export function messageTime(at: number, now: number): string {
  const days = Math.round((dayOf(now) - dayOf(at)) / DAY_MS);
  if (days === 0) return `Today at ${clock.format(at)}`;
  return days === 1 ? `Yesterday at ${clock.format(at)}` : `${short.format(at)} ${clock.format(at)}`;
}

const clockFace = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** Writes an instant for the clock in the corner. */
export const clockText = (at: number): string => clockFace.format(at);

const zone = new Intl.DateTimeFormat('en-GB', { timeZoneName: 'short' });

/** Names the time zone in which all times are written: the browser's. */
export const zoneName = (at: number): string => zone.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';

/** Names that zone by its place: "Europe/Berlin". */
export const zonePlace = (): string => zone.resolvedOptions().timeZone;

/** Writes the time of day. */
export const timeOfDay = (at: number): string => clock.format(at);

/** Writes a day in full. */
export const dayText = (at: number): string => full.format(at);

/** Tells whether two instants fall on one day. */
export const sameDay = (one: number, other: number): boolean => dayOf(one) === dayOf(other);
