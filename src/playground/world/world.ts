import { randomBytes } from 'node:crypto';
import type { Changes } from '../changes.js';
import type { Json } from '../json.js';
import { addChannel, directMessages, removeChannel, setOverwrite } from './channels.js';
import { setCommandPermission } from './command-permissions.js';
import { channelOf, type Ground, guildOf, messagesOf, permissionsIn, userOf } from './ground.js';
import { unfurl } from './marks.js';
import { postByWebhook } from './messages.js';
import { EVERYONE_DEFAULT, type PermissionName, permissionBits } from './permissions.js';
import type { Application, Channel, Guild, Message, PrivilegedIntents, Role, User } from './state.js';

/** Builds and shows what exists: who, where, and what was said. */
export interface World {
  readonly users: ReadonlyMap<string, Readonly<User>>;
  readonly applications: ReadonlyMap<string, Readonly<Application>>;
  readonly guilds: ReadonlyMap<string, Readonly<Guild>>;
  readonly channels: ReadonlyMap<string, Readonly<Channel>>;
  /** Every message that exists, ephemeral ones too. */
  readonly messages: ReadonlyMap<string, Readonly<Message>>;
  /** Lists what everybody sees in a channel, the oldest first. */
  messagesIn(channelId: string): readonly Readonly<Message>[];
  /** Computes what a user may do in a channel. */
  permissionsOf(userId: string, channelId: string): bigint;
  /** Waits until `find` gives something, looking again at every change; rejects after `ms` of real time. */
  readonly until: Changes<unknown>['until'];
  addUser(user?: { readonly username?: string; readonly globalName?: string; readonly locale?: string }): Readonly<User>;
  /** Adds an application with its bot user. */
  addApplication(application?: {
    readonly name?: string;
    readonly token?: string;
    readonly ownerId?: string;
    readonly privileged?: Partial<PrivilegedIntents>;
  }): Readonly<Application>;
  addGuild(guild: { readonly name?: string; readonly ownerId: string; readonly locale?: string }): Readonly<Guild>;
  /** Adds a role; with `botId` the one that Discord makes for a bot that joins with permissions, and the bot has it. */
  addRole(
    guildId: string,
    role: {
      readonly name: string;
      readonly permissions?: readonly PermissionName[];
      readonly mentionable?: boolean;
      readonly botId?: string;
    },
  ): Readonly<Role>;
  /** Changes what a role may do; the guild's own id is the role @everyone. */
  setRole(guildId: string, roleId: string, permissions: readonly PermissionName[]): void;
  addChannel(guildId: string, channel: { readonly name: string }): Readonly<Channel>;
  removeChannel(channelId: string): void;
  /** Archives or locks a thread, or takes that back; Discord archives by itself what nobody writes in. */
  setThread(channelId: string, change: { readonly archived?: boolean; readonly locked?: boolean }): void;
  /** Sets the exception for one role or member in a channel; empty lists take it away. */
  setOverwrite(
    channelId: string,
    targetId: string,
    overwrite: { readonly allow?: readonly PermissionName[]; readonly deny?: readonly PermissionName[] },
  ): void;
  /** Makes a user, or an application's bot, a member of a guild. */
  join(guildId: string, userId: string, roleIds?: readonly string[]): void;
  leave(guildId: string, userId: string): void;
  setRoles(guildId: string, userId: string, roleIds: readonly string[]): void;
  /**
   * Sets what administrators decide about an application's commands in their guild: one command's, or with null those of all.
   *
   * The target is a user, a role or a channel; the guild's own id is @everyone. Null takes the decision back.
   */
  setCommandPermission(guildId: string, applicationId: string, commandName: string | null, targetId: string, allowed: boolean | null): void;
  /** Writes a message by a webhook of that name. */
  webhookMessage(
    channelId: string,
    message: { readonly name: string; readonly content?: string; readonly embeds?: readonly Json[] },
  ): Readonly<Message>;
  /** Lets the preview of a link appear on a message. */
  unfurl(messageId: string, embed: Json): void;
  /** Takes a guild off the network for a while, or brings it back. */
  setAvailable(guildId: string, available: boolean): void;
  /** Opens, or finds, the direct messages between two users. */
  directMessages(oneId: string, otherId: string): Readonly<Channel>;
  acceptDirectMessages(userId: string, accepts: boolean): void;
  /** Installs an application for one person, who can then use it everywhere. */
  install(applicationId: string, userId: string): void;
  uninstall(applicationId: string, userId: string): void;
  setToken(applicationId: string, token: string): void;
  setPrivileged(applicationId: string, privileged: Partial<PrivilegedIntents>): void;
}

const NOTHING_PRIVILEGED: PrivilegedIntents = { members: false, presences: false, messageContent: false };

