/** `evaluate` and `lint`: what they found, for eyes. */
import type { Evaluation, Judged, Tally } from '../core/quality/evaluate.js';
import { judge, OUT_OF_SCOPE } from '../core/quality/evaluate.js';
import { type Terminal, wrap } from './output.js';

const percent = (part: number, whole: number): string => (whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`);

/** Lines up columns: the first to the left, the others to the right. Where the screen is too narrow for that, each row is a paragraph. */
export function table(rows: readonly (readonly string[])[], columns: number): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const room = widths.reduce((sum, width) => sum + GAP.length + width, -GAP.length);
  if (room > columns) return paragraphs(rows, columns);
  return rows
    .map((row) =>
      row
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join(GAP)
        .trimEnd(),
    )
    .join('\n');
}

const GAP = '  ';
/** Holds a number and its unit together while lines are broken. */
const NO_BREAK = '\u00a0';

function paragraphs([head = [], ...rows]: readonly (readonly string[])[], columns: number): string {
  return rows
    .map((row) => {
      const [title, ...figures] = row.map((cell, i) => `${head[i]} ${i === 0 ? cell : cell.replaceAll(' ', NO_BREAK)}`);
      return `${wrap(title ?? '', columns)}\n${wrap(figures.join(', '), columns, GAP).replaceAll(NO_BREAK, ' ')}`;
    })
    .join('\n');
}

/** The figures of an evaluation as tables. */
export function evaluationReport(
  evaluation: Evaluation,
  conversations: { readonly all: number; readonly right: number },
  { columns }: Pick<Terminal, 'columns'>,
): string {
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
  const sentences = [
    `In scope: the right entry ranks first for ${percent(inScope.firstRight, inScope.questions)}; answered ${percent(inScope.right + inScope.wrong, inScope.questions)}, of these wrongly ${inScope.wrong}.`,
    `Out of scope: ${outOfScope.wrong} of ${outOfScope.questions} answered, ${outOfScope.offered} offered entries, ${outOfScope.refused} refused.`,
    ...(conversations.all > 0 ? [`Conversations: all turns right in ${conversations.right} of ${conversations.all}.`] : []),
    `Accuracy ${percent(evaluation.accuracy, 1)}; expected calibration error ${evaluation.calibrationError.toFixed(3)}.`,
  ];
  return [
    table([head, ...topics, row('all in scope', inScope)], columns),
    '',
    wrap(sentences.join('\n'), columns),
    '',
    table([['confidence', 'questions', 'mean', 'right'], ...bins], columns),
    '',
  ].join('\n');
}

/** The questions that did not come out as expected, one a line where there is room. */
export function missesReport(judged: readonly Judged[], { columns }: Pick<Terminal, 'columns'>): string {
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
  return `${wrap(lines.length === 0 ? 'Every question came out as expected.' : lines.join('\n'), columns)}\n`;
}

/** What stands below a rule begins below its name. */
const BELOW = ' '.repeat('fault '.length);

/** The rules with their faults; a tick or a cross a rule. */
export function lintReport(
  results: readonly { readonly rule: string; readonly faults: readonly string[] }[],
  { colors, columns }: Pick<Terminal, 'colors' | 'columns'>,
): string {
  const below = (text: string): string => wrap(text, columns, BELOW);
  const lines = results.flatMap(({ rule, faults }) => {
    const mark = faults.length === 0 ? `${colors.green('ok')}    ` : `${colors.red('fault')} `;
    return [mark + below(rule).slice(BELOW.length), ...faults.map(below)];
  });
  return `${lines.join('\n')}\n`;
}
