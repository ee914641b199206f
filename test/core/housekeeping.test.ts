import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepHouse } from '../../src/core/housekeeping.js';
import type { Log, Store } from '../../src/core/ports.js';
import { openStore } from '../../src/store/index.js';

const NOW = Date.UTC(2027, 2, 1, 12);
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const RETENTION = { days: 30, gapDays: 365, leftServerDays: 7 };

let store: Store;
let lines: { readonly event: string; readonly fields: unknown }[];
beforeEach(async () => {
  store = await openStore(':memory:');
  lines = [];
});
afterEach(() => store.close());

const log: Log = {
  debug: () => {},
  info: (event, fields) => void lines.push({ event, fields }),
  warn: () => {},
  error: (event, error) => void lines.push({ event, fields: error }),
};
const clean = (): Promise<void> => keepHouse({ store, now: () => NOW, log }, RETENTION);

const answer = (questionId: string, at: number, guildId: string | null = 'guild') =>
  store.saveAnswer({
    ...{ questionId, guildId, at, channelId: 'general', askerId: 'mia', answerId: `answer to ${questionId}` },
    ...{ conversation: 'here', entryId: 'kernel', question: 'what is a kernel', nearest: [], editedAt: null, isPosting: false },
  });

describe('keeping house', () => {
  it('erases turns half an hour old, and leaves younger ones', async () => {
    const turn = { asker: 'mia', question: 'what', entryId: null, offered: [] };
    await store.addTurn('here', { ...turn, id: 'old', at: NOW - 30 * MINUTE_MS - 1 });
    await store.addTurn('here', { ...turn, id: 'young', at: NOW - 30 * MINUTE_MS + 1 });
    await clean();
    expect((await store.recentTurns('here', 0)).map(({ id }) => id)).toEqual(['young']);
  });

  it('erases answered questions and feedback after the days that these are kept', async () => {
    const feedback = { userId: 'tom', guildId: 'guild', entryId: 'kernel', helpful: true };
    const [old, young] = [NOW - RETENTION.days * DAY_MS - 1, NOW - RETENTION.days * DAY_MS + 1];
    await answer('old', old);
    await answer('young', young);
    await store.addFeedback({ ...feedback, questionId: 'old', at: old });
    await store.addFeedback({ ...feedback, questionId: 'young', at: young });
    await clean();
    expect(await store.answerTo('old')).toBeNull();
    expect(await store.answerTo('young')).not.toBeNull();
    expect(await store.personalData('tom')).toMatchObject({ feedback: 1 });
  });

  it('erases gaps and labels after the days that these are kept, which are others', async () => {
    const [old, young] = [NOW - RETENTION.gapDays * DAY_MS - 1, NOW - RETENTION.days * DAY_MS - 1];
    for (const [question, at] of [
      ['old', old],
      ['young', young],
    ] as const) {
      await store.addGap({ guildId: null, question, reason: 'unknown', entryId: null, at });
      await store.addLabel({ guildId: null, question, entryId: 'kernel', at });
    }
    await clean();
    const { gaps, labels } = await store.curatorReport();
    expect(gaps.map(({ question }) => question)).toEqual(['young']);
    expect(labels.map(({ question }) => question)).toEqual(['young']);
  });

  it('erases everything of a server that was left long enough ago, says which, and nothing of the others', async () => {
    const longAgo = NOW - RETENTION.leftServerDays * DAY_MS - 1;
    for (const guildId of ['left', 'just left', 'back', 'stayed']) {
      await answer(`of ${guildId}`, NOW, guildId);
      await store.changeSettings(guildId, { cooldownSeconds: 7 });
    }
    await store.guildLeft('left', longAgo);
    await store.guildLeft('just left', longAgo + 2);
    await store.guildLeft('back', longAgo);
    await store.guildsJoined(['back']);
    await clean();
    expect(await store.answerTo('of left')).toBeNull();
    expect((await store.settings('left')).cooldownSeconds).not.toBe(7);
    for (const guildId of ['just left', 'back', 'stayed']) {
      expect(await store.answerTo(`of ${guildId}`)).not.toBeNull();
      expect((await store.settings(guildId)).cooldownSeconds).toBe(7);
    }
    expect(lines).toEqual([{ event: 'guild-erased', fields: { guildId: 'left' } }]);
  });

  it('says nothing where nothing is to do', async () => {
    await answer('young', NOW);
    await clean();
    expect(lines).toEqual([]);
  });

  it('that fails is logged, and fails nobody', async () => {
    const closed = await openStore(':memory:');
    await closed.close();
    await keepHouse({ store: closed, now: () => NOW, log }, RETENTION);
    expect(lines).toEqual([{ event: 'housekeeping-failed', fields: expect.any(Error) }]);
  });
});
