/** The worker thread that trains, so that the thread that asked for it stays free to answer. Runs from dist/. */
import { parentPort, workerData } from 'node:worker_threads';
import { trainModel } from '../../core/matching/model.js';
import type { TrainingSet } from '../../core/matching/training-set.js';
import { folderCache } from './cache.js';
import { loadWords } from './spelling.js';

export interface Task {
  readonly set: TrainingSet;
  /** Where the list of English words is cached. */
  readonly cacheDir: string;
}

/** Progress is reported in steps of this size. */
const STEP = 0.01;

const { set, cacheDir } = workerData as Task;
let reported = 0;
const model = trainModel(set, loadWords(folderCache(cacheDir, 'words')).isWord, (share) => {
  if (share < reported + STEP) return;
  reported = share;
  parentPort?.postMessage({ progress: share });
});
parentPort?.postMessage({ model });
