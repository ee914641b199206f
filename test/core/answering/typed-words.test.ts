import { describe, expect, it } from 'vitest';
import { createReader, holdersOf, lineOf } from '../../../src/core/answering/typed-words.js';

const LINES = ['cranes lift heavy containers', 'where is the pier', 'wsl 2 needs a kernel', 'what makes a ship sink'];

describe('the words of a text', () => {
  it.each([
    ['WSL2?', 'wsl 2'],
    ['  Where is the  Pier?! ', 'where is the pier'],
    ['linux/amd64 on x86-64', 'linux amd 64 on x 86 64'],
    ['???', ''],
  ])('of %j are %j', (text, line) => {
    expect(lineOf(text)).toBe(line);
  });

  it('are found in the lines that have them', () => {
    const holders = holdersOf(['the pier', 'the crane', 'pier by pier']);
    expect(holders.get('pier')).toEqual([0, 2]);
    expect(holders.get('crane')).toEqual([1]);
    expect(holders.get('ship')).toBeUndefined();
  });
});

describe('a typed word', () => {
  const read = createReader(holdersOf(LINES));
  const meaning = (word: string, isOpen: boolean): string[] | null => {
    const sense = read(word, isOpen);
    return sense === null ? null : [...sense].sort();
  };

  it.each([
    ['its inflections', 'container', false, ['containers']],
    ['what it is the beginning of, while it is typed', 'cran', true, ['cranes']],
    ['no longer one, once it is typed', 'cran', false, []],
    ['the nearest one where it is misspelt', 'contianers', false, ['containers']],
    ['the nearest beginning where that is misspelt', 'contiane', true, ['containers']],
    ['nothing known', 'pizza', false, []],
    ['nothing of another first letter, if it is short', 'bier', false, []],
  ])('stands for %s', (_, word, isOpen, words) => {
    expect(meaning(word, isOpen)).toEqual(words);
  });

  it.each([
    ['stands in every question', 'what'],
    ['is a slip in such a word', 'waht'],
    ['is short and unknown', 'pls'],
  ])('tells nothing where it %s', (_, word) => {
    expect(meaning(word, false)).toBeNull();
  });
});
