import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { MessageView } from '../../live/protocol.js';
import { markdown } from '../markdown/markdown.js';
import { channelHref, nameOf, type Page, personOf, pictureOf } from '../page.js';
import { hueOf } from '../parts/avatar.js';
import { icon } from '../parts/icons.js';
import { messageTime, timeOfDay } from '../parts/time.js';
import { draftOf, playgroundNow } from '../state.js';
import { controlsTemplate } from './controls.js';
import { editTemplate } from './edit.js';
import { embedTemplate } from './embed.js';
import { toolsTemplate } from './tools.js';

/** Draws a message; a grouped one follows another one of the same author and needs no head. */
export function messageTemplate(page: Page, message: MessageView, grouped: boolean): TemplateResult {
  const { view, state, act } = page;
  const author = personOf(page, message.authorId);
  const name = author?.name ?? 'Somebody';
  const when = messageTime(message.at, playgroundNow(state));
  const active = state.activeMessage === message.id;
  const editing = draftOf(state).editing?.messageId === message.id;
  return html`
    <discord-message
      id=${`message-${message.id}`}
      class=${grouped ? 'message grouped' : 'message'}
      role="article"
      tabindex=${active ? 0 : -1}
      aria-label=${`${name}, ${when}${message.ephemeral ? ', only you can see this' : ''}`}
      data-message=${message.id}
      data-ephemeral=${String(message.ephemeral)}
      author=${name}
      avatar=${pictureOf(page, message.authorId)}
      role-color=${`var(--name-${author?.bot ? 'bot' : hueOf(view.people, message.authorId)})`}
      .timestamp=${grouped ? timeOfDay(message.at) : when}
      ?bot=${author?.bot ?? false}
      ?edited=${message.editedAt !== null && !message.ephemeral}
      ?highlight=${message.pings}
      ?message-body-only=${grouped}
      ?active-row=${active}
      @focusin=${() => !active && act.set({ activeMessage: message.id })}
      @contextmenu=${(event: MouseEvent) => {
        // A link or a selected text has a menu of its own.
        if (event.target instanceof HTMLAnchorElement || String(getSelection()) !== '') return;
        event.preventDefault();
        act.openMenu({ kind: 'message', messageId: message.id, at: { x: event.clientX, y: event.clientY } });
      }}
    >
      ${originTemplate(page, message)}
      ${editing ? editTemplate(page, message) : html`<div class="markdown">${message.thinking ? thinking(name) : markdown(message.content, page.names)}</div>`}
      ${message.embeds.map((embed) => embedTemplate(page, embed))}
      ${controlsTemplate(page, message)}
      ${reactionsTemplate(page, message)}
      ${threadTemplate(page, message)}
      ${footTemplate(page, message)}
      ${toolsTemplate(page, message)}
    </discord-message>
  `;
}

const thinking = (name: string): TemplateResult =>
  html`<span class="thinking"><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>${name} is thinking…</span>`;

/** What the message answers: another message, or a command. */
function originTemplate(page: Page, { reply, command }: MessageView): TemplateResult | typeof nothing {
  if (command) {
    const { userId, name } = command;
    return html`<discord-reply
      slot="reply"
      author=${nameOf(page, userId)}
      avatar=${pictureOf(page, userId)}
      role-color="var(--text-strong)"
    >used <span class="mention">${name}</span></discord-reply>`;
  }
  if (!reply) return nothing;
  const { authorId, excerpt } = reply;
  if (authorId === null) return html`<discord-reply slot="reply" deleted></discord-reply>`;
  return html`<discord-reply
    slot="reply"
    author=${nameOf(page, authorId)}
    avatar=${pictureOf(page, authorId)}
    ?bot=${personOf(page, authorId)?.bot ?? false}
    role-color="var(--text-strong)"
  ><button
    type="button"
    class="reply-excerpt"
    title="Go to this message"
    @click=${() => goTo(reply.messageId)}
  >${plain(page, excerpt ?? '')}</button></discord-reply>`;
}

/** A line without marks: names spelt out, signs of Markdown left away. */
function plain(page: Page, text: string): string {
  const names = page.names;
  return text
    .replace(/<@!?(\d+)>/g, (_, id: string) => `@${names.person(id) ?? 'unknown-user'}`)
    .replace(/<#(\d+)>/g, (_, id: string) => `#${names.channel(id)?.name ?? 'unknown'}`)
    .replace(/[*_`~|]{1,3}|\n/g, ' ')
    .replace(/ +/g, ' ');
}

function goTo(messageId: string): void {
  const found = document.getElementById(`message-${messageId}`);
  found?.scrollIntoView({ block: 'center' });
  found?.focus();
}

function reactionsTemplate({ act }: Page, message: MessageView): TemplateResult | typeof nothing {
  if (message.reactions.length === 0) return nothing;
  return html`<div slot="reactions" class="reactions">
    ${message.reactions.map(
      ({ emoji, count, mine }) =>
        html`<button
          type="button"
          class="reaction"
          aria-pressed=${String(mine)}
          @click=${() => void act.press(`react:${message.id}:${emoji}`, { verb: 'react', messageId: message.id, emoji, on: !mine })}
        >${emoji} ${count}</button>`,
    )}
  </div>`;
}

function threadTemplate(page: Page, { thread }: MessageView): TemplateResult | typeof nothing {
  if (!thread) return nothing;
  return html`<a
    slot="thread"
    class="thread-link"
    href=${channelHref(page, thread.key)}
  >${icon('thread')}<span>${thread.name}</span><small>${thread.count === 1 ? '1 message' : `${thread.count} messages`}</small></a>`;
}

/** What stands under a message: whether it is private, and the page's own way to how it was chosen, which must not look like the bot's buttons. */
function footTemplate({ act, state }: Page, message: MessageView): TemplateResult | typeof nothing {
  const { why, ephemeral, thinking: unfinished } = message;
  if (!ephemeral && (why === null || unfinished)) return nothing;
  const open = state.why?.messageId === message.id;
  return html`<p slot="thread" class="message-foot">
    ${
      ephemeral
        ? html`<span class="private">${icon('eye')} Only you can see this</span>
          <button
            type="button"
            class="text-button"
            @click=${() => void act.press(`remove:${message.id}`, { verb: 'remove', messageId: message.id })}
          >Dismiss message</button>`
        : nothing
    }
    ${
      why === null || unfinished
        ? nothing
        : html`<button
      type="button"
      class="inspect"
      title="A tool of this page, not of Discord"
      aria-expanded=${String(open)}
      aria-controls=${ifDefined(open ? 'why' : undefined)}
      @click=${() => (open ? act.closeWhy() : act.explain(message.id, why))}
    >${icon('lens')}<span>How was this chosen?</span></button>`
    }
  </p>`;
}
