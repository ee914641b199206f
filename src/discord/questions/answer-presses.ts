/** The buttons below an answer that judge it, share it, or take it away. */
import { PermissionFlagsBits } from 'discord.js';
import type { Layer } from '../../core/entry.js';
import type { AnsweredQuestion } from '../../core/ports.js';
import { type BotContext, OUT_OF_DATE, settingsOf, waitText } from '../context.js';
import { isShared, occasionOf, reasonAgainstPosting, whereOf } from '../interactions/place.js';
import { acknowledged, type Press, type PressResult, reply, tell, updateOrReply } from '../interactions/respond.js';
import { customId } from '../views/custom-id.js';
import { button, notice, type Payload, renderReply, rows } from '../views/render.js';
import { answerGone } from './answering.js';
import { unlessGone } from './posting.js';

/** Keeps a verdict on an answer. "Not helpful" is a gap, and offers what is nearest after it. */
export async function judge(
  context: BotContext,
  press: Press,
  verdict: { readonly questionId: string | undefined; readonly entryId: string | undefined; readonly helpful: boolean },
): Promise<void> {
  const { store, now, answerer } = context;
  const { questionId = '', entryId = '', helpful } = verdict;
  const { guildId } = whereOf(press);
  const work = async (): Promise<Payload> => {
    const asked = await store.answerTo(questionId);
    const at = now();
    const isNews = await store.addFeedback({ questionId, userId: press.user.id, guildId, entryId, helpful, at });
    if (helpful) return notice(isNews ? 'Thank you, that is noted.' : 'Thank you, that was noted already.');
    // An entry that was picked rather than asked for is a question by itself.
    const question = asked?.question ?? answerer().knowledge.entries.find(({ id }) => id === entryId)?.question;
    if (isNews && question) await store.addGap({ guildId, question, reason: 'not-helpful', entryId, at });
    return nextNearest(context, asked, entryId);
  };
  await reply(press, work(), isShared(press));
}

function nextNearest({ answerer }: BotContext, asked: AnsweredQuestion | null, entryId: string): Payload {
  const { entries } = answerer().knowledge;
  const others = (asked?.nearest ?? []).filter((id) => id !== entryId).flatMap((id) => entries.find((entry) => entry.id === id) ?? []);
  const text =
    others.length > 0
      ? 'Sorry about that; it is noted for the people who write the answers. Is it one of these?'
      : 'Sorry about that; it is noted for the people who write the answers. You could ask again in other words.';
  const choices = others.map(({ id, question }) => [button(customId('entry', id), question)]);
  return { ...notice(text), components: rows(...choices, [button('another', 'Ask in other words'), button('topics', 'All topics')]) };
}

/** Posts for all to see what only its asker saw, as the answer to the same question. */
export async function share(
  context: BotContext,
  press: Press,
  shown: { readonly entryId: string | undefined; readonly layer: Layer | undefined; readonly questionId: string | undefined },
): Promise<void> {
  const { entryId = '', layer, questionId = press.id } = shown;
  const where = whereOf(press);
  const refusal = (text: string): PressResult => ({ kind: 'reply', payload: notice(text), isPrivate: true });
  const work = async (): Promise<PressResult> => {
    const settings = await settingsOf(context, where.guildId);
    const against = reasonAgainstPosting(press, settings);
    if (against !== null) return refusal(against);
    const wait = context.cooldown.take(`${where.guildId ?? where.channelId}:share`, where.askerId, settings.cooldownSeconds);
    if (wait !== null) return refusal(waitText('share', wait.secondsLeft));
    const answerer = context.answerer();
    const answer = await answerer.show({
      entryId,
      ...(layer !== undefined && { layer }),
      conversation: where.conversation,
      id: questionId,
      asker: where.askerId,
    });
    if (answer === null) return refusal(OUT_OF_DATE);
    const payload = renderReply(answer, answerer.knowledge, { ...occasionOf(press, false), questionId });
    return { kind: 'reply', payload, isPrivate: false };
  };
  await updateOrReply(press, work());
}

/** Takes an answer away: for its asker, and for those who may manage messages. */
export async function dismiss(context: BotContext, press: Press, askerId: string | undefined): Promise<void> {
  if (press.user.id !== askerId && !press.memberPermissions?.has(PermissionFlagsBits.ManageMessages)) {
    await tell(press, 'Only the person who asked, or somebody who may manage messages, can dismiss this answer.');
    return;
  }
  await acknowledged(press, press.deferUpdate());
  await unlessGone(() => press.deleteReply());
  await answerGone(context, press.message.id);
}
