import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Log, Metrics, Store } from '../../../src/core/ports.js';
import { createDailyTips, nonceOf, type PostableTip, type PostOutcome } from '../../../src/discord/tips/daily-tips.js';
import { openStore } from '../../../src/store/index.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** 09:00 in Berlin on a Thursday. */
const DUE = Date.parse('2026-01-15T08:00:00Z');
const SENT: PostOutcome = { kind: 'sent', messageId: 'm' };

let store: Store;
let now: number;
let tips: readonly string[];
let posted: (PostableTip & { readonly nonce: string })[];
let counts: string[];
let logged: string[];
/** What managers were told. */
let told: string[];
/** What the permissions say. */
let mayPost: boolean | null;
/** The clock that nobody sets. */
let monotonic: number;
/** What Discord says to a request. */
let answer: (tip: PostableTip) => PostOutcome | Promise<PostOutcome>;

const log: Log = {
  debug: () => {},
  info: (event) => logged.push(`info ${event}`),
  warn: (event) => logged.push(`warn ${event}`),
  error: (event) => logged.push(`error ${event}`),
};
const metrics: Metrics = {
  reply: () => {},
  handled: () => {},
  late: () => {},
  discordError: () => {},
  tip: (outcome) => counts.push(outcome),
};

/** The daily tips of a process, over the store or one that fails in some verb. */
function startTips(over: Partial<Store> = {}) {
  const post = async (tip: PostableTip, nonce: string): Promise<PostOutcome> => {
    posted.push({ ...tip, nonce });
    return answer(tip);
  };
  return createDailyTips({
    ...{ store: { ...store, ...over }, now: () => now, monotonic: () => monotonic, tips: () => tips, post, log, metrics },
    mayPost: () => mayPost,
    tellManagers: async ({ guildId }, because) => void told.push(`${guildId} ${because}`),
  });
}

async function schedule(guildId: string, change: { timeZone?: string; nextDueAt?: number; channelId?: string } = {}): Promise<void> {
  const usual = { channelId: '77', timeZone: 'Europe/Berlin', nextDueAt: DUE };
  await store.saveTipSchedule({ guildId, time: '09:00', weekdays: [1, 2, 3, 4, 5, 6, 7], ...usual, ...change });
}

beforeEach(async () => {
  store = await openStore(':memory:');
  now = DUE;
  tips = ['a', 'b', 'c'];
  posted = [];
  counts = [];
  logged = [];
  told = [];
  mayPost = true;
  monotonic = 0;
  answer = () => SENT;
});
afterEach(() => store.close());

