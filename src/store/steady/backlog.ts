/** What could not be written yet, in the order in which it was to be. */
import type { Clock, Store } from '../../core/ports.js';

/** Verbs that can be done later: nobody waits for what they return. */
type LaterVerb =
  | 'addTurn'
  | 'saveAnswer'
  | 'removeAnswer'
  | 'addFeedback'
  | 'addGap'
  | 'addLabel'
  | 'guildsJoined'
  | 'guildLeft'
  | 'finishTip';
export type Write = { [V in LaterVerb]: { readonly verb: V; readonly args: Parameters<Store[V]> } }[LaterVerb];

export interface Backlog {
  /** Everything that waits, the oldest first. */
  all(): readonly Write[];
  add(write: Write): void;
  /** The next writes that can be made side by side: none of them waits for another. */
  next(): readonly Write[];
  /** Takes out what was made, or is not wanted any more. */
  remove(isGone: (write: Write) => boolean): void;
  /** Notes that a write failed while others were made. One that does so again and again is given up: the fault is its own. */
  failedAlone(write: Write): void;
  size(): number;
  /** How many were given up: too many waited, or for too long. */
  dropped(): number;
}

/** Some megabytes of memory at the most. */
const MAX_WAITING = 10_000;
/** Longer than most outages; what is older is of little use. */
const MAX_AGE_MS = 60 * 60_000;
const SIDE_BY_SIDE = 8;
const MAX_FAILURES_ALONE = 5;

export function createBacklog(monotonic: Clock): Backlog {
  let waiting: { readonly write: Write; readonly at: number }[] = [];
  let dropped = 0;
  const failures = new WeakMap<Write, number>();
  const dropOld = (): void => {
    const oldest = monotonic() - MAX_AGE_MS;
    const kept = waiting.filter(({ at }) => at >= oldest).slice(-MAX_WAITING);
    dropped += waiting.length - kept.length;
    waiting = kept;
  };
  return {
    all: () => waiting.map(({ write }) => write),
    add(write) {
      waiting.push({ write, at: monotonic() });
      if (waiting.length > MAX_WAITING) dropOld();
    },
    next() {
      dropOld();
      const lanes = new Set<string>();
      const next: Write[] = [];
      for (const { write } of waiting) {
        if (next.length === SIDE_BY_SIDE) break;
        const lane = laneOf(write);
        if (lane !== null && lanes.has(lane)) continue;
        if (lane !== null) lanes.add(lane);
        next.push(write);
      }
      return next;
    },
    remove(isGone) {
      waiting = waiting.filter(({ write }) => !isGone(write));
    },
    failedAlone(write) {
      const count = (failures.get(write) ?? 0) + 1;
      failures.set(write, count);
      if (count < MAX_FAILURES_ALONE) return;
      waiting = waiting.filter((one) => one.write !== write);
      failures.delete(write);
      dropped++;
    },
    size: () => waiting.length,
    dropped: () => dropped,
  };
}

/** Writes of one lane keep their order; null where order does not matter. */
function laneOf(write: Write): string | null {
  switch (write.verb) {
    case 'addTurn':
      return `turn ${write.args[0]}`;
    case 'saveAnswer':
      return `answer ${write.args[0].questionId}`;
    case 'removeAnswer':
      return `answer ${write.args[0]}`;
    case 'guildsJoined':
    case 'guildLeft':
      return 'guilds';
    case 'addFeedback':
      return `feedback ${write.args[0].questionId}`;
    case 'finishTip':
      return `tip ${write.args[0]}`;
    case 'addGap':
    case 'addLabel':
      return null;
  }
}

/** Makes a write. */
export async function perform(store: Store, write: Write): Promise<void> {
  switch (write.verb) {
    case 'addTurn':
      return store.addTurn(...write.args);
    case 'saveAnswer':
      return store.saveAnswer(...write.args);
    case 'removeAnswer':
      return void (await store.removeAnswer(...write.args));
    case 'addFeedback':
      return void (await store.addFeedback(...write.args));
    case 'addGap':
      return store.addGap(...write.args);
    case 'addLabel':
      return store.addLabel(...write.args);
    case 'guildsJoined':
      return store.guildsJoined(...write.args);
    case 'guildLeft':
      return store.guildLeft(...write.args);
    case 'finishTip':
      return store.finishTip(...write.args);
  }
}

/** Whose words or acts a write holds; null where it leads back to nobody. */
export function personOf(write: Write): string | null {
  switch (write.verb) {
    case 'addTurn':
      return write.args[1].asker;
    case 'saveAnswer':
      return write.args[0].askerId;
    case 'addFeedback':
      return write.args[0].userId;
    default:
      return null;
  }
}
