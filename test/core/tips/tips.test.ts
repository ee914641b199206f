import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate, MAX_LATENESS_MS, nextDue, pickTip, planTip, type TipHistory, type TipSchedule } from '../../../src/core/tips/tips.js';
import { readWallClock } from '../../support/wall-clock.js';

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const at = (iso: string): number => Date.parse(iso);
const iso = (time: number): string => new Date(time).toISOString();

/** The next due instant of a schedule, as ISO text, and its day. */
function due(timeZone: string, time: string, after: string, options: { weekdays?: readonly number[]; last?: string } = {}) {
  const next = nextDue({ timeZone, time, weekdays: options.weekdays ?? EVERY_DAY }, at(after), options.last ? at(options.last) : null);
  return [iso(next.at), next.localDate];
}

describe('the next due time', () => {
  it('is today where the time is still to come, and tomorrow where it is not later than now', () => {
    expect(due('Europe/Berlin', '09:00', '2026-01-15T07:59:59.999Z')).toEqual(['2026-01-15T08:00:00.000Z', '2026-01-15']);
    expect(due('Europe/Berlin', '09:00', '2026-01-15T08:00:00Z')).toEqual(['2026-01-16T08:00:00.000Z', '2026-01-16']);
  });

  it('follows summer time', () => {
    expect(due('Europe/Berlin', '09:00', '2026-07-15T00:00:00Z')).toEqual(['2026-07-15T07:00:00.000Z', '2026-07-15']);
    expect(due('Asia/Kolkata', '09:00', '2026-07-15T00:00:00Z')).toEqual(['2026-07-15T03:30:00.000Z', '2026-07-15']);
  });

  it('moves a time in the spring gap forward by the gap', () => {
    // Berlin goes from 02:00 to 03:00 at 01:00 UTC; Lord Howe from 02:00 to 02:30 at 15:30 UTC of the day before.
    expect(due('Europe/Berlin', '02:30', '2027-03-27T12:00:00Z')).toEqual(['2027-03-28T01:30:00.000Z', '2027-03-28']);
    expect(due('Australia/Lord_Howe', '02:15', '2026-10-03T12:00:00Z')).toEqual(['2026-10-03T15:45:00.000Z', '2026-10-04']);
  });

  it('is the first of a time that comes twice in autumn, and then not the second', () => {
    expect(due('Europe/Berlin', '02:30', '2027-10-30T12:00:00Z')).toEqual(['2027-10-31T00:30:00.000Z', '2027-10-31']);
    expect(due('Europe/Berlin', '02:30', '2027-10-31T00:30:00Z')).toEqual(['2027-11-01T01:30:00.000Z', '2027-11-01']);
    // Lord Howe goes from 02:00 back to 01:30 at 15:00 UTC of the day before: 01:45 is at 14:45 and at 15:15.
    expect(due('Australia/Lord_Howe', '01:45', '2026-04-04T12:00:00Z')).toEqual(['2026-04-04T14:45:00.000Z', '2026-04-05']);
  });

  it('keeps the day where the gap begins at midnight', () => {
    // Beirut goes from 00:00 to 01:00 on 29 March 2026, at 22:00 UTC of the day before.
    expect(due('Asia/Beirut', '00:30', '2026-03-28T12:00:00Z')).toEqual(['2026-03-28T22:30:00.000Z', '2026-03-29']);
    expect(due('Asia/Beirut', '00:00', '2026-03-28T12:00:00Z')).toEqual(['2026-03-28T22:00:00.000Z', '2026-03-29']);
  });

  it('leaves out a day on which the moved time would be past midnight', () => {
    // Nuuk goes from 23:00 on Saturday to 00:00 on Sunday, at 01:00 UTC.
    expect(due('America/Nuuk', '23:30', '2026-03-28T12:00:00Z')).toEqual(['2026-03-30T00:30:00.000Z', '2026-03-29']);
  });

  it('leaves out a day that the zone leaves out', () => {
    // Samoa went from the end of 29 December 2011 (UTC-10) to the beginning of 31 December (UTC+14).
    expect(due('Pacific/Apia', '09:00', '2011-12-29T18:00:00Z')).toEqual(['2011-12-29T19:00:00.000Z', '2011-12-29']);
    expect(due('Pacific/Apia', '09:00', '2011-12-29T19:00:00Z')).toEqual(['2011-12-30T19:00:00.000Z', '2011-12-31']);
    expect(due('Pacific/Apia', '09:00', '2011-12-29T19:00:00Z', { weekdays: [5] })).toEqual(['2012-01-05T19:00:00.000Z', '2012-01-06']);
  });

  it('is on an allowed weekday', () => {
    // 17 January 2026 is a Saturday.
    expect(due('UTC', '09:00', '2026-01-17T00:00:00Z', { weekdays: [1, 2, 3, 4, 5] })).toEqual(['2026-01-19T09:00:00.000Z', '2026-01-19']);
    expect(due('UTC', '09:00', '2026-01-17T09:00:00Z', { weekdays: [6] })).toEqual(['2026-01-24T09:00:00.000Z', '2026-01-24']);
    // At this instant it is Monday in Auckland already.
    expect(due('Pacific/Auckland', '09:00', '2026-01-18T12:00:00Z', { weekdays: [1] })).toEqual(['2026-01-18T20:00:00.000Z', '2026-01-19']);
  });

  it('is on a later day than the last delivery, as the zone sees it that holds now', () => {
    const last = '2026-01-15T08:00:00Z';
    expect(due('Europe/Berlin', '18:00', '2026-01-15T10:00:00Z', { last })).toEqual(['2026-01-16T17:00:00.000Z', '2026-01-16']);
    // 15 January in Honolulu began after that delivery, which was on the 14th there.
    expect(due('Pacific/Honolulu', '18:00', '2026-01-15T10:00:00Z', { last })).toEqual(['2026-01-16T04:00:00.000Z', '2026-01-15']);
    // In Honolulu it is still the 14th, and so was the delivery.
    expect(due('Pacific/Honolulu', '23:00', '2026-01-15T08:30:00Z', { last })).toEqual(['2026-01-16T09:00:00.000Z', '2026-01-15']);
  });

  it('cannot be found without a weekday, in an unknown zone or for a time that is none', () => {
    expect(() => due('UTC', '09:00', '2026-01-15T00:00:00Z', { weekdays: [] })).toThrow(RangeError);
    expect(() => due('Europe/Atlantis', '09:00', '2026-01-15T00:00:00Z')).toThrow(RangeError);
    expect(() => due('UTC', '25:00', '2026-01-15T00:00:00Z')).toThrow(RangeError);
  });

  it.each([
    ['Europe/Berlin', '2026-02-01'],
    ['America/New_York', '2026-02-01'],
    ['Australia/Lord_Howe', '2026-02-01'],
    ['America/Nuuk', '2026-02-01'],
    ['Africa/Casablanca', '2026-01-01'],
    ['Asia/Kathmandu', '2026-02-01'],
    ['Pacific/Apia', '2011-09-01'],
  ])('in %s is what the clock on the wall shows, whatever the time and whenever it is asked', (timeZone, from) => {
    const start = at(`${from}T00:00:00Z`);
    const clock = readWallClock(timeZone, start - 2 * DAY, start + 420 * DAY);
    const quarters = fc
      .integer({ min: 0, max: 95 })
      .map((n) => `${String(Math.floor(n / 4)).padStart(2, '0')}:${String((n % 4) * 15).padStart(2, '0')}`);
    const weekdays = fc.subarray(EVERY_DAY, { minLength: 1 });
    fc.assert(
      fc.property(
        quarters,
        weekdays,
        fc.integer({ min: start, max: start + 380 * DAY }),
        fc.integer({ min: 0, max: 3 * DAY }),
        (time, allowed, after, ago) => {
          const lastAt = after - ago;
          const lastDay = clock.dayOf(lastAt);
          const expected = clock.days
            .filter((day) => day > lastDay && allowed.includes(((new Date(day).getUTCDay() + 6) % 7) + 1))
            .map((day) => ({ at: clock.due(day, time), localDate: day }))
            .find((next) => next.at !== null && next.at > after);
          expect(nextDue({ timeZone, time, weekdays: allowed }, after, lastAt)).toEqual(expected);
        },
      ),
      { numRuns: 150 },
    );
  });
});

