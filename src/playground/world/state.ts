import type { Json } from '../json.js';

/** A person or a bot. */
export interface User {
  readonly id: string;
  readonly username: string;
  readonly globalName: string | null;
  readonly bot: boolean;
  readonly locale: string;
  /** False: this user has closed direct messages from members of the same guilds. */
  acceptsDirectMessages: boolean;
}

/** The intents that an application must be granted before a session may ask for them. */
export interface PrivilegedIntents {
  readonly members: boolean;
  readonly presences: boolean;
  readonly messageContent: boolean;
}

/** A registered command: the definition as Discord stores it. */
export interface Command {
  readonly id: string;
  readonly applicationId: string;
  /** Null for a global command. */
  readonly guildId: string | null;
  version: string;
  definition: Json;
}

/** What the administrators of a guild have decided about an application's commands. */
export interface CommandPermission {
  readonly guildId: string;
  /** Null for all of the application's commands. */
  readonly commandId: string | null;
  /** A user, a role or a channel; the guild's id is @everyone, and the number before it is every channel. */
  readonly targetId: string;
  readonly allowed: boolean;
}

/** An application; its id is also the id of its bot user. */
export interface Application {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  token: string;
  privileged: PrivilegedIntents;
  /** Who has installed the application for themselves. */
  readonly installedBy: Set<string>;
  readonly commands: Map<string, Command>;
  commandPermissions: readonly CommandPermission[];
}

/** A role; the one with the guild's id is @everyone. */
export interface Role {
  readonly id: string;
  readonly name: string;
  permissions: bigint;
  readonly position: number;
  readonly mentionable: boolean;
  /** The bot that the role was made for and belongs to; null for ordinary roles. */
  readonly botId: string | null;
}

/** A user's membership in a guild. */
export interface Member {
  readonly userId: string;
  readonly nick: string | null;
  readonly joinedAt: number;
  roleIds: readonly string[];
}

/** A guild. */
export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly locale: string;
  readonly roles: Map<string, Role>;
  readonly members: Map<string, Member>;
  unavailable: boolean;
}

/** An exception to the roles' permissions in one channel. */
export interface Overwrite {
  readonly id: string;
  readonly type: 'role' | 'member';
  readonly allow: bigint;
  readonly deny: bigint;
}

/** What a thread has beyond a channel. */
export interface ThreadState {
  archived: boolean;
  locked: boolean;
  readonly autoArchiveMinutes: number;
  readonly createdAt: number;
  readonly memberIds: Map<string, number>;
  messageCount: number;
}

/** A channel: text (0), DM (1), public thread (11) or private thread (12). */
export interface Channel {
  readonly id: string;
  readonly type: 0 | 1 | 11 | 12;
  readonly guildId: string | null;
  name: string;
  readonly position: number;
  readonly parentId: string | null;
  /** Who started a thread; null elsewhere. */
  readonly ownerId: string | null;
  readonly recipientIds: readonly string[];
  overwrites: readonly Overwrite[];
  readonly thread: ThreadState | null;
  lastMessageId: string | null;
}

/** A file on a message. */
export interface Attachment {
  readonly id: string;
  readonly filename: string;
  readonly size: number;
  readonly contentType: string | null;
  readonly description: string | null;
}

/** A sticker on a message. */
export interface Sticker {
  readonly id: string;
  readonly name: string;
}

/** What writes messages in a channel without being a user. */
export interface Webhook {
  readonly id: string;
  readonly name: string;
}

/** Who a message names. Names that allowed_mentions or a missing permission suppress are not here. */
export interface Mentions {
  readonly userIds: readonly string[];
  readonly roleIds: readonly string[];
  readonly everyone: boolean;
}

/** A reaction: an emoji and who gave it. */
export interface Reaction {
  readonly emoji: { readonly id: string | null; readonly name: string };
  readonly userIds: Set<string>;
}

/** What a forward shows of another message: taken once, and untouched by what happens to that message afterwards. */
export type Snapshot = Readonly<
  Pick<
    Message,
    | 'channelId'
    | 'type'
    | 'createdAt'
    | 'editedAt'
    | 'content'
    | 'embeds'
    | 'components'
    | 'attachments'
    | 'stickers'
    | 'flags'
    | 'mentions'
  >
>;

/** Another message that a message passes on. */
export interface Forward {
  readonly messageId: string;
  readonly channelId: string;
  readonly snapshot: Snapshot;
}

/** A message. */
export interface Message {
  readonly id: string;
  readonly channelId: string;
  readonly authorId: string;
  /** Ordinary (0), notice that something was pinned (6), answer (19), typed command (20), command from a menu (23). */
  readonly type: 0 | typeof PIN_NOTICE | 19 | 20 | 23;
  readonly createdAt: number;
  editedAt: number | null;
  content: string;
  embeds: readonly Json[];
  components: readonly Json[];
  attachments: readonly Attachment[];
  readonly stickers: readonly Sticker[];
  flags: number;
  mentions: Mentions;
  pinnedAt: number | null;
  readonly tts: boolean;
  readonly nonce: string | number | null;
  /** The message that this one answers, or announces as pinned. */
  readonly reference: { readonly messageId: string; readonly channelId: string } | null;
  readonly forward: Forward | null;
  readonly reactions: Reaction[];
  threadId: string | null;
  /** The application that wrote the message in answer to an interaction; null for ordinary ones. */
  readonly applicationId: string | null;
  /** The webhook that wrote the message, whose id is then the author's; null for what users and interactions write. */
  readonly webhook: Webhook | null;
  /** The interaction that the message answers, in wire shape. */
  readonly interaction: Json | null;
  /** The only person who sees the message; null for ordinary ones. */
  readonly ephemeralFor: string | null;
  /** Everybody who was really notified: each id once, never the author. */
  pinged: readonly string[];
}

/** The type of the message with which Discord says, in the name of who did it, that something was pinned. */
export const PIN_NOTICE = 6;

/** The flags of a message that the playground gives meaning to. */
export const MESSAGE_FLAG = {
  suppressEmbeds: 1 << 2,
  hasThread: 1 << 5,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  hasSnapshot: 1 << 14,
  componentsV2: 1 << 15,
} as const;
