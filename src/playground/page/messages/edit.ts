import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { MessageView } from '../../live/protocol.js';
import type { Page } from '../page.js';
import { draftOf } from '../state.js';
import { entering } from '../upkeep/entering.js';

/** Puts the caret at the end of a field. */
function focusEnd(element: Element): void {
  if (!(element instanceof HTMLTextAreaElement)) return;
  element.focus();
  element.setSelectionRange(element.value.length, element.value.length);
}

/** Draws a message of one's own while it is edited. */
export function editTemplate({ state, act }: Page, { id }: MessageView): TemplateResult {
  const onKey = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      // What else is open stays so.
      event.preventDefault();
      act.cancelEdit();
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      act.saveEdit();
    }
  };
  return html`<div class="edit">
    <textarea
      aria-label="Edit message"
      rows="2"
      .value=${live(draftOf(state).editing?.text ?? '')}
      ${entering(focusEnd)}
      @input=${({ target }: Event) => target instanceof HTMLTextAreaElement && act.typeEdit(id, target.value)}
      @keydown=${onKey}
    ></textarea>
    <p class="edit-foot">
      <button type="button" class="text-button" @click=${act.cancelEdit}>Cancel</button>
      <button type="button" class="text-button" @click=${act.saveEdit}>Save</button>
      <span>Escape to cancel, Enter to save</span>
    </p>
  </div>`;
}
