import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  chooseThresholds,
  type Evidence,
  fitCalibration,
  type HeldOut,
  type Parameters,
  probabilities,
} from '../../../src/core/matching/calibration.js';

const NEUTRAL: Evidence = { refusalScore: 0, unknownShare: 0, knownWords: 0 };
const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

const finite = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });
const parameters: fc.Arbitrary<Parameters> = fc.tuple(finite(0.1, 20), finite(-9, 9), finite(-9, 9), finite(-9, 9), finite(-9, 9));
const scores = fc.array(finite(-3, 3), { minLength: 1, maxLength: 8 }).map((values) => Float64Array.from(values));
const evidence: fc.Arbitrary<Evidence> = fc.record({
  refusalScore: finite(-3, 3),
  unknownShare: finite(0, 1),
  knownWords: fc.nat({ max: 20 }),
});

/** Minus the log-likelihood of the right outcomes, in-scope and other questions counting half each. */
function lossOf(heldOut: readonly HeldOut[], fitted: Parameters): number {
  const inScope = heldOut.filter(({ right }) => right.length > 0).length;
  return sum(
    heldOut.map((item) => {
      const { entries, none } = probabilities(fitted, item.scores, item.evidence);
      const likelihood = item.right.length === 0 ? none : sum(item.right.map((i) => entries[i] ?? Number.NaN));
      return -Math.log(likelihood) / (item.right.length === 0 ? heldOut.length - inScope : inScope);
    }),
  );
}

