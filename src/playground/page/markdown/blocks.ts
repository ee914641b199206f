/** A part of a message that stands on lines of its own. */
export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'list'; readonly start: number | null; readonly items: readonly { readonly blocks: readonly Block[] }[] };

const FENCE = /```/g;
const ITEM = /^( *)(?:[-*]|(\d{1,9})[.)]) +(\S.*)$/;
const QUOTE = /^> ?/;

/** How far a line is indented. */
const indentOf = (line: string): number => line.length - line.trimStart().length;

/** Takes the lines from `start` for as long as `fits`, and gives them with the index after the last. */
function run(lines: readonly string[], start: number, fits: (line: string) => boolean): readonly [readonly string[], number] {
  let end = start;
  while (end < lines.length && fits(lines[end] ?? '')) end++;
  return [lines.slice(start, end), end];
}

/** Takes a fenced block of code, which may begin and end within lines; null where it is never closed. */
function fenced(lines: readonly string[], start: number): readonly [string, number] | null {
  let marks = 0;
  for (let end = start; end < lines.length; end++) {
    marks += (lines[end]?.match(FENCE) ?? []).length;
    if (marks > 0 && marks % 2 === 0) return [lines.slice(start, end + 1).join('\n'), end + 1];
  }
  return null;
}

/** Takes a list with everything that is indented under its items. */
function listAt(lines: readonly string[], start: number): readonly [Block, number] {
  const first = ITEM.exec(lines[start] ?? '');
  const depth = first?.[1]?.length ?? 0;
  const ordered = first?.[2] !== undefined;
  const items: { readonly blocks: readonly Block[] }[] = [];
  let at = start;
  for (;;) {
    const item = ITEM.exec(lines[at] ?? '');
    if (!item || (item[1]?.length ?? 0) < depth || (item[2] !== undefined) !== ordered) break;
    const [under, next] = run(lines, at + 1, (line) => line.trim() !== '' && indentOf(line) > depth);
    const margin = Math.min(...under.map(indentOf));
    items.push({ blocks: blocksOf([item[3] ?? '', ...under.map((line) => line.slice(margin))].join('\n')) });
    at = next;
  }
  return [{ kind: 'list', start: ordered ? Number(first?.[2]) : null, items }, at];
}

/** Takes the lines that are quoted, or with `>>>` everything that follows. */
function quoteAt(lines: readonly string[], start: number): readonly [Block, number] {
  if (lines[start]?.startsWith('>>> ')) {
    const rest = [(lines[start] ?? '').slice(4), ...lines.slice(start + 1)];
    return [{ kind: 'quote', blocks: blocksOf(rest.join('\n'), false) }, lines.length];
  }
  const [quoted, next] = run(lines, start, (line) => QUOTE.test(line));
  return [{ kind: 'quote', blocks: blocksOf(quoted.map((line) => line.replace(QUOTE, '')).join('\n'), false) }, next];
}

/** Cuts a message into text, code, quotes and lists; quotes do not nest, as in Discord. */
export function blocksOf(source: string, quotes = true): readonly Block[] {
  const lines = source.split('\n');
  const blocks: Block[] = [];
  let plain: string[] = [];
  const flush = (): void => {
    if (plain.length > 0) blocks.push({ kind: 'text', text: plain.join('\n') });
    plain = [];
  };
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? '';
    const code = line.includes('```') ? fenced(lines, at) : null;
    if (code) {
      flush();
      blocks.push({ kind: 'code', text: code[0] });
      at = code[1];
    } else if (ITEM.test(line) || (quotes && /^(?:>>> |> )/.test(line))) {
      flush();
      const [block, next] = ITEM.test(line) ? listAt(lines, at) : quoteAt(lines, at);
      blocks.push(block);
      at = next;
    } else {
      plain.push(line);
      at++;
    }
  }
  flush();
  return blocks;
}
