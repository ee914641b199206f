/** Every fault of a knowledge folder, as a curator reads it. */
import { describe, expect, it } from 'vitest';
import { formatFault, KnowledgeError } from '../../../src/knowledge/folder/faults.js';
import { loadKnowledge } from '../../../src/knowledge/folder/load.js';
import { entryText, type Files, withFolder } from '../../support/knowledge-folder.js';

function errorOf(files: Files): KnowledgeError {
  return withFolder(files, (folder) => {
    try {
      loadKnowledge(folder);
    } catch (error) {
      if (error instanceof KnowledgeError) return error;
      throw error;
    }
    throw new Error('expected the folder not to load');
  });
}
const faultsOf = (files: Files): string[] => errorOf(files).faults.map(formatFault);

/** An entry whose question is its heading: the first field stands in line 2. */
const headed = (...fields: string[]): string => entryText(fields, '# Where do ships wait?\n\nAt the berth.');
const BERTH = headed();
const CRANE = '# What lifts the boxes?\n\nA crane.\n';
const NO_MORE = 'characters (Discord shows no more)';
const A_LINK = 'a link that begins with http:// or https://';
/** Values are shown with their quotation mark and cut at 60 characters. */
const shown = (letter: string): string => `"${letter.repeat(59)}…`;

interface Case {
  readonly name: string;
  readonly files: Files;
  readonly fault: string;
}
const oneEntry = (name: string, text: string, fault: string): Case => ({ name, files: { 'berth.md': text }, fault: `berth.md:${fault}` });

const ENTRY_CASES: readonly Case[] = [
  oneEntry('no question', 'At the berth.\n', '1 "question" expected a question in the front matter or as # heading, got nothing'),
  oneEntry(
    'no text below a heading',
    '# Where do ships wait?\n',
    '1 "text" expected an answer below the front matter or the heading, got nothing',
  ),
  oneEntry(
    'no text below the front matter',
    '---\nquestion: Where do ships wait?\n---\n',
    '4 "text" expected an answer below the front matter or the heading, got nothing',
  ),
  oneEntry('an empty question', entryText(['tip: Wait.', 'question: ""']), '3 "question" expected a text that is not empty, got ""'),
  oneEntry(
    'a question longer than Discord shows',
    entryText([`question: ${'q'.repeat(257)}`]),
    `2 "question" expected at most 256 ${NO_MORE}, got ${shown('q')}`,
  ),
  oneEntry(
    'a heading longer than Discord shows',
    entryText(['tip: Wait.'], `\n# ${'q'.repeat(257)}\n\nAt the berth.`),
    `5 "question" expected at most 256 ${NO_MORE}, got ${shown('q')}`,
  ),
  oneEntry(
    'a text longer than Discord shows',
    entryText(['question: Where do ships wait?'], 't'.repeat(4_097)),
    `4 "text" expected at most 4,096 ${NO_MORE}, got "4097 characters"`,
  ),
  oneEntry(
    'a layer longer than Discord shows',
    entryText(['question: Where do ships wait?'], `At the berth.\n\n## Pitfalls\n${'t'.repeat(4_097)}`),
    `6 "pitfalls" expected at most 4,096 ${NO_MORE}, got "4097 characters"`,
  ),
  oneEntry(
    'a reference of another protocol',
    headed('references:', '  - https://example.org/a', '  - ftp://example.org/b'),
    `4 "references[1]" expected ${A_LINK}, got "ftp://example.org/b"`,
  ),
  oneEntry('a reference that is no link', headed('references: [example.org]'), `2 "references[0]" expected ${A_LINK}, got "example.org"`),
  oneEntry('a Markdown link into the folder', `${BERTH}\nSee [the crane](crane.md).\n`, `7 "link" expected ${A_LINK}, got "crane.md"`),
  oneEntry(
    'a Markdown link that runs a script',
    `${BERTH}\n[x](javascript:alert(1))\n`,
    `7 "link" expected ${A_LINK}, got "javascript:alert(1)"`,
  ),
  oneEntry('a picture that is a file', `${BERTH}\n![plan](plan.png)\n`, `7 "link" expected ${A_LINK}, got "plan.png"`),
  oneEntry('a link defined elsewhere', `${BERTH}\nSee [plan].\n\n[plan]: plan.md\n`, `9 "link" expected ${A_LINK}, got "plan.md"`),
  oneEntry('an unknown field', headed('tip: Wait.', 'author: Kim'), '3 "author" expected one of the known fields, got "author"'),
  oneEntry(
    'an unknown field beside a question in the front matter',
    entryText(['question: Where do ships wait?', 'author: Kim']),
    '3 "author" expected one of the known fields, got "author"',
  ),
  oneEntry('bad YAML', headed('tip: Wait.', 'tip: Go.'), '3 "(YAML)" expected well-formed YAML, got Map keys must be unique'),
  oneEntry(
    'bad YAML beside a question in the front matter',
    entryText(['question: Where do ships wait?', 'tip: Wait.', 'tip: Go.']),
    '4 "(YAML)" expected well-formed YAML, got Map keys must be unique',
  ),
  oneEntry('a text where a list belongs', headed('phrasings: waiting'), '2 "phrasings" expected a list of phrasings, got "waiting"'),
  oneEntry('an empty phrasing', headed('phrasings:', '  - ""'), '3 "phrasings[0]" expected a text that is not empty, got ""'),
  oneEntry('a number where a phrasing belongs', headed('phrasings: [a b, 5]'), '2 "phrasings[1]" expected a text, got 5'),
  oneEntry('an empty tip', headed('tip: " "'), '2 "tip" expected a text that is not empty, got " "'),
  oneEntry('a list as front matter', headed('- berth'), '2 "(file)" expected fields with values, got ["berth"]'),
  {
    name: 'a file name that is no id',
    files: { 'Berth 1.md': BERTH },
    fault: 'Berth 1.md:1 "(file name)" expected an id of a-z, 0-9 and "-", at most 64 characters, got "Berth 1"',
  },
  {
    name: 'a file that is not UTF-8',
    files: { 'berth.md': Buffer.from('# Where do ships wait?\n\nIn the b\u00fcrth.\n', 'latin1') },
    fault: 'berth.md:3 "(file)" expected UTF-8 text, got bytes that are not UTF-8',
  },
  {
    name: 'a file that ends inside a character',
    files: { 'berth.md': Buffer.from('# Where do ships wait?\nHere \u00fc').subarray(0, -1) },
    fault: 'berth.md:2 "(file)" expected UTF-8 text, got bytes that are not UTF-8',
  },
  {
    name: 'a line in a file with CRLF line ends',
    files: { 'berth.md': headed('tip: Wait.', 'author: Kim').replaceAll('\n', '\r\n') },
    fault: 'berth.md:3 "author" expected one of the known fields, got "author"',
  },
];

