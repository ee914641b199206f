/** Which answer a reply is about: the one it refers to, whoever that was given to and however long ago. */
import type { Message } from 'discord.js';
import type { About } from '../../core/answering/answer.js';
import type { BotContext } from '../context.js';
import { DISCORD_CODES, isDiscordError } from '../interactions/respond.js';
import { shownIn } from '../views/shown.js';
import { repliesTo } from './heard.js';

/** Reads what a message refers to; undefined where it replies to none of the bot's messages, or that one is about nothing. */
export async function aboutOf({ store, recent, answerer }: BotContext, message: Message): Promise<About | undefined> {
  const messageId = repliesTo(message);
  if (messageId === null) return undefined;
  const [found, [kept]] = await Promise.all([referenced(message), store.questionsOf(messageId)]);
  const shown = found && shownIn(found);
  // A greeting and the help are about nothing: of what they reply to no word is kept.
  if (!shown && (kept?.question ?? '') === '') return undefined;
  const id = shown?.questionId ?? kept?.questionId ?? null;
  const entryId = shown?.entryId ?? null;
  const entry = answerer().knowledge.entries.find((one) => one.id === entryId);
  const asked = id === null ? null : (recent.get(id) ?? kept?.question ?? (await store.answerTo(id))?.question);
  return { id, entryId, offered: shown?.offered ?? [], question: asked || (entry?.question ?? '') };
}

/** The message as it is now; null where it is gone, or may not be read. */
async function referenced(message: Message): Promise<Message | null> {
  try {
    return await message.fetchReference();
  } catch (error) {
    const { unknownChannel, unknownMessage, missingAccess, missingPermissions } = DISCORD_CODES;
    if (isDiscordError(error, unknownChannel, unknownMessage, missingAccess, missingPermissions)) return null;
    throw error;
  }
}
