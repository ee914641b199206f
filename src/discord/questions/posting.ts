/** Posts, changes and removes the message that answers a mention, wherever the bot may write. */
import {
  type AnyThreadChannel,
  type Client,
  type Message,
  type MessageCreateOptions,
  MessageFlags,
  PermissionFlagsBits,
  type ThreadAutoArchiveDuration,
} from 'discord.js';
import type { GuildSettings } from '../../core/settings.js';
import { isLocked, may } from '../connection/permissions.js';
import { DISCORD_CODES, isDiscordError, NOT_TO_BE_TOLD, toOptions } from '../interactions/respond.js';
import { LIMITS, label } from '../views/limits.js';
import { notice, type Payload } from '../views/render.js';

/** Where an answer stands. */
export interface Posted {
  readonly channelId: string;
  readonly messageId: string;
}

/** Discord's answers where the bot may not write, whatever its cache said. */
const CLOSED_CODES = [
  DISCORD_CODES.missingAccess,
  DISCORD_CODES.missingPermissions,
  DISCORD_CODES.threadArchived,
  DISCORD_CODES.threadLocked,
] as const;

const ARCHIVE_AFTER_MINUTES: ThreadAutoArchiveDuration = 1_440;

/** Whether a mention should be answered in a thread of its own: the server wants it, and nothing is in the way. */
export function wantsThread(message: Message, { replyIn }: GuildSettings): boolean {
  const { channel } = message;
  if (replyIn !== 'thread' || !message.inGuild() || channel.isThread() || !('threads' in channel) || message.hasThread) return false;
  return may(message.channel, [PermissionFlagsBits.CreatePublicThreads, PermissionFlagsBits.SendMessagesInThreads]);
}

/** Whether the bot may post an embed where a message stands. */
export function embedsBeside(message: Message): boolean {
  return !message.inGuild() || may(message.channel, PermissionFlagsBits.EmbedLinks);
}

/**
 * Posts the answer to a message: in a thread named `threadName`, as a reply, or, where the bot may not write, as a private message to who
 * asked. Null where nobody could be told.
 * @param nonce a request that is sent again with it, by this process or by another one, makes no second message
 */
export async function postAnswer(message: Message, payload: Payload, threadName: string | null, nonce: string): Promise<Posted | null> {
  const once = { nonce, enforceNonce: true } as const;
  try {
    const thread = threadName === null ? null : await threadAt(message, threadName);
    if (thread === null && !mayWriteBeside(message)) return await tellPrivately(message, payload, nonce);
    const options = { ...toOptions(payload), ...once };
    const sent = thread === null ? await sendBeside(message, options) : await thread.send(options);
    return sent && { channelId: sent.channelId, messageId: sent.id };
  } catch (error) {
    // The channel went while the answer was made: nobody is left to read it.
    if (isDiscordError(error, DISCORD_CODES.unknownChannel)) return null;
    // What the cache allowed, Discord did not.
    if (isDiscordError(error, ...CLOSED_CODES)) return tellPrivately(message, payload, nonce);
    throw error;
  }
}

/** Begins the thread of a message, or finds it; null where the answer goes in place after all. */
async function threadAt(message: Message, name: string): Promise<AnyThreadChannel | null> {
  try {
    return await message.startThread({ name: label(name, LIMITS.threadName), autoArchiveDuration: ARCHIVE_AFTER_MINUTES });
  } catch (error) {
    // Begun already: by somebody else, by another process of this bot, or by a first try whose answer was lost. The nonce keeps a second
    // answer out.
    if (isDiscordError(error, DISCORD_CODES.threadExists)) {
      const thread = await message.client.channels.fetch(message.id);
      return thread?.isThread() ? thread : null;
    }
    if (isDiscordError(error, DISCORD_CODES.missingAccess, DISCORD_CODES.missingPermissions)) return null;
    throw error;
  }
}

/** Tells the author of a message something that concerns nobody else: in a direct message, or where that is closed, beside it without a sound. */
export async function tellAside(message: Message, text: string): Promise<void> {
  const place = message.inGuild() ? ` (<#${message.channelId}>)` : '';
  try {
    await message.author.send(toOptions(notice(`${text}${place}`)));
  } catch (error) {
    if (!isDiscordError(error, ...NOT_TO_BE_TOLD)) throw error;
    if (mayWriteBeside(message)) await sendBeside(message, { ...toOptions(notice(text)), flags: MessageFlags.SuppressNotifications });
  }
}

