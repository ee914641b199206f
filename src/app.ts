/** The composition root: picks the adapters and wires them. */
import { type Answerer, createAnswerer } from './core/answer.js';
import type { KnowledgeBase } from './core/entry.js';
import { createMatcher, type Matcher } from './core/matching/matcher.js';
import type { Clock, Store } from './core/ports.js';
import { folderCache } from './knowledge/cache.js';
import { loadKnowledge } from './knowledge/load.js';
import { loadWords } from './knowledge/spelling.js';
import { loadModel } from './knowledge/trainer.js';
import { trainingSetOf } from './knowledge/training.js';
import { memoryStore } from './store/memory.js';

export interface Engine {
  readonly knowledge: KnowledgeBase;
  readonly matcher: Matcher;
}

/** Loads a knowledge folder and its trained matcher. */
export async function loadEngine(folders: { knowledgeDir: string; cacheDir: string }, onProgress?: (share: number) => void): Promise<Engine> {
  const knowledge = loadKnowledge(folders.knowledgeDir);
  const model = await loadModel(trainingSetOf(knowledge), folders.cacheDir, onProgress);
  return { knowledge, matcher: createMatcher(model, loadWords(folderCache(folders.cacheDir, 'words'))) };
}

/** The answering use case over an engine; turns are kept in memory unless a store is given. */
export function createApp(engine: Engine, deps: { store?: Store; now?: Clock } = {}): Answerer {
  return createAnswerer({ ...engine, store: deps.store ?? memoryStore(), now: deps.now ?? Date.now });
}
