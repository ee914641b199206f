import type { Json } from '../json.js';
import { channelJson, guildCreateJson, roleJson, threadMemberJson } from '../wire/guild.js';
import { emojiJson, messageEventJson } from '../wire/message.js';
import { instant, memberJson } from '../wire/people.js';
import type { WorldEvent } from '../world/events.js';
import { type Ground, may } from '../world/ground.js';
import type { Channel } from '../world/state.js';

/** The intents that a session declares (documentation: gateway intents). */
export const INTENT = {
  guilds: 1 << 0,
  guildMembers: 1 << 1,
  guildPresences: 1 << 8,
  guildMessages: 1 << 9,
  guildMessageReactions: 1 << 10,
  guildMessageTyping: 1 << 11,
  directMessages: 1 << 12,
  directMessageReactions: 1 << 13,
  directMessageTyping: 1 << 14,
  messageContent: 1 << 15,
} as const;

/** One event on its way to a session. */
export interface Dispatch {
  readonly t: string;
  readonly d: unknown;
  /** The guild that decides about the shard; null goes to shard 0. */
  readonly guildId: string | null;
}

/** Who would receive a dispatch: a bot and what it asked for. */
export interface Receiver {
  readonly botId: string;
  readonly intents: number;
}

/** Works out what a receiver is told about an event: nothing, or one or two dispatches. */
export function dispatchesFor(ground: Ground, event: WorldEvent, receiver: Receiver): readonly Dispatch[] {
  const { botId } = receiver;
  const wants = (intent: number): boolean => (receiver.intents & intent) !== 0;
  const content = wants(INTENT.messageContent);
  const sees = (channel: Channel | undefined): channel is Channel => channel !== undefined && may(ground, botId, channel, 'viewChannel');
  const up = (guildId: string | null): boolean => guildId === null || ground.guilds.get(guildId)?.unavailable === false;
  /** Sends if the bot sees the channel and asked for its kind of event. */
  const inChannel = (
    channel: Channel | undefined,
    guildIntent: number,
    directIntent: number,
    t: string,
    d: () => Json,
  ): readonly Dispatch[] => {
    if (!sees(channel) || !up(channel.guildId) || !wants(channel.guildId === null ? directIntent : guildIntent)) return [];
    return [{ t, d: { ...d(), ...(channel.guildId === null ? {} : { guild_id: channel.guildId }) }, guildId: channel.guildId }];
  };
  switch (event.kind) {
    case 'message-created':
    case 'message-edited': {
      const { message } = event;
      if (message.ephemeralFor !== null) return [];
      const t = event.kind === 'message-created' ? 'MESSAGE_CREATE' : 'MESSAGE_UPDATE';
      return inChannel(ground.channels.get(message.channelId), INTENT.guildMessages, INTENT.directMessages, t, () =>
        messageEventJson(ground, message, botId, content),
      );
    }
    case 'messages-deleted': {
      const ids = event.messages.filter(({ ephemeralFor }) => ephemeralFor === null).map(({ id }) => id);
      const [first] = ids;
      if (first === undefined) return [];
      const t = event.bulk ? 'MESSAGE_DELETE_BULK' : 'MESSAGE_DELETE';
      return inChannel(event.channel, INTENT.guildMessages, INTENT.directMessages, t, () => ({
        ...(event.bulk ? { ids } : { id: first }),
        channel_id: event.channel.id,
      }));
    }
    case 'reaction-added':
    case 'reaction-removed': {
      const channel = ground.channels.get(event.message.channelId);
      const member = channel?.guildId ? ground.guilds.get(channel.guildId)?.members.get(event.userId) : undefined;
      const added = event.kind === 'reaction-added';
      return inChannel(
        channel,
        INTENT.guildMessageReactions,
        INTENT.directMessageReactions,
        added ? 'MESSAGE_REACTION_ADD' : 'MESSAGE_REACTION_REMOVE',
        () => ({
          user_id: event.userId,
          channel_id: event.message.channelId,
          message_id: event.message.id,
          emoji: emojiJson(event.emoji),
          burst: false,
          type: 0,
          ...(added && !event.message.webhook ? { message_author_id: event.message.authorId } : {}),
          ...(added && member ? { member: memberJson(ground, member) } : {}),
        }),
      );
    }
    case 'pins-changed': {
      const { channel, lastPinAt } = event;
      return inChannel(channel, INTENT.guilds, INTENT.directMessages, 'CHANNEL_PINS_UPDATE', () => ({
        channel_id: channel.id,
        last_pin_timestamp: lastPinAt === null ? null : instant(lastPinAt),
      }));
    }
    case 'typing': {
      const member = event.channel.guildId ? ground.guilds.get(event.channel.guildId)?.members.get(event.userId) : undefined;
      return inChannel(event.channel, INTENT.guildMessageTyping, INTENT.directMessageTyping, 'TYPING_START', () => ({
        channel_id: event.channel.id,
        user_id: event.userId,
        timestamp: Math.trunc(ground.now() / 1000),
        ...(member ? { member: memberJson(ground, member) } : {}),
      }));
    }
    case 'channel-created':
    case 'channel-updated':
    case 'channel-deleted':
      return aboutChannel(ground, event.kind, event.channel, receiver);
    case 'thread-members': {
      const { channel, added, removed } = event;
      if (channel.guildId === null || !sees(channel) || !up(channel.guildId)) return [];
      const mine = added.includes(botId) || removed.includes(botId);
      // Without the members intent a bot hears of its own coming and going alone.
      if (!wants(INTENT.guilds) || !(mine || wants(INTENT.guildMembers))) return [];
      const members = added.map((id) => threadMemberJson(channel.id, id, channel.thread?.memberIds.get(id) ?? 0));
      const d = {
        id: channel.id,
        guild_id: channel.guildId,
        member_count: channel.thread?.memberIds.size ?? 0,
        added_members: members,
        removed_member_ids: removed,
      };
      return [{ t: 'THREAD_MEMBERS_UPDATE', d, guildId: channel.guildId }];
    }
    case 'role-created':
    case 'role-updated': {
      const { guild, role } = event;
      if (!guild.members.has(botId) || !wants(INTENT.guilds) || guild.unavailable) return [];
      const t = event.kind === 'role-created' ? 'GUILD_ROLE_CREATE' : 'GUILD_ROLE_UPDATE';
      return [{ t, d: { guild_id: guild.id, role: roleJson(role) }, guildId: guild.id }];
    }
    case 'member-joined':
    case 'member-left':
    case 'member-updated':
      return aboutMember(ground, event, receiver);
    case 'guild-availability': {
      const { guild } = event;
      if (!guild.members.has(botId) || !wants(INTENT.guilds)) return [];
      if (guild.unavailable) return [{ t: 'GUILD_DELETE', d: { id: guild.id, unavailable: true }, guildId: guild.id }];
      return [{ t: 'GUILD_CREATE', d: guildCreateJson(ground, guild, botId), guildId: guild.id }];
    }
    case 'interaction':
      return event.applicationId === botId ? [{ t: 'INTERACTION_CREATE', d: event.payload, guildId: event.guildId }] : [];
  }
}

