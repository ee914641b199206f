import type { core } from 'zod';
import { type Detail, join } from '../fault.js';
import { isObject } from '../json.js';

/** A schema of the official specification. */
export type Schema = core.$ZodType;

const definition = (schema: Schema) => (schema as core.$ZodTypes)._zod.def;

/** Takes off what only says that a value may be missing, null or defined later. */
function unwrap(schema: Schema): Schema {
  const def = definition(schema);
  if (def.type === 'lazy') return unwrap(def.getter());
  if (def.type === 'optional' || def.type === 'nullable') return unwrap(def.innerType);
  return schema;
}

function literalsOf(schema: Schema): readonly unknown[] {
  const def = definition(unwrap(schema));
  return def.type === 'literal' ? def.values : [];
}

/** Reads the `type` values that an object schema accepts; empty where it has no such tag. */
function tagsOf(schema: Schema): readonly unknown[] {
  const def = definition(unwrap(schema));
  return def.type === 'object' && def.shape.type ? literalsOf(def.shape.type) : [];
}

const keysOf = (schema: Schema): readonly string[] => {
  const def = definition(unwrap(schema));
  return def.type === 'object' ? Object.keys(def.shape) : [];
};

/** Chooses the branch of a union that a value means: by its `type`, else the one that knows most of its keys. */
function branchFor(options: readonly Schema[], value: unknown): Schema | undefined {
  if (!isObject(value)) return options.find((option) => (definition(unwrap(option)).type === 'array') === Array.isArray(value));
  const tagged = options.find((option) => tagsOf(option).includes(value.type));
  if (tagged || options.every((option) => tagsOf(option).length > 0)) return tagged;
  const strangers = (option: Schema) => Object.keys(value).filter((key) => !keysOf(option).includes(key)).length;
  return [...options].filter((option) => keysOf(option).length > 0).sort((a, b) => strangers(a) - strangers(b))[0];
}

/** A body may have keys such as `constructor`, which every object inherits. */
const fieldOf = (shape: core.$ZodShape, key: string): Schema | undefined => (Object.hasOwn(shape, key) ? shape[key] : undefined);

/** Finds the schema below for one key of an object or one index of a list. */
function below(schema: Schema, value: unknown, key: PropertyKey): Schema | undefined {
  const def = definition(unwrap(schema));
  if (def.type === 'object') return fieldOf(def.shape, String(key));
  if (def.type === 'array') return def.element;
  if (def.type === 'record') return def.valueType;
  if (def.type !== 'union') return undefined;
  const branch = branchFor(def.options, value);
  return branch && below(branch, value, key);
}

/** Least and greatest size of a text, list or number; null where the specification names none. */
export interface Bounds {
  readonly least: number | null;
  readonly most: number | null;
}

const LEAST = ['min_length', 'greater_than'];
const MOST = ['max_length', 'less_than'];

function boundsOf(schema: Schema): Bounds {
  const { checks = [] } = definition(unwrap(schema));
  const find = (kinds: readonly string[]): number | null => {
    for (const check of checks) {
      const def = (check as core.$ZodChecks)._zod.def;
      if (!kinds.includes(def.check)) continue;
      if (def.check === 'min_length') return def.minimum;
      if (def.check === 'max_length') return def.maximum;
      if (def.check === 'greater_than' || def.check === 'less_than') return Number(def.value);
    }
    return null;
  };
  return { least: find(LEAST), most: find(MOST) };
}

/** Finds the sizes that the specification allows at a place of a body. */
export function boundsAt(schema: Schema, body: unknown, path: readonly PropertyKey[]): Bounds {
  let at: Schema | undefined = schema;
  let value = body;
  for (const key of path) {
    at = at && below(at, value, key);
    value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  }
  return at ? boundsOf(at) : { least: null, most: null };
}

/** Finds the keys of a body that the specification does not have; keys whose value is undefined never reach the wire. */
export function unknownKeys(schema: Schema, value: unknown, path = ''): readonly Detail[] {
  const def = definition(unwrap(schema));
  if (def.type === 'union') {
    const branch = branchFor(def.options, value);
    return branch ? unknownKeys(branch, value, path) : [];
  }
  if (def.type === 'array' && Array.isArray(value))
    return value.flatMap((item, index) => unknownKeys(def.element, item, join(path, index)));
  if (def.type !== 'object' || !isObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    const inner = fieldOf(def.shape, key);
    if (inner) return unknownKeys(inner, item, join(path, key));
    return item === undefined ? [] : [{ path: join(path, key), code: 'UNKNOWN_KEY', message: 'Discord knows no such field here' }];
  });
}
