import { apiError } from '../api-error.js';
import { compact, isRecord, type Json, list, record, records } from '../json.js';
import { guildOf } from '../world/ground.js';
import type { Command } from '../world/state.js';
import { type BotCall, bot, NOTHING, ok, param, type Route } from './route.js';

const GLOBAL = '/applications/{application_id}/commands';
const GUILD = '/applications/{application_id}/guilds/{guild_id}/commands';

/** Checks that the bot registers commands of its own, and in a guild that has it. */
function scopeOf(call: BotCall): string | null {
  if (param(call, 'application_id') !== call.botId) throw apiError(50001);
  const guildId = call.path.guild_id;
  if (guildId === undefined) return null;
  if (!guildOf(call.ground, guildId).members.has(call.botId)) throw apiError(50001);
  return guildId;
}

const inScope = (call: BotCall, guildId: string | null): readonly Command[] =>
  [...call.application.commands.values()].filter((command) => command.guildId === guildId);

const key = (definition: Json): string => `${Number(definition.type ?? 1)} ${String(definition.name)}`;

/** Brings a definition to the shape in which Discord keeps it: with the defaults that a request may leave out. */
function normal(definition: Json, guildId: string | null): Json {
  const permissions = definition.default_member_permissions ?? null;
  return compact({
    type: 1,
    description: '',
    ...(guildId === null ? { integration_types: [0] } : {}),
    ...definition,
    nsfw: definition.nsfw === true,
    options:
      Array.isArray(definition.options) && definition.options.length > 0 ? records(definition.options).map(compactOption) : undefined,
    default_member_permissions: permissions === null ? undefined : String(permissions),
  });
}

/** Drops unset keys of an option, and a `required` that says no: Discord keeps neither. */
function compactOption(option: Json): Json {
  return compact({
    ...option,
    required: option.required === true ? true : undefined,
    autocomplete: option.autocomplete === true ? true : undefined,
    options: Array.isArray(option.options) ? records(option.options).map(compactOption) : undefined,
    choices: Array.isArray(option.choices) ? records(option.choices).map(compact) : undefined,
  });
}

/** Registers a definition; a command of the same name and type keeps its id. */
function put(call: BotCall, guildId: string | null, definition: Json): { readonly command: Command; readonly created: boolean } {
  const known = inScope(call, guildId).find((command) => key(command.definition) === key(definition));
  const next = normal(definition, guildId);
  if (!known) {
    const id = call.ground.nextId();
    const command: Command = { id, applicationId: call.botId, guildId, version: id, definition: next };
    call.application.commands.set(id, command);
    return { command, created: true };
  }
  if (JSON.stringify(known.definition) !== JSON.stringify(next)) known.version = call.ground.nextId();
  known.definition = next;
  return { command: known, created: false };
}

/** Writes a command; lists leave the translations out unless they are asked for. */
function commandJson(command: Command, withLocalizations: boolean): Json {
  const hide = (value: Json): Json =>
    Object.fromEntries(
      Object.entries(value)
        .filter(([name]) => withLocalizations || !name.endsWith('_localizations'))
        .map(([name, item]) => [name, Array.isArray(item) ? item.map((one) => (isRecord(one) ? hide(one) : one)) : item]),
    );
  return {
    ...(command.guildId === null ? { dm_permission: true, contexts: null } : {}),
    default_member_permissions: null,
    ...(withLocalizations ? { name_localizations: null, description_localizations: null } : {}),
    ...hide(command.definition),
    id: command.id,
    application_id: command.applicationId,
    version: command.version,
    ...(command.guildId === null ? {} : { guild_id: command.guildId }),
  };
}

function commandOf(call: BotCall): Command {
  const guildId = scopeOf(call);
  const command = call.application.commands.get(param(call, 'command_id'));
  if (!command || command.guildId !== guildId) throw apiError(10063);
  return command;
}

const routesOf = (base: string): readonly Route[] => [
  bot(`GET ${base}`, (call) => {
    const withLocalizations = call.query.get('with_localizations') === 'true';
    return ok(inScope(call, scopeOf(call)).map((command) => commandJson(command, withLocalizations)));
  }),
  bot(`PUT ${base}`, (call) => {
    const guildId = scopeOf(call);
    const kept = list(call.json).map((definition) => put(call, guildId, record(definition)).command);
    for (const command of inScope(call, guildId)) if (!kept.includes(command)) call.application.commands.delete(command.id);
    call.ground.changes.touch();
    return ok(kept.map((command) => commandJson(command, true)));
  }),
  bot(`POST ${base}`, (call) => {
    const { command, created } = put(call, scopeOf(call), call.body);
    call.ground.changes.touch();
    return { status: created ? 201 : 200, body: commandJson(command, true) };
  }),
  bot(`GET ${base}/{command_id}`, (call) => ok(commandJson(commandOf(call), true))),
  bot(`PATCH ${base}/{command_id}`, (call) => {
    const command = commandOf(call);
    const { application } = call;
    const before = command.definition.name;
    command.definition = normal({ ...command.definition, ...call.body }, command.guildId);
    // With its name a command loses what administrators have decided about it (documentation: edit application command permissions).
    if (command.definition.name !== before)
      application.commandPermissions = application.commandPermissions.filter(({ commandId }) => commandId !== command.id);
    command.version = call.ground.nextId();
    return ok(commandJson(command, true));
  }),
  bot(`DELETE ${base}/{command_id}`, (call) => {
    call.application.commands.delete(commandOf(call).id);
    call.ground.changes.touch();
    return NOTHING;
  }),
];

/** Routes about an application's commands, global and of one guild. */
export const commandRoutes: readonly Route[] = [...routesOf(GLOBAL), ...routesOf(GUILD)];
