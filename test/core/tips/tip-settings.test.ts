import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTimeZone, parseTime, suggestTimeZones } from '../../../src/core/tips/tip-settings.js';
import { weekdaysText } from '../../../src/core/tips/weekdays.js';

describe('a time of day that is typed', () => {
  it.each([
    ['9', '09:00'],
    ['09:00', '09:00'],
    ['9:30', '09:30'],
    [' 21.15 ', '21:15'],
    ['21 : 15', '21:15'],
    ['9h', '09:00'],
    ['9h30', '09:30'],
    ['0930', '09:30'],
    ['9am', '09:00'],
    ['9 AM', '09:00'],
    ['9:30 pm', '21:30'],
    ['9:30 p.m.', '21:30'],
    ['12am', '00:00'],
    ['12:05 am', '00:05'],
    ['12pm', '12:00'],
    ['0', '00:00'],
    ['00:00', '00:00'],
    ['23:59', '23:59'],
    ['noon', '12:00'],
    ['midnight', '00:00'],
    ['９：３０', '09:30'],
  ])('%j is read as %s', (typed, time) => {
    expect(parseTime(typed)).toBe(time);
  });

  it.each([
    '',
    'nine',
    '24',
    '24:00',
    '9:60',
    '9:3',
    '930',
    '0am',
    '13pm',
    '9a',
    '9m',
    '-9',
    '9:30:00',
    '9-10',
    '2460',
    'constructor',
    '٩',
  ])('%j is no time', (typed) => {
    expect(parseTime(typed)).toBeNull();
  });

  it('is read in any of the usual spellings of every minute of the day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), (hour, minute) => {
        const mm = String(minute).padStart(2, '0');
        const time = `${String(hour).padStart(2, '0')}:${mm}`;
        // The 12-hour clock as Intl writes it: "9:30 PM".
        const spoken = new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' }).format(
          Date.UTC(2026, 0, 1, hour, minute),
        );
        for (const typed of [time, `${hour}:${mm}`, `${hour}.${mm}`, time.replace(':', ''), spoken]) expect(parseTime(typed)).toBe(time);
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

describe('a time zone', () => {
  it.each(['Europe/Berlin', 'europe/berlin', 'UTC', 'Asia/Kolkata', 'Asia/Calcutta', 'America/Argentina/Buenos_Aires'])(
    'can be %s',
    (name) => {
      expect(isTimeZone(name)).toBe(true);
    },
  );

  it.each(['', 'Berlin', 'Europe/Atlantis', '+02:00', '-05:00', 'Europe/Berlin ', 'constructor'])('cannot be %j', (name) => {
    expect(isTimeZone(name)).toBe(false);
  });
});

describe('the suggested time zones', () => {
  const all = [...Intl.supportedValuesOf('timeZone'), 'UTC'];
  const suggest = (typed: string, limit = 25): readonly string[] => suggestTimeZones(typed, all, limit);

  it.each([
    ['berlin', 'Europe/Berlin'],
    ['Ber', 'Europe/Berlin'],
    ['europe/be', 'Europe/Berlin'],
    ['EUROPE/BERLIN', 'Europe/Berlin'],
    ['new york', 'America/New_York'],
    ['new_york', 'America/New_York'],
    ['york', 'America/New_York'],
    ['São Paulo', 'America/Sao_Paulo'],
    ['port au prince', 'America/Port-au-Prince'],
    ['st. johns', 'America/St_Johns'],
    ['utc', 'UTC'],
    ['est', 'America/New_York'],
    ['PST', 'America/Los_Angeles'],
    ['cet', 'Europe/Berlin'],
    ['us east', 'America/New_York'],
    ['germany', 'Europe/Berlin'],
    ['san fran', 'America/Los_Angeles'],
    ['mumbai', 'Asia/Kolkata'],
    ['kolkata', 'Asia/Kolkata'],
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['kyiv', 'Europe/Kyiv'],
    ['kiev', 'Europe/Kyiv'],
    ['nuuk', 'America/Nuuk'],
    ['lord howe', 'Australia/Lord_Howe'],
    ['berln', 'Europe/Berlin'],
    ['new yrok', 'America/New_York'],
    ['johanesburg', 'Africa/Johannesburg'],
    ['phillipines', 'Asia/Manila'],
  ])('for %j begin with %s', (typed, zone) => {
    expect(suggest(typed)[0]).toBe(zone);
  });

  it('are none where nothing is like it', () => {
    for (const typed of ['qqqq', 'zx', '...', '東京']) expect(suggest(typed)).toEqual([]);
  });

  it('are none for an offset, which has no summer time', () => {
    for (const typed of ['utc+2', 'GMT-5', '+02:00', 'UTC −3']) expect(suggest(typed)).toEqual([]);
  });

  it('are usual ones while nothing is typed', () => {
    expect(suggest('', 5)).toEqual(['UTC', 'Europe/London', 'Europe/Berlin', 'Europe/Paris', 'America/New_York']);
  });

  it('are as many as asked for at most, each once', () => {
    for (const typed of ['', 'a', 'america', 'europe', 'amerca']) {
      const zones = suggest(typed, 7);
      expect(zones.length).toBeLessThanOrEqual(7);
      expect(new Set(zones).size).toBe(zones.length);
    }
    expect(suggest('america', 7)).toHaveLength(7);
  });

  it('come only from the list that was given', () => {
    expect(suggestTimeZones('', ['Europe/Berlin', 'Asia/Calcutta'], 25)).toEqual(['Europe/Berlin', 'Asia/Kolkata']);
    expect(suggestTimeZones('london', ['Europe/Berlin'], 25)).toEqual([]);
  });

  it('are all time zones, and every zone is suggested for its own name', () => {
    for (const name of all) {
      const [first = ''] = suggest(name);
      expect(isTimeZone(first), `${first} for ${name}`).toBe(true);
      const canonical = (zone: string): string => new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
      expect(canonical(first)).toBe(canonical(name));
    }
  });
});
