import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { MessageView } from '../../live/protocol.js';
import type { Page } from '../page.js';
import { dayText, sameDay } from '../parts/time.js';
import { messageTemplate } from './message.js';
import { welcomeTemplate } from './welcome.js';

/** Messages of one author within this time need one head. */
const GROUP_MS = 7 * 60_000;

function isGrouped(message: MessageView, before: MessageView | undefined): boolean {
  if (!before || message.reply || message.command || before.thread || message.ephemeral !== before.ephemeral) return false;
  return before.authorId === message.authorId && message.at - before.at < GROUP_MS && sameDay(before.at, message.at);
}

/** Moves the keyboard from message to message. */
function onKey(event: KeyboardEvent): void {
  const { target, currentTarget, key } = event;
  if (!(target instanceof HTMLElement) || !(currentTarget instanceof HTMLElement) || target.dataset.message === undefined) return;
  const all = [...currentTarget.querySelectorAll<HTMLElement>('[data-message]')];
  const at = all.indexOf(target);
  const next = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: all.length - 1 }[key];
  if (next === undefined) return;
  event.preventDefault();
  all[Math.max(0, Math.min(next, all.length - 1))]?.focus();
}

/** Draws the messages of the open channel, with a line between days. */
export function messagesTemplate(page: Page): TemplateResult {
  const { view } = page;
  const { messages, older, name } = view.open;
  return html`
    <section class="log" id="log" aria-label=${`Messages in ${name}`}>
      <div class="log-content" id="log-content">
        ${older > 0 ? html`<p class="older">${older} older messages are not shown.</p>` : welcomeTemplate(page)}
        <discord-messages no-background @keydown=${onKey}>
          ${repeat(
            messages,
            ({ id }) => id,
            (message, index) => {
              const before = messages[index - 1];
              const newDay = before === undefined || !sameDay(before.at, message.at);
              return html`${
                newDay
                  ? html`<div
                class="day"
                role="separator"
                aria-label=${dayText(message.at)}
              ><span aria-hidden="true">${dayText(message.at)}</span></div>`
                  : nothing
              }${messageTemplate(page, message, isGrouped(message, before))}`;
            },
          )}
        </discord-messages>
      </div>
    </section>
  `;
}
