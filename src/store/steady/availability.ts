/**
 * Whether a database can be used now: after a failure it is left in peace for a moment, and nobody waits for it. A circuit breaker
 * (Nygard, "Release It!", 2007).
 */
import type { Clock, Log } from '../../core/ports.js';

export interface Availability {
  /** Whether it is worth a try: not right after a failure. */
  worthTrying(): boolean;
  succeeded(): void;
  failed(error: unknown): void;
  /** It has not answered in time. Once may be a slow disk or a busy machine; twice in a row it counts as a failure. */
  late(error: unknown): void;
  /** Whether it can be used, as far as the last tries tell. */
  isUp(): boolean;
  /** Whether the last try did not succeed. */
  isInDoubt(): boolean;
}

/** After a failure, the next try comes this much later. */
export const RETRY_AFTER_MS = 2_000;
/** Between two lines of the log that say so. */
const SAY_EVERY_MS = 60_000;

/** @param what is tried: "read" or "write", for the log */
export function createAvailability(what: 'read' | 'write', log: Pick<Log, 'info' | 'error'>, monotonic: Clock): Availability {
  let downSince: number | null = null;
  let retryAt = 0;
  let isLate = false;
  /** When it was last said; a database that is only slow would fill the log. */
  let saidAt = Number.NEGATIVE_INFINITY;
  let isSaid = false;
  const failed = (error: unknown): void => {
    retryAt = monotonic() + RETRY_AFTER_MS;
    if (downSince !== null) return;
    downSince = monotonic();
    isSaid = downSince - saidAt > SAY_EVERY_MS;
    if (!isSaid) return;
    saidAt = downSince;
    log.error('database-unavailable', error, { what });
  };
  return {
    worthTrying: () => monotonic() >= retryAt,
    isUp: () => downSince === null,
    isInDoubt: () => downSince !== null || isLate,
    succeeded() {
      retryAt = 0;
      isLate = false;
      if (downSince === null) return;
      if (isSaid) log.info('database-available', { what, awayMs: Math.round(monotonic() - downSince) });
      downSince = null;
    },
    late(error) {
      // Those that were tried together with the first are late together.
      if (downSince !== null || (isLate && monotonic() >= retryAt)) failed(error);
      else if (!isLate) retryAt = monotonic() + RETRY_AFTER_MS;
      isLate = true;
    },
    failed,
  };
}

/** Codes of mistakes in what is asked, which asking again does not mend: SQLite's constraints, PostgreSQL's classes 22 and 23. */
const MISTAKE = /^(?:SQLITE_(?:CONSTRAINT|MISMATCH|RANGE)|(?:22|23)...$)/;

/** Whether an error is about what was asked, and not about the database. */
export function isMistake(error: unknown): boolean {
  if (error instanceof TypeError || error instanceof RangeError) return true;
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && MISTAKE.test(error.code);
}
