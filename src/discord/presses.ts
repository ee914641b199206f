/** What buttons and menus do: a table from the action in a custom id to its handler. */
import { ComponentType, MessageFlags, PermissionFlagsBits } from 'discord.js';
import { LAYERS, type Layer } from '../core/entry.js';
import type { AnsweredQuestion } from '../core/ports.js';
import { erasedText } from './commands/privacy.js';
import { type BotContext, forgetPerson, OUT_OF_DATE } from './context.js';
import { withDeadline } from './interactions/deadline.js';
import { isShared, occasionOf, type Where, whereOf } from './interactions/place.js';
import { acknowledged, type Press, type PressResult, reply, tell, update, updateOrReply } from './interactions/respond.js';
import { dismiss, judge, share } from './questions/answer-presses.js';
import { questionModal } from './questions/question-modal.js';
import { readCustomId } from './views/custom-id.js';
import { notice, type Payload, renderReply } from './views/render.js';
import { MANAGERS_ONLY, renderSettings } from './views/settings-text.js';
import { componentsOf } from './views/shown.js';
import { renderTopic, renderTopics } from './views/topics.js';

/** Handles a press; `args` are the custom id's, or the values chosen in a menu. */
type Action = (context: BotContext, press: Press, args: readonly string[]) => Promise<void>;

const ACTIONS: Readonly<Record<string, Action>> = {
  entry: (context, press, [entryId]) => showInPlace(context, press, entryId),
  layer: (context, press, [layer, entryId]) => showInPlace(context, press, entryId, LAYERS.find((name) => name === layer) ?? null),
  more: showBeside,
  follow: showBeside,
  pick,
  helpful: (context, press, [questionId, entryId]) => judge(context, press, { questionId, entryId, helpful: true }),
  'not-helpful': (context, press, [questionId, entryId]) => judge(context, press, { questionId, entryId, helpful: false }),
  share: (context, press, [entryId, layer]) =>
    share(context, press, { entryId, layer: LAYERS.find((name) => name === layer), questionId: answeredBy(press) }),
  dismiss: (context, press, [askerId]) => dismiss(context, press, { askerId, questionId: answeredBy(press) }),
  another: (_, press) => press.showModal(questionModal()),
  rephrase,
  topics: ({ answerer }, press, [page]) => turnTo(press, renderTopics(answerer().knowledge, Number(page ?? 0))),
  topic: ({ answerer }, press, [page, key = '']) => turnTo(press, renderTopic(answerer().knowledge, key, Number(page))),
  'topic-menu': ({ answerer }, press, [key = '']) => turnTo(press, renderTopic(answerer().knowledge, key)),
  erase: (context, press) => {
    forgetPerson(context, press.user.id);
    return update(
      press,
      context.store.erasePerson(press.user.id).then((data) => notice(erasedText(data))),
    );
  },
  'tips-off': async ({ store }, press) => {
    if (await managesServer(press)) await changeSettings(press, (guildId) => store.removeTipSchedule(guildId), store);
  },
  'answer-channels': async ({ store }, press, channels) => {
    if (await managesServer(press)) await changeSettings(press, (guildId) => store.changeSettings(guildId, { channels }), store);
  },
};

/** Handles a click on a button or a choice in a menu, whichever version of the bot made it. */
export async function press(context: BotContext, interaction: Press): Promise<void> {
  const { action, args } = readCustomId(interaction.customId);
  const handle = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
  if (!handle) {
    context.log.info('press-out-of-date', { action });
    await tell(interaction, OUT_OF_DATE);
    return;
  }
  if (!isOnMessage(interaction)) {
    // Pressed twice, and gone since the first; or made up. Either way there is nothing to say.
    context.log.debug('press-not-on-message', { action });
    await acknowledged(interaction, interaction.deferUpdate());
    return;
  }
  await handle(context, interaction, interaction.isButton() ? args : interaction.values);
}

/** Whether what is pressed stands on the message, which Discord sends along: what is in its custom id and its values is the bot's own word then. */
function isOnMessage(press: Press): boolean {
  const component = componentsOf(press.message).find(({ customId }) => customId === press.customId);
  if (press.message.author.id !== press.client.user.id || component === undefined) return false;
  return !press.isStringSelectMenu() || component.type !== ComponentType.StringSelect
    ? component.type === press.componentType
    : press.values.every((value) => component.options.some((option) => option.value === value));
}

/** Whether a message is its reader's own, so that a press may change it. */
function isOwn(press: Press): boolean {
  return !isShared(press) || press.message.flags.has(MessageFlags.Ephemeral);
}

/** Turns a page: in place where the message is the reader's own, else in a private one. */
async function turnTo(press: Press, payload: Payload | null): Promise<void> {
  const work = Promise.resolve(payload ?? notice(OUT_OF_DATE));
  if (isOwn(press) && payload !== null) await update(press, work);
  else await reply(press, work, isShared(press));
}

/** An entry in a message of its own. */
async function showBeside(context: BotContext, press: Press, [entryId]: readonly string[]): Promise<void> {
  await reply(press, shown(context, press, entryId), isShared(press));
}