describe('a tick', () => {
  it('posts what is due, once, and moves the schedule to the next day', async () => {
    await schedule('1');
    await schedule('2', { nextDueAt: DUE + 1 });
    const daily = startTips();
    await daily.tick();
    expect(posted).toEqual([
      {
        guildId: '1',
        channelId: '77',
        localDate: '2026-01-15',
        tipId: expect.stringMatching(/^[abc]$/),
        cycle: 0,
        claimedAt: DUE,
        nonce: 'tip:1260115',
      },
    ]);
    expect(await store.tipSchedule('1')).toMatchObject({ nextDueAt: DUE + DAY, pausedBecause: null });
    expect(counts).toEqual(['sent']);
    now += HOUR;
    await daily.tick();
    expect(posted.map((tip) => tip.guildId)).toEqual(['1', '2']);
  });

  it('posts all that is due, also more than one batch', async () => {
    for (let i = 1; i <= 120; i++) await schedule(`${i}`);
    await startTips().tick();
    expect(new Set(posted.map((tip) => tip.guildId)).size).toBe(120);
    expect(posted).toHaveLength(120);
  });

  it('has five requests under way at most', async () => {
    for (let i = 1; i <= 20; i++) await schedule(`${i}`);
    let underWay = 0;
    let most = 0;
    answer = async () => {
      most = Math.max(most, ++underWay);
      await new Promise((resolve) => setImmediate(resolve));
      underWay--;
      return SENT;
    };
    await startTips().tick();
    expect(most).toBe(5);
  });

  it('shares the work with other processes, so that each tip is posted once', async () => {
    for (let i = 1; i <= 30; i++) await schedule(`${i}`);
    await Promise.all([startTips().tick(), startTips().tick(), startTips().tick()]);
    expect(posted.map((tip) => tip.guildId).sort()).toEqual(Array.from({ length: 30 }, (_, i) => `${i + 1}`).sort());
  });

  it('joins one that runs', async () => {
    await schedule('1');
    const daily = startTips();
    const running = daily.tick();
    expect(daily.tick()).toBe(running);
    await running;
    expect(posted).toHaveLength(1);
  });

  it('catches up on what is two hours late, and skips what is later', async () => {
    await schedule('1');
    now = DUE + 2 * HOUR;
    await startTips().tick();
    expect(posted.map((tip) => tip.guildId)).toEqual(['1']);
    await schedule('2');
    now += 1;
    await startTips().tick();
    expect(posted.map((tip) => tip.guildId)).toEqual(['1']);
    expect(counts).toEqual(['sent', 'skipped']);
    expect(await store.tipSchedule('2')).toMatchObject({ nextDueAt: DUE + DAY });
    expect(await store.tipHistory('2')).toMatchObject({ shown: [], lastAt: null });
  });

  it('posts the tip of today after an outage of days, and none for the days before', async () => {
    await schedule('1', { nextDueAt: DUE - 3 * DAY });
    await startTips().tick();
    expect(posted.map((tip) => tip.localDate)).toEqual(['2026-01-15']);
    expect(counts).toEqual(['skipped', 'sent']);
  });

  it('pauses a schedule where there are no tips, and takes it up again when there are some', async () => {
    await schedule('1');
    tips = [];
    await startTips().tick();
    expect(await store.tipSchedule('1')).toMatchObject({ pausedBecause: 'no-tips', nextDueAt: DUE + DAY });
    expect(posted).toEqual([]);
    tips = ['a'];
    now += DAY;
    await startTips().tick();
    expect(posted.map((tip) => tip.tipId)).toEqual(['a']);
    expect(await store.tipSchedule('1')).toMatchObject({ pausedBecause: null });
  });
});

describe('a refused tip', () => {
  /** Lets a day pass, and says whether something was asked of Discord. */
  const nextDay = async (): Promise<boolean> => {
    const before = posted.length;
    now += DAY;
    await startTips().tick();
    return posted.length > before;
  };
  beforeEach(async () => {
    await schedule('1');
    now = DUE - DAY;
    answer = () => ({ kind: 'refused', because: 'no-permission' });
  });

  it('is not tried again on its day, but on the next ones, and pauses its schedule when three in a row were refused', async () => {
    expect(await nextDay()).toBe(true);
    now += 3 * MINUTE;
    await startTips().tick();
    expect(posted).toHaveLength(1);
    now -= 3 * MINUTE;
    expect([await nextDay(), (await store.tipSchedule('1'))?.pausedBecause]).toEqual([true, null]);
    expect([await nextDay(), (await store.tipSchedule('1'))?.pausedBecause]).toEqual([true, 'no-permission']);
    expect(counts).toEqual(['failed', 'failed', 'failed']);
  });

  it('that is followed by one that was posted counts no more', async () => {
    for (const because of ['no-permission', null, 'no-permission', 'no-permission'] as const) {
      answer = () => (because === null ? SENT : { kind: 'refused', because });
      expect(await nextDay()).toBe(true);
    }
    expect(await store.tipSchedule('1')).toMatchObject({ pausedBecause: null });
  });

  it('has the managers told once, when the schedule is paused', async () => {
    for (let day = 1; day <= 6; day++) await nextDay();
    expect(told).toEqual(['1 no-permission']);
  });

  it('is not asked for while the permission is missing, and is when it is back, without anybody’s doing', async () => {
    for (let day = 1; day <= 3; day++) await nextDay();
    mayPost = false;
    expect([await nextDay(), await nextDay()]).toEqual([false, false]);
    mayPost = true;
    answer = () => SENT;
    expect(await nextDay()).toBe(true);
    expect(await store.tipSchedule('1')).toMatchObject({ pausedBecause: null });
    expect(await nextDay()).toBe(true);
  });

  it('of a server that another process looks after is left to that one', async () => {
    for (let day = 1; day <= 3; day++) await nextDay();
    mayPost = null;
    expect(await nextDay()).toBe(false);
    expect(await store.tipSchedule('1')).toMatchObject({ nextDueAt: now });
  });

  it('was shown to nobody, so it comes another day', async () => {
    tips = ['a', 'b'];
    await nextDay();
    answer = () => SENT;
    await nextDay();
    await nextDay();
    expect(new Set(posted.slice(1).map((tip) => tip.tipId))).toEqual(new Set(['a', 'b']));
  });

  it('does not count against a schedule that was given another channel meanwhile', async () => {
    answer = async () => {
      await schedule('1', { channelId: '88', nextDueAt: DUE + 9 * DAY });
      return { kind: 'refused', because: 'channel-gone' };
    };
    await nextDay();
    expect(await store.tipSchedule('1')).toMatchObject({ channelId: '88', pausedBecause: null });
    expect(told).toEqual([]);
  });
});

