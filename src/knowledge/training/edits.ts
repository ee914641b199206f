/** The hither side of the thread that follows a folder's edits. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { EditRequest, EditTask, ModelReply, ReadReply } from './edit-worker.js';

export interface Edits {
  /** Reads the folder as it is now. */
  read(): Promise<ReadReply>;
  /** A model of what was read last, soon: null where it takes a full training. */
  model(): Promise<ModelReply>;
  /** Gets ready for soon models, where it is not: takes seconds, and a model of what was read last in the cache. */
  prepare(): Promise<unknown>;
  /** Ends the thread; whoever waits for it is told so. */
  stop(): Promise<void>;
}

/** Workers run the built files, also when the caller runs from src/ (tests). */
const WORKER = join(import.meta.dirname, '..', '..', '..', 'dist', 'knowledge', 'training', 'edit-worker.js');

/** Starts the thread. Where it fails, every request is rejected: start another one then. */
export function followEdits(task: EditTask): Edits {
  const worker = new Worker(WORKER, { workerData: task });
  const waiting: { readonly resolve: (reply: unknown) => void; readonly reject: (reason: unknown) => void }[] = [];
  let ended: unknown = null;
  const end = (reason: unknown): void => {
    ended ??= reason;
    for (const { reject } of waiting.splice(0)) reject(ended);
  };
  worker.on('message', (reply: unknown) => waiting.shift()?.resolve(reply));
  worker.on('error', end);
  worker.on('exit', (code) => end(new Error(`the thread that follows edits ended, with exit code ${code}`)));
  const request = <T>(what: EditRequest): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      if (ended !== null) return reject(ended);
      waiting.push({ resolve: (reply) => resolve(reply as T), reject });
      worker.postMessage(what);
    });
  return {
    read: () => request('read'),
    model: () => request('model'),
    prepare: () => request('prepare'),
    stop: async () => void (await worker.terminate()),
  };
}
