/** Which parts of a Markdown text are code, and which links it has: what CommonMark and Discord agree on. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { spansOf } from './spans.js';

/** A part of a text, from its first unit to behind its last. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

type Node = ReturnType<typeof fromMarkdown> | ReturnType<typeof fromMarkdown>['children'][number];

/** What Discord has not: to it indented code, HTML, entities and definitions are text, and "!" stands before a link. */
const NOT_ON_DISCORD = ['codeIndented', 'htmlFlow', 'htmlText', 'definition', 'setextUnderline', 'characterReference', 'labelStartImage'];
/** Quotes and lists within one another: nobody writes more, and the parser takes long for thousands. */
const TOO_DEEP = /^(?:[ \t]*(?:>|[-*+]|\d{1,9}[.)])){12}/m;

/** Reads a text as CommonMark does, without what Discord has not; nothing where it is nested beyond reason. */
function nodesOf(text: string): readonly Node[] {
  if (TOO_DEEP.test(text)) return [];
  const nodes: Node[] = [fromMarkdown(text, { extensions: [{ disable: { null: NOT_ON_DISCORD } }] })];
  for (const node of nodes) if ('children' in node) nodes.push(...node.children);
  return nodes;
}

const placeOf = ({ position }: Node): Range => ({ start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 });

/** A link that shows other words than its address: where these end, where it ends itself, and where it leads. */
export interface Link {
  readonly textEnd: number;
  readonly end: number;
  readonly address: string;
}

/**
 * Lists the code and the links of a text. Code is what both CommonMark and Discord take for it: in it Discord mentions nobody and makes no
 * links.
 */
export function partsOf(text: string): { readonly code: readonly Range[]; readonly links: readonly Link[] } {
  const nodes = /`|\]\(/.test(text) ? nodesOf(text) : [];
  const onDiscord = new Map(spansOf(text).flatMap(({ kind, start, end }) => (kind === 'code' || kind === 'fence' ? [[start, end]] : [])));
  return {
    code: nodes.flatMap((node) => codeAt(text, node, onDiscord) ?? []),
    links: nodes.flatMap((node) => linkAt(text, node) ?? []),
  };
}

function codeAt(text: string, node: Node, onDiscord: ReadonlyMap<number, number>): Range | null {
  if (node.type !== 'code' && node.type !== 'inlineCode') return null;
  const { start: from, end } = placeOf(node);
  const start = text.indexOf('`', from);
  const endOnDiscord = onDiscord.get(start);
  if (endOnDiscord === undefined || (node.type === 'inlineCode' && endOnDiscord !== end)) return null;
  return { start, end: Math.min(endOnDiscord, end) };
}

function linkAt(text: string, node: Node): Link | null {
  if (node.type !== 'link') return null;
  const { start, end } = placeOf(node);
  const last = node.children.at(-1);
  return text[start] === '[' ? { textEnd: last ? placeOf(last).end : start + 1, end, address: node.url } : null;
}

/**
 * Closes the code blocks that a text leaves open, as CommonMark does at the end of the text, quote or list item. Discord shows a block that
 * is not closed as text.
 */
export function closeFences(text: string): string {
  if (!text.includes('```')) return text;
  let closed = text;
  for (const end of nodesOf(text)
    .flatMap((node) => openEnd(text, node) ?? [])
    .sort((a, b) => b.at - a.at)) {
    closed = `${closed.slice(0, end.at)}\n${end.closing}${closed.slice(end.at)}`;
  }
  return closed;
}

/** Where a code block without an end is to be closed, and with what; null for one that has its end, or nothing in it. */
function openEnd(text: string, node: Node): { readonly at: number; readonly closing: string } | null {
  if (node.type !== 'code' || node.value.trim() === '') return null;
  const { start, end } = placeOf(node);
  const block = text.slice(start, end).trimEnd();
  const fence = /^`{3,}/.exec(block)?.[0];
  const lastLine = block.slice(block.lastIndexOf('\n') + 1).replace(/^[ \t>]+/, '');
  if (fence === undefined || (lastLine.startsWith(fence) && /^`+$/.test(lastLine))) return null;
  const indent = text.slice(text.lastIndexOf('\n', start) + 1, start).replace(/[^ \t>]/g, ' ');
  return { at: start + block.length, closing: `${indent}${fence}` };
}
