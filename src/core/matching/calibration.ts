/**
 * From scores to probabilities, and from probabilities to a decision.
 *
 * The model is a multinomial logistic regression with a reject option: every entry i competes with the weight exp(slope * score_i),
 * and "no entry answers this" competes with exp(reject . evidence). Its few parameters are fitted by maximum likelihood to questions
 * the classifier has not seen: labelled questions, or phrasings and not-covered questions held out of training. What comes out are
 * probabilities of the top entry being right, comparable between questions and between knowledge bases. (Platt 1999 for the idea of fitting a sigmoid to
 * held-out SVM scores; Guo et al. 2017 for temperature; Chow 1970 for refusing below a threshold.)
 */

/** What speaks for "no entry answers this", beside the entries' own scores. */
export interface Evidence {
  /** Best score of a class of questions that are not to be answered. */
  readonly refusalScore: number;
  /** Share of the question's content words that no training text uses, 0 to 1. */
  readonly unknownShare: number;
  /** Number of different content words the training texts know. */
  readonly knownWords: number;
}

/** One question that was not trained on: scores of all entries, the evidence, and the entries any of which is right (none: refuse). */
export interface HeldOut {
  readonly scores: Float64Array;
  readonly evidence: Evidence;
  readonly right: readonly number[];
}

/** Parameters [slope, intercept, refusal score, unknown share, few known words]. */
export type Parameters = readonly number[];

export interface Calibration {
  readonly parameters: Parameters;
  /** Answer when the top entry is right with at least this probability. */
  readonly answerFrom: number;
  /** Offer two or three entries when the best three together hold at least this probability. */
  readonly offerFrom: number;
}

/**
 * The parameters that a typical knowledge base comes out with; the fit starts from them and is held near them (a Gaussian prior), so that
 * a folder with too few phrasings to learn from still has sensible ones.
 */
const PRIOR: Parameters = [8, -3, 0.5, 2, 1];
/** Weight of the prior, in pseudo-observations. */
const PRIOR_STRENGTH = 2;
const NEWTON_STEPS = 30;

/** Fits the parameters. In-scope and other questions count half each, however many there are of either. */
export function fitCalibration(heldOut: readonly HeldOut[]): Parameters {
  const inScope = heldOut.filter((item) => item.right.length > 0).length;
  const outOfScope = heldOut.length - inScope;
  if (inScope === 0 || outOfScope === 0) return PRIOR;
  const weightOf = (item: HeldOut): number => heldOut.length / 2 / (item.right.length === 0 ? outOfScope : inScope);
  let parameters = [...PRIOR];
  let loss = lossOf(heldOut, weightOf, parameters);
  for (let step = 0; step < NEWTON_STEPS; step++) {
    const direction = newtonDirection(heldOut, weightOf, parameters);
    let length = 1;
    let next = parameters;
    let nextLoss = loss;
    for (; length > 1e-4; length /= 2) {
      next = parameters.map((value, i) => value - length * (direction[i] ?? 0));
      nextLoss = lossOf(heldOut, weightOf, next);
      if (nextLoss < loss) break;
    }
    if (!(nextLoss < loss - 1e-7 * Math.abs(loss))) break;
    parameters = next;
    loss = nextLoss;
  }
  return parameters;
}

function rejectFeatures({ refusalScore, unknownShare, knownWords }: Evidence): readonly number[] {
  return [1, refusalScore, unknownShare, 1 / (1 + knownWords)];
}

/**
 * Probabilities of the entries (same order as `scores`) and of "none of them"; they sum to 1.
 */
export function probabilities(parameters: Parameters, scores: Float64Array, evidence: Evidence): { entries: Float64Array; none: number } {
  const [slope = 0, ...reject] = parameters;
  const rejectLogit = rejectFeatures(evidence).reduce((sum, value, i) => sum + value * (reject[i] ?? 0), 0);
  let top = rejectLogit;
  for (const score of scores) top = Math.max(top, slope * score);
  let total = Math.exp(rejectLogit - top);
  const entries = scores.map((score) => {
    const weight = Math.exp(slope * score - top);
    total += weight;
    return weight;
  });
  return { entries: entries.map((weight) => weight / total), none: Math.exp(rejectLogit - top) / total };
}

function lossOf(heldOut: readonly HeldOut[], weightOf: (item: HeldOut) => number, parameters: Parameters): number {
  let loss = 0;
  for (const item of heldOut) {
    const { entries, none } = probabilities(parameters, item.scores, item.evidence);
    const likelihood = item.right.length === 0 ? none : shareOf(entries, item.right);
    loss -= weightOf(item) * Math.log(Math.max(likelihood, 1e-12));
  }
  parameters.forEach((value, i) => {
    loss += 0.5 * PRIOR_STRENGTH * (value - (PRIOR[i] ?? 0)) ** 2;
  });
  return loss;
}

function shareOf(entries: Float64Array, which: readonly number[]): number {
  return which.reduce((sum, i) => sum + (entries[i] ?? 0), 0);
}

/**
 * Solves Hessian * direction = gradient of the loss. With one right entry a question the loss is convex, for logits are linear in the
 * parameters; with several, this is the Hessian of the convex upper bound in which each keeps its present share.
 */