describe('a tip of which it is unknown whether it was posted', () => {
  beforeEach(async () => {
    await schedule('1');
    answer = () => ({ kind: 'unclear' });
    await startTips().tick();
    posted = [];
  });

  it('is posted again after two minutes, with the same nonce', async () => {
    now = DUE + 2 * MINUTE;
    await startTips().tick();
    expect(posted).toEqual([]);
    now += 1;
    answer = () => SENT;
    await startTips().tick();
    expect(posted.map((tip) => tip.nonce)).toEqual(['tip:1260115']);
    expect(counts).toEqual(['sent']);
  });

  it('is posted again once only, and then counted as failed', async () => {
    for (let minute = 1; minute <= 10; minute++) {
      now = DUE + minute * MINUTE;
      await startTips().tick();
    }
    expect(posted).toHaveLength(1);
    expect(counts).toEqual(['failed']);
  });

  it('is not posted again when Discord may have forgotten the nonce', async () => {
    now = DUE + 4 * MINUTE + 1;
    await startTips().tick();
    expect(posted).toEqual([]);
    expect(counts).toEqual(['failed']);
  });

  it('is not posted again by two processes', async () => {
    now = DUE + 3 * MINUTE;
    await Promise.all([startTips().tick(), startTips().tick()]);
    expect(posted).toHaveLength(1);
  });

  it.each([
    ['was removed', () => store.removeTipSchedule('1')],
    ['rests', () => store.pauseTips('1', 'no-permission')],
    // There it is the evening of the 14th.
    ['is in a zone with another day', () => schedule('1', { timeZone: 'Pacific/Honolulu', nextDueAt: DUE + DAY })],
  ])('is not posted again where the schedule %s', async (_, change) => {
    await change();
    now = DUE + 3 * MINUTE;
    await startTips().tick();
    expect(posted).toEqual([]);
    expect(counts).toEqual(['failed']);
  });
});

it('a tip is not tried again on the day after its own', async () => {
  // 23:58 in Berlin.
  now = DUE + 14 * HOUR + 58 * MINUTE;
  await schedule('1', { nextDueAt: now });
  answer = () => ({ kind: 'unclear' });
  await startTips().tick();
  now += 3 * MINUTE;
  await startTips().tick();
  expect(posted).toHaveLength(1);
  expect(counts).toEqual(['failed']);
});

describe('a fault', () => {
  it('with one server does not stop the others, and is logged', async () => {
    for (let i = 1; i <= 80; i++) await schedule(`${i}`);
    const tipHistory: Store['tipHistory'] = (guildId) =>
      Number(guildId) <= 60 ? Promise.reject(new Error('broken')) : store.tipHistory(guildId);
    await startTips({ tipHistory }).tick();
    expect(posted.map((tip) => Number(tip.guildId)).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 61));
    expect(logged.filter((line) => line === 'error tip-failed')).toHaveLength(60);
  });

  it('while posting leaves the claim for a second try', async () => {
    await schedule('1');
    answer = () => Promise.reject(new Error('broken'));
    const daily = startTips();
    await daily.tick();
    answer = () => SENT;
    now += 3 * MINUTE;
    await daily.tick();
    expect(posted.map((tip) => tip.nonce)).toEqual(['tip:1260115', 'tip:1260115']);
    expect(counts).toEqual(['sent']);
  });

  it('of the database ends neither the tick nor those after it', async () => {
    await schedule('1');
    let broken = true;
    const dueTips: Store['dueTips'] = (...given) => (broken ? Promise.reject(new Error('gone')) : store.dueTips(...given));
    const daily = startTips({ dueTips });
    await daily.tick();
    expect(logged).toEqual(['error tips-tick-failed']);
    broken = false;
    await daily.tick();
    expect(posted).toHaveLength(1);
  });
});