/** Creates the building side of the world. */
export function createWorld(ground: Ground): World {
  const { changes, nextId } = ground;
  const addUser = (given: { username?: string; globalName?: string; locale?: string }, bot: boolean): User => {
    const id = nextId();
    const user: User = {
      id,
      username: given.username ?? `user-${ground.users.size + 1}`,
      globalName: given.globalName ?? null,
      bot,
      locale: given.locale ?? 'en-US',
      acceptsDirectMessages: true,
    };
    ground.users.set(id, user);
    return user;
  };
  const applicationOf = (id: string): Application => {
    const application = ground.applications.get(id);
    if (!application) throw new Error(`no application ${id}`);
    return application;
  };
  const setRoles = (guildId: string, userId: string, roleIds: readonly string[]): void => {
    const guild = guildOf(ground, guildId);
    const member = guild.members.get(userId);
    if (!member) throw new Error(`${userId} is no member of the guild ${guildId}`);
    member.roleIds = roleIds;
    changes.emit({ kind: 'member-updated', guild, userId });
  };
  return {
    users: ground.users,
    applications: ground.applications,
    guilds: ground.guilds,
    channels: ground.channels,
    messages: ground.messages,
    messagesIn: (channelId) => messagesOf(ground, channelId),
    permissionsOf: (userId, channelId) => permissionsIn(ground, userId, channelOf(ground, channelId)),
    until: changes.until,
    addUser: (user = {}) => addUser(user, false),
    addApplication: (given = {}) => {
      const name = given.name ?? 'A bot';
      const user = addUser({ username: name }, true);
      const application: Application = {
        id: user.id,
        name,
        ownerId: given.ownerId ?? addUser({ username: `${name}-owner` }, false).id,
        token: given.token ?? `playground.${randomBytes(24).toString('base64url')}`,
        privileged: { ...NOTHING_PRIVILEGED, ...given.privileged },
        installedBy: new Set(),
        commands: new Map(),
        commandPermissions: [],
      };
      ground.applications.set(user.id, application);
      return application;
    },
    addGuild: ({ name, ownerId, locale }) => {
      const id = nextId();
      const everyone: Role = { id, name: '@everyone', permissions: EVERYONE_DEFAULT, position: 0, mentionable: false, botId: null };
      const owner = { userId: userOf(ground, ownerId).id, nick: null, joinedAt: ground.now(), roleIds: [] };
      const guild: Guild = {
        id,
        name: name ?? 'A guild',
        ownerId,
        locale: locale ?? 'en-US',
        roles: new Map([[id, everyone]]),
        members: new Map([[ownerId, owner]]),
        unavailable: false,
      };
      ground.guilds.set(id, guild);
      return guild;
    },
    addRole: (guildId, { name, permissions = [], mentionable = false, botId = null }) => {
      const guild = guildOf(ground, guildId);
      const role: Role = {
        id: nextId(),
        name,
        permissions: permissionBits(...permissions),
        position: guild.roles.size,
        mentionable,
        botId,
      };
      guild.roles.set(role.id, role);
      changes.emit({ kind: 'role-created', guild, role });
      const bot = botId === null ? undefined : guild.members.get(botId);
      if (bot) setRoles(guildId, bot.userId, [...bot.roleIds, role.id]);
      return role;
    },
    setRole: (guildId, roleId, permissions) => {
      const guild = guildOf(ground, guildId);
      const role = guild.roles.get(roleId);
      if (!role) throw new Error(`no role ${roleId} in the guild ${guildId}`);
      role.permissions = permissionBits(...permissions);
      changes.emit({ kind: 'role-updated', guild, role });
    },
    addChannel: (guildId, { name }) => addChannel(ground, guildId, name),
    removeChannel: (channelId) => removeChannel(ground, channelId),
    setThread: (channelId, change) => {
      const channel = channelOf(ground, channelId);
      if (!channel.thread) throw new Error(`${channelId} is no thread`);
      Object.assign(channel.thread, change);
      changes.emit({ kind: 'channel-updated', channel });
    },
    setOverwrite: (channelId, targetId, overwrite) => setOverwrite(ground, channelId, targetId, overwrite),
    join: (guildId, userId, roleIds = []) => {
      const guild = guildOf(ground, guildId);
      guild.members.set(userOf(ground, userId).id, { userId, nick: null, joinedAt: ground.now(), roleIds });
      changes.emit({ kind: 'member-joined', guild, userId });
    },
    leave: (guildId, userId) => {
      const guild = guildOf(ground, guildId);
      if (guild.members.delete(userId)) changes.emit({ kind: 'member-left', guild, userId });
    },
    setRoles,
    setCommandPermission: (guildId, applicationId, commandName, targetId, allowed) => {
      setCommandPermission(applicationOf(applicationId), { guildId: guildOf(ground, guildId).id, commandName, targetId, allowed });
      changes.touch();
    },
    webhookMessage: (channelId, message) => postByWebhook(ground, channelId, message),
    unfurl: (messageId, embed) => unfurl(ground, messageId, embed),
    setAvailable: (guildId, available) => {
      const guild = guildOf(ground, guildId);
      if (guild.unavailable === !available) return;
      guild.unavailable = !available;
      changes.emit({ kind: 'guild-availability', guild });
    },
    directMessages: (oneId, otherId) => directMessages(ground, oneId, otherId),
    acceptDirectMessages: (userId, accepts) => {
      userOf(ground, userId).acceptsDirectMessages = accepts;
    },
    install: (applicationId, userId) => {
      applicationOf(applicationId).installedBy.add(userOf(ground, userId).id);
    },
    uninstall: (applicationId, userId) => {
      applicationOf(applicationId).installedBy.delete(userId);
    },
    setToken: (applicationId, token) => {
      applicationOf(applicationId).token = token;
    },
    setPrivileged: (applicationId, privileged) => {
      const application = applicationOf(applicationId);
      application.privileged = { ...application.privileged, ...privileged };
    },
  };
}
