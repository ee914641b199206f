import { html, nothing, type TemplateResult } from 'lit';
import type { CoverageView, CoveredClaim, ListedEntry } from '../../../core/quality/coverage.js';
import type { Page } from '../page.js';
import { icon } from '../parts/icons.js';
import type { Fetched } from '../state.js';
import { qualityTemplate } from './quality.js';
import { fileText, placeText } from './why.js';

/** Draws what has to be fetched, or why it is not there. */
function whenThere<T>(page: Page, fetched: Fetched<T>, waiting: string, draw: (value: T) => TemplateResult): TemplateResult {
  switch (fetched.kind) {
    case 'waiting':
      return html`<p class="waiting" role="status">${waiting}</p>`;
    case 'fault':
      return html`<p class="fault" role="alert">${fetched.text}</p>
        <p><button type="button" class="button" data-style="secondary" @click=${page.act.loadCoverage}>Try again</button></p>`;
    case 'there':
      return draw(fetched.value);
  }
}

/** Draws the curator's view: what the knowledge covers, and how well it answers. */
export function coverageTemplate(page: Page): TemplateResult {
  const { coverage } = page.state;
  return html`
    <section class="coverage" id="log" aria-label="Coverage" tabindex="0">
      <div class="coverage-inner">
        <p>What the knowledge covers, and how well questions find it. Edits of its files show here by themselves.</p>
        ${coverage === null ? html`<p class="waiting" role="status">The bot is still learning its knowledge…</p>` : shownTemplate(page, coverage)}
      </div>
    </section>
  `;
}

function shownTemplate(page: Page, { documents, quality }: NonNullable<Page['state']['coverage']>): TemplateResult {
  const example = documents.kind === 'there' ? documents.value.topics[0]?.entries[0] : undefined;
  return html`
    ${whenThere(page, documents, 'Reading the knowledge…', ({ counts }) => countsTemplate(counts))}
    <h2>Quality</h2>
    ${whenThere(page, quality, 'Asking every labelled question. This takes a few seconds…', (value) => qualityTemplate(page, value, example))}
    ${whenThere(page, documents, '', (value) => listsTemplate(page, value))}
  `;
}

function countsTemplate(counts: CoverageView['counts']): TemplateResult {
  const claims: readonly (readonly [string, string])[] = [
    ['Claims covered', `${counts.claimsCovered} of ${counts.claims}`],
    ['Claims corrected', String(counts.claimsCorrected)],
  ];
  const figures: readonly (readonly [string, string])[] = [
    ['Entries', String(counts.entries)],
    ['Ways to ask', String(counts.entries + counts.phrasings)],
    ['Topics', String(counts.topics)],
    ...(counts.claims === 0 ? [] : claims),
    [`Questions refused on purpose${groupsText(counts.notCoveredGroups)}`, String(counts.notCovered)],
  ];
  return html`<dl class="figures" data-count=${figures.length}>${figures.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

const groupsText = (count: number): string => (count === 0 ? '' : count === 1 ? ', in one group' : `, in ${count} groups`);

function listsTemplate(page: Page, { documents, topics }: CoverageView): TemplateResult {
  return html`
    <h2>Documents</h2>
    ${
      documents.length === 0
        ? html`<p>
            None. Where answers rest on documents, list what those claim in <code>${fileText(page, 'documents/<name>.yml')}</code>, and name
            the claims in the entries that answer them: this page then shows which are covered. Those of the
            knowledge that comes with this program show how they are written.
          </p>`
        : documents.map((document) => documentTemplate(page, document))
    }
    <h2>Topics</h2>
    ${topics.map(
      ({ title, entries }) => html`<details class="fold">
        <summary><span>${title}</span><small>${entries.length === 1 ? '1 entry' : `${entries.length} entries`}</small></summary>
        <ul class="entries">${entries.map((entry) => html`<li>${entryTemplate(page, entry)} <small>${phrasingsText(entry.phrasings)}</small></li>`)}</ul>
      </details>`,
    )}
  `;
}

const phrasingsText = (count: number): string => (count === 1 ? '1 other phrasing' : `${count} other phrasings`);

function documentTemplate(page: Page, { title, sections }: CoverageView['documents'][number]): TemplateResult {
  return html`<h3>${title}</h3>
    ${sections.map((section) => {
      const covered = section.claims.filter(({ entries }) => entries.length > 0).length;
      return html`<details class="fold">
        <summary><span>${section.title}</span><small data-short=${String(covered < section.claims.length)}>${covered} of ${section.claims.length} covered</small></summary>
        <ul class="claims">${section.claims.map((claim) => claimTemplate(page, claim))}</ul>
      </details>`;
    })}`;
}

function claimTemplate(page: Page, { claim, verdict, correction, entries }: CoveredClaim): TemplateResult {
  return html`<li>
    <p><span class="verdict" data-verdict=${verdict}>${verdict}</span> ${claim}</p>
    ${correction === null ? nothing : html`<p class="correction"><strong>Corrected:</strong> ${correction}</p>`}
    ${entries.length === 0 ? html`<p class="uncovered">${icon('why')} No entry answers this.</p>` : html`<ul class="entries">${entries.map((entry) => html`<li>${entryTemplate(page, entry)}</li>`)}</ul>`}
  </li>`;
}

const entryTemplate = (page: Page, { question, place }: ListedEntry): TemplateResult =>
  html`${question} <code>${placeText(page, place)}</code>`;
