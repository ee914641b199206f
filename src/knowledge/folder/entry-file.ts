/** One Markdown file to one entry: optional front matter, the short answer, the layers. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString as plainText } from 'mdast-util-to-string';
import { type KnowledgeEntry, LAYERS, type Layer } from '../../core/entry.js';
import { type Fault, show } from './faults.js';
import type { TextFile } from './files.js';
import { entrySchema, isHttpUrl, MAX_QUESTION_LENGTH, MAX_TEXT_LENGTH } from './schemas.js';
import { parseYaml } from './yaml-file.js';

const ID = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** An entry and the lines its fields stand at, for faults that only show once all entries are known. */
export interface EntryFile {
  readonly entry: KnowledgeEntry;
  lineOf(path: readonly (string | number)[]): number;
}

type Root = ReturnType<typeof fromMarkdown>;

/** Reads one entry; `entry` is null where a fault leaves none. */
export function readEntry(file: TextFile): { entry: EntryFile | null; faults: Fault[] } {
  const faults: Fault[] = [];
  const fault = (line: number, field: string, expected: string, got: unknown): void => {
    faults.push({ file: file.path, line, field, expected, got: show(got) });
  };
  const { id, topic } = identify(file.path);
  if (!ID.test(id)) fault(1, '(file name)', 'an id of a-z, 0-9 and "-", at most 64 characters', id);

  const { yaml, body, bodyLine } = splitFrontMatter(file.text);
  const parsed = parseYaml({ file: file.path, text: yaml, linesBefore: bodyLine === 1 ? 0 : 1 }, entrySchema);
  faults.push(...parsed.faults);
  const fields = parsed.value ?? { phrasings: [], claims: [], references: [], followUps: [] };

  const tree = parseMarkdown(body);
  if (tree === null) {
    fault(bodyLine, '(Markdown)', 'quotes and lists less deep', 'thousands of levels');
    return { entry: null, faults };
  }
  const line = (offset: number): number => bodyLine + body.slice(0, offset).split('\n').length - 1;
  const sections = splitSections(body, tree);
  const question = (fields.question ?? sections.heading?.title ?? '').replace(/\s+/g, ' ').trim();
  const questionLine = fields.question === undefined && sections.heading ? line(sections.heading.offset) : parsed.lineOf(['question']);
  if (question === '' && parsed.faults.length === 0) {
    fault(1, 'question', 'a question in the front matter or as # heading', undefined);
  } else if (question.length > MAX_QUESTION_LENGTH) {
    fault(questionLine, 'question', `at most ${MAX_QUESTION_LENGTH} characters (Discord shows no more)`, question);
  }
  if (sections.answer.text === '') fault(bodyLine, 'text', 'an answer below the front matter or the heading', undefined);
  for (const [field, section] of [['text', sections.answer], ...sections.layers] as const) {
    if (section.text.length > MAX_TEXT_LENGTH) {
      fault(
        line(section.offset),
        field,
        `at most ${MAX_TEXT_LENGTH.toLocaleString('en')} characters (Discord shows no more)`,
        `${section.text.length} characters`,
      );
    }
  }
  for (const { url, offset } of linksOf(tree)) {
    if (!isHttpUrl(url)) fault(line(offset), 'link', 'a link that begins with http:// or https://', url);
  }
  if (faults.length > 0) return { entry: null, faults };

  const phrasings = fields.phrasings.filter((phrasing) => phrasing !== question);
  const layers: Partial<Record<Layer, string>> = {};
  for (const [layer, section] of sections.layers) if (section.text !== '') layers[layer] = section.text;
  const { claims, references, followUps, tip = null } = { ...fields };
  const entry: KnowledgeEntry = {
    ...{ id, topic, question, phrasings, answer: sections.answer.text, layers },
    ...{ claims, references, followUps, tip, place: { file: file.path, line: 1 } },
  };
  const lineOf: EntryFile['lineOf'] = (path) => (path[0] === 'question' ? questionLine : parsed.lineOf(path));
  return { entry: { entry, lineOf }, faults };
}

/** The file name is the id and the folder the topic; `index.md` takes its folder's name. */
export function identify(path: string): { id: string; topic: string } {
  const parts = path.replace(/\.md$/i, '').split('/');
  const name = parts.pop() ?? '';
  return name === 'index' && parts.length > 0 ? { id: parts.pop() ?? '', topic: parts.join('/') } : { id: name, topic: parts.join('/') };
}

