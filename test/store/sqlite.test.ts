import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { ConfigError } from '../../src/core/errors.js';
import type { Store } from '../../src/core/ports.js';
import { openStore } from '../../src/store/index.js';
import { openSqlite } from '../../src/store/sqlite.js';
import { storeContract } from './contract.js';
import { privacyContract } from './privacy-contract.js';
import { gap } from './records.js';
import { sharedContract } from './shared-contract.js';
import { tipContract } from './tip-contract.js';

const folder = mkdtempSync(join(tmpdir(), 'dockmaster-sqlite-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;
const freshFile = (): string => join(folder, `${++files}.db`);

const opened: Store[] = [];
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
});
const open = async (databaseUrl: string | null, file = ''): Promise<Store> => {
  const store = await openStore(databaseUrl, { file });
  opened.push(store);
  return store;
};

for (const [name, emptyStore] of [
  ['memory', () => open(':memory:')],
  ['a file', () => open(freshFile())],
] as const) {
  storeContract(name, emptyStore);
  privacyContract(name, emptyStore);
  tipContract(name, emptyStore);
}
sharedContract('a file', { backend: 'sqlite', freshUrl: async () => freshFile(), openDb: openSqlite });

describe('a store in a file', () => {
  it('keeps what it was told when it is opened again', async () => {
    const file = freshFile();
    await (await open(file)).addGap(gap());
    for (const store of opened.splice(0)) await store.close();
    expect((await (await open(file)).curatorReport()).gaps).toHaveLength(1);
  });

  it.each([
    ['a path', (file: string) => file],
    ['file: and a path', (file: string) => `file:${file}`],
    ['a file URL', (file: string) => pathToFileURL(file).href],
  ])('is named by %s', async (_, urlOf) => {
    const file = join(folder, `named ${++files}.db`);
    await open(urlOf(file));
    expect(statSync(file).size).toBeGreaterThan(0);
  });

  it('is the given file where there is no URL', async () => {
    const file = freshFile();
    await open(null, file);
    expect(statSync(file).size).toBeGreaterThan(0);
  });

  it('has its folder created', async () => {
    const file = join(folder, 'new', 'folder', 'store.db');
    await open(file);
    expect(statSync(file).size).toBeGreaterThan(0);
  });

  it.skipIf(process.platform === 'win32')('is for its owner alone, and so are the files beside it', async () => {
    const home = join(folder, 'private');
    await (await open(join(home, 'store.db'))).addGap(gap());
    const modes = readdirSync(home).map((file) => [file, (statSync(join(home, file)).mode & 0o777).toString(8)]);
    expect(modes.sort()).toEqual([
      ['store.db', '600'],
      ['store.db-shm', '600'],
      ['store.db-wal', '600'],
    ]);
  });

  it('is left alone where it is no database', async () => {
    const file = freshFile();
    writeFileSync(file, 'Dear diary, this is a text and not a database.\n'.repeat(100));
    const opening = openStore(file, { file: '' });
    await expect(opening).rejects.toThrow(ConfigError);
    await expect(opening).rejects.toThrow(`"${file}" is not a SQLite database`);
    expect(statSync(file).size).toBe(4_700);
  });

  it('cannot be a folder, nor lie below a file', async () => {
    const aFolder = join(folder, 'a folder');
    mkdirSync(aFolder);
    const aFile = freshFile();
    writeFileSync(aFile, '');
    for (const file of [aFolder, join(aFile, 'store.db')]) {
      const opening = openStore(file, { file: '' });
      await expect(opening).rejects.toThrow(ConfigError);
      await expect(opening).rejects.toThrow(`The database file "${file}" cannot be written`);
    }
  });
});

describe('the name of a database', () => {
  it.each(['mysql://mate:s3cret@host/db', 'postgres:mate:s3cret@host', 'libsql://s3cret.example', 'https:s3cret'])(
    'that is none, %s, is refused without repeating what may be a password',
    async (url) => {
      const error: unknown = await openStore(url, { file: '' }).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(ConfigError);
      expect(String(error)).toMatch(/DATABASE_URL must be .*, got "[a-z]+:(\/\/)?…"$/);
    },
  );

  it('must not be empty, nor a file of another machine', async () => {
    await expect(openStore(' ', { file: '' })).rejects.toThrow('got nothing');
    await expect(openStore('file://elsewhere/store.db', { file: '' })).rejects.toThrow('names no file of this machine');
  });
});
