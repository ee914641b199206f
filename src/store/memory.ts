/** A store in memory: for the terminal and for tests. Nothing survives the process. */
import type { Store, Turn } from '../core/ports.js';

/** Conversations kept; the one that began first goes first. */
const MAX_CONVERSATIONS = 1_000;
/** Turns kept for one conversation; older ones are dropped. */
const MAX_TURNS = 20;

export function memoryStore(): Store {
  const conversations = new Map<string, readonly Turn[]>();
  return {
    recentTurns: (conversation, since) => Promise.resolve((conversations.get(conversation) ?? []).filter(({ at }) => at >= since)),
    addTurn: (conversation, turn) => {
      conversations.set(conversation, [...(conversations.get(conversation) ?? []), turn].slice(-MAX_TURNS));
      for (const oldest of conversations.keys()) {
        if (conversations.size <= MAX_CONVERSATIONS) break;
        conversations.delete(oldest);
      }
      return Promise.resolve();
    },
  };
}
