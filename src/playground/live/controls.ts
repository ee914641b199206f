import { type Json, number, record, records, text } from '../json.js';
import type { ChoiceView, ControlView, FormFieldView, FormView } from './protocol.js';

/** What selects and options offer that name somebody or some place. */
export interface Nameable {
  readonly users: readonly { readonly id: string; readonly name: string }[];
  readonly roles: readonly { readonly id: string; readonly name: string }[];
  /** `type` as Discord numbers the kinds of channels. */
  readonly channels: readonly { readonly id: string; readonly name: string; readonly type: number }[];
}

const BUTTON = 2;
const STRING_SELECT = 3;
const TEXT_INPUT = 4;
const TEXT_DISPLAY = 10;
const STYLES = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'danger', 5: 'link' } as const;

const isStyle = (value: unknown): value is keyof typeof STYLES => typeof value === 'number' && value in STYLES;

/** What the selects of users (5), roles (6), both (7) and channels (8) offer. */
function offered(component: Json, nameable: Nameable): readonly { readonly id: string; readonly name: string }[] {
  const types = Array.isArray(component.channel_types) ? component.channel_types : null;
  switch (component.type) {
    case 5:
      return nameable.users;
    case 6:
      return nameable.roles;
    case 7:
      return [...nameable.users, ...nameable.roles];
    case 8:
      return nameable.channels.filter(({ type }) => types === null || types.includes(type));
    default:
      return [];
  }
}

function choicesOf(component: Json, nameable: Nameable): readonly ChoiceView[] {
  if (component.type === STRING_SELECT) {
    return records(component.options).map((option) => ({
      label: labelOf(option),
      value: text(option.value) ?? '',
      description: text(option.description) ?? null,
      selected: option.default === true,
    }));
  }
  const chosen = records(component.default_values).map(({ id }) => id);
  return offered(component, nameable).map(({ id, name }) => ({ label: name, value: id, description: null, selected: chosen.includes(id) }));
}

/** A label with its emoji before it; those of a server's own are left out, since their pictures lie on other machines. */
function labelOf(component: Json): string {
  const emoji = record(component.emoji);
  const sign = emoji.id === undefined || emoji.id === null ? (text(emoji.name) ?? '') : '';
  return [sign, text(component.label) ?? ''].filter(Boolean).join(' ');
}

const range = (component: Json): { readonly least: number; readonly most: number } => ({
  least: number(component.min_values) ?? 1,
  most: number(component.max_values) ?? 1,
});

function controlOf(component: Json, nameable: Nameable): readonly ControlView[] {
  const customId = text(component.custom_id) ?? null;
  const disabled = component.disabled === true;
  if (component.type === BUTTON) {
    const style = isStyle(component.style) ? STYLES[component.style] : 'secondary';
    return [{ kind: 'button', customId, label: labelOf(component), style, url: text(component.url) ?? null, disabled }];
  }
  if (component.type === TEXT_DISPLAY) return [{ kind: 'text', content: text(component.content) ?? '' }];
  if (customId === null) return [];
  const placeholder = text(component.placeholder) ?? 'Choose';
  return [{ kind: 'select', customId, placeholder, ...range(component), disabled, choices: choicesOf(component, nameable) }];
}

const ROW = 1;
const SECTION = 9;
const CONTAINER = 17;

/** Brings the components of a message to rows of controls; frames and pictures are left out. */
export function controlsOf(components: readonly Json[], nameable: Nameable): readonly (readonly ControlView[])[] {
  return components
    .flatMap((component): readonly (readonly ControlView[])[] => {
      const inside = records(component.components);
      if (component.type === CONTAINER) return controlsOf(inside, nameable);
      if (component.type === ROW) return [inside.flatMap((child) => controlOf(child, nameable))];
      if (component.type === SECTION)
        return [[...inside, ...records([component.accessory])].flatMap((child) => controlOf(child, nameable))];
      return component.type === TEXT_DISPLAY ? [controlOf(component, nameable)] : [];
    })
    .filter((row) => row.length > 0);
}

function fieldOf(component: Json, label: Json, nameable: Nameable): FormFieldView {
  const named = {
    customId: text(component.custom_id) ?? '',
    label: text(label.label) ?? '',
    description: text(label.description) ?? null,
  };
  const required = component.required !== false;
  if (component.type !== TEXT_INPUT) {
    const { least, most } = range(component);
    return { kind: 'select', ...named, least: required ? Math.max(least, 1) : 0, most, choices: choicesOf(component, nameable) };
  }
  return {
    kind: 'text',
    ...named,
    long: component.style === 2,
    least: number(component.min_length) ?? (required ? 1 : 0),
    most: number(component.max_length) ?? 4000,
    required,
    placeholder: text(component.placeholder) ?? '',
    value: text(component.value) ?? '',
  };
}

/** Brings a form as an application shows it to its fields. */
export function formOf(interactionId: string, modal: Json, nameable: Nameable): FormView {
  const fields = records(modal.components).flatMap((component): readonly FormFieldView[] => {
    if (component.type === TEXT_DISPLAY) return [{ kind: 'note', content: text(component.content) ?? '' }];
    if (component.component) return [fieldOf(record(component.component), component, nameable)];
    // The older shape: the label is the text input's own, which stands in a row.
    return records(component.components).map((child) => fieldOf(child, child, nameable));
  });
  return { interactionId, title: text(modal.title) ?? '', fields };
}
