import { html, nothing, type TemplateResult } from 'lit';
import { focusBox } from '../composer/focus-box.js';
import { botOf, type Page } from '../page.js';
import { icon } from '../parts/icons.js';
import { openPopup } from '../parts/popup.js';
import { entering } from '../upkeep/entering.js';

/** Draws questions to ask with one click, and what else a newcomer can do; `id` is the page's own for its title. */
export function guideTemplate(page: Page, id: string): TemplateResult {
  const { view, state, act } = page;
  const { open } = view;
  const bot = botOf(page)?.name ?? 'the bot';
  const direct = open.kind === 'direct';
  const owner = view.people.find(({ standing }) => standing === 'Owner');
  const ask = (question: string): void => {
    act.closeMenu();
    act.sendText(direct ? question : `@${bot} ${question}`);
    // After the page is drawn, which gives the focus back to what opened the menu.
    queueMicrotask(focusBox);
  };
  const set = (): void => {
    act.closeMenu();
    act.beginCommand('settings');
  };
  return html`
    ${
      state.examples.length === 0 || !open.mayWrite
        ? nothing
        : html`<p class="welcome-lead" id=${id}>Ask something, with one click:</p>
        <ul class="examples" aria-labelledby=${id}>
          ${state.examples.map(
            (question) => html`<li><button
            type="button"
            class="example"
            @click=${() => ask(question)}
          >${icon('send')}<span>${question}</span></button></li>`,
          )}
        </ul>`
    }
    <ul class="hints">
      <li>${direct ? html`Write your own question below.` : html`Mention <span class="mention">@${bot}</span> with your own question, or type <kbd>/</kbd> for its commands.`}</li>
      ${
        owner && owner.id !== view.me.id
          ? html`<li>Set a daily tip as ${owner.name}, the owner: <button
            type="button"
            class="text-button"
            @click=${() => act.go({ person: owner.username })}
          >become ${owner.name}</button>, then type <kbd>/settings</kbd>.</li>`
          : nothing
      }
      ${
        owner?.id === view.me.id
          ? html`<li>Set a daily tip: <button
            type="button"
            class="text-button"
            @click=${set}
          >open /settings</button>, choose a tip-channel, then set the clock forward.</li>`
          : nothing
      }
      <li>Under each answer, <em>How was this chosen?</em> shows what was weighed. It belongs to this page, not to Discord.</li>
    </ul>
  `;
}

/** Draws the button that brings the welcome's questions and hints back, and hides them again. */
export function guideButton(page: Page): TemplateResult {
  const { state, act } = page;
  const isOpen = state.menu?.kind === 'examples';
  return html`<button
      type="button"
      class="icon-button bar-button"
      id="show-examples"
      title=${isOpen ? 'Hide examples' : 'Show examples'}
      aria-haspopup="dialog"
      aria-expanded=${String(isOpen)}
      @click=${() => (isOpen ? act.closeMenu() : act.openMenu({ kind: 'examples' }))}
    >${icon('bulb')}<span class="bar-label">Examples</span></button>
    ${
      isOpen
        ? html`<div
          class="popup guide"
          role="dialog"
          popover="manual"
          aria-label="Examples"
          data-anchor="show-examples"
          data-align="end"
          data-focus="button"
          ${entering(openPopup)}
        >${guideTemplate(page, 'more-examples')}</div>`
        : nothing
    }`;
}