function newtonDirection(heldOut: readonly HeldOut[], weightOf: (item: HeldOut) => number, parameters: Parameters): number[] {
  const size = parameters.length;
  const gradient = parameters.map((value, i) => PRIOR_STRENGTH * (value - (PRIOR[i] ?? 0)));
  const hessian = parameters.map((_, i) => parameters.map((__, j) => (i === j ? PRIOR_STRENGTH : 0)));
  for (const item of heldOut) {
    const weight = weightOf(item);
    const { entries, none } = probabilities(parameters, item.scores, item.evidence);
    const reject = rejectFeatures(item.evidence);
    let mean = 0;
    let meanSquare = 0;
    item.scores.forEach((score, i) => {
      mean += (entries[i] ?? 0) * score;
      meanSquare += (entries[i] ?? 0) * score * score;
    });
    const rightShare = shareOf(entries, item.right) || 1;
    const rightMean = item.right.reduce((sum, i) => sum + ((entries[i] ?? 0) / rightShare) * (item.scores[i] ?? 0), 0);
    gradient[0] = (gradient[0] ?? 0) + weight * (mean - rightMean);
    addTo(hessian, 0, 0, weight * (meanSquare - mean * mean));
    const surplus = none - (item.right.length === 0 ? 1 : 0);
    reject.forEach((value, i) => {
      gradient[i + 1] = (gradient[i + 1] ?? 0) + weight * surplus * value;
      addTo(hessian, 0, i + 1, -weight * none * mean * value);
      addTo(hessian, i + 1, 0, -weight * none * mean * value);
      reject.forEach((other, j) => {
        addTo(hessian, i + 1, j + 1, weight * none * (1 - none) * value * other);
      });
    });
  }
  return solve(hessian, gradient, size);
}

function addTo(matrix: number[][], row: number, column: number, value: number): void {
  const cells = matrix[row];
  if (cells) cells[column] = (cells[column] ?? 0) + value;
}

/** Gaussian elimination with pivoting, for the five unknowns above. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[], size: number): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let r = column + 1; r < size; r++) if (Math.abs(rows[r]?.[column] ?? 0) > Math.abs(rows[pivot]?.[column] ?? 0)) pivot = r;
    [rows[column], rows[pivot]] = [rows[pivot] ?? [], rows[column] ?? []];
    const pivotRow = rows[column] ?? [];
    for (let r = 0; r < size; r++) {
      const row = rows[r];
      if (r === column || row === undefined) continue;
      const factor = (row[column] ?? 0) / (pivotRow[column] || 1e-12);
      for (let k = column; k <= size; k++) row[k] = (row[k] ?? 0) - factor * (pivotRow[k] ?? 0);
    }
  }
  return rows.map((row, i) => (row[size] ?? 0) / (row[i] || 1e-12));
}

/** Share of answers among held-out questions that must be right: a wrong answer costs more trust than several refusals. */
const ANSWER_PRECISION = 0.975;
/** Largest share of held-out questions without an entry that may be answered, and that may be offered entries. */
const MAX_FALSE_ANSWERS = 0.01;
const MAX_FALSE_OFFERS = 0.05;
/** Bounds of the thresholds, for knowledge bases with too few held-out questions to measure on. */
const ANSWER_BOUNDS = [0.5, 0.9] as const;
/** The lowest threshold of an answer where no held-out question has an entry, so that precision cannot be measured. */
const UNMEASURED_ANSWER = 0.7;
const OFFER_BOUNDS = [0.3, 0.7] as const;
const STEP = 0.01;

/**
 * Picks the lowest thresholds that keep, on the held-out questions, the precision of answers and the shares of false answers and offers
 * within the bounds above. In-scope and other questions count half each.
 */
export function chooseThresholds(parameters: Parameters, heldOut: readonly HeldOut[]): { answerFrom: number; offerFrom: number } {
  const judged = heldOut.map(({ scores, evidence, right }) => {
    const { entries } = probabilities(parameters, scores, evidence);
    const best = indexOfLargest(entries);
    return { top: entries[best] ?? 0, bestThree: sumOfLargest(entries, 3), isRight: right.includes(best), inScope: right.length > 0 };
  });
  const inScope = judged.filter((item) => item.inScope);
  const others = judged.filter((item) => !item.inScope);
  const shareWith = (items: typeof judged, test: (item: (typeof judged)[number]) => boolean): number =>
    items.length === 0 ? 0 : items.filter(test).length / items.length;
  const lowest = ([from, to]: readonly [number, number], holds: (threshold: number) => boolean): number => {
    for (let threshold = from; threshold < to; threshold += STEP) if (holds(threshold)) return threshold;
    return to;
  };
  return {
    answerFrom: lowest(ANSWER_BOUNDS, (threshold) => {
      if (inScope.length === 0 && threshold < UNMEASURED_ANSWER) return false;
      const right = shareWith(inScope, ({ top, isRight }) => isRight && top >= threshold);
      const wrong = shareWith(inScope, ({ top, isRight }) => !isRight && top >= threshold);
      const falseAnswers = shareWith(others, ({ top }) => top >= threshold);
      return falseAnswers <= MAX_FALSE_ANSWERS && right >= ANSWER_PRECISION * (right + wrong + falseAnswers);
    }),
    offerFrom: lowest(OFFER_BOUNDS, (threshold) => shareWith(others, ({ bestThree }) => bestThree >= threshold) <= MAX_FALSE_OFFERS),
  };
}

/** Position of the largest value, the first of equals; 0 where there is none. */
export function indexOfLargest(values: Float64Array): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) if ((values[i] ?? 0) > (values[best] ?? 0)) best = i;
  return best;
}

function sumOfLargest(values: Float64Array, count: number): number {
  return [...values]
    .sort((a, b) => b - a)
    .slice(0, count)
    .reduce((sum, value) => sum + value, 0);
}
