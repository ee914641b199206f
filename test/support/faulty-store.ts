/** A real store behind a door that can be shut: what is asked meanwhile fails, or waits for ever. */
import type { Store } from '../../src/core/ports.js';
import { openStore } from '../../src/store/index.js';

export type Door = 'open' | 'failing' | 'silent';

export interface FaultyStore {
  /** What stands behind the door. */
  readonly inner: Store;
  /** What goes through it. */
  readonly store: Store;
  door: Door;
  /** Fails the writes alone, as a full disk does. */
  isFull: boolean;
  /** What is told this text fails. */
  curse: string | null;
  /** Calls that went through or were turned away, by verb. */
  readonly calls: Readonly<Record<string, number>>;
}

const READS = new Set(['settings', 'allSettings', 'recentTurns', 'answerTo', 'questionsOf', 'answeredPlaces', 'personalData', 'dueTips']);

/** Opens a store in memory behind a door. */
export async function openFaultyStore(): Promise<FaultyStore> {
  const inner = await openStore(':memory:');
  const calls: Record<string, number> = {};
  const faulty = { inner, door: 'open' as Door, isFull: false, curse: null as string | null, calls };
  const behindDoor =
    (verb: string, work: (...args: unknown[]) => Promise<unknown>) =>
    async (...args: unknown[]): Promise<unknown> => {
      calls[verb] = (calls[verb] ?? 0) + 1;
      if (faulty.door === 'silent') return new Promise(() => {});
      if (faulty.door === 'failing') throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
      if (faulty.isFull && !READS.has(verb)) throw Object.assign(new Error('the disk is full'), { code: 'SQLITE_FULL' });
      if (faulty.curse !== null && JSON.stringify(args).includes(faulty.curse)) throw new Error('cursed');
      return work(...args);
    };
  const store = Object.fromEntries(
    Object.entries(inner).map(([verb, work]) => [verb, verb === 'close' ? work : behindDoor(verb, work as never)]),
  ) as unknown as Store;
  return Object.assign(faulty, { store });
}
