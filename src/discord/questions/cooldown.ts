/** How soon one person may ask again. In memory: a server's events all come to one process, and a restart forgives. */
import type { Clock } from '../../core/ports.js';

export interface Cooldown {
  /**
   * Takes a person's turn to ask.
   * @param place the server, or the channel outside servers
   * @returns null where the turn was free; else the seconds left, and whether the person has been told in this cooldown already
   */
  take(place: string, userId: string, seconds: number): { readonly secondsLeft: number; readonly told: boolean } | null;
}

/** People remembered at the most; the one who asked longest ago goes first. */
const MAX_PEOPLE = 10_000;

export function createCooldown(now: Clock): Cooldown {
  const freeAt = new Map<string, { at: number; told: boolean }>();
  return {
    take(place, userId, seconds) {
      const key = `${place}:${userId}`;
      const at = now();
      const held = freeAt.get(key);
      if (held && held.at > at) {
        const { told } = held;
        held.told = true;
        return { secondsLeft: Math.ceil((held.at - at) / 1_000), told };
      }
      if (seconds <= 0) return null;
      freeAt.delete(key);
      freeAt.set(key, { at: at + seconds * 1_000, told: false });
      for (const oldest of freeAt.keys()) {
        if (freeAt.size <= MAX_PEOPLE) break;
        freeAt.delete(oldest);
      }
      return null;
    },
  };
}
