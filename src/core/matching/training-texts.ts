/** The texts of a training set as tokens, and the lists of words that a matcher keeps of them. */
import { compoundsOf, joinKnown, normalise, stem, tokenise } from '../language/text.js';
import { OFF_TOPIC_LINES } from './off-topic.js';
import { createSynonyms, type Synonyms } from './synonyms.js';
import type { TrainingSet } from './training-set.js';

/** What a matcher knows of the words of its training texts. */
export interface WordLists {
  /** Words of the training texts and how often they stand there. */
  readonly vocabulary: ReadonlyMap<string, number>;
  /** Words that are written together or apart ("wsl2"), as one. */
  readonly compounds: ReadonlySet<string>;
  /** Words that mostly one entry asks about ("rosetta"): such a word alone says enough. Stems. */
  readonly telling: ReadonlySet<string>;
  /** Training text, as its tokens joined by a space -> class. An exact repetition needs no classifier. */
  readonly exact: ReadonlyMap<string, number>;
}

export interface TrainingTexts {
  readonly synonyms: Synonyms;
  readonly refusalGroups: readonly string[];
  /** Class by class, entries first: its questions. */
  readonly askedTokens: readonly (readonly (readonly string[])[])[];
  /** Entry by entry: the sentences of its answer. */
  readonly supportTokens: readonly (readonly (readonly string[])[])[];
  readonly words: WordLists;
}

/** The group name under which the engine's own off-topic lines train. */
export const OFF_TOPIC_GROUP = 'off-topic';

/** Reads the texts of a training set, and the engine's own off-topic lines as the last class. */
export function readTrainingTexts(set: TrainingSet): TrainingTexts {
  const refusals = [...set.refusals, { group: OFF_TOPIC_GROUP, texts: OFF_TOPIC_LINES }];
  const synonyms = createSynonyms(set.synonyms);
  const asked = [...set.entries, ...refusals].map(({ texts }) => texts.map(normalise));
  const support = set.entries.map(({ support }) => support.map(normalise));
  const compounds = new Set([...asked.flat().flatMap(compoundsOf), ...synonyms.compounds]);
  const read = (text: string): string[] => joinKnown(tokenise(text), compounds, () => true);
  const askedTokens = asked.map((texts) => texts.map(read));
  const supportTokens = support.map((texts) => texts.map(read));
  const exact = new Map<string, number>();
  askedTokens.forEach((texts, label) => {
    for (const tokens of texts) if (tokens.length > 0 && !exact.has(tokens.join(' '))) exact.set(tokens.join(' '), label);
  });
  return {
    synonyms,
    refusalGroups: refusals.map(({ group }) => group),
    askedTokens,
    supportTokens,
    words: {
      vocabulary: countWords([...askedTokens.flat(), ...supportTokens.flat()]),
      compounds,
      telling: tellingWords(askedTokens.slice(0, set.entries.length)),
      exact,
    },
  };
}

/** A word is telling where this share of the texts that hold it belong to one entry. */
const TELLING_SHARE = 0.4;

function tellingWords(texts: readonly (readonly (readonly string[])[])[]): Set<string> {
  const perEntry = texts.map((entry) => countWords(entry.map((tokens) => [...new Set(tokens.map(stem))])));
  const total = countWords(texts.flat().map((tokens) => [...new Set(tokens.map(stem))]));
  return new Set(
    [...total.keys()].filter((word) => perEntry.some((counts) => (counts.get(word) ?? 0) >= TELLING_SHARE * (total.get(word) ?? 1))),
  );
}

/** Counts how often the texts use each word. */
export function countWords(texts: readonly (readonly string[])[]): Map<string, number> {
  const words = new Map<string, number>();
  for (const tokens of texts) for (const token of tokens) words.set(token, (words.get(token) ?? 0) + 1);
  return words;
}