const NONE: TipHistory = { cycle: 0, shown: [], last: null, lastAt: null };

/** What is shown to a server on its first days, each tip with its round. */
function show(guildId: string, days: number, tipsOf: (day: number) => readonly string[], from: TipHistory = NONE) {
  let history = from;
  const shown: { tipId: string; cycle: number }[] = [];
  for (let day = 0; day < days; day++) {
    const picked = pickTip(tipsOf(day), history, guildId);
    if (picked === null) continue;
    shown.push(picked);
    const before = picked.cycle === history.cycle ? history.shown : [];
    history = { cycle: picked.cycle, shown: [...before, picked.tipId], last: picked.tipId, lastAt: day };
  }
  return shown;
}

const numbered = (count: number): string[] => Array.from({ length: count }, (_, i) => `tip-${i}`);
const guildIds = fc.bigInt({ min: 1n, max: 2n ** 63n - 1n }).map(String);

describe('the tip that is picked', () => {
  it('comes once in each round, and a round does not begin with the one before', () => {
    fc.assert(
      fc.property(guildIds, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 5 }), (guildId, count, rounds) => {
        const tips = numbered(count);
        const ids = show(guildId, count * rounds, () => tips).map((picked) => picked.tipId);
        for (let round = 0; round < rounds; round++) {
          expect(ids.slice(round * count, (round + 1) * count).sort()).toEqual([...tips].sort());
        }
        if (count > 1) for (let i = 1; i < ids.length; i++) expect(ids[i]).not.toBe(ids[i - 1]);
      }),
    );
  });

  it('is never one that does not exist, and never comes twice in a round, while tips come and go', () => {
    const all = numbered(8);
    fc.assert(
      fc.property(guildIds, fc.array(fc.subarray(all), { minLength: 1, maxLength: 40 }), (guildId, byDay) => {
        const shown = show(guildId, byDay.length, (day) => byDay[day] ?? []);
        const posted = byDay.filter((tips) => tips.length > 0);
        expect(shown).toHaveLength(posted.length);
        shown.forEach(({ tipId, cycle }, i) => {
          const existing = posted[i] ?? [];
          const before = shown
            .slice(0, i)
            .filter((other) => other.cycle === cycle)
            .map((other) => other.tipId);
          expect(existing).toContain(tipId);
          expect(before).not.toContain(tipId);
          const last = shown[i - 1];
          if (last === undefined) return;
          if (existing.length > 1) expect(tipId).not.toBe(last.tipId);
          const shownInLast = shown
            .slice(0, i)
            .filter((other) => other.cycle === last.cycle)
            .map((other) => other.tipId);
          // A new round begins exactly when nothing that exists is left of the old one.
          expect(cycle).toBe(existing.every((tip) => shownInLast.includes(tip)) ? last.cycle + 1 : last.cycle);
        });
      }),
    );
  });

  it('is one that was added in mid-round before the round ends', () => {
    const ids = show('42', 7, (day) => (day < 3 ? numbered(6) : [...numbered(6), 'new'])).map((picked) => picked.tipId);
    expect([...ids].sort()).toEqual([...numbered(6), 'new'].sort());
  });

  it('does not depend on the order of the tips', () => {
    expect(show('42', 30, () => numbered(10).reverse())).toEqual(show('42', 30, () => numbered(10)));
  });

  it('comes in an order that differs between servers and between rounds', () => {
    const orderOf = (guildId: string, round: number): string =>
      show(guildId, 20, () => numbered(10))
        .slice(round * 10, round * 10 + 10)
        .map((picked) => picked.tipId)
        .join();
    const orders = ['1', '2', '3', '112233445566778899', '112233445566778898'].flatMap((guildId) => [
      orderOf(guildId, 0),
      orderOf(guildId, 1),
    ]);
    expect(new Set(orders).size).toBe(orders.length);
  });

  it('is first as often as any other over many servers', () => {
    const counts = new Map<string, number>();
    const servers = 5_000;
    for (let i = 0; i < servers; i++) {
      // Ids of servers made a little later than one another, as Discord numbers them.
      const picked = pickTip(numbered(10), NONE, String(1_200_000_000_000_000_000n + BigInt(i) * 4_194_304n));
      counts.set(picked?.tipId ?? '', (counts.get(picked?.tipId ?? '') ?? 0) + 1);
    }
    // Binomial with p = 1/10: five standard deviations on either side.
    const spread = 5 * Math.sqrt(servers * 0.1 * 0.9);
    expect(counts.size).toBe(10);
    for (const count of counts.values()) expect(Math.abs(count - servers / 10)).toBeLessThan(spread);
  });

  it('is null where there are none, and the only one again where there is one', () => {
    expect(pickTip([], NONE, '42')).toBeNull();
    expect(show('42', 3, () => ['a'])).toEqual([
      { tipId: 'a', cycle: 0 },
      { tipId: 'a', cycle: 1 },
      { tipId: 'a', cycle: 2 },
    ]);
  });
});

