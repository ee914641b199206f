import type { AnswerTrace } from '../../core/answering/trace.js';
import type { CoverageView, Quality } from '../../core/quality/coverage.js';
import type { KnowledgeState } from './protocol.js';

/** What the page shows of the knowledge and of how answers are chosen; the core's part, handed in. */
export interface Inspector {
  /** Tells how the answer to a question was chosen; null where that is not known. */
  trace(questionId: string): AnswerTrace | null;
  /** How the knowledge is now; while it is still being learned, what is below is not asked for. */
  knowledge(): KnowledgeState;
  coverage(): CoverageView;
  /** Questions that show a newcomer what can be asked. */
  examples(): readonly string[];
  /** Judges the knowledge by its labelled questions. */
  quality(): Promise<Quality>;
}
