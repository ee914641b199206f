import { type Json, number, record, records, text } from '../json.js';
import type { Playground } from '../playground.js';
import { PERMISSION } from '../world/permissions.js';
import { type Channel, MESSAGE_FLAG, type Message } from '../world/state.js';
import { controlsOf, type Nameable } from './controls.js';
import type { EmbedView, MessageView } from './protocol.js';

/** What is needed to show messages to a person in a channel. */
export interface Reader {
  readonly playground: Pick<Playground, 'world'>;
  /** The bot that the page is about. */
  readonly applicationId: string;
  readonly personId: string;
  readonly channel: Readonly<Channel>;
  readonly nameable: Nameable;
  /** The name of the command that an interaction ran; null where it is forgotten. */
  readonly commandName: (interactionId: string) => string | null;
  readonly hasTrace: (questionId: string) => boolean;
}

const EXCERPT_LENGTH = 120;

function embedOf(embed: Json): EmbedView {
  const fields = records(embed.fields).map((field) => ({
    name: text(field.name) ?? '',
    value: text(field.value) ?? '',
    inline: field.inline === true,
  }));
  return {
    colour: number(embed.color) ?? null,
    author: text(record(embed.author).name) ?? null,
    title: text(embed.title) ?? null,
    url: text(embed.url) ?? null,
    description: text(embed.description) ?? null,
    fields,
    footer: text(record(embed.footer).text) ?? null,
  };
}

/** The beginning of a message, for an answer to it. */
function excerptOf(message: Readonly<Message>): string {
  const embed = message.embeds[0];
  const whole = message.content || text(embed?.title) || text(embed?.description) || 'a message without a text';
  return whole.length > EXCERPT_LENGTH ? `${whole.slice(0, EXCERPT_LENGTH)}…` : whole;
}

function replyOf({ playground, personId }: Reader, message: Readonly<Message>): MessageView['reply'] {
  if (message.reference === null) return null;
  const { messageId } = message.reference;
  const found = playground.world.messages.get(messageId);
  const seen = found && (found.ephemeralFor === null || found.ephemeralFor === personId) ? found : null;
  return { messageId, authorId: seen?.authorId ?? null, excerpt: seen && excerptOf(seen) };
}

/** The answer to a typed command, whose name begins with a slash, and to one from a message's menu (documentation: message types). */
const COMMAND_SIGNS: ReadonlyMap<Message['type'], string> = new Map([
  [20, '/'],
  [23, ''],
]);

function commandOf({ commandName }: Reader, message: Readonly<Message>): MessageView['command'] {
  const sign = COMMAND_SIGNS.get(message.type);
  if (message.interaction === null || sign === undefined) return null;
  const userId = text(record(message.interaction.user).id) ?? '';
  const name = commandName(text(message.interaction.id) ?? '');
  return { userId, name: name === null ? 'a command' : `${sign}${name}` };
}

/** The questions of messages that were shared. They are kept, for the private message that leads to one may be dismissed. */
const sharedQuestions = new WeakMap<Readonly<Message>, string>();

/**
 * The question whose private answer was shared: a press on that answer made this public message. Other messages that a press makes, such
 * as thanks for a verdict, answer no question.
 */
function sharedQuestionOf({ playground, hasTrace }: Reader, message: Readonly<Message>): string | undefined {
  const pressed = playground.world.messages.get(text(message.interaction?.interacted_message_id) ?? '');
  const isShared = pressed !== undefined && pressed.ephemeralFor !== null && message.ephemeralFor === null;
  const questionId = isShared ? text(pressed.interaction?.id) : undefined;
  if (questionId !== undefined && hasTrace(questionId)) sharedQuestions.set(message, questionId);
  return sharedQuestions.get(message);
}

/**
 * The question that a bot's message answers: the message that it replies to, the interaction behind it, the one whose answer was shared,
 * or, for what came by none of these, the one that began the thread.
 */
function questionOf(reader: Reader, message: Readonly<Message>): string | null {
  const { channel, hasTrace } = reader;
  const { reference, interaction } = message;
  const isBare = reference === null && interaction === null && channel.thread !== null;
  const ids = [reference?.messageId, text(interaction?.id), sharedQuestionOf(reader, message), isBare ? channel.id : undefined];
  return ids.find((id) => id !== undefined && hasTrace(id)) ?? null;
}

function threadOf({ world }: Pick<Playground, 'world'>, message: Readonly<Message>): MessageView['thread'] {
  const thread = message.threadId === null ? undefined : world.channels.get(message.threadId);
  return thread ? { key: thread.id, name: thread.name, count: thread.thread?.messageCount ?? 0 } : null;
}

/** Shows a message to a person. */
export function messageView(reader: Reader, message: Readonly<Message>): MessageView {
  const { playground, applicationId, personId, channel, nameable } = reader;
  const { world } = playground;
  const bits = world.permissionsOf(personId, channel.id);
  const own = message.authorId === personId;
  const ephemeral = message.ephemeralFor !== null;
  return {
    id: message.id,
    authorId: message.authorId,
    at: message.createdAt,
    editedAt: message.editedAt,
    content: message.content,
    embeds: message.embeds.map(embedOf),
    rows: controlsOf(message.components, nameable),
    thinking: (message.flags & MESSAGE_FLAG.loading) !== 0,
    ephemeral,
    pings: message.pinged.includes(personId),
    heard: channel.guildId === null || message.mentions.userIds.includes(applicationId),
    reply: COMMAND_SIGNS.has(message.type) ? null : replyOf(reader, message),
    command: commandOf(reader, message),
    thread: threadOf(playground, message),
    reactions: message.reactions.map(({ emoji, userIds }) => ({ emoji: emoji.name, count: userIds.size, mine: userIds.has(personId) })),
    mayEdit: own && !ephemeral,
    mayRemove: own || ephemeral || (channel.guildId !== null && (bits & PERMISSION.manageMessages) !== 0n),
    mayOpenThread: channel.type === 0 && !ephemeral && message.threadId === null && (bits & PERMISSION.createPublicThreads) !== 0n,
    why: world.users.get(message.authorId)?.bot === true ? questionOf(reader, message) : null,
  };
}
