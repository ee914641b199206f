/** What the knowledge covers, and how well it answers: the curator's view. Pure. */

import { topicsOf, topicTitle } from '../answering/wording.js';
import { allClaims, type KnowledgeBase, type KnowledgeEntry, type SourcePlace, type Verdict } from '../entry.js';
import { type Evaluation, OUT_OF_SCOPE, type Tally } from './evaluate.js';

/** An entry as it is listed. */
export interface ListedEntry {
  readonly id: string;
  readonly question: string;
  readonly place: SourcePlace;
}

/** A claim of a document with the entries that answer it. */
export interface CoveredClaim {
  readonly id: string;
  readonly claim: string;
  readonly verdict: Verdict;
  readonly correction: string | null;
  /** None where the claim is not covered. */
  readonly entries: readonly ListedEntry[];
}

/** The documents claim by claim, and the entries topic by topic. */
export interface CoverageView {
  readonly documents: readonly {
    readonly id: string;
    readonly title: string;
    readonly sections: readonly { readonly title: string; readonly claims: readonly CoveredClaim[] }[];
  }[];
  readonly topics: readonly {
    readonly topic: string;
    readonly title: string;
    /** `phrasings` are the other ways to ask it. */
    readonly entries: readonly (ListedEntry & { readonly phrasings: number })[];
  }[];
  readonly counts: {
    readonly entries: number;
    readonly phrasings: number;
    readonly topics: number;
    readonly documents: number;
    readonly claims: number;
    readonly claimsCovered: number;
    /** Claims a verdict other than "correct" was given on. */
    readonly claimsCorrected: number;
    /** Questions that are not to be answered, and the groups they stand in. */
    readonly notCovered: number;
    readonly notCoveredGroups: number;
  };
}

/** How questions of one kind came out; the four outcomes sum to `total`. */
export interface Outcomes {
  /** Answered with an expected entry. */
  readonly answered: number;
  /** Answered with another entry, or answered although nothing should be. */
  readonly wrong: number;
  readonly offered: number;
  readonly refused: number;
  readonly total: number;
}

/** The questions whose confidence lies in one tenth. */
export interface ReliabilityBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Mean confidence; 0 where the bin is empty. */
  readonly confidence: number;
  /** Share whose best candidate is right; 0 where the bin is empty. */
  readonly accuracy: number;
}

/** The figures of `evaluate`, for a picture. Shares are 0 to 1. */
export interface QualityView {
  readonly accuracy: number;
  readonly inScope: Outcomes;
  readonly outOfScope: Outcomes;
  /** Questions in scope, topic by topic. */
  readonly byTopic: readonly (Outcomes & { readonly topic: string; readonly title: string })[];
  readonly reliability: readonly ReliabilityBin[];
  readonly calibrationError: number;
  /** `right` had every turn come out as expected. */
  readonly conversations: { readonly all: number; readonly right: number };
}

/** What is known of the quality of a knowledge base. */
export type Quality =
  | { readonly kind: 'measured'; readonly figures: QualityView }
  /** There is no file of labelled questions. */
  | { readonly kind: 'unlabelled' }
  /** The file of labelled questions cannot be used; the text says why, with file and line. */
  | { readonly kind: 'faulty'; readonly text: string };

/** Lays out a knowledge base for its curator: documents and topics in the order of the files. */
export function coverageOf({ entries, documents, notCovered }: KnowledgeBase): CoverageView {
  const listed = ({ id, question, place }: KnowledgeEntry): ListedEntry => ({ id, question, place });
  const byClaim = new Map<string, ListedEntry[]>();
  for (const entry of entries) for (const id of new Set(entry.claims)) byClaim.set(id, [...(byClaim.get(id) ?? []), listed(entry)]);
  const claims = allClaims(documents);
  const topics = topicsOf({ entries });
  return {
    documents: documents.map(({ id, title, sections }) => ({
      id,
      title,
      sections: sections.map((section) => ({
        title: section.title,
        claims: section.claims.map(({ id, claim, verdict, correction }) => ({
          ...{ id, claim, verdict, correction },
          entries: byClaim.get(id) ?? [],
        })),
      })),
    })),
    topics: topics.map((topic) => ({
      topic,
      title: topicTitle(topic),
      entries: entries.filter((entry) => entry.topic === topic).map((entry) => ({ ...listed(entry), phrasings: entry.phrasings.length })),
    })),
    counts: {
      entries: entries.length,
      phrasings: entries.reduce((sum, { phrasings }) => sum + phrasings.length, 0),
      topics: topics.length,
      documents: documents.length,
      claims: claims.length,
      claimsCovered: claims.filter(({ id }) => byClaim.has(id)).length,
      claimsCorrected: claims.filter(({ verdict }) => verdict !== 'correct').length,
      notCovered: notCovered.reduce((sum, { questions }) => sum + questions.length, 0),
      notCoveredGroups: notCovered.length,
    },
  };
}

/** So many questions show a newcomer what can be asked. */
const EXAMPLES = 3;

/** Finds questions for a newcomer: those that people ask in most ways, each of another topic. */
export function exampleQuestions({ topics }: Pick<CoverageView, 'topics'>): readonly string[] {
  return topics
    .flatMap(({ entries }) => [...entries].sort(byPhrasings)[0] ?? [])
    .sort(byPhrasings)
    .slice(0, EXAMPLES)
    .map(({ question }) => question);
}

function byPhrasings(one: { readonly phrasings: number }, other: { readonly phrasings: number }): number {
  return other.phrasings - one.phrasings;
}

/** Turns the figures of an evaluation into what is drawn. */
export function qualityView(evaluation: Evaluation, conversations: QualityView['conversations']): QualityView {
  const { accuracy, inScope, outOfScope, byTopic, bins, calibrationError } = evaluation;
  return {
    accuracy,
    inScope: outcomesOf(inScope),
    outOfScope: outcomesOf(outOfScope),
    byTopic: Object.entries(byTopic).flatMap(([topic, tally]) =>
      topic === OUT_OF_SCOPE ? [] : [{ topic, title: topicTitle(topic), ...outcomesOf(tally) }],
    ),
    reliability: bins.map(({ from, questions, meanConfidence, shareRight }, i) => ({
      from,
      to: bins[i + 1]?.from ?? 1,
      count: questions,
      confidence: meanConfidence,
      accuracy: shareRight,
    })),
    calibrationError,
    conversations,
  };
}

function outcomesOf({ right, wrong, offered, refused, questions }: Tally): Outcomes {
  return { answered: right, wrong, offered, refused, total: questions };
}
