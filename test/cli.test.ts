/** The built program: arguments in, text and exit code out. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HARBOUR, harbourEntry } from './support/harbour.js';
import { removeFolder, writeFolder } from './support/knowledge-folder.js';
import { ESCAPE, type Run, runProgram } from './support/program.js';

/** A first run trains the model of the folder; only a program that hangs takes that long. */
const PATIENCE = { timeout: 60_000 };

const folder = writeFolder(HARBOUR);
afterAll(() => removeFolder(folder));

describe('ask', PATIENCE, () => {
  let run: Run;
  beforeAll(async () => {
    run = await runProgram(['ask', '--knowledge', folder, 'where', 'is', 'the', 'berth'], { env: { NO_COLOR: '1' } });
  }, PATIENCE.timeout);

  it('answers the words of its arguments as one question', () => {
    expect(run.out.split('\n\n').slice(0, 2)).toEqual(['What is the berth?', 'The berth is there.']);
  });

  it('numbers the follow-ups', () => {
    expect(run.out).toContain('  1. What is the crane?\n  2. What is the dock?\n');
  });

  it('names the source', () => {
    expect(run.out).toMatch(/^Source: The plan, section "Berths"/m);
  });

  it('leaves with 0', () => {
    expect(run.code).toBe(0);
  });

  it('writes nothing to standard error', () => {
    expect(run.err).toBe('');
  });

  it('uses no colour with NO_COLOR', () => {
    expect(run.out).not.toContain(ESCAPE);
  });

  it('leaves with 0 also where it does not know', async () => {
    const refused = await runProgram(['ask', '--knowledge', folder, 'when does the train leave']);
    expect([refused.code, refused.out]).toEqual([0, expect.stringMatching(/^I don't know/)]);
  });
});

describe('ask --json --top 2 --stats', PATIENCE, () => {
  let run: Run;
  beforeAll(async () => {
    run = await runProgram(['ask', '--json', '--top', '2', '--stats', 'where is the berth'], { env: { KNOWLEDGE_DIR: folder } });
  }, PATIENCE.timeout);

  it('prints one object on one line', () => {
    expect(run.out).toMatch(/^\{[^\n]*\}\n$/);
  });

  it('has the fields of the contract', () => {
    expect(JSON.parse(run.out)).toEqual({
      ...{ id: expect.any(String), turn: 0, question: 'where is the berth', kind: 'answer', entry: 'berth' },
      confidence: expect.any(Number),
      candidates: [
        { entry: 'berth', confidence: expect.any(Number) },
        { entry: expect.any(String), confidence: expect.any(Number) },
      ],
      text: expect.stringMatching(/^The berth is there\.\n\nSource: /),
      followUps: [
        { entry: 'crane', label: 'What is the crane?' },
        { entry: 'dock', label: 'What is the dock?' },
      ],
      claims: ['d1-berth', 'd1-room'],
      ms: expect.any(Number),
    });
  });

  it('prints one line of figures to standard error', () => {
    expect(JSON.parse(run.err)).toEqual({
      ...{ entries: 7, phrasings: 77, questions: 1 },
      ...{ loadMs: expect.any(Number), p50Ms: expect.any(Number), p99Ms: expect.any(Number), rssMb: expect.any(Number) },
    });
  });

  it('leaves with 0', () => {
    expect(run.code).toBe(0);
  });
});

const MISUSES: readonly (readonly [string, readonly string[], RegExp])[] = [
  ['an unknown option', ['ask', '--bogus', 'where'], /^dockmaster: .*--bogus/],
  ['an unknown command', ['asks', 'where'], /^dockmaster: .*asks/],
  ['a missing question', ['ask', '--json'], /^dockmaster: expected a question/],
  ['a question beside a file of questions', ['ask', '--jsonl', '-', 'where'], /^dockmaster: expected a question or --jsonl/],
  ['no candidates', ['ask', '--top', '0', 'where'], /^dockmaster: .*--top.*'0'/],
  ['a missing file of labelled questions', ['evaluate'], /^dockmaster: .*file/],
  ['a floor above 1', ['evaluate', 'asked.yml', '--floor', '2'], /^dockmaster: .*--floor.*'2'/],
  ['nothing at all, which gives the help', [], /^Usage: dockmaster/],
];

describe.concurrent('arguments that are wrong', PATIENCE, () => {
  it.each(MISUSES)('leave with 2 and a sentence on standard error: %s', async (_, args, reason) => {
    const { code, out, err } = await runProgram(args, { env: { KNOWLEDGE_DIR: folder } });
    expect({ code, out, err }).toEqual({ code: 2, out: '', err: expect.stringMatching(reason) });
  });
});

describe.concurrent('--help', PATIENCE, () => {
  it('lists the commands and leaves with 0', async () => {
    const { code, out } = await runProgram(['--help']);
    expect([code, ...['ask', 'chat', 'lint', 'evaluate'].filter((name) => !out.includes(`\n  ${name} `))]).toEqual([0]);
  });

  it('of a command lists its options', async () => {
    const { out } = await runProgram(['ask', '--help']);
    expect(['--json ', '--jsonl ', '--top ', '--knowledge ', '--stats '].filter((option) => !out.includes(`\n  ${option}`))).toEqual([]);
  });
});

describe.concurrent('a knowledge folder that does not load', PATIENCE, () => {
  const broken = writeFolder({
    ...HARBOUR,
    ...harbourEntry('tug', { followUps: '[nowhere, dock]' }),
    'harbour/wall.md': 'No heading.\n',
  });
  afterAll(() => removeFolder(broken));

  it('is named where it is missing', async () => {
    const run = await runProgram(['ask', '--knowledge', '/nowhere/harbour', 'where is the berth']);
    expect(run).toEqual({ code: 2, out: '', err: 'dockmaster: the knowledge folder /nowhere/harbour does not exist\n' });
  });

  it('is refused with every reason, with file and line, and nothing else', async () => {
    const reasons = [
      `dockmaster: the knowledge folder ${broken} has 2 faults:`,
      '  harbour/tug.md:4 "followUps[0]" expected the id of an entry, got "nowhere"',
      '  harbour/wall.md:1 "question" expected a question in the front matter or as # heading, got nothing',
      '',
    ];
    expect(await runProgram(['ask', 'where is the berth', '--knowledge', broken])).toEqual({ code: 2, out: '', err: reasons.join('\n') });
  });
});

describe('an environment with a fault', PATIENCE, () => {
  it('leaves with 2 and names the variable', async () => {
    const run = await runProgram(['ask', 'where is the berth'], { env: { HTTP_PORT: 'eighty' } });
    expect([run.code, run.out, run.err]).toEqual([2, '', expect.stringContaining('HTTP_PORT: expected a port')]);
  });
});
