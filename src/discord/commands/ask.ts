/** `/ask`: the question in, the answer out; only the asker sees it unless she says otherwise. */
import { SlashCommandBuilder } from 'discord.js';
import { answerInteraction } from '../questions/answer-interaction.js';
import { LIMITS } from '../views/limits.js';
import { entryOptions } from '../views/render.js';
import type { SlashCommand } from './command.js';
import { EVERYWHERE, INSTALLS } from './reach.js';

const MAX_QUESTION_LENGTH = 1_000;

export const ask: SlashCommand = {
  kind: 'slash',
  data: new SlashCommandBuilder()
    .setName('ask')
    .setDescription('Ask a question in your own words')
    .setIntegrationTypes(INSTALLS)
    .setContexts(EVERYWHERE)
    .addStringOption((option) =>
      option
        .setName('question')
        .setDescription('Your question; suggestions appear while you type')
        .setRequired(true)
        .setMaxLength(MAX_QUESTION_LENGTH)
        .setAutocomplete(true),
    )
    .addBooleanOption((option) => option.setName('private').setDescription('Whether only you see the answer'))
    .toJSON(),

  async run(context, interaction) {
    const typed = interaction.options.getString('question', true);
    const suggested = context.answerer().knowledge.entries.find(({ id }) => suggestionOf(id) === typed);
    await answerInteraction(context, interaction, {
      ...{ text: suggested?.question ?? typed, surface: 'ask', isPrivate: interaction.options.getBoolean('private') },
      ...(suggested && { entryId: suggested.id }),
    });
  },

  complete({ suggest }, interaction) {
    const found = suggest(interaction.options.getFocused().slice(0, MAX_QUESTION_LENGTH), LIMITS.choices);
    return entryOptions(found, LIMITS.choiceName).map(({ label, value }) => ({ name: label, value: suggestionOf(value) }));
  },
};

/** What a chosen suggestion is sent as: its entry, for two questions may begin with the same hundred letters. */
function suggestionOf(entryId: string): string {
  return `entry:${entryId}`;
}
