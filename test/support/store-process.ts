/** Other processes on the same database, running the built program. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Store } from '../../src/core/ports.js';

type Verb = Exclude<keyof Store, 'close'>;
export type Call = { [V in Verb]: readonly [verb: V, ...args: Parameters<Store[V]>] }[Verb];

export interface StoreProcess {
  /** Opens the store, which migrates the database. */
  open(url: string): Promise<void>;
  /** Does all the calls at once, and returns their results in the same order. */
  call(calls: readonly Call[]): Promise<readonly unknown[]>;
  kill(): Promise<void>;
}

/** Starts a process that is ready to open a store. */
export async function startStoreProcess(): Promise<StoreProcess> {
  const child = await start();
  return {
    open: async (url) => void (await ask(child, { task: 'open', url })),
    call: async (calls) => (await ask(child, { task: 'call', calls })) as readonly unknown[],
    kill: () => kill(child),
  };
}

/** A verb, or the migration, and after how many of its statements to die. */
export interface Death {
  readonly url: string;
  readonly statements: number;
  readonly call: Call | readonly ['migrate'];
}

/** Has one process begin everything that is named, each in a database of its own, and kills it before it commits any of it. */
export async function dieWithin(deaths: readonly Death[]): Promise<void> {
  const child = await start();
  try {
    await ask(child, { task: 'stopWithin', deaths });
  } finally {
    await kill(child);
  }
}

async function start(): Promise<ChildProcess> {
  const child = fork(join(import.meta.dirname, 'store-process.mjs'), { execArgv: [] });
  await once(child, 'message');
  return child;
}

async function ask(child: ChildProcess, message: object): Promise<unknown> {
  const answer = once(child, 'message');
  child.send(message);
  const [{ result, error }] = await answer;
  if (error !== undefined) throw new Error(error);
  return result;
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
