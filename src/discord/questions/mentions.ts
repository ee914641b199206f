/**
 * Questions in messages. The rules:
 * 1. A message is for the bot where it mentions the bot (a reply with ping is a mention), or stands in a direct message with it.
 * 2. It is answered at once. What the same person adds in that channel within ten seconds, as far as the bot may read it, joins the
 *    question and changes that one answer. The next question instead is a reply to an answer of the bot, and, once an entry was shown,
 *    what opens as a question does.
 * 3. An edit of the question changes the answer, a deletion removes it; after a restart too, for the pair is kept.
 * 4. A bare mention gets the help. Bots, webhooks and Discord's own notices are ignored.
 */
import { type Client, type Message, MessageType, type PartialMessage } from 'discord.js';
import { opensTurn } from '../../core/answering/conversation.js';
import { conversationKey } from '../../core/answering/conversation-key.js';
import type { Reply } from '../../core/answering/reply.js';
import type { AnsweredQuestion } from '../../core/ports.js';
import { DEFAULT_SETTINGS, type GuildSettings } from '../../core/settings.js';
import { mayAnswerIn } from '../connection/permissions.js';
import { type BotContext, SOMETHING_FAILED, waitText } from '../context.js';
import { DISCORD_CODES, isDiscordError } from '../interactions/respond.js';
import { notice, type Payload, renderReply } from '../views/render.js';
import { type Asked, answerGone, answerQuestion, keep, noteGap } from './answering.js';
import { changeAnswer, embedsBeside, noticeBeside, type Posted, postAnswer, removePosted, wantsThread } from './posting.js';
import { questionIn } from './question-text.js';
import { createQueue } from './queue.js';

export interface Mentions {
  created(message: Message): Promise<void>;
  /** Says to who asked that answering failed; nothing where the answer is there and something failed later. */
  failed(message: Message): Promise<void>;
  edited(message: Message): Promise<void>;
  /** @param ids of messages of the channel that were deleted together */
  deleted(client: Client<true>, channelId: string, ids: readonly string[]): Promise<void>;
}

/** What is kept of a bare mention: that it was answered. */
const HELP: Reply = { kind: 'chat', text: '' };

/** What the same person adds within this time joins the question. */
export const BURST_MS = 10_000;
/** An edit that adds a mention is a question as long as people still look at the message. */
const LATE_MENTION_MS = 10 * 60_000;

/** One message of a question. */
interface Part {
  readonly id: string;
  readonly text: string;
}

interface Burst {
  readonly parts: readonly Part[];
  readonly posted: Posted;
  /** Whether an entry answers it. */
  readonly isAnswered: boolean;
  readonly until: number;
}

