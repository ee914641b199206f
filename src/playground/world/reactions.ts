import { apiError } from '../api-error.js';
import { channelOf, demand, type Ground, messageOf } from './ground.js';
import type { Reaction } from './state.js';

/** Reads an emoji as it stands in a path: `✅`, or `name:id` for a guild's own. */
export function emojiOf(given: string): Reaction['emoji'] {
  const own = /^(?:a:)?(\w{2,32}):(\d{17,20})$/.exec(given);
  if (own) return { id: own[2] ?? null, name: own[1] ?? '' };
  if (!/\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u.test(given)) throw apiError(10014);
  return { id: null, name: given };
}

const same = (one: Reaction['emoji'], other: Reaction['emoji']): boolean => (one.id ?? one.name) === (other.id ?? other.name);

/** Adds somebody's reaction; the first of its emoji needs ADD_REACTIONS. */
export function addReaction(ground: Ground, userId: string, channelId: string, messageId: string, emoji: Reaction['emoji']): void {
  const channel = channelOf(ground, channelId);
  demand(ground, userId, channel, 'readMessageHistory');
  const message = messageOf(ground, channelId, messageId);
  const known = message.reactions.find((reaction) => same(reaction.emoji, emoji));
  if (!known) demand(ground, userId, channel, 'addReactions');
  if (known?.userIds.has(userId)) return;
  if (known) known.userIds.add(userId);
  else message.reactions.push({ emoji, userIds: new Set([userId]) });
  ground.changes.emit({ kind: 'reaction-added', message, userId, emoji });
}

/** Takes a reaction back: one's own, or with MANAGE_MESSAGES anybody's. */
export function removeReaction(
  ground: Ground,
  byId: string,
  userId: string,
  place: { readonly channelId: string; readonly messageId: string; readonly emoji: Reaction['emoji'] },
): void {
  const channel = channelOf(ground, place.channelId);
  demand(ground, byId, channel);
  if (byId !== userId) demand(ground, byId, channel, 'manageMessages');
  const message = messageOf(ground, place.channelId, place.messageId);
  const index = message.reactions.findIndex((reaction) => same(reaction.emoji, place.emoji));
  const known = message.reactions[index];
  if (!known?.userIds.delete(userId)) return;
  if (known.userIds.size === 0) message.reactions.splice(index, 1);
  ground.changes.emit({ kind: 'reaction-removed', message, userId, emoji: place.emoji });
}
