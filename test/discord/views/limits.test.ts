import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customId, readCustomId } from '../../../src/discord/views/custom-id.js';
import { clip, label, labels, quoted } from '../../../src/discord/views/limits.js';

const FAMILY = '👩‍👩‍👧‍👦';

describe('clip', () => {
  it('leaves a text that fits', () => {
    expect(clip('twelve chars', 12)).toBe('twelve chars');
  });

  it('puts "…" in the place of what is cut', () => {
    expect(clip('twelve chars', 11)).toBe('twelve cha…');
  });

  it('never cuts a grapheme: a family of eleven units goes as a whole', () => {
    expect(FAMILY).toHaveLength(11);
    expect(clip(`ab${FAMILY}c`, 13)).toBe('ab…');
    expect(clip(`ab${FAMILY}cd`, 14)).toBe(`ab${FAMILY}…`);
  });

  it('keeps the limit for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.integer({ min: 1, max: 40 }), (text, limit) => {
        expect(clip(text, limit).length).toBeLessThanOrEqual(limit);
      }),
    );
  });
});

describe('label', () => {
  it.each(['', '   ', '\u200b', '\u3164', '\n\t'])('is never blank (%j), which Discord refuses', (text) => {
    expect(label(text, 10)).toBe('…');
  });

  it('is one line', () => {
    expect(label('two\nlines  of\ttext', 80)).toBe('two lines of text');
  });
});

describe('the labels of a list', () => {
  const BEGINNING = 'What happens to the files that a container has written when the machine it runs on ';

  it('are those of its texts, one by one, where these fit', () => {
    expect(labels(['What is\na kernel?', '', 'What is a kernel?'], 80)).toEqual(['What is a kernel?', '…', 'What is a kernel?']);
  });

  it('are cut at the end where that tells them apart', () => {
    expect(labels(['Windows containers', 'Linux containers'], 10)).toEqual(['Windows c…', 'Linux con…']);
  });

  it('keep their beginning and their different ends where they begin alike', () => {
    expect(labels(['What happens to the container on a Mac?', 'What happens to the container on a PC?'], 34)).toEqual([
      'What happens … container on a Mac?',
      'What happens … container on a PC?',
    ]);
  });

  it('show where they differ, also where it is far from the end', () => {
    const end = 'is switched off in the midst of it, and who pays for the damage that is done?';
    const [mac = '', pc = '', other = ''] = labels([`${BEGINNING}(a Mac) ${end}`, `${BEGINNING}(a PC) ${end}`, 'Which one?'], 80);
    expect(mac).toMatch(/^What happens .* … .*\(a Mac\) is/);
    expect(pc).toMatch(/^What happens .* … .*\(a PC\) is/);
    expect(other).toBe('Which one?');
  });

  it('differ in a number where nothing else can tell them apart', () => {
    const far = `${'a'.repeat(99)} ${'b'.repeat(99)}`;
    expect(labels([`${far}c${far}`, `${far}d${far}`], 20).at(1)).toMatch(/ \(2\)$|d/);
    expect(new Set(labels(['(2)', 'x (2)', 'x', ' x '], 20)).size).toBe(3);
  });

  it('differ where the texts do, within the limit, and none is half a grapheme', () => {
    const word = fc.constantFrom('a', 'the', 'container', 'Mac', 'x'.repeat(33), '(2)', '(3)', '🐳', 'e\u0301');
    const text = fc.array(word, { minLength: 1, maxLength: 20 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), fc.integer({ min: 20, max: 100 }), (texts, limit) => {
        const shown = labels(texts, limit);
        expect(new Set(texts.map((one, i) => `${one}\n${shown[i]}`)).size).toBe(new Set(texts).size);
        expect(new Set(shown).size).toBe(new Set(texts).size);
        for (const one of shown) {
          expect(one.length).toBeLessThanOrEqual(limit);
          expect(one).toBe(one.trim());
          expect(one.isWellFormed()).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('quoted', () => {
  it('shuts a text in a code span that it cannot leave', () => {
    expect(quoted('a `b` @everyone\nc', 100)).toBe("`a 'b' @everyone c`");
  });
});

describe('a custom id', () => {
  it('gives back the action and arguments that were put in', () => {
    expect(readCustomId(customId('layer', 'why', 'wsl2-kernel'))).toEqual({ action: 'layer', args: ['why', 'wsl2-kernel'] });
  });

  it('holds the longest arguments there are: two ids, of 20 and of 64 characters', () => {
    expect(customId('not-helpful', '1'.repeat(20), 'a'.repeat(64)).length).toBeLessThanOrEqual(100);
  });

  it('refuses to be longer than Discord allows', () => {
    expect(() => customId('pick', 'a'.repeat(96))).toThrow(RangeError);
  });

  it.each(['', ':::', 'nonsense', 'layer'])('of somebody else (%j) is read without a fault', (id) => {
    expect(readCustomId(id).action).toBe(id.split(':')[0]);
  });
});
