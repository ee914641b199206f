/**
 * Where Discord's Markdown sees code, links and paired marks. It differs from CommonMark: a text is read from left to right, and what
 * begins first wins. Bold text may span paragraphs, and may end in the midst of what would be code. Of every kind of mark the next one is
 * searched once, so that a text of nothing but opening marks is read as quickly as any other.
 */

/** A part of a text that means something else when it is cut through. Spans nest; they never overlap in part. */
export interface Span {
  /** A token is an escaped character, an emoji, a mention, a time. An unclosed fence is text to Discord, and code to its author. */
  readonly kind: 'fence' | 'unclosed fence' | 'code' | 'link' | 'token' | 'mark';
  readonly start: number;
  readonly end: number;
  /** What opens it and closes it again: "**", "||", "`"; empty for links and tokens. */
  readonly mark: string;
}

/** Marks that come in pairs, longer ones first, and the pattern of what closes each; of the first two a backslash does not keep Discord. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['||', '\\|\\|'],
  ['~~', '~~(?!_)'],
  ['**', '\\*\\*(?!\\*)'],
  ['__', '__(?!_)'],
  ['*', '\\*(?!\\*)(?<=(?<![*\\s])(?:\\*\\*)*\\*)'],
  ['_', '(?<!_)_(?!_)'],
];

/** Stands for an escaped character in the search for marks: as long, and no mark. */
const ESCAPED = '\u0001\u0001';
const STARS = /\*+/y;
const ESCAPE = /\\[^0-9A-Za-z\s]/y;
const AUTOLINK = /<https?:\/\/[^\s<>]+>/iy;
const ANGLED = /<[@#:/\w][^<>`\n]{0,120}>/y;
const ADDRESS = /https?:\/\/[^\s<]*[^\s<.,:;"')\]]/iy;
const LINK_TARGET = /\(\s{0,9}(?:<[^<>\n]*>|(?:[^\s()\\]|\\.|\([^\s()]*\))*)(?:\s{1,9}(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s{0,9}\)/y;
/** More than anybody reads as the text of a link. */
const MAX_LINK_TEXT = 1_000;

/** What may stand before the fence of a code block that stands on lines of its own. */
export const BLOCK_INDENT = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?$/;
const QUOTE = / *(?:>>> [\s\S]*|>(?!>>) +[^\n]*(?:\n *>(?!>>) +[^\n]*)*\n?)/y;
const QUOTE_MARK = / *>(?:>>)? +/y;
const ONE_LINE = / *(?:#{1,3}|-#) [^\n]*/y;
const LIST_ITEM = /[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+[^\n]*(?:\n[ \t]+(?![-*+ \t]|\d{1,9}[.)])[^\n]*)*/y;

/** Lists the spans that begin before `until`, outer ones before those within; each is followed to its end, wherever that is. */
export function spansOf(text: string, until: number = text.length): readonly Span[] {
  const spans: Span[] = [];
  const find = finderIn(text);
  const findUnescaped = finderIn(text.replace(/\\[\s\S]/g, ESCAPED));

  /** Reads a part of the text. What is opened in a heading or a list item does not reach out of it, but for a list item's code block. */
  const read = (from: number, to: number, place: 'text' | 'quote' | 'line'): void => {
    let reach = to;
    let codeReach = to;
    for (let at = from; at < Math.min(to, until); ) {
      if (place !== 'line' && (at === 0 || text[at - 1] === '\n')) {
        const quoteEnd = place === 'quote' ? null : endOf(QUOTE, text, at);
        if (quoteEnd !== null) {
          read(at, Math.min(quoteEnd, to), 'quote');
          at = quoteEnd;
          continue;
        }
        const start = place === 'quote' ? (endOf(QUOTE_MARK, text, at) ?? at) : at;
        const lineEnd = endOf(ONE_LINE, text, start);
        const itemEnd = endOf(LIST_ITEM, text, start);
        codeReach = Math.min(lineEnd ?? to, to);
        reach = Math.min(lineEnd ?? itemEnd ?? (at < reach ? reach : to), to);
      }
      const found = codeAt(at, reach, codeReach) ?? linkAt(at, reach) ?? tokenAt(at) ?? pairAt(at, reach);
      if (found === null) {
        at++;
        continue;
      }
      const { content, ...span } = found;
      spans.push(span);
      if (content) read(...content, 'line');
      at = span.end;
    }
  };

  type Found = Span & { readonly content?: readonly [number, number] };

  const codeAt = (start: number, reach: number, codeReach: number): Found | null => {
    if (text[start] !== '`') return null;
    const mark = /^`+/.exec(text.slice(start, start + MAX_LINK_TEXT))?.[0] ?? '`';
    if (mark.length >= 3) {
      const content = find('[^\\n]', start + 3);
      const close = find('```', content + 1);
      if (close < codeReach) return { kind: 'fence', start, end: close + 3, mark };
      const before = text.slice(text.lastIndexOf('\n', start) + 1, start);
      if (BLOCK_INDENT.test(before)) return { kind: 'unclosed fence', start, end: codeReach, mark };
    }
    for (let length = mark.length; length > 0; length--) {
      const close = find(`(?<!\`)\`{${length}}(?!\`)`, start + mark.length);
      if (close < reach) return { kind: 'code', start, end: close + length, mark: mark.slice(0, length) };
    }
    return null;
  };

  const linkAt = (start: number, reach: number): Found | null => {
    if (text[start] !== '[') return null;
    let found: Found | null = null;
    for (let at = start + 1; at < Math.min(reach, start + MAX_LINK_TEXT); at++) {
      if (text[at] === '[') {
        at = find('\\]', at);
      } else if (text[at] === ']') {
        const end = endOf(LINK_TARGET, text, at + 1);
        if (end !== null && end <= reach) found = { kind: 'link', start, end, mark: '', content: [start + 1, at] };
        if (find('[[\\]]', at + 1) !== find('\\]', at + 1)) break;
      }
    }
    return found;
  };

  const tokenAt = (start: number): Found | null => {
    const link = endOf(AUTOLINK, text, start) ?? endOf(ADDRESS, text, start);
    if (link !== null) return { kind: 'link', start, end: link, mark: '' };
    const token = endOf(ESCAPE, text, start) ?? endOf(ANGLED, text, start);
    return token === null ? null : { kind: 'token', start, end: token, mark: '' };
  };

  const pairAt = (start: number, reach: number): Found | null => {
    for (const [mark, closing] of PAIRS) {
      if (!text.startsWith(mark, start)) continue;
      const inside = start + mark.length;
      if ((mark === '*' || mark === '~~') && /\s/.test(text[inside] ?? ' ')) continue;
      // Within one pair of "*" others stand by twos.
      const stars = mark === '*' ? (endOf(STARS, text, inside) ?? inside) - inside : 0;
      if (stars % 2 === 1) continue;
      const close = (mark === '||' || mark === '~~' ? find : findUnescaped)(closing, inside + Math.max(stars, 1));
      // The next one behind "snake_case" stands within a word too, and closes nothing.
      if (mark === '_' && /\w/.test(text[close + 1] ?? ' ')) continue;
      if (close + mark.length <= reach) return { kind: 'mark', start, end: close + mark.length, mark, content: [inside, close] };
    }
    return null;
  };

  read(0, text.length, 'text');
  return spans;
}

/** Where a match that begins at a place ends. */
function endOf(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}

/** Searches forward; what was found once is kept until the search has passed it. */
function finderIn(text: string): (pattern: string, from: number) => number {
  const found = new Map<string, { readonly from: number; readonly at: number }>();
  return (pattern, from) => {
    const last = found.get(pattern);
    if (last && last.from <= from && from <= last.at) return last.at;
    const search = new RegExp(pattern, 'g');
    search.lastIndex = from;
    const at = search.exec(text)?.index ?? Number.POSITIVE_INFINITY;
    found.set(pattern, { from, at });
    return at;
  };
}
