/** Tells whether a text is made of known phrases alone, in time that grows with its length and no faster. */

/** Phrases, each a pattern that begins at a word and ends at one. */
export type Phrases = readonly RegExp[];

/** Compiles alternatives, each of which may be several joined by "|"; each is tried by itself, for the first that fits may be too short. */
export function phrasesOf(alternatives: readonly string[]): Phrases {
  return alternatives.flatMap(apart).map((alternative) => new RegExp(`(?:${alternative})(?=$| )`, 'uy'));
}

/** Cuts a pattern at the "|" that stand in no group. */
function apart(pattern: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const sign of pattern) {
    if (sign === '(') depth++;
    if (sign === ')') depth--;
    if (sign === '|' && depth === 0) parts.push('');
    else parts[parts.length - 1] += sign;
  }
  return parts;
}

/**
 * Whether phrases, one after another, cover a text of words with single spaces between them. Each place in the text is looked at once,
 * where a pattern that repeats all phrases would try every way to divide it.
 */
export function covers(phrases: Phrases, plain: string): boolean {
  const reached = new Set([0]);
  for (const start of reached) {
    for (const phrase of phrases) {
      phrase.lastIndex = start;
      const end = phrase.test(plain) ? phrase.lastIndex : start;
      if (end === plain.length) return true;
      if (end > start) reached.add(end + 1);
    }
  }
  return plain === '';
}
