import type { ClockJump } from '../../core/tips/clock-jumps.js';
import type { Outcome, Verb } from '../live/protocol.js';
import { type CommandActions, createCommandActions } from './composer/command-actions.js';
import { type ComposerActions, createComposerActions } from './composer/composer-actions.js';
import type { Connection } from './connection.js';
import { createDialogActions, type DialogActions } from './dialogs/dialog-actions.js';
import { createInspectActions, type InspectActions } from './inspect/inspect-actions.js';
import type { Attempt, Requests } from './requests.js';
import type { Menu, PageState, Store } from './state.js';
import { type Address, writeAddress } from './upkeep/address.js';

/** What can be done on the page, whatever by. */
export interface Actions extends Requests, ComposerActions, CommandActions, DialogActions, InspectActions {
  /** Changes what the page alone knows. */
  set(change: Partial<PageState>): void;
  /** Closes what covers the messages from the side. */
  closeDrawer(): void;
  openMenu(menu: Menu): void;
  closeMenu(): void;
  jump(to: ClockJump): void;
  hush(noticeId: number): void;
}

/** How long a notice stays. */
const NOTICE_MS = 9000;

/** Creates what can be done, over a store and a connection; `leave` follows an address of the page, as a link does. */
export function createActions(store: Store, connection: Connection, leave: (hash: string) => void): Actions {
  let lastNotice = 0;

  function say(text: string, tone: 'info' | 'fault' = 'info'): void {
    lastNotice += 1;
    const notice = { id: lastNotice, text, tone };
    store.set({ notices: [...store.get().notices.slice(-3), notice] });
    setTimeout(() => hush(notice.id), NOTICE_MS);
  }

  function hush(noticeId: number): void {
    store.set({ notices: store.get().notices.filter(({ id }) => id !== noticeId) });
  }

  function show(outcome: Attempt): void {
    switch (outcome.kind) {
      case 'refusal':
        say(outcome.text, 'fault');
        break;
      case 'silence':
        say('The application did not respond.', 'fault');
        break;
      case 'form':
        store.set({ dialog: { kind: 'form', form: outcome.form, fault: null } });
        break;
      case 'thread':
        go({ channel: outcome.key });
        break;
      case 'note':
        say(outcome.text);
        break;
      case 'done':
      case 'suggestions':
        break;
    }
  }

  function go(change: Partial<Address>): void {
    const { address } = store.get();
    store.set({ drawer: null, menu: null });
    // The address leads: the page follows it, here as when somebody goes back.
    leave(writeAddress({ ...address, coverage: false, ...change }));
  }

  async function attempt(key: string | null, verb: Verb): Promise<Attempt | null> {
    if (key !== null && store.get().busy.has(key)) return null;
    if (key !== null) store.set({ busy: new Set([...store.get().busy, key]) });
    try {
      return await connection.ask(verb);
    } catch (error) {
      return { kind: 'refusal', text: error instanceof Error ? error.message : String(error) };
    } finally {
      store.set({ busy: new Set([...store.get().busy].filter((one) => one !== key)) });
    }
  }

  async function press(key: string | null, verb: Verb): Promise<Outcome | null> {
    const outcome = await attempt(key, verb);
    if (outcome !== null) show(outcome);
    return outcome?.kind === 'refusal' ? null : outcome;
  }

  const base: Requests = { attempt, show, press, say, go };
  return {
    ...createComposerActions(store, connection, base),
    ...createCommandActions(store, connection, base),
    ...createDialogActions(store, base),
    ...createInspectActions(store),
    ...base,
    hush,
    set: store.set,
    closeDrawer: () => store.set({ drawer: null, ...(store.get().drawer === 'side' ? { why: null } : {}) }),
    openMenu: (menu) => store.set({ menu }),
    closeMenu: () => store.set({ menu: null }),
    jump: (to) => void press(`jump:${to}`, { verb: 'jump', to }),
  };
}
