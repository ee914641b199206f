import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type LinearModel, scoreClasses, trainLinear } from '../../../src/core/matching/classifier.js';
import type { SparseVector } from '../../../src/core/matching/features.js';
import { seededRandom, shuffle } from '../../../src/core/random.js';

/** A vector of length 1 in the direction of these values: feature to value. */
function direction(values: Readonly<Record<number, number>>): SparseVector {
  const length = Math.hypot(...Object.values(values));
  return {
    indices: Int32Array.from(Object.keys(values).map(Number)),
    values: Float64Array.from(Object.values(values).map((value) => value / length)),
  };
}

const EMPTY: SparseVector = { indices: new Int32Array(), values: new Float64Array() };

function bestOf(scores: Float64Array): number {
  return scores.indexOf(Math.max(...scores));
}

function weightsOf({ classes, weights, scales }: LinearModel, ofClass: number): number[] {
  return Array.from(weights)
    .filter((_, i) => i % classes === ofClass)
    .map((weight) => weight * (scales[ofClass] ?? 0));
}

describe('a separable problem', () => {
  // Three classes: feature 0, 1 or 2 leads; 3 is shared by all, as everyday words are; 4 to 9 are noise.
  const leading = (label: number, noise: number, amount: number): SparseVector => direction({ [label]: 1, 3: 0.5, [4 + noise]: amount });
  const training = [0, 1, 2].flatMap((label) => [0, 1, 2, 3, 4, 5].map((noise) => ({ label, vector: leading(label, noise, 0.3) })));
  const unseen = [0, 1, 2].flatMap((label) => [0, 1, 2, 3, 4, 5].map((noise) => ({ label, vector: leading(label, noise, 0.6) })));
  const train = (onProgress?: (share: number) => void): LinearModel =>
    trainLinear(
      training.map(({ vector }) => vector),
      training.map(({ label }) => label),
      { classes: 3, competing: 3, features: 10 },
      onProgress,
    );
  let model: LinearModel;
  beforeAll(() => {
    model = train();
  });

  it('is learnt: every training example scores above 0 in its class alone', () => {
    for (const { label, vector } of training) {
      expect([...scoreClasses(model, vector)].map((score) => score > 0)).toEqual([0, 1, 2].map((c) => c === label));
    }
  });

  it('is learnt beyond the examples: unseen ones score best in their class', () => {
    for (const { label, vector } of unseen) expect(bestOf(scoreClasses(model, vector))).toBe(label);
  });

  it('gives the same model every time', () => {
    expect(train()).toEqual(model);
  });

  it('scores a vector without features -1 in every class', () => {
    expect([...scoreClasses(model, EMPTY)]).toEqual([-1, -1, -1]);
  });

  it('reports the share that is done after each class', () => {
    const shares: number[] = [];
    train((share) => shares.push(share));
    expect(shares.map((share) => Math.round(share * 3))).toEqual([1, 2, 3]);
  });
});

describe('examples that share nothing', () => {
  const model = trainLinear([direction({ 0: 1 }), direction({ 1: 1 })], [0, 1], { classes: 3, competing: 3, features: 3 });

  it('score exactly -1 in the classes of the others', () => {
    expect(scoreClasses(model, direction({ 0: 1 }))[1]).toBe(-1);
    expect(scoreClasses(model, direction({ 1: 1 }))[0]).toBe(-1);
  });

  it('score between the offset and the margin in their own class, equally for equal cases', () => {
    const [first = 0, second = 0] = [scoreClasses(model, direction({ 0: 1 }))[0], scoreClasses(model, direction({ 1: 1 }))[1]];
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThan(1);
    expect(first).toBeCloseTo(second, 10);
  });

  it('pull twice as hard when they stand there twice', () => {
    // Alone on its feature, an example of cost C scores alpha - 1 and misses its margin by alpha / (2 C), so that
    // (1 - score) / (1 + score) is 1 / (2 C); two alike share the pull, which halves it. The rest is for training that stops early.
    const twice = trainLinear([direction({ 0: 1 }), direction({ 1: 1 }), direction({ 1: 1 })], [0, 1, 1], {
      classes: 2,
      competing: 2,
      features: 2,
    });
    const missed = (c: number): number => {
      const score = scoreClasses(twice, direction({ [c]: 1 }))[c] ?? Number.NaN;
      return (1 - score) / (1 + score);
    };
    expect(Math.abs(missed(0) / missed(1) - 2)).toBeLessThan(0.3);
  });

  it('leave a class without examples at -1', () => {
    expect(scoreClasses(model, direction({ 0: 1 }))[2]).toBe(-1);
  });

  it('leave a feature without examples at weight 0', () => {
    expect([...scoreClasses(model, direction({ 2: 1 }))]).toEqual([-1, -1, -1]);
  });
});

