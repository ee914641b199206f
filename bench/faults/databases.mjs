/** The databases of the bots, which the bench looks into with connections of its own. */
import { join } from 'node:path';
import Libsql from 'libsql';
import { runnerImport } from 'vite';
import { openStore } from '../../dist/store/index.js';

/** A PostgreSQL of the bench's own: the one of the tests, which is TypeScript. */
export async function startPostgres() {
  const { module } = await runnerImport(join(import.meta.dirname, '..', '..', 'test', 'support', 'postgres.ts'), {
    configFile: false,
    logLevel: 'error',
  });
  return module.startPostgres();
}

const KEPT = 'select question_id as id from answer where is_posting is null or is_posting = 0';

/** A new SQLite file with its tables. */
export async function sqliteDatabase(folder, name) {
  const file = join(folder, `${name}.sqlite`);
  const url = `file:${file}`;
  await withStore(url, async () => {});
  const look = new Libsql(file);
  return {
    ...{ name: 'SQLite', url, file },
    keptIds: async () =>
      look
        .prepare(KEPT)
        .all()
        .map(({ id }) => id),
    close: async () => look.close(),
  };
}

let lastUrl = Promise.resolve();

/** A new database of a PostgreSQL, with its tables. */
export async function postgresDatabase(postgres) {
  // One after the other, as its one connection wants to be asked.
  lastUrl = lastUrl.then(() => postgres.freshUrl());
  const url = await lastUrl;
  await withStore(url, async () => {});
  const look = await postgres.connect(url);
  return {
    ...{ name: 'PostgreSQL', url },
    keptIds: async () => (await look.query(KEPT)).rows.map(({ id }) => id),
    close: () => look.end(),
  };
}

/** Writes into a bot's database before the bot does. */
export async function withStore(url, work) {
  const store = await openStore(url);
  try {
    await work(store);
  } finally {
    await store.close();
  }
}
