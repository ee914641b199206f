import { html, nothing, type TemplateResult } from 'lit';
import type { AnswerTrace, TracedCandidate } from '../../../core/answering/trace.js';
import type { SourcePlace } from '../../../core/entry.js';
import type { Page } from '../page.js';
import { icon } from '../parts/icons.js';
import { markText, percent, verdict } from './verdict.js';

/** Names a file of the knowledge as somebody at the terminal does. */
export const fileText = ({ view }: Pick<Page, 'view'>, file: string): string => `${view.knowledge.folder}/${file}`;

/** Names a place in the knowledge. */
export const placeText = (page: Pick<Page, 'view'>, { file, line }: SourcePlace): string => `${fileText(page, file)}:${line}`;

/** Draws how the answer in a message was chosen. */
export function whyTemplate(page: Page): TemplateResult {
  const { state, act } = page;
  const trace = state.why?.trace;
  return html`
    <div class="side-head">
      <h2>How was this chosen?</h2>
      <button type="button" class="icon-button" aria-label="Close the explanation" @click=${act.closeWhy}>${icon('close')}</button>
    </div>
    <div class="why" id="why" tabindex="0" role="region" aria-label="Explanation">
      ${
        trace === undefined || trace.kind === 'waiting'
          ? html`<p>Looking…</p>`
          : trace.kind === 'fault'
            ? html`<p class="fault" role="alert">${trace.text}</p>`
            : trace.value === null
              ? html`<p>Nothing is known about this answer any more.</p>`
              : traceTemplate(page, trace.value)
      }
    </div>
  `;
}

const OUTCOMES: Readonly<Record<AnswerTrace['kind'], string>> = {
  answer: 'Answered',
  choices: 'Not sure: offered what is close',
  unknown: 'Not in the knowledge base',
  chat: 'A courtesy, no question',
};

function traceTemplate(page: Page, trace: AnswerTrace): TemplateResult {
  const { asked, understood, repairs, background, candidates, words } = trace;
  return html`
    <p class="why-outcome" data-kind=${trace.kind}>${OUTCOMES[trace.kind]}</p>
    <p>${verdict(trace)}</p>
    <h3>The question</h3>
    <dl class="facts">
      <div><dt>Asked</dt><dd>${asked}</dd></div>
      <div><dt>Read as</dt><dd><code>${understood}</code></dd></div>
      ${repairs.length === 0 ? nothing : html`<div><dt>Repaired</dt><dd>${repairs.map(({ from, to }) => html`<span class="repair"><s>${from}</s> <span aria-label="to">→</span> <strong>${to}</strong></span> `)}</dd></div>`}
      ${background === null ? nothing : html`<div><dt>Together with</dt><dd>“${background}”, asked before</dd></div>`}
    </dl>
    ${
      candidates.length === 0
        ? nothing
        : html`<h3>Candidates</h3>
          <p class="why-note">${markText(trace)}</p>
          <ol class="candidates">${candidates.map((candidate) => candidateTemplate(page, candidate, trace))}</ol>`
    }
    ${
      words.length === 0
        ? nothing
        : html`<h3>Words that counted</h3>
          <p class="why-note">For the best candidate, and against it.</p>
          <ul class="words">${words.map((word) => wordTemplate(word, Math.max(...words.map(({ weight }) => Math.abs(weight)))))}</ul>`
    }
  `;
}

function candidateTemplate(page: Page, candidate: TracedCandidate, trace: AnswerTrace): TemplateResult {
  const { entryId, question, confidence, place } = candidate;
  const chosen = trace.kind === 'answer' && entryId === trace.entryId;
  return html`<li data-chosen=${String(chosen)}>
    <p class="candidate-head"><span>${question}</span><strong>${percent(confidence)}</strong></p>
    <div
      class="meter"
      aria-hidden="true"
    ><i style=${`width:${confidence * 100}%`}></i><b style=${`left:${trace.thresholds.answer * 100}%`}></b></div>
    <p class="place-text">${chosen ? html`<span class="chosen">chosen</span> ` : nothing}<code>${placeText(page, place)}</code></p>
  </li>`;
}

function wordTemplate({ text, weight }: AnswerTrace['words'][number], heaviest: number): TemplateResult {
  const share = heaviest === 0 ? 0 : (Math.abs(weight) / heaviest) * 100;
  return html`<li data-against=${String(weight < 0)}>
    <span class="word-text">${text}</span>
    <span class="word-weight">${weight > 0 ? '+' : '−'}${Math.abs(weight).toFixed(2)}<span class="sr-only">${weight > 0 ? ', for it' : ', against it'}</span></span>
    <span class="meter" aria-hidden="true"><i style=${`width:${share}%`}></i></span>
  </li>`;
}
