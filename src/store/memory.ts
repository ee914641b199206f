/** Conversations in memory: for the terminal and for tests. Nothing survives the process. */
import { dropFirst } from '../core/bounded-map.js';
import type { Conversations, Turn } from '../core/ports.js';
import { MAX_TURNS } from './queries/conversations.js';

/** Conversations kept; the one that began first goes first. */
const MAX_CONVERSATIONS = 1_000;

/** Puts a turn behind others, or in the place of the one with its id. */
export function withTurn(turns: readonly Turn[], turn: Turn): readonly Turn[] {
  const place = turn.id === null ? -1 : turns.findIndex(({ id }) => id === turn.id);
  return place < 0 ? [...turns, turn].slice(-MAX_TURNS) : turns.with(place, turn);
}

/** Creates conversations that this process alone remembers. */
export function memoryConversations(): Conversations {
  const conversations = new Map<string, readonly Turn[]>();
  return {
    recentTurns: (conversation, since) => Promise.resolve((conversations.get(conversation) ?? []).filter(({ at }) => at >= since)),
    addTurn: (conversation, turn) => {
      conversations.set(conversation, withTurn(conversations.get(conversation) ?? [], turn));
      dropFirst(conversations, MAX_CONVERSATIONS);
      return Promise.resolve();
    },
  };
}
