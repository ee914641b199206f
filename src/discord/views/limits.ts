/**
 * The platform's limits, and text that keeps them. Lengths are UTF-16 code units, which is never less than what Discord counts.
 * Source: Discord's API reference, "Message" and "Components".
 */

import { closeFences, partsOf } from './code.js';
import { cutMarkdown, ELLIPSIS, graphemeEnds } from './cut.js';

export const LIMITS = {
  content: 2_000,
  embedTitle: 256,
  embedTotal: 6_000,
  buttonLabel: 80,
  optionLabel: 100,
  customId: 100,
  options: 25,
  buttonsInRow: 5,
  rows: 5,
  choices: 25,
  choiceName: 100,
  choiceValue: 100,
  threadName: 100,
} as const;

/** Cuts a plain text to a number of UTF-16 units, never inside a grapheme; "…" stands for what is missing. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, graphemeEnds(text, limit - ELLIPSIS.length).at(-1)).trimEnd()}${ELLIPSIS}`;
}

/** As `clip`, for Markdown: at the end of a block, a sentence or a word, and whatever is open there is closed. */
export function clipMarkdown(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const kept = text.trimEnd();
  return kept.length <= limit ? kept : cutMarkdown(kept, limit);
}

/** A text for a place that Discord trims and refuses when empty: one line, never blank. */
export function label(text: string, limit: number): string {
  return clip(oneLine(text), limit);
}

/** As `label`, for a curator's text in a place that shows Markdown: a title. Mentions nobody. */
export function heading(markdown: string, limit: number): string {
  return clipMarkdown(harmless(oneLine(markdown)), limit);
}

/**
 * The labels of one list, in its order: as `label`, but texts that differ get labels that differ. Where two would be cut to the same words
 * they are cut in the middle, and what differs is shown behind "…"; where that does not tell them apart they are numbered.
 */
export function labels(texts: readonly string[], limit: number): string[] {
  const lines = texts.map(oneLine);
  const shown = new Map<string, string>();
  const taken = new Set<string>();
  for (const [line, wanted] of toldApart([...new Set(lines)], limit)) {
    let free = wanted;
    for (let number = 2; taken.has(free); number++) free = `${clip(wanted, limit - ` (${number})`.length)} (${number})`;
    taken.add(free);
    shown.set(line, free);
  }
  return lines.map((line) => shown.get(line) ?? line);
}

/** Each line with its label. Lines are cut at the end; those with the same label then in the middle, before the place where they differ. */
function toldApart(lines: readonly string[], limit: number, differs = -1): [line: string, label: string][] {
  const alike = new Map<string, string[]>();
  for (const line of lines) {
    const shown = differs < 0 ? clip(line, limit) : cutInMiddle(line, differs, limit);
    alike.set(shown, [...(alike.get(shown) ?? []), line]);
  }
  return [...alike].flatMap(([shown, group]) => {
    const shared = sharedStart(group);
    return group.length > 1 && shared > differs ? toldApart(group, limit, shared) : group.map((line): [string, string] => [line, shown]);
  });
}

/** How many units the texts have in common before the first that differs. */
function sharedStart([first = '', ...others]: readonly string[]): number {
  let at = 0;
  while (at < first.length && others.every((other) => other[at] === first[at])) at++;
  return at;
}

/** Keeps the beginning and the last words, or those from the word before it differs on where that is before them. */
function cutInMiddle(line: string, differs: number, limit: number): string {
  const room = limit - PART_LEFT_OUT.length;
  const half = Math.floor(room / 2);
  const tailStart = Math.min(wordStart(line, wordStart(line, differs) - 2), wordStart(line, line.length - half));
  const tail = clip(line.slice(tailStart).trimStart(), Math.min(half + LONG_WORD, room));
  return `${line.slice(0, wordStart(line, room - tail.length)).trimEnd()}${PART_LEFT_OUT}${tail}`.trimStart();
}
const PART_LEFT_OUT = ' … ';
/** A longer one is cut. */
const LONG_WORD = 12;

/** Where the word at a place begins; between words and within a long one, the place itself. */
function wordStart(line: string, at: number): number {
  if (line[at] === ' ') return at;
  const start = line.lastIndexOf(' ', at - 1) + 1;
  return at - start <= LONG_WORD ? start : (graphemeEnds(line, at).at(-1) ?? 0);
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u2800\u3164]+/gu, ' ').trim() || ELLIPSIS;
}

/** Stands within what Discord would read as a mention or an invitation, so that it reads text. */
const BREAK = '\u200b';
const INVITATION = /(https?:)?(\/\/(?:[\w-]+\.)*)?(discord(?:app)?)(?=\.(?:gg|com\/invite)\/)/gi;
const ADDRESS = /https?:\/\/(?:[^\s<>()]|\([^\s<>()]*\))+/gi;
/** In a part of an address this is an "@" to every server, and to Discord no mention. */
const ENCODED_AT = '%40';

/**
 * Makes a text that a curator wrote safe to post: nothing in it mentions anyone or invites elsewhere, and a link leads to http or https only.
 * `allowed_mentions` already keeps Discord from pinging; this also keeps it from looking as if it did. Code stays as it is written, for
 * people copy it; a code block without an end gets one. Channels, commands, times and emoji ping nobody, and stay.
 */
export function harmless(markdown: string): string {
  const text = closeFences(clipMarkdown(markdown, LIMITS.embedTotal));
  const { code, links } = partsOf(text);
  const parts = [
    ...code.map(({ start, end }) => ({ start, end, shown: text.slice(start, end) })),
    ...links.flatMap(({ textEnd, end, address }) => (isHarmlessAddress(address) ? [] : [{ start: textEnd, end, shown: ']' }])),
  ].sort((a, b) => a.start - b.start);
  let result = '';
  let at = 0;
  for (const { start, end, shown } of parts) {
    result += defused(text.slice(at, start)) + shown;
    at = end;
  }
  return result + defused(text.slice(at));
}

/** What leads to no place of its own, such as "(event)" after "handlers[name]", is no link to Discord. */
function isHarmlessAddress(address: string): boolean {
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(address)?.[0].toLowerCase();
  return (scheme === undefined || scheme === 'http:' || scheme === 'https:') && address.search(INVITATION) === -1;
}

/** Breaks the mentions and invitations in a text that holds no code. */
function defused(text: string): string {
  return text
    .replace(ADDRESS, (address) => {
      const path = address.slice('https://'.length).search(/[/?#]/) + 'https://'.length;
      return path < 'https://'.length ? address : address.slice(0, path) + address.slice(path).replace(MASS_MENTION, ENCODED_AT);
    })
    .replace(INVITATION, (_, scheme = '', slashes = '', host) => `${scheme && scheme + BREAK}${slashes}${host}${BREAK}`)
    .replace(MASS_MENTION, `@${BREAK}`)
    .replace(/<(?=@[!&]?\d)/g, `<${BREAK}`);
}
const MASS_MENTION = /@(?=everyone|here)/gi;

/** A person's text inside a code span, one line: it can format nothing and mention nobody. */
export function quoted(text: string, limit: number): string {
  return `\`${label(text.replace(/`/g, "'"), limit)}\``;
}
