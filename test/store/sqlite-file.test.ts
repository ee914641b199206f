/** What is in the files of a SQLite store, byte by byte, and what its thread does while others are in the way. */
import { closeSync, copyFileSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import Libsql from 'libsql';
import { afterAll, describe, expect, it } from 'vitest';
import { ConfigError } from '../../src/core/errors.js';
import type { Store } from '../../src/core/ports.js';
import { createStore } from '../../src/store/create-store.js';
import { openStore } from '../../src/store/index.js';
import { migrate } from '../../src/store/migrations.js';
import { openSqlite } from '../../src/store/sqlite.js';
import { createDice } from '../support/dice.js';
import { answer, feedback, gap, schedule, threadOf, turn } from './records.js';

const folder = mkdtempSync(join(tmpdir(), 'dockmaster-sqlite-file-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;
const freshFile = (): string => join(folder, `${++files}.db`);

/** Every file of a database as it is on the disk. */
const bytesOf = (file: string): string =>
  readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => path.startsWith(file))
    .map((path) => readFileSync(path, 'latin1'))
    .join('\n');

/** Many people's questions of many lengths, so that pages are split and joined. */
async function fillWithTalk(store: Store, askers: readonly string[]): Promise<void> {
  const dice = createDice(11);
  for (let i = 0; i < 400; i++) {
    const asker = askers[i % askers.length] ?? '';
    const question = `${asker}-words-${i} ${'x'.repeat(dice.chance(0.1) ? dice.between(900, 3_000) : dice.between(0, 200))}`;
    await store.addTurn(threadOf(), turn({ id: `m${i}`, asker, question, at: i }));
    await store.saveAnswer(answer({ questionId: `m${i}`, askerId: asker, question, at: i }));
  }
}

describe('the files of a store', () => {
  it('are one file after an orderly end, and a copy of it holds everything', async () => {
    const file = freshFile();
    const store = await openStore(file);
    await store.saveTipSchedule(schedule());
    await fillWithTalk(store, ['mate', 'cook']);
    await store.close();
    const copy = freshFile();
    copyFileSync(file, copy);
    const copied = await openStore(copy);
    expect(await copied.personalData('mate')).toEqual({ turns: 200, answers: 200, feedback: 0 });
    expect(await copied.tipSchedule('quay')).toMatchObject(schedule());
    await copied.close();
  });

  it('hold no word of a person after an erasure, and all of the others', async () => {
    const file = freshFile();
    const store = await openStore(file);
    await fillWithTalk(store, ['mate', 'cook']);
    expect(bytesOf(file)).toContain('mate-words-');
    await store.erasePerson('mate');
    expect(bytesOf(file)).not.toContain('mate');
    expect((await store.personalData('cook')).turns).toBe(200);
    await store.close();
  });

  it('hold no word of what has expired', async () => {
    const file = freshFile();
    const store = await openStore(file);
    await fillWithTalk(store, ['mate', 'cook']);
    await store.addGap(gap({ question: 'old-gap', at: 1 }));
    await store.expire({ turns: 300, answers: 300, gaps: 300 });
    const left = bytesOf(file);
    const expired = Array.from({ length: 300 }, (_, i) => new RegExp(`(?:mate|cook)-words-${i} `));
    expect(expired.filter((words) => words.test(left))).toEqual([]);
    expect(left).not.toContain('old-gap');
    expect((await store.personalData('mate')).answers).toBe(50);
    await store.close();
  });

  it('hold no word of a question that was deleted, nor of a server that was left', async () => {
    const file = freshFile();
    const store = await openStore(file);
    await store.saveAnswer(answer({ questionId: 'gone', question: 'deleted-words' }));
    await store.removeAnswer('gone');
    await store.addGap(gap({ guildId: 'pier', question: 'left-words' }));
    await store.guildLeft('pier', 1);
    await store.eraseGuildsLeftBefore(2);
    expect(bytesOf(file)).not.toMatch(/deleted-words|left-words/);
    await store.close();
  });
});

describe('while another program holds the lock', () => {
  /** A store, and a lock that somebody else holds on its file. */
  const locked = async (): Promise<{ store: Store; release: () => void }> => {
    const file = freshFile();
    const store = await openStore(file);
    await store.addTurn(threadOf(), turn());
    const other = new Libsql(file);
    other.exec('begin immediate');
    return {
      store,
      release: () => {
        other.exec('rollback');
        other.close();
      },
    };
  };

  it('what reads goes on, and what writes waits for its end', async () => {
    const { store, release } = await locked();
    const order: string[] = [];
    const writing = store.addGap(gap()).then(() => order.push('written'));
    expect(await store.recentTurns(threadOf(), 0)).toEqual([turn()]);
    order.push('read');
    release();
    order.push('released');
    await writing;
    expect(order).toEqual(['read', 'released', 'written']);
    await store.close();
  });

  it('the thread of the program is free: timers go on', async () => {
    const { store, release } = await locked();
    let beats = 0;
    const timer = setInterval(() => beats++, 1);
    const writing = store.addGap(gap());
    await expect.poll(() => beats).toBeGreaterThan(50);
    clearInterval(timer);
    release();
    await writing;
    await store.close();
  });
});

describe('a fault of the disk', () => {
  it('that is full is said, and not that its rollback failed; what is there can be read', async () => {
    const file = freshFile();
    const { db, scrub } = await openSqlite(file);
    await migrate(db, 'sqlite');
    const store = createStore(db, scrub);
    await store.addTurn(threadOf(), turn());
    const pages = Math.ceil(statSync(file).size / 4096);
    await sql.raw(`pragma max_page_count = ${pages + 20}`).execute(db);
    const filling = (async () => {
      for (let i = 0; i < 1_000; i++) await store.addFeedback(feedback({ questionId: `${i}`.padEnd(500) }));
    })();
    await expect(filling).rejects.toThrow(`The disk is full: nothing can be written into the database file "${file}".`);
    await expect(
      store.claimTip({ ...schedule(), localDate: 'd'.repeat(90_000), tipId: 't', cycle: 0, claimedAt: 1, dueAt: 1 }),
    ).resolves.toBe(false);
    expect(await store.recentTurns(threadOf(), 0)).toEqual([turn()]);
    await store.close();
  });

  it('that damaged pages is a sentence with the name of the file, whichever pages they are', async () => {
    const whole = freshFile();
    const store = await openStore(whole);
    await fillWithTalk(store, ['mate', 'cook']);
    await store.close();
    const pages = statSync(whole).size / 4096;
    let [tried, found] = [0, 0];
    for (let page = 1; page < pages; page += 12) {
      tried++;
      const file = freshFile();
      copyFileSync(whole, file);
      const handle = openSync(file, 'r+');
      writeSync(handle, Buffer.alloc(4096, 0xee), 0, 4096, page * 4096);
      closeSync(handle);
      let opened: Store | null = null;
      try {
        opened = await openStore(file);
        await opened.erasePerson('mate');
        await opened.expire({ turns: 300, answers: 300, gaps: 300 });
        await opened.curatorReport();
      } catch (error) {
        found++;
        expect(error).toBeInstanceOf(ConfigError);
        expect((error as Error).message).toContain(`The database file "${file}" is damaged.`);
      }
      await opened?.close();
    }
    expect(found).toBeGreaterThan(tried / 2);
  });
});
