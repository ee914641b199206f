import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alphabetOf, begunWith } from '../../../src/core/answering/beginnings.js';
import { editDistance } from '../../../src/core/matching/repair.js';

const begun = (typed: string, lines: readonly string[]): string[] =>
  [...begunWith(typed, alphabetOf(lines))].sort((a, b) => a - b).map((number) => lines[number] ?? '');

/** As many slips as are forgiven: one from five letters on, two from sixteen. */
const forgiven = (typed: string): number => (typed.length < 5 ? 0 : typed.length < 16 ? 1 : 2);

describe('the lines that begin with what was typed', () => {
  it('are found wherever they stand', () => {
    expect(begun('cran', ['crane', 'dock', 'cranes lift', 'cra', 'a crane', 'crane'])).toEqual(['crane', 'cranes lift', 'crane']);
  });

  it.each([
    ['a letter too few', 'crne lifts'],
    ['a letter too many', 'craane lift'],
    ['another letter', 'crame lift'],
    ['two letters swapped', 'cranel ifts'],
    ['no space', 'cranelifts'],
  ])('are found with %s', (_, typed) => {
    expect(begun(typed, ['crane lifts a box', 'dock'])).toEqual(['crane lifts a box']);
  });

  it('are those without a slip alone, where there are any', () => {
    expect(begun('crane', ['crane', 'crate', 'crane lift'])).toEqual(['crane', 'crane lift']);
    expect(begun('crxne', ['crane', 'crate', 'crane lift'])).toEqual(['crane', 'crane lift']);
  });

  it('are those that begin exactly so while fewer than five letters are typed', () => {
    expect(begun('crne', ['crane'])).toEqual([]);
  });

  it('are the same that a comparison with every beginning of every line finds', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(letters, fc.array(letters, { maxLength: 12 }), (typed, lines) => {
        const slips = lines.map((line) =>
          Math.min(...Array.from({ length: line.length + 1 }, (_, length) => editDistance(typed, line.slice(0, length), forgiven(typed)))),
        );
        const least = Math.min(...slips, forgiven(typed));
        expect(begun(typed, lines)).toEqual(lines.filter((_, i) => slips[i] === least));
      }),
      { numRuns: 500 },
    );
  });
});