function aboutChannel(
  ground: Ground,
  kind: 'channel-created' | 'channel-updated' | 'channel-deleted',
  channel: Channel,
  { botId, intents }: Receiver,
): readonly Dispatch[] {
  const { guildId } = channel;
  // A direct channel is announced to nobody: since v8 of the API a bot meets it with its first message.
  if (guildId === null || (intents & INTENT.guilds) === 0 || ground.guilds.get(guildId)?.unavailable !== false) return [];
  const verb = { 'channel-created': 'CREATE', 'channel-updated': 'UPDATE', 'channel-deleted': 'DELETE' }[kind];
  if (!channel.thread) {
    if (!ground.guilds.get(guildId)?.members.has(botId)) return [];
    return [{ t: `CHANNEL_${verb}`, d: channelJson(ground, channel, botId), guildId }];
  }
  if (!may(ground, botId, channel, 'viewChannel')) return [];
  const json = channelJson(ground, channel, botId);
  const gone = { id: channel.id, guild_id: guildId, parent_id: channel.parentId, type: channel.type };
  const d = kind === 'channel-deleted' ? gone : kind === 'channel-created' ? { ...json, newly_created: true } : json;
  return [{ t: `THREAD_${verb}`, d, guildId }];
}

function aboutMember(
  ground: Ground,
  event: Extract<WorldEvent, { kind: 'member-joined' | 'member-left' | 'member-updated' }>,
  { botId, intents }: Receiver,
): readonly Dispatch[] {
  const { guild, userId, kind } = event;
  const own = userId === botId;
  if (own && kind !== 'member-updated') {
    if ((intents & INTENT.guilds) === 0 || guild.unavailable) return [];
    if (kind === 'member-left') return [{ t: 'GUILD_DELETE', d: { id: guild.id }, guildId: guild.id }];
    return [{ t: 'GUILD_CREATE', d: guildCreateJson(ground, guild, botId), guildId: guild.id }];
  }
  // A bot hears of its own member with the guilds intent alone.
  const heard = own ? INTENT.guilds | INTENT.guildMembers : INTENT.guildMembers;
  if (!guild.members.has(botId) || guild.unavailable || (intents & heard) === 0) return [];
  const member = guild.members.get(userId);
  const user = ground.users.get(userId);
  if (kind === 'member-left')
    return user
      ? [
          {
            t: 'GUILD_MEMBER_REMOVE',
            d: { guild_id: guild.id, user: { id: user.id, username: user.username, discriminator: '0', avatar: null } },
            guildId: guild.id,
          },
        ]
      : [];
  if (!member) return [];
  const t = kind === 'member-joined' ? 'GUILD_MEMBER_ADD' : 'GUILD_MEMBER_UPDATE';
  return [{ t, d: { ...memberJson(ground, member), guild_id: guild.id }, guildId: guild.id }];
}
