/** `/help`: what the bot can do. */
import { SlashCommandBuilder } from 'discord.js';
import { isShared } from '../interactions/place.js';
import { reply } from '../interactions/respond.js';
import { helpText } from '../views/help.js';
import type { Command, SlashCommand } from './command.js';
import { EVERYWHERE, INSTALLS } from './reach.js';

/** Makes the command that lists all commands; `commands` is asked when it runs, for the list holds this one too. */
export function helpCommand(commands: () => readonly Command[]): SlashCommand {
  return {
    kind: 'slash',
    data: new SlashCommandBuilder()
      .setName('help')
      .setDescription('What I can do, and how to ask')
      .setIntegrationTypes(INSTALLS)
      .setContexts(EVERYWHERE)
      .toJSON(),

    async run({ answerer, name }, interaction) {
      await reply(interaction, Promise.resolve(helpText(commands(), answerer().knowledge, name())), isShared(interaction));
    },
  };
}
