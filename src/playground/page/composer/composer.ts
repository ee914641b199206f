import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { nameOf, type Page } from '../page.js';
import { icon } from '../parts/icons.js';
import { draftOf } from '../state.js';
import { commandTemplate } from './command-form.js';
import { type Offers, offersFor } from './completion.js';
import { focusBox } from './focus-box.js';
import { hintFor } from './hint.js';
import { offersTemplate } from './offers.js';

const LIST = 'offers';

/** Draws the place to write in: a message, or a command that is being filled in. */
export function composerTemplate(page: Page): TemplateResult {
  const { view, state } = page;
  const draft = draftOf(state);
  const { open } = view;
  if (!open.mayWrite) return html`<p class="composer composer-closed" id="composer" tabindex="-1">You may not write in this channel.</p>`;
  const command = open.commands.find(({ name }) => name === draft.command?.name);
  return html`
    <div class="composer" id="composer">
      <div class="typing"><p role="status">${typingText(page)}</p><p role="status">${hintFor(view)}</p></div>
      ${replyTemplate(page)}
      ${command && draft.command ? commandTemplate(page, command, draft.command) : messageBox(page)}
    </div>
  `;
}

function typingText(page: Page): string {
  const names = page.view.open.typing.map((id) => nameOf(page, id));
  if (names.length === 0) return '';
  return names.length > 3
    ? 'Several people are typing…'
    : `${new Intl.ListFormat('en').format(names)} ${names.length === 1 ? 'is' : 'are'} typing…`;
}

function replyTemplate(page: Page): TemplateResult | typeof nothing {
  const { state, view, act } = page;
  const message = view.open.messages.find(({ id }) => id === draftOf(state).replyTo);
  if (!message) return nothing;
  return html`<p class="replying">
    <span>Replying to <strong>${nameOf(page, message.authorId)}</strong></span>
    <button type="button" class="icon-button" aria-label="Do not reply" @click=${() => {
      act.replyTo(null);
      focusBox();
    }}>${icon('close')}</button>
  </p>`;
}

function messageBox(page: Page): TemplateResult {
  const { view, state, act } = page;
  const draft = draftOf(state);
  const offers = offersFor(draft, view);
  const { open } = view;
  const place = open.kind === 'direct' ? `@${open.name}` : open.kind === 'thread' ? `“${open.name}”` : `#${open.name}`;
  const onInput = ({ target }: Event): void => {
    if (target instanceof HTMLTextAreaElement) act.type(target.value, target.selectionStart);
  };
  return html`
    ${offers === null ? nothing : offersTemplate(page, offers, draft.marked, LIST)}
    <div class="box">
      <button type="button" class="icon-button" aria-label="Commands" title="Commands" @click=${() => {
        act.type('/', 1);
        focusBox();
      }}>${icon('slash')}</button>
      <textarea
        id="box"
        rows="1"
        aria-label=${`Message ${place}`}
        aria-autocomplete="list"
        aria-controls=${offers === null ? nothing : LIST}
        aria-activedescendant=${offers === null ? nothing : `${LIST}-${draft.marked}`}
        placeholder=${`Message ${open.kind === 'thread' ? 'this thread' : place}`}
        .value=${live(draft.text)}
        @input=${onInput}
        @click=${onInput}
        @keydown=${(event: KeyboardEvent) => onKey(event, page, offers)}
      ></textarea>
      <button type="button" class="icon-button send" aria-label="Send message" title="Send" ?disabled=${draft.text.trim() === ''} @click=${() => {
        act.send();
        focusBox();
      }}>${icon('send')}</button>
    </div>
  `;
}

function onKey(event: KeyboardEvent, { act, state }: Page, offers: Offers | null): void {
  // Somebody who composes a letter from several keys has not finished it.
  if (event.isComposing) return;
  const draft = draftOf(state);
  const handled = ((): boolean => {
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        const up = event.key === 'ArrowUp';
        if (offers) act.mark(up ? -1 : 1);
        else if (up && draft.text === '') act.editLast();
        else return false;
        return true;
      }
      case 'Enter':
        if (event.shiftKey) return false;
        if (offers) act.takeOffer();
        else act.send();
        return true;
      case 'Tab':
        if (!offers || event.shiftKey) return false;
        act.takeOffer();
        return true;
      case 'Escape':
        if (offers) act.closeOffers();
        else if (draft.replyTo !== null) act.replyTo(null);
        else return false;
        return true;
      default:
        return false;
    }
  })();
  if (handled) event.preventDefault();
}
