/** `/topics`: everything the knowledge base knows, by topic. */
import { SlashCommandBuilder } from 'discord.js';
import { isShared } from '../interactions/place.js';
import { reply } from '../interactions/respond.js';
import { renderTopics } from '../views/topics.js';
import type { SlashCommand } from './command.js';
import { EVERYWHERE, INSTALLS } from './reach.js';

export const topics: SlashCommand = {
  kind: 'slash',
  data: new SlashCommandBuilder()
    .setName('topics')
    .setDescription('Browse what I know, by topic')
    .setIntegrationTypes(INSTALLS)
    .setContexts(EVERYWHERE)
    .toJSON(),

  async run({ answerer }, interaction) {
    await reply(interaction, Promise.resolve(renderTopics(answerer().knowledge)), isShared(interaction));
  },
};
