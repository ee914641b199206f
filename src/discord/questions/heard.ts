/** What a message says to the bot, if it says anything to it. */
import { type Embed, type Message, type MessageReference, MessageReferenceType, MessageType, type PartialMessage } from 'discord.js';

/** Discord's own marks: mentions of people, roles, channels and commands, custom emoji and time stamps. */
const MARKS = /<(?:@[!&]?\d+|#\d+|\/[^>]+:\d+|a?:\w+:\d+|t:-?\d+(?::\w)?|id:\w+)>/g;
const CUSTOM_EMOJI = /<a?:\w+:\d+>/;

/** Takes Discord's marks out of a message's text. '' where nothing is left. */
export function questionIn(content: string): string {
  return content
    .replace(MARKS, ' ')
    .replace(/@(?:everyone|here)\b/g, ' ')
    .replace(/\|\|/g, ' ')
    .replace(/[ \t]+/g, ' ')
    .trim();
}

/** What a person wrote to the bot: the words of a message, or in direct messages of the one that it forwards. '' where there are none. */
export function wordsOf(message: Message): string {
  return firstText(message.inGuild() ? [message.content] : [message.content, ...forwardedBy(message)]);
}

/** All that a message may ask with, whoever wrote it: its words, those that it forwards, or its embeds, which is where webhooks write. */
export function textOf(message: Message): string {
  const embedded = questionIn(message.embeds.map(embedText).join('\n'));
  // Behind a person's words an embed is the preview of a link; behind a webhook's it is the rest.
  if (message.webhookId !== null) return [questionIn(message.content), embedded].filter(Boolean).join('\n');
  return firstText([message.content, ...forwardedBy(message), embedded]);
}

function forwardedBy({ messageSnapshots }: Message): string[] {
  return [...messageSnapshots.values()].flatMap(({ content, embeds }) => [content ?? '', (embeds ?? []).map(embedText).join('\n')]);
}

function embedText({ title, description, fields }: Embed): string {
  return [title, description, ...(fields ?? []).flatMap(({ name, value }) => [name, value])].filter(Boolean).join('\n');
}

function firstText(contents: readonly string[]): string {
  return contents.map(questionIn).find((text) => text !== '') ?? '';
}

/** What somebody wants of the bot with a message. */
export type Heard =
  /** Words, whatever they do. */
  | { readonly kind: 'words'; readonly text: string }
  /** Its name alone. */
  | { readonly kind: 'call' }
  /** Its role was picked in place of itself, so that Discord keeps the words to itself. */
  | { readonly kind: 'role' }
  /** A picture or a file without a word. */
  | { readonly kind: 'file' }
  /** A sticker, an emoji, a reply without words. */
  | { readonly kind: 'nothing' };

/** Reads a message; null where it is not for the bot. */
export function hear(message: Message): Heard | null {
  if (!isAddressed(message)) return isItsRolePicked(message) ? { kind: 'role' } : null;
  const text = wordsOf(message);
  if (text !== '') return { kind: 'words', text };
  if (message.stickers.size > 0 || CUSTOM_EMOJI.test(message.content)) return { kind: 'nothing' };
  const forwardsFile = message.messageSnapshots.some(({ attachments }) => (attachments?.size ?? 0) > 0);
  if (message.attachments.size > 0 || forwardsFile) return { kind: 'file' };
  const isCalled = message.inGuild() && message.content.includes(message.client.user.id);
  return isCalled ? { kind: 'call' } : { kind: 'nothing' };
}

/** Narrows what an event carries to a message that can be read. */
export function isWhole(message: Message | PartialMessage): message is Message {
  return !message.partial;
}

export function isFromPerson(message: Message): boolean {
  return !message.author.bot && message.webhookId === null && (message.type === MessageType.Default || message.type === MessageType.Reply);
}

/** Whether a message is for the bot: in its direct messages all are, elsewhere those that mention it, as a reply with ping does. */
export function isAddressed(message: Message): boolean {
  return !message.inGuild() || message.mentions.users.has(message.client.user.id);
}

/** The bot's own role has its name, and so may another one: people pick it by mistake. */
function isItsRolePicked({ mentions, client: { user } }: Message): boolean {
  return mentions.roles.some(({ tags, name }) => tags?.botId === user.id || name.toLowerCase() === user.username.toLowerCase());
}

/** The id of the bot's own message that a message replies to; null where it replies to none. */
export function repliesTo({ mentions, reference, client }: Message): string | null {
  if (!isReply(reference) || mentions.repliedUser?.id !== client.user.id) return null;
  return reference.messageId ?? null;
}

function isReply(reference: MessageReference | null): reference is MessageReference {
  return reference !== null && reference.type === MessageReferenceType.Default;
}
