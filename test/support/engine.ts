/** Engines for tests: the shipped knowledge, loaded once a test file, and small ones that train in a second. */
import { join } from 'node:path';
import type { TrainingEntry, TrainingSet } from '../../src/core/matching/training-set.js';
import { type Engine, loadEngine } from '../../src/process/app.js';

const ROOT = join(import.meta.dirname, '..', '..');

/** The shipped knowledge folder. */
export const KNOWLEDGE_DIR = join(ROOT, 'knowledge');

/** The shipped knowledge with its trained matcher, from the cache where there is one. */
export function shippedEngine(): Promise<Engine> {
  return loadEngine({ knowledgeDir: KNOWLEDGE_DIR, cacheDir: join(ROOT, 'data', 'cache') });
}

/** A training set of entries alone: id -> texts. */
export function trainingSet(entries: Readonly<Record<string, readonly string[]>>, fields: Partial<TrainingSet> = {}): TrainingSet {
  const list: TrainingEntry[] = Object.entries(entries).map(([id, texts]) => ({ id, texts, support: [] }));
  return { entries: list, refusals: [], synonyms: [], calibration: [], ...fields };
}
