// A process with a store of its own, driven by messages: see store-process.ts.
import { createStore } from '../../dist/store/create-store.js';
import { openStore } from '../../dist/store/index.js';
import { migrate } from '../../dist/store/migrations.js';
import { openPostgres } from '../../dist/store/postgres.js';
import { openSqlite } from '../../dist/store/sqlite.js';

let store;

const tasks = {
  async open({ url }) {
    await store?.close();
    store = await openStore(url);
  },
  call({ calls }) {
    return Promise.all(calls.map(([verb, ...args]) => store[verb](...args)));
  },
  /** Begins each verb, or the migration, and stops for ever in it: after so many statements, before the transaction is committed. */
  async stopWithin({ deaths }) {
    await Promise.all(deaths.map(stopWithin));
  },
};

async function stopWithin({ url, statements, call: [verb, ...args] }) {
  const postgres = url.startsWith('postgres');
  const db = postgres ? openPostgres(url, () => {}) : (await openSqlite(url)).db;
  let left = statements;
  await new Promise((stopped, reject) => {
    const stopping = db.withPlugin({
      transformQuery: ({ node }) => node,
      async transformResult({ result }) {
        left -= 1;
        if (left > 0) return result;
        stopped();
        return new Promise(() => {});
      },
    });
    const work = verb === 'migrate' ? migrate(stopping, postgres ? 'postgres' : 'sqlite') : createStore(stopping)[verb](...args);
    work.then(() => reject(new Error(`${verb} has fewer than ${statements} statements`)), reject);
  });
}

process.on('message', async ({ task, ...details }) => {
  try {
    process.send({ result: (await tasks[task](details)) ?? null });
  } catch (error) {
    process.send({ error: String(error) });
  }
});
process.send({ ready: true });
