/** Where to set a clock that can be set, so that daily tips can be watched without waiting. */
import { Temporal } from 'temporal-polyfill';

const weekday = (timeZone: string) => new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'long' });
const day = (timeZone: string) => new Intl.DateTimeFormat('en-GB', { timeZone, day: 'numeric', month: 'long', year: 'numeric' });
const clock = (timeZone: string) => new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });

/** Writes what calendar and clock of a zone show, with the zone's name: "Friday 27 November 2026, 09:00 in Europe/Berlin". */
export function momentText(at: number, timeZone: string): string {
  return `${weekday(timeZone).format(at)} ${day(timeZone).format(at)}, ${clock(timeZone).format(at)} in ${timeZone}`;
}

/** Writes the day that the calendar of a zone shows: "27 November 2026". */
export function dayText(at: number, timeZone: string): string {
  return day(timeZone).format(at);
}

/** A place to jump to: the next tip, nine o'clock tomorrow, the day on which the clocks change; or back to the real time. */
export type ClockJump = 'next-tip' | 'tomorrow-nine' | 'clock-change' | 'back';

/**
 * Computes the moment to jump to; null where there is none: no tip is due, or the zone's clocks never change.
 * @param nextTipAt when the next tip is due, in milliseconds since 1970
 */
export function jumpTarget(jump: Exclude<ClockJump, 'back'>, now: number, timeZone: string, nextTipAt: number | null): number | null {
  const here = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone);
  switch (jump) {
    case 'next-tip':
      return nextTipAt;
    case 'tomorrow-nine':
      return here.add({ days: 1 }).withPlainTime('09:00').epochMilliseconds;
    case 'clock-change':
      // The beginning of that day, so that a tip in the doubled or the missing hour can still be watched.
      return here.startOfDay().add({ days: 1 }).getTimeZoneTransition('next')?.startOfDay().epochMilliseconds ?? null;
  }
}
