/** Answers a question that came by an interaction: a command, a menu, a form. */
import type { RepliableInteraction } from 'discord.js';
import { type BotContext, settingsOf, waitText } from '../context.js';
import { isShared, occasionOf, reasonAgainstPosting, whereOf } from '../interactions/place.js';
import { reply, tell } from '../interactions/respond.js';
import { type Payload, renderReply } from '../views/render.js';
import { type Asked, answerQuestion, keep, noteGap } from './answering.js';

/** What an interaction asks. */
export interface AskedBy extends Pick<Asked, 'text' | 'surface' | 'without' | 'entryId' | 'isQuoted'> {
  /** Whether only the asker sees the answer; null where the server's setting decides. */
  readonly isPrivate: boolean | null;
}

/** Answers it within the cooldown, privately or for all to see. */
export async function answerInteraction(context: BotContext, interaction: RepliableInteraction, asked: AskedBy): Promise<void> {
  const where = whereOf(interaction);
  const settings = await settingsOf(context, where.guildId);
  const place = where.guildId ?? where.channelId;
  const wait = context.cooldown.take(place, where.askerId, settings.cooldownSeconds);
  // A form is not sent by accident, and what was typed into it would be lost.
  if (wait !== null && !interaction.isModalSubmit()) {
    await tell(interaction, waitText('ask', wait.secondsLeft));
    return;
  }
  const wanted = asked.isPrivate ?? settings.private;
  const isPrivate = isShared(interaction) && (wanted || reasonAgainstPosting(interaction, settings) !== null);
  const { isPrivate: _, ...words } = asked;
  const question: Asked = { ...where, ...words, questionId: interaction.id, isExplicit: true };
  if (!asked.isQuoted) context.recent.remember(interaction.id, where.askerId, asked.text);
  const answered = answerQuestion(context, question);
  const work = async (): Promise<Payload> => {
    const { reply: given, knowledge } = await answered;
    // Before it is shown, for its buttons can be pressed as soon as it is.
    await keep(context, question, given, settings, { answerId: null, editedAt: null, isPosting: false });
    return renderReply(given, knowledge, occasionOf(interaction, isPrivate));
  };
  await reply(interaction, work(), isPrivate);
  const given = (await answered).reply;
  if (given.kind !== 'answer') context.cooldown.release(place, where.askerId);
  await noteGap(context, question, given, settings);
}
