/**
 * A linear one-vs-rest classifier: one weight vector a class.
 *
 * Squared-hinge support vector machines, trained by dual coordinate descent with shrinking (Hsieh, Chang, Lin, Keerthi &
 * Sundararajan, "A dual coordinate descent method for large-scale linear SVM", ICML 2008; the solver of LIBLINEAR). Two changes suit
 * a knowledge base, where a class has ten examples and the rest thousands:
 *   - the positive class weighs POSITIVE_WEIGHT times as much;
 *   - in place of a learnt bias every class starts at -1, the margin of a text that shares nothing with it: f(x) = w.x - 1.
 *     A question of unknown words then scores -1 everywhere, and unrelated examples cost nothing.
 */

import { seededRandom, shuffle } from '../random.js';
import type { SparseVector } from './features.js';

/**
 * Penalty of a margin error (LIBLINEAR's C) for each text that an entry has on average: with five texts a class its few words are
 * trusted little, with forty they may be fitted closely. Tuned, as POSITIVE_WEIGHT, with `npm run bench:matching -- DIR` on
 * validation questions and `npm run evaluate` on this project's own.
 */
const COST_PER_TEXT = 0.006;
const COST_BOUNDS = [0.03, 0.4] as const;
const POSITIVE_WEIGHT = 100;
const OFFSET = 1;
/** Passes over the examples; the gain of further ones is not measurable. Many examples need fewer, and each pass takes seconds then. */
const MAX_PASSES = 8;
const MAX_PASSES_MANY = 5;
const MANY_EXAMPLES = 8_000;
/** Stop when no projected gradient of a pass exceeds this. */
const TOLERANCE = 0.05;
/** An inactive example is skipped from the next pass on when its margin is met by more than this. */
const SHRINK_MARGIN = 0.5;

/** Weights of all classes, quantised to 16 bits: `weights[feature * classes + class] * scales[class]`. */
export interface LinearModel {
  readonly classes: number;
  readonly weights: Int16Array;
  readonly scales: Float64Array;
}

/** All examples in one piece: row i is `indices` and `values` from `offsets[i]` to `offsets[i + 1]`. Rows have length 1. */
interface Examples {
  readonly offsets: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
  readonly labels: readonly number[];
}

/**
 * Trains one classifier a class.
 * @param vectors n examples of length 1
 * @param labels n class numbers, 0 to classes - 1
 * @param sizes number of classes and of features; `competing` is the first class that is a refusal: refusals compete with the classes
 *   below it, not with each other, since only the best of them matters
 * @param onProgress called with the share that is done, after each class
 * Time grows with n x classes x passes, memory with features x classes (2 bytes each).
 */
export function trainLinear(
  vectors: readonly SparseVector[],
  labels: readonly number[],
  sizes: Sizes,
  onProgress: (share: number) => void = () => {},
): LinearModel {
  const model = emptyModel(sizes);
  const train = createTraining(vectors, labels, sizes);
  for (let c = 0; c < sizes.classes; c++) {
    setClass(model, c, train(c));
    onProgress((c + 1) / sizes.classes);
  }
  return model;
}

/** How many classes and features there are; `competing` is the first class that is a refusal. */
export interface Sizes {
  readonly classes: number;
  readonly competing: number;
  readonly features: number;
}

/** Makes the function that trains one class. */
export function createTraining(
  vectors: readonly SparseVector[],
  labels: readonly number[],
  { competing, features }: Sizes,
): (target: number) => Float64Array {
  const examples = inOnePiece(vectors, labels);
  const rows = [...labels.keys()];
  const rowsOfCompeting = rows.filter((i) => (labels[i] ?? 0) < competing);
  const textsEach = rowsOfCompeting.length / Math.max(1, competing);
  const cost = Math.min(Math.max(COST_PER_TEXT * textsEach, COST_BOUNDS[0]), COST_BOUNDS[1]);
  return (target) => {
    // Positives first: until w knows them every negative looks right, and would be visited in vain.
    const own = rows.filter((i) => labels[i] === target);
    const others = (target < competing ? rows : rowsOfCompeting).filter((i) => labels[i] !== target);
    return trainClass(examples, target, [...own, ...others], features, cost);
  };
}

