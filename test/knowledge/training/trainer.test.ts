import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createMatcher, type Match } from '../../../src/core/matching/matcher.js';
import { type MatcherModel, MODEL_VERSION } from '../../../src/core/matching/model.js';
import type { TrainingSet } from '../../../src/core/matching/training-set.js';
import { loadModel } from '../../../src/knowledge/training/trainer.js';
import { removeFolder, writeFolder } from '../../support/knowledge-folder.js';

const SET: TrainingSet = {
  entries: [
    {
      id: 'berth',
      texts: ['where do ships wait', 'which berth is free', 'parking place of a ship'],
      support: ['Ships wait at the berth.'],
    },
    { id: 'crane', texts: ['when does the crane run', 'who drives the crane', 'crane hours'], support: [] },
  ],
  refusals: [{ group: 'trains', texts: ['when does the train leave', 'which platform is it'] }],
  synonyms: [['ship', 'boat']],
  calibration: [],
};
const QUESTIONS = [
  'Which berth is free?',
  'where could a boat wait',
  'who runs the crane',
  'when leaves the train',
  'best pizza in town',
  '',
];

const folder = writeFolder();
const progress: number[] = [];
const progressFromCache: number[] = [];
let fresh: MatcherModel;
let cached: MatcherModel;
let modelFile = '';
beforeAll(async () => {
  fresh = await loadModel(SET, folder, (share) => progress.push(share));
  modelFile = join(folder, readdirSync(folder).find((name) => name.startsWith('model-')) ?? 'none');
  cached = await loadModel(SET, folder, (share) => progressFromCache.push(share));
});
afterAll(() => removeFolder(folder));

function matches(model: MatcherModel): Match[] {
  const matcher = createMatcher(model, () => false);
  return QUESTIONS.map((question) => matcher.match(question));
}
describe('a fresh model', () => {
  it('comes from the built worker', () => {
    expect(existsSync(join(import.meta.dirname, '..', '..', '..', 'dist', 'knowledge', 'training', 'train-worker.js'))).toBe(true);
  });

  it('knows the entries of its training set', () => {
    expect(fresh.entryIds).toEqual(['berth', 'crane']);
  });

  it('answers the questions it was trained on', () => {
    const found = matches(fresh)[0];
    expect([found?.decision, found?.candidates[0]?.entryId]).toEqual(['answer', 'berth']);
  });

  it('is stored in the cache', () => {
    expect(existsSync(modelFile)).toBe(true);
  });

  it('reports its progress from 0 upwards and never backwards', () => {
    expect(progress).toEqual([...progress].filter((share) => share >= 0).sort((a, b) => a - b));
  });

  it('reports 1 when it is done', () => {
    expect(progress.at(-1)).toBe(1);
  });
});

describe('a model from the cache', () => {
  it('gives the same matches as the fresh one', () => {
    expect(matches(cached)).toEqual(matches(fresh));
  });

  it('reports no progress', () => {
    expect(progressFromCache).toEqual([]);
  });
});

describe('a cached file', () => {
  /** What the cache holds in place of the model. */
  const damages: readonly (readonly [string, (whole: Buffer) => Uint8Array])[] = [
    ['is cut in half', (whole) => whole.subarray(0, whole.length / 2)],
    ['is of another version', () => serialize({ ...fresh, version: MODEL_VERSION - 1 })],
  ];

  it.each(damages)('that %s is trained anew', async (_, damage) => {
    const whole = readFileSync(modelFile);
    writeFileSync(modelFile, damage(whole));
    const again = await loadModel(SET, folder);
    writeFileSync(modelFile, whole);
    expect(matches(again)).toEqual(matches(fresh));
  });

  it('that holds something else is replaced by the model trained anew', async () => {
    const whole = readFileSync(modelFile);
    writeFileSync(modelFile, 'no model');
    await loadModel(SET, folder);
    expect(readFileSync(modelFile).equals(whole)).toBe(true);
  });

  it('of another training set is not taken', async () => {
    const other = await loadModel({ ...SET, entries: SET.entries.slice(0, 1) }, folder);
    expect(other.entryIds).toEqual(['berth']);
  });
});

describe('a model without a cache that can be written', () => {
  it('is trained all the same', async () => {
    const blocked = writeFolder({ cache: 'a file stands where the folder should be' });
    onTestFinished(() => removeFolder(blocked));
    const model = await loadModel(SET, join(blocked, 'cache'));
    expect(matches(model)).toEqual(matches(fresh));
  });
});

describe('a training that is no longer wanted', () => {
  it('ends with the reason it was given, and leaves nothing in the cache', async () => {
    const cacheDir = writeFolder();
    onTestFinished(() => removeFolder(cacheDir));
    const wanted = new AbortController();
    const training = loadModel(SET, cacheDir, undefined, wanted.signal);
    wanted.abort(new Error('another edit came'));
    await expect(training).rejects.toThrow('another edit came');
    expect(readdirSync(cacheDir).filter((name) => name.startsWith('model-'))).toEqual([]);
  });
});
