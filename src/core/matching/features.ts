/**
 * Questions as sparse vectors.
 *
 * Six blocks of features, each tf-idf weighted (Salton & Buckley 1988) with damped inverse document frequency, each scaled to a fixed
 * length so that no block drowns another, then the whole to length 1:
 *   w  stemmed words            s  groups of synonyms               b  neighbouring word pairs, in order
 *   p  unordered pairs of content words within a window             r  what stands on either side of "on", "from", "run" ...
 *   c  character 3- and 4-grams inside words
 */

import { RELATION_WORDS, STOP_WORDS } from '../language/english.js';
import { stem } from '../language/text.js';
import type { Synonyms } from './synonyms.js';

type Block = 'w' | 's' | 'b' | 'p' | 'r' | 'c';

/** Length of each block before the whole is scaled to 1. Tuned with `npm run bench:matching -- DIR` on validation questions. */
const BLOCK_WEIGHTS: Readonly<Record<Block, number>> = { w: 1.3, s: 0.5, b: 0.5, p: 1, r: 0.6, c: 0.7 };
const BLOCKS = Object.keys(BLOCK_WEIGHTS) as readonly Block[];
/**
 * Features of the other blocks than these must stand in two texts, and in one more for every so many texts: rare pairs double the model
 * and add nothing, or less than nothing.
 */
const KEPT_WHEN_RARE: readonly Block[] = ['w', 's'];
const TEXTS_PER_DOCUMENT_FREQUENCY = 4_000;
/** idf is raised to this power: full idf lets one rare word decide a question of six words. Tuned as BLOCK_WEIGHTS. */
const IDF_POWER = 0.5;
/** Content words further apart than this form no pair; keeps the cost linear in the question's length. */
const PAIR_WINDOW = 8;
const NGRAM_MIN = 3;
const NGRAM_MAX = 4;

/** Content words on either side of a relation word that are related by it. */
const RELATION_REACH = 3;

/** A sparse vector: `indices[k]` has the value `values[k]`; indices are unique, in no particular order. */
export interface SparseVector {
  readonly indices: Int32Array;
  readonly values: Float64Array;
}

type Counts = Readonly<Record<Block, Map<string, number>>>;

function countFeatures(tokens: readonly string[], synonyms: Synonyms): Counts {
  const counts: Counts = { w: new Map(), s: new Map(), b: new Map(), p: new Map(), r: new Map(), c: new Map() };
  const add = (block: Block, key: string): void => {
    counts[block].set(key, (counts[block].get(key) ?? 0) + 1);
  };
  const stems = tokens.map(stem);
  const contentStems: string[] = [];
  tokens.forEach((token, i) => {
    const stemmed = stems[i] ?? token;
    add('w', stemmed);
    if (i > 0) add('b', `${stems[i - 1]} ${stemmed}`);
    for (const group of synonyms.groupsOf(token)) counts.s.set(`${group}`, 1);
    if (!STOP_WORDS.has(token) && !contentStems.includes(stemmed)) contentStems.push(stemmed);
    const padded = ` ${token} `;
    for (let n = NGRAM_MIN; n <= NGRAM_MAX; n++) {
      for (let at = 0; at + n <= padded.length; at++) add('c', padded.slice(at, at + n));
    }
  });
  contentStems.forEach((left, i) => {
    for (const right of contentStems.slice(i + 1, i + 1 + PAIR_WINDOW)) add('p', left < right ? `${left}+${right}` : `${right}+${left}`);
  });
  for (const relation of relationsIn(tokens, synonyms)) add('r', relation);
  return counts;
}

/**
 * What stands on either side of a relation word: "linux containers on windows" gives "linux>on>windows", "container>on>windows" and
 * ">on>windows". A word that belongs to a group of synonyms stands for its first group, so that all Linux distributions are one.
 */
function relationsIn(tokens: readonly string[], synonyms: Synonyms): string[] {
  const canonical = (token: string): string => {
    const group = synonyms.groupsOf(token)[0];
    return group === undefined ? stem(token) : `#${group}`;
  };
  const contentAlong = (from: number, step: 1 | -1): string[] => {
    const content: string[] = [];
    for (let i = from; content.length < RELATION_REACH; i += step) {
      const token = tokens[i];
      if (token === undefined || RELATION_WORDS.has(token)) break;
      if (!STOP_WORDS.has(token)) content.push(canonical(token));
    }
    return content;
  };
  return tokens.flatMap((token, i) => {
    const relation = RELATION_WORDS.get(token);
    if (relation === undefined) return [];
    const left = contentAlong(i - 1, -1);
    return contentAlong(i + 1, 1).flatMap((right) => ['', ...left].map((word) => `${word}>${relation}>${right}`));
  });
}

/** The features a set of texts uses, with their weights: plain data that can be stored. */
export interface FeatureSpace {
  /** `block:feature`, its position is its index. */
  readonly names: readonly string[];
  /** Inverse document frequency of each feature, already raised to IDF_POWER. */
  readonly idf: Float64Array;
}

/** Texts as numbers, so that several feature spaces can be built over parts of them without touching a string again. */
export interface IndexedTexts {
  readonly names: readonly string[];
  readonly texts: readonly IndexedText[];
}

/** The features of one text and how often it has each, block by block in the order of BLOCKS. */
interface IndexedText {
  readonly features: Int32Array;
  readonly counts: Int32Array;
  /** Where each block ends. */
  readonly blockEnds: readonly number[];
}

