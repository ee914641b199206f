/** The buttons below an answer that judge it, share it, or take it away. */
import { escapeMarkdown, GuildMember, PermissionFlagsBits } from 'discord.js';
import type { Layer } from '../../core/entry.js';
import type { AnsweredQuestion } from '../../core/ports.js';
import { type BotContext, OUT_OF_DATE, settingsOf, waitText } from '../context.js';
import { withDeadline } from '../interactions/deadline.js';
import { isShared, occasionOf, reasonAgainstPosting, whereOf } from '../interactions/place.js';
import { acknowledged, type Press, type PressResult, postAfter, reply, tell, updateOrReply } from '../interactions/respond.js';
import { customId } from '../views/custom-id.js';
import { harmless, LIMITS, label, quoted } from '../views/limits.js';
import { button, entryOptions, notice, type Payload, renderReply, rephraseButton, rows, withLead } from '../views/render.js';
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
  const entry = answerer().knowledge.entries.find(({ id }) => id === entryId);
  const work = async (): Promise<Payload> => {
    const asked = await store.answerTo(questionId);
    if (asked === null || (entry === undefined && asked.entryId !== entryId)) return notice(OUT_OF_DATE);
    const at = now();
    const isNews = await store.addFeedback({ questionId, userId: press.user.id, guildId, entryId, helpful, at });
    if (helpful) return notice(isNews ? 'Thank you, that is noted.' : 'Thank you, that was noted already.');
    const question = asked.question || entry?.question;
    // Nobody waits for it.
    if (isNews && question) void store.addGap({ guildId, question, reason: 'not-helpful', entryId, at });
    return nextNearest(context, asked, entryId);
  };
  await reply(press, work(), isShared(press));
}

function nextNearest({ answerer }: BotContext, asked: AnsweredQuestion, entryId: string): Payload {
  const { entries } = answerer().knowledge;
  const others = asked.nearest.filter((id) => id !== entryId).flatMap((id) => entries.find((entry) => entry.id === id) ?? []);
  const text =
    others.length > 0
      ? 'Sorry about that; it is noted for the people who write the answers. Is it one of these?'
      : 'Sorry about that; it is noted for the people who write the answers. You could ask again in other words.';
  const links = others.map(({ id, question }) => ({ entryId: id, label: question }));
  const choices = entryOptions(links, LIMITS.buttonLabel).map(({ label: text, value }) => [button(customId('entry', value), text)]);
  const again = rephraseButton(asked.questionId, entryId);
  return { ...notice(text), components: rows(...choices, [again, button('topics', 'All topics')]) };
}

/** An answer is private for so long that it can be shared again; Discord forgets the message's token sooner. */
const SHARED_FOR_SECONDS = 60 * 60;

/**
 * Posts for all to see what only its asker saw, as the answer to the same question, with who shared it and what was asked. Once: the button
 * is off afterwards.
 */
export async function share(
  context: BotContext,
  press: Press,
  shown: { readonly entryId: string | undefined; readonly layer: Layer | undefined; readonly questionId: string | undefined },
): Promise<void> {
  const { entryId = '', layer, questionId = press.id } = shown;
  const where = whereOf(press);
  let shared: Payload | null = null;
  const refusal = (text: string): PressResult => ({ kind: 'reply', payload: notice(text), isPrivate: true });
  const work = async (): Promise<PressResult> => {
    const settings = await settingsOf(context, where.guildId);
    const against = reasonAgainstPosting(press, settings);
    if (against !== null) return refusal(against);
    const answerer = context.answerer();
    const picked = {
      entryId,
      ...(layer !== undefined && { layer }),
      conversation: where.conversation,
      id: questionId,
      asker: where.askerId,
    };
    const answer = await answerer.show(picked);
    if (answer === null) return refusal(OUT_OF_DATE);
    const wait = context.cooldown.take(`${where.guildId ?? where.channelId}:share`, where.askerId, settings.cooldownSeconds, false);
    if (wait !== null) return refusal(waitText('share', wait.secondsLeft));
    if (context.cooldown.take(`${press.message.id}:shared`, where.askerId, SHARED_FOR_SECONDS, false) !== null)
      return refusal(SHARED_ALREADY);
    const lead = shareLead(nameOf(press), context.recent.get(questionId) ?? '');
    shared = withLead(lead, renderReply(answer, answerer.knowledge, { ...occasionOf(press, false), questionId }));
    const own = renderReply(answer, answerer.knowledge, { ...occasionOf(press, true), questionId, isShared: true });
    return { kind: 'update', payload: own };
  };
  await updateOrReply(press, work());
  if (shared !== null) await postAfter(press, shared);
}
const SHARED_ALREADY = 'You have shared this answer already.';

/** Says who shares an answer, and to which question. */
function shareLead(name: string, question: string): string {
  const who = `**${harmless(escapeMarkdown(label(name, MAX_SHARED_NAME), { maskedLink: true }))}** shared`;
  return question === '' ? `${who} an answer:` : `${who}: ${quoted(question, MAX_SHARED_QUESTION)}`;
}
const MAX_SHARED_NAME = 80;
const MAX_SHARED_QUESTION = 300;

function nameOf({ member, user }: Press): string {
  return member instanceof GuildMember ? member.displayName : (member?.nick ?? user.displayName);
}

/** Who asked, as the store knows it; where it does not, or takes long, the one whom the bot named on the button. */
async function askersOf(
  { store }: BotContext,
  { message }: Press,
  { askerId, questionId }: { readonly askerId: string | undefined; readonly questionId: string | undefined },
): Promise<readonly (string | undefined)[]> {
  const kept = Promise.all([store.questionsOf(message.id), questionId === undefined ? null : store.answerTo(questionId)]);
  const known = await withDeadline(
    kept.then(([here, elsewhere]) => [...here, ...(elsewhere ? [elsewhere] : [])]),
    KNOWN_WITHIN_MS,
    () => [],
  );
  return known.length > 0 ? known.map((asked) => asked.askerId) : [askerId];
}
/** Discord waits three seconds for a first answer. */
const KNOWN_WITHIN_MS = 1_000;

/** Takes an answer away: for its asker, and for those who may manage messages. */
export async function dismiss(
  context: BotContext,
  press: Press,
  answer: { readonly askerId: string | undefined; readonly questionId: string | undefined },
): Promise<void> {
  const mayManage = press.memberPermissions?.has(PermissionFlagsBits.ManageMessages) ?? false;
  if (!mayManage && !(await askersOf(context, press, answer)).includes(press.user.id)) {
    await tell(press, 'Only the person who asked, or somebody who may manage messages, can dismiss this answer.');
    return;
  }
  await acknowledged(press, press.deferUpdate());
  await unlessGone(() => press.deleteReply());
  await answerGone(context, press.message.id);
}
