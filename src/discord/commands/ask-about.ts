/** The message menu "Ask Dockmaster about this": the message that was clicked is the question. */
import { ApplicationCommandType, ContextMenuCommandBuilder } from 'discord.js';
import { NAME } from '../context.js';
import { tell } from '../interactions/respond.js';
import { answerInteraction } from '../questions/answer-interaction.js';
import { questionIn } from '../questions/question-text.js';
import type { MessageCommand } from './command.js';
import { EVERYWHERE, INSTALLS } from './reach.js';

export const askAbout: MessageCommand = {
  kind: 'message',
  description: 'in the menu of a message, under Apps: answers what the message asks',
  data: new ContextMenuCommandBuilder()
    .setName(`Ask ${NAME} about this`)
    .setType(ApplicationCommandType.Message)
    .setIntegrationTypes(INSTALLS)
    .setContexts(EVERYWHERE)
    .toJSON(),

  async run(context, interaction) {
    const text = questionIn(interaction.targetMessage.content);
    if (text === '') {
      await tell(interaction, 'There is no text in that message that I could read as a question.');
      return;
    }
    await answerInteraction(context, interaction, { text, surface: 'message-menu', isPrivate: true });
  },
};
