/** What a server's managers have to do with its daily tip: the channel that they let it into, and the word that they get when it rests. */
import { type Client, type Guild, type MessageCreateOptions, MessageFlags, PermissionFlagsBits } from 'discord.js';
import type { ClaimedTip, TipPause } from '../../core/tips/tips.js';
import { isOwnGuild } from '../connection/guilds.js';
import { may } from '../connection/permissions.js';
import type { BotContext } from '../context.js';
import { isDiscordError, NOT_TO_BE_TOLD, toOptions } from '../interactions/respond.js';
import { notice } from '../views/render.js';

const TO_WRITE = [PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessages];

/** Whether a channel takes tips, as far as its permissions say; null where another process looks after its server. */
export function takesTips(client: Client<true>, { guildId, channelId }: Pick<ClaimedTip, 'guildId' | 'channelId'>): boolean | null {
  const channel = client.channels.cache.get(channelId);
  if (channel !== undefined) return !channel.isDMBased() && may(channel, TO_WRITE);
  return isOwnGuild(client, guildId) ? false : null;
}

/** Why a tip could not be posted, and what helps. */
const REASONS: Readonly<Record<TipPause, string>> = {
  'channel-gone':
    'The channel is gone or hidden from me. Let me see it and write there, or choose another one with `/settings tip-channel`',
  'no-permission': 'I may not write there. Give me Send Messages in that channel',
  'no-tips': 'The knowledge base has no tips',
};

/**
 * Tells those who manage a server that its tips rest: where Discord writes to its moderators (the channel for community updates), or else
 * its owner, in a direct message without a sound.
 */
export async function tellManagers(
  { log }: Pick<BotContext, 'log'>,
  client: Client<true>,
  { guildId, channelId }: Pick<ClaimedTip, 'guildId' | 'channelId'>,
  because: TipPause,
): Promise<void> {
  const guild = await client.guilds.fetch(guildId);
  const text = `The daily tip in <#${channelId}> (${guild.name}) is paused, because I could not post it three times in a row. ${REASONS[because]}; then it goes on by itself. \`/settings\` shows how things stand.`;
  const message = { ...toOptions(notice(text)), flags: MessageFlags.SuppressNotifications } as const;
  const told = await writeToManagers(guild, message);
  log.info('tip-managers-told', { guildId, told });
}

async function writeToManagers(guild: Guild, message: MessageCreateOptions): Promise<'channel' | 'owner' | 'nobody'> {
  const channel = guild.publicUpdatesChannel;
  try {
    if (channel !== null && may(channel, TO_WRITE)) {
      await channel.send(message);
      return 'channel';
    }
    await guild.client.users.send(guild.ownerId, message);
    return 'owner';
  } catch (error) {
    if (isDiscordError(error, ...NOT_TO_BE_TOLD)) return 'nobody';
    throw error;
  }
}
