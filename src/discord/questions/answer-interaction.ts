/** Answers a question that came by an interaction: a command, a menu, a form. */
import type { RepliableInteraction } from 'discord.js';
import { type BotContext, settingsOf, waitText } from '../context.js';
import { isShared, occasionOf, reasonAgainstPosting, whereOf } from '../interactions/place.js';
import { reply, tell } from '../interactions/respond.js';
import { type Payload, renderReply } from '../views/render.js';
import { type Asked, answerQuestion, keep, noteGap } from './answering.js';

/** Answers it within the cooldown, privately or for all to see. */
export async function answerInteraction(
  context: BotContext,
  interaction: RepliableInteraction,
  asked: { readonly text: string; readonly surface: string; readonly isPrivate: boolean | null },
): Promise<void> {
  const where = whereOf(interaction);
  const settings = await settingsOf(context, where.guildId);
  const wait = context.cooldown.take(where.guildId ?? where.channelId, where.askerId, settings.cooldownSeconds);
  // A form is not sent by accident, and what was typed into it would be lost.
  if (wait !== null && !interaction.isModalSubmit()) {
    await tell(interaction, waitText('ask', wait.secondsLeft));
    return;
  }
  const wanted = asked.isPrivate ?? settings.private;
  const isPrivate = isShared(interaction) && (wanted || reasonAgainstPosting(interaction, settings) !== null);
  const question: Asked = { ...where, text: asked.text, surface: asked.surface, questionId: interaction.id };
  const answered = answerQuestion(context, question);
  const work = async (): Promise<Payload> => {
    const { reply: given, knowledge } = await answered;
    // Before it is shown, for its buttons can be pressed as soon as it is.
    await keep(context, question, given, settings, null);
    return renderReply(given, knowledge, occasionOf(interaction, isPrivate));
  };
  await reply(interaction, work(), isPrivate);
  await noteGap(context, question, (await answered).reply, settings);
}
