/** Posts one daily tip to its channel. */
import { type Client, DiscordAPIError, MessageFlags, PermissionFlagsBits, type RESTPostAPIChannelMessageResult, Routes } from 'discord.js';
import { may } from '../connection/permissions.js';
import type { BotContext } from '../context.js';
import { DISCORD_CODES, isDiscordError } from '../interactions/respond.js';
import { renderTip } from '../views/render.js';
import type { PostableTip, PostOutcome } from './daily-tips.js';

/** Any process can post any server's tip, for a request needs no shard: the channel need not be in this one's cache. */
export async function postTip({ answerer, log }: BotContext, client: Client, tip: PostableTip, nonce: string): Promise<PostOutcome> {
  const entry = answerer().knowledge.entries.find(({ id }) => id === tip.tipId);
  if (!entry) return { kind: 'unclear' };
  const channel = client.channels.cache.get(tip.channelId);
  const embeds = channel === undefined || channel.isDMBased() || may(channel, PermissionFlagsBits.EmbedLinks);
  const body = {
    ...renderTip(entry, embeds),
    nonce,
    enforce_nonce: true,
    allowed_mentions: { parse: [] },
    flags: MessageFlags.SuppressNotifications,
  };
  try {
    const sent = (await client.rest.post(Routes.channelMessages(tip.channelId), { body })) as RESTPostAPIChannelMessageResult;
    return { kind: 'sent', messageId: sent.id };
  } catch (error) {
    if (isDiscordError(error, DISCORD_CODES.unknownChannel, DISCORD_CODES.missingAccess))
      return { kind: 'refused', because: 'channel-gone' };
    // A page in front of Discord answers 403 as well, without a code, to an address that it has shut out: that is no matter of one channel.
    if (error instanceof DiscordAPIError && error.status === 403 && Number(error.code) > 0)
      return { kind: 'refused', because: 'no-permission' };
    log.error('tip-post-failed', error, { guildId: tip.guildId });
    return { kind: 'unclear' };
  }
}
