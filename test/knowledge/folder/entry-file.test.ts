import { describe, expect, it } from 'vitest';
import type { KnowledgeEntry } from '../../../src/core/entry.js';
import { readEntry } from '../../../src/knowledge/folder/entry-file.js';

function read(...lines: string[]): KnowledgeEntry {
  const { entry, faults } = readEntry({ path: 'quays/berth.md', text: lines.join('\n') });
  if (!entry) throw new Error(`expected an entry, got ${JSON.stringify(faults)}`);
  return entry.entry;
}
/** The short answer of an entry with this text. */
const answerOf = (...lines: string[]): string => read('# Where do ships wait?', '', ...lines).answer;

describe('the question', () => {
  it('is the front matter where that has one, also beside a heading', () => {
    expect(read('---', 'question: Who waits?', '---', '# Waiting', '', 'Ships.').question).toBe('Who waits?');
  });

  it('is the heading below a front matter without a question', () => {
    expect(read('---', 'tip: Wait.', '---', '', '# Who waits?', '', 'Ships.').question).toBe('Who waits?');
  });

  it('is the plain text of a heading with marks', () => {
    expect(read('# Who *waits* at `berth 1`?', '', 'Ships.').question).toBe('Who waits at berth 1?');
  });

  it('may be underlined in place of a number sign', () => {
    expect(read('Who waits?', '==========', '', 'Ships.').question).toBe('Who waits?');
  });
});

describe('the front matter', () => {
  it('gives all its fields', () => {
    const entry = read(
      '---',
      'question: Who waits?',
      'phrasings: [waiting ships]',
      'claims: [d1-wait]',
      'references: [https://example.org/a, http://example.org/b]',
      'followUps: [crane]',
      'tip: Ships wait.',
      '---',
      'Ships.',
    );
    expect(entry).toEqual({
      id: 'berth',
      topic: 'quays',
      question: 'Who waits?',
      phrasings: ['waiting ships'],
      answer: 'Ships.',
      layers: {},
      claims: ['d1-wait'],
      references: ['https://example.org/a', 'http://example.org/b'],
      followUps: ['crane'],
      tip: 'Ships wait.',
      place: { file: 'quays/berth.md', line: 1 },
    });
  });

  it('may be empty', () => {
    expect(read('---', '---', '# Who waits?', '', 'Ships.').answer).toBe('Ships.');
  });

  it('may hold nothing but a remark', () => {
    expect(read('---', '# later', '---', '# Who waits?', '', 'Ships.').answer).toBe('Ships.');
  });

  it('ends at its second line of dashes: a rule in the text stays', () => {
    expect(read('---', 'question: Who waits?', '---', 'Ships.', '', '---', '', 'Boats.').answer).toBe('Ships.\n\n---\n\nBoats.');
  });
});

describe('the sections', () => {
  it('called Why, Example and Pitfalls are the layers, whatever their case and order', () => {
    const { answer, layers } = read('# Q?', '', 'Ships.', '', '## PITFALLS', 'Wind.', '## Why', 'Room.', '## example', 'One.');
    expect({ answer, layers }).toEqual({ answer: 'Ships.', layers: { why: 'Room.', example: 'One.', pitfalls: 'Wind.' } });
  });

  it('that are empty are no layers', () => {
    expect(read('# Q?', '', 'Ships.', '', '## Why', '', '## Example', 'One.').layers).toEqual({ example: 'One.' });
  });

  it('with another heading keep their heading and their text in the layer "why"', () => {
    const { why } = read('# Q?', '', 'Ships.', '', '## History', 'Old quays.').layers;
    expect(why).toMatch(/^\W*History\W*\nOld quays\.$/);
  });

  it('with another heading stand after the reasons that were there before', () => {
    const { why } = read('# Q?', '', 'Ships.', '', '## Why', 'Room.', '', '## History', 'Old quays.').layers;
    expect(why).toMatch(/^Room\.\n\n\W*History\W*\nOld quays\.$/);
  });

  it('of a lower level stay where they are', () => {
    expect(read('# Q?', '', 'Ships.', '', '### Boats', '', 'Too.').answer).toBe('Ships.\n\n### Boats\n\nToo.');
  });

  it('begin at headings, not at number signs in a code block', () => {
    expect(answerOf('Run:', '', '```sh', '## Why', 'dock --all', '```')).toBe('Run:\n\n```sh\n## Why\ndock --all\n```');
  });

  it('give the answer where no text stands before the first of them', () => {
    const { answer, layers } = read('# Q?', '', '## Example', 'One.', '## Why', 'Room.');
    expect({ answer, layers }).toEqual({ answer: 'One.', layers: { why: 'Room.' } });
  });
});

describe('the text', () => {
  it('has its paragraphs unwrapped', () => {
    expect(answerOf('Ships wait', 'at the berth', 'until noon.', '', 'Then they', 'leave.')).toBe(
      'Ships wait at the berth until noon.\n\nThen they leave.',
    );
  });

  it('keeps a hard line break', () => {
    expect(answerOf('Berth 1  ', 'Berth 2\\', 'Berth 3')).toBe('Berth 1  \nBerth 2\\\nBerth 3');
  });

  it('keeps the lines of a code block', () => {
    expect(answerOf('Run:', '', '```sh', 'dock a', '  dock b', '', 'dock c', '```')).toBe('Run:\n\n```sh\ndock a\n  dock b\n\ndock c\n```');
  });

  it('keeps the lines of an indented code block', () => {
    expect(answerOf('Run:', '', '    dock a', '    dock b', '', 'Done.')).toBe('Run:\n\n    dock a\n    dock b\n\nDone.');
  });

  it('keeps the items of a list and unwraps each', () => {
    expect(answerOf('Bring:', '', '- a rope', '  of hemp', '- an anchor', '  - a chain', '    of iron')).toBe(
      'Bring:\n\n- a rope of hemp\n- an anchor\n  - a chain of iron',
    );
  });

  it('keeps a list with numbers', () => {
    expect(answerOf('1. Slow', '   down.', '2. Stop.')).toBe('1. Slow down.\n2. Stop.');
  });

  it('keeps a code block inside a list item', () => {
    const lines = ['1. Run this', '   now:', '', '   ```sh', '   dock a', '   dock b', '   ```'];
    expect(answerOf(...lines)).toBe('1. Run this now:\n\n   ```sh\n   dock a\n   dock b\n   ```');
  });

  it('unwraps a quotation without its marks in between', () => {
    expect(answerOf('> Ships wait', '> at the berth.')).toBe('> Ships wait at the berth.');
  });

  it('keeps the rows of a table', () => {
    const rows = ['| Berth | Ship |', '| ----- | ---- |', '| 1     | Ada  |', '| 2     | Bea  |'];
    expect(answerOf('Today:', '', ...rows)).toBe(`Today:\n\n${rows.join('\n')}`);
  });
});
