import { html, nothing, type TemplateResult } from 'lit';
import { botOf, type Page } from '../page.js';
import { guideTemplate } from './guide.js';

/** Draws the beginning of a channel; where nothing was said yet, with what a newcomer can do. */
export function welcomeTemplate(page: Page): TemplateResult {
  const { open } = page.view;
  const bot = botOf(page)?.name ?? 'the bot';
  const title = open.kind === 'direct' ? `You and ${open.name}` : open.kind === 'thread' ? open.name : `Welcome to #${open.name}`;
  return html`
    <header class="welcome">
      <h2>${title}</h2>
      ${
        open.messages.length > 0 || open.kind === 'thread'
          ? html`<p>This is where it begins.</p>`
          : html`
            <p>This is a small Discord of its own. ${bot} is the real bot; what is written here stays here, and is gone when the program ends.</p>
            ${botOf(page)?.online === false ? html`<p class="welcome-lead">${bot} is not here yet: it is still learning its knowledge, or it was stopped.</p>` : nothing}
            ${guideTemplate(page, 'examples')}
          `
      }
    </header>
  `;
}
