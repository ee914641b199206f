/** What the core needs from outside, as the smallest interfaces that serve. */

/** One question of a conversation and what it was answered with. */
export interface Turn {
  /** The question as it was understood: completed from the turns before it where it was elliptical. */
  readonly question: string;
  /** The entry that answered; null where none did. */
  readonly entryId: string | null;
  /** Entries offered or listed as follow-ups with the answer, in the order shown. */
  readonly offered: readonly string[];
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Keeps what must outlive one question. */
export interface Store {
  /** Turns of a conversation since a time, oldest first. */
  recentTurns(conversation: string, since: number): Promise<readonly Turn[]>;
  addTurn(conversation: string, turn: Turn): Promise<void>;
}

/** Milliseconds since 1970. */
export type Clock = () => number;
