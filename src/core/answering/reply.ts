/** What a question is replied with: plain data, which every surface shapes in its own way. */
import type { Layer } from '../entry.js';
import type { Candidate } from '../matching/matcher.js';

/** An entry that a button or a number leads to. */
export interface FollowUp {
  readonly entryId: string;
  readonly label: string;
}

/** What the matcher made of a question. */
export interface Ranked {
  /** Calibrated probability that the best candidate answers the question, 0 to 1. */
  readonly confidence: number;
  /** All entries, best first. */
  readonly candidates: readonly Candidate[];
}

/** A part of an entry that is shown, and the one that was asked for where the entry lacks it. */
export interface ShownLayer {
  readonly layer: Layer;
  readonly missing: Layer | null;
}

export type Reply =
  /** Sure. `shown` is set where a part of the entry was asked for rather than its short answer. */
  | (Ranked & {
      readonly kind: 'answer';
      readonly entryId: string;
      readonly shown: ShownLayer | null;
      readonly followUps: readonly FollowUp[];
    })
  /** Two or three entries are close: did you mean? */
  | (Ranked & { readonly kind: 'choices'; readonly choices: readonly FollowUp[] })
  /** Not in the knowledge base. `topic` names the area, where it is one that is known not to be covered. */
  | (Ranked & { readonly kind: 'unknown'; readonly topic: string | null; readonly nearest: readonly FollowUp[] })
  /** Hello, thanks: a courtesy, no entry. */
  | { readonly kind: 'chat'; readonly text: string };
