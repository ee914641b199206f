/** Which words are English, American and British: typo repair leaves them alone, and only such words of a question may be kept. */
import { createHash } from 'node:crypto';
import american from 'dictionary-en';
import british from 'dictionary-en-gb';
import nspell from 'nspell';
import type { IsWord } from '../../core/matching/repair.js';
import type { Cache } from './cache.js';

const DICTIONARIES = [american, british];
/** What nobody asks about does not need to be kept. */
const ASKED_ABOUT = /^[a-z]{2,24}$/i;
/** Raise when the list is made in another way. */
const LIST_VERSION = 2;

export interface EnglishWords {
  /** Whether a word in lower case is English, names included: "colour", "color", "berlin". */
  readonly isWord: IsWord;
  /** Whether it is, and no name: the dictionaries have it in lower case. */
  readonly isOrdinary: IsWord;
}

/**
 * Loads the words. Unfolding the two dictionaries takes half a second, reading the unfolded list from the cache a tenth of that.
 */
export function loadWords(cache: Cache): EnglishWords {
  const key = [LIST_VERSION, ...DICTIONARIES.map(({ aff, dic }) => createHash('sha256').update(aff).update(dic).digest('hex'))].join(' ');
  const cached = cache.read(key)?.toString('utf8');
  const list = cached ?? unfoldedWords().join('\n');
  if (cached === undefined) cache.write(key, Buffer.from(list));
  const written = new Set(list.split('\n'));
  const lower = new Set(list.toLowerCase().split('\n'));
  return { isWord: (word) => lower.has(word), isOrdinary: (word) => written.has(word) };
}

/** As the dictionaries write them: names with a capital. */
function unfoldedWords(): string[] {
  const words = new Set<string>();
  for (const { aff, dic } of DICTIONARIES) {
    const { data } = nspell(aff, dic);
    if (data === undefined) throw new Error('this version of nspell does not show its words any more');
    for (const word of Object.keys(data)) if (ASKED_ABOUT.test(word)) words.add(word);
  }
  return [...words].sort();
}
