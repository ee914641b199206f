import { tooLong } from '../details.js';
import { type Detail, join } from '../fault.js';
import { isFilled, lengthOf, objectsOf, type Placed, repeated, textOf } from '../json.js';
import type { Rule } from '../rule.js';

const SUBCOMMAND = 1;
const SUBCOMMAND_GROUP = 2;
/** Docs, option choice structure: up to 100 characters; the specification says 6000. */
const MAX_CHOICE_VALUE = 100;

/** Reads the options just below a command or an option. */
export const optionsOf = (parent: Placed): readonly Placed[] => objectsOf(parent.value.options, join(parent.path, 'options'));

/** Reads the choices of an option, or those offered as autocompletion. */
export const choicesOf = (parent: Placed): readonly Placed[] => objectsOf(parent.value.choices, join(parent.path, 'choices'));

/** Lists the options of a command, however deep. */
export const allOptions = (parent: Placed): readonly Placed[] => optionsOf(parent).flatMap((option) => [option, ...allOptions(option)]);

const withOptions = (command: Placed): readonly Placed[] => [command, ...allOptions(command)];

const duplicateOptionName: Rule = (command) =>
  withOptions(command)
    .flatMap((parent) => repeated(optionsOf(parent), ({ value }) => (isFilled(value.name) ? textOf(value.name) : null)))
    .map((option) => ({
      path: option.path,
      code: 'APPLICATION_COMMAND_OPTIONS_NAME_INVALID',
      message: `Option name ${textOf(option.value.name)} is already used in these options`,
    }));

/** Docs, option structure: required options come before optional ones. */
const requiredAfterOptional: Rule = (command) =>
  withOptions(command).flatMap((parent) => {
    const options = optionsOf(parent).filter(({ value }) => !isSubcommand(value.type));
    const firstOptional = options.findIndex(({ value }) => value.required !== true);
    return options
      .filter(({ value }, index) => firstOptional >= 0 && index > firstOptional && value.required === true)
      .map((option) => ({
        path: option.path,
        code: 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        message: 'Required options must be placed before non-required options',
      }));
  });

const isSubcommand = (type: unknown): boolean => type === SUBCOMMAND || type === SUBCOMMAND_GROUP;

/** Docs, subcommands: a command that has them has no other options. */
const mixedOptions: Rule = (command) =>
  withOptions(command)
    .filter((parent) => {
      const kinds = new Set(optionsOf(parent).map(({ value }) => isSubcommand(value.type)));
      return kinds.size > 1;
    })
    .map((parent) => ({
      path: join(parent.path, 'options'),
      code: 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
      message: 'Sub-command and sub-command group option types are mutually exclusive to all other types',
    }));

/** Docs, option structure: autocomplete may not be true where choices are given. */
const autocompleteBesideChoices: Rule = (command) =>
  allOptions(command)
    .filter(({ value }) => value.autocomplete === true && isFilled(value.choices))
    .map((option) => ({
      path: join(option.path, 'choices'),
      code: 'APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE',
      message: 'An option with autocomplete cannot have choices',
    }));

/** Finds choices whose value is longer than people may send back. */
export const longChoiceValues = (parent: Placed): readonly Detail[] =>
  choicesOf(parent)
    .filter(({ value }) => lengthOf(value.value) > MAX_CHOICE_VALUE)
    .map((choice) => tooLong(join(choice.path, 'value'), MAX_CHOICE_VALUE));

const longChoice: Rule = (command) => allOptions(command).flatMap(longChoiceValues);

/** What the specification does not say about the options of a command. */
export const OPTION_RULES: readonly Rule[] = [
  duplicateOptionName,
  requiredAfterOptional,
  mixedOptions,
  autocompleteBesideChoices,
  longChoice,
];
