/** Log lines of what can happen hundreds of times a second: the first at once, then now and then how often. */
import type { Clock, Log, LogFields } from './ports.js';

export interface SparseLog {
  warn(event: string, fields?: LogFields): void;
  error(event: string, error: unknown, fields?: LogFields): void;
}

/** Between two lines of one event. */
export const SPARSE_EVERY_MS = 60_000;

/**
 * Creates it over a log. A line after others of its event that were left out says how many in `leftOut`.
 * @param monotonic milliseconds that only ever grow
 */
export function createSparseLog(log: Pick<Log, 'warn' | 'error'>, monotonic: Clock): SparseLog {
  const events = new Map<string, { at: number; leftOut: number }>();
  /** The fields to log an event with; null where it is left out. */
  const due = (event: string, fields: LogFields | undefined): LogFields | null => {
    const at = monotonic();
    const last = events.get(event);
    if (last !== undefined && at - last.at < SPARSE_EVERY_MS) {
      last.leftOut++;
      return null;
    }
    events.set(event, { at, leftOut: 0 });
    return { ...fields, ...(last !== undefined && last.leftOut > 0 && { leftOut: last.leftOut }) };
  };
  return {
    warn(event, fields) {
      const logged = due(event, fields);
      if (logged !== null) log.warn(event, logged);
    },
    error(event, error, fields) {
      const logged = due(event, fields);
      if (logged !== null) log.error(event, error, logged);
    },
  };
}
