/** Replies for eyes in a terminal, and for programs as JSON. */
import type { FollowUp, Reply } from '../core/answering/reply.js';
import { answerText, LAYER_TITLES, layersOf, replyText, sourceLine } from '../core/answering/wording.js';
import type { KnowledgeBase } from '../core/entry.js';
import { type Terminal, wrap } from './output.js';

/** The questions a reply leads on to: follow-ups, offered choices, or the nearest entries. */
export function followUpsShown(reply: Reply): readonly FollowUp[] {
  switch (reply.kind) {
    case 'answer':
      return reply.followUps;
    case 'choices':
      return reply.choices;
    case 'unknown':
      return reply.nearest;
    case 'chat':
      return [];
  }
}

/** A reply as a person reads it, with numbered questions below. */
export function showReply(reply: Reply, knowledge: KnowledgeBase, { width, colors }: Pick<Terminal, 'width' | 'colors'>): string {
  const blocks: string[] = [];
  const shown = reply.kind === 'answer' ? reply.shown : null;
  const entry = reply.kind === 'answer' ? knowledge.entries.find(({ id }) => id === reply.entryId) : undefined;
  if (entry) blocks.push(colors.bold(wrap(entry.question + (shown === null ? '' : ` (${LAYER_TITLES[shown.layer]})`), width)));
  blocks.push(wrap(inline(entry ? answerText(entry, shown) : replyText(reply, knowledge), colors), width));
  const source = entry ? sourceLine(entry, knowledge) : null;
  if (source !== null) blocks.push(colors.dim(wrap(source, width)));
  const questions = followUpsShown(reply).map(({ label }, i) => wrap(`${i + 1}. ${label}`, width, '  '));
  if (questions.length > 0) blocks.push(`${reply.kind === 'answer' ? `${colors.cyan('Next:')}\n` : ''}${questions.join('\n')}`);
  if (entry && shown === null) {
    const layers = layersOf(entry).map((layer) => LAYER_TITLES[layer].toLowerCase());
    if (layers.length > 0) blocks.push(colors.dim(wrap(`More on this: ${layers.join(', ')}`, width)));
  }
  return `${blocks.join('\n\n')}\n`;
}

/** Markdown's inline marks as colour, outside code blocks; without colour the marks stay, for they are readable. */
function inline(markdown: string, colors: Terminal['colors']): string {
  if (!colors.isColorSupported) return markdown;
  return markdown
    .split(/(^[ ]*```[\s\S]*?^[ ]*```)/m)
    .map((part, i) => {
      if (i % 2 === 1) return part;
      return part
        .replace(/\*\*([^*]+)\*\*/g, (_, text: string) => colors.bold(text))
        .replace(/`([^`]+)`/g, (_, code: string) => colors.yellow(code));
    })
    .join('');
}

/** The stable JSON of one turn; see README. */
export interface ReplyJson {
  readonly id: string;
  readonly turn: number;
  readonly question: string;
  readonly kind: Reply['kind'];
  readonly entry: string | null;
  readonly confidence: number;
  readonly candidates: readonly { readonly entry: string; readonly confidence: number }[];
  readonly text: string;
  readonly followUps: readonly { readonly entry: string; readonly label: string }[];
  readonly claims: readonly string[];
  readonly ms: number;
}

/** Shapes a reply for programs. `top` is how many candidates at the most; `ms` how long the answer took. */
export function replyToJson(
  reply: Reply,
  knowledge: KnowledgeBase,
  asked: { id: string; turn: number; question: string; top: number; ms: number },
): ReplyJson {
  const entry = reply.kind === 'answer' ? knowledge.entries.find(({ id }) => id === reply.entryId) : undefined;
  const candidates = reply.kind === 'chat' ? [] : reply.candidates.slice(0, asked.top);
  return {
    id: asked.id,
    turn: asked.turn,
    question: asked.question,
    kind: reply.kind,
    entry: entry?.id ?? null,
    confidence: reply.kind === 'chat' ? 0 : round(reply.confidence, 4),
    candidates: candidates.map(({ entryId, confidence }) => ({ entry: entryId, confidence: round(confidence, 4) })),
    text: replyText(reply, knowledge),
    followUps: followUpsShown(reply).map(({ entryId, label }) => ({ entry: entryId, label })),
    claims: entry?.claims ?? [],
    ms: round(asked.ms, 3),
  };
}

function round(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
