/**
 * Questions as sparse vectors.
 *
 * Five blocks of features, each tf-idf weighted (Salton & Buckley 1988) with damped inverse document frequency, each scaled to a fixed
 * length so that no block drowns another, then the whole to length 1:
 *   w  stemmed words            s  groups of everyday synonyms      b  neighbouring word pairs, in order
 *   p  unordered pairs of content words within a window             c  character 2- to 4-grams inside words
 */
import { stem } from '../text.js';
import { STOP_WORDS } from '../english.js';
import type { Synonyms } from './synonyms.js';

type Block = 'w' | 's' | 'b' | 'p' | 'c';

/** Length of each block before the whole is scaled to 1. Tuned with `npm run bench:matching -- DIR` on validation questions. */
const BLOCK_WEIGHTS: Readonly<Record<Block, number>> = { w: 1.3, s: 0.5, b: 0.5, p: 1, c: 0.7 };
const BLOCKS = Object.keys(BLOCK_WEIGHTS) as readonly Block[];
/** Features of these blocks must stand in that many texts: one-off pairs double the model and add nothing measurable. */
const MIN_DOCUMENT_FREQUENCY: Readonly<Record<Block, number>> = { w: 1, s: 1, b: 2, p: 2, c: 2 };
/** idf is raised to this power: full idf lets one rare word decide a question of six words. Same tuning as above. */
const IDF_POWER = 0.5;
/** Content words further apart than this form no pair; keeps the cost linear in the question's length. */
const PAIR_WINDOW = 8;
const NGRAM_MIN = 2;
const NGRAM_MAX = 4;

/** A sparse vector: `indices[k]` has the value `values[k]`; indices are unique, in no particular order. */
export interface SparseVector {
  readonly indices: Int32Array;
  readonly values: Float64Array;
}

type Counts = Readonly<Record<Block, Map<string, number>>>;

function countFeatures(tokens: readonly string[], synonyms: Synonyms): Counts {
  const counts: Counts = { w: new Map(), s: new Map(), b: new Map(), p: new Map(), c: new Map() };
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
  return counts;
}

/** The features a set of texts uses, with their weights: plain data that can be stored. */
export interface FeatureSpace {
  /** `block:feature`, its position is its index. */
  readonly names: readonly string[];
  /** Inverse document frequency of each feature, already raised to IDF_POWER. */
  readonly idf: Float64Array;
}

/**
 * Learns the features of the given texts (lists of tokens) and the vectors of those texts.
 * Time and memory are linear in the total length of the texts.
 */
export function buildFeatureSpace(texts: readonly (readonly string[])[], synonyms: Synonyms): { space: FeatureSpace; vectors: SparseVector[] } {
  const documentFrequency = new Map<string, number>();
  const counted = texts.map((tokens) => countFeatures(tokens, synonyms));
  for (const counts of counted) {
    for (const block of BLOCKS) {
      for (const key of counts[block].keys()) {
        const name = `${block}:${key}`;
        documentFrequency.set(name, (documentFrequency.get(name) ?? 0) + 1);
      }
    }
  }
  const names: string[] = [];
  const idf: number[] = [];
  for (const [name, frequency] of documentFrequency) {
    if (frequency < MIN_DOCUMENT_FREQUENCY[name.charAt(0) as Block]) continue;
    names.push(name);
    idf.push(Math.log((texts.length + 1) / (frequency + 0.5)) ** IDF_POWER);
  }
  const space = { names, idf: Float64Array.from(idf) };
  const vectorise = createCountsVectoriser(space);
  return { space, vectors: counted.map(vectorise) };
}

/** Makes the function that turns a list of tokens into a vector of length 1 (or the zero vector, if no feature is known). */
export function createVectoriser(space: FeatureSpace, synonyms: Synonyms): (tokens: readonly string[]) => SparseVector {
  const vectorise = createCountsVectoriser(space);
  return (tokens) => vectorise(countFeatures(tokens, synonyms));
}

function createCountsVectoriser(space: FeatureSpace): (counts: Counts) => SparseVector {
  const index = new Map(space.names.map((name, i) => [name, i]));
  return (counts) => {
    const indices: number[] = [];
    const values: number[] = [];
    for (const block of BLOCKS) {
      const from = values.length;
      let squares = 0;
      for (const [key, count] of counts[block]) {
        const feature = index.get(`${block}:${key}`);
        if (feature === undefined) continue;
        const value = (1 + Math.log(count)) * (space.idf[feature] ?? 0);
        indices.push(feature);
        values.push(value);
        squares += value * value;
      }
      scaleFrom(values, from, BLOCK_WEIGHTS[block], squares);
    }
    const squares = values.reduce((sum, value) => sum + value * value, 0);
    scaleFrom(values, 0, 1, squares);
    return { indices: Int32Array.from(indices), values: Float64Array.from(values) };
  };
}

function scaleFrom(values: number[], from: number, length: number, squares: number): void {
  if (squares === 0) return;
  const factor = length / Math.sqrt(squares);
  for (let i = from; i < values.length; i++) values[i] = (values[i] ?? 0) * factor;
}
