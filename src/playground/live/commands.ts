import { type Json, number, records, text } from '../json.js';
import type { Command } from '../world/state.js';
import type { Nameable } from './controls.js';
import type { CommandView, OptionView } from './protocol.js';

const SUBCOMMAND = 1;
const GROUP = 2;

/** Discord's types of options, as far as they are filled in freely. */
const TYPES: Readonly<Record<number, OptionView['type']>> = { 3: 'text', 4: 'integer', 5: 'boolean', 10: 'number' };

type Choices = OptionView['choices'];

/** What the options for users (6), channels (7), roles (8) and both (9) offer. */
function named(option: Json, { users, roles, channels }: Nameable): Choices {
  const types = Array.isArray(option.channel_types) ? option.channel_types : null;
  const of = (found: readonly { readonly id: string; readonly name: string }[]): Choices =>
    found.map(({ id, name }) => ({ name, value: id }));
  switch (option.type) {
    case 6:
      return of(users);
    case 7:
      return of(channels.filter(({ type }) => types === null || types.includes(type)));
    case 8:
      return of(roles);
    case 9:
      return of([...users, ...roles]);
    default:
      return [];
  }
}

const BOOLEANS: Choices = [
  { name: 'True', value: true },
  { name: 'False', value: false },
];

function optionOf(option: Json, nameable: Nameable): OptionView {
  const type = TYPES[number(option.type) ?? 0] ?? 'choice';
  const written = records(option.choices).map(({ name, value }) => ({
    name: String(name),
    value: typeof value === 'number' ? value : String(value),
  }));
  const choices = type === 'boolean' ? BOOLEANS : written.length > 0 ? written : named(option, nameable);
  return {
    name: text(option.name) ?? '',
    description: text(option.description) ?? '',
    type: choices.length > 0 && type !== 'boolean' ? 'choice' : type,
    required: option.required === true,
    completes: option.autocomplete === true,
    choices,
    most: number(option.max_length) ?? null,
  };
}

/** Lists a typed command, or each of its subcommands, as a person types it. */
export function commandViews(command: Pick<Command, 'definition'>, application: string, nameable: Nameable): readonly CommandView[] {
  const inside = (definition: Json, path: readonly string[]): readonly CommandView[] => {
    const name = [...path, text(definition.name) ?? ''];
    const options = records(definition.options);
    const deeper = options.filter(({ type }) => type === SUBCOMMAND || type === GROUP);
    if (deeper.length > 0) return deeper.flatMap((option) => inside(option, name));
    const description = text(definition.description) ?? '';
    return [{ name: name.join(' '), description, application, options: options.map((option) => optionOf(option, nameable)) }];
  };
  return inside(command.definition, []);
}
