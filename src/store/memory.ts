/** Conversations in memory: for the terminal and for tests. Nothing survives the process. */
import type { Conversations, Turn } from '../core/ports.js';
import { MAX_TURNS } from './queries/conversations.js';

/** Conversations kept; the one that began first goes first. */
const MAX_CONVERSATIONS = 1_000;

/** Creates conversations that this process alone remembers. */
export function memoryConversations(): Conversations {
  const conversations = new Map<string, readonly Turn[]>();
  return {
    recentTurns: (conversation, since) => Promise.resolve((conversations.get(conversation) ?? []).filter(({ at }) => at >= since)),
    addTurn: (conversation, turn) => {
      const turns = conversations.get(conversation) ?? [];
      const place = turn.id === null ? -1 : turns.findIndex(({ id }) => id === turn.id);
      conversations.set(conversation, place < 0 ? [...turns, turn].slice(-MAX_TURNS) : turns.with(place, turn));
      for (const oldest of conversations.keys()) {
        if (conversations.size <= MAX_CONVERSATIONS) break;
        conversations.delete(oldest);
      }
      return Promise.resolve();
    },
  };
}
