/**
 * Daily tips over 400 days of several time zones, while processes come and go, die between any two steps, and requests break off. What
 * should have happened is worked out afterwards from the clock on the wall, the ticks, the deaths and the lost requests.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../../src/core/ports.js';
import type { TipTimes } from '../../../src/core/tips/tips.js';
import { openStore } from '../../../src/store/index.js';
import { type PostgresServer, startPostgres } from '../../support/postgres.js';
import { createWalls, live, MINUTE, type Plan } from '../../support/tips-life.js';

const SEED = 1;
/** A run takes some seconds on a machine of its own. */
const SLOW_MACHINE_MS = 400_000;
const TIPS = Array.from({ length: 11 }, (_, i) => `tip-${i}`);
const MAX_LATENESS_MS = 120 * MINUTE;
const DAY = 24 * 60 * MINUTE;
const RETRY_AFTER_MS = 2 * MINUTE;
const GIVE_UP_AFTER_MS = 4 * MINUTE;

const at = (timeZone: string, time: string, weekdays: readonly number[] = [1, 2, 3, 4, 5, 6, 7]): TipTimes => ({
  timeZone,
  time,
  weekdays,
});

const PLANS = {
  // The clock changes of Berlin, New York and Lord Howe (by half an hour).
  '2026': {
    start: Date.UTC(2026, 0, 10),
    days: 400,
    tips: TIPS,
    // In the gap and in the doubled hour of each zone, at midnight, and so late that a delay reaches the next day.
    servers: {
      Berlin: [at('Europe/Berlin', '02:30')],
      'New York': [at('America/New_York', '02:30'), at('America/New_York', '01:30')],
      'Lord Howe': [at('Australia/Lord_Howe', '01:45'), at('Australia/Lord_Howe', '02:15')],
      Kolkata: [at('Asia/Kolkata', '00:00'), at('Asia/Kolkata', '23:45')],
    },
    elsewhere: [
      at('Europe/Berlin', '23:45', [1, 2, 3, 4, 5]),
      at('Pacific/Auckland', '20:30'),
      at('Pacific/Honolulu', '06:15'),
      at('Pacific/Honolulu', '22:00', [1, 3, 5, 6, 7]),
      at('Asia/Kolkata', '00:00'),
    ],
  },
  // Samoa's, and 30 December 2011, which it left out.
  '2011': {
    start: Date.UTC(2011, 5, 1),
    days: 400,
    tips: TIPS,
    servers: {
      Apia: [at('Pacific/Apia', '03:30')],
      'Apia on Fridays': [at('Pacific/Apia', '18:00', [5])],
    },
    elsewhere: [at('Pacific/Apia', '00:00'), at('Pacific/Pago_Pago', '12:00'), at('Pacific/Auckland', '07:45')],
  },
} satisfies Record<string, Plan>;

type Stores = readonly [Store, ...Store[]];
type Life = Awaited<ReturnType<typeof live>>;

