import { beforeEach, describe, expect, it } from 'vitest';
import type { ClockJump } from '../../src/core/tips/clock-jumps.js';
import { nextDue, type TipSchedule } from '../../src/core/tips/tips.js';
import { jumpClock } from '../../src/process/local-clock.js';

/** Tuesday, 1 December 2026, noon in Berlin. */
const START = Date.parse('2026-12-01T11:00:00Z');

describe('the clock of a Discord of one’s own', () => {
  let clock: number;
  let schedule: TipSchedule | null;
  beforeEach(() => {
    clock = START;
    const times = { timeZone: 'Europe/Berlin', time: '08:00', weekdays: [1, 2, 3, 4, 5, 6, 7] };
    schedule = { guildId: '1', channelId: '7', ...times, nextDueAt: nextDue(times, START, null).at, pausedBecause: null };
  });
  const jump = async (to: ClockJump): Promise<string> => {
    const store = { dueTips: async (at: number) => (schedule !== null && schedule.nextDueAt <= at ? [schedule] : []) };
    const tickTips = async (): Promise<void> => {
      if (schedule !== null) schedule = { ...schedule, nextDueAt: nextDue(schedule, clock, clock).at };
    };
    const set = (at: number): void => {
      clock = at;
    };
    return (await jumpClock(to, { service: { store, tickTips }, now: () => clock, set, channelName: () => '#tips' })).note;
  };

  it('says the day with its year, and the one tip that came', async () => {
    expect(await jump('next-tip')).toBe('It is Wednesday 2 December 2026, 08:00 in Europe/Berlin; one tip was due, in #tips.');
  });

  it('says of many tips on which days they came', async () => {
    // The clocks change on the last Sunday of March.
    expect(await jump('clock-change')).toBe(
      'It is Sunday 28 March 2027, 00:00 in Europe/Berlin, and the clocks change today; 116 tips were due, from 2 December 2026 to 27 March 2027, in #tips.',
    );
  });

  it('finds back, and says when the next tip comes', async () => {
    await jump('tomorrow-nine');
    expect(await jump('back')).toMatch(
      /, as it really is\. The next daily tip comes on Thursday 3 December 2026, 08:00 in Europe\/Berlin: a day that had one has no second\.$/,
    );
    schedule = null;
    expect(await jump('back')).toMatch(/, as it really is\.$/);
    expect(Math.abs(clock - Date.now())).toBeLessThan(60_000);
  });

  it('finds the next tip however far it was set ahead before it was set back', async () => {
    const far = START + 3 * 366 * 24 * 60 * 60_000;
    if (schedule) schedule = { ...schedule, nextDueAt: far };
    expect(await jump('next-tip')).toMatch(/; one tip was due, in #tips\.$/);
    expect(clock).toBe(far);
  });
});
