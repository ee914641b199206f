/** What every store does, whatever is behind it: settings, conversations, answers and what goes to the curator. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/core/ports.js';
import { DEFAULT_SETTINGS } from '../../src/core/settings.js';
import { answer, feedback, gap, label, threadOf, turn } from './records.js';

/** @param emptyStore opens a store that holds nothing */
export function storeContract(name: string, emptyStore: () => Promise<Store>): void {
  describe(`a store in ${name}, records`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await emptyStore();
    });
    const at = async (conversation: string, since = 0): Promise<number[]> =>
      (await store.recentTurns(conversation, since)).map((item) => item.at);

    describe('settings', () => {
      it('are the defaults for a server that has set nothing', async () => {
        expect(await store.settings('quay')).toEqual(DEFAULT_SETTINGS);
      });

      it('keep what is not named in a change', async () => {
        await store.changeSettings('quay', { channels: ['c1', 'c2'], cooldownSeconds: 30, private: false });
        const all = await store.changeSettings('quay', { replyIn: 'thread', private: true, keepQuestions: true });
        expect(all).toEqual({ channels: ['c1', 'c2'], cooldownSeconds: 30, private: true, replyIn: 'thread', keepQuestions: true });
        expect(await store.settings('quay')).toEqual(all);
      });

      it('can be set back to none and zero', async () => {
        await store.changeSettings('quay', { channels: ['c1'], cooldownSeconds: 30, keepQuestions: true });
        const none = { channels: [], cooldownSeconds: 0, keepQuestions: false };
        expect(await store.changeSettings('quay', none)).toEqual({ ...DEFAULT_SETTINGS, ...none });
      });

      it('are returned by a change of nothing', async () => {
        await store.changeSettings('quay', { cooldownSeconds: 30 });
        expect(await store.changeSettings('quay', {})).toEqual({ ...DEFAULT_SETTINGS, cooldownSeconds: 30 });
      });

      it('are each server’s own', async () => {
        await store.changeSettings('quay', { cooldownSeconds: 30 });
        expect(await store.settings('pier')).toEqual(DEFAULT_SETTINGS);
      });
    });

    describe('conversations', () => {
      it('give back a turn as it was added', async () => {
        const turns = [turn({ id: 'm1', at: 5 }), turn({ asker: null, entryId: null, offered: [], at: 1_790_000_000_000 })];
        for (const item of turns) await store.addTurn(threadOf(), item);
        expect(await store.recentTurns(threadOf(), 0)).toEqual(turns);
      });

      it('give the turns in the order they were added', async () => {
        for (const time of [3, 1, 2]) await store.addTurn(threadOf(), turn({ at: time }));
        expect(await at(threadOf())).toEqual([3, 1, 2]);
      });

      it('leave out what was before a time, and keep what was at it', async () => {
        for (const time of [1, 2, 3]) await store.addTurn(threadOf(), turn({ at: time }));
        expect(await at(threadOf(), 2)).toEqual([2, 3]);
      });

      it('are kept apart, also by letter case and by what SQL takes for a pattern', async () => {
        for (const key of ['dm:quay', 'dm:Quay', 'dm:%', 'dm:q_ay']) await store.addTurn(key, turn({ at: key.charCodeAt(3) }));
        expect([await at('dm:quay'), await at('dm:%'), await at("dm:' or ''='")]).toEqual([[0x71], [0x25], []]);
      });

      it('show the last twenty turns', async () => {
        for (let time = 0; time < 25; time++) await store.addTurn(threadOf(), turn({ at: time }));
        expect(await at(threadOf())).toEqual(Array.from({ length: 20 }, (_, i) => i + 5));
      });

      it('put a turn asked again into its old place', async () => {
        for (const id of ['m1', 'm2', 'm3']) await store.addTurn(threadOf(), turn({ id }));
        const again = turn({ id: 'm2', question: 'asked anew', entryId: null, offered: [], at: 99 });
        await store.addTurn(threadOf(), again);
        expect(await store.recentTurns(threadOf(), 0)).toEqual([turn({ id: 'm1' }), again, turn({ id: 'm3' })]);
      });

      it('take the same id in another conversation for another turn', async () => {
        await store.addTurn(threadOf('quay'), turn({ id: 'm1', at: 1 }));
        await store.addTurn(threadOf('pier'), turn({ id: 'm1', at: 2 }));
        expect([await at(threadOf('quay')), await at(threadOf('pier'))]).toEqual([[1], [2]]);
      });

      it('keep any text, without what no database can hold', async () => {
        const texts = ['DROP TABLE turn; --', 'Ünï🚢\n\t"quoted" \\ %', 'nul\0 here', 'half \ud83d pair'];
        for (const question of texts) await store.addTurn(threadOf(), turn({ question }));
        const kept = ['DROP TABLE turn; --', 'Ünï🚢\n\t"quoted" \\ %', 'nul here', 'half \ufffd pair'];
        expect((await store.recentTurns(threadOf(), 0)).map(({ question }) => question)).toEqual(kept);
      });

      it('keep turns that are added at once', async () => {
        await Promise.all(Array.from({ length: 12 }, (_, i) => store.addTurn(threadOf(), turn({ id: `m${i}`, at: i }))));
        expect((await at(threadOf())).sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, i) => i));
      });

      it('show no more than twenty of many that are added at once', async () => {
        await Promise.all(Array.from({ length: 40 }, () => store.addTurn(threadOf(), turn())));
        expect(await at(threadOf())).toHaveLength(20);
      });
    });

    describe('answers', () => {
      it('come back as they were saved', async () => {
        const outside = answer({ questionId: 'q2', guildId: null, answerId: null, entryId: null, nearest: [], at: 1_790_000_000_000 });
        for (const saved of [answer(), outside]) await store.saveAnswer(saved);
        expect([await store.answerTo('q1'), await store.answerTo('q2'), await store.answerTo('q3')]).toEqual([answer(), outside, null]);
      });

      it('are replaced by one of the same question', async () => {
        const second = answer({
          entryId: null,
          answerId: 'a2',
          question: 'edited',
          nearest: ['mast'],
          editedAt: 1_790_000_000_001,
          at: 20,
        });
        for (const saved of [answer(), second]) await store.saveAnswer(saved);
        expect([await store.answerTo('q1'), await store.questionsOf('a1')]).toEqual([second, []]);
      });

      it('are found by the message that holds them, as they were asked', async () => {
        const asked = [answer({ questionId: 'q3', at: 1 }), answer({ questionId: 'q1', at: 2 }), answer({ questionId: 'q2', at: 2 })];
        for (const saved of [...asked].reverse()) await store.saveAnswer(saved);
        await store.saveAnswer(answer({ questionId: 'q4', answerId: 'a2' }));
        expect(await store.questionsOf('a1')).toEqual(asked);
      });

      it('are removed together with their turn', async () => {
        for (const id of ['q1', 'q2']) await store.addTurn(threadOf(), turn({ id }));
        await store.addTurn(threadOf('pier'), turn({ id: 'q1' }));
        await store.saveAnswer(answer());
        expect(await store.removeAnswer('q1')).toEqual(answer());
        expect(await store.answerTo('q1')).toBeNull();
        expect((await store.recentTurns(threadOf(), 0)).map(({ id }) => id)).toEqual(['q2']);
        expect(await at(threadOf('pier')), 'another conversation').toHaveLength(1);
      });

      it('are handed to one of those who remove them at once', async () => {
        await store.saveAnswer(answer());
        const removed = await Promise.all(Array.from({ length: 8 }, () => store.removeAnswer('q1')));
        expect(removed.filter((item) => item !== null)).toEqual([answer()]);
      });
    });

    describe('what the curator is told', () => {
      it('is nothing at first', async () => {
        expect(await store.curatorReport()).toEqual({ gaps: [], labels: [], feedback: [] });
      });

      it('counts a verdict once, until the person says otherwise', async () => {
        const said = [true, true, false, false, true];
        const news = [];
        for (const [i, helpful] of said.entries()) news.push(await store.addFeedback(feedback({ helpful, at: i })));
        expect(news).toEqual([true, false, true, false, true]);
        expect((await store.curatorReport()).feedback).toEqual([{ entryId: 'berth', helpful: 1, notHelpful: 0 }]);
      });

      it('takes a verdict on another entry for another verdict', async () => {
        await store.addFeedback(feedback({ entryId: 'berth' }));
        expect(await store.addFeedback(feedback({ entryId: 'crane' }))).toBe(true);
        expect((await store.curatorReport()).feedback).toEqual([{ entryId: 'crane', helpful: 1, notHelpful: 0 }]);
      });

      it('sums verdicts by entry, the most judged first', async () => {
        const people = ['u1', 'u2', 'u3'];
        await store.addFeedback(feedback({ questionId: 'q9', entryId: 'anchor' }));
        for (const userId of people) await store.addFeedback(feedback({ userId, helpful: userId === 'u1' }));
        expect((await store.curatorReport()).feedback).toEqual([
          { entryId: 'berth', helpful: 1, notHelpful: 2 },
          { entryId: 'anchor', helpful: 1, notHelpful: 0 },
        ]);
      });

      it('counts gaps that are the same, and keeps their latest time', async () => {
        for (const time of [10, 30, 20]) await store.addGap(gap({ at: time }));
        const { at: _, ...same } = gap();
        expect((await store.curatorReport()).gaps).toEqual([{ ...same, count: 3, lastAt: 30 }]);
      });

      it('keeps gaps apart that differ in question, server, reason or entry', async () => {
        const others: Parameters<typeof gap>[0][] = [
          { question: 'other' },
          { guildId: null },
          { reason: 'not-helpful' },
          { entryId: 'berth' },
        ];
        for (const other of [{}, ...others]) await store.addGap(gap(other));
        await store.addGap(gap({ guildId: null, entryId: 'berth' }));
        expect((await store.curatorReport()).gaps.map(({ count }) => count)).toEqual([1, 1, 1, 1, 1, 1]);
      });

      it('counts labels that are the same, and keeps their latest time', async () => {
        for (const time of [10, 30, 20]) await store.addLabel(label({ at: time }));
        for (const other of [{ entryId: 'crane' }, { guildId: null }, { question: 'other' }]) await store.addLabel(label(other));
        const { at: _, ...same } = label();
        const { labels } = await store.curatorReport();
        expect(labels[0]).toEqual({ ...same, count: 3, lastAt: 30 });
        expect(labels.slice(1).map(({ count }) => count)).toEqual([1, 1, 1]);
      });

      it('lists gaps and labels by how often, then how lately', async () => {
        for (const [question, time] of [
          ['rare', 1],
          ['often', 1],
          ['late', 9],
          ['often', 2],
        ] as const) {
          await store.addGap(gap({ question, at: time }));
          await store.addLabel(label({ question, at: time }));
        }
        const { gaps, labels } = await store.curatorReport();
        for (const list of [gaps, labels]) expect(list.map(({ question }) => question)).toEqual(['often', 'late', 'rare']);
      });

      it('can be one server’s alone', async () => {
        for (const guildId of ['quay', 'pier', null]) {
          await store.addGap(gap({ guildId }));
          await store.addLabel(label({ guildId }));
          await store.addFeedback(feedback({ guildId, userId: `of ${guildId}` }));
        }
        const { gaps, labels, feedback: verdicts } = await store.curatorReport('pier');
        expect([...gaps, ...labels].map(({ guildId }) => guildId)).toEqual(['pier', 'pier']);
        expect(verdicts).toEqual([{ entryId: 'berth', helpful: 1, notHelpful: 0 }]);
        expect((await store.curatorReport()).gaps).toHaveLength(3);
      });

      it('holds questions longer than an index of PostgreSQL can', async () => {
        // Digits that do not repeat, so that they cannot be compressed either.
        const question = Array.from({ length: 4_000 }, (_, i) => (i * 2_654_435_761) % 4_294_967_296).join('');
        for (let i = 0; i < 2; i++) await store.addGap(gap({ question }));
        expect((await store.curatorReport()).gaps.map((row) => [row.question === question, row.count])).toEqual([[true, 2]]);
      });

      it('loses no count of many at once', async () => {
        await Promise.all(Array.from({ length: 20 }, (_, i) => [store.addGap(gap({ at: i })), store.addLabel(label({ at: i }))]).flat());
        const { gaps, labels } = await store.curatorReport();
        expect([...gaps, ...labels].map(({ count, lastAt }) => [count, lastAt])).toEqual([
          [20, 19],
          [20, 19],
        ]);
      });
    });
  });
}
