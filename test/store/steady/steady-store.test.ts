import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { StoreUnavailable } from '../../../src/core/errors.js';
import { DEFAULT_SETTINGS } from '../../../src/core/settings.js';
import { openStore } from '../../../src/store/index.js';
import { type SteadyStore, steadyStore } from '../../../src/store/steady/steady-store.js';
import { type Door, type FaultyStore, openFaultyStore } from '../../support/faulty-store.js';
import { answer, feedback, gap, schedule, threadOf, turn } from '../records.js';

let faulty: FaultyStore;
let steady: SteadyStore;
let logged: string[];
let clock: number;
const log = {
  info: (event: string) => void logged.push(`info ${event}`),
  warn: (event: string, fields?: object) => void logged.push(`warn ${event} ${JSON.stringify(fields)}`),
  error: (event: string, error: unknown) => void logged.push(`error ${event}: ${error instanceof Error ? error.message : error}`),
};

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setImmediate'] });
  logged = [];
  clock = 0;
  faulty = await openFaultyStore();
  await faulty.inner.changeSettings('quay', { cooldownSeconds: 9 });
  steady = await steadyStore(faulty.store, log, () => clock);
});
afterEach(async () => {
  faulty.door = 'open';
  faulty.isFull = false;
  vi.useRealTimers();
  await steady.close();
});

/** Lets time go by, on both clocks. */
async function pass(ms: number): Promise<void> {
  clock += ms;
  await vi.advanceTimersByTimeAsync(ms);
}
/** What a promise comes to, with all the time that it wants. */
async function come<T>(work: Promise<T>): Promise<T> {
  const settled = work.catch(() => {});
  for (let i = 0; i < 40; i++) {
    const isSettled = await Promise.race([settled.then(() => true), vi.advanceTimersByTimeAsync(0).then(() => false)]);
    if (isSettled) break;
    await pass(250);
  }
  return work;
}
/** Lets the store find that the database is back, and make what waits. */
async function recovery(): Promise<void> {
  await pass(20_000);
  await expect.poll(() => steady.health().waiting).toBe(0);
}
/** What would be there after a restart. */
const kept = async (): Promise<number> => (await faulty.inner.recentTurns(threadOf(), 0)).length;

const DOORS: Door[] = ['failing', 'silent'];

describe.each(DOORS)('a database that is %s', (door) => {
  it('leaves settings at hand, and the defaults where nothing was set', async () => {
    faulty.door = door;
    expect((await come(steady.settings('quay'))).cooldownSeconds).toBe(9);
    expect(await come(steady.settings('pier'))).toEqual(DEFAULT_SETTINGS);
  });

  it('leaves the conversation as this process remembers it', async () => {
    await steady.addTurn(threadOf(), turn({ id: 'm1' }));
    faulty.door = door;
    await steady.addTurn(threadOf(), turn({ id: 'm2' }));
    expect((await come(steady.recentTurns(threadOf(), 0))).map(({ id }) => id)).toEqual(['m1', 'm2']);
  });

  it('holds a question up once, and the next ones not at all', async () => {
    faulty.door = door;
    await come(steady.recentTurns(threadOf(), 0));
    const tried = faulty.calls.recentTurns;
    for (let i = 0; i < 40; i++) expect(await steady.recentTurns(threadOf(), 0)).toEqual([]);
    expect(faulty.calls.recentTurns).toBe(tried);
  });

  it('gets later what was to be kept meanwhile', async () => {
    faulty.door = door;
    await come(steady.saveAnswer(answer()));
    await come(steady.addGap(gap()));
    await steady.addTurn(threadOf(), turn());
    // Once it may only be slow; when it has been tried again, it is away.
    await pass(5_000);
    expect(steady.health().isUp).toBe(false);
    faulty.door = 'open';
    await recovery();
    expect(steady.health()).toEqual({ isUp: true, waiting: 0, dropped: 0 });
    expect(await kept()).toBe(1);
    expect((await faulty.inner.curatorReport()).gaps).toHaveLength(1);
    // Of what hangs for ever nobody knows whether it was made; the question is known all the same.
    if (door === 'failing') expect(await faulty.inner.answerTo('q1')).toEqual(answer());
    expect(await come(steady.answerTo('q1'))).toEqual(answer());
  });

  it('is said once, and so is its return', async () => {
    faulty.door = door;
    for (let i = 0; i < 5; i++) {
      await come(steady.recentTurns(threadOf(), 0));
      await pass(3_000);
    }
    expect(logged.filter((line) => line.startsWith('error database-unavailable'))).toHaveLength(1);
    faulty.door = 'open';
    await recovery();
    expect(logged).toContain('info database-available');
  });

  it('fails what somebody asked to be changed or erased, and never does it behind their back', async () => {
    await come(steady.saveAnswer(answer()));
    faulty.door = door;
    for (const asked of [
      () => steady.changeSettings('quay', { cooldownSeconds: 1 }),
      () => steady.erasePerson('mate'),
      () => steady.saveTipSchedule(schedule()),
      () => steady.personalData('mate'),
    ]) {
      await expect(come<unknown>(asked())).rejects.toThrow(StoreUnavailable);
    }
    faulty.door = 'open';
    await recovery();
    expect((await steady.settings('quay')).cooldownSeconds).toBe(9);
    expect(await faulty.inner.answerTo('q1')).toEqual(answer());
  });
});

