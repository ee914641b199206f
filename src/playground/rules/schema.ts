import * as spec from 'discord-api-spec/zod';
import { core } from 'zod';
import { boundsAt, type Schema } from './bodies/shape.js';
import { badLength, required, tooLong, tooMuch, wrongChoice, wrongType } from './details.js';
import { type Detail, join } from './fault.js';
import { isObject } from './json.js';

const SPEC: Readonly<Record<string, Schema>> = spec;

/** Finds a schema of the official specification by its name there. */
export function official(name: string): Schema {
  const found = SPEC[`${name}Schema`];
  if (!found) throw new Error(`discord-api-spec has no schema "${name}"`);
  return found;
}

/** Fields that discord.js, like the API, writes as digits in a string where the specification says number: a JSON number is too small. */
const DIGIT_KEYS = ['default_member_permissions', 'permissions', 'allow', 'deny'];

/** The specification's date-time allows offsets (Discord itself writes +00:00); zod's default does not. */
const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)$/;

/** Docs, message reference types: 1 forwards a message; the specification knows only replies. */
const FORWARD = 1;

/** Where the schemas are stricter than the service. */
function isAllowedAnyway(issue: core.$ZodIssue, path: readonly PropertyKey[], value: unknown): boolean {
  const isText = typeof value === 'string';
  if (issue.code === 'invalid_format')
    return isText && issue.format === 'datetime' && ISO_TIME.test(value) && !Number.isNaN(Date.parse(value));
  if (issue.code === 'invalid_type') return isText && DIGIT_KEYS.includes(String(path.at(-1))) && /^\d+$/.test(value);
  return issue.code === 'invalid_value' && value === FORWARD && path.slice(-2).join('.') === 'message_reference.type';
}

/** Checks a value against a schema and names each mistake as Discord does. */
export function schemaDetails(schema: Schema, value: unknown): readonly Detail[] {
  const result = core.safeParse(schema, value);
  return result.success ? [] : result.error.issues.flatMap((issue) => issueDetails({ schema, body: value }, issue, []));
}

interface Root {
  readonly schema: Schema;
  readonly body: unknown;
}

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined), value);

function issueDetails(root: Root, issue: core.$ZodIssue, before: readonly PropertyKey[]): readonly Detail[] {
  const keys = [...before, ...issue.path];
  const value = valueAt(root.body, keys);
  if (isAllowedAnyway(issue, keys, value)) return [];
  if (issue.code === 'invalid_union') return unionDetails(root, issue, keys, value);
  return [detailOf(root, issue, keys, value)];
}

const saysOtherType = (issue: core.$ZodIssue): boolean =>
  issue.code === 'invalid_value' && issue.path.length === 1 && issue.path[0] === 'type';

const saysOtherKind = (issue: core.$ZodIssue): boolean => issue.code === 'invalid_type' && issue.path.length === 0;

/** Of a union's branches only the one that the `type` names has something to say; without a tag, the one with the fewest mistakes. */
function unionDetails(root: Root, issue: core.$ZodIssueInvalidUnion, keys: readonly PropertyKey[], value: unknown): readonly Detail[] {
  const path = keys.map(String).join('.');
  if (value === undefined || value === null) return [required(path)];
  const branches: readonly (readonly core.$ZodIssue[])[] = issue.errors;
  const meant = branches.filter((branch) => !branch.some(saysOtherType));
  if (meant.length === 0) {
    const types = branches
      .flatMap((branch) => branch.filter(saysOtherType))
      .flatMap((other) => (other.code === 'invalid_value' ? other.values : []));
    if (isObject(value) && value.type === undefined) return [required(join(path, 'type'))];
    types.sort((a, b) => Number(a) - Number(b));
    return [path === '' ? wrongChoice('type', types) : wrongType(path, types)];
  }
  const ofKind = meant.filter((branch) => !branch.some(saysOtherKind));
  const told = (ofKind.length > 0 ? ofKind : meant).map((branch) => branch.flatMap((inner) => issueDetails(root, inner, keys)));
  return told.reduce((best, details) => (details.length < best.length ? details : best));
}

const shown = (value: unknown): string => String(JSON.stringify(value) ?? value).slice(0, 100);

const WRONG_KIND: Readonly<Record<string, readonly [code: string, message: string]>> = {
  array: ['LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType'],
  object: ['MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType'],
  record: ['DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType'],
  boolean: ['BOOLEAN_TYPE_CONVERT', 'Must be either true or false.'],
};

function wrongKind(path: string, expected: string, value: unknown): Detail {
  if (value === undefined || value === null) return required(path);
  const known = WRONG_KIND[expected];
  if (known) return { path, code: known[0], message: known[1] };
  if (expected === 'string') return { path, code: 'STRING_TYPE_CONVERT', message: `Could not interpret ${shown(value)} as string.` };
  return { path, code: 'NUMBER_TYPE_COERCE', message: `Value ${shown(value)} is not int.` };
}

function wrongFormat(path: string, format: string, value: unknown): Detail {
  if (format === 'url') return { path, code: 'URL_TYPE_INVALID_URL', message: 'Not a well formed URL.' };
  if (format === 'datetime') return { path, code: 'DATE_TIME_TYPE_PARSE', message: `Could not parse ${shown(value)}. Should be ISO8601.` };
  return { path, code: 'NUMBER_TYPE_COERCE', message: `Value ${shown(value)} is not snowflake.` };
}

function wrongSize(root: Root, issue: core.$ZodIssueTooBig | core.$ZodIssueTooSmall, path: string, keys: readonly PropertyKey[]): Detail {
  const bounds = boundsAt(root.schema, root.body, keys);
  const least = issue.code === 'too_small' ? Number(issue.minimum) : bounds.least;
  const most = issue.code === 'too_big' ? Number(issue.maximum) : bounds.most;
  if (issue.origin === 'string' || issue.origin === 'array') {
    if (most === null) return { path, code: 'BASE_TYPE_MIN_LENGTH', message: `Must be ${least} or more in length.` };
    return least === null || least === 0 ? tooLong(path, most) : badLength(path, least, most);
  }
  if (issue.code === 'too_big') return tooMuch(path, Number(issue.maximum));
  return { path, code: 'NUMBER_TYPE_MIN', message: `int value should be greater than or equal to ${least}.` };
}

function detailOf(root: Root, issue: core.$ZodIssue, keys: readonly PropertyKey[], value: unknown): Detail {
  const path = keys.map(String).join('.');
  if (issue.code === 'invalid_type') return wrongKind(path, issue.expected, value);
  if (issue.code === 'too_big' || issue.code === 'too_small') return wrongSize(root, issue, path, keys);
  if (issue.code === 'invalid_format') return wrongFormat(path, issue.format, value);
  if (issue.code === 'invalid_value') return value === undefined ? required(path) : wrongChoice(path, issue.values);
  return { path, code: issue.code.toUpperCase(), message: issue.message };
}
