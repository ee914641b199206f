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
}

/** A role; the one with the guild's id is @everyone. */
export interface Role {
  readonly id: string;
  readonly name: string;
  permissions: bigint;
  readonly position: number;
  readonly mentionable: boolean;
  readonly managed: boolean;
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

/** A message. */
export interface Message {
  readonly id: string;
  readonly channelId: string;
  readonly authorId: string;
  /** Ordinary (0), answer (19), typed command (20), command from a menu (23). */
  readonly type: 0 | 19 | 20 | 23;
  readonly createdAt: number;
  editedAt: number | null;
  content: string;
  embeds: readonly Json[];
  components: readonly Json[];
  attachments: readonly Attachment[];
  flags: number;
  mentions: Mentions;
  readonly tts: boolean;
  readonly nonce: string | number | null;
  readonly reference: { readonly messageId: string; readonly channelId: string } | null;
  readonly reactions: Reaction[];
  threadId: string | null;
  /** The application whose interaction or webhook wrote the message; null for ordinary ones. */
  readonly applicationId: string | null;
  /** The interaction that the message answers, in wire shape. */
  readonly interaction: Json | null;
  /** The only person who sees the message; null for ordinary ones. */
  readonly ephemeralFor: string | null;
  /** Everybody who was really notified: each id once, never the author. */
  pinged: readonly string[];
}

/** The flags of a message that the playground gives meaning to. */
export const MESSAGE_FLAG = {
  suppressEmbeds: 1 << 2,
  hasThread: 1 << 5,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  componentsV2: 1 << 15,
} as const;
