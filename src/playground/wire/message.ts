import type { Json } from '../json.js';
import { type Ground, userOf } from '../world/ground.js';
import type { Message, Reaction } from '../world/state.js';
import { channelJson } from './guild.js';
import { instant, memberIn, userJson } from './people.js';

/** Tells whether a bot reads a message's text without the MESSAGE_CONTENT intent (documentation: privileged intents). */
export function mayRead(ground: Ground, message: Message, botId: string): boolean {
  const direct = ground.channels.get(message.channelId)?.guildId === null;
  return direct || message.authorId === botId || message.mentions.userIds.includes(botId);
}

/** Writes an emoji of a reaction. */
export const emojiJson = (emoji: Reaction['emoji']): Json => ({ id: emoji.id, name: emoji.name });

/** Writes a message for a bot; without `content` the fields that need the MESSAGE_CONTENT intent are blank. */
function body(ground: Ground, message: Message, botId: string, content: boolean): Json {
  const shown = content || mayRead(ground, message, botId);
  return {
    id: message.id,
    channel_id: message.channelId,
    type: message.type,
    author: userJson(userOf(ground, message.authorId)),
    content: shown ? message.content : '',
    embeds: shown ? message.embeds : [],
    components: shown ? message.components : [],
    attachments: shown ? message.attachments.map((attachment) => attachmentJson(message, attachment)) : [],
    mentions: message.mentions.userIds.map((id) => userJson(userOf(ground, id))),
    mention_roles: message.mentions.roleIds,
    mention_everyone: message.mentions.everyone,
    timestamp: instant(message.createdAt),
    edited_timestamp: message.editedAt === null ? null : instant(message.editedAt),
    flags: message.flags,
    pinned: false,
    tts: message.tts,
    ...(message.nonce === null ? {} : { nonce: message.nonce }),
    ...(message.applicationId === null ? {} : { application_id: message.applicationId, webhook_id: message.applicationId }),
    ...(message.interaction === null ? {} : { interaction_metadata: message.interaction }),
    ...(message.reference === null
      ? {}
      : {
          message_reference: {
            type: 0,
            channel_id: message.reference.channelId,
            message_id: message.reference.messageId,
            ...inGuild(ground, message),
          },
        }),
  };
}

const inGuild = (ground: Ground, message: Message): Json => {
  const guildId = ground.channels.get(message.channelId)?.guildId ?? null;
  return guildId === null ? {} : { guild_id: guildId };
};

const attachmentJson = (message: Message, attachment: Message['attachments'][number]): Json => {
  const url = `https://cdn.discordapp.com/attachments/${message.channelId}/${attachment.id}/${encodeURIComponent(attachment.filename)}`;
  return {
    id: attachment.id,
    filename: attachment.filename,
    size: attachment.size,
    url,
    proxy_url: url,
    ...(attachment.contentType === null ? {} : { content_type: attachment.contentType }),
    ...(attachment.description === null ? {} : { description: attachment.description }),
  };
};

/** Writes a message as REST shows it to a bot. */
export function messageJson(ground: Ground, message: Message, botId: string, content: boolean): Json {
  const found = message.reference ? ground.messages.get(message.reference.messageId) : undefined;
  // What one person alone sees is not shown to others by way of an answer to it.
  const answered = found?.ephemeralFor === null || found?.ephemeralFor === message.ephemeralFor ? found : undefined;
  const thread = message.threadId === null ? undefined : ground.channels.get(message.threadId);
  return {
    ...body(ground, message, botId, content),
    ...(message.reference ? { referenced_message: answered ? body(ground, answered, botId, content) : null } : {}),
    ...(thread ? { thread: channelJson(ground, thread, botId) } : {}),
    ...(message.reactions.length > 0
      ? {
          reactions: message.reactions.map((reaction) => ({
            emoji: emojiJson(reaction.emoji),
            count: reaction.userIds.size,
            count_details: { burst: 0, normal: reaction.userIds.size },
            burst_colors: [],
            me_burst: false,
            me: reaction.userIds.has(botId),
          })),
        }
      : {}),
  };
}

/** Writes a message as MESSAGE_CREATE and MESSAGE_UPDATE bring it: with the guild and the author's member. */
export function messageEventJson(ground: Ground, message: Message, botId: string, content: boolean): Json {
  const channel = ground.channels.get(message.channelId);
  const guildId = channel?.guildId ?? null;
  const guild = guildId === null ? undefined : ground.guilds.get(guildId);
  const member = memberIn(guild, message.authorId);
  const json = messageJson(ground, message, botId, content);
  return {
    ...json,
    channel_type: channel?.type,
    ...(guildId === null ? {} : { guild_id: guildId }),
    ...(member && message.applicationId === null ? { member } : {}),
    mentions: message.mentions.userIds.map((id) => {
      const named = memberIn(guild, id);
      return { ...userJson(userOf(ground, id)), ...(named ? { member: named } : {}) };
    }),
  };
}
