import type { AnswerTrace } from '../../core/answering/trace.js';
import type { CoverageView, Quality } from '../../core/quality/coverage.js';
import type { FormView, View } from '../live/protocol.js';
import type { CommandDraft } from './composer/command-draft.js';
import type { Address } from './upkeep/address.js';

/** Whether the page is connected: not yet, now, or no longer. */
export type Link = 'connecting' | 'open' | 'lost';

/** What somebody is writing in a channel. */
export interface Draft {
  readonly text: string;
  readonly caret: number;
  /** Which of the offered completions is marked. */
  readonly marked: number;
  /** Whether the completions were closed; they open again with the next letter. */
  readonly closed: boolean;
  readonly replyTo: string | null;
  /** The command that is being filled in. */
  readonly command: CommandDraft | null;
  /** A message of one's own that is being edited, with its text so far. */
  readonly editing: { readonly messageId: string; readonly text: string } | null;
}

/** A short message of the page itself. */
export interface Notice {
  readonly id: number;
  readonly text: string;
  readonly tone: 'info' | 'fault';
}

/** A menu that is open; at most one. */
export type Menu =
  | { readonly kind: 'person' }
  /** The questions to click and the hints of the welcome, once it is gone. */
  | { readonly kind: 'examples' }
  | { readonly kind: 'message'; readonly messageId: string; readonly at: { readonly x: number; readonly y: number } | null }
  | { readonly kind: 'select'; readonly key: string; readonly marked: number; readonly chosen: readonly string[] };

/** A question of the page itself that covers the rest. */
export type Dialog =
  | { readonly kind: 'form'; readonly form: FormView; readonly fault: string | null }
  | { readonly kind: 'remove'; readonly messageId: string }
  | { readonly kind: 'thread'; readonly messageId: string | null; readonly fault: string | null };

/** What is fetched and may not be there yet. */
export type Fetched<T> =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'there'; readonly value: T }
  | { readonly kind: 'fault'; readonly text: string };

/** Everything that the page shows follows from this. */
export interface PageState {
  readonly link: Link;
  readonly address: Address;
  readonly view: View | null;
  /** How far the playground's clock is ahead of this machine's. */
  readonly shiftMs: number;
  readonly drafts: Readonly<Record<string, Draft>>;
  readonly menu: Menu | null;
  readonly dialog: Dialog | null;
  readonly drawer: 'channels' | 'side' | null;
  /** "How was this chosen?", beside the messages. */
  readonly why: { readonly messageId: string; readonly trace: Fetched<AnswerTrace | null> } | null;
  readonly coverage: { readonly documents: Fetched<CoverageView>; readonly quality: Fetched<Quality> } | null;
  /** Questions for a newcomer to click. */
  readonly examples: readonly string[];
  /** Controls whose press is not answered yet. */
  readonly busy: ReadonlySet<string>;
  readonly notices: readonly Notice[];
  /** The message that the keyboard is at. */
  readonly activeMessage: string | null;
  /** What is read out. */
  readonly spoken: string;
  readonly theme: 'dark' | 'light';
}

/** Holds the state and tells of every change. */
export interface Store {
  get(): PageState;
  set(change: Partial<PageState>): void;
}

/** Creates a store. */
export function createStore(initial: PageState, changed: () => void): Store {
  let state = initial;
  return {
    get: () => state,
    set: (change) => {
      state = { ...state, ...change };
      changed();
    },
  };
}

const EMPTY: Draft = { text: '', caret: 0, marked: 0, closed: false, replyTo: null, command: null, editing: null };

/** Finds what is being written in the open channel, or under another key. */
export const draftOf = ({ drafts, view }: Pick<PageState, 'drafts' | 'view'>, key = draftKey(view)): Draft => drafts[key] ?? EMPTY;

/** Changes what is being written in the open channel, or under another key. */
export function putDraft(store: Store, change: Partial<Draft>, key = draftKey(store.get().view)): void {
  const { drafts } = store.get();
  store.set({ drafts: { ...drafts, [key]: { ...draftOf(store.get(), key), ...change } } });
}

/** What a draft is kept under: each person has one for each channel, by the names that are the same after the program was started again. */
export const draftKey = (view: View | null): string => `${view?.me.username}/${view?.open.key}`;

/** Computes the playground's time. */
export const playgroundNow = ({ shiftMs }: Pick<PageState, 'shiftMs'>): number => Date.now() + shiftMs;
