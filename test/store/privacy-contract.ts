/** What every store does about people and servers that go, and with what is old. */
import { beforeEach, describe, expect, it } from 'vitest';
import { conversationKey } from '../../src/core/answering/conversation-key.js';
import type { Store } from '../../src/core/ports.js';
import { answer, claim, everythingOf, feedback, fill, gap, label, schedule, threadOf, turn } from './records.js';

/** @param emptyStore opens a store that holds nothing */
export function privacyContract(name: string, emptyStore: () => Promise<Store>): void {
  describe(`a store in ${name}, privacy`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await emptyStore();
    });

    describe('a person’s data', () => {
      const ofTwo = async (): Promise<void> => {
        for (const person of ['mate', 'cook']) {
          for (const id of [`${person}1`, `${person}2`]) {
            await store.addTurn(threadOf(), turn({ id, asker: person }));
            await store.saveAnswer(answer({ questionId: id, askerId: person }));
          }
          await store.addFeedback(feedback({ userId: person }));
        }
        await store.addTurn(threadOf(), turn({ asker: null }));
      };

      it('is counted', async () => {
        await ofTwo();
        expect(await store.personalData('mate')).toEqual({ turns: 2, answers: 2, feedback: 1 });
        expect(await store.personalData('nobody')).toEqual({ turns: 0, answers: 0, feedback: 0 });
      });

      it('is erased, and nobody else’s', async () => {
        await ofTwo();
        expect(await store.erasePerson('mate')).toEqual({ turns: 2, answers: 2, feedback: 1 });
        expect(await store.personalData('mate')).toEqual({ turns: 0, answers: 0, feedback: 0 });
        expect(await store.personalData('cook')).toEqual({ turns: 2, answers: 2, feedback: 1 });
        expect((await store.recentTurns(threadOf(), 0)).map(({ asker }) => asker)).toEqual(['cook', 'cook', null]);
      });

      it('has no part in gaps and labels', async () => {
        await store.addGap(gap());
        await store.addLabel(label());
        await store.erasePerson('mate');
        const { gaps, labels } = await store.curatorReport();
        expect([gaps.length, labels.length]).toEqual([1, 1]);
      });
    });

    describe('servers', () => {
      const traces: [string, (guildId: string) => Promise<unknown>][] = [
        ['settings', (guildId) => store.changeSettings(guildId, { private: false })],
        ['a turn in a thread', (guildId) => store.addTurn(threadOf(guildId), turn())],
        ['a turn in a channel', (guildId) => store.addTurn(conversationKey({ guildId, channelId: 'c1', askerId: 'mate' }), turn())],
        ['an answer', (guildId) => store.saveAnswer(answer({ guildId }))],
        ['feedback', (guildId) => store.addFeedback(feedback({ guildId }))],
        ['a gap', (guildId) => store.addGap(gap({ guildId }))],
        ['a label', (guildId) => store.addLabel(label({ guildId }))],
        ['a schedule', (guildId) => store.saveTipSchedule(schedule({ guildId }))],
      ];

      it.each(traces)('are listed for %s until they are left and erased', async (_, leaveTrace) => {
        await leaveTrace('quay');
        expect(await store.guilds()).toEqual(['quay']);
        await store.guildLeft('quay', 5);
        expect(await store.guilds()).toEqual([]);
        expect(await store.eraseGuildsLeftBefore(6)).toEqual(['quay']);
        // Not known to be left any more, so whatever had stayed would be listed.
        expect(await store.guilds()).toEqual([]);
      });

      it('are listed for the history of tips that stays when the schedule goes', async () => {
        await store.saveTipSchedule(schedule());
        await store.claimTip(claim());
        await store.removeTipSchedule('quay');
        expect(await store.guilds()).toEqual(['quay']);
      });

      it('do not include direct messages', async () => {
        await store.addTurn(conversationKey({ guildId: null, channelId: 'd1', askerId: 'mate' }), turn());
        await store.saveAnswer(answer({ guildId: null }));
        await store.addGap(gap({ guildId: null }));
        expect(await store.guilds()).toEqual([]);
      });

      it('are erased entirely when they were left long enough, and no others are', async () => {
        const nothing = await everythingOf(store, 'quay');
        // Ids that begin alike, for conversations are named after them.
        for (const guildId of ['quay', 'qua', 'quayside']) await fill(store, guildId);
        const others = [await everythingOf(store, 'qua'), await everythingOf(store, 'quayside')];
        await store.guildLeft('quay', 5);
        await store.guildLeft('quayside', 6);
        expect(await store.eraseGuildsLeftBefore(6)).toEqual(['quay']);
        expect(await everythingOf(store, 'quay')).toEqual(nothing);
        expect([await everythingOf(store, 'qua'), await everythingOf(store, 'quayside')]).toEqual(others);
        expect(await store.eraseGuildsLeftBefore(6)).toEqual([]);
      });

      it('keep the date on which they were left first', async () => {
        await store.guildLeft('quay', 5);
        await store.guildLeft('quay', 50);
        expect(await store.eraseGuildsLeftBefore(6)).toEqual(['quay']);
      });

      it('keep their data when they are joined again', async () => {
        await fill(store, 'quay');
        const before = await everythingOf(store, 'quay');
        await store.guildLeft('quay', 5);
        await store.guildsJoined(['quay']);
        expect(await store.guilds()).toEqual(['quay']);
        expect(await store.eraseGuildsLeftBefore(100)).toEqual([]);
        expect(await everythingOf(store, 'quay')).toEqual(before);
      });
    });

    describe('servers that are joined', () => {
      it('are any number at once: more than a statement has parameters for, and none', async () => {
        for (const guildId of ['quay', 'pier', 'buoy']) await store.guildLeft(guildId, 5);
        const others = Array.from({ length: 70_000 }, (_, i) => `other ${i}`);
        await store.guildsJoined(['pier', ...others, 'quay']);
        await store.guildsJoined([]);
        expect(await store.eraseGuildsLeftBefore(100)).toEqual(['buoy']);
      });
    });

    describe('old data', () => {
      it('expires by its kind, and what is as old as the limit stays', async () => {
        for (const at of [9, 10]) {
          await store.addTurn(threadOf(), turn({ at }));
          await store.saveAnswer(answer({ questionId: `q${at}`, at }));
          await store.addFeedback(feedback({ questionId: `q${at}`, at }));
          await store.addGap(gap({ question: `at ${at}`, at }));
          await store.addLabel(label({ question: `at ${at}`, at }));
        }
        const left = async (): Promise<number[]> => {
          const { gaps, labels } = await store.curatorReport();
          const { turns, answers, feedback: verdicts } = await store.personalData('mate');
          return [turns, answers, verdicts, gaps.length, labels.length];
        };
        await store.expire({ turns: 10, answers: 0, gaps: 0 });
        expect(await left()).toEqual([1, 2, 2, 2, 2]);
        await store.expire({ turns: 0, answers: 10, gaps: 0 });
        expect(await left()).toEqual([1, 1, 1, 2, 2]);
        await store.expire({ turns: 0, answers: 0, gaps: 10 });
        expect(await left()).toEqual([1, 1, 1, 1, 1]);
        expect((await store.recentTurns(threadOf(), 0)).map(({ at }) => at)).toEqual([10]);
      });

      it('counts the age of a gap from the last time', async () => {
        for (const at of [1, 10]) await store.addGap(gap({ at }));
        await store.expire({ turns: 0, answers: 0, gaps: 10 });
        expect((await store.curatorReport()).gaps.map(({ count }) => count)).toEqual([2]);
      });

      it('includes deliveries of tips, but none of the round before and since', async () => {
        await store.saveTipSchedule(schedule({ nextDueAt: 0 }));
        // The calendar day shows which deliveries are left: a new claim for it succeeds only where there is none.
        const days = ['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04'];
        for (const [i, localDate] of days.entries()) {
          await store.claimTip(claim({ localDate, cycle: i, claimedAt: i, dueAt: i, nextDueAt: i + 1 }));
        }
        await store.expire({ turns: 0, answers: 0, gaps: 1 });
        await store.expire({ turns: 0, answers: 0, gaps: 1_000 });
        const again: boolean[] = [];
        for (const [i, localDate] of days.entries()) again.push(await store.claimTip(claim({ localDate, dueAt: i + 4, nextDueAt: i + 5 })));
        expect(again).toEqual([true, true, false, false]);
      });
    });
  });
}
