/**
 * The tables as Kysely sees them; migrations.ts creates them. Both backends have the same columns: texts, and whole numbers that fit
 * into a JavaScript number. Times are milliseconds since 1970, lists are JSON, yes and no are 1 and 0: libsql takes no booleans.
 */
import type { Generated, Kysely, Selectable } from 'kysely';
import type { Gap } from '../core/ports.js';
import type { TipPause } from '../core/tips/tips.js';

export type Backend = 'sqlite' | 'postgres';

/** Null means that the server has set nothing, so the default holds, also one that changes later. */
interface GuildSettingsTable {
  guildId: string;
  channels: string | null;
  replyIn: 'channel' | 'thread' | null;
  private: number | null;
  cooldownSeconds: number | null;
  keepQuestions: number | null;
}

interface LeftGuildTable {
  guildId: string;
  leftAt: number;
}

interface TurnTable {
  /** The order in which turns were added. */
  seq: Generated<number>;
  conversation: string;
  turnId: string | null;
  /** The server of the conversation, so that it is erased with the server. */
  guildId: string | null;
  asker: string | null;
  question: string;
  entryId: string | null;
  offered: string;
  at: number;
}

interface AnswerTable {
  questionId: string;
  guildId: string | null;
  channelId: string;
  askerId: string;
  answerId: string | null;
  conversation: string;
  entryId: string | null;
  question: string;
  nearest: string;
  at: number;
  editedAt: number | null;
  /** Null, from before there was this column, is no. */
  isPosting: number | null;
}

interface FeedbackTable {
  questionId: string;
  userId: string;
  guildId: string | null;
  entryId: string;
  helpful: number;
  at: number;
}

interface GapTable {
  /** What is counted as the same, in short: see `countKey`. */
  key: string;
  guildId: string | null;
  question: string;
  reason: Gap['reason'];
  entryId: string | null;
  count: number;
  lastAt: number;
}

interface LabelTable {
  key: string;
  guildId: string | null;
  question: string;
  entryId: string;
  count: number;
  lastAt: number;
}

interface TipScheduleTable {
  guildId: string;
  channelId: string;
  timeZone: string;
  time: string;
  weekdays: string;
  nextDueAt: number;
  pausedBecause: TipPause | null;
  refusals: Generated<number>;
}

interface TipDeliveryTable {
  guildId: string;
  localDate: string;
  channelId: string;
  tipId: string | null;
  cycle: number;
  claimedAt: number;
  state: 'claimed' | 'skipped' | 'sent' | 'failed';
  attempts: number;
  messageId: string | null;
}

export interface Tables {
  guildSettings: GuildSettingsTable;
  leftGuild: LeftGuildTable;
  turn: TurnTable;
  answer: AnswerTable;
  feedback: FeedbackTable;
  gap: GapTable;
  label: LabelTable;
  tipSchedule: TipScheduleTable;
  tipDelivery: TipDeliveryTable;
}

export type Row<T extends keyof Tables> = Selectable<Tables[T]>;
export type Db = Kysely<Tables>;

/** Every table that holds something of a server; erasing a server goes through all of them. */
export const GUILD_TABLES = ['guildSettings', 'answer', 'turn', 'feedback', 'gap', 'label', 'tipSchedule', 'tipDelivery'] as const;
export type GuildTable = (typeof GUILD_TABLES)[number];

/** What tells the rows of a table apart. */
export const PRIMARY_KEYS: Readonly<Record<GuildTable, readonly string[]>> = {
  guildSettings: ['guildId'],
  answer: ['questionId'],
  turn: ['seq'],
  feedback: ['questionId', 'userId'],
  gap: ['key'],
  label: ['key'],
  tipSchedule: ['guildId'],
  tipDelivery: ['guildId', 'localDate'],
};
