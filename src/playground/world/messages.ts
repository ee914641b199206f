import { apiError, invalidBody } from '../api-error.js';
import type { Json } from '../json.js';
import { snowflakeTime } from '../snowflake.js';
import { type Change, type Draft, isEmpty, plainDraft } from './drafts.js';
import { channelOf, demand, type Ground, may, messageOf, userOf } from './ground.js';
import { mentionsOf, pingedBy } from './mentions.js';
import { normalComponents, normalEmbeds } from './shapes.js';
import { type Channel, MESSAGE_FLAG, type Message, PIN_NOTICE, type Webhook } from './state.js';

/** Where a message comes from that nobody wrote by hand: an interaction, a webhook, Discord itself. */
export interface Origin {
  readonly type: Message['type'];
  readonly applicationId?: string;
  readonly interaction?: Json;
  readonly webhook?: Webhook;
  readonly ephemeralFor?: string | null;
}

/** How long Discord remembers a nonce: the documentation says "the past few minutes". */
const NONCE_WINDOW_MS = 5 * 60_000;

/** Refuses who may not write in the channel, and puts an archived thread back to use. */
function enter(ground: Ground, authorId: string, channel: Channel): void {
  if (channel.thread) {
    demand(ground, authorId, channel, 'sendMessagesInThreads');
    if (channel.thread.locked && !may(ground, authorId, channel, 'manageThreads')) throw apiError(160005);
    if (channel.thread.archived) {
      channel.thread.archived = false;
      ground.changes.emit({ kind: 'channel-updated', channel });
    }
    return;
  }
  if (channel.guildId !== null) {
    demand(ground, authorId, channel, 'sendMessages');
    return;
  }
  if (!channel.recipientIds.includes(authorId)) throw apiError(50001);
  const closed = channel.recipientIds.some(
    (id) => id !== authorId && !(userOf(ground, id).acceptsDirectMessages && acquainted(ground, authorId, id)),
  );
  if (closed) throw apiError(50007);
}

/** Tells whether a bot may write to a user at all: they share a guild, or the user has installed it. People may always. */
function acquainted(ground: Ground, authorId: string, userId: string): boolean {
  const application = ground.applications.get(authorId);
  if (!application || application.installedBy.has(userId)) return true;
  return [...ground.guilds.values()].some((guild) => guild.members.has(authorId) && guild.members.has(userId));
}

function answeredMessage(ground: Ground, authorId: string, channel: Channel, reference: Draft['reference']): Message | null {
  if (!reference) return null;
  if (!may(ground, authorId, channel, 'readMessageHistory')) throw apiError(160002);
  const found = ground.messages.get(reference.messageId);
  if (found && found.channelId === channel.id && found.ephemeralFor === null) return found;
  if (reference.failIfMissing) throw invalidBody('message_reference', 'REPLIES_UNKNOWN_MESSAGE', 'Unknown message');
  return null;
}

/** Finds the message that an enforced nonce already stands for; the author alone counts, not the channel (documentation: create message). */
function twin(ground: Ground, authorId: string, draft: Draft): Message | undefined {
  if (!draft.enforceNonce || draft.nonce === null) return undefined;
  return [...ground.messages.values()].find(
    (message) =>
      message.authorId === authorId && String(message.nonce) === String(draft.nonce) && ground.now() - message.createdAt < NONCE_WINDOW_MS,
  );
}

/** Writes an ordinary message in somebody's name, with all that Discord checks. */
export function post(ground: Ground, authorId: string, channelId: string, draft: Draft): Message {
  const channel = channelOf(ground, channelId);
  enter(ground, authorId, channel);
  const known = twin(ground, authorId, draft);
  if (known) return known;
  if (draft.attachments.length > 0) demand(ground, authorId, channel, 'attachFiles');
  // Without EMBED_LINKS a message of embeds alone is refused; beside a text the embeds are dropped (discord-api-docs #2601).
  const linksAllowed = may(ground, authorId, channel, 'embedLinks');
  if (!linksAllowed && draft.embeds.length > 0 && isEmpty({ ...draft, embeds: [] })) throw apiError(50013);
  if (isEmpty(draft)) throw apiError(50006);
  const answered = answeredMessage(ground, authorId, channel, draft.reference);
  return put(ground, authorId, channel, linksAllowed ? draft : { ...draft, embeds: [] }, answered, null);
}

