import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTime } from '../../../src/core/tips/clock-time.js';

describe('a time of day that is typed', () => {
  it.each([
    ['9', '09:00'],
    ['09:00', '09:00'],
    ['9:30', '09:30'],
    [' 21.15 ', '21:15'],
    ['21 : 15', '21:15'],
    ['9,30', '09:30'],
    ['9 30', '09:30'],
    ['9h', '09:00'],
    ['9h30', '09:30'],
    ['21h', '21:00'],
    ['930', '09:30'],
    ['0930', '09:30'],
    ['0930 hrs', '09:30'],
    ['100', '01:00'],
    ['9am', '09:00'],
    ['9 AM', '09:00'],
    ['930pm', '21:30'],
    ['9:30 pm', '21:30'],
    ['9:30 p.m.', '21:30'],
    ['9:30 P. M.', '21:30'],
    ['12am', '00:00'],
    ['12:05 am', '00:05'],
    ['12pm', '12:00'],
    ['0', '00:00'],
    ['00:00', '00:00'],
    ['23:59', '23:59'],
    ['９：３０', '09:30'],
  ])('%j is read as %s', (typed, time) => {
    expect(parseTime(typed)).toBe(time);
  });

  it.each([
    ['noon', '12:00'],
    ['midday', '12:00'],
    ['12 noon', '12:00'],
    ['12:00 noon', '12:00'],
    ['at noon', '12:00'],
    ['midnight', '00:00'],
    ['12 midnight', '00:00'],
    ["9 o'clock", '09:00'],
    ['9 o’clock', '09:00'],
    ["nine o'clock", '09:00'],
    ['at 9', '09:00'],
    ['At 9:30 pm.', '21:30'],
    ['9 in the morning', '09:00'],
    ["9 o'clock in the morning", '09:00'],
    ['3 in the afternoon', '15:00'],
    ['12:30 in the afternoon', '12:30'],
    ['9:30 in the evening', '21:30'],
    ['10 at night', '22:00'],
    ['nine', '09:00'],
    ['half past nine', '09:30'],
    ['half past 9 in the evening', '21:30'],
    ['quarter past 9', '09:15'],
    ['a quarter to nine', '08:45'],
    // As "one" is 01:00.
    ['quarter to one', '00:45'],
    ['half past twelve', '12:30'],
  ])('%j, in words, is read as %s', (typed, time) => {
    expect(parseTime(typed)).toBe(time);
  });

  it.each([
    ['9 Uhr', '09:00'],
    ['9 uhr 30', '09:30'],
    ['9:30 Uhr', '09:30'],
    ['9.30 h', '09:30'],
    ['um 9 Uhr', '09:00'],
    ['9 Uhr morgens', '09:00'],
    ['9 Uhr abends', '21:00'],
    ['12 Uhr mittags', '12:00'],
    ['Mitternacht', '00:00'],
  ])('%j, in German, is read as %s', (typed, time) => {
    expect(parseTime(typed)).toBe(time);
  });

  it.each([
    '',
    '24',
    '25',
    '24:00',
    '9:60',
    '9:75',
    '9:3',
    '1260',
    '2460',
    '12345',
    '0am',
    '13pm',
    '13 pm',
    '1330 pm',
    '9a',
    '9m',
    '-9',
    '9:30:00',
    '9-10',
    '9 or 10',
    'at',
    "o'clock",
    'uhr',
    'pm',
    'half past',
    'half past 13 pm',
    'quarter past 9:30',
    // Nobody means noon by it, nor one in the night by the evening.
    '12 in the morning',
    '12 in the evening',
    '1 in the evening',
    '9 in the afternoon',
    // The one is half past eight, the other half past nine, according to whom you ask.
    'half nine',
    'halb zehn',
    'later',
    'constructor',
    '٩',
  ])('%j is no time', (typed) => {
    expect(parseTime(typed)).toBeNull();
  });

  it('is read in any of the usual spellings of every minute of the day', () => {
    for (let minutes = 0; minutes < 24 * 60; minutes++) {
      const [hour, minute] = [Math.floor(minutes / 60), minutes % 60];
      const mm = String(minute).padStart(2, '0');
      const time = `${String(hour).padStart(2, '0')}:${mm}`;
      // The 12-hour clock as people write it: midnight is 12 am, noon is 12 pm.
      const twelve = `${hour % 12 === 0 ? 12 : hour % 12}:${mm}`;
      const half = hour < 12 ? 'a' : 'p';
      for (const typed of [
        ...[time, `${hour}:${mm}`, `${hour}.${mm}`, `${hour},${mm}`, `${hour} ${mm}`, `${hour}h${mm}`, `${hour} h ${mm}`],
        ...[`${hour}${mm}`, time.replace(':', ''), `${hour} Uhr ${mm}`, `${hour}:${mm} Uhr`, `um ${hour}.${mm} uhr`, `at ${time}`],
        ...[`${twelve} ${half}m`, `${twelve}${half.toUpperCase()}M`, `at ${twelve} ${half}.m.`, `${twelve.replace(':', '')}${half}m`],
      ])
        expect(parseTime(typed), typed).toBe(time);
    }
  });

  it('is a time of the clock or none, for any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0123456789:.,h apm', 'uhr', 'noon', "o'clock", 'half past '), maxLength: 12 }),
        (typed) => {
          expect(parseTime(typed) ?? '00:00').toMatch(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
        },
      ),
    );
  });
});