describe('the plan for a schedule that is due', () => {
  const DUE = at('2026-01-15T08:00:00Z');
  const schedule: TipSchedule = {
    guildId: '42',
    channelId: '7',
    timeZone: 'Europe/Berlin',
    time: '09:00',
    weekdays: EVERY_DAY,
    nextDueAt: DUE,
    pausedBecause: null,
  };
  const plan = (now: number, change: Partial<TipSchedule> = {}, history = NONE) => planTip({ ...schedule, ...change }, history, ['a'], now);

  it('is to post until two hours later, and to skip from then on', () => {
    const tomorrow = DUE + DAY;
    const post = { kind: 'post', localDate: '2026-01-15', nextDueAt: tomorrow, tipId: 'a', cycle: 0 };
    expect(plan(DUE)).toEqual(post);
    expect(plan(DUE + MAX_LATENESS_MS)).toEqual(post);
    expect(MAX_LATENESS_MS).toBe(2 * HOUR);
    expect(plan(DUE + MAX_LATENESS_MS + 1)).toEqual({ kind: 'skip', localDate: '2026-01-15', nextDueAt: tomorrow });
  });

  it('is to skip once the local day is over', () => {
    const late = { time: '23:30', nextDueAt: at('2026-01-15T22:30:00Z') };
    expect(plan(at('2026-01-15T22:59:59Z'), late)).toMatchObject({ kind: 'post', localDate: '2026-01-15' });
    expect(plan(at('2026-01-15T23:00:00Z'), late)).toEqual({
      kind: 'skip',
      localDate: '2026-01-15',
      nextDueAt: at('2026-01-16T22:30:00Z'),
    });
  });

  it('goes on with the next day to come after an outage of days', () => {
    expect(plan(at('2026-01-20T15:00:00Z'))).toMatchObject({
      kind: 'skip',
      localDate: '2026-01-15',
      nextDueAt: at('2026-01-21T08:00:00Z'),
    });
    expect(plan(at('2026-01-20T05:00:00Z'))).toMatchObject({
      kind: 'skip',
      localDate: '2026-01-15',
      nextDueAt: at('2026-01-20T08:00:00Z'),
    });
  });

  it('does not skip the last of the days of an outage where that is not two hours late yet', () => {
    const today = at('2026-01-20T08:00:00Z');
    expect(plan(today + MAX_LATENESS_MS)).toMatchObject({ kind: 'skip', localDate: '2026-01-15', nextDueAt: today });
    expect(plan(today + MAX_LATENESS_MS + 1)).toMatchObject({ kind: 'skip', localDate: '2026-01-15', nextDueAt: today + DAY });
  });

  it('is to skip where the local day has had a tip', () => {
    const history: TipHistory = { cycle: 3, shown: ['b'], last: 'b', lastAt: at('2026-01-14T23:00:00Z') };
    expect(plan(DUE, {}, history)).toEqual({ kind: 'skip', localDate: '2026-01-15', nextDueAt: DUE + DAY });
    expect(plan(DUE, {}, { ...history, lastAt: at('2026-01-14T22:59:59Z') })).toMatchObject({ kind: 'post', tipId: 'a', cycle: 3 });
  });

  it('says where there is nothing to post', () => {
    expect(planTip(schedule, NONE, [], DUE)).toEqual({ kind: 'no-tips', localDate: '2026-01-15', nextDueAt: DUE + DAY });
  });
});

describe('the local day', () => {
  it('is the one that the zone shows', () => {
    expect(localDate('Pacific/Auckland', at('2026-01-14T11:00:00Z'))).toBe('2026-01-15');
    expect(localDate('Pacific/Honolulu', at('2026-01-15T09:59:59Z'))).toBe('2026-01-14');
  });
});
