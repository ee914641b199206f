/** Questions that people ask while something is wrong, and what became of them. */
import { join } from 'node:path';
import { DATABASE_AWAY, SOMETHING_FAILED } from '../../dist/discord/context.js';
import { loadKnowledge } from '../../dist/knowledge/folder/load.js';
import { ms, quantile } from '../parts/figures.mjs';

/** The entries' own questions, each of which is answered with its entry. */
export const TEXTS = loadKnowledge(join(import.meta.dirname, '..', '..', 'knowledge')).entries.map(({ question }) => question);
const APOLOGIES = [DATABASE_AWAY, SOMETHING_FAILED];
const ACKNOWLEDGED_WITHIN_MS = 1_000;
const LATE_AFTER_MS = 3_000;
/** Discord's flag of a message that says "is thinking". */
const LOADING = 1 << 7;

export const wait = (time) => new Promise((resolve) => setTimeout(resolve, time));

/** Follows the questions that are asked through it. */
export function followQuestions({ playground, application }) {
  const asked = new Map();
  const toldAside = [];

  const answered = (question, message) => {
    if (APOLOGIES.some((text) => message.content.includes(text))) question.apologies++;
    else {
      question.answers.push(message);
      question.answeredAt ??= performance.now();
    }
  };
  playground.on(({ kind, message }) => {
    if ((kind !== 'message-created' && kind !== 'message-edited') || message.authorId !== application.id) return;
    const question = asked.get(message.interaction?.id ?? message.reference?.messageId);
    if (question === undefined) {
      if (playground.world.channels.get(message.channelId).guildId === null) toldAside.push(message.content);
      return;
    }
    question.acknowledgedAt ??= performance.now();
    const isLoading = (message.flags & LOADING) !== 0;
    if (!isLoading && !question.answers.includes(message)) answered(question, message);
  });

  return {
    /** What people were told in direct messages, such as to wait. */
    toldAside,
    all: () => [...asked.values()],
    /** Asks by `/ask` or by a mention. */
    ask(kind, person, channelId, text) {
      const at = performance.now();
      const { id } =
        kind === 'ask' ? person.slash(channelId, 'ask', { question: text }) : person.send(channelId, `<@${application.id}> ${text}`);
      const question = { id, at, acknowledgedAt: null, answeredAt: null, answers: [], apologies: 0 };
      asked.set(id, question);
      return question;
    },
  };
}

/** Does something `count` times, evenly over a time. @param act called with the number of the time, from 0 */
export async function evenly(count, overMs, act) {
  const startedAt = performance.now();
  for (let i = 0; i < count; i++) {
    const left = startedAt + (overMs * i) / count - performance.now();
    if (left > 0) await wait(left);
    act(i);
  }
  const left = startedAt + overMs - performance.now();
  if (left > 0) await wait(left);
}

/** Waits until something is so, no longer than `withinMs`; returns whether it is. */
export async function until(isSo, withinMs) {
  for (const end = performance.now() + withinMs; performance.now() < end; await wait(100)) if (await isSo()) return true;
  return isSo();
}

export const allAnswered = (questions) => () => questions.every(({ answeredAt }) => answeredAt !== null);

export const HEAD = [
  ...['fault', 'database', 'asked', 'ack. in 1 s', 'answered', 'p50 ms', 'p99 ms', 'max ms', 'late', 'doubled', 'lost', 'kept'],
  'kept after s',
];

/**
 * A row of the table.
 * @param kept how many are in the database afterwards, and how long after the fault's end; null where the fault is not about that
 */
export function rowOf(fault, database, questions, kept = null) {
  const times = questions.flatMap(({ at, answeredAt }) => (answeredAt === null ? [] : [answeredAt - at])).sort((a, b) => a - b);
  const time = (share) => (times.length === 0 ? '-' : ms(quantile(times, share)));
  const count = (is) => String(questions.filter(is).length);
  return [
    ...[fault, database, String(questions.length)],
    count(({ at, acknowledgedAt }) => acknowledgedAt !== null && acknowledgedAt - at <= ACKNOWLEDGED_WITHIN_MS),
    ...[String(times.length), time(0.5), time(0.99), time(1)],
    String(times.filter((one) => one > LATE_AFTER_MS).length),
    count(({ answers }) => answers.length > 1),
    count(({ answeredAt }) => answeredAt === null),
    ...(kept === null ? ['-', '-'] : [String(kept.count), kept.afterMs === null ? 'never' : (kept.afterMs / 1_000).toFixed(1)]),
  ];
}
