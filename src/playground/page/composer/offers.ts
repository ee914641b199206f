import { html, nothing, type TemplateResult } from 'lit';
import { type Page, pictureOf } from '../page.js';
import { icon } from '../parts/icons.js';
import type { Offer, Offers } from './completion.js';

const TITLES: Readonly<Record<Offers['kind'], string>> = { commands: 'Commands', people: 'People', channels: 'Channels' };

/** A longer list may scroll, and then the keyboard must reach it. */
const UNSCROLLED = 6;

/** Draws what is offered for the word at the caret. The focus stays in the message box. */
export function offersTemplate(page: Page, { kind, offers }: Offers, marked: number, id: string): TemplateResult {
  return html`<div class="offers">
    <p class="offers-title" aria-hidden="true">${TITLES[kind]}</p>
    <div id=${id} role="listbox" aria-label=${TITLES[kind]} class="listbox" tabindex=${offers.length > UNSCROLLED ? 0 : nothing} @pointerdown=${(event: Event) => event.preventDefault()}>
      ${offers.map((offer, index) => offerTemplate(page, offer, `${id}-${index}`, index === marked))}
    </div>
  </div>`;
}

function offerTemplate(page: Page, offer: Offer, id: string, marked: boolean): TemplateResult {
  const take = (): void => page.act.takeOffer(offer);
  if (offer.kind === 'command') {
    const { name, description, application, options } = offer.command;
    return html`<div class="choice" role="option" id=${id} aria-selected=${String(marked)} data-marked=${String(marked)} @click=${take}>
      <span class="choice-text"><span class="command-name">/${name} ${options.filter(({ required }) => required).map((option) => html`<span class="chip">${option.name}</span> `)}</span><small>${description}</small></span>
      <small class="choice-end">${application}</small>
    </div>`;
  }
  return html`<div class="choice" role="option" id=${id} aria-selected=${String(marked)} data-marked=${String(marked)} @click=${take}>
    ${offer.avatarOf === null ? icon('slash') : html`<img class="avatar avatar-small" src=${pictureOf(page, offer.avatarOf)} alt="" />`}
    <span class="choice-text">${offer.text}</span>
    ${offer.detail === '' ? nothing : html`<small class="choice-end">${offer.detail}</small>`}
  </div>`;
}