/** @param help what a bare mention gets */
export function createMentions(context: BotContext, help: () => Payload): Mentions {
  const { store, now, cooldown, log } = context;
  const queue = createQueue();
  const bursts = new Map<string, Burst>();
  /** Questions being answered right now, with the queue they are in: a deletion waits there. */
  const inFlight = new Map<string, string>();
  /** Messages that are gone, as long as what follows from it is not done. */
  const deleted = new Set<string>();

  const openBurst = (key: string): Burst | null => {
    for (const [other, { until }] of bursts) if (until <= now()) bursts.delete(other);
    return bursts.get(key) ?? null;
  };

  /** A message can wait, and must: by the defaults it might be answered where the server wants no answer. */
  const settingsIn = async (guildId: string | null): Promise<GuildSettings> =>
    guildId === null ? DEFAULT_SETTINGS : store.settings(guildId);

  /** The answer to the parts of a question, kept for each of them. */
  const payloadFor = async (message: Message, parts: readonly Part[], conversation: string, settings: GuildSettings): Promise<Answer> => {
    const { guildId } = message;
    const questionId = parts[0]?.id ?? message.id;
    const text = parts
      .map((part) => part.text)
      .join('\n')
      .trim();
    const occasion = { questionId, askerId: message.author.id, isPrivate: false, embeds: embedsBeside(message) };
    const asked: Omit<Asked, 'channelId'> = { text, questionId, askerId: message.author.id, guildId, conversation, surface: 'mention' };
    const keeperOf =
      (reply: Reply) =>
      async ({ channelId, messageId }: Posted): Promise<void> => {
        for (const part of parts) await keep(context, { ...asked, questionId: part.id, channelId }, reply, settings, messageId);
        await noteGap(context, asked, reply, settings);
      };
    if (text === '') return { payload: help(), title: 'Help', isAnswered: false, keepFor: keeperOf(HELP) };
    const { reply, knowledge } = await answerQuestion(context, { ...asked, channelId: message.channelId });
    const entry = reply.kind === 'answer' ? knowledge.entries.find(({ id }) => id === reply.entryId) : undefined;
    return {
      payload: renderReply(reply, knowledge, occasion),
      title: entry?.question ?? 'Question',
      isAnswered: reply.kind === 'answer',
      keepFor: keeperOf(reply),
    };
  };

  const answerFirst = async (message: Message, key: string, text: string): Promise<void> => {
    const settings = await settingsIn(message.guildId);
    if (!mayAnswerIn(settings, parentOf(message), message.channelId)) return;
    const wait = text === '' ? null : cooldown.take(message.guildId ?? message.channelId, message.author.id, settings.cooldownSeconds);
    if (wait !== null) {
      // Once in a cooldown, and without a sound.
      if (!wait.told) await noticeBeside(message, waitText('ask', wait.secondsLeft));
      return;
    }
    const parts = [{ id: message.id, text }];
    const until = now() + BURST_MS;
    const inThread = text !== '' && wantsThread(message, settings);
    const conversation = conversationOf(message, inThread);
    const { payload, title, isAnswered, keepFor } = await payloadFor(message, parts, conversation, settings);
    // What was said to the message before it was edited is another message.
    const nonce = message.editedTimestamp === null ? message.id : `${message.id}e`;
    const posted = await postAnswer(message, payload, inThread ? title : null, nonce);
    if (posted === null) {
      log.info('answer-not-posted', { guildId: message.guildId, channelId: message.channelId });
      return;
    }
    bursts.set(key, { parts, posted, isAnswered, until });
    await keepFor(posted);
  };

  const join = async (message: Message, key: string, burst: Burst, text: string): Promise<void> => {
    const parts = [...burst.parts, { id: message.id, text }];
    bursts.set(key, { ...burst, parts });
    const known = await store.answerTo(burst.parts[0]?.id ?? '');
    const conversation = known?.conversation ?? conversationOf(message, false);
    const { payload, isAnswered, keepFor } = await payloadFor(message, parts, conversation, await settingsIn(message.guildId));
    if (await changeAnswer(message, burst.posted, payload)) {
      bursts.set(key, { ...burst, parts, isAnswered });
      await keepFor(burst.posted);
      return;
    }
    // The answer is gone, so there is nothing to join.
    bursts.delete(key);
    await answerFirst(message, key, text);
  };

  const handle = async (message: Message, key: string): Promise<void> => {
    const text = questionIn(message.content);
    const burst = openBurst(key);
    // A session that is taken up again may bring what it brought before.
    if (burst?.parts.some(({ id }) => id === message.id)) return;
    const isNext = repliesToBot(message) || (burst?.isAnswered === true && opensTurn(text));
    if (burst !== null && message.content !== '' && !isNext) await join(message, key, burst, text);
    else if (isAddressed(message)) await answerFirst(message, key, text);
  };

  const inTurn = async (message: Message, task: (key: string) => Promise<void>): Promise<void> => {
    const key = `${message.channelId}:${message.author.id}`;
    inFlight.set(message.id, key);
    try {
      await queue.run(key, () => task(key));
    } finally {
      inFlight.delete(message.id);
    }
  };

  /** Answers the other messages of a question anew, with the one that changed as it is now. */
  const answerAgain = async (message: Message, kept: readonly AnsweredQuestion[]): Promise<void> => {
    const first = kept[0];
    if (!first || first.answerId === null) return;
    const posted = { channelId: first.channelId, messageId: first.answerId };
    const parts = await Promise.all(
      kept.map(async ({ questionId }) => ({
        id: questionId,
        text: questionId === message.id ? questionIn(message.content) : await readAgain(message, questionId),
      })),
    );
    // Without the mention Discord no longer shows the text: what was answered stays.
    if (parts.every(({ text }) => text === '')) return;
    const { payload, keepFor } = await payloadFor(message, parts, first.conversation, await settingsIn(message.guildId));
    if (await changeAnswer(message, posted, payload)) await keepFor(posted);
    else await answerGone(context, posted.messageId);
  };

  const edit = async (message: Message, key: string): Promise<void> => {
    const kept = await store.answerTo(message.id);
    if (kept === null) {
      if (isAddressed(message) && now() - message.createdTimestamp < LATE_MENTION_MS) await handle(message, key);
      return;
    }
    // An answer that somebody took away stays away.
    if (kept.answerId === null) return;
    await answerAgain(message, await store.questionsOf(kept.answerId));
    const burst = bursts.get(key);
    const text = questionIn(message.content);
    if (burst) bursts.set(key, { ...burst, parts: burst.parts.map((part) => (part.id === message.id ? { ...part, text } : part)) });
  };

  const forget = async (client: Client<true>, channelId: string, id: string): Promise<void> => {
    // First of all, for the next message may be on its way already.
    for (const [key, { posted, parts }] of bursts) if ([posted.messageId, ...parts.map((part) => part.id)].includes(id)) bursts.delete(key);
    const kept = await store.removeAnswer(id);
    if (kept === null) {
      // Perhaps it was an answer, which somebody took away.
      await answerGone(context, id);
      return;
    }
    if (kept.answerId === null || deleted.has(kept.answerId)) return;
    const others = await store.questionsOf(kept.answerId);
    const rest = others.filter(({ questionId }) => !deleted.has(questionId));
    for (const { questionId } of rest) {
      const message = await messageAt(client, channelId, questionId);
      if (message) return answerAgain(message, rest);
    }
    for (const { questionId } of others) await store.removeAnswer(questionId);
    await removePosted({ client }, { channelId: kept.channelId, messageId: kept.answerId });
  };

  return {
    async created(message) {
      if (!isFromPerson(message)) return;
      const key = `${message.channelId}:${message.author.id}`;
      if (isAddressed(message) || (openBurst(key) !== null && message.content !== '')) await inTurn(message, () => handle(message, key));
    },
    async failed(message) {
      // It has the nonce of the answer, so where there is an answer Discord makes no second message.
      if (isFromPerson(message) && isAddressed(message)) await postAnswer(message, notice(SOMETHING_FAILED), null, message.id);
    },
    async edited(message) {
      // Discord also "edits" a message to add the preview of a link.
      if (isFromPerson(message) && message.editedTimestamp !== null) await inTurn(message, (key) => edit(message, key));
    },
    async deleted(client, channelId, ids) {
      for (const id of ids) deleted.add(id);
      try {
        // One after the other, for several messages may share one answer.
        for (const id of ids) await queue.run(inFlight.get(id) ?? channelId, () => forget(client, channelId, id));
      } finally {
        for (const id of ids) deleted.delete(id);
      }
    },
  };
}

