import type { Actions } from '../actions.js';
import type { Connection } from '../connection.js';
import { type Draft, draftKey, draftOf, type Store } from '../state.js';
import { type Offer, offersFor, outgoing, take, typable, type } from './completion.js';

/** What can be done with messages. */
export interface ComposerActions {
  type(text: string, caret: number): void;
  /** Marks the next or the previous offer. */
  mark(step: number): void;
  takeOffer(offer?: Offer): void;
  closeOffers(): void;
  /** Sends what stands in the message box. */
  send(): void;
  /** Sends a text that a click stands for. */
  sendText(text: string): void;
  replyTo(messageId: string | null): void;
  beginEdit(messageId: string): void;
  /** Begins to edit the last message of one's own. */
  editLast(): void;
  saveEdit(): void;
}

/** A sign of typing is given again after this time (documentation: it fades after ten seconds). */
const TYPING_MS = 8000;

/** Creates what can be done with messages. */
export function createComposerActions(store: Store, connection: Connection, { press }: Pick<Actions, 'press'>): ComposerActions {
  let lastTyping = 0;

  const draft = (): Draft => draftOf(store.get());
  const put = (change: Partial<Draft>): void => {
    const { drafts, view } = store.get();
    store.set({ drafts: { ...drafts, [draftKey(view)]: { ...draft(), ...change } } });
  };

  function announceTyping(): void {
    if (Date.now() - lastTyping < TYPING_MS) return;
    lastTyping = Date.now();
    // Nobody is told where it fails: it is a courtesy.
    connection.ask({ verb: 'typing' }).catch(() => undefined);
  }

  async function deliver(text: string): Promise<void> {
    const { view } = store.get();
    if (!view || text.trim() === '') return;
    const { replyTo } = draft();
    const before = draft();
    put({ text: '', caret: 0, replyTo: null });
    lastTyping = 0;
    const outcome = await press(null, { verb: 'send', content: outgoing(text.trim(), view), replyTo, ping: true });
    // What could not be sent is not lost.
    if (outcome === null && draft().text === '') put(before);
  }

  function beginEdit(messageId: string): void {
    const { view } = store.get();
    const message = view?.open.messages.find(({ id }) => id === messageId);
    if (view && message) store.set({ editing: { messageId, text: typable(message.content, view) }, menu: null });
  }

  return {
    type: (text, caret) => {
      const { view } = store.get();
      if (!view) return;
      put(type(draft(), text, caret, view));
      if (text !== '' && !text.startsWith('/')) announceTyping();
    },
    mark: (step) => {
      const { view } = store.get();
      const count = (view && offersFor(draft(), view)?.offers.length) || 1;
      put({ marked: (draft().marked + step + count) % count });
    },
    takeOffer: (offer) => {
      const { view } = store.get();
      const offers = view && offersFor(draft(), view);
      const taken = offer ?? offers?.offers[draft().marked];
      if (offers && taken) put(take(draft(), offers, taken));
    },
    closeOffers: () => put({ closed: true }),
    send: () => void deliver(draft().text),
    sendText: (text) => void deliver(text),
    replyTo: (messageId) => {
      store.set({ menu: null });
      put({ replyTo: messageId });
      // After the page is drawn, which gives the focus back to the message.
      queueMicrotask(() => document.getElementById('box')?.focus());
    },
    beginEdit,
    editLast: () => {
      const { view } = store.get();
      const last = view?.open.messages.findLast(({ authorId, mayEdit }) => mayEdit && authorId === view.me.id);
      if (last) beginEdit(last.id);
    },
    saveEdit: () => {
      const { editing, view } = store.get();
      if (!editing || !view) return;
      store.set({ editing: null });
      const content = outgoing(editing.text.trim(), view);
      if (content === '') store.set({ dialog: { kind: 'remove', messageId: editing.messageId } });
      else if (content !== view.open.messages.find(({ id }) => id === editing.messageId)?.content) {
        void press('edit', { verb: 'edit', messageId: editing.messageId, content });
      }
    },
  };
}
