import { required } from '../details.js';
import { type Detail, type Fault, join, refusal } from '../fault.js';
import { isFilled, lengthOf, objectAt, type Placed, repeated, textOf } from '../json.js';
import type { Rule, Rules } from '../rule.js';
import { allOptions, choicesOf, OPTION_RULES } from './command-options.js';

const CHAT_INPUT = 1;
const USER = 2;
const MESSAGE = 3;
/** Docs, command naming; the length is the schema's business. */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]+$/u;
/** Docs, application commands: name, description and value properties of one command, its options and choices. */
const MAX_COMMAND_SIZE = 8000;
/** Docs, registering a command: how many of each type an app may have. */
const MAX_COMMANDS: ReadonlyMap<number, number> = new Map([
  [CHAT_INPUT, 100],
  [USER, 15],
  [MESSAGE, 15],
]);
/** Docs, reference, locales. */
const LOCALES =
  'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko'.split(' ');

/** A command without a type is a slash command; an edit names no type, but only slash commands have options. */
const typeOf = ({ value }: Placed): unknown => value.type ?? CHAT_INPUT;
const isContextMenu = (command: Placed): boolean => typeOf(command) === USER || typeOf(command) === MESSAGE;

/** Discord asks for the lower case variant of every letter that has one. */
const isGoodName = (name: string): boolean => NAME.test(name) && name === name.toLowerCase();

const invalidName = (path: string): Detail => ({ path, code: 'APPLICATION_COMMAND_INVALID_NAME', message: 'Command name is invalid' });

const localized = (parent: Placed, key: string): readonly (readonly [locale: string, text: string, path: string])[] =>
  objectAt(parent, `${key}_localizations`).flatMap(({ value, path }) =>
    Object.entries(value).map(([locale, text]) => [locale, textOf(text), join(path, locale)] as const),
  );

/** A missing or empty name is the schema's business. */
const commandName: Rule = (command) =>
  (isContextMenu(command) ? [] : [command, ...allOptions(command)]).flatMap((named) => [
    ...(typeof named.value.name === 'string' && named.value.name !== '' && !isGoodName(named.value.name)
      ? [invalidName(join(named.path, 'name'))]
      : []),
    ...localized(named, 'name')
      .filter(([, text]) => text !== '' && !isGoodName(text))
      .map(([, , path]) => invalidName(path)),
  ]);

const unknownLocale: Rule = (command) =>
  [command, ...allOptions(command), ...allOptions(command).flatMap(choicesOf)]
    .flatMap((named) => [...localized(named, 'name'), ...localized(named, 'description')])
    .filter(([locale]) => !LOCALES.includes(locale))
    .map(([locale, , path]) => ({ path, code: 'ENUM_TYPE_COERCE', message: `Value "${locale}" is not a valid enum value.` }));

const missingDescription: Rule = (command) =>
  typeOf(command) === CHAT_INPUT && !isFilled(command.value.description) ? [required(join(command.path, 'description'))] : [];

/** Docs, command structure: an empty description and no options for user and message commands. */
const contextMenuExtras: Rule = (command) =>
  isContextMenu(command)
    ? ['description', 'options']
        .filter((key) => isFilled(command.value[key]))
        .map((key) => ({
          path: join(command.path, key),
          code: 'APPLICATION_COMMAND_CONTEXT_MENU_INVALID',
          message: `Context menu commands cannot have ${key}`,
        }))
    : [];

/** Docs: of a field with localizations only the longest text counts, the default included. */
const longest = (named: Placed, key: string): number =>
  Math.max(lengthOf(named.value[key]), ...localized(named, key).map(([, text]) => lengthOf(text)));

function sizeOf(command: Placed): number {
  const options = allOptions(command);
  const named = [command, ...options].reduce((sum, part) => sum + longest(part, 'name') + longest(part, 'description'), 0);
  return options.flatMap(choicesOf).reduce((sum, choice) => sum + longest(choice, 'name') + lengthOf(choice.value.value), named);
}

const tooLarge: Rule = (command) =>
  sizeOf(command) > MAX_COMMAND_SIZE
    ? [{ path: command.path, code: 'APPLICATION_COMMAND_TOO_LARGE', message: `Command exceeds maximum size (${MAX_COMMAND_SIZE})` }]
    : [];

const EDIT: readonly Rule[] = [commandName, unknownLocale, tooLarge, ...OPTION_RULES];

/** Rules for a change of a command, which names only what changes. */
export const COMMAND_EDIT_RULES: Rules = { form: EDIT };

/** Rules for a new command. */
export const COMMAND_RULES: Rules = { form: [...EDIT, missingDescription, contextMenuExtras] };

const duplicateCommand: Rule<readonly Placed[]> = (commands) =>
  repeated(commands, (command) => (isFilled(command.value.name) ? `${String(typeOf(command))} ${textOf(command.value.name)}` : null)).map(
    ({ path }) => ({ path, code: 'APPLICATION_COMMANDS_DUPLICATE_NAME', message: 'Application command names must be unique' }),
  );

const tooManyCommands = (commands: readonly Placed[]): readonly Fault[] =>
  [...MAX_COMMANDS].flatMap(([type, maximum]) =>
    commands.filter((command) => typeOf(command) === type).length > maximum
      ? [refusal(30032, `Maximum number of application commands reached (${maximum})`)]
      : [],
  );

/** Rules for all commands of an application, or of a guild, together. */
export const COMMAND_LIST_RULES: Rules<readonly Placed[]> = { form: [duplicateCommand], refusals: [tooManyCommands] };
