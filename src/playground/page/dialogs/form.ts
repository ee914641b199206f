import { html, nothing, type TemplateResult } from 'lit';
import type { FormFieldView, FormView } from '../../live/protocol.js';

/** Draws the fields of a form that an application shows. */
export function formFields({ fields }: FormView): readonly TemplateResult[] {
  return fields.map((field, index) => fieldTemplate(field, `form-${index}`, index === fields.findIndex(({ kind }) => kind !== 'note')));
}

function fieldTemplate(field: FormFieldView, id: string, first: boolean): TemplateResult {
  if (field.kind === 'note') return html`<p>${field.content}</p>`;
  const described = field.description === null ? nothing : `${id}-hint`;
  return html`<div class="field">
    <label for=${id}>${field.label}${field.kind === 'text' && !field.required ? html` <small>optional</small>` : nothing}</label>
    ${field.kind === 'select' ? selectTemplate(field, id) : field.long ? areaTemplate(field, id, first) : lineTemplate(field, id, first)}
    ${field.description === null ? nothing : html`<p class="field-hint" id=${described}>${field.description}</p>`}
  </div>`;
}

type TextField = Extract<FormFieldView, { readonly kind: 'text' }>;

const areaTemplate = (field: TextField, id: string, first: boolean): TemplateResult =>
  html`<textarea
    id=${id}
    name=${field.customId}
    rows="4"
    minlength=${field.least}
    maxlength=${field.most}
    ?required=${field.required}
    ?autofocus=${first}
    placeholder=${field.placeholder}
    .defaultValue=${field.value}
  ></textarea>`;

const lineTemplate = (field: TextField, id: string, first: boolean): TemplateResult =>
  html`<input
    id=${id}
    name=${field.customId}
    minlength=${field.least}
    maxlength=${field.most}
    ?required=${field.required}
    ?autofocus=${first}
    placeholder=${field.placeholder}
    .defaultValue=${field.value}
    autocomplete="off"
  />`;

const selectTemplate = (
  { customId, least, most, choices }: Extract<FormFieldView, { readonly kind: 'select' }>,
  id: string,
): TemplateResult =>
  html`<select id=${id} name=${customId} ?required=${least > 0} ?multiple=${most > 1}>
    ${most > 1 ? nothing : html`<option value="">Choose</option>`}
    ${choices.map(({ label, value, selected }) => html`<option value=${value} ?selected=${selected}>${label}</option>`)}
  </select>`;

/** Reads what was filled in, by the fields' custom ids. */
export function readForm({ fields }: FormView, element: HTMLFormElement): Readonly<Record<string, string | readonly string[]>> {
  const data = new FormData(element);
  return Object.fromEntries(
    fields.flatMap((field): [string, string | readonly string[]][] => {
      if (field.kind === 'note') return [];
      const values = data.getAll(field.customId).map(String);
      return [[field.customId, field.kind === 'select' ? values.filter(Boolean) : (values[0] ?? '').replaceAll('\r\n', '\n')]];
    }),
  );
}