function splitFrontMatter(text: string): { yaml: string; body: string; bodyLine: number } {
  const match = /^\uFEFF?---[ \t]*\n((?:[\s\S]*?\n)?)---[ \t]*(?:\n|$)/.exec(text);
  if (!match) return { yaml: '', body: text.replace(/^\uFEFF/, ''), bodyLine: 1 };
  return { yaml: match[1] ?? '', body: text.slice(match[0].length), bodyLine: match[0].split('\n').length };
}

/** Null where the text is nested so deeply that the parser runs out of stack. */
function parseMarkdown(text: string): Root | null {
  try {
    const tree = fromMarkdown(text);
    walk(tree as Node, () => {});
    return tree;
  } catch {
    return null;
  }
}

interface Section {
  readonly text: string;
  /** Where it begins in the body. */
  readonly offset: number;
}

/**
 * Cuts the body at its headings: `# ` is the question, what follows the answer, `## Why|Example|Pitfalls` the layers. A section with
 * another heading is kept as part of the layer "why", so that a community's own Markdown loses nothing.
 */
function splitSections(
  body: string,
  tree: Root,
): { heading: { title: string; offset: number } | null; answer: Section; layers: [Layer, Section][] } {
  let heading: { title: string; offset: number } | null = null;
  const cuts: { name: string | null; title: string; from: number; start: number }[] = [{ name: null, title: '', from: 0, start: 0 }];
  for (const node of tree.children) {
    if (node.type !== 'heading' || node.depth > 2 || !node.position) continue;
    const [start, from] = [node.position.start.offset ?? 0, node.position.end.offset ?? 0];
    const title = plainText(node).trim();
    if (node.depth === 1 && heading === null) {
      heading = { title, offset: start };
      cuts.push({ name: null, title: '', from, start });
    } else {
      cuts.push({ name: title.toLowerCase(), title, from, start });
    }
  }
  const answers: Section[] = [];
  const layers = new Map<Layer, Section>();
  cuts.forEach(({ name, title, from }, i) => {
    const text = unwrap(body.slice(from, cuts[i + 1]?.start ?? body.length).trim());
    if (text === '') return;
    if (name === null) {
      answers.push({ text, offset: from });
      return;
    }
    const layer = LAYERS.find((known) => known === name);
    const target = layer ?? 'why';
    const before = layers.get(target);
    const added = layer ? text : `**${title}**\n${text}`;
    layers.set(target, { text: before ? `${before.text}\n\n${added}` : added, offset: before?.offset ?? from });
  });
  const answer = { text: answers.map(({ text }) => text).join('\n\n'), offset: answers[0]?.offset ?? 0 };
  const first = [...layers][0];
  if (answer.text === '' && first) {
    layers.delete(first[0]);
    return { heading, answer: first[1], layers: [...layers] };
  }
  return { heading, answer, layers: [...layers] };
}

interface Node {
  readonly type: string;
  readonly url?: string;
  readonly children?: readonly Node[];
  readonly position?:
    | { readonly start: { readonly offset?: number | undefined }; readonly end: { readonly offset?: number | undefined } }
    | undefined;
}

function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const child of node.children ?? []) walk(child, visit);
}

function linksOf(tree: Root): { url: string; offset: number }[] {
  const links: { url: string; offset: number }[] = [];
  walk(tree as Node, (node) => {
    if (['link', 'image', 'definition'].includes(node.type)) links.push({ url: node.url ?? '', offset: node.position?.start.offset ?? 0 });
  });
  return links;
}

/** Joins the lines of each paragraph: Markdown files wrap their lines, a chat shows every line break. */
function unwrap(markdown: string): string {
  const spans: [number, number][] = [];
  walk(fromMarkdown(markdown) as Node, (node) => {
    const [start, end] = [node.position?.start.offset, node.position?.end.offset];
    if (node.type !== 'paragraph' || start === undefined || end === undefined) return;
    // A table is a paragraph to this parser, and its rows are lines.
    if (!/^\s*\|/m.test(markdown.slice(start, end))) spans.push([start, end]);
  });
  let result = '';
  let at = 0;
  for (const [start, end] of spans) {
    result += markdown.slice(at, start) + markdown.slice(start, end).replace(/(?<! {2}|\\)\n[ \t>]*/g, ' ');
    at = end;
  }
  return result + markdown.slice(at);
}
