/** What an edit or a deletion of a question does to its answer; after a restart too, for the pair is kept. */
import type { Client, Message } from 'discord.js';
import type { AnsweredQuestion } from '../../core/ports.js';
import type { Queue } from '../connection/queue.js';
import { type BotContext, settingsOf } from '../context.js';
import { aboutOf } from './about.js';
import { answerGone } from './answering.js';
import { hear } from './heard.js';
import { answerParts, conversationOf } from './message-answers.js';
import { type Part, partOf, textOfParts } from './open-turns.js';
import { answerPostedIn, answerPostedTo, changeAnswer, messageAt, type Posted, removePosted } from './posting.js';

export interface ChangedQuestions {
  /** Answers an edited question anew; an update that leaves the text as it was does nothing. */
  edited(message: Message): Promise<void>;
  /** @param ids of messages of the channel that were deleted together */
  deleted(client: Client<true>, channelId: string, ids: readonly string[]): Promise<void>;
}

interface Dependencies {
  readonly queue: Queue;
  /** Asks what was not asked before. */
  readonly ask: (message: Message) => Promise<void>;
  /** The queue in which a message is answered right now, or else its channel's. */
  readonly queueOf: (messageId: string, channelId: string) => string;
}

/** An edit that adds a mention is a question as long as people still look at the message. */
const LATE_MENTION_MS = 10 * 60_000;

export function createChangedQuestions(context: BotContext, { queue, ask, queueOf }: Dependencies): ChangedQuestions {
  const { store, now, recent, turns, keptForm } = context;
  /** Messages that are gone, as long as what follows from it is not done. */
  const deleted = new Set<string>();

  /** Answers the parts of a question as they are now, in the message that answered it. */
  const answerAnew = async (message: Message, parts: readonly Part[], posted: Posted, conversation: string): Promise<void> => {
    const settings = await settingsOf(context, message.guildId);
    if (parts[0]) recent.remember(parts[0].id, message.author.id, textOfParts(parts));
    // What the first message of a question replies to, the whole of it is about.
    const about = parts[0]?.id === message.id ? await aboutOf(context, message) : undefined;
    const { payload, keepFor } = await answerParts(context, message, parts, { conversation, settings, about });
    if (payload === null) return;
    if (await changeAnswer(message, posted, payload)) await keepFor(posted);
    else await answerGone(context, posted.messageId);
  };

  /** Whether an answered question reads as it did. A pin, a preview or a thread leaves the time of the last edit as it was. */
  const isAsItWas = ([first, ...more]: readonly AnsweredQuestion[], message: Message, text: string): boolean => {
    if (!first) return false;
    const known = recent.get(first.questionId);
    if (known !== null) return known === text;
    const edited = [first, ...more].find(({ questionId }) => questionId === message.id);
    if (edited?.editedAt === message.editedTimestamp) return true;
    // What was cut short, or has nothing left, tells nothing.
    return (
      first.question !== '' &&
      !first.question.endsWith('…') &&
      [false, true].some((verbatim) => keptForm(text, verbatim) === first.question)
    );
  };

  /** The messages of a question as they are now, one of which is at hand; null without the mention, where Discord shows no text. */
  const partsOf = async (message: Message, kept: readonly AnsweredQuestion[]): Promise<readonly Part[] | null> => {
    const parts = await Promise.all(
      kept.map(({ questionId }) => (questionId === message.id ? partOf(message) : partAt(message, questionId))),
    );
    return textOfParts(parts) === '' ? null : parts;
  };

  const answerKept = async (
    message: Message,
    parts: readonly Part[],
    { answerId, channelId, conversation }: AnsweredQuestion,
  ): Promise<void> => {
    if (answerId !== null) await answerAnew(message, parts, { channelId, messageId: answerId }, conversation);
  };

  /**
   * A message of which is not known whether it was answered: nothing is kept, or a process ended while it posted. Discord knows.
   * @param intent what that process had kept
   */
  const editedUnknown = async (message: Message, intent: AnsweredQuestion | null): Promise<void> => {
    const heard = hear(message);
    // By Discord's clock too, for the one here may be behind.
    const isLate = Math.max(now(), message.editedTimestamp ?? 0) - message.createdTimestamp >= LATE_MENTION_MS;
    if (heard === null || (isLate && intent === null)) return;
    const posted = await answerPostedTo(message);
    if (posted === null) return isLate ? undefined : ask(message);
    // An answer that is younger than the last edit knows it: this is a pin, a preview or a thread.
    if (heard.kind === 'words' && posted.changedAt < (message.editedTimestamp ?? 0))
      await answerAnew(message, [partOf(message)], posted, conversationOf(message, posted.channelId === message.id));
    else if (intent !== null)
      await store.saveAnswer({ ...intent, channelId: posted.channelId, answerId: posted.messageId, isPosting: false });
  };

  const forget = async (client: Client<true>, channelId: string, id: string): Promise<void> => {
    // First of all, for the next message may be on its way already.
    turns.messageGone(id);
    const kept = await store.removeAnswer(id);
    if (kept === null) {
      // Perhaps it was an answer, which somebody took away.
      await answerGone(context, id);
      return;
    }
    if (kept.isPosting) {
      const posted = await answerPostedIn(client, { channelId, questionId: id, mayHaveThread: kept.guildId !== null });
      if (posted) await removePosted({ client }, posted);
      return;
    }
    if (kept.answerId === null || deleted.has(kept.answerId)) return;
    const others = await store.questionsOf(kept.answerId);
    const rest = others.filter(({ questionId }) => !deleted.has(questionId));
    for (const { questionId } of rest) {
      const message = await messageAt(client, channelId, questionId);
      const parts = message && (await partsOf(message, rest));
      // What was answered stays where what is left cannot be read.
      if (message) return parts ? answerKept(message, parts, kept) : undefined;
    }
    for (const { questionId } of others) await store.removeAnswer(questionId);
    await removePosted({ client }, { channelId: kept.channelId, messageId: kept.answerId });
  };

  return {
    async edited(message) {
      const kept = await store.answerTo(message.id);
      if (kept === null || kept.isPosting) return editedUnknown(message, kept);
      // An answer that somebody took away stays away.
      if (kept.answerId === null) return;
      const questions = await store.questionsOf(kept.answerId);
      const parts = await partsOf(message, questions);
      if (parts === null) return;
      if (isAsItWas(questions, message, textOfParts(parts))) {
        await store.saveAnswer({ ...kept, editedAt: message.editedTimestamp });
        return;
      }
      await answerKept(message, parts, questions[0] ?? kept);
      const turn = turns.of(message.channelId, message.author.id, message.editedTimestamp ?? message.createdTimestamp);
      if (turn) turns.change({ ...turn, parts: turn.parts.map((part) => (part.id === message.id ? partOf(message) : part)) });
    },

    async deleted(client, channelId, ids) {
      for (const id of ids) deleted.add(id);
      try {
        // One after the other, for several messages may share one answer.
        for (const id of ids) await queue.run(queueOf(id, channelId), () => forget(client, channelId, id));
      } finally {
        for (const id of ids) deleted.delete(id);
      }
    },
  };
}

async function partAt({ client, channelId }: Message, id: string): Promise<Part> {
  const found = await messageAt(client, channelId, id);
  return found === null ? { id, text: '', editedAt: null } : partOf(found);
}
