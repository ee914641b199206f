import type { Channel, Guild, Overwrite } from './state.js';

/** The permission bits that the playground looks at (documentation: topics/permissions). */
export const PERMISSION = {
  administrator: 1n << 3n,
  manageChannels: 1n << 4n,
  manageGuild: 1n << 5n,
  addReactions: 1n << 6n,
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  manageMessages: 1n << 13n,
  embedLinks: 1n << 14n,
  attachFiles: 1n << 15n,
  readMessageHistory: 1n << 16n,
  mentionEveryone: 1n << 17n,
  manageRoles: 1n << 28n,
  useApplicationCommands: 1n << 31n,
  manageThreads: 1n << 34n,
  createPublicThreads: 1n << 35n,
  createPrivateThreads: 1n << 36n,
  sendMessagesInThreads: 1n << 38n,
  useExternalApps: 1n << 50n,
  pinMessages: 1n << 51n,
} as const;

/** The name of a permission. */
export type PermissionName = keyof typeof PERMISSION;

/** Every bit that Discord has given out so far. */
export const ALL_PERMISSIONS = (1n << 53n) - 1n;

/** Adds up named permissions. */
export const permissionBits = (...names: readonly PermissionName[]): bigint => names.reduce((sum, name) => sum | PERMISSION[name], 0n);

/** What @everyone may do in a new guild. */
export const EVERYONE_DEFAULT = permissionBits(
  'viewChannel',
  'sendMessages',
  'embedLinks',
  'attachFiles',
  'readMessageHistory',
  'addReactions',
  'useApplicationCommands',
  'createPublicThreads',
  'createPrivateThreads',
  'sendMessagesInThreads',
  'useExternalApps',
);

/** What both sides may do in a direct message: all but what needs a guild. */
export const DIRECT_MESSAGE = EVERYONE_DEFAULT | permissionBits('mentionEveryone', 'pinMessages');

/** Computes what a member may do in the guild as a whole; 0 for who is no member. */
export function guildPermissions(guild: Guild, userId: string): bigint {
  const member = guild.members.get(userId);
  if (!member) return 0n;
  if (guild.ownerId === userId) return ALL_PERMISSIONS;
  const sum = [guild.id, ...member.roleIds].reduce((bits, id) => bits | (guild.roles.get(id)?.permissions ?? 0n), 0n);
  return (sum & PERMISSION.administrator) !== 0n ? ALL_PERMISSIONS : sum;
}

/** Computes what a member may do in a channel: @everyone's overwrite, then the roles' together, then the member's own. */
export function channelPermissions(guild: Guild, channel: Channel, userId: string): bigint {
  const base = guildPermissions(guild, userId);
  if (base === 0n || base === ALL_PERMISSIONS) return base;
  const roleIds = guild.members.get(userId)?.roleIds ?? [];
  const apply = (bits: bigint, overwrites: readonly Overwrite[]): bigint => {
    const deny = overwrites.reduce((sum, overwrite) => sum | overwrite.deny, 0n);
    const allow = overwrites.reduce((sum, overwrite) => sum | overwrite.allow, 0n);
    return (bits & ~deny) | allow;
  };
  const of = (type: 'role' | 'member', ids: readonly string[]): readonly Overwrite[] =>
    channel.overwrites.filter((overwrite) => overwrite.type === type && ids.includes(overwrite.id));
  const bits = apply(apply(apply(base, of('role', [guild.id])), of('role', roleIds)), of('member', [userId]));
  // Without the view of the channel nothing else in it is possible.
  return (bits & PERMISSION.viewChannel) === 0n ? 0n : bits;
}

/** Computes what who has no role may do in a channel: the measure for an application that is no member. */
export function everyonePermissions(guild: Guild, channel: Channel): bigint {
  const base = guild.roles.get(guild.id)?.permissions ?? 0n;
  const own = channel.overwrites.find((overwrite) => overwrite.id === guild.id);
  return own ? (base & ~own.deny) | own.allow : base;
}
