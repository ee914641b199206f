/** Random numbers that come again in every run. */
export interface Dice {
  /** True with a probability. */
  chance(probability: number): boolean;
  /** A whole number from `min` to `max`, both included. */
  between(min: number, max: number): number;
  /** One of several. */
  pick<T>(items: readonly [T, ...T[]]): T;
}

/** Creates dice from a seed, by Mulberry32 (Tommy Ettinger, public domain). */
export function createDice(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  return { chance: (probability) => next() < probability, between, pick: (items) => items[between(0, items.length - 1)] ?? items[0] };
}

/** Makes a seed of a text. */
export function seedOf(text: string): number {
  let seed = 0;
  for (const character of text) seed = Math.imul(seed ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return seed >>> 0;
}
