import { channelOf, type Ground, guildOf, userOf } from './ground.js';
import { type PermissionName, permissionBits } from './permissions.js';
import type { Channel } from './state.js';

/** Adds a text channel to a guild. */
export function addChannel(ground: Ground, guildId: string, name: string): Channel {
  guildOf(ground, guildId);
  const channel: Channel = {
    id: ground.nextId(),
    type: 0,
    guildId,
    name,
    position: ground.channels.size,
    parentId: null,
    ownerId: null,
    recipientIds: [],
    overwrites: [],
    thread: null,
    lastMessageId: null,
  };
  ground.channels.set(channel.id, channel);
  ground.changes.emit({ kind: 'channel-created', channel });
  return channel;
}

/** Removes a channel with its threads and all that was said there. */
export function removeChannel(ground: Ground, channelId: string): void {
  const channel = channelOf(ground, channelId);
  const gone = [channel, ...[...ground.channels.values()].filter((other) => other.parentId === channelId)];
  for (const one of gone) {
    for (const message of ground.messages.values()) if (message.channelId === one.id) ground.messages.delete(message.id);
    // The sessions are told first: afterwards nobody could say who saw the channel.
    ground.changes.emit({ kind: 'channel-deleted', channel: one });
  }
  for (const one of gone) ground.channels.delete(one.id);
  ground.changes.touch();
}

/** Sets the exception for one role or member in a channel; empty lists take it away. */
export function setOverwrite(
  ground: Ground,
  channelId: string,
  targetId: string,
  { allow = [], deny = [] }: { readonly allow?: readonly PermissionName[]; readonly deny?: readonly PermissionName[] },
): void {
  const channel = channelOf(ground, channelId);
  const type = channel.guildId !== null && guildOf(ground, channel.guildId).roles.has(targetId) ? 'role' : 'member';
  const others = channel.overwrites.filter(({ id }) => id !== targetId);
  const own = { id: targetId, type, allow: permissionBits(...allow), deny: permissionBits(...deny) } as const;
  channel.overwrites = allow.length + deny.length > 0 ? [...others, own] : others;
  ground.changes.emit({ kind: 'channel-updated', channel });
}

/** Opens, or finds, the direct messages between two users. */
export function directMessages(ground: Ground, oneId: string, otherId: string): Channel {
  const both = [userOf(ground, oneId).id, userOf(ground, otherId).id];
  const known = [...ground.channels.values()].find(
    (channel) => channel.type === 1 && both.every((id) => channel.recipientIds.includes(id)),
  );
  if (known) return known;
  const channel: Channel = {
    id: ground.nextId(),
    type: 1,
    guildId: null,
    name: '',
    position: 0,
    parentId: null,
    ownerId: null,
    recipientIds: both,
    overwrites: [],
    thread: null,
    lastMessageId: null,
  };
  ground.channels.set(channel.id, channel);
  ground.changes.emit({ kind: 'channel-created', channel });
  return channel;
}
