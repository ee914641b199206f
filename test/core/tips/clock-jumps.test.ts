import { describe, expect, it } from 'vitest';
import { jumpTarget, momentText } from '../../../src/core/tips/clock-jumps.js';
import { lastSunday } from '../../support/wall-clock.js';

const at = (iso: string): number => Date.parse(iso);
const iso = (time: number | null): string | null => (time === null ? null : new Date(time).toISOString());

describe('a jump of the clock', () => {
  it('leads to the next tip, where there is one', () => {
    expect([jumpTarget('next-tip', 5, 'UTC', 7), jumpTarget('next-tip', 5, 'UTC', null)]).toEqual([7, null]);
  });

  it('leads to nine o’clock of the day after, by the clock of the zone', () => {
    // New York is four hours behind in summer: there it is still the 14th.
    expect(iso(jumpTarget('tomorrow-nine', at('2026-07-15T03:59:00Z'), 'America/New_York', null))).toBe('2026-07-15T13:00:00.000Z');
    expect(iso(jumpTarget('tomorrow-nine', at('2026-07-15T03:59:00Z'), 'UTC', null))).toBe('2026-07-16T09:00:00.000Z');
  });

  // In the European Union the clocks change on the last Sundays of March and October (Directive 2000/84/EC), from and to UTC+2 in Berlin.
  it.each([2026, 2027, 2028, 2033])('leads to the start of the day on which the clocks change, in %i', (year) => {
    const [spring, autumn] = [lastSunday(year, 3), lastSunday(year, 10)];
    const jump = (from: string): string | null => iso(jumpTarget('clock-change', at(from), 'Europe/Berlin', null));
    const startOf = { spring: iso(at(`${spring}T00:00:00+01:00`)), autumn: iso(at(`${autumn}T00:00:00+02:00`)) };
    expect([jump(`${year}-01-15T12:00:00Z`), jump(`${year}-07-15T12:00:00Z`)]).toEqual([startOf.spring, startOf.autumn]);
    // On the day itself, to the next one.
    expect(jump(`${spring}T12:00:00Z`)).toBe(startOf.autumn);
  });

  it('leads nowhere where the clocks never change', () => {
    expect(jumpTarget('clock-change', at('2026-01-15T12:00:00Z'), 'Asia/Kolkata', null)).toBeNull();
  });
});

describe('a moment in words', () => {
  it('is what calendar and clock of the zone show, with its name', () => {
    const moment = at('2026-11-26T23:05:00Z');
    expect(momentText(moment, 'Europe/Berlin')).toBe('Friday 27 November 2026, 00:05 in Europe/Berlin');
    expect(momentText(moment, 'UTC')).toBe('Thursday 26 November 2026, 23:05 in UTC');
  });
});
