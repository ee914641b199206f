/** What this process has said lately, for as long as a conversation lasts: it stands in for a database that does not answer. */
import { putLast } from '../../core/bounded-map.js';
import type { AnsweredQuestion, Turn } from '../../core/ports.js';
import { withTurn } from '../memory.js';

export interface ShortMemory {
  turnsOf(conversation: string): readonly Turn[];
  addTurn(conversation: string, turn: Turn): void;
  answer(questionId: string): AnsweredQuestion | null;
  answersBy(answerId: string): readonly AnsweredQuestion[];
  saveAnswer(answer: AnsweredQuestion): void;
  removeAnswer(questionId: string): AnsweredQuestion | null;
  forgetPerson(userId: string): void;
  forgetBefore(time: number): void;
}

/** Conversations and answers remembered at the most; the oldest go first. */
const MAX_CONVERSATIONS = 2_000;
const MAX_ANSWERS = 2_000;

export function createShortMemory(): ShortMemory {
  const conversations = new Map<string, readonly Turn[]>();
  const answers = new Map<string, AnsweredQuestion>();
  const keepTurns = (keep: (turn: Turn) => boolean): void => {
    for (const [conversation, turns] of conversations) {
      const kept = turns.filter(keep);
      if (kept.length === 0) conversations.delete(conversation);
      else conversations.set(conversation, kept);
    }
  };
  const keepAnswers = (keep: (answer: AnsweredQuestion) => boolean): void => {
    for (const [id, answer] of answers) if (!keep(answer)) answers.delete(id);
  };
  return {
    turnsOf: (conversation) => conversations.get(conversation) ?? [],
    addTurn(conversation, turn) {
      const turns = withTurn(conversations.get(conversation) ?? [], turn);
      putLast(conversations, conversation, turns, MAX_CONVERSATIONS);
    },
    answer: (questionId) => answers.get(questionId) ?? null,
    answersBy: (answerId) => [...answers.values()].filter((answer) => answer.answerId === answerId),
    saveAnswer: (answer) => putLast(answers, answer.questionId, answer, MAX_ANSWERS),
    removeAnswer(questionId) {
      const removed = answers.get(questionId) ?? null;
      answers.delete(questionId);
      keepTurns(({ id }) => id !== questionId);
      return removed;
    },
    forgetPerson(userId) {
      keepTurns(({ asker }) => asker !== userId);
      keepAnswers(({ askerId }) => askerId !== userId);
    },
    forgetBefore(time) {
      keepTurns(({ at }) => at >= time);
      keepAnswers(({ at }) => at >= time);
    },
  };
}
