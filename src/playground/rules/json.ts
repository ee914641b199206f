import { join } from './fault.js';

/** A parsed JSON object whose fields nobody has looked at yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** An object of a list together with its place in the body. */
export interface Placed {
  readonly value: JsonObject;
  readonly path: string;
}

/** Tells an object from a list, null and plain values. */
export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads a list; anything else counts as an empty one, because its type is the schema's business. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Reads a text; anything else counts as an empty one. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Counts code points, as the official schemas do, so that an emoji counts once. */
export const lengthOf = (value: unknown): number => {
  const text = textOf(value);
  return text.length - (text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0);
};

/** Reads the objects of a list with their places. */
export const objectsOf = (value: unknown, path: string): readonly Placed[] =>
  listOf(value).flatMap((item, index) => (isObject(item) ? [{ value: item, path: join(path, index) }] : []));

/** Reads one object with its place, as a list that is empty when there is none. */
export const objectAt = (parent: Placed, key: string): readonly Placed[] => {
  const value = parent.value[key];
  return isObject(value) ? [{ value, path: join(parent.path, key) }] : [];
};

/** Tells whether a field carries anything: null, false, blank texts and empty lists do not. */
export const isFilled = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.length > 0
    : typeof value === 'string'
      ? value.trim() !== ''
      : value !== null && value !== undefined && value !== false;

/** Picks the second and later ones of items that share a key; items without a key are left out. */
export function repeated<Item>(items: readonly Item[], keyOf: (item: Item) => string | null): readonly Item[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = keyOf(item);
    if (key === null) return false;
    if (seen.has(key)) return true;
    seen.add(key);
    return false;
  });
}