/** Writes a message by a webhook of a channel; whatever one name writes there is of one webhook. */
export function postByWebhook(
  ground: Ground,
  channelId: string,
  { name, content = '', embeds = [] }: { readonly name: string; readonly content?: string; readonly embeds?: readonly Json[] },
): Message {
  const channel = channelOf(ground, channelId);
  if (channel.guildId === null) throw apiError(50024);
  const draft = { ...plainDraft(content), embeds };
  if (isEmpty(draft)) throw apiError(50006);
  const before = [...ground.messages.values()].find((message) => message.channelId === channelId && message.webhook?.name === name);
  const webhook = before?.webhook ?? { id: ground.nextId(), name };
  return put(ground, webhook.id, channel, draft, null, { type: 0, webhook });
}

/** Puts a message into a channel without asking for permission: what has an origin of its own, and what `post` has checked. */
export function put(
  ground: Ground,
  authorId: string,
  channel: Channel,
  draft: Draft,
  answered: Message | null,
  origin: Origin | null,
): Message {
  const components = normalComponents(draft.components, ground.nextId);
  const mentions = mentionsOf(ground, { channel, authorId, content: draft.content, components, allowed: draft.allowed, answered });
  const ephemeralFor = origin?.ephemeralFor ?? null;
  const message: Message = {
    id: ground.nextId(),
    channelId: channel.id,
    authorId,
    type: origin?.type ?? (answered ? 19 : 0),
    createdAt: ground.now(),
    editedAt: null,
    content: draft.content,
    embeds: normalEmbeds(draft.embeds),
    components,
    attachments: draft.attachments,
    stickers: draft.stickers,
    flags: draft.flags,
    mentions,
    pinnedAt: null,
    tts: draft.tts,
    nonce: draft.nonce,
    reference: draft.reference && answered ? { messageId: answered.id, channelId: answered.channelId } : null,
    forward: draft.forward,
    reactions: [],
    threadId: null,
    applicationId: origin?.applicationId ?? null,
    webhook: origin?.webhook ?? null,
    interaction: origin?.interaction ?? null,
    ephemeralFor,
    pinged: ephemeralFor === null ? pingedBy(ground, channel, authorId, mentions) : [],
  };
  ground.messages.set(message.id, message);
  if (ephemeralFor === null) {
    channel.lastMessageId = message.id;
    if (channel.thread) channel.thread.messageCount += 1;
    if (message.webhook === null) join(ground, channel, authorId);
  }
  ground.changes.emit({ kind: 'message-created', message });
  return message;
}

/** Makes who writes in a thread a member of it. */
function join(ground: Ground, channel: Channel, userId: string): void {
  if (!channel.thread || channel.thread.memberIds.has(userId)) return;
  channel.thread.memberIds.set(userId, ground.now());
  ground.changes.emit({ kind: 'thread-members', channel, added: [userId], removed: [] });
}

