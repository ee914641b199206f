/** A command of the bot: what Discord is told about it, and what it does. */
import type {
  ApplicationCommandOptionChoiceData,
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  MessageContextMenuCommandInteraction,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import type { BotContext } from '../context.js';

export interface SlashCommand {
  readonly kind: 'slash';
  readonly data: RESTPostAPIChatInputApplicationCommandsJSONBody;
  run(context: BotContext, interaction: ChatInputCommandInteraction): Promise<void>;
  /** Suggests values for the option that is being typed. */
  complete?(context: BotContext, interaction: AutocompleteInteraction): readonly ApplicationCommandOptionChoiceData[];
}

export interface MessageCommand {
  readonly kind: 'message';
  readonly data: RESTPostAPIContextMenuApplicationCommandsJSONBody;
  /** What it does, for the help; Discord shows no description for these. */
  readonly description: string;
  run(context: BotContext, interaction: MessageContextMenuCommandInteraction): Promise<void>;
}

export type Command = SlashCommand | MessageCommand;
