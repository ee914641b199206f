import type { CoverageView, QualityView } from '../core/coverage.js';
import type { AnswerTrace } from '../core/trace.js';

/** What the page shows of the knowledge and of how answers are chosen; the core's part, handed in. */
export interface Inspector {
  /** Tells how the answer to a question was chosen; null where that is not known. */
  trace(questionId: string): AnswerTrace | null;
  coverage(): CoverageView;
  /** Judges the knowledge by its labelled questions. */
  quality(): Promise<QualityView>;
  /** Why the edited knowledge is not in use, with file and line; null where it is. */
  knowledgeFault(): string | null;
}
