/** Erases what has been kept long enough. */
import { TURN_TTL_MS } from './answering/conversation.js';
import type { Clock, Log, Store } from './ports.js';

/** Days that things are kept. */
export interface Retention {
  /** Answered questions, and feedback on them. */
  readonly days: number;
  /** Gaps and labels, which lead back to nobody. */
  readonly gapDays: number;
  /** The data of servers that the bot has left. */
  readonly leftServerDays: number;
}

/** How often it should run: a turn is kept this much longer than it serves, at the most. */
export const HOUSEKEEPING_EVERY_MS = 10 * 60_000;

const DAY_MS = 24 * 60 * 60_000;

/** Erases what is older than the retention allows. Never rejects: what fails today is erased the next time. */
export async function keepHouse({ store, now, log }: { store: Store; now: Clock; log: Log }, retention: Retention): Promise<void> {
  const daysAgo = (days: number): number => now() - days * DAY_MS;
  try {
    await store.expire({ turns: now() - TURN_TTL_MS, answers: daysAgo(retention.days), gaps: daysAgo(retention.gapDays) });
    const erased = await store.eraseGuildsLeftBefore(daysAgo(retention.leftServerDays));
    for (const guildId of erased) log.info('guild-erased', { guildId });
  } catch (error) {
    log.error('housekeeping-failed', error);
  }
}
