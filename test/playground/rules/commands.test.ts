import { Locale } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { CALLBACK, command, found, letters, type Planted, PUT_COMMANDS, texts, times, wish } from './planted.js';

const GUILD = 'PUT /applications/{application_id}/guilds/{guild_id}/commands';
const POST = 'POST /applications/{application_id}/commands';
const PATCH = 'PATCH /applications/{application_id}/commands/{command_id}';

const withOptions = (...options: readonly object[]) => [command({ options })];
const choice = (value: string, change: object = {}) => ({ name: 'A choice', value, ...change });
const sub = (name: string, ...options: readonly object[]) => ({ type: 1, name, description: 'A part', options });
const group = (name: string, ...options: readonly object[]) => ({ type: 2, name, description: 'A group', options });
const menu = (type: number, name: string, change: object = {}) => ({ type, name, ...change });
const suggests = (...choices: readonly object[]) => ({ type: 8, data: { choices } });

/** A command of so many characters: four options of full descriptions and choices, the last choice takes the rest. */
function sized(total: number, change: object = {}) {
  const full = times(3, (option) =>
    wish(`o${option}`, { choices: times(25, (index) => ({ name: `c${index + 10}`, value: letters(100) })) }),
  );
  const used = 'ask'.length + 'Ask a question'.length + 4 * ('o0'.length + 'A text'.length) + 3 * 25 * 103;
  const rest = total - used;
  const last = wish('o3', {
    choices: [
      { name: letters(100), value: letters(100) },
      { name: 'x', value: letters(rest - 201) },
    ],
  });
  return command({ options: [...full, last], ...change });
}

