import { html, nothing, type TemplateResult } from 'lit';
import type { ClockJump } from '../../../core/tips/clock-jumps.js';
import type { ChannelView } from '../../live/protocol.js';
import { channelHref, type Page, pictureOf } from '../page.js';
import { icon } from '../parts/icons.js';
import { moveInMenu, openPopup } from '../parts/popup.js';
import { clockText, zoneName, zonePlace } from '../parts/time.js';
import { playgroundNow } from '../state.js';
import { writeAddress } from '../upkeep/address.js';
import { entering } from '../upkeep/entering.js';

/** Draws the left side: places to write in, the clock, and who one is. */
export function channelsTemplate(page: Page): TemplateResult {
  const { view, state, act } = page;
  const threadsOf = (id: string | null): readonly ChannelView[] =>
    view.channels.filter(({ kind, parentId }) => kind === 'thread' && parentId === id);
  const direct = view.channels.filter(({ kind }) => kind === 'direct');
  const coverage = writeAddress({ person: view.me.username, channel: view.open.key, coverage: true });
  return html`
    <aside class="side channels" aria-label="Server" data-open=${String(state.drawer === 'channels')}>
      <div class="side-head">
        <p class="guild">${view.guild}</p>
        <button
          type="button"
          class="icon-button drawer-close"
          aria-label="Close channels"
          @click=${act.closeDrawer}
        >${icon('close')}</button>
      </div>
      <nav class="places" aria-label="Channels">
        <h2>Channels</h2>
        <ul>
          ${view.channels
            .filter(({ kind }) => kind === 'text')
            .map(
              (channel) => html`<li>
                ${placeTemplate(page, channel, html`<span class="place-sign" aria-hidden="true">#</span>`)}
                ${threadsOf(channel.id).length === 0 ? nothing : html`<ul class="threads">${threadsOf(channel.id).map((thread) => html`<li>${placeTemplate(page, thread, icon('thread'))}</li>`)}</ul>`}
              </li>`,
            )}
        </ul>
        <h2>Direct messages</h2>
        <ul>
          ${direct.map((channel) => html`<li>${placeTemplate(page, channel, botPicture(page, channel))}</li>`)}
        </ul>
        <h2>For curators</h2>
        <ul>
          <li><a
            class="place"
            href=${coverage}
            aria-current=${state.address.coverage ? 'page' : nothing}
          >${icon('book')}<span class="place-name">Coverage</span></a></li>
        </ul>
      </nav>
      ${clockTemplate(page)}
      ${personTemplate(page)}
    </aside>
  `;
}

const botPicture = (page: Page, channel: ChannelView): TemplateResult => {
  const bot = page.view.people.find(({ username }) => channel.key === `@${username}`);
  return html`<img class="avatar avatar-small" src=${pictureOf(page, bot?.id ?? '')} alt="" />`;
};

function placeTemplate(page: Page, channel: ChannelView, sign: TemplateResult): TemplateResult {
  const { view, state, act } = page;
  const current = !state.address.coverage && channel.key === view.open.key;
  const unread = channel.unread && !current;
  return html`<a
    class="place"
    href=${channelHref(page, channel.key)}
    aria-current=${current ? 'page' : nothing}
    data-unread=${String(unread)}
    @click=${() => act.set({ drawer: null })}
  >
    ${sign}<span class="place-name">${channel.name}${unread ? html`<span class="sr-only">, unread</span>` : nothing}</span>
    ${unread && channel.pings > 0 ? html`<span class="pings">${channel.pings}<span class="sr-only"> mentions</span></span>` : nothing}
  </a>`;
}

const JUMPS: readonly { readonly to: ClockJump; readonly label: string; readonly hint: string }[] = [
  { to: 'next-tip', label: 'Next tip', hint: 'When the next daily tip is due' },
  { to: 'tomorrow-nine', label: 'Tomorrow at nine', hint: 'Nine o’clock in the time zone of the daily tip' },
  { to: 'clock-change', label: 'Day the clocks change', hint: 'The start of that day in the time zone of the daily tip' },
];
const BACK = { to: 'back', label: 'Back to now', hint: 'The real time' } as const;

/** A clock that is off by less was not set: it is the way of its time to the page. */
const OFF_MS = 60_000;

function clockTemplate({ state, act }: Page): TemplateResult {
  const now = playgroundNow(state);
  const jumps = Math.abs(state.shiftMs) < OFF_MS ? JUMPS : [...JUMPS, BACK];
  return html`<section class="clock" aria-label="Clock of the playground">
    <p class="clock-now" title=${`The page shows all times in your browser’s time zone, ${zonePlace()}`}>${icon('clock')}<span><time datetime=${new Date(now).toISOString()}>${clockText(now)}</time> <small>${zoneName(now)}</small></span></p>
    <div class="clock-jumps" role="group" aria-label="Set the clock">
      ${jumps.map(
        ({ to, label, hint }) => html`<button
        type="button"
        class="chip chip-button"
        title=${hint}
        aria-busy=${String(state.busy.has(`jump:${to}`))}
        @click=${() => act.jump(to)}
      >${label}</button>`,
      )}
    </div>
  </section>`;
}

function personTemplate(page: Page): TemplateResult {
  const { view, state, act } = page;
  const { me } = view;
  const open = state.menu?.kind === 'person';
  return html`<div class="me">
    <button
      type="button"
      class="me-button"
      id="me"
      aria-haspopup="menu"
      aria-expanded=${String(open)}
      @click=${() => (open ? act.closeMenu() : act.openMenu({ kind: 'person' }))}
    >
      <img class="avatar" src=${pictureOf(page, me.id)} alt="" />
      <span class="me-text"><span class="sr-only">You are </span><strong>${me.name}</strong><small>${me.standing}</small></span>
      ${icon('down')}
    </button>
    ${
      open
        ? html`<div
          class="popup menu"
          role="menu"
          popover="manual"
          aria-label="Who you are"
          data-anchor="me"
          data-wide
          data-focus='[aria-checked="true"]'
          ${entering(openPopup)}
          @keydown=${moveInMenu}
        >
          ${view.people
            .filter(({ bot }) => !bot)
            .map(
              (person) => html`<button
                type="button"
                class="menu-item"
                role="menuitemradio"
                tabindex="-1"
                aria-checked=${String(person.id === me.id)}
                @click=${() => act.go({ person: person.username })}
              >
                <img
                  class="avatar avatar-small"
                  src=${pictureOf(page, person.id)}
                  alt=""
                /><span>${person.name} <small>${person.standing}</small></span>${person.id === me.id ? icon('check') : nothing}
              </button>`,
            )}
        </div>`
        : nothing
    }
  </div>`;
}