describe('refusal classes', () => {
  // Classes 0 and 1 compete; 2 and 3 are refusals. All share feature 4.
  const examples = [0, 1, 2, 3].map((label) => ({ label, vector: direction({ [label]: 1, 4: 1 }) }));
  const trainOn = (labels: readonly number[]): LinearModel => {
    const chosen = examples.filter(({ label }) => labels.includes(label));
    return trainLinear(
      chosen.map(({ vector }) => vector),
      chosen.map(({ label }) => label),
      { classes: 4, competing: 2, features: 5 },
    );
  };
  const together = trainOn([0, 1, 2, 3]);
  const withoutOne = trainOn([0, 1, 3]);

  it('do not compete with each other: the examples of one do not move the other', () => {
    expect(weightsOf(together, 3)).toEqual(weightsOf(withoutOne, 3));
  });

  it('give no weight against the features of another refusal class', () => {
    expect(weightsOf(together, 3)[2]).toBe(0);
  });

  it('compete with the entries: an entry learns weight against their features', () => {
    expect(weightsOf(together, 0)[2]).toBeLessThan(0);
  });

  it('learn weight against the features of the entries', () => {
    expect(weightsOf(together, 3)[0]).toBeLessThan(0);
  });
});

/**
 * The conditions of Karush, Kuhn and Tucker for a squared-hinge machine (Hsieh et al. 2008, section 2): w is the sum of
 * alpha y x over the examples; alpha is 0 where the margin y f is beyond 1; elsewhere 1 - y f = alpha / (2 C), with one cost C for the
 * positives and one for the negatives. Each example has a feature of its own here, whose weight shows its alpha.
 */
describe('the optimum', () => {
  const SHARED = 0.5;
  const PRIVATE = 1;
  // Training stops when no gradient exceeds 0.05 (the rest is for weights of 16 bits).
  const TOLERANCE = 0.051;
  const labels = [0, 0, 0, 1, 1, 1];
  const vectors = labels.map((label, i) => direction({ [label]: 1, 2: SHARED, [3 + i]: PRIVATE }));
  const model = trainLinear(vectors, labels, { classes: 2, competing: 2, features: 3 + labels.length });
  const ofClass = (c: number) => {
    const w = weightsOf(model, c);
    return vectors.map((vector, i) => {
      const sign = labels[i] === c ? 1 : -1;
      const alpha = (sign * (w[3 + i] ?? 0)) / (vector.values[2] ?? 1);
      return { vector, sign, alpha, margin: sign * (scoreClasses(model, vector)[c] ?? 0) };
    });
  };

  it.each([0, 1])('has no negative dual variable in class %i', (c) => {
    for (const { alpha } of ofClass(c)) expect(alpha).toBeGreaterThanOrEqual(0);
  });

  it.each([0, 1])('is the sum of its examples, weighted with the dual variables, in class %i', (c) => {
    const sum = new Float64Array(3 + labels.length);
    for (const { vector, sign, alpha } of ofClass(c)) {
      vector.indices.forEach((feature, k) => {
        sum[feature] = (sum[feature] ?? 0) + sign * alpha * (vector.values[k] ?? 0);
      });
    }
    weightsOf(model, c).forEach((weight, feature) => {
      expect(weight).toBeCloseTo(sum[feature] ?? 0, 2);
    });
  });

  it.each([0, 1])('lets an example pull only as far as it misses its margin in class %i', (c) => {
    for (const { alpha, margin } of ofClass(c)) {
      if (alpha === 0) expect(margin).toBeGreaterThan(1 - TOLERANCE);
      else expect(margin).toBeLessThan(1 + TOLERANCE);
    }
  });

  it.each([0, 1])('treats examples of one shape alike in class %i', (c) => {
    for (const sign of [1, -1]) {
      const margins = ofClass(c).flatMap((example) => (example.sign === sign ? [example.margin] : []));
      expect(Math.max(...margins) - Math.min(...margins)).toBeLessThan(2 * TOLERANCE);
    }
  });

  it('misses the margins of positives by less than those of negatives, whose errors weigh less', () => {
    const [positive, negative] = [1, -1].map((sign) => Math.min(...ofClass(0).flatMap((e) => (e.sign === sign ? [e.margin] : []))));
    expect(positive).toBeGreaterThan(negative ?? 0);
  });
});

describe('seededRandom', () => {
  it('repeats itself with the same seed', () => {
    const draw = (seed: number): number[] => Array.from({ length: 5 }, seededRandom(seed));
    expect(draw(7)).toEqual(draw(7));
  });

  it('differs between seeds', () => {
    expect(seededRandom(1)()).not.toBe(seededRandom(2)());
  });

  it('draws evenly from 0 to 1', () => {
    const random = seededRandom(1);
    const tenths = new Array<number>(10).fill(0);
    for (let i = 0; i < 10_000; i++) {
      const tenth = Math.floor(random() * 10);
      tenths[tenth] = (tenths[tenth] ?? Number.NaN) + 1;
    }
    // A count is binomial with standard deviation 30; 150 is five of those.
    for (const count of tenths) expect(Math.abs(count - 1_000)).toBeLessThan(150);
  });
});

describe('shuffle', () => {
  it('keeps every item', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer(), (items, seed) => {
        const shuffled = [...items];
        shuffle(shuffled, seededRandom(seed));
        expect(shuffled.sort((a, b) => a - b)).toEqual([...items].sort((a, b) => a - b));
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it('puts every item in every place equally often', () => {
    const random = seededRandom(1);
    const orders = new Map<string, number>();
    for (let i = 0; i < 6_000; i++) {
      const items = ['a', 'b', 'c'];
      shuffle(items, random);
      orders.set(items.join(''), (orders.get(items.join('')) ?? 0) + 1);
    }
    expect(orders.size).toBe(6);
    // A count is binomial with mean 1000 and standard deviation 29; 150 is five of those.
    for (const count of orders.values()) expect(Math.abs(count - 1_000)).toBeLessThan(150);
  });
});
