import { describe, expect, it } from 'vitest';
import type { AnswerTrace } from '../../../../src/core/answering/trace.js';
import { markText, percent, verdict } from '../../../../src/playground/page/inspect/verdict.js';

const trace = (part: Partial<AnswerTrace>): AnswerTrace => ({
  ...{ asked: '', understood: '', repairs: [], background: null, kind: 'answer', entryId: 'berth', picked: false, exact: false },
  ...{ confidence: 0.9, thresholds: { answer: 0.78, offer: 0.4 }, candidates: [], words: [], refusal: null, at: 0 },
  ...part,
});

describe('a share', () => {
  it.each([
    [0, '0%'],
    [0.764, '76%'],
    [0.996, '99.6%'],
    [0.9991, 'over 99.9%'],
    [0.99999, 'over 99.9%'],
    [1, '100%'],
  ])('of %f is %s: only everything is 100%%', (share, text) => {
    expect(percent(share)).toBe(text);
  });
});

describe('what decided', () => {
  it('is the wording itself, where an entry asks the same', () => {
    expect(verdict(trace({ exact: true }))).toBe('An entry asks the same, word for word. No score decides then.');
  });

  it('is the wording without its typos, where there were some', () => {
    const repairs = [{ from: 'windos', to: 'windows' }];
    expect(verdict(trace({ exact: true, repairs }))).toBe(
      'An entry asks the same, word for word once the typos are mended. No score decides then.',
    );
  });

  it.each([
    ['answer', 'The best candidate reaches 90%, and 78% is enough for an answer.'],
    ['choices', 'The best candidate reaches 90%; an answer needs 78%. The best three together reach the 40% from which they are offered.'],
    [
      'unknown',
      'The best candidate reaches 90%; an answer needs 78%. The best three together stay below the 40% from which they are offered.',
    ],
  ] as const)('is the score, for %s', (kind, text) => {
    expect(verdict(trace({ kind }))).toBe(text);
  });
});

describe('the mark on the bars', () => {
  it('is where the best one is the answer', () => {
    expect(markText(trace({}))).toBe('The mark stands at 78%: from there on, the best one is the answer.');
  });

  it('did not decide where the asker picked', () => {
    expect(markText(trace({ picked: true }))).toBe(
      'The mark stands at 78%: from there on, the best one is the answer by itself. Here the asker chose.',
    );
  });
});
