/** The questions that may still grow: what the same person adds soon after can belong to them. In memory; a restart closes them. */
import type { Message } from 'discord.js';
import type { About } from '../../core/answering/answer.js';
import { JOIN_WITHIN_MS } from '../../core/answering/turns.js';
import { putLast } from '../../core/bounded-map.js';
import { wordsOf } from './heard.js';
import type { Posted } from './posting.js';

/** One message of a question. */
export interface Part {
  readonly id: string;
  readonly text: string;
  /** When it was last edited; null where it never was. */
  readonly editedAt: number | null;
}

/** The part that a message is; `text` where its words were read already. */
export function partOf(message: Message, text = wordsOf(message)): Part {
  return { id: message.id, text, editedAt: message.editedTimestamp };
}

/** A question with the one message that answers it. */
export interface OpenTurn {
  readonly channelId: string;
  readonly askerId: string;
  readonly parts: readonly Part[];
  readonly conversation: string;
  readonly posted: Posted;
  /** The answer that its first message replied to. */
  readonly about: About | undefined;
  /** When its last part was written, in milliseconds since 1970. */
  readonly lastAt: number;
  readonly until: number;
}

export interface OpenTurns {
  /**
   * The question of a person in a channel that is still open.
   * @param at when the message was written that may belong to it, by Discord's clock, which wrote the times of the others
   */
  of(channelId: string, askerId: string, at: number): OpenTurn | null;
  open(turn: Omit<OpenTurn, 'until'>): void;
  /** Puts a turn in the place of the one of the same person and channel, for as long as that one had. */
  change(turn: OpenTurn): void;
  close(channelId: string, askerId: string): void;
  /** Closes the turns that a message is a part or the answer of. */
  messageGone(id: string): void;
  /** Closes a person's turns everywhere. */
  forget(askerId: string): void;
  /** Takes down who wrote last in a channel, the bot too: a reply above somebody else's words is not changed, for only who scrolls up would see it. */
  wrote(channelId: string, authorId: string, messageId: string): void;
}

/** Questions that may still grow, and channels of which is known who wrote last, at the most; the oldest go first. */
const MAX_OPEN = 5_000;
const MAX_CHANNELS = 5_000;

interface Written {
  readonly authorId: string;
  readonly messageId: string;
}

export function createOpenTurns(): OpenTurns {
  const turns = new Map<string, OpenTurn>();
  /** The last message of a channel, and the last one of anybody else. */
  const written = new Map<string, readonly (Written | undefined)[]>();
  const keyOf = (channelId: string, askerId: string): string => `${channelId}:${askerId}`;
  const closeWhere = (closes: (turn: OpenTurn) => boolean): void => {
    for (const [key, turn] of turns) if (closes(turn)) turns.delete(key);
  };
  return {
    of(channelId, askerId, at) {
      const key = keyOf(channelId, askerId);
      const turn = turns.get(key);
      if (turn && turn.until <= at) turns.delete(key);
      if (!turn || turn.until <= at) return null;
      const other = written.get(turn.posted.channelId)?.find((last) => last !== undefined && last.authorId !== askerId);
      return other && BigInt(other.messageId) > BigInt(turn.posted.messageId) ? null : turn;
    },
    open(turn) {
      const key = keyOf(turn.channelId, turn.askerId);
      putLast(turns, key, { ...turn, until: turn.lastAt + JOIN_WITHIN_MS }, MAX_OPEN);
    },
    change: (turn) => void turns.set(keyOf(turn.channelId, turn.askerId), turn),
    close: (channelId, askerId) => void turns.delete(keyOf(channelId, askerId)),
    messageGone: (id) => closeWhere(({ posted, parts }) => posted.messageId === id || parts.some((part) => part.id === id)),
    forget(askerId) {
      closeWhere((turn) => turn.askerId === askerId);
      for (const [channelId, last] of written) if (last.some((one) => one?.authorId === askerId)) written.delete(channelId);
    },
    wrote(channelId, authorId, messageId) {
      const [last, before] = written.get(channelId) ?? [];
      putLast(written, channelId, [{ authorId, messageId }, last?.authorId === authorId ? before : last], MAX_CHANNELS);
    },
  };
}

/** The text of a question in several messages. */
export function textOfParts(parts: readonly Part[]): string {
  return parts
    .map(({ text }) => text)
    .join('\n')
    .trim();
}