interface Answer {
  readonly payload: Payload;
  /** For the thread that it may get. */
  readonly title: string;
  /** Whether it shows an entry. */
  readonly isAnswered: boolean;
  readonly keepFor: (posted: Posted) => Promise<void>;
}

/** Narrows what an event carries to a message that can be read. */
export function isWhole(message: Message | PartialMessage): message is Message {
  return !message.partial;
}

function isFromPerson(message: Message): boolean {
  return !message.author.bot && message.webhookId === null && (message.type === MessageType.Default || message.type === MessageType.Reply);
}

function isAddressed(message: Message): boolean {
  const { id } = message.client.user;
  // The bot's own role has its name, so people pick it by mistake. Discord does not show the text then, and the help says how to ask.
  return !message.inGuild() || message.mentions.users.has(id) || message.mentions.roles.some(({ tags }) => tags?.botId === id);
}

function repliesToBot({ mentions, client }: Message): boolean {
  return mentions.repliedUser?.id === client.user.id;
}

function parentOf({ channel, channelId }: Message): string {
  return channel.isThread() ? (channel.parentId ?? channelId) : channelId;
}

function conversationOf(message: Message, inNewThread: boolean): string {
  const { guildId, channelId } = message;
  // A thread that begins at a message has that message's id.
  const threadId = inNewThread ? message.id : message.channel.isThread() ? channelId : null;
  return conversationKey({ guildId, channelId, threadId, askerId: message.author.id });
}

async function readAgain({ client, channelId }: Message, id: string): Promise<string> {
  const found = await messageAt(client, channelId, id);
  return found === null ? '' : questionIn(found.content);
}

/** A message as it is now; null where it is gone. Where it only cannot be read, it rejects: that is no reason to take an answer away. */
export async function messageAt(client: Client<true>, channelId: string, id: string): Promise<Message | null> {
  try {
    const channel = await client.channels.fetch(channelId);
    return channel?.isTextBased() ? await channel.messages.fetch({ message: id, cache: false }) : null;
  } catch (error) {
    if (isDiscordError(error, DISCORD_CODES.unknownChannel, DISCORD_CODES.unknownMessage)) return null;
    throw error;
  }
}
