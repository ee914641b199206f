import { html, nothing, type TemplateResult } from 'lit';
import type { Actions } from './actions.js';
import { composerTemplate } from './composer/composer.js';
import { focusBox } from './composer/focus-box.js';
import { dialogTemplate } from './dialogs/dialogs.js';
import { channelsTemplate } from './frame/channels.js';
import { headerTemplate } from './frame/header.js';
import { membersTemplate } from './frame/members.js';
import { noticesTemplate } from './frame/notices.js';
import { coverageTemplate } from './inspect/coverage.js';
import { whyTemplate } from './inspect/why.js';
import { messagesTemplate } from './messages/list.js';
import { namesFor, type Page } from './page.js';
import type { PageState } from './state.js';

/** Draws the whole page from its state. */
export function pageTemplate(state: PageState, act: Actions): TemplateResult {
  const { view } = state;
  return html`
    ${view === null ? emptyTemplate(state) : frameTemplate({ state, view, act, names: namesFor({ state, view }) })}
    ${noticesTemplate(state, act)}
  `;
}

const emptyTemplate = ({ link }: PageState): TemplateResult =>
  html`<main class="empty"><h1>Dockmaster playground</h1><p role="status">${link === 'lost' ? 'The playground does not answer. Is it running? Trying again…' : 'Connecting…'}</p></main>`;

function frameTemplate(page: Page): TemplateResult {
  const { state, view, act } = page;
  const { coverage } = state.address;
  const target = coverage ? 'log' : 'composer';
  return html`
    <a class="skip" href=${`#${target}`} @click=${(event: Event) => {
      event.preventDefault();
      focusBox();
    }}>${coverage ? 'To the figures' : 'To the message box'}</a>
    <div class="frame" data-side=${coverage ? 'none' : state.why === null ? 'members' : 'why'} data-drawer=${state.drawer ?? 'none'}>
      ${channelsTemplate(page)}
      <main class="main">
        ${headerTemplate(page)}
        ${state.link === 'open' ? nothing : html`<p class="banner" role="status">The connection is lost. Trying again… If the program has ended, start it again with <code>npm start</code>.</p>`}
        ${
          view.knowledge.fault === null
            ? nothing
            : html`<div
          class="banner"
          data-tone="fault"
          role="alert"
        ><strong>The edited knowledge has faults; the last good one answers.</strong><pre tabindex="0">${view.knowledge.fault}</pre></div>`
        }
        ${coverage ? coverageTemplate(page) : html`${messagesTemplate(page)}${composerTemplate(page)}`}
      </main>
      ${
        coverage
          ? nothing
          : html`<aside
        class="side"
        data-open=${String(state.drawer === 'side')}
        aria-label=${state.why === null ? 'Members' : 'How was this chosen?'}
      >${state.why === null ? membersTemplate(page) : whyTemplate(page)}</aside>`
      }
      <div class="shade" @click=${act.closeDrawer}></div>
    </div>
    ${dialogTemplate(page)}
  `;
}
