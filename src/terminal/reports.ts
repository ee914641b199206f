/** `evaluate` and `lint`: what they found, for eyes. */
import type { Evaluation, Judged, Tally } from '../core/quality/evaluate.js';
import { judge, OUT_OF_SCOPE } from '../core/quality/evaluate.js';
import type { Terminal } from './output.js';

const percent = (part: number, whole: number): string => (whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`);

/** Lines up columns: the first to the left, the others to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** The figures of an evaluation as tables. */
export function evaluationReport(evaluation: Evaluation, conversations: { readonly all: number; readonly right: number }): string {
  const row = (name: string, tally: Tally): string[] => [
    name,
    ...[tally.questions, tally.right, tally.wrong, tally.offered, tally.refused].map(String),
    tally.firstRight === 0 && name === OUT_OF_SCOPE ? '-' : percent(tally.firstRight, tally.questions),
  ];
  const head = ['topic', 'questions', 'right', 'wrong', 'offered', 'refused', 'right first'];
  const topics = Object.entries(evaluation.byTopic).map(([topic, tally]) => row(topic, tally));
  const { inScope, outOfScope } = evaluation;
  const bins = evaluation.bins
    .filter(({ questions }) => questions > 0)
    .map(({ from, questions, meanConfidence, shareRight }) => [
      `${from.toFixed(1)} to ${(from + 0.1).toFixed(1)}`,
      String(questions),
      meanConfidence.toFixed(2),
      shareRight.toFixed(2),
    ]);
  return [
    table([head, ...topics, row('all in scope', inScope)]),
    '',
    `In scope: the right entry ranks first for ${percent(inScope.firstRight, inScope.questions)}; answered ${percent(inScope.right + inScope.wrong, inScope.questions)}, of these wrongly ${inScope.wrong}.`,
    `Out of scope: ${outOfScope.wrong} of ${outOfScope.questions} answered, ${outOfScope.offered} offered entries, ${outOfScope.refused} refused.`,
    ...(conversations.all > 0 ? [`Conversations: all turns right in ${conversations.right} of ${conversations.all}.`] : []),
    `Accuracy ${percent(evaluation.accuracy, 1)}; expected calibration error ${evaluation.calibrationError.toFixed(3)}.`,
    '',
    table([['confidence', 'questions', 'mean', 'right'], ...bins]),
    '',
  ].join('\n');
}

/** The questions that did not come out as expected, one a line. */
export function missesReport(judged: readonly Judged[]): string {
  const lines = judged.flatMap((item) => {
    const { outcome, firstRight } = judge(item);
    const expected = typeof item.label.expected === 'string' ? item.label.expected : item.label.expected.join(' or ');
    const fine = typeof item.label.expected === 'string' ? outcome === 'refused' : outcome === 'right';
    if (fine) return [];
    const got =
      item.reply.kind === 'chat'
        ? 'chat'
        : `${item.reply.kind} ${item.reply.candidates[0]?.entryId ?? ''} ${item.reply.confidence.toFixed(2)}`;
    return `${outcome}${firstRight ? ', right first' : ''}: "${item.label.ask}" expected ${expected}, got ${got}`;
  });
  return lines.length === 0 ? 'Every question came out as expected.\n' : `${lines.join('\n')}\n`;
}

/** The rules with their faults; a tick or a cross a rule. */
export function lintReport(
  results: readonly { readonly rule: string; readonly faults: readonly string[] }[],
  { colors }: Pick<Terminal, 'colors'>,
): string {
  const lines = results.flatMap(({ rule, faults }) => [
    faults.length === 0 ? `${colors.green('ok')}    ${rule}` : `${colors.red('fault')} ${rule}`,
    ...faults.map((fault) => `      ${fault}`),
  ]);
  return `${lines.join('\n')}\n`;
}
