/** Tells Discord which commands there are, and only when that changed. */
import { isDeepStrictEqual } from 'node:util';
import { type APIApplication, ApplicationCommandType, REST, Routes } from 'discord.js';
import type { Command } from '../commands/command.js';
import { connectionError } from './connection-error.js';

/**
 * Compares the commands with those that Discord has, and replaces these where something differs.
 * @param rest with a token
 */
export async function deployCommands(rest: REST, applicationId: string, commands: readonly Command[]): Promise<'unchanged' | 'deployed'> {
  const route = Routes.applicationCommands(applicationId);
  const wanted = commands.map(({ data }) => data);
  const present = await rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) });
  if (Array.isArray(present) && isDeepStrictEqual(byName(present), byName(wanted))) return 'unchanged';
  await rest.put(route, { body: wanted });
  return 'deployed';
}

/**
 * As `deployCommands`, for a process that is not connected.
 * @param commandsOf makes the commands of the application by its name
 */
export async function deployWithToken(
  token: string,
  apiUrl: string,
  commandsOf: (name: string) => readonly Command[],
): Promise<{ readonly outcome: 'unchanged' | 'deployed'; readonly commands: readonly Command[] }> {
  const rest = new REST({ api: apiUrl }).setToken(token);
  try {
    const { id, name } = (await rest.get(Routes.currentApplication())) as APIApplication;
    const commands = commandsOf(name);
    return { outcome: await deployCommands(rest, id, commands), commands };
  } catch (error) {
    throw connectionError(error, apiUrl);
  }
}

/** What Discord fills in where a field is missing, for a command and for an option. */
const COMMAND_DEFAULTS = {
  type: ApplicationCommandType.ChatInput,
  description: '',
  default_member_permissions: null,
  integration_types: [0],
  contexts: null,
  nsfw: false,
  name_localizations: null,
  description_localizations: null,
};
const OPTION_DEFAULTS = {
  required: false,
  autocomplete: false,
  name_localizations: null,
  description_localizations: null,
};
/** Lists whose order means nothing. */
const SETS = ['integration_types', 'contexts', 'channel_types'];
/** What an option says beside the defaults. */
const OPTION_FIELDS = ['type', 'name', 'description', 'min_value', 'max_value', 'min_length', 'max_length'];

function byName(commands: readonly unknown[]): unknown[] {
  const key = ({ type, name }: Record<string, unknown>): string => `${type} ${name}`;
  return commands.map((command) => canonical(command, COMMAND_DEFAULTS, ['name'])).sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** The fields that a bot can set, with defaults filled in; ids and versions, which Discord adds, fall away. */
function canonical(value: unknown, defaults: Readonly<Record<string, unknown>>, fields: readonly string[]): Record<string, unknown> {
  const source: Record<string, unknown> = typeof value === 'object' && value !== null ? { ...value } : {};
  const result: Record<string, unknown> = {};
  for (const field of [...Object.keys(defaults), ...fields, ...SETS]) {
    const given = source[field] ?? defaults[field];
    if (given !== undefined) result[field] = SETS.includes(field) && Array.isArray(given) ? [...given].sort() : given;
  }
  for (const list of ['options', 'choices']) {
    const items = source[list];
    if (!Array.isArray(items) || items.length === 0) continue;
    result[list] = items.map((item) =>
      list === 'options' ? canonical(item, OPTION_DEFAULTS, OPTION_FIELDS) : { name: item.name, value: item.value },
    );
  }
  return result;
}
