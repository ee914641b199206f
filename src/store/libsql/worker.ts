/** The thread of a database file: does one task after the other. Nothing here waits, so a read never stands behind a lock for long. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Connection, codeOf, openConnection, type Result, type Task } from './connection.js';

/** What the thread is asked: to open its file, or a task of it. */
export interface Request {
  readonly id: number;
  readonly task: Task | { readonly kind: 'open' };
}

/** An error loses its code on the way between threads. */
export type Response =
  | { readonly id: number; readonly result: Result }
  | { readonly id: number; readonly failed: { readonly message: string; readonly code: string | null } };

const { file } = workerData as { readonly file: string };
let connection: Connection | null = null;

function perform({ task }: Request): Result {
  if (task.kind !== 'open' && connection !== null) return connection.run(task);
  connection = openConnection(file);
  return { rows: [], changes: 0 };
}

parentPort?.on('message', (request: Request) => {
  const { id } = request;
  let response: Response;
  try {
    response = { id, result: perform(request) };
  } catch (error) {
    response = { id, failed: { message: error instanceof Error ? error.message : String(error), code: codeOf(error) } };
  }
  parentPort?.postMessage(response);
});
