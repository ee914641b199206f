/** The explanation of an answer in sentences. Pure. */
import type { AnswerTrace } from '../../../core/answering/trace.js';

/** Writes a share of one as a percentage; what is not quite everything does not look like it. */
export function percent(share: number): string {
  if (share > 0.999 && share < 1) return 'over 99.9%';
  return `${(share * 100).toFixed(share > 0.995 && share < 1 ? 1 : 0)}%`;
}

/** Says in a sentence what decided. */
export function verdict(trace: AnswerTrace): string {
  const { kind, picked, exact, repairs, confidence, thresholds, refusal } = trace;
  if (kind === 'chat') return 'It was read as a greeting or thanks. No entry was looked for.';
  if (picked) return 'The asker named the entry, by a button, a number or a word such as “why?”. Nothing was guessed.';
  if (exact && kind === 'answer')
    return `An entry asks the same, word for word${repairs.length > 0 ? ' once the typos are mended' : ''}. No score decides then.`;
  if (refusal !== null) return `It belongs to what is known not to be covered: ${refusal}.`;
  const sure = `The best candidate reaches ${percent(confidence)}`;
  if (kind === 'answer') return `${sure}, and ${percent(thresholds.answer)} is enough for an answer.`;
  const together = `${sure}; an answer needs ${percent(thresholds.answer)}. The best three together`;
  return kind === 'choices'
    ? `${together} reach the ${percent(thresholds.offer)} from which they are offered.`
    : `${together} stay below the ${percent(thresholds.offer)} from which they are offered.`;
}

/** Says what the mark on the candidates' bars means for this answer. */
export function markText({ picked, thresholds }: Pick<AnswerTrace, 'picked' | 'thresholds'>): string {
  const mark = `The mark stands at ${percent(thresholds.answer)}: from there on, the best one is the answer`;
  return picked ? `${mark} by itself. Here the asker chose.` : `${mark}.`;
}
