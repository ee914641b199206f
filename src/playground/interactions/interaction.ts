import type { Json } from '../json.js';
import { channelJson } from '../wire/guild.js';
import { messageJson } from '../wire/message.js';
import { memberJson, userJson } from '../wire/people.js';
import { channelOf, type Ground, permissionsIn, userOf } from '../world/ground.js';
import { everyonePermissions } from '../world/permissions.js';
import type { Channel, Message } from '../world/state.js';

/** What a person did: ran a command (2), used a component (3), typed in an option (4), sent a form (5). */
export type InteractionType = 2 | 3 | 4 | 5;

/** Where an interaction happens: a guild (0), the bot's direct messages (1), other private channels (2). */
export type InteractionContext = 0 | 1 | 2;

/** How an application answered first. */
export interface Acknowledgement {
  /** The callback type: 4 message, 5 "thinking", 6 and 7 update, 8 choices, 9 form. */
  readonly type: number;
  readonly at: number;
}

/** An interaction with all that its application has answered. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly type: InteractionType;
  readonly applicationId: string;
  readonly userId: string;
  readonly channelId: string;
  readonly guildId: string | null;
  readonly context: InteractionContext;
  /** Who the application was authorized by: `0` the guild, `1` the user. */
  readonly owners: Readonly<Record<string, string>>;
  readonly data: Json;
  readonly createdAt: number;
  /** The message whose component was used, also for a form that such a component opened. */
  readonly sourceMessageId: string | null;
  /** The interaction that opened the form. */
  readonly opener: Interaction | null;
  acknowledgement: Acknowledgement | null;
  /** The message that `@original` stands for. */
  originalId: string | null;
  followUpIds: readonly string[];
  /** Follow-ups ever written, removed ones too. */
  followUpCount: number;
  modal: Json | null;
  choices: readonly Json[] | null;
}

/** Tells whether the application is here by a person's installation alone. */
export const isForeign = (interaction: Interaction): boolean => interaction.guildId !== null && interaction.owners[0] === undefined;

/** Writes where a message that answers an interaction comes from. */
export function metadataJson(ground: Ground, interaction: Interaction): Json {
  return {
    id: interaction.id,
    type: interaction.type,
    user: userJson(userOf(ground, interaction.userId)),
    authorizing_integration_owners: interaction.owners,
    ...(interaction.type === 3 ? { interacted_message_id: interaction.sourceMessageId } : {}),
    ...(interaction.opener ? { triggering_interaction_metadata: metadataJson(ground, interaction.opener) } : {}),
  };
}

/** Computes what the application may do where the interaction happens. */
export function applicationPermissions(ground: Ground, applicationId: string, channel: Channel): bigint {
  const guild = channel.guildId === null ? undefined : ground.guilds.get(channel.guildId);
  if (!guild || guild.members.has(applicationId)) return permissionsIn(ground, applicationId, channel);
  return everyonePermissions(guild, channel.parentId === null ? channel : channelOf(ground, channel.parentId));
}

/** How large a file may be where nobody pays for more: 10 MiB. */
const ATTACHMENT_LIMIT = 10 * 1024 * 1024;

/** Writes the INTERACTION_CREATE that the application gets. */
export function interactionJson(ground: Ground, interaction: Interaction, source: Message | null): Json {
  const { applicationId, userId } = interaction;
  const user = userOf(ground, userId);
  const channel = channelOf(ground, interaction.channelId);
  const guild = interaction.guildId === null ? undefined : ground.guilds.get(interaction.guildId);
  const member = guild?.members.get(userId);
  const permissions = String(permissionsIn(ground, userId, channel));
  return {
    id: interaction.id,
    application_id: applicationId,
    type: interaction.type,
    token: interaction.token,
    version: 1,
    data: interaction.data,
    channel_id: channel.id,
    channel: { ...channelJson(ground, channel, applicationId), permissions },
    ...(guild ? { guild_id: guild.id, guild_locale: guild.locale, guild: { id: guild.id, locale: guild.locale, features: [] } } : {}),
    ...(member ? { member: { ...memberJson(ground, member), permissions } } : { user: userJson(user) }),
    locale: user.locale,
    app_permissions: String(applicationPermissions(ground, applicationId, channel)),
    entitlements: [],
    entitlement_sku_ids: [],
    authorizing_integration_owners: interaction.owners,
    context: interaction.context,
    attachment_size_limit: ATTACHMENT_LIMIT,
    // A component's message is the application's own: its text is never hidden.
    ...(source ? { message: messageJson(ground, source, applicationId, true) } : {}),
  };
}
