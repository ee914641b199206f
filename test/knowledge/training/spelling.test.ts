import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { IsWord } from '../../../src/core/matching/repair.js';
import { folderCache } from '../../../src/knowledge/training/cache.js';
import { loadWords } from '../../../src/knowledge/training/spelling.js';
import { removeFolder, writeFolder } from '../../support/knowledge-folder.js';

const folder = writeFolder();
let unfolded: IsWord = () => false;
let ordinary: IsWord = () => true;
let cached: IsWord = () => false;
let filesAfterFirst: string[] = [];
beforeAll(() => {
  const words = loadWords(folderCache(folder, 'words'));
  unfolded = words.isWord;
  ordinary = words.isOrdinary;
  filesAfterFirst = readdirSync(folder);
  cached = loadWords(folderCache(folder, 'words')).isWord;
});
afterAll(() => removeFolder(folder));

const WORDS = ['color', 'colour', 'organize', 'organise', 'harbour', 'running', 'containers', 'kernel', 'windows'];
const NO_WORDS = ['kubernetez', 'dokcer', 'colouur', 'virtualizaton', ''];

describe('the list of English words', () => {
  it.each(WORDS)('has "%s", American or British, with its endings', (word) => {
    expect(unfolded(word)).toBe(true);
  });

  it.each(NO_WORDS)('does not have "%s"', (word) => {
    expect(unfolded(word)).toBe(false);
  });

  it('has names in lower case, as questions are read', () => {
    expect(unfolded('hamburg')).toBe(true);
  });

  it.each(['aaron', 'johnson', 'berlin', 'london'])('knows that "%s" is a name', (name) => {
    expect([unfolded(name), ordinary(name)]).toEqual([true, false]);
  });

  it.each(['colour', 'running', 'kernel', 'add'])('knows that "%s" is an ordinary word', (word) => {
    expect(ordinary(word)).toBe(true);
  });

  it('is kept in the cache', () => {
    expect(filesAfterFirst).toHaveLength(1);
  });

  it('is the same from the cache', () => {
    const asked = [...WORDS, ...NO_WORDS, 'hamburg'];
    expect(asked.map(cached)).toEqual(asked.map(unfolded));
  });

  it('is read from the cache, not unfolded again', () => {
    const { isWord: words } = loadWords({ read: () => Buffer.from('kubernetez\nother'), write: () => {} });
    expect([words('kubernetez'), words('colour')]).toEqual([true, false]);
  });

  it('is unfolded again where the cached file was damaged', () => {
    for (const name of filesAfterFirst) writeFileSync(join(folder, name), 'kubernetez\nother');
    expect(loadWords(folderCache(folder, 'words')).isWord('kubernetez')).toBe(false);
  });

  it('is there without a cache that can be written', () => {
    const blocked = writeFolder({ cache: 'a file stands where the folder should be' });
    onTestFinished(() => removeFolder(blocked));
    expect(loadWords(folderCache(join(blocked, 'cache'), 'words')).isWord('colour')).toBe(true);
  });
});
