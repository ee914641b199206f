/** Finds time zones by what people call them. */
import { alphabetOf, begunWith } from '../answering/beginnings.js';
import { OTHER_WORDS, RENAMED } from './zone-words.js';

interface Zone {
  readonly name: string;
  /** What people may call it, the most particular first: its city, its other words, its whole name and its former one. */
  readonly words: readonly string[];
}

export interface ZoneSearch {
  /** The zones that people need most, the best known first. */
  readonly usual: readonly string[];
  /** Zones with a word, a city or a name that is what was typed ("exact") or begins with it, best first. */
  called(typed: string): { readonly exact: readonly string[]; readonly begun: readonly string[] };
  /** Zones that are called nearly that ("berln"). */
  like(typed: string): readonly string[];
}

/** The longest name of the IANA database has so many letters: nothing longer can be one. */
const MAX_SEARCHED = 32;

/** Brings a name or what was typed into the form that is compared: "America/São_Paulo" is "america sao paulo". */
export const searched = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .slice(0, MAX_SEARCHED);

/** How far a zone's words are from what was typed, 0 nearest; null where only a likeness could help. */
function distance(typed: string, words: readonly string[]): number | null {
  if (words.includes(typed)) return 0;
  if (words.some((word) => word.startsWith(typed))) return 1;
  if (words.some((word) => word.includes(` ${typed}`))) return 2;
  return null;
}

/** Letters typed from which on a name may have one slip, and two: "berln" and "phillipines" are found. */
const LETTERS_FOR_SLIPS = [5, 8];

/**
 * Makes the search. Zones that were renamed are found by both names, and come with the new one.
 * @param all the names to choose from, as `Intl.supportedValuesOf('timeZone')` lists them, and "UTC"
 */
export function createZoneSearch(all: readonly string[]): ZoneSearch {
  const known = new Set(all.map((name) => RENAMED[name] ?? name));
  const usual = Object.keys(OTHER_WORDS).filter((name) => known.has(name));
  const zones = [...new Set([...usual, ...known])].map((name): Zone => {
    const city = searched(name.slice(name.lastIndexOf('/') + 1));
    const former = Object.keys(RENAMED).filter((old) => RENAMED[old] === name);
    return { name, words: [city, ...(OTHER_WORDS[name]?.split(', ') ?? []), ...[name, ...former].map(searched)] };
  });
  // Each word from its beginning on, and from every part of it: "america sao paulo" is also found by "sao" and "paulo".
  const lines = zones.flatMap(({ name, words }) => words.flatMap(partsOf).map((line) => ({ name, line })));
  const alphabet = alphabetOf(lines.map(({ line }) => line));

  return {
    usual,
    called(typed) {
      const wanted = searched(typed);
      if (wanted === '') return { exact: [], begun: [] };
      const at = (far: number): string[] => zones.filter(({ words }) => distance(wanted, words) === far).map(({ name }) => name);
      return { exact: at(0), begun: [...at(1), ...at(2)] };
    },
    like(typed) {
      const wanted = searched(typed);
      if (wanted === '') return [];
      const found = new Set([...begunWith(wanted, alphabet, LETTERS_FOR_SLIPS)].map((number) => lines[number]?.name));
      return zones.flatMap(({ name }) => (found.has(name) ? [name] : []));
    },
  };
}

function partsOf(word: string): string[] {
  return word.split(' ').map((_, i, parts) => parts.slice(i).join(' '));
}
