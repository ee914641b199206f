import { apiError } from '../api-error.js';
import { type Changes, createChanges } from '../changes.js';
import { createSnowflakes } from '../snowflake.js';
import type { WorldEvent } from './events.js';
import { channelPermissions, DIRECT_MESSAGE, PERMISSION, type PermissionName } from './permissions.js';
import type { Application, Channel, Guild, Message, User } from './state.js';

/** The state that everything in the playground stands on, with its clock and its news. */
export interface Ground {
  readonly now: () => number;
  readonly nextId: () => string;
  readonly changes: Changes<WorldEvent>;
  readonly users: Map<string, User>;
  readonly applications: Map<string, Application>;
  readonly guilds: Map<string, Guild>;
  readonly channels: Map<string, Channel>;
  /** Every message that still exists, in the order of writing; ephemeral ones too. */
  readonly messages: Map<string, Message>;
}

/** Creates an empty world. */
export function createGround(now: () => number): Ground {
  const ids = createSnowflakes(now);
  return {
    now,
    nextId: ids.next,
    changes: createChanges(),
    users: new Map(),
    applications: new Map(),
    guilds: new Map(),
    channels: new Map(),
    messages: new Map(),
  };
}

/** Finds a user, or refuses with "Unknown User". */
export function userOf(ground: Ground, id: string): User {
  const user = ground.users.get(id);
  if (!user) throw apiError(10013);
  return user;
}

/** Finds a guild, or refuses with "Unknown Guild". */
export function guildOf(ground: Ground, id: string): Guild {
  const guild = ground.guilds.get(id);
  if (!guild) throw apiError(10004);
  return guild;
}

/** Finds a channel, or refuses with "Unknown Channel". */
export function channelOf(ground: Ground, id: string): Channel {
  const channel = ground.channels.get(id);
  if (!channel) throw apiError(10003);
  return channel;
}

/** Computes what a user may do in a channel; threads follow their parent, private ones are for their members. */
export function permissionsIn(ground: Ground, userId: string, channel: Channel): bigint {
  if (channel.guildId === null) return channel.recipientIds.includes(userId) ? DIRECT_MESSAGE : 0n;
  const guild = ground.guilds.get(channel.guildId);
  const parent = channel.parentId === null ? channel : ground.channels.get(channel.parentId);
  if (!guild || !parent) return 0n;
  const bits = channelPermissions(guild, parent, userId);
  const closed = channel.type === 12 && !channel.thread?.memberIds.has(userId) && (bits & PERMISSION.manageThreads) === 0n;
  return closed ? 0n : bits;
}

/** Tells whether a user has a permission in a channel. */
export const may = (ground: Ground, userId: string, channel: Channel, name: PermissionName): boolean =>
  (permissionsIn(ground, userId, channel) & PERMISSION[name]) !== 0n;

/** Refuses with "Missing Access" who does not see the channel, and with "Missing Permissions" who lacks one of the named permissions. */
export function demand(ground: Ground, userId: string, channel: Channel, ...names: readonly PermissionName[]): void {
  if (!may(ground, userId, channel, 'viewChannel')) throw apiError(50001);
  for (const name of names) if (!may(ground, userId, channel, name)) throw apiError(50013);
}

/** Finds a message of a channel that everybody may read, or refuses with "Unknown Message". */
export function messageOf(ground: Ground, channelId: string, id: string): Message {
  const message = ground.messages.get(id);
  if (!message || message.channelId !== channelId || message.ephemeralFor !== null) throw apiError(10008);
  return message;
}

/** Lists a channel's messages as everybody sees them, the oldest first. */
export const messagesOf = (ground: Ground, channelId: string): readonly Message[] =>
  [...ground.messages.values()].filter((message) => message.channelId === channelId && message.ephemeralFor === null);
