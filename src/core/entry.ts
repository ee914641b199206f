/** The knowledge as the program sees it: plain data, already checked by src/knowledge. */

/** Where in the knowledge folder something stands, for error texts and for the curator. */
export interface SourcePlace {
  /** Path relative to the knowledge folder, with forward slashes. */
  readonly file: string;
  /** First line of the item, from 1. */
  readonly line: number;
}

export const LAYERS = ['why', 'example', 'pitfalls'] as const;
/** A part of an entry that is shown on request, below the short answer. */
export type Layer = (typeof LAYERS)[number];

/** One question of the knowledge base and the answer a person wrote for it. */
export interface KnowledgeEntry {
  readonly id: string;
  /** The folder the file lies in; '' directly under the knowledge folder. */
  readonly topic: string;
  readonly question: string;
  /** Other ways people ask the same, the entry's own first, then those of phrasings/; the question itself is not repeated here. */
  readonly phrasings: readonly string[];
  /** The short answer, Markdown. */
  readonly answer: string;
  readonly layers: Readonly<Partial<Record<Layer, string>>>;
  /** Ids of claims in the source documents that this entry answers. */
  readonly claims: readonly string[];
  readonly references: readonly string[];
  /** Ids of entries that lead on from this one. */
  readonly followUps: readonly string[];
  readonly tip: string | null;
  readonly place: SourcePlace;
}

export const VERDICTS = ['correct', 'imprecise', 'outdated', 'wrong'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** One statement of a source document, checked by a person. */
export interface Claim {
  readonly id: string;
  readonly claim: string;
  readonly verdict: Verdict;
  readonly correction: string | null;
  readonly references: readonly string[];
  readonly document: string;
  readonly section: string;
}

/** A document the knowledge was extracted from. */
export interface SourceDocument {
  /** The file's name without its ending. */
  readonly id: string;
  readonly title: string;
  readonly sections: readonly { readonly title: string; readonly claims: readonly Claim[] }[];
}

/** All claims of all documents, in their order. */
export function allClaims(documents: readonly SourceDocument[]): Claim[] {
  return documents.flatMap(({ sections }) => sections.flatMap(({ claims }) => claims));
}

/** Questions near the subject that the knowledge does not answer; they train the refusal. */
export interface NotCoveredGroup {
  readonly group: string;
  /** Completes "I have nothing on …"; plain words. */
  readonly topic: string;
  readonly questions: readonly string[];
}

/** What the knowledge says about the words of its subject. */
export interface Wording {
  /** Groups of words that stand for one another, or for the same kind of thing. */
  readonly synonyms: readonly (readonly string[])[];
  /** Groups of words that take each other's place: after a question about the first, "and on mac?" asks about the second. */
  readonly alternatives: readonly (readonly string[])[];
}

/** A question and what should come of it: any of these entries, a refusal, or a courtesy. */
export interface LabelledQuestion {
  readonly ask: string;
  readonly expected: readonly string[] | 'unknown' | 'chat';
}

/** A whole knowledge folder. Entries are sorted by id, so that everything built from it is deterministic. */
export interface KnowledgeBase {
  readonly entries: readonly KnowledgeEntry[];
  readonly documents: readonly SourceDocument[];
  readonly notCovered: readonly NotCoveredGroup[];
  readonly wording: Wording;
  /** Labelled questions that the confidence is fitted to; no entry learns from them. */
  readonly calibration: readonly LabelledQuestion[];
}
