import type { Json } from '../json.js';
import { type Ground, permissionsIn, userOf } from '../world/ground.js';
import { PERMISSION } from '../world/permissions.js';
import type { Channel, Guild, Role } from '../world/state.js';
import { instant, memberJson, userJson } from './people.js';

/** Writes a role. */
export const roleJson = (role: Role): Json => ({
  id: role.id,
  name: role.name,
  permissions: String(role.permissions),
  position: role.position,
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  managed: role.botId !== null,
  mentionable: role.mentionable,
  icon: null,
  unicode_emoji: null,
  flags: 0,
  ...(role.botId === null ? {} : { tags: { bot_id: role.botId } }),
});

/** Writes what a channel, of whatever kind, shows to one user. */
export function channelJson(ground: Ground, channel: Channel, viewerId: string): Json {
  const shared = { id: channel.id, type: channel.type, last_message_id: channel.lastMessageId, flags: 0 };
  if (channel.guildId === null) {
    return { ...shared, recipients: channel.recipientIds.filter((id) => id !== viewerId).map((id) => userJson(userOf(ground, id))) };
  }
  const inGuild = { ...shared, guild_id: channel.guildId, name: channel.name, parent_id: channel.parentId, rate_limit_per_user: 0 };
  if (!channel.thread) {
    return {
      ...inGuild,
      topic: null,
      position: channel.position,
      nsfw: false,
      permission_overwrites: channel.overwrites.map(({ id, type, allow, deny }) => ({
        id,
        type: type === 'role' ? 0 : 1,
        allow: String(allow),
        deny: String(deny),
      })),
    };
  }
  const { thread } = channel;
  const joined = thread.memberIds.get(viewerId);
  return {
    ...inGuild,
    owner_id: channel.ownerId,
    thread_metadata: {
      archived: thread.archived,
      archive_timestamp: instant(thread.createdAt),
      auto_archive_duration: thread.autoArchiveMinutes,
      locked: thread.locked,
      create_timestamp: instant(thread.createdAt),
    },
    message_count: thread.messageCount,
    member_count: thread.memberIds.size,
    total_message_sent: thread.messageCount,
    ...(joined === undefined ? {} : { member: threadMemberJson(channel.id, viewerId, joined) }),
  };
}

/** Writes the membership of a user in a thread. */
export const threadMemberJson = (threadId: string, userId: string, joinedAt: number): Json => ({
  id: threadId,
  user_id: userId,
  join_timestamp: instant(joinedAt),
  flags: 0,
});

/** Lists the channels of a guild that are no threads; a bot is told of those too that it cannot see. */
export const channelsIn = (ground: Ground, guildId: string): readonly Channel[] =>
  [...ground.channels.values()].filter((channel) => channel.guildId === guildId && !channel.thread);

/** Lists the threads in use that a user sees. */
export const threadsFor = (ground: Ground, guildId: string, userId: string): readonly Channel[] =>
  [...ground.channels.values()].filter(
    (channel) =>
      channel.guildId === guildId &&
      channel.thread?.archived === false &&
      (permissionsIn(ground, userId, channel) & PERMISSION.viewChannel) !== 0n,
  );

/** Writes a guild as REST shows it. */
export const guildJson = (guild: Guild): Json => ({
  id: guild.id,
  name: guild.name,
  icon: null,
  description: null,
  home_header: null,
  splash: null,
  discovery_splash: null,
  features: [],
  banner: null,
  owner_id: guild.ownerId,
  application_id: null,
  region: 'deprecated',
  afk_channel_id: null,
  afk_timeout: 300,
  system_channel_id: null,
  system_channel_flags: 0,
  widget_enabled: false,
  widget_channel_id: null,
  verification_level: 0,
  roles: [...guild.roles.values()].map(roleJson),
  default_message_notifications: 1,
  mfa_level: 0,
  explicit_content_filter: 0,
  max_presences: null,
  max_members: 500_000,
  max_stage_video_channel_users: 50,
  max_video_channel_users: 25,
  vanity_url_code: null,
  premium_tier: 0,
  premium_subscription_count: 0,
  preferred_locale: guild.locale,
  rules_channel_id: null,
  safety_alerts_channel_id: null,
  public_updates_channel_id: null,
  premium_progress_bar_enabled: false,
  nsfw: false,
  nsfw_level: 0,
  emojis: [],
  stickers: [],
  incidents_data: null,
});

/** Writes a guild as GUILD_CREATE brings it to a bot: with channels, threads and the bot's own member. */
export const guildCreateJson = (ground: Ground, guild: Guild, botId: string): Json => ({
  ...guildJson(guild),
  joined_at: instant(guild.members.get(botId)?.joinedAt ?? 0),
  large: false,
  unavailable: false,
  member_count: guild.members.size,
  voice_states: [],
  members: [...guild.members.values()].filter(({ userId }) => userId === botId).map((member) => memberJson(ground, member)),
  channels: channelsIn(ground, guild.id).map((channel) => channelJson(ground, channel, botId)),
  threads: threadsFor(ground, guild.id, botId).map((thread) => channelJson(ground, thread, botId)),
  presences: [],
  stage_instances: [],
  guild_scheduled_events: [],
  soundboard_sounds: [],
});
