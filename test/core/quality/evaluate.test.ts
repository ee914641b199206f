import { describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/core/answering/reply.js';
import type { LabelledQuestion } from '../../../src/core/entry.js';
import { evaluate, type Judged, judge } from '../../../src/core/quality/evaluate.js';

const ranked = (best: string, confidence: number) => ({ confidence, candidates: [{ entryId: best, confidence }] });
const answer = (entryId: string, confidence = 0.95): Reply => ({
  kind: 'answer',
  entryId,
  shown: null,
  followUps: [],
  ...ranked(entryId, confidence),
});
const choices = (best: string, confidence = 0.45): Reply => ({ kind: 'choices', choices: [], ...ranked(best, confidence) });
const unknown = (best: string, confidence = 0.05): Reply => ({ kind: 'unknown', topic: null, nearest: [], ...ranked(best, confidence) });
const chat: Reply = { kind: 'chat', text: 'Hello!' };

const judged = (expected: LabelledQuestion['expected'], reply: Reply, topic = 'basics'): Judged => ({
  label: { ask: 'a question', expected },
  reply,
  topic: typeof expected === 'string' ? 'out of scope' : topic,
});

describe('judge', () => {
  it.each([
    ['an expected answer', ['a'], answer('a'), 'right', true],
    ['any of the expected answers', ['a', 'b'], answer('b'), 'right', true],
    ['another answer', ['a'], answer('b'), 'wrong', false],
    ['choices led by an expected entry', ['a'], choices('a'), 'offered', true],
    ['choices led by another entry', ['a'], choices('b'), 'offered', false],
    ['a refusal that ranked an expected entry first', ['a'], unknown('a'), 'refused', true],
    ['a refusal', ['a'], unknown('b'), 'refused', false],
    ['a courtesy', ['a'], chat, 'refused', false],
  ] as const)('takes %s to a question in scope for what it is', (_what, expected, reply, outcome, firstRight) => {
    expect(judge(judged([...expected], reply))).toEqual({ outcome, firstRight });
  });

  it.each([
    ['an answer', 'unknown', answer('a'), 'wrong'],
    ['choices', 'unknown', choices('a'), 'offered'],
    ['a refusal', 'unknown', unknown('a'), 'refused'],
    ['a courtesy to a courtesy', 'chat', chat, 'refused'],
    ['an answer to a courtesy', 'chat', answer('a'), 'wrong'],
  ] as const)('takes %s to a question out of scope for what it is', (_what, expected, reply, outcome) => {
    expect(judge(judged(expected, reply))).toEqual({ outcome, firstRight: false });
  });
});

describe('evaluate', () => {
  // In scope: 2 right, 1 wrong, 2 offered (1 with the expected entry first), 2 refused (1 with the expected entry first): 4 of 7 first right.
  // Out of scope: 1 answered, 1 offered, 2 refused.
  const sample: Judged[] = [
    judged(['a'], answer('a')),
    judged(['a', 'b'], answer('b')),
    judged(['c'], answer('a'), 'storage'),
    judged(['a'], choices('a')),
    judged(['c'], choices('b'), 'storage'),
    judged(['a'], unknown('a')),
    judged(['c'], unknown('b'), 'storage'),
    judged('unknown', answer('a')),
    judged('unknown', choices('a')),
    judged('unknown', unknown('a')),
    judged('chat', chat),
  ];
  const result = evaluate(sample);

  it('counts the questions in scope', () => {
    expect(result.inScope).toEqual({ questions: 7, right: 2, wrong: 1, offered: 2, refused: 2, firstRight: 4 });
  });

  it('counts the questions out of scope', () => {
    expect(result.outOfScope).toEqual({ questions: 4, right: 0, wrong: 1, offered: 1, refused: 2, firstRight: 0 });
  });

  it('counts by topic, in the order of their names', () => {
    expect(Object.entries(result.byTopic)).toEqual([
      ['basics', { questions: 4, right: 2, wrong: 0, offered: 1, refused: 1, firstRight: 4 }],
      ['out of scope', { questions: 4, right: 0, wrong: 1, offered: 1, refused: 2, firstRight: 0 }],
      ['storage', { questions: 3, right: 0, wrong: 1, offered: 1, refused: 1, firstRight: 0 }],
    ]);
  });

  it('takes the share of right outcomes for the accuracy', () => {
    // 4 of 7 ranked right, 3 of 4 not answered.
    expect(result.accuracy).toBeCloseTo(7 / 11, 12);
  });

  it('gives zeros for no questions', () => {
    const { accuracy, calibrationError, bins } = evaluate([]);
    expect([accuracy, calibrationError, ...bins.map(({ questions }) => questions)]).toEqual(new Array(12).fill(0));
  });
});

describe('the bins of confidence', () => {
  const { bins, calibrationError } = evaluate([
    judged(['a'], answer('a', 0.9)),
    judged(['a'], answer('a', 1)),
    judged(['a'], answer('b', 0.92)),
    judged(['a'], choices('a', 0.4)),
    judged('unknown', unknown('a', 0.1)),
  ]);

  it('are tenths from 0', () => {
    expect(bins.map(({ from }) => from)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]);
  });

  it('hold each question once: a tenth begins with its lower bound, and certainty lies in the last', () => {
    expect(bins.map(({ questions }) => questions)).toEqual([0, 1, 0, 0, 1, 0, 0, 0, 0, 3]);
  });

  it('have the mean confidence and the share that is right of their questions', () => {
    expect(bins[9]?.meanConfidence).toBeCloseTo((0.9 + 1 + 0.92) / 3, 12);
    expect(bins[9]?.shareRight).toBeCloseTo(2 / 3, 12);
  });

  it('count a refused question as right where its best candidate is', () => {
    expect(evaluate([judged(['a'], unknown('a', 0.2))]).bins[2]?.shareRight).toBe(1);
  });

  it('give the calibration error as the mean distance, by questions', () => {
    // Last bin: 0.94 to 2/3, three questions; 0.4 to 1, one; 0.1 to 0, one.
    expect(calibrationError).toBeCloseTo((3 * (0.94 - 2 / 3) + 0.6 + 0.1) / 5, 12);
  });

  it('give no calibration error where confidence is the share that is right', () => {
    const halfRight = [judged(['a'], answer('a', 0.5)), judged(['a'], answer('b', 0.5))];
    expect(evaluate(halfRight).calibrationError).toBe(0);
  });

  it('leave courtesies out', () => {
    expect(evaluate([judged('chat', chat)]).bins.map(({ questions }) => questions)).toEqual(new Array(10).fill(0));
  });

  it('are not diluted by courtesies: they have no confidence that could be honest', () => {
    const one = judged(['a'], answer('a', 0.6));
    expect(evaluate([one, judged('chat', chat)]).calibrationError).toBeCloseTo(0.4, 12);
  });
});
