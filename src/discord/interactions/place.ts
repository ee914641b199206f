/** Where an interaction comes from, who sees what is replied there, and what may be posted. */
import { type BaseInteraction, InteractionContextType, PermissionFlagsBits } from 'discord.js';
import { conversationKey } from '../../core/answering/conversation-key.js';
import type { GuildSettings } from '../../core/settings.js';
import { isLocked, mayAnswerIn } from '../connection/permissions.js';
import type { Occasion } from '../views/render.js';

/** Who asks, and where. */
export interface Where {
  readonly askerId: string;
  /** The server, where the bot is a member of it. */
  readonly guildId: string | null;
  readonly channelId: string;
  readonly conversation: string;
  /** Channel, or the channel that a thread belongs to. */
  readonly parentId: string;
}

/** Reads where an interaction comes from. A server that the bot is not a member of counts as none: nothing is kept about it. */
export function whereOf(interaction: BaseInteraction): Where {
  const guildId = interaction.inCachedGuild() ? interaction.guildId : null;
  const channelId = interaction.channelId ?? interaction.user.id;
  const { channel } = interaction;
  const parentId = channel?.isThread() ? (channel.parentId ?? channelId) : channelId;
  const askerId = interaction.user.id;
  return { askerId, guildId, channelId, parentId, conversation: conversationKey({ guildId, channelId, threadId: null, askerId }) };
}

/** Whether everybody in the place sees what is posted: not so in a direct message with the bot, but in one between people. */
export function isShared(interaction: BaseInteraction): boolean {
  return interaction.context !== InteractionContextType.BotDM;
}

/** Whether the bot may post an embed where the interaction comes from; it may always in what only the asker sees. */
export function embedsIn(interaction: BaseInteraction): boolean {
  return interaction.guildId === null || interaction.appPermissions.has(PermissionFlagsBits.EmbedLinks);
}

export function occasionOf(interaction: BaseInteraction, isPrivate: boolean): Occasion {
  return { questionId: interaction.id, askerId: interaction.user.id, isPrivate, embeds: isPrivate || embedsIn(interaction) };
}

/** What keeps an answer from being posted for all to see, in a sentence; null where nothing does. */
export function reasonAgainstPosting(interaction: BaseInteraction, settings: GuildSettings): string | null {
  if (interaction.guildId === null) return null;
  const { parentId, channelId } = whereOf(interaction);
  if (interaction.inCachedGuild() && !mayAnswerIn(settings, parentId, channelId))
    return 'This server has chosen other channels for answers.';
  if (interaction.inCachedGuild() && interaction.channel && isLocked(interaction.channel))
    return 'This thread is locked, so I may not write in it.';
  const needed = interaction.channel?.isThread() ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages;
  // In a server where the bot is only installed by a person, Discord itself decides what may be seen.
  return interaction.inCachedGuild() && !interaction.appPermissions.has([PermissionFlagsBits.ViewChannel, needed])
    ? 'I may not write in this channel.'
    : null;
}
