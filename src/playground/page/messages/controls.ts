import { html, nothing, type TemplateResult } from 'lit';
import type { ControlView, MessageView } from '../../live/protocol.js';
import { markdown } from '../markdown/markdown.js';
import type { Page } from '../page.js';
import { icon } from '../parts/icons.js';
import { selectTemplate } from './select.js';

/** Draws the rows of controls below a message. */
export function controlsTemplate(page: Page, message: MessageView): TemplateResult | typeof nothing {
  if (message.rows.length === 0) return nothing;
  return html`<div slot="components" class="controls">
    ${message.rows.map((row) => html`<div class="control-row">${row.map((control) => controlTemplate(page, message, control))}</div>`)}
  </div>`;
}

function controlTemplate(page: Page, message: MessageView, control: ControlView): TemplateResult {
  const { state, act } = page;
  switch (control.kind) {
    case 'text':
      return html`<div class="markdown">${markdown(control.content, page.names)}</div>`;
    case 'select':
      return selectTemplate(page, {
        key: `${message.id}:${control.customId}`,
        ...control,
        label: control.placeholder,
        choose: (values) =>
          void act.press(`${message.id}:${control.customId}`, {
            verb: 'select',
            messageId: message.id,
            customId: control.customId,
            values,
          }),
      });
    case 'button': {
      const { customId, url, label, style } = control;
      if (url !== null && /^https?:\/\//.test(url)) {
        return html`<a class="button" data-style="link" href=${url} target="_blank" rel="noopener noreferrer">${label} ${icon('out')}</a>`;
      }
      const key = `${message.id}:${customId}`;
      return html`<button
        type="button"
        class="button"
        data-style=${style}
        ?disabled=${control.disabled || customId === null}
        aria-busy=${String(state.busy.has(key))}
        @click=${() => customId !== null && void act.press(key, { verb: 'click', messageId: message.id, customId })}
      >${label}</button>`;
    }
  }
}
