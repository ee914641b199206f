import type { CommandView, OptionView } from '../../live/protocol.js';
import type { Connection } from '../connection.js';
import type { Requests } from '../requests.js';
import { draftKey, draftOf, putDraft, type Store } from '../state.js';
import {
  beginCommand,
  type Choice,
  type CommandDraft,
  choicesFor,
  partialValues,
  pickChoice,
  readValues,
  takeSuggestions,
  toggleOption,
  typeInto,
} from './command-draft.js';

/** What can be done with a typed command that is being filled in. */
export interface CommandActions {
  beginCommand(name: string): void;
  leaveCommand(): void;
  typeOption(option: OptionView, text: string): void;
  focusOption(option: OptionView): void;
  markChoice(option: OptionView, step: number): void;
  /** Takes a choice, or the marked one; tells whether there was one. */
  takeChoice(option: OptionView, choice?: Choice): boolean;
  closeChoices(): void;
  addOption(name: string): void;
  removeOption(name: string): void;
  sendCommand(): void;
}

/** The application is asked for suggestions when nothing was typed for so long. */
const ASK_AFTER_MS = 120;

/** Creates what can be done with commands. */
export function createCommandActions(store: Store, connection: Connection, { press }: Pick<Requests, 'press'>): CommandActions {
  let asking: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;

  const draft = (): CommandDraft | null => draftOf(store.get()).command;
  const commandOf = (name: string | undefined): CommandView | undefined =>
    store.get().view?.open.commands.find((command) => command.name === name);
  const put = (command: CommandDraft | null): void => putDraft(store, { command });
  const change = (how: (draft: CommandDraft) => CommandDraft): void => {
    const present = draft();
    if (present) put(how(present));
  };

  function askFor(option: OptionView): void {
    clearTimeout(asking);
    if (option.completes) asking = setTimeout(() => void suggest(option), ASK_AFTER_MS);
  }

  async function suggest(option: OptionView): Promise<void> {
    const present = draft();
    const command = commandOf(present?.name);
    if (!present || !command) return;
    asked += 1;
    const mine = asked;
    const values = partialValues(command, present, option.name);
    const outcome = await connection.ask({ verb: 'complete', name: command.name, values, focused: option.name }).catch(() => null);
    // What was typed since then has been asked for too.
    if (mine !== asked || draft()?.focused !== option.name) return;
    change((now) => takeSuggestions(now, outcome?.kind === 'suggestions' ? outcome.suggestions : []));
  }

  return {
    beginCommand: (name) => {
      const command = commandOf(name);
      if (command) put(beginCommand(command));
    },
    leaveCommand: () => put(null),
    typeOption: (option, text) => {
      change((now) => typeInto(now, option, text));
      askFor(option);
    },
    focusOption: (option) => {
      change((now) =>
        now.focused === option.name ? { ...now, open: true } : { ...now, focused: option.name, open: true, marked: -1, suggestions: null },
      );
      askFor(option);
    },
    markChoice: (option, step) =>
      change((now) => {
        const count = choicesFor(option, now).length;
        if (count === 0) return now;
        const from = now.marked < 0 && step < 0 ? count : now.marked;
        return { ...now, open: true, marked: (from + step + count) % count };
      }),
    takeChoice: (option, choice) => {
      const present = draft();
      if (!present) return false;
      const taken = choice ?? (present.open ? choicesFor(option, present)[present.marked] : undefined);
      if (!taken) return false;
      clearTimeout(asking);
      asked += 1;
      put(pickChoice(present, option, taken));
      return true;
    },
    closeChoices: () => change((now) => ({ ...now, open: false, marked: -1 })),
    addOption: (name) => change((now) => toggleOption(now, name, true)),
    removeOption: (name) => change((now) => toggleOption(now, name, false)),
    sendCommand: async () => {
      const present = draft();
      const command = commandOf(present?.name);
      if (!present || !command) return;
      const result = readValues(command, present);
      if ('text' in result) {
        change((now) => ({ ...now, fault: result, open: false, shown: [...new Set([...now.shown, result.option])] }));
        return;
      }
      clearTimeout(asking);
      asked += 1;
      const key = draftKey(store.get().view);
      put(null);
      const outcome = await press(null, { verb: 'slash', name: command.name, values: result.values });
      // What could not be sent is there again, unless the next one was begun.
      if (outcome === null && draftOf(store.get(), key).command === null) putDraft(store, { command: present }, key);
    },
  };
}
