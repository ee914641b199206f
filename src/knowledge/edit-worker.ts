/**
 * The thread that follows the edits of a knowledge folder: it remembers every file as it was parsed and every text as it was vectorised,
 * so that an edit costs what it changes. Runs from dist/.
 */
import { createHash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import type { KnowledgeBase } from '../core/entry.js';
import { ConfigError } from '../core/errors.js';
import type { MatcherModel, TrainingSet } from '../core/matching/model.js';
import { createRetrainer } from '../core/matching/retrain.js';
import { createLoader } from './load.js';
import { cachedModel } from './trainer.js';
import { trainingSetOf } from './training.js';

/** What the thread is started with. */
export interface EditTask {
  readonly folder: string;
  readonly cacheDir: string;
  /** Fingerprint of the knowledge that is in use. */
  readonly inUse: string;
}

/** What it can be asked for; each request has one reply, in order. */
export type EditRequest = 'read' | 'model' | 'prepare';

/** Its reply to `read`. */
export type ReadReply =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'faulty'; readonly message: string }
  | { readonly kind: 'read'; readonly knowledge: KnowledgeBase; readonly fingerprint: string };

/** Its reply to `model`: of the knowledge last read. `final` where it is the one that a full training gives. */
export interface ModelReply {
  readonly model: MatcherModel | null;
  readonly final: boolean;
}

const { folder, cacheDir, inUse } = workerData as EditTask;
const load = createLoader();
let lastRead = inUse;
let set: TrainingSet | null = null;
let retrain: ReturnType<typeof createRetrainer> | null = null;

function read(): ReadReply {
  try {
    const knowledge = load(folder);
    const fingerprint = createHash('sha256').update(JSON.stringify(knowledge)).digest('hex');
    set = trainingSetOf(knowledge);
    if (fingerprint === lastRead) return { kind: 'unchanged' };
    lastRead = fingerprint;
    return { kind: 'read', knowledge, fingerprint };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { kind: 'faulty', message: error.message };
  }
}

function model(): ModelReply {
  if (set === null) return { model: null, final: false };
  const trained = cachedModel(set, cacheDir);
  if (trained) return { model: trained, final: true };
  const soon = retrain?.(set) ?? null;
  // What is too far from the base needs another one, once it is trained.
  if (soon === null) retrain = null;
  return { model: soon, final: false };
}

/** Edits are told apart from one base for as long as that goes well: another one takes seconds, in which no edit would be read. */
function prepare(): null {
  if (retrain === null && set !== null) {
    const trained = cachedModel(set, cacheDir);
    if (trained) retrain = createRetrainer(set, trained);
  }
  return null;
}

parentPort?.on('message', (request: EditRequest) => {
  parentPort?.postMessage({ read, model, prepare }[request]());
});
