import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Outcomes, ReliabilityBin } from '../../../core/quality/coverage.js';

/** The outcomes in the order in which they are drawn. */
export const OUTCOME_NAMES = [
  ['answered', 'Answered rightly'],
  ['offered', 'Offered'],
  ['refused', 'Refused'],
  ['wrong', 'Answered wrongly'],
] as const satisfies readonly (readonly [keyof Outcomes, string])[];

/** Draws a bar for each group of questions, cut into its outcomes. */
export function outcomeBars(groups: readonly (Outcomes & { readonly title: string })[]): TemplateResult {
  const summary = groups
    .slice(0, 2)
    .map(
      (group) =>
        `${group.title}: ${OUTCOME_NAMES.map(([key, name]) => `${name.toLowerCase()} ${group[key]}`).join(', ')} of ${group.total}.`,
    )
    .join(' ');
  return html`
    <p class="sr-only" id="bars-summary">${summary} The table below has every figure.</p>
    <div class="bars" role="img" aria-label="How questions came out, by group" aria-describedby="bars-summary">
      ${groups.map(
        (group) => html`<p class="bar-label"><span>${group.title}</span><span>${group.total}</span></p>
          <p class="bar-parts">${OUTCOME_NAMES.map(([key]) => (group[key] === 0 ? nothing : html`<i data-outcome=${key} style=${`flex-grow:${group[key]}`}></i>`))}</p>`,
      )}
    </div>
  `;
}

const FIELD = { size: 300, left: 50, bottom: 46, top: 10, right: 14 } as const;

/** Draws how often the best candidate is right, for each tenth of confidence; a well calibrated engine lies on the diagonal. */
export function reliabilityCurve(bins: readonly ReliabilityBin[]): TemplateResult {
  const width = FIELD.left + FIELD.size + FIELD.right;
  const height = FIELD.top + FIELD.size + FIELD.bottom;
  const x = (share: number): number => FIELD.left + share * FIELD.size;
  const y = (share: number): number => FIELD.top + (1 - share) * FIELD.size;
  const full = bins.filter(({ count }) => count > 0);
  const most = Math.max(1, ...full.map(({ count }) => count));
  const path = full
    .map(({ confidence, accuracy }, index) => `${index === 0 ? 'M' : 'L'}${x(confidence).toFixed(1)} ${y(accuracy).toFixed(1)}`)
    .join('');
  const ticks = [0, 0.25, 0.5, 0.75, 1];
  return html`<svg class="chart chart-square" viewBox=${`0 0 ${width} ${height}`} role="img" aria-labelledby="curve-title curve-desc">
    <title id="curve-title">Reliability curve</title>
    <desc id="curve-desc">Confidence from left to right, share of right answers from bottom to top, with the diagonal of perfect calibration. The table below has every figure.</desc>
    ${ticks.map(
      (tick) => svg`<path class="chart-grid" d=${`M${x(tick)} ${y(0)}V${y(1)}M${x(0)} ${y(tick)}H${x(1)}`} />
        <text class="chart-number" x=${x(tick)} y=${y(0) + 24} text-anchor="middle">${tick * 100}</text>
        <text class="chart-number" x=${x(0) - 14} y=${y(tick) + 4} text-anchor="end">${tick * 100}</text>`,
    )}
    <path class="chart-ideal" d=${`M${x(0)} ${y(0)}L${x(1)} ${y(1)}`} />
    <path class="chart-line" d=${path} />
    ${full.map(
      ({ confidence, accuracy, count }) =>
        svg`<circle
          class="chart-dot"
          cx=${x(confidence)}
          cy=${y(accuracy)}
          r=${3 + 7 * Math.sqrt(count / most)}
        ><title>${count} questions: ${(confidence * 100).toFixed(0)}% sure, ${(accuracy * 100).toFixed(0)}% right</title></circle>`,
    )}
    <text class="chart-label" x=${x(0.5)} y=${height - 4} text-anchor="middle">Confidence, in per cent</text>
    <text class="chart-label" transform=${`translate(12 ${y(0.5)}) rotate(-90)`} text-anchor="middle">Right, in per cent</text>
  </svg>`;
}
