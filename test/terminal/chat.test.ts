/** `chat` of the built program, with its input from a pipe. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HARBOUR } from '../support/harbour.js';
import { removeFolder, writeFolder } from '../support/knowledge-folder.js';
import { ESCAPE, type Run, runProgram } from '../support/program.js';

const PATIENCE = { timeout: 60_000 };
const folder = writeFolder(HARBOUR);
afterAll(() => removeFolder(folder));
const chat = (...lines: string[]): Promise<Run> => runProgram(['chat', '--knowledge', folder], { input: lines.join('\n') });

describe('a conversation from a pipe', PATIENCE, () => {
  let run: Run;
  /** What stands below each line of the input. */
  const below = (line: string): string => run.out.split(`\n> ${line}\n`)[1]?.split('\n> ')[0]?.trim() ?? '';
  beforeAll(async () => {
    run = await chat('where is the berth', '', '2', 'hello', 'topics', 'help');
  }, PATIENCE.timeout);

  it('begins with how much there is to ask, and an example', () => {
    expect(run.out).toMatch(/^Dockmaster knows 7 answers\. .*What is the berth\?/);
  });

  it('answers a question', () => {
    expect(below('where is the berth').split('\n\n').slice(0, 2)).toEqual(['What is the berth?', 'The berth is there.']);
  });

  it('picks the follow-up with the number that is typed', () => {
    expect(below('2').split('\n\n').slice(0, 2)).toEqual(['What is the dock?', 'The dock is there.']);
  });

  it('gives a courtesy back', () => {
    expect(below('hello')).toBe('Hello! What would you like to know?');
  });

  it('lists the questions by topic', () => {
    const names = ['berth', 'crane', 'dock', 'lock', 'pilot', 'quay', 'tug'];
    expect(below('topics')).toBe(['Harbour', ...names.map((name) => `  - What is the ${name}?`)].join('\n'));
  });

  it('says how to leave', () => {
    expect(below('help')).toContain('"quit" or Ctrl-D leaves');
  });

  it('leaves with 0 at the end of the input', () => {
    expect([run.code, run.err]).toEqual([0, '']);
  });

  it('uses no colour', () => {
    expect(run.out).not.toContain(ESCAPE);
  });

  it('leaves with 0 at "quit" and answers nothing after it', async () => {
    const left = await chat('quit', 'where is the berth');
    expect([left.code, left.out.includes('The berth is there.')]).toEqual([0, false]);
  });
});
