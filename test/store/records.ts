/** Records for the store's tests; what a test is not about has a value of no importance. */
import { conversationKey } from '../../src/core/answering/conversation-key.js';
import type { AnsweredQuestion, ChoiceLabel, Feedback, Gap, Store, Turn } from '../../src/core/ports.js';
import type { TipSchedule } from '../../src/core/tips/tips.js';

/** A thread of a server, "quay" unless it is named. */
export const threadOf = (guildId = 'quay'): string => conversationKey({ guildId, channelId: 'c1', threadId: 't1', askerId: 'mate' });

export const turn = (rest: Partial<Turn> = {}): Turn => ({
  id: null,
  asker: 'mate',
  question: 'how deep is the berth',
  entryId: 'berth',
  offered: ['crane', 'tide'],
  at: 10,
  ...rest,
});

export const answer = (rest: Partial<AnsweredQuestion> = {}): AnsweredQuestion => ({
  questionId: 'q1',
  guildId: 'quay',
  channelId: 'c1',
  askerId: 'mate',
  answerId: 'a1',
  conversation: threadOf(),
  entryId: 'berth',
  question: 'how deep is the berth',
  nearest: ['crane', 'tide'],
  editedAt: null,
  isPosting: false,
  at: 10,
  ...rest,
});

export const feedback = (rest: Partial<Feedback> = {}): Feedback => ({
  questionId: 'q1',
  userId: 'mate',
  guildId: 'quay',
  entryId: 'berth',
  helpful: true,
  at: 10,
  ...rest,
});

export const gap = (rest: Partial<Gap> = {}): Gap => ({
  guildId: 'quay',
  question: 'who feeds the gulls',
  reason: 'unknown',
  entryId: null,
  at: 10,
  ...rest,
});

export const label = (rest: Partial<ChoiceLabel> = {}): ChoiceLabel => ({
  guildId: 'quay',
  question: 'deep water',
  entryId: 'berth',
  at: 10,
  ...rest,
});

export const schedule = (rest: Partial<Omit<TipSchedule, 'pausedBecause'>> = {}): Omit<TipSchedule, 'pausedBecause'> => ({
  guildId: 'quay',
  channelId: 'c1',
  timeZone: 'Europe/Berlin',
  time: '09:00',
  weekdays: [1, 3, 5],
  nextDueAt: 1_000,
  ...rest,
});

type Claim = Parameters<Store['claimTip']>[0];

export const claim = (rest: Partial<Claim> = {}): Claim => ({
  guildId: 'quay',
  channelId: 'c1',
  localDate: '2026-03-02',
  tipId: 'knots',
  cycle: 0,
  claimedAt: 1_000,
  dueAt: 1_000,
  nextDueAt: 2_000,
  ...rest,
});

/** Puts one of everything into a server. */
export async function fill(store: Store, guildId: string): Promise<void> {
  const conversation = threadOf(guildId);
  const ids = { guildId, questionId: `q-${guildId}` };
  await store.changeSettings(guildId, { replyIn: 'thread' });
  await store.addTurn(conversation, turn({ id: ids.questionId }));
  await store.saveAnswer(answer({ ...ids, conversation, answerId: `a-${guildId}` }));
  await store.addFeedback(feedback(ids));
  await store.addGap(gap({ guildId }));
  await store.addLabel(label({ guildId }));
  await store.saveTipSchedule(schedule({ guildId }));
  await store.claimTip(claim({ guildId }));
}

/** Everything that can be read about a server. */
export async function everythingOf(store: Store, guildId: string): Promise<object> {
  return {
    settings: await store.settings(guildId),
    turns: await store.recentTurns(threadOf(guildId), 0),
    answer: await store.answerTo(`q-${guildId}`),
    answers: await store.questionsOf(`a-${guildId}`),
    report: await store.curatorReport(guildId),
    schedule: await store.tipSchedule(guildId),
    history: await store.tipHistory(guildId),
  };
}
