/** The answer to a question in messages: made, shown as one message, and kept for each of them. */
import { escapeMarkdown, type Message } from 'discord.js';
import type { About } from '../../core/answering/answer.js';
import { conversationKey } from '../../core/answering/conversation-key.js';
import type { Reply } from '../../core/answering/reply.js';
import type { AnsweredQuestion } from '../../core/ports.js';
import type { GuildSettings } from '../../core/settings.js';
import type { BotContext } from '../context.js';
import { notice, type Payload, renderReply } from '../views/render.js';
import { type Asked, answerQuestion, keep, noteGap } from './answering.js';
import type { Heard } from './heard.js';
import { type Part, textOfParts } from './open-turns.js';
import { embedsBeside, type Posted } from './posting.js';

export interface MessageAnswer {
  /** Null where silence is the kinder reply. */
  readonly payload: Payload | null;
  readonly kind: Reply['kind'];
  /** For the thread that it may get. */
  readonly title: string;
  /** Notes that the answer is about to be posted: a process that ends in between leaves a trace of it. */
  readonly announce: () => Promise<void>;
  /** Keeps the pair of questions and answer for edits, deletions and clicks. */
  readonly keepFor: (posted: Posted) => Promise<void>;
}

/** Answers the parts of a question together. @param message any of them */
export async function answerParts(
  context: BotContext,
  message: Message,
  parts: readonly Part[],
  {
    conversation,
    settings,
    about,
  }: { readonly conversation: string; readonly settings: GuildSettings; readonly about?: About | undefined },
): Promise<MessageAnswer> {
  const questionId = parts[0]?.id ?? message.id;
  const askerId = message.author.id;
  const asked: Omit<Asked, 'channelId'> = {
    ...{ text: textOfParts(parts), questionId, askerId, guildId: message.guildId, conversation, surface: 'mention' },
    ...(about && { about }),
  };
  const { reply, knowledge } = await answerQuestion(context, { ...asked, channelId: message.channelId });
  const entry = reply.kind === 'answer' ? knowledge.entries.find(({ id }) => id === reply.entryId) : undefined;
  return {
    payload:
      reply.kind === 'chat' && reply.isQuiet
        ? null
        : renderReply(reply, knowledge, { questionId, askerId, isPrivate: false, embeds: embedsBeside(message) }),
    kind: reply.kind,
    title: entry?.question ?? 'Question',
    ...keepers(context, message, asked, reply, parts, settings),
  };
}

/** A sentence for what asks nothing, kept as an answer is so that it goes with its message. */
export function answerNotice(
  context: BotContext,
  message: Message,
  payload: Payload,
  conversation: string,
  settings: GuildSettings,
): MessageAnswer {
  const { id, guildId, author, editedTimestamp } = message;
  const asked = { text: '', questionId: id, askerId: author.id, guildId, conversation, surface: 'mention' };
  const parts = [{ id, text: '', editedAt: editedTimestamp }];
  return { payload, kind: 'chat', title: 'Help', ...keepers(context, message, asked, { kind: 'chat', text: '' }, parts, settings) };
}

function keepers(
  context: BotContext,
  message: Message,
  asked: Omit<Asked, 'channelId'>,
  reply: Reply,
  parts: readonly Part[],
  settings: GuildSettings,
): Pick<MessageAnswer, 'announce' | 'keepFor'> {
  const keepAll = async (channelId: string, held: Pick<AnsweredQuestion, 'answerId' | 'isPosting'>): Promise<void> => {
    await Promise.all(
      parts.map(({ id, editedAt }) => keep(context, { ...asked, questionId: id, channelId }, reply, settings, { ...held, editedAt })),
    );
  };
  return {
    announce: () => keepAll(message.channelId, { answerId: null, isPosting: true }),
    async keepFor({ channelId, messageId }) {
      await keepAll(channelId, { answerId: messageId, isPosting: false });
      await noteGap(context, asked, reply, settings);
    },
  };
}

/** What to say to a message that has no words to search for. */
export function wordlessPayload({ kind }: Exclude<Heard, { kind: 'words' | 'nothing' }>, name: string, help: () => Payload): Payload {
  switch (kind) {
    case 'call':
      return help();
    case 'role':
      return notice(`That was a role, and I can't read messages to a role. Mention me, @${escapeMarkdown(name)}, and ask again.`);
    case 'file':
      return notice("I can only read text. Write your question, or the words of the error, and I'll look for an answer.");
  }
}

/** The conversation that a message belongs to. */
export function conversationOf(message: Message, inNewThread: boolean): string {
  const { guildId, channelId } = message;
  // A thread that begins at a message has that message's id.
  const threadId = inNewThread ? message.id : message.channel.isThread() ? channelId : null;
  return conversationKey({ guildId, channelId, threadId, askerId: message.author.id });
}