/** Replies to a message, or, where the bot may not read what was written before, writes below it. */
async function sendBeside(message: Message, options: MessageCreateOptions): Promise<Message | null> {
  if (!message.channel.isSendable()) return null;
  const quotes = !message.inGuild() || may(message.channel, PermissionFlagsBits.ReadMessageHistory);
  return quotes ? message.reply({ ...options, failIfNotExists: false }) : message.channel.send(options);
}

function mayWriteBeside(message: Message): boolean {
  if (!message.inGuild()) return true;
  if (isLocked(message.channel)) return false;
  const write = message.channel.isThread() ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages;
  return may(message.channel, [PermissionFlagsBits.ViewChannel, write]);
}

async function tellPrivately(message: Message, payload: Payload, nonce: string): Promise<Posted | null> {
  const lead = `I may not write in <#${message.channelId}>, so here is my answer.`;
  const content = payload.content === '' ? lead : notice(`${lead}\n\n${payload.content}`).content;
  try {
    const sent = await message.author.send({ ...toOptions({ ...payload, content }), nonce, enforceNonce: true });
    return { channelId: sent.channelId, messageId: sent.id };
  } catch (error) {
    if (isDiscordError(error, ...NOT_TO_BE_TOLD)) return null;
    throw error;
  }
}

/** Messages below a question among which its answer is looked for. */
const LOOKED_THROUGH = 50;

/**
 * Finds the answer to a message on Discord itself, where nothing is kept of it any more: below it, or in the thread that it began; null where
 * there is none. With it comes when it was last changed.
 */
export function answerPostedTo({ client, channelId, id, hasThread }: Message): Promise<FoundAnswer | null> {
  return answerPostedIn(client, { channelId, questionId: id, mayHaveThread: hasThread });
}

/** An answer that was found, with when it was last changed. */
export type FoundAnswer = Posted & { readonly changedAt: number };

/** The same of a message that may be gone. */
export async function answerPostedIn(
  client: Client<true>,
  { channelId, questionId, mayHaveThread }: { readonly channelId: string; readonly questionId: string; readonly mayHaveThread: boolean },
): Promise<FoundAnswer | null> {
  const answerIn = async (id: string, refers: (message: Message) => boolean): Promise<Message | null> => {
    let found: Message | undefined;
    await unlessGone(async () => {
      const channel = await client.channels.fetch(id);
      if (!channel?.isTextBased()) return;
      const below = await channel.messages.fetch({ after: questionId, limit: LOOKED_THROUGH, cache: false });
      found = below.filter((one) => one.author.id === client.user.id && refers(one)).last();
    });
    return found ?? null;
  };
  const found =
    (await answerIn(channelId, ({ reference }) => reference?.messageId === questionId)) ??
    // A thread that begins at a message has that message's id.
    (mayHaveThread ? await answerIn(questionId, () => true) : null);
  return found && { channelId: found.channelId, messageId: found.id, changedAt: found.editedTimestamp ?? found.createdTimestamp };
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

/** Changes a posted answer; false where it is gone, or out of reach. */
export async function changeAnswer({ client }: Message, { channelId, messageId }: Posted, payload: Payload): Promise<boolean> {
  return unlessGone(async () => {
    const channel = await client.channels.fetch(channelId);
    if (!channel?.isTextBased()) return;
    // In an archived thread nobody can edit. A new message would bring it back by itself.
    if (channel.isThread() && channel.archived && !channel.locked) await channel.setArchived(false);
    await channel.messages.edit(messageId, toOptions(payload));
  });
}

/** Removes a posted answer; false where it was gone before. */
export async function removePosted({ client }: Pick<Message, 'client'>, { channelId, messageId }: Posted): Promise<boolean> {
  return unlessGone(async () => {
    const channel = await client.channels.fetch(channelId);
    if (channel?.isTextBased()) await channel.messages.delete(messageId);
  });
}

/** Does something with a message; false where it is gone, or out of reach. */
export async function unlessGone(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (isDiscordError(error, DISCORD_CODES.unknownChannel, DISCORD_CODES.unknownMessage, ...CLOSED_CODES)) return false;
    throw error;
  }
}
