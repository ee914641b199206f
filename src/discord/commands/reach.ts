/** Where commands can be used: installed to a server or by a person; in servers, in direct messages with the bot, in other conversations. */
import { ApplicationIntegrationType, InteractionContextType } from 'discord.js';

export const INSTALLS = [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall];
export const EVERYWHERE = [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel];
