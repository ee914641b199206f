/** `/tip`: one tip now. */
import { SlashCommandBuilder } from 'discord.js';
import { isShared } from '../interactions/place.js';
import { reply } from '../interactions/respond.js';
import { notice, renderTip } from '../views/render.js';
import type { SlashCommand } from './command.js';
import { EVERYWHERE, INSTALLS } from './reach.js';

export const tip: SlashCommand = {
  kind: 'slash',
  data: new SlashCommandBuilder()
    .setName('tip')
    .setDescription('Show me a tip')
    .setIntegrationTypes(INSTALLS)
    .setContexts(EVERYWHERE)
    .toJSON(),

  async run({ answerer }, interaction) {
    const tips = answerer().knowledge.entries.filter((entry) => entry.tip !== null);
    // The millisecond of the command stands for dice.
    const entry = tips[interaction.createdTimestamp % Math.max(tips.length, 1)];
    const payload = entry ? renderTip(entry, true) : notice('My knowledge base has no tips. Browse it with `/topics`.');
    await reply(interaction, Promise.resolve(payload), isShared(interaction));
  },
};
