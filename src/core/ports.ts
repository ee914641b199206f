/** What the core and the adapters need from outside, as the smallest interfaces that serve. */

import type { AnswerTrace } from './answering/trace.js';
import type { GuildSettings } from './settings.js';
import type { ClaimedTip, TipHistory, TipPause, TipSchedule } from './tips/tips.js';

/** Milliseconds since 1970. */
export type Clock = () => number;

/** One question of a conversation and what it was answered with. */
export interface Turn {
  /** The message or interaction that asked; a turn with the same id takes its place. Null where nothing can change it later. */
  readonly id: string | null;
  /** Who asked, so that the person can have it erased; null in a terminal. */
  readonly asker: string | null;
  /** The question as it was understood: completed from the turns before it where it was elliptical. */
  readonly question: string;
  /** The entry that answered; null where none did. */
  readonly entryId: string | null;
  /** Entries offered or listed as follow-ups with the answer, in the order shown. */
  readonly offered: readonly string[];
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What a conversation said before. */
export interface Conversations {
  /** Turns of a conversation since a time, oldest first. */
  recentTurns(conversation: string, since: number): Promise<readonly Turn[]>;
  /** Adds a turn, or replaces the one of the same id in that conversation. */
  addTurn(conversation: string, turn: Turn): Promise<void>;
}

/** A question that was replied to, kept so that an edit, a deletion or a click can be followed up. */
export interface AnsweredQuestion {
  /** The message or interaction that asked. */
  readonly questionId: string;
  /** Null outside servers. */
  readonly guildId: string | null;
  /** The channel or thread that holds the answer. */
  readonly channelId: string;
  readonly askerId: string;
  /** The message that holds the answer; null where the platform keeps it (replies to interactions) or somebody took it away. Several questions can share one. */
  readonly answerId: string | null;
  readonly conversation: string;
  /** The entry that answered; null where none did. */
  readonly entryId: string | null;
  /** The question in the form that may be kept. */
  readonly question: string;
  /** The nearest entries after the one that answered, best first. */
  readonly nearest: readonly string[];
  /** When the question was last edited, as far as the answer knows; null for one that never was. Milliseconds since 1970. */
  readonly editedAt: number | null;
  /** It is about to be posted: kept before, so that a process that dies in between leaves a trace. Whether it was, and where, only Discord knows. */
  readonly isPosting: boolean;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** A question that the knowledge base failed. Nothing leads back to who asked. */
export interface Gap {
  readonly guildId: string | null;
  /** The question in the form that may be kept. */
  readonly question: string;
  readonly reason: 'unknown' | 'not-helpful';
  /** The entry that did not help, or the nearest one; null where none was near. */
  readonly entryId: string | null;
  readonly at: number;
}

/** Which entry an asker picked when several were offered: training material for the curator. Nothing leads back to who asked. */
export interface ChoiceLabel {
  readonly guildId: string | null;
  readonly question: string;
  readonly entryId: string;
  readonly at: number;
}

/** Whether an answer helped, by one person; a second verdict of the same person on the same question replaces the first. */
export interface Feedback {
  readonly questionId: string;
  readonly userId: string;
  readonly guildId: string | null;
  readonly entryId: string;
  readonly helpful: boolean;
  readonly at: number;
}

/** What people told the curator, most frequent first. `lastAt` is milliseconds since 1970. */
export interface CuratorReport {
  readonly gaps: readonly (Omit<Gap, 'at'> & { readonly count: number; readonly lastAt: number })[];
  readonly labels: readonly (Omit<ChoiceLabel, 'at'> & { readonly count: number; readonly lastAt: number })[];
  readonly feedback: readonly { readonly entryId: string; readonly helpful: number; readonly notHelpful: number }[];
}

/** How many rows lead back to a person. */
export interface PersonalData {
  readonly turns: number;
  readonly answers: number;
  readonly feedback: number;
}

/** Where a question was answered. */
export type AnsweredPlace = Pick<AnsweredQuestion, 'guildId' | 'channelId'>;

/**
 * Everything that outlives one question. Each verb is atomic unless it says otherwise: it happens entirely or not at all, and several
 * processes may call it at once. Times are milliseconds since 1970.
 */
export interface Store extends Conversations {
  /** The settings of a server; the defaults where it has none. */
  settings(guildId: string): Promise<GuildSettings>;
  /** The settings of all servers that have set something. */
  allSettings(): Promise<ReadonlyMap<string, GuildSettings>>;
  /** Changes the settings that are named, keeps the others, and returns all. */
  changeSettings(guildId: string, change: Partial<GuildSettings>): Promise<GuildSettings>;

  /** Keeps a replied question, or replaces the one of the same `questionId`. */
  saveAnswer(answer: AnsweredQuestion): Promise<void>;
  answerTo(questionId: string): Promise<AnsweredQuestion | null>;
  /** The questions that one answer message replies to, in the order they were asked (by `at`, then id). */
  questionsOf(answerId: string): Promise<readonly AnsweredQuestion[]>;
  /** The channels in which questions were answered since a time, the latest first. */
  answeredPlaces(since: number, limit: number): Promise<readonly AnsweredPlace[]>;
  /** Forgets a question and its turn in the conversation; returns what was kept of it. Only one of several callers gets it. */
  removeAnswer(questionId: string): Promise<AnsweredQuestion | null>;

