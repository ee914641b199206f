import { apiError } from '../api-error.js';
import { channelOf, demand, type Ground, guildOf, messageOf } from './ground.js';
import type { PermissionName } from './permissions.js';
import { type Channel, MESSAGE_FLAG } from './state.js';

/** A thread as somebody asks for it. */
export interface ThreadDraft {
  readonly name: string;
  readonly autoArchiveMinutes: number | undefined;
  readonly private: boolean;
}

/** What a thread keeps for itself unless told otherwise: a day. */
const ARCHIVE_MINUTES = 1440;

function open(ground: Ground, userId: string, parent: Channel, id: string, draft: ThreadDraft): Channel {
  if (parent.guildId === null) throw apiError(50024);
  const now = ground.now();
  const channel: Channel = {
    id,
    type: draft.private ? 12 : 11,
    guildId: parent.guildId,
    name: draft.name,
    position: 0,
    parentId: parent.id,
    ownerId: userId,
    recipientIds: [],
    overwrites: [],
    thread: {
      archived: false,
      locked: false,
      autoArchiveMinutes: draft.autoArchiveMinutes ?? ARCHIVE_MINUTES,
      createdAt: now,
      memberIds: new Map([[userId, now]]),
      messageCount: 0,
    },
    lastMessageId: null,
  };
  ground.channels.set(id, channel);
  ground.changes.emit({ kind: 'channel-created', channel });
  return channel;
}

/** Refuses who may not start a thread here. */
function mayOpen(ground: Ground, userId: string, channelId: string, name: PermissionName): Channel {
  const parent = channelOf(ground, channelId);
  demand(ground, userId, parent);
  if (parent.type !== 0) throw apiError(50024);
  demand(ground, userId, parent, name);
  return parent;
}

/** Starts a thread on a message; it takes the message's id, so a second one is refused. */
export function threadOnMessage(ground: Ground, userId: string, channelId: string, messageId: string, draft: ThreadDraft): Channel {
  const parent = mayOpen(ground, userId, channelId, 'createPublicThreads');
  const message = messageOf(ground, channelId, messageId);
  if (ground.channels.has(messageId) || message.threadId !== null) throw apiError(160004);
  const channel = open(ground, userId, parent, messageId, { ...draft, private: false });
  message.threadId = channel.id;
  message.flags |= MESSAGE_FLAG.hasThread;
  ground.changes.emit({ kind: 'message-edited', message });
  return channel;
}

/** Starts a thread that belongs to no message. */
export function threadInChannel(ground: Ground, userId: string, channelId: string, draft: ThreadDraft): Channel {
  const parent = mayOpen(ground, userId, channelId, draft.private ? 'createPrivateThreads' : 'createPublicThreads');
  return open(ground, userId, parent, ground.nextId(), draft);
}

/** Finds a thread that the user sees, or refuses. */
export function threadOf(ground: Ground, userId: string, channelId: string): Channel & { readonly thread: NonNullable<Channel['thread']> } {
  const channel = channelOf(ground, channelId);
  demand(ground, userId, channel);
  const { thread } = channel;
  if (!thread) throw apiError(50024);
  return Object.assign(channel, { thread });
}

/** Adds a member of the guild to a thread. */
export function addThreadMember(ground: Ground, byId: string, channelId: string, userId: string): void {
  const channel = threadOf(ground, byId, channelId);
  if (channel.thread.archived) throw apiError(50083);
  if (channel.guildId === null || !guildOf(ground, channel.guildId).members.has(userId)) throw apiError(10007);
  if (channel.thread.memberIds.has(userId)) return;
  channel.thread.memberIds.set(userId, ground.now());
  ground.changes.emit({ kind: 'thread-members', channel, added: [userId], removed: [] });
}

/** Takes somebody out of a thread: oneself, one's own thread's guests, or with MANAGE_THREADS anybody. */
export function removeThreadMember(ground: Ground, byId: string, channelId: string, userId: string): void {
  const channel = threadOf(ground, byId, channelId);
  if (byId !== userId && channel.ownerId !== byId) demand(ground, byId, channel, 'manageThreads');
  if (!channel.thread.memberIds.delete(userId)) throw apiError(10007);
  ground.changes.emit({ kind: 'thread-members', channel, added: [], removed: [userId] });
}

/** Archives, locks or renames a thread. */
export function changeThread(
  ground: Ground,
  byId: string,
  channelId: string,
  change: { readonly name?: string | undefined; readonly archived?: boolean | undefined; readonly locked?: boolean | undefined },
): Channel {
  const channel = threadOf(ground, byId, channelId);
  if (channel.ownerId !== byId || change.locked !== undefined) demand(ground, byId, channel, 'manageThreads');
  channel.name = change.name ?? channel.name;
  channel.thread.archived = change.archived ?? channel.thread.archived;
  channel.thread.locked = change.locked ?? channel.thread.locked;
  ground.changes.emit({ kind: 'channel-updated', channel });
  return channel;
}
