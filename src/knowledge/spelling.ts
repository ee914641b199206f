/** Which words are English, so that typo repair leaves them alone: American and British, "color" and "colour". */
import { createHash } from 'node:crypto';
import american from 'dictionary-en';
import british from 'dictionary-en-gb';
import nspell from 'nspell';
import type { IsWord } from '../core/matching/repair.js';
import type { Cache } from './cache.js';

const DICTIONARIES = [american, british];
/** What typo repair never asks about does not need to be kept. */
const ASKED_ABOUT = /^[a-z]{4,24}$/;

/**
 * Loads the words. Unfolding the two dictionaries takes half a second, reading the unfolded list from the cache a tenth of that.
 */
export function loadWords(cache: Cache): IsWord {
  const key = DICTIONARIES.map(({ aff, dic }) => createHash('sha256').update(aff).update(dic).digest('hex')).join(' ');
  const cached = cache.read(key)?.toString('utf8');
  const list = cached ?? unfoldedWords().join('\n');
  if (cached === undefined) cache.write(key, Buffer.from(list));
  const words = new Set(list.split('\n'));
  return (word) => words.has(word);
}

function unfoldedWords(): string[] {
  const words = new Set<string>();
  for (const { aff, dic } of DICTIONARIES) {
    const { data } = nspell(aff, dic);
    if (data === undefined) throw new Error('this version of nspell does not show its words any more');
    for (const word of Object.keys(data)) if (ASKED_ABOUT.test(word.toLowerCase())) words.add(word.toLowerCase());
  }
  return [...words].sort();
}
