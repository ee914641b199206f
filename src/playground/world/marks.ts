import { apiError } from '../api-error.js';
import type { Json } from '../json.js';
import { plainDraft } from './drafts.js';
import { channelOf, demand, type Ground, messageOf, messagesOf } from './ground.js';
import { ALLOW_ALL } from './mentions.js';
import { put } from './messages.js';
import { previewEmbed } from './shapes.js';
import { type Channel, MESSAGE_FLAG, type Message, PIN_NOTICE } from './state.js';

// What is done here changes a message without editing it: the sessions hear of it, and the time of the last edit stays.

/** Finds a message that somebody may pin or unpin. MANAGE_MESSAGES does not include that (changelog: PIN_MESSAGES, February 2026). */
function pinnable(ground: Ground, userId: string, channelId: string, messageId: string): { channel: Channel; message: Message } {
  const channel = channelOf(ground, channelId);
  demand(ground, userId, channel, 'pinMessages');
  const message = messageOf(ground, channelId, messageId);
  if (message.type === PIN_NOTICE) throw apiError(50021);
  return { channel, message };
}

function setPinned(ground: Ground, channel: Channel, message: Message, pinnedAt: number | null): void {
  message.pinnedAt = pinnedAt;
  ground.changes.emit({ kind: 'message-edited', message });
  const times = messagesOf(ground, channel.id).flatMap((one) => one.pinnedAt ?? []);
  ground.changes.emit({ kind: 'pins-changed', channel, lastPinAt: times.length > 0 ? Math.max(...times) : null });
}

/** Pins a message, which is announced in the channel by a message of its own. */
export function pin(ground: Ground, userId: string, channelId: string, messageId: string): void {
  const { channel, message } = pinnable(ground, userId, channelId, messageId);
  if (message.pinnedAt !== null) return;
  setPinned(ground, channel, message, ground.now());
  const reference = { messageId, channelId, failIfMissing: true };
  const notice = { ...plainDraft(''), allowed: { ...ALLOW_ALL, repliedUser: false }, reference };
  put(ground, userId, channel, notice, message, { type: PIN_NOTICE });
}

/** Takes a pin back, which is announced nowhere. */
export function unpin(ground: Ground, userId: string, channelId: string, messageId: string): void {
  const { channel, message } = pinnable(ground, userId, channelId, messageId);
  if (message.pinnedAt !== null) setPinned(ground, channel, message, null);
}

/** Hides the embeds of a message: one's own, or with MANAGE_MESSAGES anybody's. */
export function suppressEmbeds(ground: Ground, userId: string, channelId: string, messageId: string): void {
  const channel = channelOf(ground, channelId);
  demand(ground, userId, channel);
  const message = messageOf(ground, channelId, messageId);
  if (message.authorId !== userId) {
    if (channel.guildId === null) throw apiError(50003);
    demand(ground, userId, channel, 'manageMessages');
  }
  message.flags |= MESSAGE_FLAG.suppressEmbeds;
  ground.changes.emit({ kind: 'message-edited', message });
}

/** Lets the preview of a link appear on a message, as Discord does some time after the writing; never where embeds are hidden. */
export function unfurl(ground: Ground, messageId: string, embed: Json): void {
  const message = ground.messages.get(messageId);
  if (!message) throw apiError(10008);
  if ((message.flags & MESSAGE_FLAG.suppressEmbeds) !== 0) return;
  message.embeds = [...message.embeds, previewEmbed(embed)];
  ground.changes.emit({ kind: 'message-edited', message });
}
