/** Why this answer: how a question was read, what was weighed against what, and what tipped the scales. For a curator's eyes. */

import type { KnowledgeBase, SourcePlace } from '../entry.js';
import type { WeighedWord } from '../matching/explain.js';
import type { Context, Matcher, Repair, Thresholds } from '../matching/matcher.js';
import type { Reply } from './reply.js';

/** How one question was answered. */
export interface AnswerTrace {
  /** The text as it came. */
  readonly asked: string;
  /** The text as it was compared: normalised, typos repaired. */
  readonly understood: string;
  readonly repairs: readonly Repair[];
  /** The earlier question it was read with; null where it stood alone. */
  readonly background: string | null;
  readonly kind: Reply['kind'];
  readonly entryId: string | null;
  /** Whether the asker named the entry, by a button, a number or "why?", so that nothing was guessed. */
  readonly picked: boolean;
  /** Whether an entry, or a question that is not to be answered, says the same word for word: then no score decides. */
  readonly exact: boolean;
  /** Calibrated probability that the best candidate answers the question, 0 to 1; 0 for a courtesy. */
  readonly confidence: number;
  readonly thresholds: Thresholds;
  /** The five best, best first; none for a courtesy. */
  readonly candidates: readonly TracedCandidate[];
  /** What counted most for the best candidate (positive) or against it (negative), heaviest first; eight at the most. */
  readonly words: readonly WeighedWord[];
  /** The topic of the group of not-covered questions that claimed it; null where none did. */
  readonly refusal: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** An entry that could have been the answer. */
export interface TracedCandidate {
  readonly entryId: string;
  readonly question: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly place: SourcePlace;
}

const MAX_CANDIDATES = 5;
const MAX_WORDS = 8;

/** What the answering use case knows of a question it has just replied to. */
export interface Replied {
  readonly asked: string;
  readonly reply: Reply;
  /** What was matched and with which turns before; null where the asker named the entry or was only greeted. */
  readonly matched: { readonly question: string; readonly context: Context | null } | null;
  readonly at: number;
}

/** Explains a reply by the scores it was made from. Costs about as much as answering, so it is for those who want to see it. */
export function traceOf({ asked, reply, matched, at }: Replied, knowledge: KnowledgeBase, matcher: Matcher): AnswerTrace {
  const byId = new Map(knowledge.entries.map((entry) => [entry.id, entry]));
  const candidates = reply.kind === 'chat' ? [] : reply.candidates.slice(0, MAX_CANDIDATES);
  const context = matched?.context ?? null;
  const best = candidates[0];
  const { exact, words } =
    matched && best ? matcher.explain(best.entryId, matched.question, context ?? undefined) : { exact: false, words: [] };
  return {
    asked,
    understood: matcher.repairText(asked),
    repairs: matcher.repairsOf(asked),
    background: context === null ? null : context.background.replace(/\s+/g, ' ').trim(),
    kind: reply.kind,
    entryId: reply.kind === 'answer' ? reply.entryId : null,
    picked: matched === null && reply.kind === 'answer',
    exact,
    confidence: reply.kind === 'chat' ? 0 : reply.confidence,
    thresholds: matcher.thresholds,
    candidates: candidates.flatMap(({ entryId, confidence }) => {
      const entry = byId.get(entryId);
      return entry ? [{ entryId, question: entry.question, confidence, place: entry.place }] : [];
    }),
    words: words.slice(0, MAX_WORDS),
    refusal: reply.kind === 'unknown' ? reply.topic : null,
    at,
  };
}

/** Traces by the question's id, until newer ones take their room; serves as the port `Trace`. */
export interface TraceKeeper {
  record(questionId: string, trace: AnswerTrace): void;
  get(questionId: string): AnswerTrace | null;
}

/**
 * Makes a keeper of the newest traces, in memory. It holds what people asked word for word, so it has its place where everybody is made
 * up, in the playground, and never in a bot that serves people.
 */
export function createTraceKeeper(limit = 500): TraceKeeper {
  const traces = new Map<string, AnswerTrace>();
  return {
    record(questionId, trace) {
      const before = traces.get(questionId);
      traces.delete(questionId);
      // Who picks what was offered for a question keeps the question: how the offer came about is the interesting part.
      const { kind, entryId, picked, at } = trace;
      traces.set(questionId, picked && before ? { ...before, kind, entryId, picked, at } : trace);
      for (const oldest of traces.keys()) {
        if (traces.size <= limit) break;
        traces.delete(oldest);
      }
    },
    get: (questionId) => traces.get(questionId) ?? null,
  };
}
