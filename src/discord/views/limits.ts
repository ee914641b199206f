/**
 * The platform's limits, and text that keeps them. Lengths are UTF-16 code units, which is never less than what Discord counts.
 * Source: Discord's API reference, "Message" and "Components".
 */

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

const ELLIPSIS = '…';
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Cuts a text to a number of UTF-16 units, never inside a grapheme; "…" stands for what is missing. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let end = 0;
  for (const { index, segment } of graphemes.segment(text.slice(0, limit + ELLIPSIS.length))) {
    if (index + segment.length > limit - ELLIPSIS.length) break;
    end = index + segment.length;
  }
  return `${text.slice(0, end).trimEnd()}${ELLIPSIS}`;
}

/** As `clip`, for Markdown: a code block that is cut is closed again, so that what follows is not swallowed by it. */
export function clipMarkdown(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = clip(text, limit - CLOSED_FENCE.length);
  return (cut.match(/```/g)?.length ?? 0) % 2 === 1 ? `${cut}${CLOSED_FENCE}` : cut;
}
const CLOSED_FENCE = '\n```';

/** A text for a place that Discord trims and refuses when empty: one line, never blank. */
export function label(text: string, limit: number): string {
  const line = text.replace(/[\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u2800\u3164]+/gu, ' ').trim();
  return line === '' ? ELLIPSIS : clip(line, limit);
}

/** Stands between "@" and the word behind it, so that Discord sees no mention. */
const BREAK = '\u200b';

/**
 * Makes a text that a curator wrote safe to post: nothing in it mentions anyone, and a link leads to http or https only.
 * `allowed_mentions` already keeps Discord from pinging; this also keeps it from looking as if it did.
 */
export function harmless(markdown: string): string {
  return markdown
    .replace(/@(?=everyone|here)/gi, `@${BREAK}`)
    .replace(/<(?=@[!&]?\d|#\d|\/[^>]*:\d|id:)/g, `<${BREAK}`)
    .replace(/\]\((?!\s*<?https?:\/\/)[^)]*\)+/gi, ']')
    .replace(/discord(?:app)?\.(?:gg|com\/invite)(?=\/)/gi, (host) => host.replace('.', `${BREAK}.`));
}

/** A person's text inside a code span, one line: it can format nothing and mention nobody. */
export function quoted(text: string, limit: number): string {
  return `\`${label(text.replace(/`/g, "'"), limit)}\``;
}
