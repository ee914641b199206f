/** Markdown as Discord and as CommonMark read it, for tests that compare what is shown before and after. */
import { parse } from 'discord-markdown-parser';
import { fromMarkdown } from 'mdast-util-from-markdown';

/** Every text of a message that Discord reads as Markdown, each on its own. */
export function markdownOf({ content, embeds }: { readonly content: string; readonly embeds: readonly object[] }): readonly string[] {
  const texts = (value: unknown): string[] => {
    if (typeof value === 'string') return [value];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
  };
  return [content, ...texts(embeds)];
}

interface Part {
  readonly type: string;
  readonly content?: unknown;
  readonly target?: unknown;
}

const partsIn = (value: unknown): readonly Part[] => (Array.isArray(value) ? value : []);

/** Every part of a text that Discord tells apart, however deep. */
export function discordParts(markdown: string): readonly Part[] {
  const all = [...partsIn(parse(markdown, 'extended'))];
  for (const part of all) all.push(...partsIn(part.content));
  return all;
}

/** The kinds of mentions in a text that Discord would highlight. */
export function mentionsIn(markdown: string): readonly string[] {
  return discordParts(markdown).flatMap(({ type }) => (['user', 'role', 'everyone', 'here'].includes(type) ? [type] : []));
}

/** What stands as code in a text, to Discord. */
export function codeIn(markdown: string): readonly unknown[] {
  return discordParts(markdown).flatMap(({ type, content }) => (['codeBlock', 'inlineCode'].includes(type) ? [content] : []));
}

/** What of a text is neither code nor mark, to Discord. */
export function textIn(markdown: string): string {
  return discordParts(markdown)
    .flatMap(({ type, content }) => (type === 'text' && typeof content === 'string' ? [content] : []))
    .join('');
}

type Node = ReturnType<typeof fromMarkdown> | ReturnType<typeof fromMarkdown>['children'][number];

function nodesIn(markdown: string): readonly Node[] {
  const nodes: Node[] = [fromMarkdown(markdown)];
  for (const node of nodes) if ('children' in node) nodes.push(...node.children);
  return nodes;
}

/** Where the links of a text lead on Discord. */
export function linksOnDiscord(markdown: string): readonly string[] {
  return discordParts(markdown).flatMap(({ type, target }) => (['link', 'url', 'autolink'].includes(type) ? [String(target)] : []));
}

/** Where the links of a text lead in CommonMark. */
export function linksInCommonMark(markdown: string): readonly string[] {
  return nodesIn(markdown).flatMap((node) => (node.type === 'link' ? [node.url] : []));
}

const lettersOf = (text: string): string => text.replace(/[\s>~|]+/g, '');

/** What is read in a text as Discord shows it, without its blanks; a mention or an emoji is one letter. */
export function readOnDiscord(markdown: string): string {
  const read = (value: unknown): string => {
    if (typeof value === 'string') return value;
    if (Array.isArray(value)) return value.map(read).join('');
    const { type, content } = value as Part;
    if (content === undefined) return type === 'newline' || type === 'br' ? '' : '#';
    return read(content);
  };
  return lettersOf(read(parse(markdown, 'extended')));
}

/** What is read in a text as CommonMark has it, without its blanks. */
export function readInCommonMark(markdown: string): string {
  const read = (node: Node): string => ('value' in node ? node.value : 'children' in node ? node.children.map(read).join('') : '');
  return lettersOf(read(fromMarkdown(markdown)));
}
