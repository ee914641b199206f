/** Labelled questions to figures: how often the bot is right, offers, refuses, and whether its confidence is honest. Pure. */
import type { Reply } from '../answering/reply.js';
import type { LabelledQuestion } from '../entry.js';

/** The topic under which questions are counted that no entry should answer. */
export const OUT_OF_SCOPE = 'out of scope';

/** One labelled question and what was replied. */
export interface Judged {
  readonly label: LabelledQuestion;
  readonly reply: Reply;
  /** The topic of the first expected entry; OUT_OF_SCOPE where none is expected. */
  readonly topic: string;
}

/** Counts of one kind of questions. */
export interface Tally {
  readonly questions: number;
  /** Answered with an expected entry. */
  readonly right: number;
  /** Answered with another entry, or answered although nothing is expected. */
  readonly wrong: number;
  /** Two or three entries offered. */
  readonly offered: number;
  /** "I don't know", or a courtesy. */
  readonly refused: number;
  /** The best candidate is an expected entry, whatever was replied. */
  readonly firstRight: number;
}

export interface Evaluation {
  readonly inScope: Tally;
  readonly outOfScope: Tally;
  readonly byTopic: Readonly<Record<string, Tally>>;
  /** Expected calibration error, 0 to 1: the mean distance between confidence and the share that is right, over ten bins of confidence. */
  readonly calibrationError: number;
  readonly bins: readonly Bin[];
  /** Share of all questions with the right outcome: an expected entry ranked first in scope; not answered out of scope. 0 to 1. */
  readonly accuracy: number;
}

/** Questions whose confidence lies in one tenth. */
export interface Bin {
  readonly from: number;
  readonly questions: number;
  readonly meanConfidence: number;
  readonly shareRight: number;
}

const BINS = 10;

/** Judges one reply against its label. */
export function judge({ label, reply }: Pick<Judged, 'label' | 'reply'>): {
  outcome: 'right' | 'wrong' | 'offered' | 'refused';
  firstRight: boolean;
} {
  const expected = typeof label.expected === 'string' ? [] : label.expected;
  const firstRight = reply.kind !== 'chat' && expected.includes(reply.candidates[0]?.entryId ?? '');
  switch (reply.kind) {
    case 'answer':
      return { outcome: expected.includes(reply.entryId) ? 'right' : 'wrong', firstRight };
    case 'choices':
      return { outcome: 'offered', firstRight };
    case 'unknown':
    case 'chat':
      return { outcome: 'refused', firstRight };
  }
}

/** Sums up judged replies. */
export function evaluate(judged: readonly Judged[]): Evaluation {
  const inScope = judged.filter(({ label }) => typeof label.expected !== 'string');
  const outOfScope = judged.filter(({ label }) => typeof label.expected === 'string');
  const topics = [...new Set(judged.map(({ topic }) => topic))].sort();
  const tallies = { inScope: tally(inScope), outOfScope: tally(outOfScope) };
  const right = tallies.inScope.firstRight + (tallies.outOfScope.questions - tallies.outOfScope.wrong);
  const bins = binsOf(judged);
  const binned = bins.reduce((sum, bin) => sum + bin.questions, 0);
  return {
    ...tallies,
    byTopic: Object.fromEntries(topics.map((topic) => [topic, tally(judged.filter((item) => item.topic === topic))])),
    bins,
    calibrationError:
      bins.reduce((sum, bin) => sum + bin.questions * Math.abs(bin.meanConfidence - bin.shareRight), 0) / Math.max(1, binned),
    accuracy: judged.length === 0 ? 0 : right / judged.length,
  };
}

function tally(judged: readonly Judged[]): Tally {
  const judgements = judged.map(judge);
  const count = (outcome: string): number => judgements.filter((item) => item.outcome === outcome).length;
  return {
    questions: judged.length,
    right: count('right'),
    wrong: count('wrong'),
    offered: count('offered'),
    refused: count('refused'),
    firstRight: judgements.filter(({ firstRight }) => firstRight).length,
  };
}

/** Naeini, Cooper & Hauskrecht 2015. A courtesy has no confidence and stands in no bin. */
function binsOf(judged: readonly Judged[]): Bin[] {
  const points = judged.flatMap((item) =>
    item.reply.kind === 'chat' ? [] : [{ confidence: item.reply.confidence, right: judge(item).firstRight ? 1 : 0 }],
  );
  return Array.from({ length: BINS }, (_, i) => {
    const inside = points.filter(({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS)) === i);
    const mean = (value: (point: (typeof points)[number]) => number): number =>
      inside.reduce((sum, point) => sum + value(point), 0) / Math.max(1, inside.length);
    return {
      from: i / BINS,
      questions: inside.length,
      meanConfidence: mean(({ confidence }) => confidence),
      shareRight: mean(({ right }) => right),
    };
  });
}
