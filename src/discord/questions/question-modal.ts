/** The form behind "Another question": for those who have not learnt the slash commands yet, and on a phone. */
import { type APIModalInteractionResponseCallbackData, ComponentType, type ModalSubmitInteraction, TextInputStyle } from 'discord.js';
import type { BotContext } from '../context.js';
import { customId, readCustomId } from '../views/custom-id.js';
import { clip } from '../views/limits.js';
import { answerInteraction } from './answer-interaction.js';

export const QUESTION_MODAL = 'question';
const FIELD = 'text';

const MAX_LENGTH = 1_000;

/** A question that is asked again because its answer did not help. */
export interface Rephrased {
  readonly questionId: string;
  /** The entry that did not help. */
  readonly entryId: string;
  /** The question as it was asked, as far as that is known. */
  readonly text: string;
}

/** Makes the form. */
export function questionModal(rephrased?: Rephrased): APIModalInteractionResponseCallbackData {
  return {
    custom_id: rephrased ? customId(QUESTION_MODAL, rephrased.questionId, rephrased.entryId) : QUESTION_MODAL,
    title: rephrased ? 'Ask in other words' : 'Ask a question',
    components: [
      {
        type: ComponentType.Label,
        label: 'Your question, in your own words',
        component: {
          type: ComponentType.TextInput,
          custom_id: FIELD,
          style: TextInputStyle.Paragraph,
          min_length: 1,
          max_length: MAX_LENGTH,
          required: true,
          ...(rephrased && rephrased.text !== '' && { value: clip(rephrased.text, MAX_LENGTH) }),
        },
      },
    ],
  };
}

/** Answers what was typed into the form. */
export async function answerModal(context: BotContext, interaction: ModalSubmitInteraction): Promise<void> {
  const [, entryId] = readCustomId(interaction.customId).args;
  await answerInteraction(context, interaction, {
    ...{ text: interaction.fields.getTextInputValue(FIELD), surface: 'form', isPrivate: null },
    ...(entryId && { without: [entryId] }),
  });
}
