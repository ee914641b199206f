/** Where a SQLite database is worked on: a file in a thread of its own, for neither a lock nor a slow disk may hold up this one. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { MEMORY, openConnection, type Result, type Task } from './connection.js';
import type { Request, Response } from './worker.js';

/** Does tasks in the order in which they are asked for. */
export interface Thread {
  /** Rejects with what SQLite says; see `SqliteError`. */
  run(task: Task): Promise<Result>;
  /** Closes the database. Nothing may be asked for afterwards. */
  close(): Promise<void>;
}

/** What SQLite says has a code; all else is a mistake in what was asked of it. */
function errorOf({ message, code }: { readonly message: string; readonly code: string | null }): Error {
  return code === null ? new TypeError(message) : new SqliteError(message, code);
}

/** What SQLite said, with its code. */
export class SqliteError extends Error {
  override readonly name = 'SqliteError';
  readonly code: string | null;
  constructor(message: string, code: string | null) {
    super(message);
    this.code = code;
  }
}

/** Opens a database where it is worked on. Rejects with a SqliteError. */
export async function openThread(file: string): Promise<Thread> {
  if (file === MEMORY) return inThisThread();
  const thread = ownThread(file);
  try {
    await thread.ask({ kind: 'open' });
    return { run: thread.ask, close: thread.close };
  } catch (error) {
    await thread.end();
    throw error;
  }
}

/** Nobody else can lock what is in memory, and no disk can be slow. */
function inThisThread(): Thread {
  const connection = openConnection(MEMORY);
  const run = async (task: Task): Promise<Result> => connection.run(task);
  return { run, close: async () => void (await run({ kind: 'close' })) };
}

/** Threads run the built files, also when the caller runs from src/ (tests). */
const WORKER = join(import.meta.dirname, '..', '..', '..', 'dist', 'store', 'libsql', 'worker.js');

interface Waiting {
  readonly resolve: (result: Result) => void;
  readonly reject: (error: Error) => void;
}

function ownThread(file: string): {
  ask: (task: Request['task']) => Promise<Result>;
  close: () => Promise<void>;
  end: () => Promise<void>;
} {
  const worker = new Worker(WORKER, { workerData: { file } });
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  let ended: Error | null = null;
  /** What is under way keeps the process alive, an open database does not. */
  const settle = (id: number): Waiting | undefined => {
    const one = waiting.get(id);
    waiting.delete(id);
    if (waiting.size === 0) worker.unref();
    return one;
  };
  worker.unref();
  worker.on('message', (response: Response) => {
    const one = settle(response.id);
    if ('result' in response) one?.resolve(response.result);
    else one?.reject(errorOf(response.failed));
  });
  const endAll = (error: Error): void => {
    ended ??= error;
    for (const id of [...waiting.keys()]) settle(id)?.reject(ended);
  };
  worker.on('error', endAll);
  worker.on('exit', () => endAll(new SqliteError('the thread of the database has ended', null)));

  const ask = (task: Request['task']): Promise<Result> =>
    new Promise((resolve, reject) => {
      if (ended !== null) return reject(ended);
      const id = asked++;
      waiting.set(id, { resolve, reject });
      worker.ref();
      worker.postMessage({ id, task } satisfies Request);
    });
  const end = async (): Promise<void> => {
    await worker.terminate();
  };
  return {
    ask,
    end,
    async close() {
      try {
        await ask({ kind: 'close' });
      } finally {
        await end();
      }
    },
  };
}
