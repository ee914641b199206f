import type { View } from '../../live/protocol.js';
import type { Connection } from '../connection.js';
import type { Requests } from '../requests.js';
import { type Draft, draftKey, draftOf, putDraft, type Store } from '../state.js';
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
  /** Sends a text that a click stands for; what is being written stays as it is. */
  sendText(text: string): void;
  replyTo(messageId: string | null): void;
  beginEdit(messageId: string): void;
  /** Begins to edit the last message of one's own. */
  editLast(): void;
  typeEdit(messageId: string, text: string): void;
  saveEdit(): void;
  cancelEdit(): void;
}

/** A sign of typing is given again after this time (documentation: it fades after ten seconds). */
const TYPING_MS = 8000;

/** Creates what can be done with messages. */
export function createComposerActions(store: Store, connection: Connection, { press }: Pick<Requests, 'press'>): ComposerActions {
  let lastTyping = 0;

  const draft = (): Draft => draftOf(store.get());
  const put = (change: Partial<Draft>, key?: string): void => putDraft(store, change, key);

  function announceTyping(): void {
    if (Date.now() - lastTyping < TYPING_MS) return;
    lastTyping = Date.now();
    // Nobody is told where it fails: it is a courtesy.
    connection.ask({ verb: 'typing' }).catch(() => undefined);
  }

  const deliver = (text: string, replyTo: string | null, view: View): ReturnType<typeof press> =>
    press(null, { verb: 'send', content: outgoing(text.trim(), view), replyTo, ping: true });

  async function send(): Promise<void> {
    const { view } = store.get();
    const sent = draft();
    if (!view || sent.text.trim() === '') return;
    const key = draftKey(view);
    // What is no longer shown is not answered either: it was deleted, or is gone with the program that showed it.
    const replyTo = view.open.messages.find(({ id }) => id === sent.replyTo)?.id ?? null;
    put({ text: '', caret: 0, replyTo: null });
    lastTyping = 0;
    if ((await deliver(sent.text, replyTo, view)) !== null) return;
    // What could not be sent goes back to where it was written, before what was written there since.
    const now = draftOf(store.get(), key);
    const text = [sent.text, now.text].filter(Boolean).join('\n');
    put({ text, caret: text.length, replyTo: now.replyTo ?? sent.replyTo, closed: true }, key);
  }

  function beginEdit(messageId: string): void {
    const { view } = store.get();
    const message = view?.open.messages.find(({ id }) => id === messageId);
    if (!view || !message) return;
    store.set({ menu: null });
    put({ editing: { messageId, text: typable(message.content, view) } });
  }

  async function saveEdit(): Promise<void> {
    const { view } = store.get();
    const { editing } = draft();
    if (!editing || !view) return;
    const { messageId } = editing;
    const key = draftKey(view);
    put({ editing: null });
    const content = outgoing(editing.text.trim(), view);
    if (content === '') {
      store.set({ dialog: { kind: 'remove', messageId } });
      return;
    }
    if (content === view.open.messages.find(({ id }) => id === messageId)?.content) return;
    const outcome = await press(null, { verb: 'edit', messageId, content });
    if (outcome === null && draftOf(store.get(), key).editing === null) put({ editing }, key);
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
    send: () => void send(),
    sendText: (text) => {
      const { view } = store.get();
      if (view) void deliver(text, null, view);
    },
    replyTo: (messageId) => {
      store.set({ menu: null });
      put({ replyTo: messageId });
    },
    beginEdit,
    editLast: () => {
      const { view } = store.get();
      const last = view?.open.messages.findLast(({ authorId, mayEdit }) => mayEdit && authorId === view.me.id);
      if (last) beginEdit(last.id);
    },
    typeEdit: (messageId, text) => put({ editing: { messageId, text } }),
    saveEdit: () => void saveEdit(),
    cancelEdit: () => put({ editing: null }),
  };
}
