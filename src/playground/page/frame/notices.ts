import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Actions } from '../actions.js';
import { icon } from '../parts/icons.js';
import type { PageState } from '../state.js';

/** Draws what the page itself has to say, and reads new messages out. */
export function noticesTemplate(state: PageState, act: Actions): TemplateResult {
  return html`
    <div class="sr-only" role="log" aria-live="polite" aria-label="New messages">${state.spoken}</div>
    <div class="notices" role="status">
      ${repeat(
        state.notices,
        ({ id }) => id,
        ({ id, text, tone }) =>
          html`<p class="notice" data-tone=${tone}><span>${text}</span><button
            type="button"
            class="icon-button"
            aria-label="Close"
            @click=${() => act.hush(id)}
          >${icon('close')}</button></p>`,
      )}
    </div>
  `;
}
