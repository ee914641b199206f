import type { CommandView, OptionView, Suggestion, Values } from '../../live/protocol.js';

/** A typed command that is being filled in. */
export interface CommandDraft {
  readonly name: string;
  /** What stands in the fields. */
  readonly texts: Readonly<Record<string, string>>;
  /** What was picked from a list, by option. */
  readonly picked: Values;
  /** The options that have a field. */
  readonly shown: readonly string[];
  readonly focused: string | null;
  /** What the application suggests for the focused option; null while it is asked. */
  readonly suggestions: readonly Suggestion[] | null;
  /** Which of the choices is marked; -1 for none. */
  readonly marked: number;
  readonly open: boolean;
  readonly fault: { readonly option: string; readonly text: string } | null;
}

/** A choice of an option. */
export interface Choice {
  readonly name: string;
  readonly value: string | number | boolean;
}

/** Begins to fill in a command; `text` is what was already typed after its name. */
export function beginCommand(command: CommandView, text = ''): CommandDraft {
  const required = command.options.filter((option) => option.required);
  const first = required[0] ?? (text === '' ? undefined : command.options[0]);
  const shown = [...new Set([...required, ...(first ? [first] : [])].map(({ name }) => name))];
  return {
    name: command.name,
    texts: first && text !== '' ? { [first.name]: text } : {},
    picked: {},
    shown,
    focused: shown[0] ?? null,
    suggestions: null,
    marked: -1,
    open: false,
    fault: null,
  };
}

/** Lists what the focused option offers for what stands in its field. */
export function choicesFor(option: OptionView, draft: CommandDraft): readonly Choice[] {
  if (option.completes) return draft.suggestions ?? [];
  const typed = (draft.texts[option.name] ?? '').trim().toLowerCase();
  // Once picked, the list is there to change one's mind.
  if (draft.picked[option.name] !== undefined) return option.choices;
  return option.choices.filter(({ name }) => name.toLowerCase().includes(typed));
}

/** Notes what was typed into a field. */
export function typeInto(draft: CommandDraft, option: OptionView, text: string): CommandDraft {
  const { [option.name]: _, ...picked } = draft.picked;
  const texts = { ...draft.texts, [option.name]: text };
  // Where only the list counts, its first fitting line is taken with Enter.
  const marked = option.completes || option.choices.length === 0 ? -1 : 0;
  return { ...draft, texts, picked, open: true, marked, fault: null, suggestions: draft.suggestions };
}

/** Takes one of the choices. */
export function pickChoice(draft: CommandDraft, option: OptionView, choice: Choice): CommandDraft {
  return {
    ...draft,
    texts: { ...draft.texts, [option.name]: choice.name },
    picked: { ...draft.picked, [option.name]: choice.value },
    open: false,
    marked: -1,
    fault: null,
  };
}

/** Notes what the application suggests; the choice that is marked stays so where it is still offered. */
export function takeSuggestions(draft: CommandDraft, suggestions: readonly Suggestion[]): CommandDraft {
  const marked = draft.suggestions?.[draft.marked];
  return { ...draft, suggestions, marked: suggestions.findIndex(({ name, value }) => name === marked?.name && value === marked.value) };
}

/** Gives an optional option a field, or takes it away. */
export function toggleOption(draft: CommandDraft, name: string, on: boolean): CommandDraft {
  if (on) return { ...draft, shown: [...draft.shown, name], focused: name, marked: -1, suggestions: null };
  const { [name]: _, ...texts } = draft.texts;
  const { [name]: __, ...picked } = draft.picked;
  return { ...draft, shown: draft.shown.filter((shown) => shown !== name), texts, picked, fault: null };
}

/** Tells whether nothing was filled in, so that leaving loses nothing. */
export const isUntouched = ({ texts }: CommandDraft): boolean => Object.values(texts).every((text) => text.trim() === '');

/** Reads what was filled in; a fault names the option. */
export function readValues(command: CommandView, draft: CommandDraft): { readonly values: Values } | NonNullable<CommandDraft['fault']> {
  const values: Record<string, string | number | boolean> = {};
  for (const option of command.options) {
    const { name } = option;
    const typed = (draft.texts[name] ?? '').trim();
    const picked = draft.picked[name];
    if (picked !== undefined) values[name] = picked;
    else if (typed === '') {
      if (option.required) return { option: name, text: 'This is needed.' };
    } else if (option.choices.length > 0) {
      const choice = option.choices.find((one) => one.name.toLowerCase() === typed.toLowerCase());
      if (!choice) return { option: name, text: 'Choose one from the list.' };
      values[name] = choice.value;
    } else if (option.type === 'integer' || option.type === 'number') {
      const value = Number(typed);
      if (!Number.isFinite(value) || (option.type === 'integer' && !Number.isInteger(value))) {
        return { option: name, text: option.type === 'integer' ? 'This must be a whole number.' : 'This must be a number.' };
      }
      values[name] = value;
    } else values[name] = typed;
  }
  return { values };
}

/** What an application is told while somebody types: everything that can be read already. */
export function partialValues(command: CommandView, draft: CommandDraft, focused: string): Values {
  const known = command.options.flatMap((option): [string, string | number | boolean][] => {
    const result = readValues({ ...command, options: [{ ...option, required: false }] }, draft);
    const value = 'values' in result ? result.values[option.name] : undefined;
    return value === undefined ? [] : [[option.name, value]];
  });
  return { ...Object.fromEntries(known), [focused]: draft.texts[focused] ?? '' };
}
