/** `evaluate` and `lint` of the built program. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RULES } from '../../src/knowledge/folder/lint.js';
import { HARBOUR, harbourEntry } from '../support/harbour.js';
import { removeFolder, writeFolder } from '../support/knowledge-folder.js';
import { ESCAPE, type Run, runProgram, STACK_TRACE } from '../support/program.js';

const PATIENCE = { timeout: 60_000 };

/**
 * Texts that the matcher was taught word for word, so what it replies is known. Three questions of five come out right: two answers and
 * one refusal; "price of the tug" and "where is the lock" carry a wrong label on purpose.
 */
const ASKED = `
questions:
  - { ask: where is the berth, entries: [berth] }
  - { ask: who needs the crane, entries: [pilot, crane] }
  - { ask: price of the tug, entries: [berth] }
  - { ask: when does the train leave, expect: unknown }
  - { ask: where is the lock, expect: unknown }
conversations:
  - - { ask: where is the crane, entries: [crane] }
    - { ask: "1", entries: [dock] }
  - - { ask: where is the tug, entries: [lock] }
`;

const folder = writeFolder({ ...HARBOUR, 'evaluation.yml': ASKED });
const untipped = writeFolder({ ...HARBOUR, ...harbourEntry('tug', { tip: null }) });
afterAll(() => {
  removeFolder(folder);
  removeFolder(untipped);
});
const evaluate = (...options: string[]): Promise<Run> =>
  runProgram(['evaluate', join(folder, 'evaluation.yml'), '--knowledge', folder, ...options]);

describe('evaluate --misses --floor 0.6, at an accuracy of 0.6', PATIENCE, () => {
  let run: Run;
  beforeAll(async () => {
    run = await evaluate('--misses', '--floor', '0.6');
  }, PATIENCE.timeout);

  it('prints a table of the topics', () => {
    expect(
      run.out
        .split('\n')
        .slice(0, 4)
        .map((line) => line.trim().split(/\s{2,}/)),
    ).toEqual([
      ['topic', 'questions', 'right', 'wrong', 'offered', 'refused', 'right first'],
      ['harbour', '3', '2', '1', '0', '0', '66.7 %'],
      ['out of scope', '2', '0', '1', '0', '1', '-'],
      ['all in scope', '3', '2', '1', '0', '0', '66.7 %'],
    ]);
  });

  it('says how many questions out of scope were answered, offered entries and refused', () => {
    expect(run.out).toContain('Out of scope: 1 of 2 answered, 0 offered entries, 1 refused.');
  });

  it('says in how many conversations every turn was right', () => {
    expect(run.out).toContain('all turns right in 1 of 2');
  });

  it('says the accuracy', () => {
    expect(run.out).toContain('Accuracy 60.0 %');
  });

  it('lists the questions, and turns, that did not come out as expected', () => {
    const missed = run.out.split('\n').filter((line) => line.startsWith('wrong'));
    expect(missed.map((line) => /"(.*)" expected (\S+), got answer (\S+)/.exec(line)?.slice(1))).toEqual([
      ['price of the tug', 'berth', 'tug'],
      ['where is the lock', 'unknown', 'lock'],
      ['where is the tug', 'lock', 'tug'],
    ]);
  });

  it('leaves with 0, for the floor is reached', () => {
    expect([run.code, run.err]).toEqual([0, '']);
  });

  it('uses no colour', () => {
    expect(run.out).not.toContain(ESCAPE);
  });
});

describe('evaluate --json --floor 0.61, at an accuracy of 0.6', PATIENCE, () => {
  let run: Run;
  beforeAll(async () => {
    run = await evaluate('--json', '--floor', '0.61');
  }, PATIENCE.timeout);

  it('prints one object with the figures', () => {
    const right = { questions: 3, right: 2, wrong: 1, offered: 0, refused: 0, firstRight: 2 };
    const outside = { questions: 2, right: 0, wrong: 1, offered: 0, refused: 1, firstRight: 0 };
    expect(JSON.parse(run.out)).toEqual({
      inScope: right,
      outOfScope: outside,
      byTopic: { harbour: right, 'out of scope': outside },
      accuracy: 0.6,
      bins: expect.any(Array),
      calibrationError: expect.any(Number),
      conversations: { all: 2, right: 1 },
    });
  });

  it('leaves with 1 and says so on standard error', () => {
    expect([run.code, run.err]).toEqual([1, 'dockmaster: the accuracy 0.600 is below the floor 0.61\n']);
  });
});

describe('evaluate with a file that cannot be read', PATIENCE, () => {
  it('leaves with 2 and names a file that is missing', async () => {
    const path = join(folder, 'missing.yml');
    expect(await runProgram(['evaluate', path, '--knowledge', folder])).toEqual({
      code: 2,
      out: '',
      err: expect.stringContaining(`dockmaster: the file ${path} does not exist`),
    });
  });

  it('leaves with 2 and no stack trace where it is a folder', async () => {
    const run = await runProgram(['evaluate', folder, '--knowledge', folder]);
    expect([run.code, STACK_TRACE.test(run.err)]).toEqual([2, false]);
  });
});

describe('lint', PATIENCE, () => {
  it('prints a line for every rule and leaves with 0 where each is kept', async () => {
    const run = await runProgram(['lint', '--knowledge', folder]);
    expect(run).toEqual({ code: 0, out: `${RULES.map(({ name }) => `ok    ${name}`).join('\n')}\n`, err: '' });
  });

  it('prints the fault below its rule and leaves with 1 where one is broken', async () => {
    const run = await runProgram(['lint', '--knowledge', untipped]);
    const fault = 'fault an entry has a tip\n      harbour/tug.md:1 "tip" expected one sentence for the daily tip, got none\n';
    expect([run.code, run.out.split('\n').length - 1, run.out]).toEqual([1, RULES.length + 1, expect.stringContaining(fault)]);
  });
});
