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

/** What an asker has just waved away. */
export interface Rejected {
  /** The message or interaction that asked; null where nothing can lead back to it. */
  readonly questionId: string | null;
  /** The entry that did not help; null where entries were only offered. */
  readonly entryId: string | null;
}

export type Reply =
  /** Sure. `shown` is set where a part of the entry was asked for rather than its short answer. */
  | (Ranked & {
      readonly kind: 'answer';
      readonly entryId: string;
      readonly shown: ShownLayer | null;
      readonly followUps: readonly FollowUp[];
    })
  /** Two or three entries are close: did you mean? Or, in place of what was waved away, what came next. */
  | (Ranked & { readonly kind: 'choices'; readonly choices: readonly FollowUp[]; readonly instead?: Rejected })
  /** Not in the knowledge base. `topic` names the area, where it is one that is known not to be covered. */
  | (Ranked & {
      readonly kind: 'unknown';
      readonly topic: string | null;
      readonly nearest: readonly FollowUp[];
      readonly instead?: Rejected;
    })
  /** Hello, thanks: a courtesy, no entry. A quiet one may be left unsaid where nobody waits for a reply. */
  | { readonly kind: 'chat'; readonly text: string; readonly isQuiet?: true };
