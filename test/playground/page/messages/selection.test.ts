import { describe, expect, it } from 'vitest';
import { afterClosing, afterPress, atLetter } from '../../../../src/playground/page/messages/selection.js';

describe('a select of one', () => {
  it('takes what is pressed, also once more', () => {
    expect(afterPress({ least: 1, most: 1 }, [], 'a')).toEqual(['a']);
    expect(afterPress({ least: 1, most: 1 }, ['a'], 'b')).toEqual(['b']);
    expect(afterPress({ least: 1, most: 1 }, ['a'], 'a')).toEqual(['a']);
  });

  it('is emptied by a press on what is chosen where none need be', () => {
    expect(afterPress({ least: 0, most: 1 }, ['a'], 'a')).toEqual([]);
    expect(afterPress({ least: 0, most: 1 }, ['a'], 'b')).toEqual(['b']);
  });
});

describe('a select of several', () => {
  it('takes and gives back with a press, and keeps the latest where there are too many', () => {
    expect(afterPress({ least: 1, most: 2 }, ['a'], 'b')).toEqual(['a', 'b']);
    expect(afterPress({ least: 1, most: 2 }, ['a', 'b'], 'a')).toEqual(['b']);
    expect(afterPress({ least: 1, most: 2 }, ['a', 'b'], 'c')).toEqual(['b', 'c']);
  });

  it.each([
    [['a', 'b'], ['b', 'a'], 'nothing'],
    [['a', 'b'], ['a', 'c'], 'sent'],
    [['a', 'b'], ['a'], 'too few'],
    [[], ['a'], 'too few'],
  ] as const)('of at least two: from %j to %j is %s', (before, chosen, expected) => {
    expect(afterClosing({ least: 2, most: 3 }, before, chosen)).toBe(expected);
  });
});

it('a letter leads to the first choice that begins with it, and nowhere where none does', () => {
  expect(atLetter(['Quay', 'berth', 'Buoy'], 'B')).toBe(1);
  expect(atLetter(['Quay', 'berth', 'Buoy'], 'x')).toBeNull();
});
