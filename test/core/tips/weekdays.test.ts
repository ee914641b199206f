import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseWeekdays, weekdaysText } from '../../../src/core/tips/weekdays.js';

const NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const ALL = [1, 2, 3, 4, 5, 6, 7];

describe('days of the week as people type them', () => {
  it.each([
    ['every day', ALL],
    ['Everyday', ALL],
    ['daily', ALL],
    ['all days', ALL],
    ['always', ALL],
    ['weekdays', [1, 2, 3, 4, 5]],
    ['working days', [1, 2, 3, 4, 5]],
    ['workdays', [1, 2, 3, 4, 5]],
    ['weekend', [6, 7]],
    ['weekends', [6, 7]],
    ['Monday to Friday', [1, 2, 3, 4, 5]],
    ['Mon-Fri', [1, 2, 3, 4, 5]],
    ['mon – fri', [1, 2, 3, 4, 5]],
    ['Tue through Thu', [2, 3, 4]],
    ['monday, wed and saturday', [1, 3, 6]],
    ['Mon/Wed/Fri', [1, 3, 5]],
    ['mo; we', [1, 3]],
    ['Mondays and Thursdays', [1, 4]],
    ['Mon & Tue', [1, 2]],
    ['Wed.', [3]],
    ['Weds', [3]],
    ['thurs', [4]],
    ['Mon-Wed, Sat', [1, 2, 3, 6]],
    ['saturday to monday', [1, 6, 7]],
    ['Sunday to Saturday', ALL],
    ['mon-mon', [1]],
    ['sun, mon, sun', [1, 7]],
    ['Monday, Wednesday, and Friday', [1, 3, 5]],
    ['  TUESDAY  ', [2]],
    ['mon wed fri', [1, 3, 5]],
    ['monday tuesday', [1, 2]],
    ['Mon.Wed.Fri.', [1, 3, 5]],
    ['mon + tue', [1, 2]],
    ['Mon.-Fri.', [1, 2, 3, 4, 5]],
    ['Mon—Wed', [1, 2, 3]],
    ['mon-wed sat-sun', [1, 2, 3, 6, 7]],
    ['every weekday', [1, 2, 3, 4, 5]],
    ['weekdays only', [1, 2, 3, 4, 5]],
    ['on weekdays', [1, 2, 3, 4, 5]],
    ['weekdays and saturday', [1, 2, 3, 4, 5, 6]],
    ['the weekend', [6, 7]],
    ['every monday', [1]],
    ['on Mondays and Thursdays', [1, 4]],
    ['all week', ALL],
    ['the whole week', ALL],
    ['1-5', [1, 2, 3, 4, 5]],
    ['1, 3, 5', [1, 3, 5]],
    ['mon, 7', [1, 7]],
    ['6-1', [1, 6, 7]],
    ['not sundays', [1, 2, 3, 4, 5, 6]],
    ['every day except sunday', [1, 2, 3, 4, 5, 6]],
    ['daily but not on weekends', [1, 2, 3, 4, 5]],
    ['weekdays, except for wednesday and friday', [1, 2, 4]],
    ['not mon, not tue', [3, 4, 5, 6, 7]],
    ['Mo-Fr', [1, 2, 3, 4, 5]],
    ['Mo, Mi, Do', [1, 3, 4]],
    ['Di bis Sa', [2, 3, 4, 5, 6]],
    ['So', [7]],
    ['montags', [1]],
    ['Montag und Freitag', [1, 5]],
    ['jeden Sonnabend', [6]],
    ['werktags', [1, 2, 3, 4, 5]],
    ['täglich', ALL],
    ['Ta\u0308glich', ALL],
    ['jeden Tag außer Sonntag', [1, 2, 3, 4, 5, 6]],
    ['am Wochenende', [6, 7]],
  ])('reads "%s"', (typed, days) => {
    expect(parseWeekdays(typed)).toEqual(days);
  });

  it.each([
    '',
    '   ',
    ',',
    'and',
    'never',
    'm',
    't',
    's',
    'mond y',
    'mon-',
    '-mon',
    'mon-fri-sun',
    'mon to',
    'holidays',
    '0',
    '8',
    '0-6',
    '12',
    'mondayy',
    'every other day',
    'every second monday',
    'every week',
    'mon wed fry',
    'not',
    'no',
    'not every day',
    'weekdays except weekdays',
    'never on sunday',
    'every day except',
    'mon--fri',
    'constructor',
  ])('takes "%s" for no days', (typed) => {
    expect(parseWeekdays(typed)).toBeNull();
  });

  it('reads what weekdays are called after each other, in any order, ascending and once each', () => {
    const days = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 14 });
    const separator = fc.constantFrom(', ', ' and ', ' & ', ';', '/', ',', ' ', ' und ');
    const length = fc.integer({ min: 2, max: 9 });
    fc.assert(
      fc.property(days, separator, length, (numbers, between, letters) => {
        const typed = numbers.map((day) => NAMES[day - 1]?.slice(0, letters)).join(between);
        expect(parseWeekdays(typed)).toEqual([...new Set(numbers)].sort());
      }),
    );
  });

  it('reads a range as every day from the first to the last, over the end of the week where it must', () => {
    const day = fc.integer({ min: 1, max: 7 });
    fc.assert(
      fc.property(day, day, (from, to) => {
        const days = ALL.map((_, i) => ((from - 1 + i) % 7) + 1);
        const expected = days.slice(0, days.indexOf(to) + 1).sort();
        expect(parseWeekdays(`${NAMES[from - 1]} to ${NAMES[to - 1]}`)).toEqual(expected);
      }),
    );
  });

  it('reads a week without some days as the others', () => {
    fc.assert(
      fc.property(fc.subarray(ALL, { minLength: 1, maxLength: 6 }), (days) => {
        const typed = `every day except ${days.map((day) => NAMES[day - 1]).join(' and ')}`;
        expect(parseWeekdays(typed)).toEqual(ALL.filter((day) => !days.includes(day)));
      }),
    );
  });

  it('reads what the settings show', () => {
    fc.assert(
      fc.property(fc.subarray(ALL, { minLength: 1 }), (days) => {
        expect(parseWeekdays(weekdaysText(days))).toEqual(days);
      }),
    );
  });

  it('ends for any text, and gives days or nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (typed) => {
        const days = parseWeekdays(typed);
        expect(days === null || (days.length > 0 && days.every((one) => ALL.includes(one)))).toBe(true);
      }),
    );
  });
});

describe('the names of weekdays', () => {
  it.each([
    [[1, 2, 3, 4, 5, 6, 7], 'every day'],
    [[1, 2, 3, 4, 5], 'Monday to Friday'],
    [[1, 3], 'Monday, Wednesday'],
    [[6, 7], 'Saturday, Sunday'],
    [[7], 'Sunday'],
    [[1, 2, 3, 5], 'Monday to Wednesday, Friday'],
    [[1, 4, 5, 6, 7], 'Monday, Thursday to Sunday'],
  ])('of %j are "%s"', (weekdays, text) => {
    expect(weekdaysText(weekdays)).toBe(text);
  });
});
