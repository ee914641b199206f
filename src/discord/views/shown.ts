/**
 * What a message of the bot shows, read back from its own buttons: so it is known for as long as the message stands, whoever asked and
 * whichever process posted it.
 */
import { ComponentType, type Message, type MessageActionRowComponent } from 'discord.js';
import { readCustomId } from './custom-id.js';

export interface Shown {
  /** The question it answers; null where nobody asked, as for a tip. */
  readonly questionId: string | null;
  /** The entry it shows; null where it only offers some. */
  readonly entryId: string | null;
  /** The entries it offers or leads on to, in the order shown. */
  readonly offered: readonly string[];
}

/** The buttons and menus of a message. */
export function componentsOf({ components }: Pick<Message, 'components'>): readonly MessageActionRowComponent[] {
  return components.flatMap((row) => (row.type === ComponentType.ActionRow ? [...row.components] : []));
}

/** Reads a message; null where it shows and offers no entry. */
export function shownIn(message: Pick<Message, 'components'>): Shown | null {
  let [questionId, entryId]: [string | null, string | null] = [null, null];
  const offered: string[] = [];
  for (const component of componentsOf(message)) {
    const { action, args } = readCustomId(component.customId ?? '');
    const [first = '', second = ''] = args;
    if (component.type === ComponentType.StringSelect) offered.push(...component.options.map(({ value }) => value));
    else if (action === 'helpful') [questionId, entryId] = [first, second];
    else if (action === 'more') entryId = first;
    else if (action === 'pick') {
      questionId = first;
      offered.push(second);
    } else if (action === 'entry') offered.push(first);
  }
  if (entryId === null && offered.length === 0) return null;
  // The way back to the short answer offers nothing else.
  return { questionId, entryId, offered: offered.filter((id) => id !== entryId) };
}
