import { describe, expect, it } from 'vitest';
import { createTimeZones, fixedOffset, fixedOffsetText } from '../../../src/core/tips/time-zones.js';
import { nextDue } from '../../../src/core/tips/tips.js';
import { OTHER_WORDS, RENAMED } from '../../../src/core/tips/zone-words.js';

const ALL = ['UTC', ...Intl.supportedValuesOf('timeZone')];
const WINTER = Date.UTC(2026, 0, 15);
const SUMMER = Date.UTC(2026, 6, 15);
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** Time zones that ICU keeps from the first Java, beside those of the IANA database; source: ICU's zoneinfo "legacy" identifiers. */
const LEGACY = 'ACT AET AGT ART AST BET BST CAT CNT CST CTT EAT ECT IET IST JST MIT NET NST PLT PNT PRT PST SST VST EST MST HST'.split(' ');

const zones = createTimeZones(ALL);
const read = (typed: string, now = WINTER): ReturnType<typeof zones.read> => zones.read(typed, now);
const placesFor = (typed: string, now = WINTER): readonly string[] => {
  const reading = read(typed, now);
  return reading.kind === 'zone' ? [] : reading.places;
};
const isIcuName = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};
/** Minutes ahead of UTC by ICU, which writes "GMT+05:30", and "GMT" for none. */
const offsetByIcu = (zone: string, at: number): number => {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(at);
  const [, sign, hours = 0, minutes = 0] =
    /GMT(?:([+-])(\d\d):(\d\d))?/.exec(parts.find(({ type }) => type === 'timeZoneName')?.value ?? '') ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
};

describe('a time zone that is typed', () => {
  it.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['europe/berlin', 'Europe/Berlin'],
    ['  EUROPE/BERLIN ', 'Europe/Berlin'],
    ['america/port-au-prince', 'America/Port-au-Prince'],
    ['america/argentina/buenos_aires', 'America/Argentina/Buenos_Aires'],
    ['ASIA/CALCUTTA', 'Asia/Calcutta'],
    ['africa/dar_es_salaam', 'Africa/Dar_es_Salaam'],
    ['antarctica/dumontdurville', 'Antarctica/DumontDUrville'],
    ['us/eastern', 'US/Eastern'],
    ['utc', 'UTC'],
  ])('%j is stored as %s', (typed, name) => {
    expect(read(typed)).toEqual({ kind: 'zone', name });
  });

  it.each(['UTC', 'GMT', 'UCT', 'Etc/UTC', 'Etc/GMT', 'Zulu', 'Greenwich', 'GMT0', 'Etc/GMT+0', 'UTC+0', '+00:00', 'GMT-0'])(
    'is UTC where it is %s',
    (typed) => {
      expect(read(typed)).toEqual({ kind: 'zone', name: 'UTC' });
    },
  );

  it.each([
    'Asia/Tokyo',
    'Africa/Lagos',
    'Asia/Kolkata',
    'America/Phoenix',
    'Atlantic/Reykjavik',
    'Japan',
    'Egypt',
    'Iceland',
    'PRC',
    'NZ',
  ])('can be a place without summer time, and a country: %s', (name) => {
    expect(read(name)).toEqual({ kind: 'zone', name });
  });

  it.each([
    '',
    ' ',
    'Europe/Atlantis',
    'Mars/Olympus',
    '2026-01-01T00:00[Europe/Berlin]',
    '2026-01-01T00:00Z',
    'constructor',
    'UTC+15',
    '+99',
    '+2:75',
    '../UTC',
  ])('is none where it is %j', (typed) => {
    expect(read(typed).kind).toBe('unclear');
  });

  it('never fails to be scheduled once it is read, whatever ICU takes for a zone', () => {
    const short = LETTERS.flatMap((a) => LETTERS.flatMap((b) => LETTERS.map((c) => a + b + c))).filter(isIcuName);
    expect(short).toEqual(expect.arrayContaining(LEGACY));
    const numbered = ['Etc/GMT', 'GMT', 'UTC', 'SystemV/EST'].flatMap((name) =>
      Array.from({ length: 31 }, (_, i) => `${name}${i < 15 ? '' : '+'}${i - 15}`),
    );
    const others = ['CET', 'EST5EDT', 'PST8PDT', 'SystemV/AST4ADT', 'Cuba', 'GB-Eire', 'W-SU', 'Etc/Unknown', 'Factory'];
    for (const name of [...ALL, ...Object.keys(RENAMED), ...Object.keys(OTHER_WORDS), ...short, ...numbered, ...others])
      for (const typed of [name, name.toLowerCase(), name.toUpperCase()]) {
        const reading = read(typed);
        const names = reading.kind === 'zone' ? [reading.name] : reading.places;
        for (const timeZone of names)
          expect(() => nextDue({ timeZone, time: '09:00', weekdays: [1] }, WINTER, null), `${timeZone} for ${typed}`).not.toThrow();
      }
  });

  it('keeps the name of every place in its usual case', () => {
    for (const name of ALL)
      for (const typed of [name, name.toLowerCase(), name.toUpperCase()]) expect(read(typed)).toEqual({ kind: 'zone', name });
  });
});

