import { describe, expect, it } from 'vitest';
import { learnChatter } from '../../../src/core/language/chatter.js';

const score = learnChatter();
const mean = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + score(text), 0) / texts.length;

describe('the score of chatter', () => {
  // None of these lines is learnt from.
  const TALK = [
    'you made my evening, little robot',
    'haha brilliant, sharing this with the team',
    'went for a walk and when i came back it had finished building, all green',
    'fair, was worth a try',
    'ok i owe my flatmate a pizza now',
    'will read the rest on the train home',
  ];
  const QUESTIONS = [
    'printer offline since the update',
    'bus timetable on sundays',
    'the login page keeps reloading',
    'need a receipt for march',
    'no sound in the second monitor after standby',
    'change my delivery address',
  ];

  it('is higher for talk than for questions without a question mark', () => {
    expect(mean(TALK)).toBeGreaterThan(mean(QUESTIONS));
    expect(Math.min(...TALK.map(score))).toBeGreaterThan(Math.max(...QUESTIONS.map(score)));
  });

  it('is the same each time it is learnt', () => {
    const again = learnChatter();
    expect(TALK.map(again)).toEqual(TALK.map(score));
  });

  it.each(['', '🐳', 'a'.repeat(100_000), 'ok '.repeat(10_000)])('is a number for anything', (text) => {
    expect(Number.isFinite(score(text))).toBe(true);
  });
});