/** Makes a model in which every class knows nothing. */
export function emptyModel({ classes, features }: Sizes): LinearModel {
  return { classes, weights: new Int16Array(features * classes), scales: new Float64Array(classes) };
}

/** Quantises the weights of one class into a model that is being made. */
export function setClass({ classes, weights, scales }: LinearModel, target: number, w: Float64Array): void {
  let largest = 0;
  for (const value of w) largest = Math.max(largest, Math.abs(value));
  const scale = largest / 32_767 || 1;
  scales[target] = scale;
  for (let f = 0; f < w.length; f++) if (w[f] !== 0) weights[f * classes + target] = Math.round((w[f] as number) / scale);
}

function inOnePiece(vectors: readonly SparseVector[], labels: readonly number[]): Examples {
  const offsets = new Int32Array(vectors.length + 1);
  vectors.forEach((vector, i) => {
    offsets[i + 1] = (offsets[i] as number) + vector.indices.length;
  });
  const indices = new Int32Array(offsets[vectors.length] as number);
  const values = new Float64Array(indices.length);
  vectors.forEach((vector, i) => {
    indices.set(vector.indices, offsets[i]);
    values.set(vector.values, offsets[i]);
  });
  return { offsets, indices, values, labels };
}

/** The weights of one class. The casts to number spare the inner loops a check: every index comes from `inOnePiece`. */
function trainClass(
  { offsets, indices, values, labels }: Examples,
  target: number,
  rows: readonly number[],
  features: number,
  cost: number,
): Float64Array {
  const w = new Float64Array(features);
  const alpha = new Float64Array(labels.length);
  const random = seededRandom(target + 1);
  let active = [...rows];
  const passes = rows.length > MANY_EXAMPLES ? MAX_PASSES_MANY : MAX_PASSES;
  for (let pass = 0; pass < passes; pass++) {
    if (pass > 0) shuffle(active, random);
    let worst = 0;
    const kept: number[] = [];
    for (const i of active) {
      const from = offsets[i] as number;
      const to = offsets[i + 1] as number;
      const sign = labels[i] === target ? 1 : -1;
      const diagonal = 0.5 / (sign > 0 ? cost * POSITIVE_WEIGHT : cost);
      const before = alpha[i] as number;
      let score = -OFFSET;
      for (let k = from; k < to; k++) score += (w[indices[k] as number] as number) * (values[k] as number);
      const gradient = sign * score - 1 + diagonal * before;
      if (before === 0 && gradient >= 0) {
        if (gradient < SHRINK_MARGIN) kept.push(i);
        continue;
      }
      kept.push(i);
      worst = Math.max(worst, Math.abs(gradient));
      // Rows have length 1, so the curvature of this coordinate is 1 + diagonal.
      const after = Math.max(before - gradient / (1 + diagonal), 0);
      alpha[i] = after;
      const step = (after - before) * sign;
      for (let k = from; k < to; k++) {
        const feature = indices[k] as number;
        w[feature] = (w[feature] as number) + step * (values[k] as number);
      }
    }
    if (worst < TOLERANCE) break;
    active = kept;
  }
  return w;
}

/** Scores of all classes for one vector: above 0 says "this class", -1 means nothing in common. */
export function scoreClasses(model: LinearModel, vector: SparseVector): Float64Array {
  const { classes, weights, scales } = model;
  const scores = new Float64Array(classes);
  for (let k = 0; k < vector.indices.length; k++) {
    const base = (vector.indices[k] ?? 0) * classes;
    const value = vector.values[k] ?? 0;
    for (let c = 0; c < classes; c++) scores[c] = (scores[c] ?? 0) + value * (weights[base + c] ?? 0);
  }
  for (let c = 0; c < classes; c++) scores[c] = (scores[c] ?? 0) * (scales[c] ?? 0) - OFFSET;
  return scores;
}
