import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../src/core/answering/reply.js';
import { createMatcher } from '../../src/core/matching/matcher.js';
import { trainModel } from '../../src/core/matching/model.js';
import type { Log } from '../../src/core/ports.js';
import { loadKnowledge } from '../../src/knowledge/folder/load.js';
import { watchKnowledge } from '../../src/knowledge/folder/watch.js';
import { trainingSetOf } from '../../src/knowledge/training/training.js';
import { createApp } from '../../src/process/app.js';
import { createLiveEngine, type LiveEngine, type SwapStep } from '../../src/process/live-engine.js';
import { HARBOUR, harbourEntry, phrasingsOf } from '../support/harbour.js';
import { removeFolder, writeFolder } from '../support/knowledge-folder.js';

const EVENT_WITHIN_MS = 30_000;

let folder = '';
const cacheDir = writeFolder();
let live: LiveEngine;
let happened: string[] = [];
let errors: unknown[] = [];
let wake = (): void => {};

const log: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: (_, error) => errors.push(error) };

beforeEach(async () => {
  folder = writeFolder(HARBOUR);
  happened = [];
  errors = [];
  const note = (what: string): void => {
    happened.push(what);
    wake();
  };
  live = await createLiveEngine({
    ...{ knowledgeDir: folder, cacheDir, log, watch: { settleMs: 20, pollMs: 40 } },
    onSwap: (_, step) => note(step),
    onFault: (text) => note(text === null ? 'fine' : 'fault'),
  });
}, EVENT_WITHIN_MS);
afterEach(async () => {
  await live.stop();
  removeFolder(folder);
  expect(errors).toEqual([]);
});
afterAll(() => removeFolder(cacheDir));

/** Waits until something has happened that many times. */
async function until(what: SwapStep | 'fault' | 'fine', times = 1): Promise<void> {
  while (happened.filter((item) => item === what).length < times) {
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  }
}

const ask = (text: string): Promise<Reply> => createApp(live.engine()).ask({ text, conversation: text });
const edit = (files: Readonly<Record<string, string | Uint8Array>>): void => {
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
};

describe('a live engine', () => {
  it('shows a changed answer, and then knows its words', { timeout: EVENT_WITHIN_MS }, async () => {
    edit(harbourEntry('crane', { answer: 'The crane is red now.', phrasings: [...phrasingsOf('crane'), 'which gantry lifts the boxes'] }));
    await until('texts');
    const { knowledge } = live.engine();
    expect(knowledge.entries.find(({ id }) => id === 'crane')?.answer).toBe('The crane is red now.');
    await until('matcher');
    expect(await ask('which gantry lifts the boxes')).toMatchObject({ kind: 'answer', entryId: 'crane' });
  });

  it('finds an entry that is new', { timeout: EVENT_WITHIN_MS }, async () => {
    edit({
      'harbour/buoy.md': readFileSync(join(folder, 'harbour', 'tug.md'), 'utf8').replaceAll('tug', 'buoy'),
    });
    await until('matcher');
    expect(await ask('where is the buoy')).toMatchObject({ kind: 'answer', entryId: 'buoy' });
  });

  it('no longer answers with an entry that is gone', { timeout: EVENT_WITHIN_MS }, async () => {
    expect(await ask('where is the tug')).toMatchObject({ kind: 'answer', entryId: 'tug' });
    edit({ ...harbourEntry('pilot', { followUps: '[berth, quay]' }), ...harbourEntry('quay', { followUps: '[berth, crane]' }) });
    rmSync(join(folder, 'harbour', 'tug.md'));
    await until('texts');
    const reply = await ask('where is the tug');
    expect(reply.kind === 'chat' ? [] : reply.candidates.map(({ entryId }) => entryId)).not.toContain('tug');
    expect(reply.kind).not.toBe('answer');
    await until('matcher');
    expect(live.engine().knowledge.entries.map(({ id }) => id)).not.toContain('tug');
  });

  it('keeps the old knowledge while a file is broken, and says where', { timeout: EVENT_WITHIN_MS }, async () => {
    const before = live.engine();
    edit({ 'harbour/crane.md': '---\nquestion: What is the crane?\ncolour: red\n---\nThe crane is red.\n' });
    await until('fault');
    expect(live.fault()).toContain('harbour/crane.md:3 "colour"');
    expect(live.engine()).toBe(before);
    edit(harbourEntry('crane', { answer: 'The crane is blue.' }));
    await until('fine');
    expect(live.fault()).toBeNull();
    await until('matcher');
    expect(live.engine().knowledge.entries.find(({ id }) => id === 'crane')?.answer).toBe('The crane is blue.');
  });

  it('learns the last good edit though a broken one follows at once', { timeout: EVENT_WITHIN_MS }, async () => {
    edit(harbourEntry('crane', { phrasings: [...phrasingsOf('crane'), 'which gantry lifts the boxes'] }));
    await until('texts');
    edit({ 'harbour/tug.md': 'no question here' });
    await until('fault');
    await until('trained');
    expect(await ask('which gantry lifts the boxes')).toMatchObject({ kind: 'answer', entryId: 'crane' });
  });

  it('forgets a fault when the edit is taken back', { timeout: EVENT_WITHIN_MS }, async () => {
    const before = live.engine();
    edit({ 'harbour/crane.md': 'no question here' });
    await until('fault');
    edit(harbourEntry('crane'));
    await until('fine');
    expect([live.fault(), live.engine()]).toEqual([null, before]);
  });

  it('ends with the newest of many edits', { timeout: EVENT_WITHIN_MS }, async () => {
    for (let i = 0; i < 5; i++) {
      edit(harbourEntry('crane', { answer: `Answer ${i}.` }));
      await until('texts', i + 1);
    }
    await until('matcher');
    expect(live.engine().knowledge.entries.find(({ id }) => id === 'crane')?.answer).toBe('Answer 4.');
    expect(happened.filter((what) => what === 'texts')).toHaveLength(5);
  });

  it('comes out as a fresh start would', { timeout: EVENT_WITHIN_MS }, async () => {
    edit(harbourEntry('crane', { phrasings: [...phrasingsOf('crane'), 'which gantry lifts the boxes'] }));
    await until('trained');
    const { isWord } = live.engine().english;
    const fresh = createMatcher(trainModel(trainingSetOf(loadKnowledge(folder)), isWord), isWord);
    for (const question of ['where is the crane', 'gantry', 'who owns the tug', 'pizza', 'which berth is late']) {
      expect(live.engine().matcher.match(question)).toEqual(fresh.match(question));
    }
  });

  it('stops in the middle of an edit', { timeout: EVENT_WITHIN_MS }, async () => {
    edit(harbourEntry('crane', { answer: 'The crane is red now.' }));
    await until('texts');
    await live.stop();
    const { length } = happened;
    await new Promise<void>((resolve) => {
      const { close } = watchKnowledge(folder, () => resolve(close()));
      edit(harbourEntry('crane', { answer: 'The crane is green now.' }));
    });
    expect(happened).toHaveLength(length);
  });
});