const asks = (question: string, ...fields: string[]): string => entryText([`question: ${question}`, ...fields]);
const NO_OTHER = 'a phrasing that no other entry has';

const FOLDER_CASES: readonly Case[] = [
  { name: 'an empty folder', files: {}, fault: '.:1 "(folder)" expected at least one entry (a Markdown file), got none' },
  {
    name: 'a folder with nothing but a README',
    files: { 'README.md': '# Entries\n\nGo here.\n' },
    fault: '.:1 "(folder)" expected at least one entry (a Markdown file), got none',
  },
  {
    name: 'an id used twice',
    files: { 'east/berth.md': BERTH, 'west/berth.md': CRANE },
    fault: 'west/berth.md:1 "(file name)" expected an id used once, got "berth", already the id of east/berth.md',
  },
  {
    name: 'an index.md whose folder has the name of an entry',
    files: { 'berth.md': BERTH, 'berth/index.md': CRANE },
    fault: 'berth/index.md:1 "(file name)" expected an id used once, got "berth", already the id of berth.md',
  },
  {
    name: 'a phrasing of two entries, whatever its case and punctuation',
    files: {
      'a.md': asks('Who waits?', 'phrasings: [is it free?]'),
      'b.md': asks('Who lifts?', 'phrasings:', '  - lift', '  - Is it FREE'),
    },
    fault: `b.md:5 "phrasings[1]" expected ${NO_OTHER}, got "Is it FREE", also in a.md`,
  },
  {
    name: 'a question that is a phrasing of another entry',
    files: { 'a.md': asks('Who waits?'), 'b.md': asks('Who lifts?', 'phrasings: [who waits]') },
    fault: `b.md:3 "phrasings[0]" expected ${NO_OTHER}, got "who waits", also in a.md`,
  },
  {
    name: 'a question of two entries',
    files: { 'a.md': asks('Who waits?'), 'b.md': entryText(['tip: Wait.', 'question: Who waits'], 'Ships.') },
    fault: `b.md:3 "question" expected ${NO_OTHER}, got "Who waits", also in a.md`,
  },
  {
    name: 'a heading that is the question of another entry',
    files: { 'a.md': asks('Who waits?'), 'b.md': entryText(['tip: Wait.'], '\n# Who waits?\n\nShips.') },
    fault: `b.md:5 "question" expected ${NO_OTHER}, got "Who waits?", also in a.md`,
  },
  {
    name: 'a phrasing in phrasings/ that another entry has',
    files: { 'a.md': asks('Who waits?'), 'b.md': asks('Who lifts?'), 'phrasings/more.yml': 'b:\n  - lift\n  - who waits\n' },
    fault: `phrasings/more.yml:3 "b[1]" expected ${NO_OTHER}, got "who waits", also in a.md`,
  },
  {
    name: 'a phrasing of two files in phrasings/ for two entries',
    files: {
      'a.md': asks('Who waits?'),
      'b.md': asks('Who lifts?'),
      'phrasings/x.yml': 'a: [at work]\n',
      'phrasings/y.yml': 'b: [at work]\n',
    },
    fault: `phrasings/y.yml:1 "b[0]" expected ${NO_OTHER}, got "at work", also in phrasings/x.yml`,
  },
  {
    name: 'phrasings of an entry that does not exist',
    files: { 'berth.md': BERTH, 'phrasings/more.yml': 'berth: [ship parking]\nquay: [long wall]\n' },
    fault: 'phrasings/more.yml:2 "quay" expected the id of an entry, got "quay"',
  },
  {
    name: 'a list as file of phrasings',
    files: { 'berth.md': BERTH, 'phrasings/more.yml': '- ship parking\n' },
    fault: 'phrasings/more.yml:1 "(file)" expected entry ids with lists of phrasings, got ["ship parking"]',
  },
  {
    name: 'a follow-up that is no entry',
    files: { 'berth.md': headed('followUps:', '  - crane', '  - nowhere'), 'crane.md': CRANE },
    fault: 'berth.md:4 "followUps[1]" expected the id of an entry, got "nowhere"',
  },
  {
    name: 'a follow-up to the entry itself',
    files: { 'berth.md': headed('followUps: [berth]') },
    fault: 'berth.md:2 "followUps[0]" expected another entry, got the entry itself',
  },
  {
    name: 'a claim that no document has',
    files: { 'berth.md': headed('tip: Wait.', 'claims: [d9-none]') },
    fault: 'berth.md:3 "claims[0]" expected the id of a claim in documents/, got "d9-none"',
  },
  {
    name: 'a broken entry, and not the one that leads on to it',
    files: { 'berth.md': headed('followUps: [crane]'), 'crane.md': 'A crane.\n' },
    fault: 'crane.md:1 "question" expected a question in the front matter or as # heading, got nothing',
  },
  {
    name: 'a broken document, and not the entry that answers its claim',
    files: {
      'berth.md': headed('claims: [d1-wait]'),
      'documents/d1.yml':
        'title: ""\nsections:\n  - title: Berths\n    claims:\n      - { id: d1-wait, claim: Ships wait., verdict: correct }\n',
    },
    fault: 'documents/d1.yml:1 "title" expected a text that is not empty, got ""',
  },
];

