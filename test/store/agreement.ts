/** Two stores that are told the same must say the same, whatever the order. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/core/ports.js';
import { answer, claim, everythingOf, feedback, gap, label, schedule, threadOf, turn } from './records.js';

/** Few values, so that they meet often. */
const guildId = fc.constantFrom('quay', 'pier');
const id = fc.constantFrom('q1', 'q2', 'q3');
const person = fc.constantFrom('mate', 'cook');
const entryId = fc.constantFrom('berth', 'crane');
const time = fc.integer({ min: 0, max: 6 });
const text = fc.oneof(fc.constantFrom('who', 'why', 'Ünï'), fc.string({ unit: 'binary', maxLength: 5 }));
const day = fc.constantFrom('2026-03-01', '2026-03-02', '2026-03-03');

type Act = (store: Store) => Promise<unknown>;

/** One of each verb that changes something. */
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ cooldownSeconds: time, private: fc.boolean() }, { requiredKeys: [] }).chain((change) =>
    guildId.map(
      (guild): Act =>
        (store) =>
          store.changeSettings(guild, change),
    ),
  ),
  fc.tuple(guildId, fc.option(id), person, text, time).map(
    ([guild, turnId, asker, question, at]): Act =>
      (store) =>
        store.addTurn(threadOf(guild), turn({ id: turnId, asker, question, at })),
  ),
  fc.tuple(guildId, id, person, text, time).map(
    ([guild, questionId, askerId, question, at]): Act =>
      (store) =>
        store.saveAnswer(answer({ guildId: guild, conversation: threadOf(guild), questionId, askerId, question, at })),
  ),
  id.map(
    (questionId): Act =>
      (store) =>
        store.removeAnswer(questionId),
  ),
  fc.tuple(guildId, id, person, entryId, fc.boolean(), time).map(
    ([guild, questionId, userId, entry, helpful, at]): Act =>
      (store) =>
        store.addFeedback(feedback({ guildId: guild, questionId, userId, entryId: entry, helpful, at })),
  ),
  fc.tuple(fc.option(guildId), text, fc.option(entryId), time).map(
    ([guild, question, entry, at]): Act =>
      (store) =>
        store.addGap(gap({ guildId: guild, question, entryId: entry, at })),
  ),
  fc.tuple(fc.option(guildId), text, entryId, time).map(
    ([guild, question, entry, at]): Act =>
      (store) =>
        store.addLabel(label({ guildId: guild, question, entryId: entry, at })),
  ),
  person.map(
    (userId): Act =>
      (store) =>
        store.erasePerson(userId),
  ),
  guildId.map(
    (guild): Act =>
      (store) =>
        store.guildsJoined([guild]),
  ),
  fc.tuple(guildId, time).map(
    ([guild, at]): Act =>
      (store) =>
        store.guildLeft(guild, at),
  ),
  time.map(
    (before): Act =>
      (store) =>
        store.eraseGuildsLeftBefore(before),
  ),
  fc.record({ turns: time, answers: time, gaps: time }).map(
    (before): Act =>
      (store) =>
        store.expire(before),
  ),
  fc.tuple(guildId, time).map(
    ([guild, nextDueAt]): Act =>
      (store) =>
        store.saveTipSchedule(schedule({ guildId: guild, nextDueAt })),
  ),
  guildId.map(
    (guild): Act =>
      (store) =>
        store.removeTipSchedule(guild),
  ),
  guildId.map(
    (guild): Act =>
      (store) =>
        store.pauseTips(guild, 'no-tips'),
  ),
  fc.tuple(guildId, day, fc.option(entryId), time, time, time).map(
    ([guild, localDate, tipId, cycle, claimedAt, dueAt]): Act =>
      (store) =>
        store.claimTip(claim({ guildId: guild, localDate, tipId, cycle, claimedAt, dueAt, nextDueAt: dueAt + 1 })),
  ),
  fc.tuple(time, time).map(
    ([before, now]): Act =>
      (store) =>
        store.takeUnfinishedTips(before, now),
  ),
  time.map(
    (before): Act =>
      (store) =>
        store.failTipsClaimedBefore(before),
  ),
  fc.tuple(guildId, day, fc.constantFrom('sent' as const, 'failed' as const)).map(
    ([guild, localDate, state]): Act =>
      (store) =>
        store.finishTip(guild, localDate, { state, messageId: null }),
  ),
);

const everything = async (store: Store): Promise<unknown> => [
  await everythingOf(store, 'quay'),
  await everythingOf(store, 'pier'),
  await store.curatorReport(),
  await store.questionsOf('a1'),
  await store.personalData('mate'),
  await store.guilds(),
  await store.dueTips(6, 9),
];

/** @param emptyStore each opens a store that holds nothing */
export function storesAgree(name: string, emptyStores: readonly [() => Promise<Store>, () => Promise<Store>]): void {
  describe(name, () => {
    it('agree after every sequence of verbs', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 40, size: 'max' }), async (acts) => {
          const [one, two] = [await emptyStores[0](), await emptyStores[1]()];
          for (const each of acts) expect(await each(one)).toEqual(await each(two));
          expect(await everything(one)).toEqual(await everything(two));
        }),
        { seed: 1, numRuns: 60 },
      );
    });
  });
}
