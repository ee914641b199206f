import { html, nothing, type TemplateResult } from 'lit';
import { guideButton } from '../messages/guide.js';
import type { Page } from '../page.js';
import { icon } from '../parts/icons.js';

const SIGNS = { text: '#', thread: '', direct: '@' } as const;

/** Draws the bar above the messages. */
export function headerTemplate(page: Page): TemplateResult {
  const { view, state, act } = page;
  const { open } = view;
  const { coverage } = state.address;
  const parent = open.parentId === null ? undefined : view.channels.find(({ id }) => id === open.parentId);
  const title = coverage ? 'Coverage' : `${SIGNS[open.kind]}${open.name}`;
  const other = state.theme === 'dark' ? 'light' : 'dark';
  return html`
    <header class="bar">
      <button
        type="button"
        class="icon-button drawer-open"
        aria-label="Channels"
        aria-expanded=${String(state.drawer === 'channels')}
        @click=${() => act.set({ drawer: 'channels' })}
      >${icon('menu')}</button>
      <h1>${parent && !coverage ? html`<span class="bar-parent">#${parent.name} <span aria-hidden="true">›</span> </span>` : nothing}${title}</h1>
      <span class="bar-space"></span>
      ${open.mayWrite && !coverage ? guideButton(page) : nothing}
      ${
        open.mayOpenThread && !coverage
          ? html`<button
        type="button"
        class="icon-button"
        aria-label="New thread"
        title="New thread"
        @click=${() => act.set({ dialog: { kind: 'thread', messageId: null, fault: null } })}
      >${icon('thread')}</button>`
          : nothing
      }
      <button
        type="button"
        class="icon-button"
        aria-label=${`Use the ${other} theme`}
        title=${`Use the ${other} theme`}
        @click=${() => act.set({ theme: other })}
      >${icon(other === 'light' ? 'sun' : 'moon')}</button>
      ${
        coverage
          ? nothing
          : html`<button
        type="button"
        class="icon-button side-open"
        aria-label="Members"
        title="Members"
        aria-expanded=${String(state.drawer === 'side')}
        @click=${() => act.set({ drawer: 'side', why: null })}
      >${icon('people')}</button>`
      }
    </header>
  `;
}
