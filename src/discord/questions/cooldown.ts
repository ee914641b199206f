/**
 * How soon one person may ask again. Who got no answer may say it in other words at once, and an answer may be followed up once; beyond
 * that the server's seconds hold, and nobody asks faster than people type. In memory: a server's events all come to one process, and a
 * restart forgives.
 */
import { putLast } from '../../core/bounded-map.js';
import type { Clock } from '../../core/ports.js';

export interface Wait {
  readonly secondsLeft: number;
  /** Whether the person has been told in this cooldown already. */
  readonly told: boolean;
}

export interface Cooldown {
  /**
   * Takes a person's turn to ask.
   * @param place the server, or the channel outside servers
   * @param seconds between two questions; 0 for no limit at all
   * @param mayFollowUp whether the first one within that time is free
   * @returns null where the turn was free
   */
  take(place: string, userId: string, seconds: number, mayFollowUp?: boolean): Wait | null;
  /** Gives the turn back: what came of it was no answer. */
  release(place: string, userId: string): void;
}

/** People remembered at the most; the one who asked longest ago goes first. */
const MAX_PEOPLE = 10_000;
/** Questions of one person within FLOOD_MS, whatever came of them. */
const MAX_IN_A_FLOOD = 8;
const FLOOD_MS = 10_000;

interface Asked {
  freeAt: number;
  /** Whether the one question that follows an answer up is still free. */
  mayFollowUp: boolean;
  told: boolean;
  /** When the last questions were taken, the oldest first. */
  readonly times: number[];
}

export function createCooldown(now: Clock): Cooldown {
  const people = new Map<string, Asked>();
  return {
    take(place, userId, seconds, mayFollowUp = true) {
      if (seconds <= 0) return null;
      const key = `${place}:${userId}`;
      const at = now();
      const asked = people.get(key) ?? { freeAt: 0, mayFollowUp: false, told: false, times: [] };
      const [oldest = 0] = asked.times;
      const flooded = asked.times.length === MAX_IN_A_FLOOD ? oldest + FLOOD_MS : 0;
      const until = Math.max(flooded, asked.mayFollowUp ? 0 : asked.freeAt);
      if (until > at) {
        const { told } = asked;
        asked.told = true;
        return { secondsLeft: Math.ceil((until - at) / 1_000), told };
      }
      // One that comes within the cooldown is the follow-up; after it the seconds count.
      asked.mayFollowUp = mayFollowUp && asked.freeAt <= at;
      asked.freeAt = at + seconds * 1_000;
      asked.told = false;
      asked.times.push(at);
      if (asked.times.length > MAX_IN_A_FLOOD) asked.times.shift();
      putLast(people, key, asked, MAX_PEOPLE);
      return null;
    },
    release(place, userId) {
      const asked = people.get(`${place}:${userId}`);
      if (asked) asked.freeAt = 0;
    },
  };
}
