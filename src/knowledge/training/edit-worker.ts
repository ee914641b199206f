/**
 * The thread that follows the edits of a knowledge folder: it remembers every file as it was parsed and every text as it was vectorised,
 * so that an edit costs what it changes. Runs from dist/.
 */
import { createHash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import type { KnowledgeBase } from '../../core/entry.js';
import { ConfigError } from '../../core/errors.js';
import type { MatcherModel } from '../../core/matching/model.js';
import { createRetrainer } from '../../core/matching/retrain.js';
import type { TrainingSet } from '../../core/matching/training-set.js';
import { createLoader } from '../folder/load.js';
import { cachedModel } from './trainer.js';
import { trainingSetOf } from './training.js';

/** What the thread is started with. */
export interface EditTask {
  readonly folder: string;
  readonly cacheDir: string;
  /** The knowledge that is in use. */
  readonly inUse: KnowledgeBase;
}

/** What it can be asked for; each request has one reply, in order. */
export type EditRequest = 'read' | 'model' | 'prepare';

/** Its reply to `read`. */
export type ReadReply =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'faulty'; readonly message: string }
  | { readonly kind: 'read'; readonly knowledge: KnowledgeBase };

/** Its reply to `model`: of the knowledge last read. `final` where it is the one that a full training gives. */
export interface ModelReply {
  readonly model: MatcherModel | null;
  readonly final: boolean;
}

const { folder, cacheDir, inUse } = workerData as EditTask;
const load = createLoader();
const fingerprintOf = (knowledge: KnowledgeBase): string => createHash('sha256').update(JSON.stringify(knowledge)).digest('hex');
let lastRead = fingerprintOf(inUse);
let set = trainingSetOf(inUse);
/** A set whose model should be in the cache, and what tells edits of it apart, once that is made. */
let base: TrainingSet | null = set;
let retrain: ReturnType<typeof createRetrainer> | null = null;

function read(): ReadReply {
  try {
    const knowledge = load(folder);
    const fingerprint = fingerprintOf(knowledge);
    set = trainingSetOf(knowledge);
    if (fingerprint === lastRead) return { kind: 'unchanged' };
    lastRead = fingerprint;
    return { kind: 'read', knowledge };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { kind: 'faulty', message: error.message };
  }
}

function model(): ModelReply {
  const trained = cachedModel(set, cacheDir);
  if (trained) return { model: trained, final: true };
  getReady();
  const soon = retrain?.(set) ?? null;
  // What is too far from the base needs another one, which is there when it is trained.
  if (soon === null) {
    base = null;
    retrain = null;
  }
  return { model: soon, final: false };
}

/** Takes seconds, in which no edit is read: so one base serves all edits for as long as that goes well. */
function getReady(): void {
  const trained = retrain === null && base !== null ? cachedModel(base, cacheDir) : null;
  if (base && trained) retrain = createRetrainer(base, trained);
}

function prepare(): null {
  base ??= set;
  getReady();
  return null;
}

parentPort?.on('message', (request: EditRequest) => {
  parentPort?.postMessage({ read, model, prepare }[request]());
});