describe('an entry', () => {
  it.each(ENTRY_CASES)('is refused with the place of $name', ({ files, fault }) => {
    expect(faultsOf(files)).toEqual([fault]);
  });
});

describe('a folder', () => {
  it.each(FOLDER_CASES)('is refused with the place of $name', ({ files, fault }) => {
    expect(faultsOf(files)).toEqual([fault]);
  });

  it('may repeat a phrasing within one entry', () => {
    const files = { 'a.md': asks('Who waits?', 'phrasings: [who waits]'), 'phrasings/more.yml': 'a: [Who waits!]\n' };
    expect(() => withFolder(files, loadKnowledge)).not.toThrow();
  });
});

describe('several faults', () => {
  const files = {
    'z.md': 'No heading.\n',
    'a/berth.md': headed('tip: ""', 'claims: [d9]'),
    'b.md': asks('Who lifts?', 'followUps: [nowhere]', 'claims: [d9]'),
    'not-covered.yml': 'title: x\n',
  };
  const expected = [
    'a/berth.md:2 "tip" expected a text that is not empty, got ""',
    'b.md:3 "followUps[0]" expected the id of an entry, got "nowhere"',
    'b.md:4 "claims[0]" expected the id of a claim in documents/, got "d9"',
    'not-covered.yml:1 "(file)" expected a list of groups, got {"title":"x"}',
    'z.md:1 "question" expected a question in the front matter or as # heading, got nothing',
  ];

  it('are reported all at once, sorted by file and line', () => {
    expect(faultsOf(files)).toEqual(expected);
  });

  it('stand in the message, one a line, below their number', () => {
    expect(errorOf(files).message.split('\n  ').slice(1)).toEqual(expected);
    expect(errorOf(files).message).toMatch(/^the knowledge folder \S+ has 5 faults:\n/);
  });

  it('of one file are sorted by line as numbers', () => {
    const text = headed('references:', ...Array.from({ length: 11 }, (_, i) => `  - ftp://example.org/${i}`));
    expect(errorOf({ 'berth.md': text }).faults.map(({ line }) => line)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
  });
});

describe('a value in a fault', () => {
  it('is cut between characters, never inside one', () => {
    const [fault] = errorOf({ 'berth.md': headed(`phrasings: ["${'\u{1F6A2}'.repeat(501)}"]`) }).faults;
    expect(fault?.got.isWellFormed()).toBe(true);
  });
});
