/**
 * Typo repair before matching: a word that neither the knowledge base nor English knows becomes the nearest word of the knowledge base.
 * fuse.js ranks a shortlist; the edit distance decides whether the best is near enough.
 */
import Fuse from 'fuse.js';

/** Words shorter than this are left alone: at three letters nearly everything is one edit from something. */
const MIN_LENGTH = 4;
/** From this length on two edits are accepted, below it one. */
const TWO_EDITS_LENGTH = 8;
/** Words that fuse.js sees for one unknown word, chosen by length and shared letter pairs: its scan grows with the list. */
const SHORTLIST = 30;
/** Unknown words repaired in one question; a question with more is not a question with typos. */
export const MAX_REPAIRS = 8;
/** Longest word worth repairing. */
const MAX_LENGTH = 24;

/** Whether a word is English, whatever the knowledge base; supplied from outside, for the dictionaries are files. */
export type IsWord = (word: string) => boolean;

/** Word -> how often the training texts use it. */
export type Vocabulary = ReadonlyMap<string, number>;

/**
 * Makes the repair function for one vocabulary.
 * @returns maps tokens to tokens of the same number; words with digits or marks, short words, known words and English words stay
 */
export function createRepair(vocabulary: Vocabulary, isWord: IsWord): (tokens: readonly string[]) => string[] {
  const candidates = indexByBigrams([...vocabulary.keys()].filter((word) => word.length >= MIN_LENGTH - 1 && /^\p{L}+$/u.test(word)));
  return (tokens) => {
    let budget = MAX_REPAIRS;
    const repaired = new Map<string, string>();
    return tokens.map((token) => {
      if (!isRepairable(token) || vocabulary.has(token)) return token;
      const known = repaired.get(token);
      if (known !== undefined) return known;
      if (budget <= 0 || isWord(token)) return token;
      budget--;
      const result = nearestWord(token, candidates(token), vocabulary) ?? token;
      repaired.set(token, result);
      return result;
    });
  };
}

function isRepairable(token: string): boolean {
  return token.length >= MIN_LENGTH && token.length <= MAX_LENGTH && /^\p{L}+$/u.test(token);
}

function nearestWord(word: string, shortlist: readonly string[], vocabulary: Vocabulary): string | null {
  const allowed = word.length >= TWO_EDITS_LENGTH ? 2 : 1;
  const fuse = new Fuse(shortlist, { threshold: 0.6, ignoreLocation: true, includeScore: true, minMatchCharLength: 1 });
  let best: string | null = null;
  let bestEdits = allowed + 1;
  for (const { item } of fuse.search(word)) {
    const edits = editDistance(word, item, allowed);
    const moreCommon = best !== null && (vocabulary.get(item) ?? 0) > (vocabulary.get(best) ?? 0);
    if (edits < bestEdits || (edits === bestEdits && edits <= allowed && moreCommon)) {
      best = item;
      bestEdits = edits;
    }
  }
  return best;
}

function bigramsOf(word: string): Set<string> {
  const padded = `^${word}$`;
  const bigrams = new Set<string>();
  for (let i = 0; i + 2 <= padded.length; i++) bigrams.add(padded.slice(i, i + 2));
  return bigrams;
}

/** Returns the function that shortlists words of similar length which share the most letter pairs with a word. */
function indexByBigrams(words: readonly string[]): (word: string) => string[] {
  const postings = new Map<string, number[]>();
  words.forEach((word, i) => {
    for (const bigram of bigramsOf(word)) {
      const list = postings.get(bigram);
      if (list) list.push(i);
      else postings.set(bigram, [i]);
    }
  });
  return (word) => {
    const shared = new Map<number, number>();
    for (const bigram of bigramsOf(word)) {
      for (const i of postings.get(bigram) ?? []) {
        if (Math.abs((words[i]?.length ?? 0) - word.length) <= 2) shared.set(i, (shared.get(i) ?? 0) + 1);
      }
    }
    return [...shared.entries()]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, SHORTLIST)
      .map(([i]) => words[i] ?? '');
  };
}

/**
 * Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours, each one edit (Damerau 1964;
 * Levenshtein 1966). Returns `limit + 1` as soon as the distance is known to exceed the limit.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let edits = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, substitution);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) edits = Math.min(edits, (beforePrevious[j - 2] ?? 0) + 1);
      row.push(edits);
    }
    if (Math.min(...row) > limit) return limit + 1;
    beforePrevious = previous;
    previous = row;
  }
  return Math.min(previous[b.length] ?? limit + 1, limit + 1);
}
