import type { Json } from '../json.js';
import { type Ground, userOf } from '../world/ground.js';
import { MESSAGE_FLAG, type Message, PIN_NOTICE, type Reaction, type Snapshot } from '../world/state.js';
import { channelJson } from './guild.js';
import { instant, memberIn, userJson, webhookUserJson } from './people.js';

/** Tells whether a bot reads a message's text without the MESSAGE_CONTENT intent (documentation: privileged intents). */
export function mayRead(ground: Ground, message: Message, botId: string): boolean {
  const direct = ground.channels.get(message.channelId)?.guildId === null;
  return direct || message.authorId === botId || message.mentions.userIds.includes(botId);
}

/** Writes an emoji of a reaction. */
export const emojiJson = (emoji: Reaction['emoji']): Json => ({ id: emoji.id, name: emoji.name });

/** Writes the part of a message that a forward shows too; unless it is shown, what needs the MESSAGE_CONTENT intent is blank. */
function contentJson(ground: Ground, message: Snapshot, shown: boolean): Json {
  const suppressed = (message.flags & MESSAGE_FLAG.suppressEmbeds) !== 0;
  return {
    type: message.type,
    content: shown ? message.content : '',
    embeds: shown && !suppressed ? message.embeds : [],
    components: shown ? message.components : [],
    attachments: shown ? message.attachments.map((attachment) => attachmentJson(message, attachment)) : [],
    mentions: message.mentions.userIds.map((id) => userJson(userOf(ground, id))),
    mention_roles: message.mentions.roleIds,
    timestamp: instant(message.createdAt),
    edited_timestamp: message.editedAt === null ? null : instant(message.editedAt),
    flags: message.flags,
    // Stickers are not among the fields that need the intent (documentation: message object).
    ...(message.stickers.length === 0 ? {} : { sticker_items: message.stickers.map(({ id, name }) => ({ id, name, format_type: PNG })) }),
  };
}

/** The format of every sticker here (documentation: sticker format types). */
const PNG = 1;

/** Writes a message for a bot. */
function body(ground: Ground, message: Message, botId: string, content: boolean): Json {
  const shown = content || mayRead(ground, message, botId);
  const { forward, reference, applicationId, webhook } = message;
  return {
    id: message.id,
    channel_id: message.channelId,
    author: webhook ? webhookUserJson(webhook) : userJson(userOf(ground, message.authorId)),
    ...contentJson(ground, message, shown),
    mention_everyone: message.mentions.everyone,
    pinned: message.pinnedAt !== null,
    tts: message.tts,
    ...(message.nonce === null ? {} : { nonce: message.nonce }),
    ...(applicationId === null ? {} : { application_id: applicationId, webhook_id: applicationId }),
    ...(webhook ? { webhook_id: webhook.id } : {}),
    ...(message.interaction === null ? {} : { interaction_metadata: message.interaction }),
    ...(reference ? { message_reference: referenceJson(ground, 0, reference) } : {}),
    ...(forward
      ? {
          message_reference: referenceJson(ground, 1, forward),
          message_snapshots: [{ message: contentJson(ground, forward.snapshot, shown) }],
        }
      : {}),
  };
}

/** Writes where another message is: one that is answered or was pinned (0), or that is forwarded (1). */
function referenceJson(ground: Ground, type: 0 | 1, { channelId, messageId }: { channelId: string; messageId: string }): Json {
  const guildId = ground.channels.get(channelId)?.guildId ?? null;
  return { type, channel_id: channelId, message_id: messageId, ...(guildId === null ? {} : { guild_id: guildId }) };
}

const attachmentJson = (message: Snapshot, attachment: Message['attachments'][number]): Json => {
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
    // A notice about a pin names the message without bringing it (documentation: message object).
    ...(message.reference && message.type !== PIN_NOTICE
      ? { referenced_message: answered ? body(ground, answered, botId, content) : null }
      : {}),
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
