import type { FormView, Verb } from '../../live/protocol.js';
import type { Requests } from '../requests.js';
import type { Store } from '../state.js';

/** What can be done in dialogs. */
export interface DialogActions {
  /** Sends a form that an application shows; it stays open until the application has taken it. */
  submitForm(form: FormView, values: Extract<Verb, { readonly verb: 'submit' }>['values']): void;
  /** Opens a thread; its dialog stays open until there is one. */
  openThread(messageId: string | null, name: string): void;
  removeMessage(messageId: string): void;
}

const SILENCE = 'The application did not respond. What you wrote is still here: you can submit it again.';

/** Creates what can be done in dialogs. */
export function createDialogActions(store: Store, { attempt, press, show }: Pick<Requests, 'attempt' | 'press' | 'show'>): DialogActions {
  /** Sends what stands in the open dialog. Where that was closed meanwhile, what comes of it is told as of any other press. */
  async function fromDialog(verb: Verb): Promise<void> {
    const { dialog } = store.get();
    if (dialog === null || dialog.kind === 'remove' || store.get().busy.has('dialog')) return;
    const sent = { ...dialog, fault: null };
    store.set({ dialog: sent });
    const outcome = await attempt('dialog', verb);
    if (outcome === null) return;
    const fault = outcome.kind === 'refusal' ? outcome.text : outcome.kind === 'silence' ? SILENCE : null;
    if (store.get().dialog !== sent) show(outcome);
    else if (fault !== null) store.set({ dialog: { ...sent, fault } });
    else {
      store.set({ dialog: null });
      show(outcome);
    }
  }

  return {
    submitForm: (form, values) => void fromDialog({ verb: 'submit', interactionId: form.interactionId, values }),
    openThread: (messageId, name) => void fromDialog({ verb: 'thread', messageId, name }),
    removeMessage: (messageId) => {
      store.set({ dialog: null });
      void press(`remove:${messageId}`, { verb: 'remove', messageId });
    },
  };
}
