import { html, nothing, type TemplateResult } from 'lit';
import type { MessageView } from '../../live/protocol.js';
import { focusBox } from '../composer/focus-box.js';
import { nameOf, type Page } from '../page.js';
import { type IconName, icon } from '../parts/icons.js';
import { moveInMenu, openPopup } from '../parts/popup.js';
import { draftOf } from '../state.js';
import { entering } from '../upkeep/entering.js';

interface Tool {
  readonly icon: IconName;
  readonly label: string;
  readonly danger?: boolean;
  readonly run: () => void;
}

function reply(act: Page['act'], messageId: string): void {
  act.replyTo(messageId);
  // After the page is drawn, which gives the focus back to the message.
  queueMicrotask(focusBox);
}

/** What can be done with a message. */
function toolsFor({ view, act }: Page, message: MessageView): readonly Tool[] {
  const { id } = message;
  const answer: Tool = { icon: 'reply', label: 'Reply', run: () => reply(act, id) };
  const edit: Tool = { icon: 'edit', label: 'Edit', run: () => act.beginEdit(id) };
  const thread: Tool = {
    icon: 'thread',
    label: 'Create thread',
    run: () => act.set({ menu: null, dialog: { kind: 'thread', messageId: id, fault: null } }),
  };
  const remove: Tool = {
    icon: 'bin',
    label: 'Delete',
    danger: true,
    run: () => act.set({ menu: null, dialog: { kind: 'remove', messageId: id } }),
  };
  return [
    ...(view.open.mayWrite && !message.ephemeral && !message.thinking ? [answer] : []),
    ...(message.mayEdit ? [edit] : []),
    ...(message.mayOpenThread ? [thread] : []),
    ...(message.mayRemove && !message.ephemeral ? [remove] : []),
  ];
}

/** The commands of applications for a message. */
function appsFor({ view, act }: Page, message: MessageView): readonly Tool[] {
  if (message.ephemeral || message.thinking) return [];
  return view.open.messageCommands.map((name) => ({
    icon: 'app',
    label: name,
    run: () => {
      act.closeMenu();
      void act.press(`message:${name}:${message.id}`, { verb: 'messageCommand', name, messageId: message.id });
    },
  }));
}

/** Draws what appears beside a message under the pointer or the focus, and its menu. */
export function toolsTemplate(page: Page, message: MessageView): TemplateResult | typeof nothing {
  const { state, act } = page;
  const tools = toolsFor(page, message);
  const apps = appsFor(page, message);
  if (tools.length + apps.length === 0 || draftOf(state).editing?.messageId === message.id) return nothing;
  const { menu } = state;
  const open = menu?.kind === 'message' && menu.messageId === message.id ? menu : null;
  const tab = state.activeMessage === message.id ? 0 : -1;
  const id = `more-${message.id}`;
  const quick = tools.filter(({ label }) => label === 'Reply' || label === 'Edit');
  return html`
    <div slot="thread" class="tools" role="group" aria-label="Message actions" data-open=${String(open !== null)}>
      ${quick.map(
        (tool) => html`<button
        type="button"
        class="icon-button"
        tabindex=${tab}
        title=${tool.label}
        aria-label=${tool.label}
        @click=${tool.run}
      >${icon(tool.icon)}</button>`,
      )}
      <button
        type="button"
        class="icon-button"
        id=${id}
        tabindex=${tab}
        title="More"
        aria-label="More actions"
        aria-haspopup="menu"
        aria-expanded=${String(open !== null)}
        @click=${() => (open ? act.closeMenu() : act.openMenu({ kind: 'message', messageId: message.id, at: null }))}
      >${icon('more')}</button>
      ${
        open === null
          ? nothing
          : html`<div
            class="popup menu"
            role="menu"
            popover="manual"
            aria-label=${`Message of ${nameOf(page, message.authorId)}`}
            data-anchor=${open.at === null ? id : nothing}
            data-x=${open.at?.x ?? nothing}
            data-y=${open.at?.y ?? nothing}
            data-align="end"
            data-focus='[role="menuitem"]'
            ${entering(openPopup)}
            @keydown=${moveInMenu}
          >
            ${tools.map(itemTemplate)}
            ${
              apps.length === 0
                ? nothing
                : html`<div role="group" aria-label="Apps"><p
              class="menu-title"
              aria-hidden="true"
            >Apps</p>${apps.map(itemTemplate)}</div>`
            }
            ${reactionsTemplate(page, message)}
          </div>`
      }
    </div>
  `;
}

const QUICK: readonly (readonly [string, string])[] = [
  ['👍', 'Thumbs up'],
  ['👎', 'Thumbs down'],
  ['🎉', 'Party'],
  ['👀', 'Eyes'],
];

/** The reactions that are one press away. */
function reactionsTemplate({ act }: Page, { id, ephemeral, reactions }: MessageView): TemplateResult | typeof nothing {
  if (ephemeral) return nothing;
  const react = (emoji: string): void => {
    act.closeMenu();
    const mine = reactions.some((reaction) => reaction.emoji === emoji && reaction.mine);
    void act.press(`react:${id}:${emoji}`, { verb: 'react', messageId: id, emoji, on: !mine });
  };
  return html`<p class="menu-title" aria-hidden="true">React</p>
  <div class="menu-row" role="group" aria-label="React">
    ${QUICK.map(
      ([emoji, name]) =>
        html`<button
          type="button"
          class="icon-button"
          role="menuitem"
          tabindex="-1"
          aria-label=${name}
          title=${name}
          @click=${() => react(emoji)}
        >${emoji}</button>`,
    )}
  </div>`;
}

const itemTemplate = ({ icon: sign, label, danger = false, run }: Tool): TemplateResult =>
  html`<button
    type="button"
    class="menu-item"
    role="menuitem"
    tabindex="-1"
    data-danger=${String(danger)}
    @click=${run}
  ><span>${label}</span>${icon(sign)}</button>`;
