/** `ask --jsonl` of the built program: a file of questions in, a line of JSON for each turn out. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HARBOUR } from '../support/harbour.js';
import { removeFolder, writeFolder } from '../support/knowledge-folder.js';
import { type Run, runProgram, STACK_TRACE } from '../support/program.js';

const PATIENCE = { timeout: 60_000 };

const LINES = [
  '{"id":"a","question":"where is the berth"}',
  'where is the berth',
  '',
  '{"id":"b","turns":["where is the crane","1"]}',
  '{"id":"c"}',
  '{"question":"where is the berth"}',
  '["a","where is the berth"]',
  '{"id":"d","turns":[]}',
  '{"id":"e","turns":["where is the berth",5]}',
  '{"id":"f","question":"hello"}',
  '{"id":"g","question":"when does the train leave"}',
];
/** A line that cannot be read. */
const unreadable = (line: number): object => ({ id: null, line, error: expect.stringMatching(/expected/) });
const answered = (id: string, turn: number, question: string, entry: string): object =>
  expect.objectContaining({ id, turn, question, kind: 'answer', entry });

const folder = writeFolder({ ...HARBOUR, 'asked.jsonl': LINES.join('\n'), 'good.jsonl': `${LINES[0]}\n${LINES[3]}\n` });
afterAll(() => removeFolder(folder));
const ask = (file: string, input?: string, ...options: string[]): Promise<Run> =>
  runProgram(['ask', '--knowledge', folder, '--jsonl', file, ...options], input === undefined ? {} : { input });
const objects = ({ out }: Run): Record<string, unknown>[] =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('a file of questions with lines that cannot be read', PATIENCE, () => {
  let run: Run;
  beforeAll(async () => {
    run = await ask(join(folder, 'asked.jsonl'), undefined, '--stats');
  }, PATIENCE.timeout);

  it('gives a line for each turn and for each bad line, in the order of the file', () => {
    expect(objects(run)).toEqual([
      answered('a', 0, 'where is the berth', 'berth'),
      unreadable(2),
      answered('b', 0, 'where is the crane', 'crane'),
      answered('b', 1, '1', 'dock'),
      ...[5, 6, 7, 8, 9].map(unreadable),
      expect.objectContaining({ id: 'f', turn: 0, kind: 'chat', entry: null, confidence: 0, candidates: [] }),
      expect.objectContaining({ id: 'g', turn: 0, kind: 'unknown', entry: null }),
    ]);
  });

  it('leaves with 1', () => {
    expect(run.code).toBe(1);
  });

  it('has five candidates where nothing else is asked for, best first', () => {
    const candidates = objects(run)[0]?.candidates as { entry: string; confidence: number }[];
    const confidences = candidates.map(({ confidence }) => confidence);
    expect([candidates.length, candidates[0]?.entry, confidences]).toEqual([5, 'berth', [...confidences].sort((a, b) => b - a)]);
  });

  it('counts every turn among the questions of --stats', () => {
    expect(JSON.parse(run.err)).toMatchObject({ entries: 7, phrasings: 77, questions: 5 });
  });

  it('gives the same from standard input with CRLF line ends', async () => {
    const timeless = (lines: Record<string, unknown>[]): object[] => lines.map(({ ms, ...line }) => line);
    const piped = await ask('-', LINES.join('\r\n'));
    expect([piped.code, timeless(objects(piped))]).toEqual([1, timeless(objects(run))]);
  });
});

describe('a file of questions', PATIENCE, () => {
  it('leaves with 0 where every line can be read, and obeys --top', async () => {
    const run = await ask(join(folder, 'good.jsonl'), undefined, '--top', '1');
    expect([run.code, ...objects(run).map(({ candidates }) => (candidates as unknown[]).length)]).toEqual([0, 1, 1, 1]);
  });

  it('is named where it is missing, with exit code 2 and without a stack trace', async () => {
    const run = await ask(join(folder, 'missing.jsonl'));
    expect([run.code, run.out, STACK_TRACE.test(run.err), run.err]).toEqual([2, '', false, expect.stringContaining('missing.jsonl')]);
  });

  it('ends without a stack trace where nobody reads the output to its end', async () => {
    const run = await runProgram(['ask', '--knowledge', folder, '--jsonl', join(folder, 'good.jsonl')], { closeOutput: true });
    expect(run.err).not.toMatch(STACK_TRACE);
  });
});
