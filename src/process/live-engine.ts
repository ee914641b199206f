/**
 * An engine that follows its knowledge folder. An edit is live in three steps, each swapped in whole: the new texts with the matcher of
 * before, a few tenths of a second later a matcher that knows the edit, and when it is trained the one that a fresh start would have.
 */

import type { KnowledgeBase } from '../core/entry.js';
import { restrictTo } from '../core/matching/restrict.js';
import type { Log } from '../core/ports.js';
import { type WatchOptions, watchKnowledge } from '../knowledge/folder/watch.js';
import { type Edits, followEdits } from '../knowledge/training/edits.js';
import { loadModel } from '../knowledge/training/trainer.js';
import { trainingSetOf } from '../knowledge/training/training.js';
import { createEngine, type Engine, loadEngine } from './app.js';

export interface LiveEngine {
  /** The engine as it is now: ask anew each time. */
  engine(): Engine;
  /** Why the folder as it is now is not in use, with file and line; null where it is. */
  fault(): string | null;
  /** Stops following the folder. */
  stop(): Promise<void>;
}

/** How much of an edit is live: its texts, a matcher that knows them, the matcher that a fresh start would have. */
export type SwapStep = 'texts' | 'matcher' | 'trained';

export interface LiveOptions {
  readonly knowledgeDir: string;
  readonly cacheDir: string;
  readonly log: Log;
  /** Called with what is wrong with the folder whenever that changes; null once it is all right again. */
  readonly onFault?: (text: string | null) => void;
  /** Called after each swap. */
  readonly onSwap?: (engine: Engine, step: SwapStep) => void;
  /** Share of the first training that is done, 0 to 1; not called when the model comes from the cache. */
  readonly onProgress?: (share: number) => void;
  /** Ends a start that is no longer wanted: it is rejected with the signal's reason. */
  readonly signal?: AbortSignal;
  readonly watch?: WatchOptions;
}

/**
 * Loads an engine and keeps it up to date.
 * @throws KnowledgeError or ConfigError where the folder does not load at the start
 */
export async function createLiveEngine(options: LiveOptions): Promise<LiveEngine> {
  const { knowledgeDir, cacheDir, log, onFault = () => {}, onSwap = () => {} } = options;
  let current = await loadEngine({ knowledgeDir, cacheDir }, options.onProgress, options.signal);
  /** The last matcher that is not a restricted one. */
  let matcher = current.matcher;
  /** Knowledge whose texts are live and whose matcher is not. */
  let behind: KnowledgeBase | null = null;
  let fault: string | null = null;
  let edits: Edits | null = null;
  let training: AbortController | null = null;
  let edited = false;
  let stopped = false;
  let working: Promise<void> | null = null;

  const swap = (next: Engine, step: SwapStep): void => {
    current = next;
    log.info('knowledge-live', { step, entries: next.knowledge.entries.length });
    onSwap(next, step);
  };
  const setFault = (text: string | null): void => {
    if (text === fault) return;
    fault = text;
    onFault(text);
  };
  const swapModel = (knowledge: KnowledgeBase, model: Parameters<typeof createEngine>[1], step: SwapStep): void => {
    const next = createEngine(knowledge, model, current.english);
    matcher = next.matcher;
    swap(next, step);
  };

  /** Trains in full, unless another edit comes. */
  const train = async (knowledge: KnowledgeBase, thread: Edits): Promise<void> => {
    training = new AbortController();
    const { signal } = training;
    try {
      const model = await loadModel(trainingSetOf(knowledge), cacheDir, undefined, signal);
      if (signal.aborted) return;
      swapModel(knowledge, model, 'trained');
      await thread.prepare();
    } catch (error) {
      if (!signal.aborted) log.error('knowledge-training-failed', error);
    }
  };

  const take = async (thread: Edits): Promise<void> => {
    const read = await thread.read();
    setFault(read.kind === 'faulty' ? read.message : null);
    if (read.kind === 'read') {
      training?.abort();
      behind = read.knowledge;
      const entryIds = new Set(behind.entries.map(({ id }) => id));
      swap({ ...current, knowledge: behind, matcher: restrictTo(entryIds, matcher) }, 'texts');
    }
    if (edited) return;
    if (behind === null) {
      await thread.prepare();
      return;
    }
    const { model, final } = await thread.model();
    if (edited || stopped) return;
    const knowledge = behind;
    behind = null;
    if (model !== null) swapModel(knowledge, model, final ? 'trained' : 'matcher');
    if (final) await thread.prepare();
    else void train(knowledge, thread);
  };

  /** Takes the edits one after another; what came while one was taken makes one more. Where the thread fails, another one tries once. */
  const work = async (): Promise<void> => {
    let failures = 0;
    while (edited && !stopped) {
      edited = false;
      try {
        edits ??= followEdits({ folder: knowledgeDir, cacheDir, inUse: current.knowledge });
        await take(edits);
        failures = 0;
      } catch (error) {
        if (stopped) return;
        log.error('knowledge-edit-failed', error);
        void edits?.stop();
        edits = null;
        edited ||= ++failures < 2;
      }
    }
  };
  const onChange = (): void => {
    edited = true;
    working ??= work().finally(() => {
      working = null;
    });
  };

  const watching = watchKnowledge(knowledgeDir, onChange, options.watch);
  // What was edited while the engine was loaded is taken now, and the thread gets ready for what comes.
  onChange();
  return {
    engine: () => current,
    fault: () => fault,
    stop: async () => {
      stopped = true;
      watching.close();
      training?.abort();
      await edits?.stop();
      await working;
    },
  };
}
