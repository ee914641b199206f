/** How values of the core are written into columns, and read from them. */

/** Makes text safe for both backends: PostgreSQL refuses U+0000, SQLite cuts there, and neither keeps half a surrogate pair. */
export function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}

/** Reads a list of texts from its column; throws where the column holds anything else. */
export function readTexts(column: string): readonly string[] {
  return readList(column, (item) => typeof item === 'string');
}

/** Reads a list of numbers from its column; throws where the column holds anything else. */
export function readNumbers(column: string): readonly number[] {
  return readList(column, (item) => typeof item === 'number');
}

function readList<T>(column: string, isItem: (item: unknown) => item is T): readonly T[] {
  const list: unknown = JSON.parse(column);
  if (!Array.isArray(list) || !list.every(isItem)) throw new TypeError('a column must hold a JSON list of one kind');
  return list;
}

/** Writes yes or no. */
export function flag(value: boolean): number {
  return value ? 1 : 0;
}

/** Orders two texts by their UTF-16 units: the same on every backend, whatever its collation. */
export function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