/** An entry, or a layer of it. A layer that a button names and nobody knows is out of date, as is an entry that is gone. */
async function showInPlace(context: BotContext, press: Press, entryId?: string, layer?: Layer | null): Promise<void> {
  if (layer === null) await tell(press, OUT_OF_DATE);
  else if (isOwn(press)) await update(press, shown(context, press, entryId, layer, answeredBy(press)));
  else await reply(press, shown(context, press, entryId, layer), isShared(press));
}

/** The question that a message answers, as its own buttons name it: turning to a layer and back stays with that question. */
function answeredBy({ message }: Press): string | undefined {
  const pressed = componentsOf(message).map(({ customId }) => readCustomId(customId ?? ''));
  return pressed.find(({ action }) => action === 'helpful')?.args[0];
}

/** Whether the answer to a question was shared from the message that is pressed: its button is off, and stays so behind "Why" and back. */
function wasShared(press: Press, questionId: string): boolean {
  return (
    answeredBy(press) === questionId &&
    componentsOf(press.message).some(({ customId, disabled }) => disabled && readCustomId(customId ?? '').action === 'share')
  );
}

/** The entry that was picked as a reply, remembered in the asker's conversation. */
async function shown(
  context: BotContext,
  press: Press,
  entryId = '',
  layer?: Layer,
  questionId = press.id,
  where: Pick<Where, 'conversation'> & { readonly isPrivate?: boolean } = whereOf(press),
): Promise<Payload> {
  const answerer = context.answerer();
  const picked = { entryId, conversation: where.conversation, id: questionId, asker: press.user.id, ...(layer !== undefined && { layer }) };
  const answer = await answerer.show(picked);
  if (answer === null) return notice(OUT_OF_DATE);
  // An entry that was opened rather than asked for is a question by itself, so that a verdict on it is about something known.
  if (questionId === press.id) void noteOpened(context, press, entryId, where.conversation);
  const occasion = { ...occasionOf(press, where.isPrivate ?? isShared(press)), questionId };
  return renderReply(answer, answerer.knowledge, { ...occasion, isShared: wasShared(press, questionId) });
}

function noteOpened({ store, now }: BotContext, press: Press, entryId: string, conversation: string): Promise<void> {
  const { askerId, guildId, channelId } = whereOf(press);
  const nothing = { answerId: null, editedAt: null, isPosting: false, question: '', nearest: [] };
  return store.saveAnswer({ questionId: press.id, askerId, guildId, channelId, conversation, entryId, at: now(), ...nothing });
}

/** One of the entries that "did you mean" offered. The asker's own choice takes the question's place and is a label for the curator. */
async function pick(context: BotContext, press: Press, [questionId = '', entryId = '']: readonly string[]): Promise<void> {
  const { store, now, answerer } = context;
  const askedByPresser = async (): Promise<AnsweredQuestion | null> => {
    const asked = await store.answerTo(questionId);
    return asked?.askerId === press.user.id && answerer().knowledge.entries.some(({ id }) => id === entryId) ? asked : null;
  };
  const own = askedByPresser();
  const work = async (): Promise<PressResult> => {
    const asked = await own;
    if (asked === null) return { kind: 'reply', payload: await shown(context, press, entryId), isPrivate: isShared(press) };
    const where = { conversation: asked.conversation, isPrivate: isShared(press) && isOwn(press) };
    return { kind: 'update', payload: await shown(context, press, entryId, undefined, questionId, where) };
  };
  await updateOrReply(press, work());
  const asked = await own;
  if (asked === null) return;
  const { guildId, question } = asked;
  await store.saveAnswer({ ...asked, entryId });
  if (question !== '') await store.addLabel({ guildId, question, entryId, at: now() });
}

/** The form for asking in other words: with the question as it was asked, and without the entry that did not help. */
async function rephrase(context: BotContext, press: Press, [questionId = '', entryId = '']: readonly string[]): Promise<void> {
  // In the form stand the words of whoever asked, for nobody else.
  const text = context.recent.get(questionId, press.user.id) ?? (await keptQuestion(context, questionId, press.user.id));
  await press.showModal(questionModal({ questionId, entryId, text }));
}

/** Discord waits three seconds for a form, and an empty one is better than none. */
function keptQuestion({ store }: BotContext, questionId: string, userId: string): Promise<string> {
  return withDeadline(
    store.answerTo(questionId).then((asked) => (asked?.askerId === userId ? asked.question : '')),
    FORM_WITHIN_MS,
    () => '',
  );
}
const FORM_WITHIN_MS = 1_000;

/** Discord has let whoever sees their own settings open them; what others see, everybody can press. */
async function managesServer(press: Press): Promise<boolean> {
  if (press.message.flags.has(MessageFlags.Ephemeral)) return true;
  if (press.inCachedGuild() && press.memberPermissions.has(PermissionFlagsBits.ManageGuild)) return true;
  await tell(press, MANAGERS_ONLY);
  return false;
}

async function changeSettings(press: Press, change: (guildId: string) => Promise<unknown>, store: BotContext['store']): Promise<void> {
  if (!press.inCachedGuild()) return;
  const { guild, guildId, channelId } = press;
  const work = async (): Promise<Payload> => {
    await change(guildId);
    return renderSettings(guild, await store.settings(guildId), await store.tipSchedule(guildId), channelId, 'Saved.');
  };
  await update(press, work());
}
