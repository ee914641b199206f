import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { CommandView, OptionView } from '../../live/protocol.js';
import type { Page } from '../page.js';
import { icon } from '../parts/icons.js';
import { entering, focusIt } from '../upkeep/entering.js';
import { type Choice, type CommandDraft, choicesFor, isUntouched } from './command-draft.js';
import { focusBox } from './focus-box.js';

/** Draws a command with a field for each of its options. */
export function commandTemplate(page: Page, command: CommandView, draft: CommandDraft): TemplateResult {
  const { act } = page;
  const shown = draft.shown.flatMap((name) => command.options.find((option) => option.name === name) ?? []);
  const hidden = command.options.filter(({ name }) => !draft.shown.includes(name));
  const leave = (event: Event): void => {
    event.preventDefault();
    act.leaveCommand();
    queueMicrotask(focusBox);
  };
  return html`
    <form
      class="command"
      aria-label=${`Command /${command.name}`}
      @submit=${(event: Event) => {
        event.preventDefault();
        act.sendCommand();
        queueMicrotask(focusBox);
      }}
      @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && !event.defaultPrevented && isUntouched(draft) && leave(event)}
    >
      <header class="command-head">
        <h2><span class="command-name">/${command.name}</span> <small>${command.description}</small></h2>
        <button
          type="button"
          class="icon-button"
          aria-label="Leave the command"
          title="Leave the command"
          @click=${leave}
        >${icon('close')}</button>
      </header>
      ${
        shown.length === 0
          ? nothing
          : html`<div class="command-fields">
            ${repeat(
              shown,
              ({ name }) => `${command.name} ${name}`,
              (option) => fieldTemplate(page, option, draft),
            )}
          </div>`
      }
      ${
        hidden.length === 0
          ? nothing
          : html`<div class="command-more" role="group" aria-label="More options">
            ${hidden.map(
              ({ name, description }) =>
                html`<button
                  type="button"
                  class="chip chip-button"
                  title=${description}
                  @click=${() => act.addOption(name)}
                >+ ${name}</button>`,
            )}
          </div>`
      }
      <footer class="command-foot">
        <button
          type="submit"
          class="button"
          data-style="primary"
          ${entering(shown.length === 0 ? focusIt : null)}
        >${icon('send')} Send /${command.name}</button>
        <small>${isUntouched(draft) ? 'Enter to send, Escape to leave' : 'Enter to send'}</small>
      </footer>
    </form>
  `;
}

/** How long a text may be where the application sets no limit (documentation: application command option). */
const MOST_CHARACTERS = 6000;

function fieldTemplate(page: Page, option: OptionView, draft: CommandDraft): TemplateResult {
  const { act } = page;
  const { name, description, required, type } = option;
  const id = `option-${name}`;
  const open = draft.open && draft.focused === name;
  const choices = open ? choicesFor(option, draft) : [];
  const lists = option.completes || option.choices.length > 0;
  const fault = draft.fault?.option === name ? draft.fault.text : null;
  const waiting = open && option.completes && draft.suggestions === null;
  return html`
    <div class="field" data-fault=${String(fault !== null)}>
      <label for=${id}>${name}${required ? nothing : html` <small>optional</small>`}</label>
      <div class="field-line">
        <input
          id=${id}
          autocomplete="off"
          inputmode=${type === 'integer' || type === 'number' ? 'numeric' : 'text'}
          maxlength=${option.most ?? (type === 'text' ? MOST_CHARACTERS : nothing)}
          role=${lists ? 'combobox' : nothing}
          aria-autocomplete=${lists ? 'list' : nothing}
          aria-expanded=${lists ? String(choices.length > 0) : nothing}
          aria-controls=${lists ? `${id}-list` : nothing}
          aria-activedescendant=${choices.length > 0 && draft.marked >= 0 ? `${id}-${draft.marked}` : nothing}
          aria-describedby=${`${id}-hint`}
          aria-invalid=${String(fault !== null)}
          .value=${live(draft.texts[name] ?? '')}
          ${entering(draft.focused === name ? focusIt : null)}
          @focus=${() => act.focusOption(option)}
          @blur=${act.closeChoices}
          @input=${({ target }: Event) => target instanceof HTMLInputElement && act.typeOption(option, target.value)}
          @keydown=${(event: KeyboardEvent) => onKey(event, page, option, draft, choices)}
        />
        ${
          required
            ? nothing
            : html`<button
          type="button"
          class="icon-button"
          aria-label=${`Remove ${name}`}
          @click=${() => act.removeOption(name)}
        >${icon('close')}</button>`
        }
        ${
          choices.length === 0
            ? nothing
            : html`<div class="offers field-offers"><div
              id=${`${id}-list`}
              role="listbox"
              aria-label=${`Choices for ${name}`}
              class="listbox"
              @pointerdown=${(event: Event) => event.preventDefault()}
            >
              ${choices.map(
                (choice, index) => html`<div
                class="choice"
                role="option"
                id=${`${id}-${index}`}
                aria-selected=${String(index === draft.marked)}
                data-marked=${String(index === draft.marked)}
                @click=${() => act.takeChoice(option, choice)}
              ><span class="choice-text">${choice.name}</span></div>`,
              )}
            </div></div>`
        }
      </div>
      <p
        id=${`${id}-hint`}
        class="field-hint"
        role=${fault === null ? nothing : 'alert'}
      >${fault ?? (waiting ? 'Looking…' : description)}</p>
    </div>
  `;
}

function onKey(event: KeyboardEvent, { act }: Page, option: OptionView, draft: CommandDraft, choices: readonly Choice[]): void {
  if (event.isComposing) return;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step !== undefined && (choices.length > 0 || option.choices.length > 0)) {
    event.preventDefault();
    act.markChoice(option, step);
    document.getElementById(`option-${option.name}-${draft.marked + step}`)?.scrollIntoView({ block: 'nearest' });
  } else if ((event.key === 'Enter' || event.key === 'Tab') && choices.length > 0 && draft.marked >= 0) {
    // With Tab the choice is taken on the way to the next field.
    if (event.key === 'Enter') event.preventDefault();
    act.takeChoice(option);
  } else if (event.key === 'Escape' && choices.length > 0) {
    event.preventDefault();
    act.closeChoices();
  } else if (event.key === 'Backspace' && (draft.texts[option.name] ?? '') === '' && !option.required) {
    event.preventDefault();
    act.removeOption(option.name);
  }
}
