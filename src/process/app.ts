/** The composition root: picks the adapters and wires them. */
import { setImmediate as othersTurn } from 'node:timers/promises';
import { type Answerer, createAnswerer } from '../core/answering/answer.js';
import type { KnowledgeBase, LabelledQuestion } from '../core/entry.js';
import { ConfigError } from '../core/errors.js';
import { createMatcher, type Matcher } from '../core/matching/matcher.js';
import type { MatcherModel } from '../core/matching/model.js';
import type { Clock, Conversations, Trace } from '../core/ports.js';
import { type Quality, qualityView } from '../core/quality/coverage.js';
import { type Evaluation, evaluate, type Judged, OUT_OF_SCOPE } from '../core/quality/evaluate.js';
import { formatFault } from '../knowledge/folder/faults.js';
import { lint } from '../knowledge/folder/lint.js';
import { loadKnowledge, loadLabelled } from '../knowledge/folder/load.js';
import { revisionOf } from '../knowledge/folder/watch.js';
import { folderCache } from '../knowledge/training/cache.js';
import { type EnglishWords, loadWords } from '../knowledge/training/spelling.js';
import { loadModel } from '../knowledge/training/trainer.js';
import { trainingSetOf } from '../knowledge/training/training.js';
import { memoryConversations } from '../store/memory.js';

export interface Engine {
  readonly knowledge: KnowledgeBase;
  readonly matcher: Matcher;
  readonly english: EnglishWords;
}

/** Questions asked before the first asker comes, so that she does not wait for the engine's code to be compiled: a few dozen milliseconds. */
const WARM_UP_QUESTIONS = 100;

/**
 * Loads a knowledge folder and its trained matcher.
 * @param signal ends a training that is no longer wanted; the promise is rejected with its reason
 */
export async function loadEngine(
  folders: { knowledgeDir: string; cacheDir: string },
  onProgress?: (share: number) => void,
  signal?: AbortSignal,
): Promise<Engine> {
  const knowledge = loadKnowledge(folders.knowledgeDir, folderCache(folders.cacheDir, 'knowledge'));
  const model = await loadModel(trainingSetOf(knowledge), folders.cacheDir, onProgress, signal);
  const engine = createEngine(knowledge, model, loadWords(folderCache(folders.cacheDir, 'words')));
  for (const { question } of knowledge.entries.slice(0, WARM_UP_QUESTIONS)) engine.matcher.match(question);
  return engine;
}

/** Puts an engine together. */
export function createEngine(knowledge: KnowledgeBase, model: MatcherModel, english: EnglishWords): Engine {
  return { knowledge, matcher: createMatcher(model, english.isWord), english };
}

/** The answering use case over an engine; turns are kept in memory unless a store is given, and answers are explained to a trace alone. */
export function createApp(
  engine: Engine,
  deps: { conversations?: Conversations; now?: Clock; name?: () => string; trace?: Trace } = {},
): Answerer {
  const { conversations = memoryConversations(), now = Date.now, name = () => 'Dockmaster', trace } = deps;
  return createAnswerer({ ...engine, conversations, now, name, ...(trace && { trace }) });
}

/** Checks the knowledge of an engine by the rules of curation: each rule with its faults as lines of text. */
export function lintKnowledge({ knowledge, matcher }: Engine): { rule: string; faults: string[] }[] {
  return lint(knowledge, matcher).map(({ rule, faults }) => ({ rule, faults: faults.map(formatFault) }));
}

/** What came of a file of labelled questions. */
export interface FileEvaluation {
  readonly evaluation: Evaluation;
  readonly judged: readonly Judged[];
  /** Conversations, and those of which every turn came out as expected. */
  readonly conversations: { readonly all: number; readonly right: number };
}

/**
 * Asks every labelled question of a file, each in a conversation of its own, and every conversation turn by turn.
 * @throws KnowledgeError where the file has faults
 */
export async function evaluateFile(engine: Engine, path: string, onProgress: (share: number) => void = () => {}): Promise<FileEvaluation> {
  const { questions, conversations } = loadLabelled(path);
  const known = new Set(engine.knowledge.entries.map(({ id }) => id));
  const asked = [...questions, ...conversations.flat()];
  const unknown = asked.flatMap(({ expected }) => (typeof expected === 'string' ? [] : expected.filter((id) => !known.has(id))));
  if (unknown.length > 0)
    throw new ConfigError(`${path} expects entries that the knowledge does not have: ${[...new Set(unknown)].join(', ')}`);
  if (asked.length === 0) throw new ConfigError(`${path} holds no question`);
  const answerer = createApp(engine);
  const topicOf = ({ expected }: LabelledQuestion): string =>
    typeof expected === 'string' ? OUT_OF_SCOPE : (engine.knowledge.entries.find(({ id }) => id === expected[0])?.topic ?? 'unknown entry');
  const total = questions.length + conversations.length;
  const judged: Judged[] = [];
  for (const [i, label] of questions.entries()) {
    judged.push({ label, reply: await answerer.ask({ text: label.ask, conversation: `question ${i}` }), topic: topicOf(label) });
    onProgress((i + 1) / total);
    await othersTurn();
  }
  const turns: Judged[] = [];
  let right = 0;
  for (const [i, conversation] of conversations.entries()) {
    const replies: Judged[] = [];
    for (const label of conversation)
      replies.push({ label, reply: await answerer.ask({ text: label.ask, conversation: `conversation ${i}` }), topic: topicOf(label) });
    if (replies.every(cameOutRight)) right++;
    turns.push(...replies);
    onProgress((questions.length + i + 1) / total);
    await othersTurn();
  }
  return { evaluation: evaluate(judged), judged: [...judged, ...turns], conversations: { all: conversations.length, right } };
}

/** The quality of engines, by a file of labelled questions that may be edited, or not be there. */
export interface QualityMeter {
  /** Measures an engine: once, however often it is asked, until the file changes. */
  measure(engine: Engine): Promise<Quality>;
  /** Another text whenever the file has changed. */
  revision(): string;
}

/** Creates the meter of a file. */
export function createQualityMeter(path: string): QualityMeter {
  let last: { readonly engine: Engine; readonly revision: string; readonly quality: Promise<Quality> } | null = null;
  const measureNow = async (engine: Engine): Promise<Quality> => {
    try {
      const { evaluation, conversations } = await evaluateFile(engine, path);
      return { kind: 'measured', figures: qualityView(evaluation, conversations) };
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      return { kind: 'faulty', text: error.message };
    }
  };
  return {
    revision: () => revisionOf(path),
    async measure(engine) {
      const revision = revisionOf(path);
      if (revision === '') return { kind: 'unlabelled' };
      if (last === null || last.engine !== engine || last.revision !== revision) last = { engine, revision, quality: measureNow(engine) };
      return last.quality;
    },
  };
}

/** A turn is right when an expected entry answers it or is among those offered, or when nothing is answered and nothing should be. */
function cameOutRight({ label, reply }: Judged): boolean {
  if (label.expected === 'chat') return reply.kind === 'chat';
  if (label.expected === 'unknown') return reply.kind !== 'answer';
  const { expected } = label;
  if (reply.kind === 'answer') return expected.includes(reply.entryId);
  return reply.kind === 'choices' && reply.choices.some(({ entryId }) => expected.includes(entryId));
}
