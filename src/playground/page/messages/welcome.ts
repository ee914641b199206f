import { html, nothing, type TemplateResult } from 'lit';
import { botOf, type Page } from '../page.js';
import { icon } from '../parts/icons.js';

/** Draws the beginning of a channel; where nothing was said yet, with what a newcomer can do. */
export function welcomeTemplate(page: Page): TemplateResult {
  const { view, state, act } = page;
  const { open } = view;
  const bot = botOf(page)?.name ?? 'the bot';
  const direct = open.kind === 'direct';
  const title = direct ? `You and ${open.name}` : open.kind === 'thread' ? open.name : `Welcome to #${open.name}`;
  const ask = (question: string): void => act.sendText(direct ? question : `@${bot} ${question}`);
  const owner = view.people.find(({ standing }) => standing === 'Owner');
  return html`
    <header class="welcome">
      <h2>${title}</h2>
      ${
        open.messages.length > 0 || open.kind === 'thread'
          ? html`<p>This is where it begins.</p>`
          : html`
            <p>This is a small Discord of its own. ${bot} is the real bot; what is written here stays here, and is gone when the program ends.</p>
            ${botOf(page)?.online === false ? html`<p class="welcome-lead">${bot} is not here yet: it is still learning its knowledge, or it was stopped.</p>` : nothing}
            ${
              state.examples.length === 0 || !open.mayWrite
                ? nothing
                : html`<p class="welcome-lead" id="examples">Ask something, with one click:</p>
                <ul class="examples" aria-labelledby="examples">
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
                @click=${() => act.beginCommand('settings')}
              >open /settings</button>, choose a tip-channel, then set the clock forward.</li>`
                  : nothing
              }
              <li>Under each answer, <em>Why this answer?</em> shows how it was chosen.</li>
            </ul>
          `
      }
    </header>
  `;
}
