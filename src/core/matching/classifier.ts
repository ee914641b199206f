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
import type { SparseVector } from './features.js';

/** Penalty of a margin error (LIBLINEAR's C). Tuned, as POSITIVE_WEIGHT, with `npm run bench:matching -- DIR` on validation questions. */
const COST = 0.05;
const POSITIVE_WEIGHT = 100;
const OFFSET = 1;
/** Passes over the examples; the gain of further ones is not measurable. */
const MAX_PASSES = 10;
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

/**
 * Trains one classifier a class.
 * @param vectors n examples of length 1
 * @param labels n class numbers, 0 to classes - 1
 * @param features size of the feature space
 * @param onProgress called with the share that is done, after each class
 * Time grows with n x classes x passes, memory with features x classes (2 bytes each).
 */
export function trainLinear(
  vectors: readonly SparseVector[],
  labels: readonly number[],
  classes: number,
  features: number,
  onProgress: (share: number) => void = () => {},
): LinearModel {
  const weights = new Int16Array(features * classes);
  const scales = new Float64Array(classes);
  const squaredLengths = vectors.map(({ values }) => values.reduce((sum, value) => sum + value * value, 0));
  for (let c = 0; c < classes; c++) {
    const w = trainClass(vectors, labels, c, features, squaredLengths);
    let largest = 0;
    for (const value of w) largest = Math.max(largest, Math.abs(value));
    const scale = largest / 32_767 || 1;
    scales[c] = scale;
    for (let f = 0; f < features; f++) weights[f * classes + c] = Math.round((w[f] ?? 0) / scale);
    onProgress((c + 1) / classes);
  }
  return { classes, weights, scales };
}

function trainClass(
  vectors: readonly SparseVector[],
  labels: readonly number[],
  target: number,
  features: number,
  squaredLengths: readonly number[],
): Float64Array {
  const w = new Float64Array(features);
  const alpha = new Float64Array(vectors.length);
  const random = seededRandom(target + 1);
  // Positives first: until w knows them every negative looks right, and would be visited in vain.
  let active = [...vectors.keys()].sort((a, b) => Number(labels[b] === target) - Number(labels[a] === target));
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    if (pass > 0) shuffle(active, random);
    let worst = 0;
    const kept: number[] = [];
    for (const i of active) {
      const vector = vectors[i];
      if (vector === undefined) continue;
      const sign = labels[i] === target ? 1 : -1;
      const diagonal = 0.5 / (sign > 0 ? COST * POSITIVE_WEIGHT : COST);
      const before = alpha[i] ?? 0;
      const gradient = sign * (dotDense(w, vector) - OFFSET) - 1 + diagonal * before;
      if (before === 0 && gradient >= 0) {
        if (gradient < SHRINK_MARGIN) kept.push(i);
        continue;
      }
      kept.push(i);
      worst = Math.max(worst, Math.abs(gradient));
      const after = Math.max(before - gradient / ((squaredLengths[i] ?? 1) + diagonal), 0);
      alpha[i] = after;
      addScaled(w, vector, (after - before) * sign);
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

function dotDense(w: Float64Array, vector: SparseVector): number {
  const { indices, values } = vector;
  let sum = 0;
  for (let k = 0; k < indices.length; k++) sum += (w[indices[k] as number] as number) * (values[k] as number);
  return sum;
}

function addScaled(w: Float64Array, vector: SparseVector, factor: number): void {
  const { indices, values } = vector;
  for (let k = 0; k < indices.length; k++) {
    const feature = indices[k] as number;
    w[feature] = (w[feature] as number) + factor * (values[k] as number);
  }
}

/** Mulberry32 (T. Ettinger, public domain): a small generator with a seed, so that training is repeatable. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Fisher-Yates, in place. */
export function shuffle<T>(items: T[], random: () => number): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const item = items[i] as T;
    items[i] = items[j] as T;
    items[j] = item;
  }
}
