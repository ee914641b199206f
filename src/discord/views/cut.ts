/** Where a text can be cut so that what is left still means what it meant. */
import { BLOCK_INDENT, type Span, spansOf } from './spans.js';

export const ELLIPSIS = '…';
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The places between the graphemes of a text's first `limit` units; the last one is the furthest at which it can be cut. */
export function graphemeEnds(text: string, limit: number): readonly number[] {
  return [...graphemes.segment(text.slice(0, Math.max(limit, 0) + 2))].map(({ index }) => index).filter((index) => index <= limit);
}

/** Before a blank line, a list item, a code block, a quote or a heading, and behind a code block. */
const BLOCK_END = /(?=\n[ \t]*(?:\n|(?:[-*+]|\d{1,9}[.)])[ \t]|```|>|#{1,3} ))|(?<=```)(?=\n)/g;
/** A small letter that follows tells an abbreviation. A chat shows every end of a line. */
const SENTENCE_END = /(?<=[.!?]["'’”)*_|~\]]*)(?=\s{1,9}[^\s\p{Ll}])|(?=\n)/gu;
const WORD_END = /(?<=\S)(?=\s)/g;
/** As far as the patterns above look ahead. */
const LOOKAHEAD = 12;
/** "…", and what parts it from the text. */
const ENDING = 2;

/**
 * Cuts Markdown that is longer than a limit, and ends it with "…". It is cut at the end of a block; where that would lose more than half of
 * what there is room for, at the end of a line of code, of a sentence or of a word. No cut is within a link, emphasis, a spoiler or code,
 * unless that begins in the first half and does not end: then it is closed where it is cut.
 */
export function cutMarkdown(text: string, limit: number): string {
  const room = limit - ENDING;
  const spans = spansOf(text, limit);
  const places = (pattern: RegExp, least: number): number[] =>
    [...text.slice(0, limit + LOOKAHEAD).matchAll(pattern)].map(({ index }) => index).filter((at) => at >= least && at <= room);
  const outside = (pattern: RegExp, least: number): number | undefined =>
    places(pattern, least).findLast((at) => at > 0 && around(spans, at).length === 0);
  const half = room / 2;

  const block = outside(BLOCK_END, half);
  if (block !== undefined) return ended(text.slice(0, block), '\n');
  const code = cutInFence(text, room, spans, half);
  if (code !== null) return ended(code, '\n');
  const sentence = outside(SENTENCE_END, half);
  if (sentence !== undefined) return ended(text.slice(0, sentence), ' ');
  const word = outside(WORD_END, half);
  if (word !== undefined) return ended(text.slice(0, word), '');
  const within = lastClosed(text, room, spans, places(WORD_END, half)) ?? lastClosed(text, room, spans, graphemeEnds(text, room));
  return ended(within ?? '', '');
}

/** A last line of the marks of a heading, an item or a quote and nothing else. */
const MARKS_ALONE = /(?<=^|\n)[ \t>#*+\-\d.)]*$/;

/** Puts "…" behind a text, where it becomes no part of an address; behind a fence on a line of its own, for else that would not close. */
function ended(text: string, glue: string): string {
  const kept = text.trimEnd().replace(MARKS_ALONE, '').trimEnd();
  if (kept === '') return ELLIPSIS;
  const space = kept.endsWith('```') ? '\n' : /:\/\/\S*$/.test(kept) ? glue || ' ' : glue;
  return `${kept}${space}${ELLIPSIS}`;
}

/** The spans that a cut would go through, outer ones first. */
function around(spans: readonly Span[], at: number): readonly Span[] {
  return spans.filter(({ start, end }) => start < at && at < end);
}

/** The text up to the last of some places where all that is open can be closed, with what closes it. */
function lastClosed(text: string, room: number, spans: readonly Span[], places: readonly number[]): string | null {
  for (const at of places.toReversed()) {
    const open = around(spans, at).toReversed();
    const closing = open.map(({ mark }) => mark).join('');
    const canClose = open.every(({ kind, start, mark }) => (kind === 'mark' || kind === 'code') && at > start + mark.length);
    // Behind a backslash a mark is a letter, behind a blank it closes nothing; beside its like, or cut from it, it makes another mark.
    const before = text[at - 1] ?? '';
    const isBeside = before === closing[0] || (before === text[at] && /[*_~|`]/.test(before));
    const isMark = closing === '' || /[^\s\\]/.test(before);
    if (canClose && isMark && !isBeside && at + closing.length <= room) return `${text.slice(0, at)}${closing}`;
  }
  return null;
}

/** The text up to the last line that there is room for of a code block that is itself too long, and the block's end. */
function cutInFence(text: string, room: number, spans: readonly Span[], half: number): string | null {
  const fence = around(spans, room).find(({ kind, start }) => kind.endsWith('fence') && start < half);
  if (!fence) return null;
  const { start, end, mark } = fence;
  const before = text.slice(text.lastIndexOf('\n', start) + 1, start);
  const firstLineEnd = text.slice(0, end).indexOf('\n', start);
  // A fence may also stand within a line, and is then closed within one.
  const isBlock = firstLineEnd !== -1 && BLOCK_INDENT.test(before);
  const closing = isBlock ? `\n${before.replace(/[^ \t>]/g, ' ')}${mark}` : mark;
  const contentStart = isBlock ? firstLineEnd + 1 : start + mark.length;
  const last = room - closing.length;
  const lineEnd = text.lastIndexOf('\n', last);
  const at = isBlock && lineEnd > contentStart ? lineEnd : (graphemeEnds(text, last).at(-1) ?? 0);
  return /[^\s>]/.test(text.slice(contentStart, at)) ? `${text.slice(0, at).trimEnd()}${closing}` : null;
}
