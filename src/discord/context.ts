/** What every handler gets, and what the bot says of itself. */
import type { Answerer } from '../core/answering/answer.js';
import type { FollowUp } from '../core/answering/reply.js';
import type { Clock, Log, Metrics, Store } from '../core/ports.js';
import { DEFAULT_SETTINGS, type GuildSettings } from '../core/settings.js';
import type { SparseLog } from '../core/sparse-log.js';
import type { Pace } from './connection/pace.js';
import type { Cooldown } from './questions/cooldown.js';
import type { OpenTurns } from './questions/open-turns.js';
import type { RecentTexts } from './questions/recent-texts.js';

export interface BotContext {
  /** The knowledge as it is now: asked for anew with every event, for it can be swapped while the bot runs. */
  readonly answerer: () => Answerer;
  /** Questions that begin or look like what somebody types, best first. */
  readonly suggest: (typed: string, limit: number) => readonly FollowUp[];
  /** The form of a question that may be kept; `verbatim` where the server allows its wording. */
  readonly keptForm: (text: string, verbatim: boolean) => string;
  readonly store: Store;
  readonly cooldown: Cooldown;
  readonly recent: RecentTexts;
  readonly turns: OpenTurns;
  /** What the application is called on Discord, which is what people call the bot. */
  readonly name: () => string;
  /** The clock on the wall, for what is kept or scheduled. */
  readonly now: Clock;
  /** Milliseconds that only ever grow. */
  readonly monotonic: Clock;
  readonly pace: Pace;
  readonly log: Log;
  /** For what may happen with every event. */
  readonly sparse: SparseLog;
  readonly metrics: Metrics;
}

/** A button of an older version, or of an entry that is gone. */
export const OUT_OF_DATE =
  'That button is out of date: what it led to has changed or is gone. Ask again with `/ask`, or look through `/topics`.';
/** Said where something was to be shown, changed or erased that only the database has. */
export const DATABASE_AWAY =
  'That needs my database, which I cannot reach at the moment. If you changed or erased something, please look in a few minutes whether it is done. ' +
  'Questions I can still answer.';
export const SOMETHING_FAILED = 'Something went wrong on my side, and it has been noted. Please try again in a moment.';

/** The settings of a server that the bot is in, or the defaults. */
export async function settingsOf({ store }: Pick<BotContext, 'store'>, guildId: string | null): Promise<GuildSettings> {
  return guildId === null ? DEFAULT_SETTINGS : store.settings(guildId);
}

/** Forgets what a person has asked, where it is in memory alone. */
export function forgetPerson({ recent, turns }: BotContext, userId: string): void {
  recent.forget(userId);
  turns.forget(userId);
}

/** Asks for patience, in the cooldown. */
export function waitText(what: 'ask' | 'share', secondsLeft: number): string {
  return `One at a time, please: ${what} again in ${secondsLeft === 1 ? 'a second' : `${secondsLeft} seconds`}.`;
}
