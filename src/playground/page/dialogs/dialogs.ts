import { html, nothing, type TemplateResult } from 'lit';
import { typable } from '../composer/completion.js';
import { nameOf, type Page } from '../page.js';
import { icon } from '../parts/icons.js';
import { openDialog } from '../parts/popup.js';
import type { Dialog } from '../state.js';
import { entering } from '../upkeep/entering.js';
import { formFields, readForm } from './form.js';

/** Draws the question that covers the page, if there is one. */
export function dialogTemplate(page: Page): TemplateResult | typeof nothing {
  const { state } = page;
  if (state.dialog === null) return nothing;
  switch (state.dialog.kind) {
    case 'form':
      return formDialog(page, state.dialog);
    case 'remove':
      return removeDialog(page, state.dialog.messageId);
    case 'thread':
      return threadDialog(page, state.dialog);
  }
}

interface Frame {
  readonly title: string;
  readonly body: TemplateResult;
  /** Why it could not be sent. */
  readonly fault?: string | null;
  readonly submit: string;
  readonly danger?: boolean;
  readonly onSubmit: (form: HTMLFormElement) => void;
}

function frame({ act, state }: Page, { title, body, fault = null, submit, danger = false, onSubmit }: Frame): TemplateResult {
  const close = (): void => act.set({ dialog: null });
  return html`
    <dialog class="dialog" aria-labelledby="dialog-title" ${entering(openDialog)} @close=${close} @cancel=${close}>
      <form
        method="dialog"
        @submit=${(event: SubmitEvent) => {
          event.preventDefault();
          if (event.currentTarget instanceof HTMLFormElement) onSubmit(event.currentTarget);
        }}
      >
        <header class="dialog-head">
          <h2 id="dialog-title">${title}</h2>
          <button type="button" class="icon-button" aria-label="Close" @click=${close}>${icon('close')}</button>
        </header>
        <div class="dialog-body">${body}${fault === null ? nothing : html`<p class="fault" role="alert">${fault}</p>`}</div>
        <footer class="dialog-foot">
          <button type="button" class="button" data-style="secondary" @click=${close}>Cancel</button>
          <button
            type="submit"
            class="button"
            data-style=${danger ? 'danger' : 'primary'}
            aria-busy=${String(state.busy.has('dialog'))}
          >${submit}</button>
        </footer>
      </form>
    </dialog>
  `;
}

type Open<Kind> = Extract<Dialog, { readonly kind: Kind }>;

function formDialog(page: Page, { form, fault }: Open<'form'>): TemplateResult {
  const { act } = page;
  return frame(page, {
    title: form.title,
    submit: 'Submit',
    body: html`${formFields(form)}`,
    fault,
    onSubmit: (element) => act.submitForm(form, readForm(form, element)),
  });
}

function removeDialog(page: Page, messageId: string): TemplateResult {
  const { act, view } = page;
  const message = view.open.messages.find(({ id }) => id === messageId);
  return frame(page, {
    title: 'Delete message',
    submit: 'Delete',
    danger: true,
    body: html`<p>Delete this message of ${nameOf(page, message?.authorId ?? null)}? This cannot be undone.</p>
      ${message?.content ? html`<blockquote class="preview">${typable(message.content, view).slice(0, 300)}</blockquote>` : nothing}`,
    onSubmit: () => act.removeMessage(messageId),
  });
}

function threadDialog(page: Page, { messageId, fault }: Open<'thread'>): TemplateResult {
  const { act } = page;
  return frame(page, {
    title: messageId === null ? 'New thread' : 'Create thread',
    submit: 'Create',
    fault,
    body: html`<div class="field"><label for="thread-name">Thread name</label><input
      id="thread-name"
      name="name"
      required
      maxlength="100"
      autocomplete="off"
      autofocus
    /></div>`,
    onSubmit: (element) => {
      const name = String(new FormData(element).get('name') ?? '').trim();
      if (name !== '') act.openThread(messageId, name);
    },
  });
}
