import { html, type TemplateResult } from 'lit';
import type { ListedEntry, Outcomes, Quality, QualityView } from '../../../core/quality/coverage.js';
import type { Page } from '../page.js';
import { OUTCOME_NAMES, outcomeBars, reliabilityCurve } from './charts.js';
import { percent } from './verdict.js';
import { fileText } from './why.js';

/** Draws the figures of the labelled questions, or why there are none; `example` is an entry of this knowledge. */
export function qualityTemplate(page: Page, quality: Quality, example: ListedEntry | undefined): TemplateResult {
  switch (quality.kind) {
    case 'measured':
      return figuresTemplate(quality.figures);
    case 'faulty':
      return html`<div class="fault" role="alert"><p>The labelled questions have faults:</p><pre tabindex="0">${quality.text}</pre></div>`;
    case 'unlabelled':
      return html`<p>
          There are no labelled questions yet to measure by. Write in <code>${fileText(page, 'evaluation.yml')}</code> what people ask, in
          their words, and the ids of the entries that answer it; the figures then show here.
        </p>
        <pre class="sample" tabindex="0">${sampleOf(example)}</pre>`;
  }
}

/** The beginning of a file of labelled questions. */
const sampleOf = (example: ListedEntry | undefined): string =>
  [
    'questions:',
    `  - ask: ${JSON.stringify(example?.question ?? 'what people ask')}`,
    `    entries: [${example?.id ?? 'id-of-an-entry'}]`,
    '  - ask: "something that no entry answers"',
    '    expect: unknown',
  ].join('\n');

/** Draws the figures: as pictures, and as tables that say the same. */
function figuresTemplate(quality: QualityView): TemplateResult {
  const { accuracy, inScope, outOfScope, byTopic, reliability, calibrationError, conversations } = quality;
  const groups: readonly (Outcomes & { readonly title: string })[] = [
    { title: 'Questions in scope', ...inScope },
    { title: 'Questions out of scope', ...outOfScope },
    ...byTopic,
  ];
  return html`
    <dl class="figures" data-count="4">
      <div><dt>Questions come out right</dt><dd>${percent(accuracy)}</dd></div>
      <div><dt>Calibration error</dt><dd>${percent(calibrationError)}</dd></div>
      <div><dt>Out of scope, rightly refused</dt><dd>${outOfScope.refused} of ${outOfScope.total}</dd></div>
      <div><dt>Conversations right</dt><dd>${conversations.right} of ${conversations.all}</dd></div>
    </dl>
    <div class="charts">
      <figure>
        <figcaption>How questions came out</figcaption>
        ${outcomeBars(groups)}
        <ul class="legend" aria-hidden="true">${OUTCOME_NAMES.map(([key, name]) => html`<li data-outcome=${key}>${name}</li>`)}</ul>
        ${outcomeTable(groups)}
      </figure>
      <figure>
        <figcaption>Reliability: does 80% sure mean right in 80 of 100?</figcaption>
        ${reliabilityCurve(reliability)}
        ${reliabilityTable(reliability)}
      </figure>
    </div>
  `;
}

const outcomeTable = (groups: readonly (Outcomes & { readonly title: string })[]): TemplateResult => html`
  <details class="fold">
    <summary><span>As a table</span></summary>
    <div class="table" tabindex="0" role="region" aria-label="How questions came out">
      <table>
        <thead><tr><th scope="col">Questions</th>${OUTCOME_NAMES.map(([, name]) => html`<th scope="col">${name}</th>`)}<th scope="col">Total</th></tr></thead>
        <tbody>${groups.map((group) => html`<tr><th scope="row">${group.title}</th>${OUTCOME_NAMES.map(([key]) => html`<td>${group[key]}</td>`)}<td>${group.total}</td></tr>`)}</tbody>
      </table>
    </div>
  </details>
`;

const reliabilityTable = (bins: QualityView['reliability']): TemplateResult => html`
  <details class="fold">
    <summary><span>As a table</span></summary>
    <div class="table" tabindex="0" role="region" aria-label="Reliability">
      <table>
        <thead><tr><th scope="col">Confidence</th><th scope="col">Questions</th><th scope="col">Mean confidence</th><th scope="col">Right</th></tr></thead>
        <tbody>
          ${bins.map(({ from, to, count, confidence, accuracy }) => html`<tr><th scope="row">${percent(from)} to ${percent(to)}</th><td>${count}</td><td>${count === 0 ? '–' : percent(confidence)}</td><td>${count === 0 ? '–' : percent(accuracy)}</td></tr>`)}
        </tbody>
      </table>
    </div>
  </details>
`;
