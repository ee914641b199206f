/** Suggestions while a question is being typed. */
import type { KnowledgeBase, KnowledgeEntry } from '../entry.js';
import { alphabetOf, begunWith } from './beginnings.js';
import type { FollowUp } from './reply.js';
import { createReader, type Holders, holdersOf, isTelling, lineOf, type Sense } from './typed-words.js';

/** From so many telling words on, one may be missing where no text has them all. */
const WORDS_TO_MISS_ONE = 4;
/** A single word has to stand in this share of an entry's texts: what is only named by the way is not what the entry is about. */
const MIN_SHARE = 0.05;
/** Entries that are suggested for a phrasing while their question, which is what is shown, does not have the words. */
const MAX_BY_PHRASING = 8;
/** Letters of what was typed that are read: whoever types more has written a question, and asks it. */
const MAX_TYPED = 100;

/** A question or phrasing of an entry. */
interface Text {
  /** The entry's number, from the best known on. */
  readonly entry: number;
  readonly isQuestion: boolean;
  readonly line: string;
  readonly telling: readonly string[];
}

/** How an entry fits what was typed: the better, the higher. */
interface Fit {
  readonly entry: number;
  /** One of RANKS. */
  readonly rank: number;
  /** How much of the text was typed, and how much of it in that order. */
  readonly closeness: number;
  /** How many of its texts fit. */
  readonly hits: number;
}

/** A text that begins like that goes before one that has its words, a question before a phrasing. */
const RANKS = { words: 0, wordsOfQuestion: 1, beginning: 2, beginningOfQuestion: 3 } as const;

/**
 * Makes the function that suggests entries for what somebody has typed so far, best first, each entry once. An entry is suggested if its
 * question or one of its phrasings begins with what was typed, or has all the words of it that tell something; slips are repaired. Nothing
 * typed: the entries that most others lead to. Nothing telling, such as "how do i": those of them whose question begins like that.
 */
export function createSuggester({ entries }: KnowledgeBase): (typed: string, limit: number) => readonly FollowUp[] {
  const wellKnown = byRenown(entries);
  const suggestions = wellKnown.map(({ id, question }): FollowUp => ({ entryId: id, label: question }));
  const texts = wellKnown.flatMap(({ question, phrasings }, entry) =>
    [question, ...phrasings].map((text, i) => textOf(text, entry, i === 0)),
  );
  const lines = texts.map(({ line }) => line);
  const holders = holdersOf(lines);
  const alphabet = alphabetOf(lines);
  const senseOf = createReader(holders);

  return (typed, limit) => {
    const read = typed.trimStart().slice(0, MAX_TYPED);
    const line = lineOf(read).slice(0, MAX_TYPED).trim();
    if (line === '') return suggestions.slice(0, limit);
    const words = line.split(' ');
    const isOpen = /[\p{L}\p{N}]$/u.test(read);
    // A word that was typed twice is read once.
    const sensed = new Map([...new Set(words)].map((word) => [word, senseOf(word, isOpen && word === words.at(-1))]));
    const senses = words.flatMap((word) => sensed.get(word) ?? []);

    const begun = begunWith(line, alphabet);
    const hits = new Map<number, number[]>();
    for (const number of new Set([...begun, ...holdingAll(senses, holders)])) {
      const { entry = 0, isQuestion = false } = texts[number] ?? {};
      if (senses.length > 0 || isQuestion) hits.get(entry)?.push(number) ?? hits.set(entry, [number]);
    }
    const fits = [...hits].map(([entry, numbers]): Fit => {
      const ranks = numbers.map((number) => rankOf(begun.has(number), texts[number]?.isQuestion === true));
      const rank = Math.max(...ranks);
      const best = numbers.flatMap((number, i) => (ranks[i] === rank ? (texts[number] ?? []) : []));
      return { entry, rank, closeness: Math.max(...best.map((text) => closeness(text, senses))), hits: numbers.length };
    });
    const isByTheWay = ({ entry, rank, hits }: Fit): boolean =>
      rank === RANKS.words && senses.length === 1 && hits < MIN_SHARE * (1 + (wellKnown[entry]?.phrasings.length ?? 0));
    const worthy = fits.filter((fit) => !isByTheWay(fit)).sort(compareFits);
    const surplus = new Set(worthy.filter(({ rank }) => rank === RANKS.words || rank === RANKS.beginning).slice(MAX_BY_PHRASING));
    return worthy
      .filter((fit) => !surplus.has(fit))
      .slice(0, limit)
      .flatMap(({ entry }) => suggestions[entry] ?? []);
  };
}

/** Entries by the number of others that lead to them, most first. */
function byRenown(entries: readonly KnowledgeEntry[]): readonly KnowledgeEntry[] {
  const timesLedTo = new Map<string, number>();
  for (const id of entries.flatMap(({ followUps }) => followUps)) timesLedTo.set(id, (timesLedTo.get(id) ?? 0) + 1);
  return [...entries].sort((a, b) => (timesLedTo.get(b.id) ?? 0) - (timesLedTo.get(a.id) ?? 0));
}

function textOf(text: string, entry: number, isQuestion: boolean): Text {
  const line = lineOf(text);
  return { entry, isQuestion, line, telling: line.split(' ').filter(isTelling) };
}

/** The texts that have a word of every sense; of many senses all but one, where no text has them all. */
function holdingAll(senses: readonly Sense[], holders: Holders): readonly number[] {
  const counts = new Map<number, number>();
  for (const sense of senses) {
    const holding = new Set<number>();
    for (const word of sense) for (const text of holders.get(word) ?? []) holding.add(text);
    for (const text of holding) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const most = Math.max(0, ...new Set(counts.values()));
  const needed = senses.length < WORDS_TO_MISS_ONE ? senses.length : senses.length - 1;
  return most < needed ? [] : [...counts.keys()].filter((text) => counts.get(text) === most);
}

function rankOf(begins: boolean, isQuestion: boolean): number {
  if (begins) return isQuestion ? RANKS.beginningOfQuestion : RANKS.beginning;
  return isQuestion ? RANKS.wordsOfQuestion : RANKS.words;
}

const compareFits = (a: Fit, b: Fit): number => b.rank - a.rank || b.closeness - a.closeness || b.hits - a.hits || a.entry - b.entry;

/** Of 0 to 2: the share of a text's telling words that was typed, and the share of the neighbours typed that are neighbours there. */
function closeness({ telling }: Text, senses: readonly Sense[]): number {
  const neighbours = senses
    .slice(1)
    .filter((sense, i) => telling.some((word, at) => sense.has(word) && senses[i]?.has(telling[at - 1] ?? '')));
  return senses.length / Math.max(telling.length, senses.length, 1) + neighbours.length / Math.max(senses.length - 1, 1);
}