describe('probabilities', () => {
  it('are the shares of the weights', () => {
    // Slope 1 and nothing that speaks for "none": weights 2, 5 and 1, of 8 in all.
    const { entries, none } = probabilities([1, 0, 0, 0, 0], Float64Array.of(Math.log(2), Math.log(5)), NEUTRAL);
    expect(entries[0]).toBeCloseTo(2 / 8, 12);
    expect(entries[1]).toBeCloseTo(5 / 8, 12);
    expect(none).toBeCloseTo(1 / 8, 12);
  });

  it('weigh the evidence for "none" with its parameters', () => {
    // exp(0.5 + 2 * 0.25 - 1 * 1 + 0) is 1, as is the weight of the entry: a half each.
    const { none } = probabilities([1, 0.5, 2, -1, 0], Float64Array.of(0), { refusalScore: 0.25, unknownShare: 1, knownWords: 3 });
    expect(none).toBeCloseTo(1 / 2, 12);
  });

  it('sum to 1', () => {
    fc.assert(
      fc.property(parameters, scores, evidence, (fitted, values, against) => {
        const { entries, none } = probabilities(fitted, values, against);
        expect(sum(entries) + none).toBeCloseTo(1, 10);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('stay finite for extreme scores', () => {
    const { entries, none } = probabilities([20, 0, 0, 0, 0], Float64Array.of(1e3, -1e3), NEUTRAL);
    expect([...entries, none]).toEqual([1, 0, 0]);
  });

  it('order the entries as the scores do', () => {
    fc.assert(
      fc.property(parameters, finite(-3, 3), finite(0.01, 3), evidence, (fitted, score, more, against) => {
        const [lower = Number.NaN, higher = Number.NaN] = probabilities(fitted, Float64Array.of(score, score + more), against).entries;
        expect(higher).toBeGreaterThanOrEqual(lower);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('rise for an entry whose score rises and fall for all else', () => {
    fc.assert(
      fc.property(parameters, scores, evidence, finite(0.01, 2), (fitted, values, against, more) => {
        const before = probabilities(fitted, values, against);
        const after = probabilities(
          fitted,
          values.map((score, i) => (i === 0 ? score + more : score)),
          against,
        );
        const rounding = 1e-12;
        expect(after.entries[0]).toBeGreaterThanOrEqual((before.entries[0] ?? Number.NaN) - rounding);
        expect(after.none).toBeLessThanOrEqual(before.none + rounding);
        for (let i = 1; i < values.length; i++) expect(after.entries[i]).toBeLessThanOrEqual((before.entries[i] ?? Number.NaN) + rounding);
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});

/**
 * Questions in exactly the shares that a model gives: every combination of scores and evidence stands there that many times with each
 * outcome. What is fitted to them must be the model; the only noise is rounding to whole questions.
 */
function questionsOf(truth: Parameters, each: number): HeldOut[] {
  const rows: HeldOut[] = [];
  for (const own of [-0.8, -0.2, 0.4, 1]) {
    for (const refusalScore of [-0.9, -0.2, 0.6]) {
      for (const unknownShare of [0, 0.4, 1]) {
        for (const knownWords of [0, 1, 7]) {
          const item = { scores: Float64Array.of(own, -0.6), evidence: { refusalScore, unknownShare, knownWords } };
          const { entries, none } = probabilities(truth, item.scores, item.evidence);
          const add = (share: number, right: number[]): void => {
            for (let i = 0; i < Math.round(share * each); i++) rows.push({ ...item, right });
          };
          entries.forEach((share, i) => {
            add(share, [i]);
          });
          add(none, []);
        }
      }
    }
  }
  return rows;
}

describe('the fit', () => {
  const prior = fitCalibration([]);

  describe('to questions of a known model', () => {
    const truth: Parameters = [2.5, 0.5, 2, 1, -1];
    let heldOut: HeldOut[] = [];
    let fitted: Parameters = [];
    let expected: Parameters = [];
    beforeAll(() => {
      heldOut = questionsOf(truth, 100);
      fitted = fitCalibration(heldOut);
      // Counting one outcome more or less moves its logit by the logarithm of that factor, which the intercept takes up, and nothing else.
      const outOfScope = heldOut.filter(({ right }) => right.length === 0).length;
      expected = truth.map((value, i) => (i === 1 ? value + Math.log((heldOut.length - outOfScope) / outOfScope) : value));
    });

    it.each([
      [0, 'slope'],
      [1, 'intercept'],
      [2, 'refusal score'],
      [3, 'unknown share'],
      [4, 'few known words'],
    ])('recovers parameter %i, the %s', (i) => {
      expect(Math.abs((fitted[i] ?? Number.NaN) - (expected[i] ?? Number.NaN))).toBeLessThan(0.15);
    });
  });

  it('counts in-scope and other questions half each, however many there are of either', () => {
    const inScope: HeldOut = { scores: Float64Array.of(0), evidence: NEUTRAL, right: [0] };
    const outOfScope: HeldOut = { ...inScope, right: [] };
    // The two cannot be told apart, so a fair fit gives a half each, though 9 in 10 questions are in scope.
    const fitted = fitCalibration([...Array.from({ length: 9_000 }, () => inScope), ...Array.from({ length: 1_000 }, () => outOfScope)]);
    expect(probabilities(fitted, inScope.scores, NEUTRAL).none).toBeCloseTo(0.5, 2);
  });

  it('is not worse than the prior on the questions it is fitted to', () => {
    const question = (right: fc.Arbitrary<number[]>): fc.Arbitrary<HeldOut> =>
      fc.record({
        scores: fc.tuple(finite(-1, 1), finite(-1, 1), finite(-1, 1)).map((values) => Float64Array.from(values)),
        evidence,
        right,
      });
    const inScope = fc.array(question(fc.uniqueArray(fc.nat({ max: 2 }), { minLength: 1, maxLength: 2 })), { minLength: 1, maxLength: 12 });
    const outOfScope = fc.array(question(fc.constant([])), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(inScope, outOfScope, (answered, refused) => {
        const heldOut = [...answered, ...refused];
        expect(lossOf(heldOut, fitCalibration(heldOut))).toBeLessThanOrEqual(lossOf(heldOut, prior) + 1e-9);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it('is held near the prior by a few questions that contradict it', () => {
    const heldOut: HeldOut[] = [
      { scores: Float64Array.of(-1), evidence: NEUTRAL, right: [0] },
      { scores: Float64Array.of(1), evidence: NEUTRAL, right: [] },
    ];
    const [slope = 0] = fitCalibration(heldOut);
    expect(slope).toBeGreaterThan(0);
  });

  it.each<[string, HeldOut[]]>([
    ['in scope', [{ scores: Float64Array.of(1), evidence: NEUTRAL, right: [0] }]],
    ['out of scope', [{ scores: Float64Array.of(1), evidence: NEUTRAL, right: [] }]],
  ])('is the prior when all questions are %s', (_what, heldOut) => {
    expect(fitCalibration(heldOut)).toEqual(prior);
  });

  it('is without data already sure of an entry that stands out and unsure of a question of unknown words', () => {
    const standsOut = probabilities(prior, Float64Array.of(1, -1), { refusalScore: -1, unknownShare: 0, knownWords: 4 });
    const unknownWords = probabilities(prior, Float64Array.of(-1, -1), { refusalScore: -1, unknownShare: 1, knownWords: 0 });
    expect(standsOut.entries[0]).toBeGreaterThan(0.9);
    expect(unknownWords.none).toBeGreaterThan(0.5);
  });
});

describe('the thresholds', () => {
  const SHARES: Parameters = [1, 0, 0, 0, 0];
  const RIGHT = [0];
  const OTHER_IS_RIGHT = [1];
  const NONE_IS_RIGHT: number[] = [];
  /** Questions whose top entry has this probability under SHARES; a second entry has none. */
  const questions = (count: number, top: number, right: number[]): HeldOut[] =>
    Array.from({ length: count }, () => ({ scores: Float64Array.of(Math.log(top / (1 - top)), -100), evidence: NEUTRAL, right }));

  it('answer from where at most 1 of 100 questions without an entry would be answered', () => {
    // Up to 0.70 two would be; the precision is never in doubt: 1 of 1.02.
    const heldOut = [...questions(100, 0.97, RIGHT), ...questions(2, 0.705, NONE_IS_RIGHT), ...questions(98, 0.1, NONE_IS_RIGHT)];
    expect(chooseThresholds(SHARES, heldOut).answerFrom).toBeCloseTo(0.71, 9);
  });

  it('answer from where 39 of 40 answers are right', () => {
    // Up to 0.65, 18 of 20 answers are right; above it all.
    const heldOut = [...questions(18, 0.97, RIGHT), ...questions(2, 0.655, OTHER_IS_RIGHT), ...questions(20, 0.1, NONE_IS_RIGHT)];
    expect(chooseThresholds(SHARES, heldOut).answerFrom).toBeCloseTo(0.66, 9);
  });

  it('count in-scope and other questions half each', () => {
    // 10 of 1000 is a share of 0.01: precision 1 of 1.01. Counted by heads it would be 10 of 20.
    const heldOut = [...questions(10, 0.97, RIGHT), ...questions(10, 0.85, NONE_IS_RIGHT), ...questions(990, 0.1, NONE_IS_RIGHT)];
    expect(chooseThresholds(SHARES, heldOut).answerFrom).toBe(0.5);
  });

  it('offer from where at most 5 of 100 questions without an entry would be offered some', () => {
    const heldOut = [...questions(100, 0.97, RIGHT), ...questions(6, 0.455, NONE_IS_RIGHT), ...questions(94, 0.1, NONE_IS_RIGHT)];
    expect(chooseThresholds(SHARES, heldOut).offerFrom).toBeCloseTo(0.46, 9);
  });

  it('offer by the probability of the best three together', () => {
    // Five equal entries and "none" of equal weight: a sixth each, the best three a half. Offering up to 0.50 offers all.
    const five: HeldOut = { scores: new Float64Array(5), evidence: NEUTRAL, right: [] };
    // Weights 0.3, 0.2, 0.1 and 0.05 of 1, none 0.35: the best three hold 0.6.
    const uneven: HeldOut = {
      scores: Float64Array.of(0.3, 0.2, 0.1, 0.05).map((share) => Math.log(share / 0.35)),
      evidence: NEUTRAL,
      right: [],
    };
    const offerFrom = (item: HeldOut): number => chooseThresholds(SHARES, [item]).offerFrom;
    expect(offerFrom({ ...five, scores: five.scores.map(() => Math.log(1.02)) })).toBeCloseTo(0.51, 9);
    expect(offerFrom({ ...uneven, scores: uneven.scores.map((score) => score + Math.log(1.02)) })).toBeCloseTo(0.61, 9);
  });

  it('are cautious without questions that have an entry, for then precision was not measured', () => {
    const { answerFrom, offerFrom } = chooseThresholds(SHARES, []);
    expect(answerFrom).toBeCloseTo(0.7, 1);
    expect(offerFrom).toBe(0.3);
  });

  it('are the upper bounds when every question without an entry looks certain', () => {
    expect(chooseThresholds(SHARES, questions(10, 0.99, NONE_IS_RIGHT))).toEqual({ answerFrom: 0.9, offerFrom: 0.7 });
  });
});
