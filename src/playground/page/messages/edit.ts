import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { MessageView } from '../../live-protocol.js';
import { entering } from '../entering.js';
import type { Page } from '../page.js';

/** Puts the caret at the end of a field. */
function focusEnd(element: Element): void {
  if (!(element instanceof HTMLTextAreaElement)) return;
  element.focus();
  element.setSelectionRange(element.value.length, element.value.length);
}

/** Draws a message of one's own while it is edited. */
export function editTemplate({ state, act }: Page, { id }: MessageView): TemplateResult {
  const cancel = (): void => act.set({ editing: null });
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') cancel();
    else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      act.saveEdit();
    }
  };
  return html`<div class="edit">
    <textarea
      aria-label="Edit message"
      rows="2"
      maxlength="2000"
      .value=${live(state.editing?.text ?? '')}
      ${entering(focusEnd)}
      @input=${({ target }: Event) => target instanceof HTMLTextAreaElement && act.set({ editing: { messageId: id, text: target.value } })}
      @keydown=${onKey}
    ></textarea>
    <p class="edit-foot">
      <button type="button" class="text-button" @click=${cancel}>Cancel</button>
      <button type="button" class="text-button" @click=${act.saveEdit}>Save</button>
      <span>Escape to cancel, Enter to save</span>
    </p>
  </div>`;
}
