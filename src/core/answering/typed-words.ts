/** The words that somebody has typed so far, and what they may stand for. */
import { STOP_WORDS } from '../language/english.js';
import { normalise, stem, wordsOnly } from '../language/text.js';
import { createRepair } from '../matching/repair.js';

/** Words that begin questions about anything. */
const QUESTION_WORDS: ReadonlySet<string> = new Set(['what', 'why', 'how', 'which', 'where', 'when', 'who']);
/** A word as short as that which no entry has is passed over: "my", "pls", a slip in "can". */
const SHORT = 3;

/** The words of a text, one space between two, letters and digits apart: "WSL2?" is "wsl 2". */
export function lineOf(text: string): string {
  return wordsOnly(normalise(text)).replace(/(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/gu, ' ');
}

/** Whether a word tells one question from another. */
export function isTelling(word: string): boolean {
  return !STOP_WORDS.has(word) && !QUESTION_WORDS.has(word);
}

/** Word -> the numbers of the lines that have it. */
export type Holders = ReadonlyMap<string, readonly number[]>;

/** Finds which lines have a word, for every word. */
export function holdersOf(lines: readonly string[]): Holders {
  const holders = new Map<string, number[]>();
  lines.forEach((line, number) => {
    for (const word of new Set(line.split(' '))) holders.get(word)?.push(number) ?? holders.set(word, [number]);
  });
  return holders;
}

/** The known words that a typed one may stand for: none where it is unknown. */
export type Sense = ReadonlySet<string>;

/**
 * Makes the function that reads one typed word: the same word, its inflections, what it is the beginning of while it is still being typed,
 * and where there is none of these the nearest one. Null where the word tells nothing.
 */
export function createReader(holders: Holders): (word: string, isOpen: boolean) => Sense | null {
  const counts = new Map([...holders].map(([word, { length }]) => [word, length]));
  const beginnings = new Map<string, number>();
  const inflections = new Map<string, string[]>();
  for (const [word, count] of counts) {
    inflections.get(stem(word))?.push(word) ?? inflections.set(stem(word), [word]);
    for (let end = Math.min(word.length, SHORT + 1); end <= word.length; end++) {
      const beginning = word.slice(0, end);
      beginnings.set(beginning, (beginnings.get(beginning) ?? 0) + count);
    }
  }
  const repair = createRepair(counts, () => false);
  const repairBeginning = createRepair(beginnings, () => false);

  const known = (word: string, isOpen: boolean): Sense =>
    new Set([...(inflections.get(stem(word)) ?? []), ...(isOpen ? [...counts.keys()].filter((one) => one.startsWith(word)) : [])]);
  return (word, isOpen) => {
    if (!isTelling(word)) return null;
    const sense = known(word, isOpen);
    if (sense.size > 0) return sense;
    if (word.length <= SHORT) return null;
    const [repaired = word] = (isOpen ? repairBeginning : repair)([word]);
    // Of four letters a slip leaves three, and with another first letter it is another word: "bake" is no "make".
    if (word.length === SHORT + 1 && repaired[0] !== word[0]) return sense;
    return isTelling(repaired) ? known(repaired, isOpen) : null;
  };
}
