/** From a question asked on Discord to a reply, and to what is kept of it. */
import type { About } from '../../core/answering/answer.js';
import type { Reply } from '../../core/answering/reply.js';
import type { KnowledgeBase } from '../../core/entry.js';
import type { AnsweredQuestion } from '../../core/ports.js';
import type { GuildSettings } from '../../core/settings.js';
import type { BotContext } from '../context.js';

/** A question with where it was asked; ids as strings. */
export interface Asked {
  readonly text: string;
  /** The message or interaction that asks. */
  readonly questionId: string;
  readonly askerId: string;
  /** The server, where the bot is a member of it. */
  readonly guildId: string | null;
  readonly channelId: string;
  readonly conversation: string;
  /** For the metrics: a command's name, "mention", "button". */
  readonly surface: string;
  /** The answer that it replies to. */
  readonly about?: About;
  /** Entries that are known not to be meant. */
  readonly without?: readonly string[];
  /** The entry that is known to be meant: it was suggested, and chosen. */
  readonly entryId?: string;
  /** It came by a command or a form, which nobody uses to chat. */
  readonly isExplicit?: boolean;
  /** The words are somebody else's than the asker's, who could not have them erased: they are kept nowhere. */
  readonly isQuoted?: boolean;
}

export interface Answered {
  readonly reply: Reply;
  /** The knowledge the reply was made from. */
  readonly knowledge: KnowledgeBase;
}

/** Entries kept for "not helpful": the next nearest ones. */
const MAX_NEAREST = 3;
const NEAREST_FROM = 0.01;

/** Answers a question. Nothing is kept yet but the turn of the conversation. */
export async function answerQuestion({ answerer, now, metrics }: BotContext, asked: Asked): Promise<Answered> {
  const startedAt = now();
  const current = answerer();
  const { text, conversation, questionId, askerId, about, without, isExplicit = false, isQuoted = false } = asked;
  const where = { conversation, id: questionId, asker: askerId };
  const chosen = asked.entryId === undefined ? null : await current.show({ ...where, entryId: asked.entryId });
  const reply =
    chosen ?? (await current.ask({ ...where, text, isExplicit, isQuoted, ...(about && { about }), ...(without && { without }) }));
  metrics.reply(asked.surface, reply.kind, now() - startedAt);
  return { reply, knowledge: current.knowledge };
}

/** The message that holds an answer; null for replies to interactions, which Discord keeps together itself. And when its question was edited. */
type Held = Pick<AnsweredQuestion, 'answerId' | 'editedAt' | 'isPosting'>;

/** Keeps what an edit or a click needs: the pair of question and answer. */
export async function keep(
  { store, keptForm, now }: BotContext,
  asked: Asked,
  reply: Reply,
  settings: GuildSettings,
  held: Held,
): Promise<void> {
  const { questionId, askerId, guildId, channelId, conversation } = asked;
  const entryId = reply.kind === 'answer' ? reply.entryId : null;
  await store.saveAnswer({
    ...{ questionId, askerId, guildId, channelId, conversation, entryId, ...held },
    // The wording is kept of what was not answered, for a curator to read; no more than that was agreed to.
    question: reply.kind === 'chat' || asked.isQuoted ? '' : keptForm(asked.text, settings.keepQuestions && reply.kind !== 'answer'),
    nearest: reply.kind === 'chat' ? [] : nearestOf(reply, entryId),
    at: now(),
  });
}

/** Notes that an answer was taken away. Its questions stay known, so that an edit of one does not bring it back. */
export async function answerGone({ store }: Pick<BotContext, 'store'>, answerId: string): Promise<void> {
  for (const { questionId } of await store.questionsOf(answerId)) {
    const kept = await store.removeAnswer(questionId);
    if (kept !== null) await store.saveAnswer({ ...kept, answerId: null });
  }
}

/** Counts a question that nothing was known about, for the curator. */
export async function noteGap(
  { store, keptForm, now }: BotContext,
  { text, guildId, isQuoted }: Pick<Asked, 'text' | 'guildId' | 'isQuoted'>,
  reply: Reply,
  settings: GuildSettings,
): Promise<void> {
  if (isQuoted) return;
  // What was waved away counts where somebody says so with the button.
  if (reply.kind !== 'unknown' || reply.instead) return;
  const question = keptForm(text, settings.keepQuestions);
  // Where nothing is left, a curator learns nothing.
  if (question === '') return;
  await store.addGap({ guildId, question, reason: 'unknown', entryId: reply.candidates[0]?.entryId ?? null, at: now() });
}

function nearestOf({ candidates }: Exclude<Reply, { kind: 'chat' }>, entryId: string | null): AnsweredQuestion['nearest'] {
  return candidates
    .filter((candidate) => candidate.entryId !== entryId && candidate.confidence >= NEAREST_FROM)
    .slice(0, MAX_NEAREST)
    .map((candidate) => candidate.entryId);
}