/** Numbers the features of texts (lists of tokens). */
export function indexTexts(texts: readonly (readonly string[])[], synonyms: Synonyms): IndexedTexts {
  const numbers = new Map<string, number>();
  const names: string[] = [];
  const numberOf = (name: string): number => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, names.length);
    return names.push(name) - 1;
  };
  const indexed = texts.map((tokens) => toIndexed(countFeatures(tokens, synonyms), numberOf));
  return { names, texts: indexed };
}

function toIndexed(counts: Counts, numberOf: (name: string) => number | undefined): IndexedText {
  const features: number[] = [];
  const occurrences: number[] = [];
  const blockEnds = BLOCKS.map((block) => {
    for (const [key, count] of counts[block]) {
      const feature = numberOf(`${block}:${key}`);
      if (feature === undefined) continue;
      features.push(feature);
      occurrences.push(count);
    }
    return features.length;
  });
  return { features: Int32Array.from(features), counts: Int32Array.from(occurrences), blockEnds };
}

/**
 * Learns the weights of the features from some of the texts (`rows`) and gives the vectors of those, in the same order.
 * Time and memory are linear in the total length of the texts.
 */
export function buildFeatureSpace(
  { names, texts }: IndexedTexts,
  rows: readonly number[],
): { space: FeatureSpace; vectors: SparseVector[] } {
  const documentFrequency = new Int32Array(names.length);
  const chosen = rows.flatMap((row) => texts[row] ?? []);
  for (const { features } of chosen)
    for (const feature of features) documentFrequency[feature] = (documentFrequency[feature] as number) + 1;
  const least = 2 + Math.floor(chosen.length / TEXTS_PER_DOCUMENT_FREQUENCY);
  const position = new Int32Array(names.length).fill(-1);
  const kept: string[] = [];
  const idf: number[] = [];
  documentFrequency.forEach((frequency, feature) => {
    const name = names[feature] ?? '';
    if (frequency === 0 || (frequency < least && !KEPT_WHEN_RARE.includes(name.charAt(0) as Block))) return;
    position[feature] = kept.push(name) - 1;
    idf.push(idfOf(frequency, chosen.length));
  });
  const space = { names: kept, idf: Float64Array.from(idf) };
  return { space, vectors: chosen.map((text) => weigh(text, position, space.idf)) };
}

function idfOf(frequency: number, texts: number): number {
  return Math.log((texts + 1) / (frequency + 0.5)) ** IDF_POWER;
}

/**
 * Appends the features that some further texts bring with them; those that are there keep their index and weight.
 * @param total number of texts in all
 */
export function extendFeatureSpace(
  space: FeatureSpace,
  further: readonly (readonly string[])[],
  synonyms: Synonyms,
  total: number,
): FeatureSpace {
  const known = new Set(space.names);
  const { names, texts } = indexTexts(further, synonyms);
  const frequency = new Int32Array(names.length);
  for (const { features } of texts) for (const feature of features) frequency[feature] = (frequency[feature] as number) + 1;
  const added = [...names.entries()].flatMap(([feature, name]) => {
    const texts = frequency[feature] ?? 0;
    return known.has(name) || (texts < 2 && !KEPT_WHEN_RARE.includes(name.charAt(0) as Block)) ? [] : [{ name, idf: idfOf(texts, total) }];
  });
  return {
    names: [...space.names, ...added.map(({ name }) => name)],
    idf: Float64Array.from([...space.idf, ...added.map(({ idf }) => idf)]),
  };
}

/** Makes the function that turns a list of tokens into a vector of length 1 (or the zero vector, if no feature is known). */
export function createVectoriser(space: FeatureSpace, synonyms: Synonyms): (tokens: readonly string[]) => SparseVector {
  const positions = new Map(space.names.map((name, i) => [name, i]));
  return (tokens) =>
    weigh(
      toIndexed(countFeatures(tokens, synonyms), (name) => positions.get(name)),
      null,
      space.idf,
    );
}

/** @param position of each feature in the space, -1 for none; null where the features already are positions */
function weigh({ features, counts, blockEnds }: IndexedText, position: Int32Array | null, idf: Float64Array): SparseVector {
  const indices: number[] = [];
  const values: number[] = [];
  let from = 0;
  BLOCKS.forEach((block, b) => {
    const to = blockEnds[b] ?? from;
    const start = values.length;
    let squares = 0;
    for (let k = from; k < to; k++) {
      const feature = features[k] as number;
      const index = position === null ? feature : (position[feature] as number);
      if (index < 0) continue;
      const value = (1 + Math.log(counts[k] as number)) * (idf[index] as number);
      indices.push(index);
      values.push(value);
      squares += value * value;
    }
    scaleFrom(values, start, BLOCK_WEIGHTS[block], squares);
    from = to;
  });
  const squares = values.reduce((sum, value) => sum + value * value, 0);
  scaleFrom(values, 0, 1, squares);
  return { indices: Int32Array.from(indices), values: Float64Array.from(values) };
}

/** Scales the values from a position on to a common length. */
function scaleFrom(values: number[], from: number, length: number, squares: number): void {
  if (squares === 0) return;
  const factor = length / Math.sqrt(squares);
  for (let i = from; i < values.length; i++) values[i] = (values[i] as number) * factor;
}
