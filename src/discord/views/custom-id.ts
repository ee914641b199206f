/** What a button or a menu carries: an action and its arguments, at most 100 characters, so that it still works after a restart. */
import { LIMITS } from './limits.js';

export interface Pressed {
  readonly action: string;
  readonly args: readonly string[];
}

const SEPARATOR = ':';

/**
 * Writes an action with its arguments. Arguments are ids, which have no colon.
 * @throws RangeError where the whole is too long: that is a bug, for entry ids end at 64 characters and Discord's at 20
 */
export function customId(action: string, ...args: readonly string[]): string {
  const id = [action, ...args].join(SEPARATOR);
  if (id.length > LIMITS.customId) throw new RangeError(`custom id of ${id.length} characters, expected at most ${LIMITS.customId}: ${id}`);
  return id;
}

/** Reads what `customId` wrote; for any other text, an action that nobody knows. */
export function readCustomId(id: string): Pressed {
  const [action = '', ...args] = id.split(SEPARATOR);
  return { action, args };
}
