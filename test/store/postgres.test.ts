import { inspect } from 'node:util';
import { sql } from 'kysely';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ConfigError } from '../../src/core/errors.js';
import type { Store } from '../../src/core/ports.js';
import { openStore } from '../../src/store/index.js';
import { openPostgres } from '../../src/store/postgres.js';
import { type PostgresServer, startPostgres } from '../support/postgres.js';
import { storesAgree } from './agreement.js';
import { storeContract } from './contract.js';
import { privacyContract } from './privacy-contract.js';
import { answer, claim, gap, schedule, threadOf, turn } from './records.js';
import { sharedContract } from './shared-contract.js';
import { tipContract } from './tip-contract.js';

let server: PostgresServer;
let url: string;
let store: Store;
let observer: pg.Client;
let emptyTables: string;
beforeAll(async () => {
  server = await startPostgres();
  url = await server.freshUrl();
  store = await openStore(url);
  observer = await server.connect(url);
  const { rows } = await observer.query(`select tablename from pg_tables where schemaname = 'public' and tablename <> 'dockmaster_schema'`);
  emptyTables = rows.map(({ tablename }) => `delete from ${tablename}`).join(';');
});
afterAll(async () => {
  await observer.end();
  await store.close();
  await server.stop();
});
const emptyStore = async (): Promise<Store> => {
  await observer.query(emptyTables);
  return store;
};

storeContract('PostgreSQL', emptyStore);
privacyContract('PostgreSQL', emptyStore);
tipContract('PostgreSQL', emptyStore);
sharedContract('PostgreSQL', { backend: 'postgres', freshUrl: () => server.freshUrl(), openDb: async (at) => openPostgres(at, () => {}) });
storesAgree('PostgreSQL and SQLite', [emptyStore, () => openStore(':memory:')]);

/** Ends every connection of a store to the database, as a restart of the server would. */
const endConnections = async (): Promise<number> => {
  const { rows } = await observer.query(
    `select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name = 'dockmaster' and datname = current_database()`,
  );
  return rows.length;
};

/** Returns when a store's statement waits for a lock. */
const someCallWaits = async (): Promise<void> => {
  const waiting = `select 1 from pg_stat_activity where application_name = 'dockmaster' and wait_event_type = 'Lock'`;
  while ((await observer.query(waiting)).rowCount === 0);
};

it('does a verb again that PostgreSQL ended to resolve a deadlock', async () => {
  await emptyStore();
  await store.addTurn(threadOf(), turn({ id: 'q1' }));
  await store.saveAnswer(answer());
  const other = await server.connect(url);
  // The verb takes the answer, then the turn. Whoever notices the circle is ended: after a second, the verb.
  await other.query(`set deadlock_timeout = '1min'; begin; update turn set at = 11`);
  const removing = store.removeAnswer('q1');
  await someCallWaits();
  await other.query('update answer set at = 11; commit');
  await other.end();
  expect(await removing).toEqual(answer({ at: 11 }));
  expect(await store.recentTurns(threadOf(), 0)).toEqual([]);
});

describe('a connection that ends', () => {
  it('while nobody uses it is reported, and the next call has another', async () => {
    await store.close();
    let lost = (_: Error): void => {};
    const reported = new Promise<Error>((resolve) => {
      lost = resolve;
    });
    store = await openStore(url, (error) => lost(error));
    await emptyStore();
    await store.addGap(gap());
    expect(await endConnections()).toBe(1);
    expect((await reported).message).toContain('terminating connection');
    expect((await store.curatorReport()).gaps).toHaveLength(1);
  });

  it('while a call waits fails that call alone, and nothing of it is done', async () => {
    await emptyStore();
    await store.saveTipSchedule(schedule());
    const blocker = await server.connect(url);
    await blocker.query('begin; lock table tip_delivery in access exclusive mode');
    const claiming = store.claimTip(claim());
    const failing = expect(claiming).rejects.toThrow();
    await someCallWaits();
    await endConnections();
    await failing;
    await blocker.end();
    expect((await store.tipSchedule('quay'))?.nextDueAt).toBe(1_000);
    expect(await store.claimTip(claim())).toBe(true);
  });

  it('between two statements of a transaction fails it, and does not end the process', async () => {
    const db = openPostgres(url, () => {});
    const work = db.transaction().execute(async (trx) => {
      await sql`select 1`.execute(trx);
      await endConnections();
      // The client hears of the end when the event loop turns.
      await new Promise((resolve) => setImmediate(resolve));
      await sql`select 1`.execute(trx);
    });
    await expect(work).rejects.toThrow();
    expect((await sql`select 1`.execute(db)).rows).toHaveLength(1);
    await db.destroy();
  });
});

describe('opening a PostgreSQL', () => {
  /** The error, after a look into all of it for the password. */
  const failure = async (badUrl: string): Promise<unknown> => {
    const error: unknown = await openStore(badUrl).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ConfigError);
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(new URL(url).password);
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain('s3cret');
    return error;
  };
  const changed = (parts: Partial<Pick<URL, 'username' | 'password' | 'port' | 'pathname'>>): string =>
    Object.assign(new URL(url), parts).href;

  it('that does not run asks whether it does', async () => {
    // Port 1 is reserved (tcpmux) and nobody listens there.
    const error = await failure(changed({ port: '1' }));
    expect(String(error)).toContain('Cannot connect to PostgreSQL at 127.0.0.1:1 (');
    expect(String(error)).toContain('Is it running');
  });

  it('with a wrong password says whom it refuses', async () => {
    const error = await failure(changed({ password: 's3cret' }));
    expect(String(error)).toContain('refuses the user "postgres"');
  });

  it('without the database names it', async () => {
    expect(String(await failure(changed({ pathname: '/nowhere' })))).toContain('has no database "nowhere"');
  });

  it('without the right to create tables says what to grant', async () => {
    await observer.query(`create role deckhand login password 's3cret'`);
    const limited = changed({ username: 'deckhand', password: 's3cret', pathname: '/postgres' });
    expect(String(await failure(limited))).toContain('does not let the user "deckhand" create tables');
  });

  it('by a URL that cannot be read says so without repeating it', async () => {
    expect(String(await failure('postgres://mate:s3cret#1@host/db'))).toContain('must be percent-encoded');
  });
});
