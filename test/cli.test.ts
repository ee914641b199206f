/** The built program: arguments in, text and exit code out. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HARBOUR, harbourEntry } from './support/harbour.js';
import { removeFolder, withFolder, writeFolder } from './support/knowledge-folder.js';
import { ESCAPE, type Run, runProgram, STACK_TRACE } from './support/program.js';

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
  ['an unknown option', ['ask', '--bogus', 'where'], /--bogus/],
  ['an unknown command', ['asks', 'where'], /asks/],
  ['a missing question', ['ask'], /expected a question/],
  ['a question beside a file of questions', ['ask', '--jsonl', '-', 'where'], /expected a question or --jsonl/],
  ['no candidates', ['ask', '--top', '0', 'where'], /--top.*'0'/],
  ['candidates that are no number', ['ask', '--top', 'all', 'where'], /--top.*'all'/],
  ['an option without its value', ['ask', 'where', '--knowledge'], /--knowledge/],
  ['a missing file of labelled questions', ['evaluate'], /file/],
  ['a floor above 1', ['evaluate', 'asked.yml', '--floor', '2'], /--floor.*'2'/],
  ['a floor that is no number', ['evaluate', 'asked.yml', '--floor', ''], /--floor/],
];

describe('arguments that are wrong', PATIENCE, () => {
  it.each(MISUSES)('leave with 2 and a sentence on standard error: %s', async (_, args, reason) => {
    const { code, out, err } = await runProgram(args, { env: { KNOWLEDGE_DIR: folder } });
    expect({ code, out, err }).toEqual({ code: 2, out: '', err: expect.stringMatching(reason) });
  });

  it('begin their sentence with the name of the program', async () => {
    expect((await runProgram(['ask'])).err).toMatch(/^dockmaster: /);
  });

  it('give the help on standard error where there are none', async () => {
    const { code, out, err } = await runProgram([]);
    expect({ code, out, err }).toEqual({ code: 2, out: '', err: expect.stringMatching(/^Usage: dockmaster/) });
  });
});

describe('--help', PATIENCE, () => {
  it('lists the commands and leaves with 0', async () => {
    const { code, out } = await runProgram(['--help']);
    expect([code, ...['ask', 'chat', 'lint', 'evaluate'].filter((name) => !out.includes(`\n  ${name} `))]).toEqual([0]);
  });

  it('of a command lists its options', async () => {
    const { out } = await runProgram(['ask', '--help']);
    expect(['--json ', '--jsonl ', '--top ', '--knowledge ', '--stats '].filter((option) => !out.includes(`\n  ${option}`))).toEqual([]);
  });
});

describe('a knowledge folder that does not load', PATIENCE, () => {
  it('is named where it is missing', async () => {
    const run = await runProgram(['ask', '--knowledge', '/nowhere/harbour', 'where is the berth']);
    expect(run).toEqual({ code: 2, out: '', err: 'dockmaster: the knowledge folder /nowhere/harbour does not exist\n' });
  });

  it('is named where it is empty', async () => {
    const run = await withFolderAsync({}, (empty) => runProgram(['chat', '--knowledge', empty]));
    expect([run.code, run.err]).toEqual([2, expect.stringContaining('expected at least one entry (a Markdown file), got none')]);
  });

  const broken = {
    ...HARBOUR,
    ...harbourEntry('tug', { followUps: '[nowhere, dock]' }),
    'harbour/wall.md': 'No heading.\n',
  };
  const reasons = [
    '  harbour/tug.md:4 "followUps[0]" expected the id of an entry, got "nowhere"',
    '  harbour/wall.md:1 "question" expected a question in the front matter or as # heading, got nothing',
  ];

  it.each(['ask', 'chat', 'lint', 'evaluate'])('leaves %s with 2 and every reason with file and line', async (command) => {
    const run = await withFolderAsync(broken, (bad) => runProgram([command, ...(command === 'chat' || command === 'lint' ? [] : ['x']), '--knowledge', bad]));
    expect([run.code, run.out, ...run.err.trimEnd().split('\n').slice(1)]).toEqual([2, '', ...reasons]);
  });

  it('is reported without a stack trace', async () => {
    const run = await withFolderAsync(broken, (bad) => runProgram(['lint', '--knowledge', bad]));
    expect(run.err).not.toMatch(STACK_TRACE);
  });
});

/** As `withFolder`, for what takes a while. */
async function withFolderAsync(files: Parameters<typeof withFolder>[0], use: (path: string) => Promise<Run>): Promise<Run> {
  const path = writeFolder(files);
  try {
    return await use(path);
  } finally {
    removeFolder(path);
  }
}

describe('an environment with a fault', PATIENCE, () => {
  it('leaves with 2 and names the variable', async () => {
    const run = await runProgram(['ask', 'where is the berth'], { env: { KNOWLEDGE_DIR: ' ' } });
    expect([run.code, run.out, run.err]).toEqual([2, '', expect.stringContaining('KNOWLEDGE_DIR: expected a folder')]);
  });
});
