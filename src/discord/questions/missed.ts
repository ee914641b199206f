/** Questions that were asked while no process listened: during a restart, or between two sessions. Discord does not bring them again. */
import { type Client, type Message, PermissionFlagsBits, SnowflakeUtil, type TextBasedChannel } from 'discord.js';
import type { AnsweredPlace } from '../../core/ports.js';
import { may } from '../connection/permissions.js';
import type { BotContext } from '../context.js';
import { unlessGone } from './posting.js';

/** What is older than this, its asker has asked somebody else. */
const MISSED_WITHIN_MS = 2 * 60_000;
/** Where people asked in the last days they may have asked just now. */
const LOOK_BACK_MS = 3 * 24 * 60 * 60_000;
const MAX_CHANNELS = 50;
/** Messages of one channel: what two minutes bring in a lively one. */
const MAX_MESSAGES = 50;

/**
 * Reads the latest messages of the channels in which questions were answered, and hands on those that may have been missed, the oldest first.
 * @param ask answers a message unless it was answered already
 */
export async function askMissed(
  { store, now, log }: Pick<BotContext, 'store' | 'now' | 'log'>,
  client: Client<true>,
  ask: (message: Message) => void,
): Promise<void> {
  const after = String(SnowflakeUtil.generate({ timestamp: now() - MISSED_WITHIN_MS }));
  let count = 0;
  const looked = new Set<string>();
  const lookInto = async (place: AnsweredPlace): Promise<void> => {
    if (looked.has(place.channelId)) return;
    looked.add(place.channelId);
    await unlessGone(async () => {
      const channel = await readable(client, place);
      if (channel === null) return;
      // What is answered in a thread may have been asked in its channel.
      if (channel.isThread() && channel.parentId !== null) await lookInto({ ...place, channelId: channel.parentId });
      if (BigInt(channel.lastMessageId ?? after) < BigInt(after)) return;
      const messages = await channel.messages.fetch({ after, limit: MAX_MESSAGES, cache: false });
      for (const message of [...messages.values()].reverse()) {
        if (message.author.bot) continue;
        count++;
        ask(message);
      }
    });
  };
  for (const place of await store.answeredPlaces(now() - LOOK_BACK_MS, MAX_CHANNELS)) await lookInto(place);
  if (count > 0) log.info('messages-looked-through', { count });
}

/** A channel whose messages this process looks after and may read; null where it is another's, gone or closed. */
async function readable(client: Client<true>, { guildId, channelId }: AnsweredPlace): Promise<TextBasedChannel | null> {
  // Direct messages come to the first shard.
  if (guildId === null && !client.ws.shards.has(0)) return null;
  if (guildId !== null && !client.guilds.cache.has(guildId)) return null;
  const channel = await client.channels.fetch(channelId);
  if (!channel?.isTextBased()) return null;
  return channel.isDMBased() || may(channel, [PermissionFlagsBits.ViewChannel, PermissionFlagsBits.ReadMessageHistory]) ? channel : null;
}
