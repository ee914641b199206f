/** The message menu "Ask … about this": the message that was clicked is the question. */
import { ApplicationCommandType, ContextMenuCommandBuilder } from 'discord.js';
import { tell } from '../interactions/respond.js';
import { answerInteraction } from '../questions/answer-interaction.js';
import { textOf } from '../questions/heard.js';
import type { MessageCommand } from './command.js';
import { EVERYWHERE, INSTALLS } from './reach.js';

/** Discord's limit for a command's name. */
const MAX_NAME = 32;

/** Makes the menu of an application. @param name what it is called on Discord */
export function askAbout(name: string): MessageCommand {
  const title = `Ask ${name} about this`;
  return {
    kind: 'message',
    description: 'in the menu of a message, under Apps: answers what the message asks',
    data: new ContextMenuCommandBuilder()
      .setName(title.length > MAX_NAME ? 'Ask about this' : title)
      .setType(ApplicationCommandType.Message)
      .setIntegrationTypes(INSTALLS)
      .setContexts(EVERYWHERE)
      .toJSON(),

    async run(context, interaction) {
      const { targetMessage, user } = interaction;
      const text = textOf(targetMessage);
      if (text === '') {
        await tell(interaction, 'There is no text in that message that I could read as a question.');
        return;
      }
      // What was forwarded, somebody else may have written.
      const isQuoted = targetMessage.author.id !== user.id || targetMessage.messageSnapshots.size > 0;
      await answerInteraction(context, interaction, { text, surface: 'message-menu', isPrivate: true, isQuoted });
    },
  };
}
