import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Libsql from 'libsql';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { ConfigError } from '../../src/core/errors.js';
import type { Store } from '../../src/core/ports.js';
import { createStore } from '../../src/store/create-store.js';
import { openStore } from '../../src/store/index.js';
import { migrate } from '../../src/store/migrations.js';
import { openSqlite } from '../../src/store/sqlite.js';
import { storeContract } from './contract.js';
import { privacyContract } from './privacy-contract.js';
import { claim, gap, schedule } from './records.js';
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
const open = async (databaseUrl: string): Promise<Store> => {
  const store = await openStore(databaseUrl);
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
sharedContract('a file', { backend: 'sqlite', freshUrl: async () => freshFile(), openDb: async (file) => (await openSqlite(file)).db });

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

  it('is the file of a bare path', async () => {
    const file = freshFile();
    await open(file);
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
    const opening = openStore(file);
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
      const opening = openStore(file);
      await expect(opening).rejects.toThrow(ConfigError);
      await expect(opening).rejects.toThrow(`The database file "${file}" cannot be written`);
    }
  });
});

describe('the database of a store', () => {
  it('is locked from the beginning of a transaction, for a lock that is taken later is not waited for', async () => {
    const file = freshFile();
    await open(file);
    const { db } = await openSqlite(file);
    const other = new Libsql(file, { timeout: 0 });
    const write = () => other.exec('begin immediate; rollback');
    await db.transaction().execute(async () => expect(write).toThrow('database is locked'));
    expect(write).not.toThrow();
    other.close();
    await db.destroy();
  });

  it('keeps for good that a tip was sent, and that a day was skipped', async () => {
    const { db } = await openSqlite(':memory:');
    await migrate(db, 'sqlite');
    const store = createStore(db);
    opened.push(store);
    await store.saveTipSchedule(schedule());
    await store.claimTip(claim());
    await store.claimTip(claim({ localDate: '2026-03-03', tipId: null, dueAt: 2_000 }));
    await store.failTipsClaimedBefore(9_000);
    for (const end of [
      { state: 'sent', messageId: 'm1' },
      { state: 'failed', messageId: null },
    ] as const) {
      for (const day of ['2026-03-02', '2026-03-03']) await store.finishTip('quay', day, end);
    }
    expect(await db.selectFrom('tipDelivery').select(['state', 'messageId']).orderBy('localDate').execute()).toEqual([
      { state: 'sent', messageId: 'm1' },
      { state: 'skipped', messageId: null },
    ]);
  });
});

describe('the name of a database', () => {
  it.each(['mysql://mate:s3cret@host/db', 'postgres:mate:s3cret@host', 'libsql://s3cret.example', 'https:s3cret'])(
    'that is none, %s, is refused without repeating what may be a password',
    async (url) => {
      const error: unknown = await openStore(url).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(ConfigError);
      expect(String(error)).toMatch(/DATABASE_URL must be .*, got "[a-z]+:(\/\/)?…"$/);
    },
  );

  it('must not be empty, nor a file of another machine', async () => {
    await expect(openStore(' ')).rejects.toThrow('got nothing');
    await expect(openStore('file://elsewhere/store.db')).rejects.toThrow('names no file of this machine');
  });
});
