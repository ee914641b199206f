import { html, nothing, type TemplateResult } from 'lit';
import type { ChoiceView } from '../../live/protocol.js';
import type { Page } from '../page.js';
import { icon } from '../parts/icons.js';
import { openPopup } from '../parts/popup.js';
import { entering } from '../upkeep/entering.js';
import { afterClosing, afterPress, atLetter } from './selection.js';

/** A list to choose from that opens below a button. */
export interface SelectView {
  readonly key: string;
  readonly label: string;
  readonly placeholder: string;
  readonly least: number;
  readonly most: number;
  readonly disabled: boolean;
  readonly choices: readonly ChoiceView[];
  readonly choose: (values: readonly string[]) => void;
}

const idOf = (key: string): string => `select-${key.replace(/[^\w-]/g, '_')}`;

/** Draws a select: one choice is taken at once, several when the list closes. The focus stays on the button. */
export function selectTemplate(page: Page, select: SelectView): TemplateResult {
  const { state, act } = page;
  const { key, choices, disabled } = select;
  const id = idOf(key);
  const menu = state.menu?.kind === 'select' && state.menu.key === key ? state.menu : null;
  const selected = choices.filter((choice) => choice.selected);
  const shown = selected.length > 0 ? selected.map(({ label }) => label).join(', ') : select.placeholder;
  const open = (): void =>
    act.openMenu({
      kind: 'select',
      key,
      marked: Math.max(
        0,
        choices.findIndex((choice) => choice.selected),
      ),
      chosen: selected.map(({ value }) => value),
    });
  return html`
    <button
      type="button"
      class="select"
      role="combobox"
      id=${id}
      aria-label=${select.label === shown ? shown : `${select.label}: ${shown}`}
      aria-haspopup="listbox"
      aria-expanded=${String(menu !== null)}
      aria-controls=${`${id}-list`}
      aria-activedescendant=${menu ? `${id}-${menu.marked}` : nothing}
      aria-busy=${String(state.busy.has(key))}
      ?disabled=${disabled || choices.length === 0}
      @click=${() => (menu ? settle(page, select) : open())}
      @keydown=${(event: KeyboardEvent) => onKey(event, page, select, open)}
      @blur=${() => menu && settle(page, select)}
    ><span class="select-text" data-empty=${String(selected.length === 0)}>${shown}</span>${icon('down')}</button>
    ${
      menu === null
        ? nothing
        : html`<div
          id=${`${id}-list`}
          class="popup listbox"
          role="listbox"
          popover="manual"
          aria-label=${select.label}
          aria-multiselectable=${String(select.most > 1)}
          data-anchor=${id}
          data-wide
          ${entering(openPopup)}
          @pointerdown=${(event: Event) => event.preventDefault()}
        >${choices.map((choice, index) => choiceTemplate(page, select, choice, index, menu))}</div>`
    }
  `;
}

type OpenSelect = Extract<NonNullable<Page['state']['menu']>, { readonly kind: 'select' }>;

function choiceTemplate({ act }: Page, select: SelectView, choice: ChoiceView, index: number, menu: OpenSelect): TemplateResult {
  const chosen = menu.chosen.includes(choice.value);
  return html`<div
    class="choice"
    role="option"
    id=${`${idOf(select.key)}-${index}`}
    aria-selected=${String(chosen)}
    data-marked=${String(index === menu.marked)}
    @pointermove=${() => index !== menu.marked && act.openMenu({ ...menu, marked: index })}
    @click=${() => takeChoice(act, select, choice, menu)}
  >
    <span class="choice-text">${choice.label}${choice.description === null ? nothing : html`<small>${choice.description}</small>`}</span>
    ${chosen ? icon('check') : nothing}
  </div>`;
}

function takeChoice(act: Page['act'], select: SelectView, choice: ChoiceView, menu: OpenSelect): void {
  const chosen = afterPress(select, menu.chosen, choice.value);
  if (select.most > 1) {
    act.openMenu({ ...menu, chosen });
    return;
  }
  act.closeMenu();
  select.choose(chosen);
}

/** Closes the list; of several choices, what has changed counts. */
function settle({ state, act }: Page, select: SelectView): void {
  const { menu } = state;
  if (menu?.kind !== 'select' || menu.key !== select.key) return;
  act.closeMenu();
  if (select.most <= 1) return;
  const before = select.choices.filter(({ selected }) => selected).map(({ value }) => value);
  const outcome = afterClosing(select, before, menu.chosen);
  if (outcome === 'sent') select.choose(menu.chosen);
  if (outcome === 'too few') act.say(`“${select.label}” stays as it was: choose at least ${select.least}.`);
}

function onKey(event: KeyboardEvent, page: Page, select: SelectView, open: () => void): void {
  const { state, act } = page;
  const { choices } = select;
  const menu = state.menu?.kind === 'select' && state.menu.key === select.key ? state.menu : null;
  const mark = (index: number): void => {
    const marked = Math.max(0, Math.min(index, choices.length - 1));
    if (menu) act.openMenu({ ...menu, marked });
    document.getElementById(`${idOf(select.key)}-${marked}`)?.scrollIntoView({ block: 'nearest' });
  };
  const done = (): void => event.preventDefault();
  if (!menu) {
    if (['ArrowDown', 'ArrowUp'].includes(event.key)) {
      done();
      open();
    }
    return;
  }
  const choice = choices[menu.marked];
  if (event.key === 'ArrowDown') mark(menu.marked + 1);
  else if (event.key === 'ArrowUp') mark(menu.marked - 1);
  else if (event.key === 'Home') mark(0);
  else if (event.key === 'End') mark(choices.length - 1);
  else if (choice && (event.key === 'Enter' || event.key === ' ')) takeChoice(act, select, choice, menu);
  else if (event.key === 'Escape') act.closeMenu();
  else if (/^\p{L}$/u.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const index = atLetter(
      choices.map(({ label }) => label),
      event.key,
    );
    if (index !== null) mark(index);
  } else return;
  done();
}
