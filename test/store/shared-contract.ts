/** What every store does whose database several processes can use: they do not get into each other's way, nor does one that dies. */
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ConfigError } from '../../src/core/errors.js';
import type { Store } from '../../src/core/ports.js';
import { DEFAULT_SETTINGS } from '../../src/core/settings.js';
import { openStore } from '../../src/store/index.js';
import { migrate, type Step } from '../../src/store/migrations.js';
import type { Backend, Db } from '../../src/store/schema.js';
import { type Call, dieWithin, type StoreProcess, startStoreProcess } from '../support/store-process.js';
import { answer, claim, everythingOf, fill, gap, schedule, threadOf, turn } from './records.js';

interface Ground {
  readonly backend: Backend;
  /** The URL of a new database that holds nothing, not even tables. */
  freshUrl(): Promise<string>;
  openDb(url: string): Promise<Db>;
}

export function sharedContract(name: string, { backend, freshUrl, openDb }: Ground): void {
  describe(`a store that is shared, ${name}`, () => {
    const closers: (() => Promise<void>)[] = [];
    afterEach(async () => {
      for (const close of closers.splice(0).reverse()) await close();
    });
    const open = async (url: string): Promise<Store> => {
      const store = await openStore(url);
      closers.push(() => store.close());
      return store;
    };
    const database = async (url: string): Promise<Db> => {
      const db = await openDb(url);
      closers.push(() => db.destroy());
      return db;
    };
    const numbers = async (db: Db, query: string): Promise<unknown[]> =>
      (await sql.raw<{ n: unknown }>(query).execute(db)).rows.map(({ n }) => n);

    describe('several processes', () => {
      let processes: readonly StoreProcess[] = [];
      beforeAll(async () => {
        processes = await Promise.all([startStoreProcess(), startStoreProcess()]);
      });
      afterAll(() => Promise.all(processes.map((each) => each.kill())));

      it('open a new database at once, and one of them creates it', async () => {
        const url = await freshUrl();
        await Promise.all([...processes.map((each) => each.open(url)), open(url)]);
        expect(await numbers(await database(url), 'select version as n from dockmaster_schema order by version')).toEqual([1, 2, 3]);
      });

      it('claim a tip exactly once, lose no count and undo no setting of each other', async () => {
        const url = await freshUrl();
        const store = await open(url);
        await store.saveTipSchedule(schedule());
        await Promise.all(processes.map((each) => each.open(url)));
        const calls = (mine: object): Call[] =>
          Array.from({ length: 10 }, (): Call[] => [
            ['claimTip', claim()],
            ['addGap', gap()],
            ['changeSettings', 'quay', mine],
          ]).flat();
        const changes = [{ cooldownSeconds: 77 }, { keepQuestions: true }];
        const results = await Promise.all(processes.map((each, i) => each.call(calls(changes[i] ?? {}))));
        expect(results.flat().filter((result) => result === true)).toHaveLength(1);
        expect((await store.curatorReport()).gaps.map(({ count }) => count)).toEqual([20]);
        expect(await store.settings('quay')).toEqual({ ...DEFAULT_SETTINGS, cooldownSeconds: 77, keepQuestions: true });
      });

      it('see at once what another has written', async () => {
        const url = await freshUrl();
        const [one, two] = [await open(url), await open(url)];
        await one.addTurn(threadOf(), turn());
        expect(await two.recentTurns(threadOf(), 0)).toEqual([turn()]);
        await two.erasePerson('mate');
        expect(await one.recentTurns(threadOf(), 0)).toEqual([]);
      });
    });

    describe('a process that is killed', () => {
      const nextDay = claim({ localDate: '2026-03-03', dueAt: 2_000, nextDueAt: 3_000 });
      /** Verbs of several statements, after how many of them to die, and how to do them again. */
      const deaths: [string, number, Call, (store: Store) => Promise<unknown>][] = [
        ['claimTip', 1, ['claimTip', nextDay], (store) => store.claimTip(nextDay)],
        ['claimTip', 2, ['claimTip', nextDay], (store) => store.claimTip(nextDay)],
        ['removeAnswer', 1, ['removeAnswer', 'q-quay'], (store) => store.removeAnswer('q-quay')],
        ['erasePerson', 2, ['erasePerson', 'mate'], (store) => store.erasePerson('mate')],
      ];
      /** Three come before the first step's own, which creates more than twenty tables and indices. */
      const migrations = [2, 6, 23];
      const urls: string[] = [];
      const before: object[] = [];

      beforeAll(async () => {
        for (const _ of deaths) {
          const url = await freshUrl();
          const store = await openStore(url);
          await fill(store, 'quay');
          before.push(await everythingOf(store, 'quay'));
          await store.close();
          urls.push(url);
        }
        for (const _ of migrations) urls.push(await freshUrl());
        const calls = [
          ...deaths.map(([, statements, call]) => ({ statements, call })),
          ...migrations.map((statements) => ({ statements, call: ['migrate'] as const })),
        ];
        await dieWithin(calls.map((call, i) => ({ url: urls[i] ?? '', ...call })));
      });

      it.each(deaths.map((death, i) => [...death, i] as const))(
        'within %s, after statement %i, has done nothing of it, and it can be done again',
        async (_name, _statements, _call, again, i) => {
          const store = await open(urls[i] ?? '');
          expect(await everythingOf(store, 'quay')).toEqual(before[i]);
          await again(store);
          expect(await everythingOf(store, 'quay')).not.toEqual(before[i]);
        },
      );

      it('within the erasure of a server leaves the rest of it for the next time', async () => {
        const url = await freshUrl();
        const store = await open(url);
        await fill(store, 'quay');
        await store.guildLeft('quay', 5);
        await dieWithin([{ url, statements: 4, call: ['eraseGuildsLeftBefore', 6] }]);
        expect(await store.guilds(), 'what is left belongs to no server that the bot is in').toEqual([]);
        expect(await store.eraseGuildsLeftBefore(6)).toEqual(['quay']);
        await store.guildsJoined(['quay']);
        expect(await store.guilds()).toEqual([]);
      });

      it.each(migrations.map((statements, i) => [statements, i] as const))(
        'within the migration, after statement %i, leaves a database that opens',
        async (_statements, i) => {
          const store = await open(urls[deaths.length + i] ?? '');
          await store.saveAnswer(answer());
          expect(await store.answerTo('q1')).toEqual(answer());
        },
      );
    });

    describe('the schema', () => {
      const one: Step = () => ['create table one (n integer)', 'insert into one (n) values (1)'];
      const two: Step = () => ['insert into one (n) values (2)'];
      const broken: Step = () => ['insert into one (n) values (3)', 'insert into nowhere (n) values (3)'];

      it('takes each step once, in order', async () => {
        const db = await database(await freshUrl());
        for (const steps of [[one], [one], [one, two], [one, two]]) await migrate(db, backend, steps);
        expect(await numbers(db, 'select n from one order by n')).toEqual([1, 2]);
      });

      it('takes steps entirely or not at all', async () => {
        const db = await database(await freshUrl());
        await migrate(db, backend, [one]);
        await expect(migrate(db, backend, [one, two, broken])).rejects.toThrow('nowhere');
        expect(await numbers(db, 'select n from one')).toEqual([1]);
        await migrate(db, backend, [one, two]);
        expect(await numbers(db, 'select n from one order by n')).toEqual([1, 2]);
      });

      it('that is newer than the program is left alone', async () => {
        const url = await freshUrl();
        await (await open(url)).addGap(gap());
        const db = await database(url);
        await sql`insert into dockmaster_schema (version) values (4)`.execute(db);
        const opening = openStore(url);
        await expect(opening).rejects.toThrow(ConfigError);
        await expect(opening).rejects.toThrow('newer than this program: its schema has version 4, this program knows 3');
        expect(await numbers(db, 'select count as n from gap')).toEqual([1]);
      });
    });
  });
}
