import { html, nothing, type TemplateResult } from 'lit';
import type { PersonView } from '../../live/protocol.js';
import { channelHref, type Page, pictureOf } from '../page.js';
import { icon } from '../parts/icons.js';

/** Draws the right side: who is in the server. */
export function membersTemplate(page: Page): TemplateResult {
  const { view, act } = page;
  const standings = [...new Set(view.people.map(({ standing }) => standing))];
  return html`
    <div class="side-head">
      <h2>Members</h2>
      <button type="button" class="icon-button drawer-close" aria-label="Close members" @click=${act.closeDrawer}>${icon('close')}</button>
    </div>
    <div class="members">
      ${standings.map((standing) => {
        const members = view.people.filter((person) => person.standing === standing);
        return html`<h3>${standing} <span aria-hidden="true">· ${members.length}</span></h3>
          <ul>${members.map((person) => html`<li>${memberTemplate(page, person)}</li>`)}</ul>`;
      })}
    </div>
  `;
}

function memberTemplate(page: Page, person: PersonView): TemplateResult {
  const { view } = page;
  const inner = html`
    <span class="member-picture"><img
      class="avatar"
      src=${pictureOf(page, person.id)}
      alt=""
    /><span class="presence" data-online=${String(person.online)}></span></span>
    <span class="member-name">${person.name}${person.id === view.me.id ? html` <small>you</small>` : nothing}${person.bot ? html` <small class="app-tag">App</small>` : nothing}<span class="sr-only">, ${person.online ? 'online' : 'offline'}</span></span>
  `;
  return person.bot
    ? html`<a class="member" href=${channelHref(page, `@${person.username}`)} title=${`Write to ${person.name}`}>${inner}</a>`
    : html`<span class="member">${inner}</span>`;
}