describe('an abbreviation', () => {
  it.each([
    ['JST', ['Asia/Tokyo']],
    ['jst', ['Asia/Tokyo']],
    ['IST', ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem']],
    ['NST', ['America/St_Johns']],
    ['BST', ['Europe/London', 'Asia/Dhaka']],
    ['PST', ['America/Los_Angeles', 'America/Vancouver', 'Asia/Manila']],
    ['PDT', ['America/Los_Angeles', 'America/Vancouver']],
    ['CST', ['America/Chicago', 'Asia/Shanghai']],
    ['AST', ['America/Halifax', 'America/Puerto_Rico', 'Asia/Riyadh']],
    ['ART', ['America/Argentina/Buenos_Aires']],
    ['ECT', ['America/Guayaquil']],
    ['CAT', ['Africa/Maputo', 'Africa/Harare']],
    ['NET', ['Asia/Yerevan']],
    ['AET', ['Australia/Sydney', 'Australia/Melbourne']],
    ['CET', ['Europe/Berlin', 'Europe/Paris']],
    ['cest', ['Europe/Berlin', 'Europe/Paris']],
    ['MET', ['Europe/Berlin']],
    ['EET', ['Europe/Athens', 'Europe/Helsinki']],
    ['WET', ['Europe/Lisbon']],
    ['EST5EDT', ['America/New_York']],
    ['PST8PDT', ['America/Los_Angeles']],
  ])('%s is no zone by itself, but may mean %j', (typed, places) => {
    expect(read(typed).kind).toBe('unclear');
    expect(placesFor(typed)).toEqual(expect.arrayContaining(places));
  });

  it('that ICU knows always leads to a place', () => {
    for (const typed of LEGACY) expect(placesFor(typed).length, typed).toBeGreaterThan(0);
  });

  it('leads to the places that are suggested while it is typed, in that order', () => {
    for (const typed of [...LEGACY, 'CEST', 'EST5EDT', 'UTC+2', 'Etc/GMT+2', 'berln'])
      expect(zones.suggest(typed, WINTER, 25).slice(0, placesFor(typed).length), typed).toEqual(placesFor(typed));
  });
});

describe('a time without summer time', () => {
  it.each([
    ['EST', -5 * 60, 'America/New_York'],
    ['est', -5 * 60, 'America/New_York'],
    ['MST', -7 * 60, 'America/Denver'],
    ['HST', -10 * 60, 'Pacific/Honolulu'],
    // The sign of these names is inverted: the database's file "etcetera" says so.
    ['Etc/GMT+2', -2 * 60, 'America/Noronha'],
    ['etc/gmt-9', 9 * 60, 'Asia/Tokyo'],
    ['UTC+2', 2 * 60, 'Europe/Athens'],
    ['UTC +2', 2 * 60, 'Europe/Athens'],
    ['+02:00', 2 * 60, 'Africa/Johannesburg'],
    ['GMT+1', 60, 'Europe/Berlin'],
    ['utc\u22123', -3 * 60, 'America/Sao_Paulo'],
    ['+5:30', 5 * 60 + 30, 'Asia/Kolkata'],
    ['+0545', 5 * 60 + 45, 'Asia/Kathmandu'],
  ])('such as %s is what it is, and leads to places that have it in winter', (typed, offset, place) => {
    expect(read(typed)).toMatchObject({ kind: 'fixed', offset });
    expect(fixedOffset(typed, WINTER)).toBe(offset);
    expect(zones.suggest(typed, WINTER, 25)).toContain(place);
  });

  it('leads to the places that have it now', () => {
    expect(placesFor('UTC+2', WINTER)).not.toContain('Europe/Berlin');
    expect(placesFor('UTC+2', SUMMER)[0]).toBe('Europe/Berlin');
    expect(placesFor('UTC+1', SUMMER)[0]).toBe('Europe/London');
  });

  it('has a place that people know wherever any place has it, in winter and in summer', () => {
    for (const now of [WINTER, SUMMER])
      for (const offset of new Set(ALL.map((zone) => offsetByIcu(zone, now)))) {
        const size = Math.abs(offset);
        const typed = `UTC${offset < 0 ? '-' : '+'}${Math.floor(size / 60)}:${String(size % 60).padStart(2, '0')}`;
        const places = zones.suggest(typed, now, 25);
        expect(places.length, typed).toBeGreaterThan(0);
        for (const place of places) expect(offsetByIcu(place, now), `${place} for ${typed}`).toBe(offset);
      }
  });

  it.each(['Asia/Tokyo', 'Europe/Berlin', 'CET', 'EST5EDT', 'JST', 'Berlin', '', 'UTC+15'])('is not %j', (typed) => {
    expect(fixedOffset(typed, WINTER)).toBeNull();
  });

  it.each([
    [-300, '5 hours behind UTC all year round, without summer time'],
    [60, '1 hour ahead of UTC all year round, without summer time'],
    [345, '5 hours and 45 minutes ahead of UTC all year round, without summer time'],
    [-30, '30 minutes behind UTC all year round, without summer time'],
  ])('of %j minutes reads "%s"', (offset, text) => {
    expect(fixedOffsetText(offset)).toBe(text);
  });
});

describe('the suggested time zones', () => {
  const suggest = (typed: string, limit = 25): readonly string[] => zones.suggest(typed, WINTER, limit);

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
    expect(createTimeZones(['Europe/Berlin', 'Asia/Calcutta']).suggest('', WINTER, 25)).toEqual(['Europe/Berlin', 'Asia/Kolkata']);
    expect(createTimeZones(['Europe/Berlin']).suggest('london', WINTER, 25)).toEqual([]);
  });

  it('are all time zones, and every zone is suggested for its own name', () => {
    for (const name of ALL) {
      const [first = ''] = suggest(name);
      expect(read(first), `for ${name}`).toEqual({ kind: 'zone', name: first });
      const canonical = (zone: string): string => new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
      expect(canonical(first)).toBe(canonical(name));
    }
  });
});
