/** SQLite for Kysely, over a thread: what reads goes ahead at any time, what writes waits for its turn and for other programs' locks. */
import { setTimeout as wait } from 'node:timers/promises';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { isBusy, type Result, type Task } from './connection.js';
import type { Thread } from './thread.js';

/** How long a lock of another program is waited for. No transaction of ours lasts nearly as long. */
const LOCK_PATIENCE_MS = 5_000;
const RETRY_MS = 20;

/** Does something again while another program holds a lock, at most for LOCK_PATIENCE_MS; this thread is free meanwhile. */
export async function despiteLocks<T>(work: () => Promise<T>): Promise<T> {
  const giveUpAt = performance.now() + LOCK_PATIENCE_MS;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isBusy(error) || performance.now() > giveUpAt) throw error;
      await wait(RETRY_MS);
    }
  }
}

/** @param readsAside whether reads have a connection of their own; else they wait for transactions too */
export function threadDialect(thread: Thread, turns: Turns, readsAside: boolean): Dialect {
  return {
    createDriver: () => new ThreadDriver(thread, turns, readsAside),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}

class ThreadDriver implements Driver {
  readonly #thread: Thread;
  readonly #turns: Turns;
  readonly #readsAside: boolean;
  constructor(thread: Thread, turns: Turns, readsAside: boolean) {
    this.#thread = thread;
    this.#turns = turns;
    this.#readsAside = readsAside;
  }
  async init(): Promise<void> {}
  async acquireConnection(): Promise<ThreadConnection> {
    return new ThreadConnection(this.#thread, this.#turns, this.#readsAside);
  }
  beginTransaction(connection: ThreadConnection): Promise<void> {
    return connection.begin();
  }
  commitTransaction(connection: ThreadConnection): Promise<void> {
    return connection.end('commit');
  }
  rollbackTransaction(connection: ThreadConnection): Promise<void> {
    return connection.end('rollback');
  }
  async releaseConnection(): Promise<void> {}
  destroy(): Promise<void> {
    return this.#thread.close();
  }
}

class ThreadConnection implements DatabaseConnection {
  readonly #thread: Thread;
  readonly #turns: Turns;
  readonly #readsAside: boolean;
  /** Ends this connection's turn to write; null outside a transaction. */
  #endTurn: (() => void) | null = null;

  constructor(thread: Thread, turns: Turns, readsAside: boolean) {
    this.#thread = thread;
    this.#turns = turns;
    this.#readsAside = readsAside;
  }

  async begin(): Promise<void> {
    const endTurn = await this.#turns.take();
    try {
      await despiteLocks(() => this.#thread.run({ kind: 'begin' }));
      this.#endTurn = endTurn;
    } catch (error) {
      endTurn();
      throw error;
    }
  }

  async end(kind: 'commit' | 'rollback'): Promise<void> {
    // A commit that failed is rolled back by now; Kysely asks for it once more.
    if (this.#endTurn === null) return;
    try {
      await this.#thread.run({ kind });
    } finally {
      this.#endTurn();
      this.#endTurn = null;
    }
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, changes } = await this.#execute(sql, parameters);
    return { rows: rows as R[], numAffectedRows: BigInt(changes) };
  }

  #execute(sql: string, parameters: readonly unknown[]): Promise<Result> {
    const task = (kind: 'read' | 'write' | 'within'): Task => ({ kind, sql, parameters });
    if (this.#endTurn !== null) return this.#thread.run(task('within'));
    if (this.#readsAside && /^\s*select\b/i.test(sql)) return despiteLocks(() => this.#thread.run(task('read')));
    return inTurn(this.#turns, () => despiteLocks(() => this.#thread.run(task('write'))));
  }

  // biome-ignore lint/correctness/useYield: nothing of the store is read piece by piece
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error('a query over a thread comes whole');
  }
}

/** One writer at a time, in the order in which they ask. */
export interface Turns {
  /** Waits for a turn; the function returned ends it. */
  take(): Promise<() => void>;
}

export function createTurns(): Turns {
  let last: Promise<void> = Promise.resolve();
  return {
    async take() {
      const before = last;
      let end = (): void => {};
      last = new Promise((resolve) => {
        end = resolve;
      });
      await before;
      return end;
    },
  };
}

/** Does something while nobody else writes. */
export async function inTurn<T>(turns: Turns, work: () => Promise<T>): Promise<T> {
  const endTurn = await turns.take();
  try {
    return await work();
  } finally {
    endTurn();
  }
}
