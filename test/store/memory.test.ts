import { describe, expect, it } from 'vitest';
import type { Turn } from '../../src/core/ports.js';
import { memoryConversations } from '../../src/store/memory.js';

const turn = (at: number, question = `asked at ${at}`): Turn => ({
  id: null,
  asker: null,
  question,
  entryId: 'berth',
  offered: ['crane'],
  at,
});
async function storeWith(conversation: string, ...turns: readonly Turn[]): Promise<ReturnType<typeof memoryConversations>> {
  const store = memoryConversations();
  for (const item of turns) await store.addTurn(conversation, item);
  return store;
}

describe('conversations in memory', () => {
  it('has no turns of a conversation that has not begun', async () => {
    expect(await memoryConversations().recentTurns('quay', 0)).toEqual([]);
  });

  it('gives back a turn as it was added', async () => {
    const whole: Turn = { id: 'm1', asker: 'mate', question: 'who waits', entryId: null, offered: [], at: 5 };
    expect(await (await storeWith('quay', whole)).recentTurns('quay', 0)).toEqual([whole]);
  });

  it('gives the turns oldest first', async () => {
    const store = await storeWith('quay', turn(1), turn(2), turn(3));
    expect((await store.recentTurns('quay', 0)).map(({ at }) => at)).toEqual([1, 2, 3]);
  });

  it('leaves out what was before a time, and keeps what was at it', async () => {
    const store = await storeWith('quay', turn(1), turn(2), turn(3));
    expect((await store.recentTurns('quay', 2)).map(({ at }) => at)).toEqual([2, 3]);
  });

  it('keeps conversations apart', async () => {
    const store = await storeWith('quay', turn(1));
    await store.addTurn('pier', turn(2));
    expect((await store.recentTurns('quay', 0)).map(({ at }) => at)).toEqual([1]);
  });

  it('keeps conversations apart from those of another memory', async () => {
    await storeWith('quay', turn(1));
    expect(await memoryConversations().recentTurns('quay', 0)).toEqual([]);
  });

  it('takes any text as the name of a conversation', async () => {
    const store = await storeWith('__proto__', turn(1));
    expect([await store.recentTurns('__proto__', 0), await store.recentTurns('constructor', 0)]).toEqual([[turn(1)], []]);
  });

  it('keeps the last twenty turns of a conversation', async () => {
    const store = await storeWith('quay', ...Array.from({ length: 25 }, (_, i) => turn(i)));
    expect((await store.recentTurns('quay', 0)).map(({ at }) => at)).toEqual(Array.from({ length: 20 }, (_, i) => i + 5));
  });

  it('puts a turn asked again into its old place', async () => {
    const again = { ...turn(9, 'asked anew'), id: 'm2' };
    const store = await storeWith('quay', { ...turn(1), id: 'm1' }, { ...turn(2), id: 'm2' }, { ...turn(3), id: 'm3' }, again);
    expect((await store.recentTurns('quay', 0)).map(({ id, at }) => [id, at])).toEqual([
      ['m1', 1],
      ['m2', 9],
      ['m3', 3],
    ]);
  });

  it('takes turns without an id for different ones', async () => {
    const store = await storeWith('quay', turn(1), turn(1));
    expect(await store.recentTurns('quay', 0)).toHaveLength(2);
  });

  it('does not change what it gave before when a turn is added', async () => {
    const store = await storeWith('quay', turn(1));
    const before = await store.recentTurns('quay', 0);
    await store.addTurn('quay', turn(2));
    expect(before).toEqual([turn(1)]);
  });

  it('keeps turns that are added at once', async () => {
    const store = memoryConversations();
    await Promise.all([1, 2, 3].map((at) => store.addTurn('quay', turn(at))));
    expect(await store.recentTurns('quay', 0)).toHaveLength(3);
  });
});
