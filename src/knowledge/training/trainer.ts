/** Gets the trained model of a knowledge base: from the cache, or from a worker thread. */
import { join } from 'node:path';
import { serialize } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { EVERYDAY_SYNONYMS } from '../../core/language/english.js';
import { type MatcherModel, MODEL_VERSION } from '../../core/matching/model.js';
import { OFF_TOPIC_LINES } from '../../core/matching/off-topic.js';
import type { TrainingSet } from '../../core/matching/training-set.js';
import { folderCache, readCached } from './cache.js';
import type { Task } from './train-worker.js';

/** Workers run the built files, also when the caller runs from src/ (tests). */
const WORKER = join(import.meta.dirname, '..', '..', '..', 'dist', 'knowledge', 'training', 'train-worker.js');

/**
 * Returns the model for a training set. The same set always gives the same model, fresh or cached; a cached file that cannot be read
 * is trained anew.
 * @param onProgress share of the training that is done, 0 to 1; not called when the model comes from the cache
 * @param signal ends a training that is no longer wanted; the promise is rejected with its reason
 */
export async function loadModel(
  set: TrainingSet,
  cacheDir: string,
  onProgress: (share: number) => void = () => {},
  signal?: AbortSignal,
): Promise<MatcherModel> {
  const cached = cachedModel(set, cacheDir);
  if (cached) return cached;
  const model = await trainInWorker({ set, cacheDir }, onProgress, signal);
  folderCache(cacheDir, KIND).write(keyOf(set), serialize(model));
  return model;
}

const KIND = 'model';
const keyOf = (set: TrainingSet): string => JSON.stringify([MODEL_VERSION, set, OFF_TOPIC_LINES, EVERYDAY_SYNONYMS]);

/** The model of a training set that was trained before; null where it is not at hand. */
export function cachedModel(set: TrainingSet, cacheDir: string): MatcherModel | null {
  const cached = readCached<MatcherModel>(folderCache(cacheDir, KIND), keyOf(set));
  return cached?.version === MODEL_VERSION ? cached : null;
}

/** Trains in a worker thread; rejects where the worker fails. */
function trainInWorker(task: Task, onProgress: (share: number) => void, signal?: AbortSignal): Promise<MatcherModel> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const worker = new Worker(WORKER, { workerData: task });
    const abort = (): void => {
      reject(signal?.reason);
      void worker.terminate();
    };
    signal?.addEventListener('abort', abort);
    worker.on('message', (message: { progress?: number; model?: MatcherModel }) => {
      if (message.model) resolve(message.model);
      else onProgress(message.progress ?? 0);
    });
    worker.on('error', reject);
    worker.on('exit', (code) => {
      signal?.removeEventListener('abort', abort);
      reject(new Error(`the training thread ended early, with exit code ${code}`));
    });
  });
}