describe('a database that is late once', () => {
  it('is left in peace for a moment, and no fault is told', async () => {
    faulty.door = 'silent';
    await come(steady.recentTurns(threadOf(), 0));
    faulty.door = 'open';
    expect(steady.health().isUp).toBe(true);
    await pass(3_000);
    await come(steady.recentTurns(threadOf(), 0));
    expect([steady.health().isUp, logged]).toEqual([true, []]);
  });
});

describe('a disk that is full', () => {
  it('lets everything be read, and keeps what was said when there is room again', async () => {
    await steady.addTurn(threadOf(), turn({ id: 'm1' }));
    await expect.poll(kept).toBe(1);
    faulty.isFull = true;
    await steady.addTurn(threadOf(), turn({ id: 'm2' }));
    expect((await come(steady.recentTurns(threadOf(), 0))).map(({ id }) => id)).toEqual(['m1', 'm2']);
    expect(logged).toEqual(['error database-unavailable: the disk is full']);
    faulty.isFull = false;
    await recovery();
    expect(await kept()).toBe(2);
  });
});

describe('a question', () => {
  it('waits for one reading and one writing: settings are at hand, and its turn is kept behind it', async () => {
    faulty.door = 'silent';
    // No time goes by here.
    expect((await steady.settings('quay')).cooldownSeconds).toBe(9);
    await steady.addTurn(threadOf(), turn());
    expect(faulty.calls.settings ?? 0).toBe(0);
  });

  it('that was never asked costs no writing when its message is deleted', async () => {
    expect(await steady.removeAnswer('somebody’s chatter')).toBeNull();
    expect(faulty.calls.removeAnswer ?? 0).toBe(0);
  });
});

