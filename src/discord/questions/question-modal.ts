/** The form behind "Another question": for those who have not learnt the slash commands yet, and on a phone. */
import { type APIModalInteractionResponseCallbackData, ComponentType, type ModalSubmitInteraction, TextInputStyle } from 'discord.js';
import type { BotContext } from '../context.js';
import { answerInteraction } from './answer-interaction.js';

export const QUESTION_MODAL = 'question';
const FIELD = 'text';

export const questionModal: APIModalInteractionResponseCallbackData = {
  custom_id: QUESTION_MODAL,
  title: 'Ask a question',
  components: [
    {
      type: ComponentType.Label,
      label: 'Your question, in your own words',
      component: {
        type: ComponentType.TextInput,
        custom_id: FIELD,
        style: TextInputStyle.Paragraph,
        min_length: 1,
        max_length: 1_000,
        required: true,
      },
    },
  ],
};

/** Answers what was typed into the form. */
export async function answerModal(context: BotContext, interaction: ModalSubmitInteraction): Promise<void> {
  await answerInteraction(context, interaction, { text: interaction.fields.getTextInputValue(FIELD), surface: 'form', isPrivate: null });
}
