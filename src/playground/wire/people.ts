import type { Json } from '../json.js';
import { type Ground, userOf } from '../world/ground.js';
import { permissionBits } from '../world/permissions.js';
import type { Application, Guild, Member, User, Webhook } from '../world/state.js';

/** Writes an instant as Discord does. */
export const instant = (ms: number): string => new Date(ms).toISOString();

/** Writes a user as everybody sees it. */
export const userJson = (user: User): Json => ({
  id: user.id,
  username: user.username,
  avatar: null,
  discriminator: user.bot ? '0001' : '0',
  public_flags: 0,
  flags: 0,
  ...(user.bot ? { bot: true } : {}),
  global_name: user.globalName,
  primary_guild: null,
});

/** Writes a webhook in the shape of a user, as the author of its messages. */
export const webhookUserJson = (webhook: Webhook): Json => ({
  id: webhook.id,
  username: webhook.name,
  avatar: null,
  discriminator: '0000',
  public_flags: 0,
  flags: 0,
  bot: true,
  global_name: null,
  primary_guild: null,
});

/** Writes the bot's own user. */
export const ownUserJson = (user: User): Json => ({
  ...userJson(user),
  mfa_enabled: true,
  locale: user.locale,
  email: null,
  verified: true,
});

/** Writes a member without its user, as messages carry it. */
export const partialMemberJson = (member: Member): Json => ({
  avatar: null,
  banner: null,
  communication_disabled_until: null,
  flags: 0,
  joined_at: instant(member.joinedAt),
  nick: member.nick,
  pending: false,
  premium_since: null,
  roles: member.roleIds,
  mute: false,
  deaf: false,
});

/** Writes a member with its user. */
export const memberJson = (ground: Ground, member: Member): Json => ({
  ...partialMemberJson(member),
  user: userJson(userOf(ground, member.userId)),
});

/** Finds a user's membership, written without the user; undefined outside guilds. */
export function memberIn(guild: Guild | undefined, userId: string): Json | undefined {
  const member = guild?.members.get(userId);
  return member && partialMemberJson(member);
}

/** The flag bits of an application that was granted an intent, as far as it is in fewer than a hundred guilds. */
const GRANTED = { presences: 1 << 13, members: 1 << 15, messageContent: 1 << 19 } as const;

/** Writes an application as its own bot sees it. */
export function applicationJson(ground: Ground, application: Application): Json {
  const { privileged } = application;
  const flags =
    (privileged.presences ? GRANTED.presences : 0) |
    (privileged.members ? GRANTED.members : 0) |
    (privileged.messageContent ? GRANTED.messageContent : 0);
  const user = userJson(userOf(ground, application.id));
  return {
    id: application.id,
    name: application.name,
    icon: null,
    description: '',
    type: null,
    flags,
    flags_new: String(flags),
    bot: user,
    bot_public: true,
    bot_require_code_grant: false,
    integration_types_config: {
      0: {
        oauth2_install_params: {
          scopes: ['applications.commands', 'bot'],
          permissions: String(permissionBits('viewChannel', 'sendMessages')),
        },
      },
      1: { oauth2_install_params: { scopes: ['applications.commands'], permissions: '0' } },
    },
    verify_key: '0'.repeat(64),
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    owner: userJson(userOf(ground, application.ownerId)),
    approximate_guild_count: [...ground.guilds.values()].filter((guild) => guild.members.has(application.id)).length,
    approximate_user_install_count: application.installedBy.size,
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    team: null,
    eligible_oauth2_scopes: ['bot', 'applications.commands'],
  };
}
