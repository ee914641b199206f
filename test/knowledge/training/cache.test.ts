import { mkdirSync, readdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { folderCache } from '../../../src/knowledge/training/cache.js';
import { removeFolder, writeFolder } from '../../support/knowledge-folder.js';

let root = '';
let folder = '';
beforeEach(() => {
  root = writeFolder();
  folder = join(root, 'cache');
});
afterEach(() => removeFolder(root));

const write = (key: string, content: string, kind = 'model'): void => folderCache(folder, kind).write(key, Buffer.from(content));
const read = (key: string, kind = 'model'): string | null => folderCache(folder, kind).read(key)?.toString() ?? null;
/** Where a key is stored: the one file that writing it adds. */
function pathOf(key: string): string {
  const before = new Set(readdirSync(root, { recursive: true, encoding: 'utf8' }));
  write(key, 'whole');
  const added = readdirSync(folder).filter((name) => !before.has(join('cache', name)));
  return join(folder, added[0] ?? '');
}

describe('a cache', () => {
  it('gives back what was written, byte for byte', () => {
    const content = Uint8Array.from({ length: 256 }, (_, i) => i);
    folderCache(folder, 'model').write('a', content);
    expect(new Uint8Array(folderCache(folder, 'model').read('a') ?? [])).toEqual(content);
  });

  it('has nothing under a key that was not written', () => {
    write('a', 'one');
    expect(read('b')).toBeNull();
  });

  it('has nothing while its folder does not exist', () => {
    expect(read('a')).toBeNull();
  });

  it('gives the last content of a key that was written twice', () => {
    write('a', 'one');
    write('a', 'two');
    expect(read('a')).toBe('two');
  });

  it('keeps kinds apart that have the same key', () => {
    write('a', 'a model', 'model');
    write('a', 'some words', 'words');
    expect([read('a', 'model'), read('a', 'words')]).toEqual(['a model', 'some words']);
  });

  it('takes keys of any length and with any character', () => {
    const key = `../${'k'.repeat(100_000)}\u0000/`;
    write(key, 'one');
    expect([read(key), readdirSync(root)]).toEqual(['one', ['cache']]);
  });

  it('leaves nothing unfinished behind', () => {
    write('a', 'one');
    write('a', 'two');
    expect(readdirSync(folder)).toHaveLength(1);
  });
});

describe('a file that another process has half written', () => {
  it('is not read', () => {
    const path = pathOf('a');
    renameSync(path, `${path}.0badcafe.tmp`);
    expect(read('a')).toBeNull();
  });

  it('does not keep the content from being written', () => {
    const path = pathOf('a');
    renameSync(path, `${path}.0badcafe.tmp`);
    write('a', 'one');
    expect(read('a')).toBe('one');
  });
});

describe('a file that cannot be read', () => {
  it('counts as none', () => {
    const path = pathOf('a');
    rmSync(path);
    mkdirSync(path);
    expect(read('a')).toBeNull();
  });

  it('is no error when it cannot be replaced, and leaves nothing unfinished behind', () => {
    const path = pathOf('a');
    rmSync(path);
    mkdirSync(join(path, 'full'), { recursive: true });
    write('a', 'two');
    expect(readdirSync(folder)).toHaveLength(1);
  });
});

describe('a folder that cannot be written', () => {
  it('is no error', () => {
    writeFileSync(folder, 'a file stands where the folder should be');
    expect(() => write('a', 'one')).not.toThrow();
  });

  it('has nothing to read', () => {
    writeFileSync(folder, 'a file stands where the folder should be');
    expect(read('a')).toBeNull();
  });

  it('is no error either where a folder above it is missing and cannot be made', () => {
    writeFileSync(folder, 'a file stands where the folder should be');
    folder = join(folder, 'deeper', 'still');
    expect(() => write('a', 'one')).not.toThrow();
  });
});

describe('pruning', () => {
  /** Writes keys, each a minute older than the one after it. */
  function writeAged(keys: readonly string[], kind = 'model'): void {
    keys.forEach((key, i) => {
      const before = new Set(readdirSync(root, { recursive: true, encoding: 'utf8' }));
      write(key, `content ${key}`, kind);
      const minutes = 1_700_000_000 + 60 * i;
      for (const name of readdirSync(folder)) if (!before.has(join('cache', name))) utimesSync(join(folder, name), minutes, minutes);
    });
  }
  const THREE = ['a', 'b', 'c'];

  it('keeps three files of a kind', () => {
    writeAged(THREE);
    expect(THREE.filter((key) => read(key) === null)).toEqual([]);
  });

  it('removes the oldest when a fourth comes', () => {
    writeAged(THREE);
    write('d', 'content d');
    expect([...THREE, 'd'].filter((key) => read(key) === null)).toEqual(['a']);
  });

  it('spares what was read, and removes what was not used for the longest time', () => {
    writeAged(THREE);
    read('a');
    write('d', 'content d');
    expect([...THREE, 'd'].filter((key) => read(key) === null)).toEqual(['b']);
  });

  it('leaves the files of other kinds alone', () => {
    writeAged(['list'], 'words');
    writeAged([...THREE, 'd', 'e']);
    expect(read('list', 'words')).toBe('content list');
  });

  it('leaves files alone that are not the cache’s', () => {
    mkdirSync(folder);
    writeFileSync(join(folder, 'notes.txt'), 'mine');
    writeAged([...THREE, 'd', 'e']);
    expect(readdirSync(folder)).toContain('notes.txt');
  });

  it('takes away what a process left half written long ago', () => {
    const left = `${pathOf('left')}.0badcafe.tmp`;
    writeFileSync(left, 'who');
    utimesSync(left, 1_600_000_000, 1_600_000_000);
    writeAged(THREE);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});