describe('the timer', () => {
  it('ticks at the start, and stops after the tick that runs, without beginning another post', async () => {
    for (let i = 1; i <= 20; i++) await schedule(`${i}`);
    let release = (): void => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    let reached = (): void => {};
    const posting = new Promise<void>((resolve) => {
      reached = resolve;
    });
    answer = async () => {
      if (posted.length === 5) reached();
      await gate;
      return SENT;
    };
    const daily = startTips();
    daily.start();
    await posting;
    const stopped = daily.stop();
    release();
    await stopped;
    expect(posted).toHaveLength(5);
    expect(counts).toEqual(['sent', 'sent', 'sent', 'sent', 'sent']);
    expect(await store.dueTips(now, 50)).toHaveLength(15);
  });
});

describe('the timer, minute after minute', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('ticks every full minute until it is stopped', async () => {
    const start = Date.parse('2026-01-15T08:00:30Z');
    vi.useFakeTimers({ now: start, toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    const ticks: number[] = [];
    const daily = startTips({
      dueTips: async () => {
        ticks.push(Date.now() - start);
        return [];
      },
    });
    daily.start();
    await vi.advanceTimersByTimeAsync(3 * MINUTE);
    await daily.stop();
    await vi.advanceTimersByTimeAsync(3 * MINUTE);
    expect(ticks.map((tick) => Math.round(tick / 1000))).toEqual([0, 30, 90, 150]);
  });
});

describe('a clock that is set back', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each([5 * MINUTE, HOUR])('by %i ms does not put off a tip that was near to its time, nor doubles it', async (step) => {
    vi.useFakeTimers({ now: DUE - 2 * MINUTE, toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    now = DUE - 2 * MINUTE;
    await schedule('1');
    const daily = startTips();
    daily.start();
    now -= step;
    vi.setSystemTime(now);
    await daily.clockSetBack(step);
    monotonic += 2 * MINUTE;
    now += 2 * MINUTE;
    await daily.tick();
    expect(posted.map((tip) => tip.localDate)).toEqual(['2026-01-15']);
    now += step + MINUTE;
    monotonic += step + MINUTE;
    await daily.tick();
    expect(posted).toHaveLength(1);
    expect(await store.tipSchedule('1')).toMatchObject({ nextDueAt: DUE + DAY });
    await daily.stop();
  });

  it('leaves the timer ticking every minute', async () => {
    const start = Date.parse('2026-01-15T08:00:30Z');
    vi.useFakeTimers({ now: start, toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    let ticks = 0;
    const daily = startTips({
      dueTips: async () => {
        ticks++;
        return [];
      },
    });
    daily.start();
    await vi.advanceTimersByTimeAsync(MINUTE);
    vi.setSystemTime(start + MINUTE - HOUR);
    await daily.clockSetBack(HOUR);
    ticks = 0;
    await vi.advanceTimersByTimeAsync(3 * MINUTE);
    expect(ticks).toBe(3);
    await daily.stop();
  });

  it('leaves alone what was given another time meanwhile', async () => {
    vi.useFakeTimers({ now: DUE - 2 * MINUTE, toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    now = DUE - 2 * MINUTE;
    await schedule('1');
    const daily = startTips();
    daily.start();
    now -= HOUR;
    await daily.clockSetBack(HOUR);
    await schedule('1', { nextDueAt: DUE + HOUR });
    monotonic += 2 * MINUTE;
    await daily.tick();
    expect(posted).toEqual([]);
    await daily.stop();
  });
});

describe('the nonce', () => {
  it('has at most 25 characters and is another for every server and day', () => {
    const ids = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map(String);
    const days = fc.integer({ min: 0, max: 36_000 }).map((n) => new Date(Date.UTC(2015, 0, 1) + n * DAY).toISOString().slice(0, 10));
    fc.assert(
      fc.property(ids, days, ids, days, (guildId, localDate, otherId, otherDate) => {
        const nonce = nonceOf({ guildId, localDate });
        expect(nonce).toMatch(/^tip:[0-9a-z]{7,19}$/);
        expect(nonce.length).toBeLessThanOrEqual(25);
        const other = nonceOf({ guildId: otherId, localDate: otherDate });
        expect(other === nonce).toBe(guildId === otherId && localDate === otherDate);
      }),
    );
  });
});