describe('what waits for the database', () => {
  it('goes with the person who asks to be forgotten', async () => {
    faulty.isFull = true;
    await come(steady.saveAnswer(answer({ questionId: 'mine' })));
    await come(steady.saveAnswer(answer({ questionId: 'other', askerId: 'cook' })));
    faulty.isFull = false;
    await come(steady.erasePerson('mate'));
    await recovery();
    expect([await faulty.inner.answerTo('mine'), (await faulty.inner.answerTo('other'))?.questionId]).toEqual([null, 'other']);
  });

  it('goes with the question that is deleted, and the deletion is not forgotten', async () => {
    await come(steady.saveAnswer(answer({ questionId: 'old' })));
    faulty.isFull = true;
    await come(steady.saveAnswer(answer({ questionId: 'new' })));
    expect((await come(steady.removeAnswer('new')))?.questionId).toBe('new');
    expect((await come(steady.removeAnswer('old')))?.questionId).toBe('old');
    faulty.isFull = false;
    await recovery();
    expect([await faulty.inner.answerTo('old'), await faulty.inner.answerTo('new')]).toEqual([null, null]);
  });

  it('keeps the order of one question', async () => {
    faulty.isFull = true;
    for (const answerId of [null, 'a1', 'a2']) await come(steady.saveAnswer(answer({ answerId })));
    faulty.isFull = false;
    await recovery();
    expect((await faulty.inner.answerTo('q1'))?.answerId).toBe('a2');
  });

  it('is bounded: the oldest is given up and counted', async () => {
    faulty.isFull = true;
    for (let i = 0; i < 10_050; i++) await steady.addFeedback(feedback({ questionId: `${i}` }));
    expect(steady.health()).toEqual({ isUp: false, waiting: 10_000, dropped: 50 });
    faulty.isFull = false;
    await come(steady.erasePerson('mate'));
    expect(steady.health().waiting).toBe(0);
  });

  it('is given up after an hour', async () => {
    faulty.isFull = true;
    await come(steady.addGap(gap()));
    await pass(61 * 60_000);
    faulty.isFull = false;
    await recovery();
    expect(steady.health()).toEqual({ isUp: true, waiting: 0, dropped: 1 });
  });

  it('is not held up by a write that is a mistake, which is said', async () => {
    faulty.isFull = true;
    await come(steady.saveAnswer(answer({ at: Number.NaN })));
    await come(steady.addGap(gap()));
    faulty.isFull = false;
    await recovery();
    expect((await faulty.inner.curatorReport()).gaps).toHaveLength(1);
    expect(steady.health().waiting).toBe(0);
    expect(logged.some((line) => line.startsWith('error write-failed'))).toBe(true);
  });

  it('is not held up for long by a write that fails alone, which is given up and counted', async () => {
    faulty.isFull = true;
    await come(steady.addGap(gap({ question: 'cursed' })));
    faulty.isFull = false;
    faulty.curse = 'cursed';
    for (let i = 0; i < 8; i++) {
      await come(steady.addGap(gap({ question: `${i}` })));
      await pass(3_000);
      await expect.poll(() => steady.health().waiting).toBeLessThan(2);
    }
    expect(steady.health()).toEqual({ isUp: true, waiting: 0, dropped: 1 });
    expect((await faulty.inner.curatorReport()).gaps).toHaveLength(8);
  });

  it('is tried once more at the end, and what is lost is said', async () => {
    faulty.isFull = true;
    await come(steady.addGap(gap()));
    await come(steady.close());
    expect(logged).toContain('warn writes-lost {"count":1}');
  });
});

describe('the deletion of a question that an earlier process answered', () => {
  beforeEach(() => faulty.inner.saveAnswer(answer({ questionId: 'earlier' })));

  it('tells what is kept of it while it has to wait itself', async () => {
    faulty.isFull = true;
    await come(steady.addGap(gap()));
    expect((await come(steady.removeAnswer('earlier')))?.questionId).toBe('earlier');
    faulty.isFull = false;
    await recovery();
    expect(await faulty.inner.answerTo('earlier')).toBeNull();
  });

  it('is tried right after a failure too, for the database may be back', async () => {
    faulty.door = 'failing';
    await come(steady.recentTurns(threadOf(), 0));
    await come(steady.addGap(gap()));
    faulty.door = 'open';
    expect((await come(steady.removeAnswer('earlier')))?.questionId).toBe('earlier');
    expect(await faulty.inner.answerTo('earlier')).toBeNull();
  });
});

describe('what is under way', () => {
  it('is waited for at the end: nothing that was begun is lost', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'steady-')), 'store.db');
    vi.useRealTimers();
    const store = await steadyStore(await openStore(file), log, () => clock);
    await store.addTurn(threadOf(), turn());
    void store.addGap(gap());
    await store.close();
    const again = await openStore(file);
    expect([(await again.recentTurns(threadOf(), 0)).length, (await again.curatorReport()).gaps.length]).toEqual([1, 1]);
    await again.close();
  });
});

describe('a verdict', () => {
  it('is news once, also where it had to wait', async () => {
    expect(await come(steady.addFeedback(feedback()))).toBe(true);
    expect(await come(steady.addFeedback(feedback()))).toBe(false);
    faulty.isFull = true;
    expect(await come(steady.addFeedback(feedback({ userId: 'cook' })))).toBe(true);
    faulty.isFull = false;
    await recovery();
    expect((await faulty.inner.curatorReport()).feedback).toEqual([{ entryId: 'berth', helpful: 2, notHelpful: 0 }]);
  });
});

describe('settings', () => {
  it('that another process changed are seen after a while', async () => {
    await faulty.inner.changeSettings('quay', { cooldownSeconds: 4 });
    expect((await steady.settings('quay')).cooldownSeconds).toBe(9);
    await pass(31_000);
    await steady.settings('quay');
    await vi.advanceTimersByTimeAsync(0);
    expect((await steady.settings('quay')).cooldownSeconds).toBe(4);
  });

  it('that were changed here hold at once', async () => {
    await steady.changeSettings('quay', { cooldownSeconds: 2 });
    expect((await steady.settings('quay')).cooldownSeconds).toBe(2);
  });
});