  /** Keeps a verdict; false where the person had already said the same. */
  addFeedback(feedback: Feedback): Promise<boolean>;
  /** Counts a gap: the same question, server, reason and entry are one row with a count. */
  addGap(gap: Gap): Promise<void>;
  /** Counts a label: the same question, server and entry are one row with a count. */
  addLabel(label: ChoiceLabel): Promise<void>;
  /** @param guildId one server's, or all where it is undefined */
  curatorReport(guildId?: string): Promise<CuratorReport>;

  personalData(userId: string): Promise<PersonalData>;
  /** Erases what leads back to a person and returns how much it was. */
  erasePerson(userId: string): Promise<PersonalData>;

  /** Notes that the bot is in servers, any number of them, which keeps their data. */
  guildsJoined(guildIds: readonly string[]): Promise<void>;
  /** Notes that the bot is no longer there; a later call does not move the date. */
  guildLeft(guildId: string, at: number): Promise<void>;
  /** Servers of which something is kept and that are not known to be left. */
  guilds(): Promise<readonly string[]>;
  /** Erases everything of the servers left before a time and returns their ids. In portions: a call that is cut short is gone on with by the next. */
  eraseGuildsLeftBefore(time: number): Promise<readonly string[]>;
  /** Erases what is older: turns, answers with feedback, and gaps with labels. In portions, so that it holds nobody up. */
  expire(before: { readonly turns: number; readonly answers: number; readonly gaps: number }): Promise<void>;

  /** Sets a server's schedule, or replaces it; a pause ends with it. The history of what was shown stays. */
  saveTipSchedule(schedule: Omit<TipSchedule, 'pausedBecause'>): Promise<void>;
  tipSchedule(guildId: string): Promise<TipSchedule | null>;
  removeTipSchedule(guildId: string): Promise<void>;
  /** Notes why nothing is posted; ends with the next tip that is. */
  pauseTips(guildId: string, because: TipPause): Promise<void>;
  /** Schedules that are due, paused ones too, the longest overdue first. */
  dueTips(now: number, limit: number): Promise<readonly TipSchedule[]>;
  tipHistory(guildId: string): Promise<TipHistory>;
  /**
   * Moves a due schedule on to `nextDueAt` and, unless that local day already has a tip, records a delivery: `claimed` with a tip,
   * `skipped` without, which leaves the day to a tip that is due later on it. One transaction; of several callers with the same `dueAt` exactly one gets true where a tip was claimed.
   */
  claimTip(claim: ClaimedTip & { readonly dueAt: number; readonly nextDueAt: number }): Promise<boolean>;
  /** Takes over deliveries that were claimed before a time and never finished, for one more try: each is handed out once. */
  takeUnfinishedTips(claimedBefore: number, now: number): Promise<readonly ClaimedTip[]>;
  /** Ends the claims before a time that nobody finished as `failed`: whether they were posted is unknown, so they never are again. */
  failTipsClaimedBefore(time: number): Promise<number>;
  /** Ends a claim; that a tip was sent ends a pause and the count of refusals too. */
  finishTip(
    guildId: string,
    localDate: string,
    end: { readonly state: 'sent' | 'failed'; readonly messageId: string | null },
  ): Promise<void>;
  /**
   * Ends a claim that Discord refused: nobody has seen the tip, so it counts as not shown and leaves the day to one that is due later.
   * Returns how many were refused in a row since the schedule was set or a tip was sent; 0 where the schedule has another channel by now.
   * From `pauseFrom` on the schedule is paused.
   */
  refuseTip(tip: Pick<ClaimedTip, 'guildId' | 'localDate' | 'channelId'>, because: TipPause, pauseFrom: number): Promise<number>;

  close(): Promise<void>;
}

/** Values that may stand in a log line: never the text of a message. */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Structured log lines for the operator. */
export interface Log {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  /** @param error its name, message and stack are logged */
  error(event: string, error: unknown, fields?: LogFields): void;
}

/** Counters and timings for the operator's monitoring. Labels have few values: no ids, no texts. */
export interface Metrics {
  /** A question was replied to. `surface` is where: a command's name, "mention", "button", "edit". */
  reply(surface: string, kind: string, ms: number): void;
  /** An event or a click was handled, or its handler threw. */
  handled(event: string, outcome: 'ok' | 'failed'): void;
  tip(outcome: 'sent' | 'skipped' | 'failed'): void;
  /** An answer was not posted, for it would have come too late. */
  late(): void;
  /** A request to Discord came to nothing; `code` is the HTTP status. */
  discordError(code: number): void;
}

/** Takes down how questions were answered, for a curator to look at. Traces hold what was asked, word for word. */
export interface Trace {
  /** Called with each question that has an id, once it is replied to; again where it is asked again or an entry is picked for it. */
  record(questionId: string, trace: AnswerTrace): void;
}