/** Returns the part of a list that lies between two instants, both included; the list is in order of time. */
function between<T extends { readonly at: number }>(list: readonly T[], from: number, to: number): readonly T[] {
  let low = 0;
  for (let high = list.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.at ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  const after = list.findIndex((item, i) => i >= low && item.at > to);
  return list.slice(low, after === -1 ? undefined : after);
}

/** One local day of one server: what was due, and what became of it. */
function daysOf(life: Life) {
  return life.names.flatMap((name) => {
    const isHere = (other: { readonly guildId: string }): boolean => other.guildId === life.idOf(name);
    const [claims, attempts, messages] = [life.claims.filter(isHere), life.attempts.filter(isHere), life.messages.filter(isHere)];
    return life.segmentsOf(name).flatMap((segment) => {
      const clock = life.clockOf(segment.timeZone);
      const scheduled = life.duesOf(segment).filter((due) => segment.from < due.at && due.at < segment.to);
      return scheduled.map((due) => {
        /** What happened on this day under this schedule, from an instant to another. */
        const happened = <T extends { readonly at: number }>(list: readonly T[], from: number, to: number): readonly T[] =>
          between(list, from, Math.min(to, due.at + DAY, segment.to - 1)).filter((item) => clock.dayOf(item.at) === due.day);
        const claim = happened(claims, due.at, segment.to).find((other) => other.localDate === due.day);
        const before = [claims, attempts].map((list) => list.findLast((other) => other.at < due.at)?.at ?? 0);
        return {
          name,
          due,
          claim,
          tries: claim === undefined ? [] : happened(attempts, claim.at, segment.to).filter((attempt) => attempt.localDate === due.day),
          posts: happened(messages, due.at, segment.to).map((message) => message.at),
          /** Ticks that could claim it. */
          chances: happened(life.ticks, due.at, due.at + MAX_LATENESS_MS),
          /** Ticks that could try it again. */
          secondChances: claim ? happened(life.ticks, claim.at + RETRY_AFTER_MS + 1, claim.at + GIVE_UP_AFTER_MS) : [],
          /** In this zone the day has had a tip; or, before a change of zone, the date had one in another. */
          hadOne: clock.dayOf(Math.max(...before)) >= due.day || claims.some((other) => other.localDate === due.day && other.at < due.at),
        };
      });
    });
  });
}

describe('daily tips', () => {
  let postgres: PostgresServer;
  const walls = { '2026': createWalls(PLANS['2026']), '2011': createWalls(PLANS['2011']) };
  const folder = mkdtempSync(join(tmpdir(), 'daily-tips-'));
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true });
  });

  // Two processes on one machine share a connection to SQLite here: its calls hold up the thread, so that two of them would wait for
  // each other for ever.
  const backends = {
    'SQLite in memory': async (): Promise<Stores> => [await openStore(':memory:')],
    'SQLite on disk': async (): Promise<Stores> => [await openStore(join(folder, 'tips.db'))],
    PostgreSQL: async (): Promise<Stores> => {
      const url = await postgres.freshUrl();
      return [await openStore(url), await openStore(url)];
    },
  };

  describe.each([
    { backend: 'SQLite in memory', from: '2026' },
    { backend: 'SQLite on disk', from: '2011' },
    { backend: 'PostgreSQL', from: '2026' },
  ] as const)('from $from on, over $backend', ({ backend, from }) => {
    let life: Life;
    let days: ReturnType<typeof daysOf>;

    beforeAll(async () => {
      const stores = await backends[backend]();
      life = await live(PLANS[from], walls[from], stores, SEED);
      days = daysOf(life);
      for (const store of stores) await store.close();
    }, SLOW_MACHINE_MS);

    it('meet every kind of trouble', () => {
      const scheduled = days.filter((day) => !day.hadOne);
      expect(life.faults).toEqual([]);
      const kinds = {
        onTime: scheduled.filter((day) => day.tries.some((attempt) => attempt.exists && attempt.at === day.due.at)),
        late: scheduled.filter((day) => day.claim !== undefined && day.claim.at > day.due.at),
        outage: scheduled.filter((day) => day.chances.length === 0),
        // Before the post, or after it and before it was noted.
        diedHalfway: scheduled.filter(
          ({ claim, tries: [first, second] }) => claim !== undefined && (first?.at !== claim.at || (first.outcome === 'sent' && second)),
        ),
        unclearButPosted: scheduled.filter((day) => day.tries[0]?.outcome === 'unclear' && day.tries[0].exists && day.tries.length === 2),
        unclearNotPosted: scheduled.filter((day) => day.tries[0]?.exists === false && day.tries[1]?.exists),
        lost: scheduled.filter((day) => day.claim !== undefined && !day.tries.some((attempt) => attempt.exists)),
      };
      for (const [kind, found] of Object.entries(kinds)) expect(found.length, kind).toBeGreaterThan(0);
    });

    it('come at the due instant, once, on every day without trouble', () => {
      let untroubled = 0;
      for (const { name, due, tries, posts, chances, hadOne } of days) {
        const [first] = chances;
        const troubled = first?.at !== due.at || first.died || tries.some((attempt) => attempt.outcome === 'unclear');
        if (hadOne || troubled) continue;
        expect(posts, `${name} ${due.day}`).toEqual([due.at]);
        untroubled++;
      }
      expect(untroubled).toBeGreaterThan(days.length / 2);
    });

    it('claim each scheduled day at the first tick within two hours and before midnight, and no other', () => {
      let claimed = 0;
      for (const { name, due, claim, chances, hadOne } of days) {
        const where = `${name} ${due.day}`;
        const first = chances.find((tick) => tick.completed);
        if (hadOne) expect(claim, where).toBeUndefined();
        // A process that died may have claimed it or not; one that came to its end has.
        else if (claim === undefined) expect(first, where).toBeUndefined();
        else {
          expect(
            chances.map((tick) => tick.at),
            where,
          ).toContain(claim.at);
          if (first !== undefined) expect(claim.at, where).toBeLessThanOrEqual(first.at);
          claimed++;
        }
      }
      expect(life.claims).toHaveLength(claimed);
    });

    it('post what is claimed at once, and once more where the end is unknown', () => {
      for (const { name, due, claim, tries, secondChances } of days) {
        if (claim === undefined) continue;
        const where = `${name} ${due.day}`;
        const died = (time: number | undefined): boolean => life.ticks.some((tick) => tick.at === time && tick.died);
        const first = tries.find((attempt) => attempt.at === claim.at);
        const second = tries.find((attempt) => attempt.at !== claim.at);
        expect(tries.length, where).toBeLessThanOrEqual(2);
        if (first === undefined) expect(died(claim.at), where).toBe(true);
        if (second !== undefined)
          expect(
            secondChances.map((tick) => tick.at),
            where,
          ).toContain(second.at);
        const finished = first?.outcome === 'sent';
        if (finished && second !== undefined) expect(died(claim.at), where).toBe(true);
        // Whoever takes it over and dies then has used up its second chance.
        if (!finished && second === undefined) expect(secondChances[0]?.died, where).not.toBe(false);
      }
      expect(life.attempts).toHaveLength(days.flatMap((day) => day.tries).length);
    });

    it('are never two on one local day', () => {
      for (const name of life.names) {
        const messages = life.messages.filter((message) => message.guildId === life.idOf(name));
        messages.forEach((message, i) => {
          const before = messages[i - 1];
          const zone = life.segmentsOf(name).find((segment) => segment.from < message.at && message.at <= segment.to)?.timeZone ?? '';
          if (before === undefined) return;
          const clock = life.clockOf(zone);
          expect(clock.dayOf(before.at) < clock.dayOf(message.at), `${name}: ${before.nonce} ${message.nonce}`).toBe(true);
        });
      }
      expect(new Set(life.messages.map((message) => message.nonce)).size).toBe(life.messages.length);
    });

    it('come once in each round, and a round does not begin with the one before', () => {
      for (const name of life.names) {
        const shown = life.claims.filter((claim) => claim.guildId === life.idOf(name)).map((claim) => claim.tipId);
        for (let from = 0; from < shown.length; from += TIPS.length) {
          const round = shown.slice(from, from + TIPS.length);
          expect(new Set(round).size, name).toBe(round.length);
          if (from > 0) expect(shown[from], name).not.toBe(shown[from - 1]);
        }
      }
      const posted = life.messages.map((message) =>
        life.claims.find((claim) => claim.guildId === message.guildId && claim.tipId === message.tipId),
      );
      expect(posted).not.toContain(undefined);
    });
  });
});