/** Changes a message; new names in it notify nobody, unless the message was only announced until now. */
export function amend(ground: Ground, message: Message, change: Change): Message {
  const channel = channelOf(ground, message.channelId);
  const born = (message.flags & MESSAGE_FLAG.componentsV2) !== 0;
  const kept = message.flags & ~(MESSAGE_FLAG.suppressEmbeds | MESSAGE_FLAG.loading);
  const asked = (change.flags ?? message.flags) & (MESSAGE_FLAG.suppressEmbeds | MESSAGE_FLAG.componentsV2);
  if (born && (change.content || (change.embeds?.length ?? 0) > 0)) {
    throw invalidBody(
      'content',
      'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
      'The content and embeds fields cannot be used with IS_COMPONENTS_V2',
    );
  }
  const next = {
    content: change.content ?? message.content,
    embeds: change.embeds ? normalEmbeds(change.embeds) : message.embeds,
    components: change.components ? normalComponents(change.components, ground.nextId) : message.components,
    attachments: change.attachments ?? message.attachments,
  };
  if (isEmpty({ ...message, ...next })) throw apiError(50006);
  const loading = (message.flags & MESSAGE_FLAG.loading) !== 0;
  const answered = message.reference && !loading ? (ground.messages.get(message.reference.messageId) ?? null) : null;
  const mentions = mentionsOf(ground, { channel, authorId: message.authorId, ...next, allowed: change.allowed, answered });
  Object.assign(message, next, { mentions, flags: kept | asked });
  if (loading && message.ephemeralFor === null) message.pinged = pingedBy(ground, channel, message.authorId, mentions);
  if (!loading) message.editedAt = ground.now();
  ground.changes.emit({ kind: 'message-edited', message });
  return message;
}

/** Changes an ordinary message in somebody's name. */
export function edit(ground: Ground, userId: string, channelId: string, messageId: string, change: Change): Message {
  const channel = channelOf(ground, channelId);
  demand(ground, userId, channel);
  const message = messageOf(ground, channelId, messageId);
  if (message.authorId !== userId) throw apiError(50005);
  if (message.type === PIN_NOTICE) throw apiError(50021);
  if (channel.thread?.archived) throw apiError(50083);
  if (channel.thread?.locked && !may(ground, userId, channel, 'manageThreads')) throw apiError(160005);
  const linksAllowed = may(ground, userId, channel, 'embedLinks');
  return amend(ground, message, linksAllowed || !change.embeds ? change : { ...change, embeds: [] });
}

/** Removes a message in somebody's name: one's own, or with MANAGE_MESSAGES any. */
export function remove(ground: Ground, userId: string, channelId: string, messageId: string): void {
  const channel = channelOf(ground, channelId);
  demand(ground, userId, channel);
  const message = messageOf(ground, channelId, messageId);
  if (message.authorId !== userId) {
    if (channel.guildId === null) throw apiError(50003);
    demand(ground, userId, channel, 'manageMessages');
  }
  // Of an archived thread messages are removed all the same; of one that is locked too they are not (documentation: locked threads).
  const { thread } = channel;
  if (thread?.archived && thread.locked && !may(ground, userId, channel, 'manageThreads')) throw apiError(50083);
  discard(ground, channel, [message], false);
}

/** Fourteen days: older messages cannot be removed in bulk. */
const BULK_AGE_MS = 14 * 24 * 60 * 60_000;

/** Removes several messages at once. */
export function removeBulk(ground: Ground, userId: string, channelId: string, ids: readonly string[]): void {
  const channel = channelOf(ground, channelId);
  if (channel.guildId === null) throw apiError(50003);
  demand(ground, userId, channel, 'manageMessages');
  if (ids.length < 2 || ids.length > 100) throw apiError(50016);
  if (ids.some((id) => ground.now() - snowflakeTime(id) > BULK_AGE_MS)) throw apiError(50034);
  const found = ids.flatMap((id) => ground.messages.get(id) ?? []);
  discard(
    ground,
    channel,
    found.filter((message) => message.channelId === channelId && message.ephemeralFor === null),
    true,
  );
}

/** Takes messages out of the world and says so. */
export function discard(ground: Ground, channel: Channel, messages: readonly Message[], bulk: boolean): void {
  for (const message of messages) ground.messages.delete(message.id);
  ground.changes.emit({ kind: 'messages-deleted', channel, messages, bulk });
}