const PLANTED: readonly Planted[] = [
  ['a name of 33', PUT_COMMANDS, [command({ name: letters(33) })], '0.name BASE_TYPE_BAD_LENGTH'],
  ['a description of 101', PUT_COMMANDS, [command({ description: letters(101) })], '0.description BASE_TYPE_MAX_LENGTH'],
  ['26 options', PUT_COMMANDS, withOptions(...times(26, (n) => wish(`o${n}`))), '0.options BASE_TYPE_MAX_LENGTH'],
  [
    '26 choices',
    PUT_COMMANDS,
    withOptions(wish('a', { choices: times(26, (n) => choice(`v${n}`)) })),
    '0.options.0.choices BASE_TYPE_MAX_LENGTH',
  ],
  ['131 commands', PUT_COMMANDS, times(131, (n) => command({ name: `c${n}` })), ' BASE_TYPE_MAX_LENGTH'],
  ['an option of a type that is none', PUT_COMMANDS, withOptions({ ...wish('a'), type: 99 }), '0.options.0 UNION_TYPE_CHOICES'],
  ['a command of a type that is none', PUT_COMMANDS, [command({ type: 9 })], '0.type BASE_TYPE_CHOICES'],
  ['a command without a name', PUT_COMMANDS, [{ description: 'Ask' }], '0.name BASE_TYPE_REQUIRED'],
  ['an option without a description', PUT_COMMANDS, withOptions({ type: 3, name: 'a' }), '0.options.0.description BASE_TYPE_REQUIRED'],
  ['a name in capitals', PUT_COMMANDS, [command({ name: 'Ask' })], '0.name APPLICATION_COMMAND_INVALID_NAME'],
  ['a name in capitals of another alphabet', GUILD, [command({ name: 'Ответ' })], '0.name APPLICATION_COMMAND_INVALID_NAME'],
  ['a name with a blank', POST, command({ name: 'ask me' }), 'name APPLICATION_COMMAND_INVALID_NAME'],
  ['a name with a dot', PATCH, { name: 'ask.me' }, 'name APPLICATION_COMMAND_INVALID_NAME'],
  [
    'an option name in capitals',
    PUT_COMMANDS,
    withOptions(sub('a', wish('Text'))),
    '0.options.0.options.0.name APPLICATION_COMMAND_INVALID_NAME',
  ],
  [
    'a localized name in capitals',
    PUT_COMMANDS,
    [command({ name_localizations: { de: 'Frage' } })],
    '0.name_localizations.de APPLICATION_COMMAND_INVALID_NAME',
  ],
  [
    'a localized option name with a blank',
    PUT_COMMANDS,
    withOptions(wish('a', { name_localizations: { de: 'ein text' } })),
    '0.options.0.name_localizations.de APPLICATION_COMMAND_INVALID_NAME',
  ],
  [
    'a language that is none',
    PUT_COMMANDS,
    [command({ description_localizations: { en: 'Ask' } })],
    '0.description_localizations.en ENUM_TYPE_COERCE',
  ],
  [
    'a language that is none in a choice',
    PUT_COMMANDS,
    withOptions(wish('a', { choices: [choice('v', { name_localizations: { 'de-DE': 'x' } })] })),
    '0.options.0.choices.0.name_localizations.de-DE ENUM_TYPE_COERCE',
  ],
  ['no description', PUT_COMMANDS, [{ name: 'ask' }], '0.description BASE_TYPE_REQUIRED'],
  ['an empty description', POST, command({ description: '' }), 'description BASE_TYPE_REQUIRED'],
  [
    'a context menu with a description',
    PUT_COMMANDS,
    [menu(3, 'Ask the bot', { description: 'Asks' })],
    '0.description APPLICATION_COMMAND_CONTEXT_MENU_INVALID',
  ],
  [
    'a context menu with options',
    PUT_COMMANDS,
    [menu(2, 'Who is this', { options: [wish('a')] })],
    '0.options APPLICATION_COMMAND_CONTEXT_MENU_INVALID',
  ],
  ['a command twice', PUT_COMMANDS, [command(), command({ name: 'tip' }), command({ type: 1 })], '2 APPLICATION_COMMANDS_DUPLICATE_NAME'],
  ['an option twice', PUT_COMMANDS, withOptions(wish('a'), wish('a')), '0.options.1 APPLICATION_COMMAND_OPTIONS_NAME_INVALID'],
  [
    'an option twice in a part',
    PUT_COMMANDS,
    withOptions(sub('a', wish('a'), wish('a'))),
    '0.options.0.options.1 APPLICATION_COMMAND_OPTIONS_NAME_INVALID',
  ],
  [
    'a required option after another',
    PUT_COMMANDS,
    withOptions(wish('a'), wish('b', { required: true })),
    '0.options.1 APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
  ],
  [
    'a required option after another in a group',
    PUT_COMMANDS,
    withOptions(group('g', sub('a', wish('a'), wish('b', { required: true })))),
    '0.options.0.options.0.options.1 APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
  ],
  [
    'choices beside autocompletion',
    PUT_COMMANDS,
    withOptions(wish('a', { autocomplete: true, choices: [choice('v')] })),
    '0.options.0.choices APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE',
  ],
  ['a part beside an option', PUT_COMMANDS, withOptions(sub('a'), wish('b')), '0.options APPLICATION_COMMAND_OPTIONS_TYPE_INVALID'],
  [
    'a choice value of 101',
    PUT_COMMANDS,
    withOptions(wish('a', { choices: [choice(letters(101))] })),
    '0.options.0.choices.0.value BASE_TYPE_MAX_LENGTH',
  ],
  ['8001 characters', PUT_COMMANDS, [sized(8001)], '0 APPLICATION_COMMAND_TOO_LARGE'],
  [
    '8001 characters in one language',
    POST,
    sized(8000, { description_localizations: { de: 'Stelle eine Frag', fr: 'Une' } }),
    ' APPLICATION_COMMAND_TOO_LARGE',
  ],
  ['101 slash commands', PUT_COMMANDS, times(101, (n) => command({ name: `c${n}` })), '30032'],
  ['16 commands for people', GUILD, times(16, (n) => menu(2, `Command ${n}`)), '30032'],
  ['16 commands for messages', PUT_COMMANDS, times(16, (n) => menu(3, `Command ${n}`)), '30032'],
  [
    'permissions that are no number',
    PUT_COMMANDS,
    [command({ default_member_permissions: 'ManageGuild' })],
    '0.default_member_permissions NUMBER_TYPE_COERCE',
  ],
  ['no contexts', PUT_COMMANDS, [command({ contexts: [] })], '0.contexts BASE_TYPE_MIN_LENGTH'],
  [
    'a key that is misspelt',
    PUT_COMMANDS,
    [command({ defaultMemberPermissions: '0' })],
    '0.defaultMemberPermissions UNKNOWN_KEY (ignored)',
  ],
  [
    'a key of an option that is misspelt',
    PUT_COMMANDS,
    withOptions(wish('a', { requierd: true })),
    '0.options.0.requierd UNKNOWN_KEY (ignored)',
  ],
  ['26 suggestions', CALLBACK, suggests(...times(26, (n) => choice(`v${n}`))), 'data.choices BASE_TYPE_MAX_LENGTH'],
  ['a suggestion without a name', CALLBACK, suggests(choice('v', { name: '' })), 'data.choices.0.name BASE_TYPE_BAD_LENGTH'],
  ['a suggestion with a name of 101', CALLBACK, suggests(choice('v', { name: letters(101) })), 'data.choices.0.name BASE_TYPE_BAD_LENGTH'],
  ['a suggestion with a value of 101', CALLBACK, suggests(choice('v'), choice(letters(101))), 'data.choices.1.value BASE_TYPE_MAX_LENGTH'],
];

