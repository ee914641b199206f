import type { CommandView, View } from '../../live/protocol.js';
import type { Draft } from '../state.js';
import { beginCommand } from './command-draft.js';

/** One line of what is offered while somebody types. */
export type Offer =
  | { readonly kind: 'command'; readonly command: CommandView }
  | { readonly kind: 'word'; readonly id: string; readonly text: string; readonly detail: string; readonly avatarOf: string | null };

/** What is offered for the word at the caret. */
export interface Offers {
  readonly kind: 'commands' | 'people' | 'channels';
  /** Where the word begins. */
  readonly from: number;
  readonly offers: readonly Offer[];
}

const MOST = 12;

/** Sorts what begins with the typed letters before what only holds them. */
function matching<T>(all: readonly T[], typed: string, nameOf: (one: T) => string): readonly T[] {
  const wanted = typed.toLowerCase();
  const found = all.filter((one) => nameOf(one).toLowerCase().includes(wanted));
  return [...found].sort((one, other) => Number(begins(nameOf(other), wanted)) - Number(begins(nameOf(one), wanted))).slice(0, MOST);
}

const begins = (text: string, typed: string): boolean => text.toLowerCase().startsWith(typed);

/** Works out what is offered: commands after a slash at the beginning, people after `@`, channels after `#`. */
export function offersFor(draft: Draft, view: View): Offers | null {
  if (draft.closed || draft.command) return null;
  const before = draft.text.slice(0, draft.caret);
  const slash = /^\/([^\n]*)$/.exec(before);
  if (slash) {
    const offers = matching(view.open.commands, slash[1] ?? '', ({ name }) => name).map((command): Offer => ({ kind: 'command', command }));
    return offers.length > 0 ? { kind: 'commands', from: 0, offers } : null;
  }
  const word = /(^|[\s(])([@#])([\p{L}\p{N}_-]*)$/u.exec(before);
  if (!word) return null;
  const typed = word[3] ?? '';
  const from = draft.caret - typed.length - 1;
  const offers =
    word[2] === '@'
      ? matching(botsFirst(view), typed, ({ name }) => name).map(
          ({ id, name, standing }): Offer => ({ kind: 'word', id, text: `@${name}`, detail: standing, avatarOf: id }),
        )
      : matching(
          view.channels.filter(({ kind }) => kind !== 'direct'),
          typed,
          ({ name }) => name,
        ).map(
          ({ key, name, kind }): Offer => ({
            kind: 'word',
            id: key,
            text: `#${name}`,
            detail: kind === 'thread' ? 'Thread' : 'Channel',
            avatarOf: null,
          }),
        );
  return offers.length > 0 ? { kind: word[2] === '@' ? 'people' : 'channels', from, offers } : null;
}

const botsFirst = ({ people }: View): View['people'] => [...people].sort((one, other) => Number(other.bot) - Number(one.bot));

/** Notes what was typed; a command's whole name with a space after it begins that command. */
export function type(draft: Draft, text: string, caret: number, view: View): Draft {
  const command = [...view.open.commands]
    .sort((one, other) => other.name.length - one.name.length)
    .find(({ name }) => text.startsWith(`/${name} `));
  if (command) return { ...draft, text: '', caret: 0, command: beginCommand(command, text.slice(command.name.length + 2)) };
  return { ...draft, text, caret, marked: 0, closed: false };
}

/** Takes one of the offers. */
export function take(draft: Draft, { from }: Offers, offer: Offer): Draft {
  if (offer.kind === 'command') return { ...draft, text: '', caret: 0, command: beginCommand(offer.command) };
  const text = `${draft.text.slice(0, from)}${offer.text} ${draft.text.slice(draft.caret)}`;
  return { ...draft, text, caret: from + offer.text.length + 1, closed: true };
}

/** The names that a text can hold, longest first, so that none hides within another. */
function namesIn(view: View): readonly (readonly [string, string])[] {
  const people = view.people.map(({ id, name }) => [`@${name}`, `<@${id}>`] as const);
  const roles = view.roles.filter(({ name }) => !name.startsWith('@')).map(({ id, name }) => [`@${name}`, `<@&${id}>`] as const);
  const channels = view.channels.flatMap(({ id, name, kind }) =>
    id === null || kind === 'direct' ? [] : [[`#${name}`, `<#${id}>`] as const],
  );
  return [...people, ...roles, ...channels].sort(([one], [other]) => other.length - one.length);
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Brings names as people type them, in small letters or capitals, to names as Discord sends them. */
export function outgoing(text: string, view: View): string {
  const all = namesIn(view);
  if (all.length === 0) return text;
  const names = new Map(all);
  // Where two names differ in their letters' size alone, the first is meant, unless one is spelt exactly so.
  const loosely = new Map(all.map(([name, sent]) => [name.toLowerCase(), sent] as const).reverse());
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_<])(?:${[...names.keys()].map(escaped).join('|')})(?![\\p{L}\\p{N}_])`, 'giu');
  return text.replace(pattern, (name) => names.get(name) ?? loosely.get(name.toLowerCase()) ?? name);
}

/** Brings names as Discord sends them to names as people type them. */
export function typable(content: string, view: View): string {
  return namesIn(view).reduce((text, [name, sent]) => text.replaceAll(sent, name), content);
}
