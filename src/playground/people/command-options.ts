import { compact, type Json, list, number, record, records, text } from '../json.js';
import { channelJson, roleJson } from '../wire/guild.js';
import { partialMemberJson, userJson } from '../wire/people.js';
import { channelOf, type Ground, permissionsIn, userOf } from '../world/ground.js';
import type { Channel } from '../world/state.js';
import { rangeText } from './limits.js';

/** The values that a person fills in, by option name; users, channels and roles by id. */
export type OptionValues = Readonly<Record<string, string | number | boolean>>;

/** A typed command brought to the wire. */
export interface Filled {
  readonly options: readonly Json[];
  readonly resolved: Json | null;
}

const SUBCOMMAND = 1;
const GROUP = 2;
/** How long a text in an option, and in a field of a form, may be where the application sets no limit (documentation: both components). */
const MOST_CHARACTERS = 6000;
const MOST_IN_FIELD = 4000;

/** Refuses values that the client would not let a person send. */
function check(option: Json, value: string | number | boolean, partial: boolean): void {
  const name = String(option.name);
  const wrong = (why: string): never => {
    throw new Error(`“${name}” must be ${why}.`);
  };
  const expected = option.type === 5 ? 'boolean' : option.type === 4 || option.type === 10 ? 'number' : 'string';
  if (partial) return;
  if (typeof value !== expected) wrong(`a ${expected}`);
  if (option.type === 4 && !Number.isInteger(value)) wrong('a whole number');
  const choices = records(option.choices).map((choice) => choice.value);
  if (choices.length > 0 && !choices.includes(value)) wrong('one of the choices');
  const size = typeof value === 'string' ? value.length : Number(value);
  const isText = typeof value === 'string';
  const least = number(isText ? option.min_length : option.min_value);
  const most = number(isText ? option.max_length : option.max_value) ?? (isText ? MOST_CHARACTERS : undefined);
  if (typeof value !== 'boolean' && (size < (least ?? size) || size > (most ?? size)))
    wrong(`${rangeText(least, most)}${isText ? ` characters long; this has ${size.toLocaleString('en')}` : ''}`);
}

/** Fills in a command's options as the client does; `path` are the names of group and subcommand. */
export function fillOptions(
  ground: Ground,
  definition: Json,
  path: readonly string[],
  given: { readonly values: OptionValues; readonly channel: Channel; readonly focused: string | null },
): Filled {
  const [step, ...rest] = path;
  const known = records(definition.options);
  if (step !== undefined) {
    const inner = known.find((option) => option.name === step && (option.type === SUBCOMMAND || option.type === GROUP));
    if (!inner) throw new Error(`/${String(definition.name)} has no subcommand “${step}”.`);
    const filled = fillOptions(ground, inner, rest, given);
    return { options: [{ name: inner.name, type: inner.type, options: filled.options }], resolved: filled.resolved };
  }
  if (known.some((option) => option.type === SUBCOMMAND || option.type === GROUP)) {
    throw new Error(`/${String(definition.name)} needs a subcommand.`);
  }
  const stray = Object.keys(given.values).filter((name) => !known.some((option) => option.name === name));
  if (stray.length > 0) throw new Error(`/${String(definition.name)} has no option “${stray.join('”, “')}”.`);
  const missing = known.filter((option) => option.required === true && given.values[String(option.name)] === undefined);
  // Somebody who is still typing has not filled in everything yet.
  if (missing.length > 0 && given.focused === null) throw new Error(`“${String(missing[0]?.name)}” is required.`);
  const options = known.flatMap((option) => {
    const name = String(option.name);
    const value = given.values[name];
    if (value === undefined) return [];
    check(option, value, given.focused !== null);
    return [{ name, type: option.type, value, ...(given.focused === name ? { focused: true } : {}) }];
  });
  return { options, resolved: resolve(ground, options, given.channel) };
}

/** Writes the users, members, roles and channels that options name. */
export function resolve(ground: Ground, options: readonly Json[], channel: Channel): Json | null {
  const guild = channel.guildId === null ? undefined : ground.guilds.get(channel.guildId);
  const ids = (...types: readonly number[]): readonly string[] =>
    options.filter(({ type }) => types.includes(Number(type))).map(({ value }) => String(value));
  const table = (found: readonly (readonly [string, Json])[]): Json | undefined =>
    found.length > 0 ? Object.fromEntries(found) : undefined;
  const users = ids(6, 9).filter((id) => ground.users.has(id));
  const resolved = compact({
    users: table(users.map((id) => [id, userJson(userOf(ground, id))] as const)),
    members: table(
      users.flatMap((id) => {
        const member = guild?.members.get(id);
        return member ? [[id, { ...partialMemberJson(member), permissions: String(permissionsIn(ground, id, channel)) }] as const] : [];
      }),
    ),
    roles: table(
      ids(8, 9).flatMap((id) => {
        const role = guild?.roles.get(id);
        return role ? [[id, roleJson(role)] as const] : [];
      }),
    ),
    channels: table(ids(7).map((id) => [id, { ...channelJson(ground, channelOf(ground, id), ''), permissions: '0' }] as const)),
  });
  return Object.keys(resolved).length > 0 ? resolved : null;
}

const TEXT_INPUT = 4;

/** Refuses what the client would not let a person write or choose in a form. */
function checkField(component: Json, label: string, value: string | readonly string[]): void {
  const isText = component.type === TEXT_INPUT;
  const needed = component.required !== false;
  const least = number(isText ? component.min_length : component.min_values) ?? 1;
  const most = number(isText ? component.max_length : component.max_values) ?? (isText ? MOST_IN_FIELD : 1);
  if (value.length === 0 && !needed) return;
  if (value.length >= Math.max(least, needed ? 1 : 0) && value.length <= most) return;
  if (value.length === 0) throw new Error(`“${label}” is required.`);
  const range = rangeText(least, most);
  throw new Error(
    isText ? `“${label}” must be ${range} characters long; this has ${value.length.toLocaleString('en')}.` : `“${label}”: choose ${range}.`,
  );
}

/** Fills a form's fields with values by custom id, in the shape of the form that was shown. */
export function fillForm(modal: Json, values: Readonly<Record<string, string | readonly string[]>>): readonly Json[] {
  const known: string[] = [];
  const fill = (component: Json, named: Json = component): Json => {
    const customId = text(component.custom_id);
    const children = compact({
      components: Array.isArray(component.components) ? records(component.components).map((child) => fill(child)) : undefined,
      component: component.component ? fill(record(component.component), component) : undefined,
    });
    if (customId === undefined) return { type: component.type, ...children, ...(component.id === undefined ? {} : { id: component.id }) };
    known.push(customId);
    const value = values[customId] ?? text(component.value) ?? '';
    checkField(component, text(named.label) ?? customId, value);
    return { type: component.type, custom_id: customId, ...(typeof value === 'string' ? { value } : { values: list(value) }) };
  };
  const filled = records(modal.components).map((component) => fill(component));
  const stray = Object.keys(values).filter((customId) => !known.includes(customId));
  if (stray.length > 0) throw new Error(`The form has no field “${stray.join('”, “')}”.`);
  return filled;
}