const GOOD: readonly (readonly [name: string, operation: string, body: unknown])[] = [
  ['no commands', PUT_COMMANDS, []],
  ['a name of 32 and a description of 100', PUT_COMMANDS, [command({ name: letters(32), description: letters(100) })]],
  ['names of other alphabets', PUT_COMMANDS, ['質問', 'ถาม', 'पूछें', 'ответ', "d'accord", 'ask-me_2'].map((name) => command({ name }))],
  [
    'every language',
    PUT_COMMANDS,
    [command({ name_localizations: Object.fromEntries(Object.values(Locale).map((locale) => [locale, 'ask'])) })],
  ],
  [
    '100 slash commands beside 15 for people and 15 for messages',
    PUT_COMMANDS,
    [...times(100, (n) => command({ name: `c${n}` })), ...times(15, (n) => menu(2, `P${n}`)), ...times(15, (n) => menu(3, `M${n}`))],
  ],
  ['one name for a slash command and for both menus', PUT_COMMANDS, [command(), menu(2, 'ask'), menu(3, 'ask')]],
  ['context menus in capitals', PUT_COMMANDS, [menu(3, 'Ask the bot about this', { description: '' })]],
  ['8000 characters', PUT_COMMANDS, [sized(8000)]],
  [
    '8000 characters, shorter ones in another language',
    PUT_COMMANDS,
    [sized(8000, { description_localizations: { de: 'Frage stellen' } })],
  ],
  ['25 options, the required ones first', PUT_COMMANDS, withOptions(...times(25, (n) => wish(`o${n}`, { required: n < 3 })))],
  ['25 choices', PUT_COMMANDS, withOptions(wish('a', { choices: times(25, (n) => choice(`v${n}`)) }))],
  [
    'a choice of a whole number',
    PUT_COMMANDS,
    withOptions({ type: 4, name: 'n', description: 'A number', choices: [{ name: 'One', value: 1 }] }),
  ],
  ['a choice value of 100', PUT_COMMANDS, withOptions(wish('a', { choices: [choice(letters(100))] }))],
  ['autocompletion without choices', PUT_COMMANDS, withOptions(wish('a', { autocomplete: true, choices: [] }))],
  ['parts beside a group', PUT_COMMANDS, withOptions(sub('a', wish('x')), group('g', sub('a', wish('x'))))],
  ['permissions as digits', PUT_COMMANDS, [command({ default_member_permissions: '32' })]],
  ['permissions of nobody', PUT_COMMANDS, [command({ default_member_permissions: '0', nsfw: false })]],
  ['a change of the description alone', PATCH, { description: 'Ask anything' }],
  ['25 suggestions', CALLBACK, suggests(...times(25, (n) => choice(`v${n}`)))],
  ['no suggestions', CALLBACK, suggests()],
  ['a suggestion at its limits', CALLBACK, suggests({ name: letters(100), value: letters(100) })],
  ['a suggestion of a number', CALLBACK, suggests({ name: 'One', value: 1 })],
];

describe('a mistake in commands', () => {
  it.each(PLANTED)('is found and nothing else: %s', (_, operation, body, expected) => {
    expect(found(operation, body)).toEqual([expected]);
  });

  it('is told in the words of Discord', () => {
    expect(texts(PUT_COMMANDS, [command(), command()])).toContain('Application command names must be unique');
    expect(texts(PUT_COMMANDS, [sized(8001)])).toContain('Command exceeds maximum size (8000)');
    expect(
      texts(
        PUT_COMMANDS,
        times(101, (n) => command({ name: `c${n}` })),
      ),
    ).toEqual(['Maximum number of application commands reached (100)']);
    expect(
      texts(
        GUILD,
        times(16, (n) => menu(2, `Command ${n}`)),
      ),
    ).toEqual(['Maximum number of application commands reached (15)']);
  });
});

describe('good commands', () => {
  it.each(GOOD)('are accepted: %s', (_, operation, body) => {
    expect(found(operation, body)).toEqual([]);
  });
});
