import { describe, expect, it } from 'vitest';
import { isTimeZone, suggestTimeZones } from '../../../src/core/tips/tip-settings.js';

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
