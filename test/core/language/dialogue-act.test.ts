import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDialogueReader, type DialogueAct } from '../../../src/core/language/dialogue-act.js';
import { loadKnowledge } from '../../../src/knowledge/folder/load.js';
import { KNOWLEDGE_DIR } from '../../support/engine.js';

/** A line that somebody wrote to the bot, with what the bot should do; several where any of them is right. */
interface Line {
  readonly text: string;
  readonly reply: string;
  /** Of a correction, what is left of it. */
  readonly question?: string;
}

const linesOf = (file: string): Line[] =>
  readFileSync(join(import.meta.dirname, 'lines', file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

/** What the acts come to, in the words of the lines. */
const REPLIES: Readonly<Record<DialogueAct['kind'], string>> = {
  courtesy: 'courtesy',
  acknowledgement: 'silence',
  affirmation: 'silence',
  clarification: 'why',
  rejection: 'dislike',
  correction: 'reads',
  question: 'answer',
};

const read = createDialogueReader('Dockmaster');

describe.each(['asks-nothing.jsonl'])('the lines of %s', (file) => {
  it.each(linesOf(file))('get what they should: $text', ({ text, reply, question }) => {
    const act = read(text);
    expect(reply.split('|')).toContain(REPLIES[act.kind]);
    if (question !== undefined) expect(act).toEqual({ kind: 'correction', question });
  });
});

describe.each(['asks-all-the-same.jsonl'])('the lines of %s', (file) => {
  it.each(linesOf(file))('are questions: $text', ({ text }) => {
    expect(read(text)).toEqual({ kind: 'question' });
  });
});

describe('the questions of the knowledge', () => {
  it('are questions, whatever words of thanks and success stand in them', () => {
    const { entries, notCovered } = loadKnowledge(KNOWLEDGE_DIR);
    const asked = [
      ...entries.flatMap(({ question, phrasings }) => [question, ...phrasings]),
      ...notCovered.flatMap(({ questions }) => questions),
    ];
    // One in four is plenty for the time it takes.
    expect(asked.filter((text, i) => i % 4 === 0 && read(text).kind !== 'question')).toEqual([]);
  });
});

describe('a message without words', () => {
  it.each(['?', '???', '\u2753?'])('asks for the last answer in other words: %s', (text) => expect(read(text).kind).toBe('clarification'));
  it.each(['👍', '🐳🐳', '<:wave:123456789012345678>', ':)', '!', '...', '\u200b'])('needs nothing back: %s', (text) =>
    expect(read(text).kind).toBe('acknowledgement'),
  );
  it('is a question where there is nothing at all, for its place to say what', () => {
    expect(read('').kind).toBe('question');
  });
  it('is told that links are not opened, unless it is a moving picture', () => {
    expect(read('https://example.org/docker-desktop-mac')).toMatchObject({ kind: 'courtesy', text: expect.stringContaining('links') });
    expect(read('https://tenor.com/view/whale-dance-gif-1').kind).toBe('acknowledgement');
    expect(read('https://example.org/a.gif https://example.org/b').kind).toBe('courtesy');
  });
});

describe('what is picked from an offer', () => {
  it.each(['1', '2', '3'])('is no courtesy: %s', (text) => expect(read(text).kind).toBe('question'));
  it('is not meant by a vote', () => {
    expect([read('+1').kind, read('-1').kind]).toEqual(['acknowledgement', 'rejection']);
  });
});

describe('the name of the bot', () => {
  it('belongs to a greeting, whatever it is', () => {
    expect(createDialogueReader('Harbour Help')('thx harbour help, you rock').kind).toBe('courtesy');
    expect(createDialogueReader('Other')('hi harbour help').kind).toBe('question');
  });
});

// What blows up does not end within the time a test has.
describe('long and hostile input', () => {
  it.each([
    ['praise over and over, and then something else', `${'so the that it is just so very '.repeat(6)}x`],
    ['success that may be cut in many ways', `${'so now it works and it all works '.repeat(5)}x`],
    ['a correction that never comes', `no ${'i mean '.repeat(2_000)}`],
    ['spaces without end', `no,${' '.repeat(100_000)}x`],
    ['stars', '*'.repeat(100_000)],
    ['links', 'https://a '.repeat(10_000)],
    ['a million letters', 'a'.repeat(1_000_000)],
  ])('ends: %s', (_what, text) => {
    expect(read(text).kind).toEqual(expect.any(String));
  });
});
