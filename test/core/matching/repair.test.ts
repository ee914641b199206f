import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRepair, editDistance, MAX_REPAIRS } from '../../../src/core/matching/repair.js';

/** The definition of the optimal string alignment distance, written down as it is: exponential, for short words. */
function naiveDistance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const substitution = naiveDistance(a.slice(0, -1), b.slice(0, -1)) + (a.at(-1) === b.at(-1) ? 0 : 1);
  const edits = [substitution, naiveDistance(a.slice(0, -1), b) + 1, naiveDistance(a, b.slice(0, -1)) + 1];
  if (a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)) {
    edits.push(naiveDistance(a.slice(0, -2), b.slice(0, -2)) + 1);
  }
  return Math.min(...edits);
}

const wordOf = (letters: string, minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...letters), minLength, maxLength });

const noWord = (): boolean => false;
const vocabularyOf = (...words: string[]): Map<string, number> => new Map(words.map((word) => [word, 1]));

describe('editDistance', () => {
  it.each([
    ['kitten', 'sitting', 3],
    ['docker', 'docker', 0],
    ['docker', 'dcoker', 1],
    ['docker', 'dockr', 1],
    ['docker', 'doccker', 1],
    ['docker', 'dicker', 1],
    // A swap may not be edited again: the unrestricted distance would be 2.
    ['ca', 'abc', 3],
    ['', 'abc', 3],
  ])('between "%s" and "%s" is %i', (a, b, expected) => {
    expect(editDistance(a, b, 10)).toBe(expected);
  });

  it('is the distance of the definition where the limit is out of reach', () => {
    fc.assert(
      fc.property(wordOf('abc', 0, 6), wordOf('abc', 0, 6), (a, b) => {
        expect(editDistance(a, b, 6)).toBe(naiveDistance(a, b));
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('exceeds the limit exactly where the distance of the definition does', () => {
    fc.assert(
      fc.property(wordOf('abc', 0, 6), wordOf('abc', 0, 6), fc.integer({ min: 0, max: 3 }), (a, b, limit) => {
        expect(editDistance(a, b, limit) > limit).toBe(naiveDistance(a, b) > limit);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('is one more than the limit wherever it exceeds the limit', () => {
    // Four edits apart, yet "abcd" is two deletions from the beginning "cd" of the other word.
    expect(editDistance('abcd', 'cdab', 2)).toBe(3);
  });

  it('is the same in both directions', () => {
    fc.assert(
      fc.property(wordOf('abcd', 0, 12), wordOf('abcd', 0, 12), (a, b) => {
        expect(editDistance(a, b, 12)).toBe(editDistance(b, a, 12));
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});

describe('repair', () => {
  const repair = createRepair(vocabularyOf('docker', 'container', 'volume', 'host', 'kernel'), noWord);

  it.each([
    ['a letter missing', 'dockr', 'docker'],
    ['a letter too many', 'dockerr', 'docker'],
    ['a wrong letter', 'dicker', 'docker'],
    ['two letters swapped', 'dokcer', 'docker'],
    ['a wrong first letter', 'focker', 'docker'],
    ['a word of four letters', 'hsot', 'host'],
  ])('corrects %s', (_what, typo, expected) => {
    expect(repair([typo])).toEqual([expected]);
  });

  it('corrects two edits in a word of eight letters or more', () => {
    expect(repair(['contaner', 'cntainre'])).toEqual(['container', 'container']);
  });

  it('leaves a word of seven letters that is two edits away', () => {
    expect(editDistance('doockre', 'docker', 2)).toBe(2);
    expect(repair(['doockre'])).toEqual(['doockre']);
  });

  it('leaves a long word that is three edits away', () => {
    expect(repair(['kontaihnerr'])).toEqual(['kontaihnerr']);
  });

  it.each([
    ['a word of three letters', 'hst'],
    ['a word with a digit', 'd0cker'],
    ['a word with a hyphen', 'do-cker'],
    ['a flag', '--volme'],
    ['a version', '5.15'],
    ['an empty token', ''],
  ])('leaves %s alone', (_what, token) => {
    expect(repair([token])).toEqual([token]);
  });

  it('leaves a word alone that is longer than 24 letters', () => {
    const long = 'abcdefghijklmnopqrstuvwxy';
    expect(createRepair(vocabularyOf(`${long}z`), noWord)([long])).toEqual([long]);
  });

  it('leaves a known word alone though a more frequent one is near', () => {
    const frequencies = new Map([
      ['host', 1],
      ['most', 99],
    ]);
    expect(createRepair(frequencies, noWord)(['host'])).toEqual(['host']);
  });

  it('leaves an English word alone that the knowledge base does not use', () => {
    expect(createRepair(vocabularyOf('docker'), (word) => word === 'locker')(['locker', 'docker'])).toEqual(['locker', 'docker']);
  });

  it.each([
    ['host', 1, 'most', 5, 'most'],
    ['host', 5, 'most', 1, 'host'],
    ['most', 1, 'host', 5, 'host'],
  ])('chooses of two words equally near the more frequent: %s %i times, %s %i times', (first, times, second, timesToo, expected) => {
    const frequencies = new Map([
      [first, times],
      [second, timesToo],
    ]);
    expect(createRepair(frequencies, noWord)(['qost'])).toEqual([expected]);
  });

  it('chooses a nearer word before a more frequent one', () => {
    const frequencies = new Map([
      ['container', 1],
      ['contained', 99],
    ]);
    expect(createRepair(frequencies, noWord)(['contaner'])).toEqual(['container']);
  });

  it('corrects no more words of a question than the limit', () => {
    const words = Array.from({ length: MAX_REPAIRS + 1 }, (_, i) => `${'abcdefghi'.charAt(i).repeat(6)}`);
    const typos = words.map((word) => `${word}z`);
    const repaired = createRepair(vocabularyOf(...words), noWord)(typos);
    expect(repaired).toEqual([...words.slice(0, MAX_REPAIRS), typos[MAX_REPAIRS]]);
  });

  it('counts a typo that comes again once', () => {
    const typos = Array.from({ length: MAX_REPAIRS + 2 }, () => 'dockr');
    expect(repair(typos)).toEqual(typos.map(() => 'docker'));
  });

  it('spends nothing on known and on English words', () => {
    const known = Array.from({ length: MAX_REPAIRS + 1 }, (_, i) => 'abcdefghi'.charAt(i).repeat(6));
    const english = known.map((word) => word.repeat(2));
    const mend = createRepair(vocabularyOf(...known, 'docker'), (word) => english.includes(word));
    expect(mend([...known, ...english, 'dockr'])).toEqual([...known, ...english, 'docker']);
  });

  it('has a new budget for every question', () => {
    const typos = ['dockr', 'volme', 'hsot', 'kernl', 'contaner'];
    repair(typos);
    expect(repair(typos)).toEqual(['docker', 'volume', 'host', 'kernel', 'container']);
  });

  it('finds a nearest word within the edits allowed wherever there is one', () => {
    const vocabulary = fc.uniqueArray(wordOf('abcde', 4, 10), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(vocabulary, wordOf('abcde', 4, 10), (words, typo) => {
        const allowed = typo.length >= 8 ? 2 : 1;
        const nearest = Math.min(...words.map((word) => editDistance(typo, word, allowed)));
        const [repaired = ''] = createRepair(vocabularyOf(...words), noWord)([typo]);
        if (nearest > allowed) expect(repaired).toBe(typo);
        else expect(words.filter((word) => editDistance(typo, word, allowed) === nearest)).toContain(repaired);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it('finds the word again after one random edit', () => {
    const edit = fc.record({
      kind: fc.constantFrom('drop', 'add', 'swap', 'change'),
      share: fc.double({ min: 0, max: 0.99, noNaN: true }),
    });
    fc.assert(
      fc.property(wordOf('abcdefgh', 5, 12), edit, (word, { kind, share }) => {
        const at = Math.floor(share * (word.length - 1));
        const [left, right] = [word.slice(0, at), word.slice(at)];
        const typo = {
          drop: left + right.slice(1),
          add: `${left}z${right}`,
          swap: left + right.charAt(1) + right.charAt(0) + right.slice(2),
          change: `${left}z${right.slice(1)}`,
        }[kind];
        expect(createRepair(vocabularyOf(word, 'unrelated'), noWord)([typo])).toEqual([word]);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it('gives as many tokens as it gets', () => {
    const token = fc.oneof(wordOf('dockerz', 0, 9), fc.string({ maxLength: 9 }));
    fc.assert(
      fc.property(fc.array(token, { maxLength: 20 }), (tokens) => {
        expect(repair(tokens)).toHaveLength(tokens.length);
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});
