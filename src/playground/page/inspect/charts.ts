import { html, svg, type TemplateResult } from 'lit';
import type { Outcomes, ReliabilityBin } from '../../../core/coverage.js';

/** The outcomes in the order in which they are drawn. */
export const OUTCOME_NAMES = [
  ['answered', 'Answered rightly'],
  ['offered', 'Offered'],
  ['refused', 'Refused'],
  ['wrong', 'Answered wrongly'],
] as const satisfies readonly (readonly [keyof Outcomes, string])[];

const BAR = { width: 400, label: 18, height: 14, gap: 14 } as const;

/** Draws a bar for each group of questions, cut into its outcomes. */
export function outcomeBars(groups: readonly (Outcomes & { readonly title: string })[]): TemplateResult {
  const step = BAR.label + BAR.height + BAR.gap;
  const height = groups.length * step - BAR.gap;
  const summary = groups
    .slice(0, 2)
    .map(
      (group) =>
        `${group.title}: ${OUTCOME_NAMES.map(([key, name]) => `${name.toLowerCase()} ${group[key]}`).join(', ')} of ${group.total}.`,
    )
    .join(' ');
  return html`<svg class="chart" viewBox=${`0 0 ${BAR.width} ${height}`} role="img" aria-labelledby="bars-title bars-desc">
    <title id="bars-title">How questions came out, by group</title>
    <desc id="bars-desc">${summary} The table below has every figure.</desc>
    ${groups.map((group, row) => {
      const y = row * step + BAR.label;
      let x = 0;
      const parts = OUTCOME_NAMES.map(([key]) => {
        const width = group.total === 0 ? 0 : (group[key] / group.total) * BAR.width;
        const part = svg`<rect
          class="bar-part"
          data-outcome=${key}
          x=${x}
          y=${y}
          width=${Math.max(0, width - (width > 2 ? 1 : 0))}
          height=${BAR.height}
          rx="2"
        />`;
        x += width;
        return part;
      });
      return svg`<text class="chart-label" x="0" y=${y - 5}>${clipped(group.title)}</text><text
        class="chart-number"
        x=${BAR.width}
        y=${y - 5}
        text-anchor="end"
      >${group.total}</text>${parts}`;
    })}
  </svg>`;
}

const clipped = (text: string): string => (text.length > 45 ? `${text.slice(0, 44)}…` : text);

const FIELD = { size: 300, left: 44, bottom: 40, top: 10, right: 14 } as const;

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
        <text class="chart-number" x=${x(tick)} y=${y(0) + 16} text-anchor="middle">${tick * 100}</text>
        <text class="chart-number" x=${x(0) - 8} y=${y(tick) + 4} text-anchor="end">${tick * 100}</text>`,
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
