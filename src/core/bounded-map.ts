/** Maps that hold no more than so much: what came first goes first. */

/** Puts something at the end of a map, and drops what is first where that is more than `most`. */
export function putLast<K, V>(map: Map<K, V>, key: K, value: V, most: number): void {
  map.delete(key);
  map.set(key, value);
  dropFirst(map, most);
}

/** Drops what is first until there are no more than `most`. */
export function dropFirst(map: Map<unknown, unknown>, most: number): void {
  for (const first of map.keys()) {
    if (map.size <= most) break;
    map.delete(first);
  }
}
