import { html, nothing, type TemplateResult } from 'lit';
import type { CoverageView, CoveredClaim, ListedEntry } from '../../../core/coverage.js';
import { icon } from '../icons.js';
import type { Page } from '../page.js';
import type { Fetched } from '../state.js';
import { qualityTemplate } from './quality.js';
import { placeText } from './why.js';

/** Draws what has to be fetched, or why it is not there. */
function whenThere<T>(fetched: Fetched<T>, waiting: string, draw: (value: T) => TemplateResult): TemplateResult {
  switch (fetched.kind) {
    case 'waiting':
      return html`<p class="waiting" role="status">${waiting}</p>`;
    case 'fault':
      return html`<p class="fault" role="alert">${fetched.text}</p>`;
    case 'there':
      return draw(fetched.value);
  }
}

/** Draws the curator's view: what the knowledge covers, and how well it answers. */
export function coverageTemplate({ state, act }: Page): TemplateResult {
  const { coverage } = state;
  return html`
    <section class="coverage" id="log" aria-label="Coverage" tabindex="0">
      <div class="coverage-inner">
        <header class="coverage-head">
          <p>What the source documents claim, which entries answer it, and how well questions find them.</p>
          <button type="button" class="button" data-style="secondary" @click=${act.loadCoverage}>Refresh</button>
        </header>
        ${
          coverage === null
            ? nothing
            : html`
              ${whenThere(coverage.documents, 'Reading the knowledge…', ({ counts }) => countsTemplate(counts))}
              <h2>Quality</h2>
              ${whenThere(coverage.quality, 'Asking every labelled question. This takes a few seconds…', qualityTemplate)}
              ${whenThere(coverage.documents, '', listsTemplate)}
            `
        }
      </div>
    </section>
  `;
}

function countsTemplate(counts: CoverageView['counts']): TemplateResult {
  const figures: readonly (readonly [string, string])[] = [
    ['Entries', String(counts.entries)],
    ['Ways to ask', String(counts.entries + counts.phrasings)],
    ['Topics', String(counts.topics)],
    ['Documents', String(counts.documents)],
    ['Claims covered', `${counts.claimsCovered} of ${counts.claims}`],
    ['Claims corrected', String(counts.claimsCorrected)],
    ['Questions refused on purpose', String(counts.notCovered)],
  ];
  return html`<dl class="figures">${figures.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

function listsTemplate({ documents, topics }: CoverageView): TemplateResult {
  return html`
    ${documents.length === 0 ? nothing : html`<h2>Documents</h2>${documents.map(documentTemplate)}`}
    <h2>Topics</h2>
    ${topics.map(
      ({ title, entries }) => html`<details class="fold">
        <summary><span>${title}</span><small>${entries.length === 1 ? '1 entry' : `${entries.length} entries`}</small></summary>
        <ul class="entries">${entries.map((entry) => html`<li>${entryTemplate(entry)} <small>${entry.phrasings} other phrasings</small></li>`)}</ul>
      </details>`,
    )}
  `;
}

function documentTemplate({ title, sections }: CoverageView['documents'][number]): TemplateResult {
  return html`<h3>${title}</h3>
    ${sections.map((section) => {
      const covered = section.claims.filter(({ entries }) => entries.length > 0).length;
      return html`<details class="fold">
        <summary><span>${section.title}</span><small data-short=${String(covered < section.claims.length)}>${covered} of ${section.claims.length} covered</small></summary>
        <ul class="claims">${section.claims.map(claimTemplate)}</ul>
      </details>`;
    })}`;
}

function claimTemplate({ claim, verdict, correction, entries }: CoveredClaim): TemplateResult {
  return html`<li>
    <p><span class="verdict" data-verdict=${verdict}>${verdict}</span> ${claim}</p>
    ${correction === null ? nothing : html`<p class="correction"><strong>Corrected:</strong> ${correction}</p>`}
    ${entries.length === 0 ? html`<p class="uncovered">${icon('why')} No entry answers this.</p>` : html`<ul class="entries">${entries.map((entry) => html`<li>${entryTemplate(entry)}</li>`)}</ul>`}
  </li>`;
}

const entryTemplate = ({ question, place }: ListedEntry): TemplateResult => html`${question} <code>${placeText(place)}</code>`;
