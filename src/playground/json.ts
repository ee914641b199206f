/** A JSON object as it arrives from or leaves for the network. */
export type Json = { readonly [key: string]: unknown };

/** Reads a value as an object; anything else is an empty one. */
export const record = (value: unknown): Json => (isRecord(value) ? value : {});

/** Tells whether a value is a JSON object. */
export const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads a value as a list; anything else is an empty one. */
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Reads a value as a list of objects. */
export const records = (value: unknown): readonly Json[] => list(value).filter(isRecord);

/** Reads a value as text, or undefined where it is none. */
export const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Reads a value as a number; Discord also takes numbers written as text. */
export function number(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : undefined;
}

/** Reads a value as a list of texts. */
export const texts = (value: unknown): readonly string[] => list(value).filter((item) => typeof item === 'string');

/** Drops the keys whose value is undefined or null: Discord leaves unset keys of embeds and components out. */
export const compact = (value: Json): Json =>
  Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined && item !== null));

/** Keeps the named keys that are set. */
export const pick = (value: Json, keys: readonly string[]): Json => compact(Object.fromEntries(keys.map((key) => [key, value[key]])));
