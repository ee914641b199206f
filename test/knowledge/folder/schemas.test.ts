/** Faults of the files beside the entries: documents, not-covered questions, wording, calibration. */
import { describe, expect, it } from 'vitest';
import { type Fault, formatFault, KnowledgeError } from '../../../src/knowledge/folder/faults.js';
import { loadKnowledge } from '../../../src/knowledge/folder/load.js';
import { withFolder } from '../../support/knowledge-folder.js';

/** Loads an entry beside one other file. */
function faultsOf(file: string, ...lines: string[]): readonly Fault[] {
  return withFolder({ 'berth.md': '# Where do ships wait?\n\nAt the berth.\n', [file]: `${lines.join('\n')}\n` }, (folder) => {
    try {
      loadKnowledge(folder);
      return [];
    } catch (error) {
      if (error instanceof KnowledgeError) return error.faults;
      throw error;
    }
  });
}
const shownFaults = (file: string, ...lines: string[]): string[] => faultsOf(file, ...lines).map(formatFault);

type Case = readonly [name: string, lines: readonly string[], fault: string];

/** A document whose first claim begins in line 5. */
const claim = (...fields: string[]): string[] => [
  'title: The harbour plan',
  'sections:',
  '  - title: Berths',
  '    claims:',
  ...fields.map((field, i) => (i === 0 ? `      - ${field}` : `        ${field}`)),
];
const WAIT = ['id: d1-wait', 'claim: Ships wait.', 'verdict: correct'];
const FIRST = 'sections[0].claims[0]';
/** Two claims of one id, in lines 5 and 8. */
const twoClaims = [...claim(...WAIT), ...claim(...WAIT).slice(4)];

const DOCUMENT_CASES: readonly Case[] = [
  ['no title', ['sections: []'], '1 "title" expected a text, got nothing'],
  ['no sections', ['title: The harbour plan'], '1 "sections" expected a list of sections, got nothing'],
  ['a list as document', ['- title'], '1 "(file)" expected a title and sections, got ["title"]'],
  ['nothing in it', ['# later'], '1 "(file)" expected a title and sections, got null'],
  ['bad YAML', ['title: The plan', 'sections: []', 'title: A plan'], '3 "(YAML)" expected well-formed YAML, got Map keys must be unique'],
  ['an unknown field', ['title: The plan', 'sections: []', 'author: Kim'], '3 "author" expected one of the known fields, got "author"'],
  ['an unknown field of a claim', claim(...WAIT, 'page: 5'), `8 "${FIRST}.page" expected one of the known fields, got "page"`],
  ['a claim without id', claim('claim: Ships wait.', 'verdict: correct'), `5 "${FIRST}.id" expected a claim id, got nothing`],
  [
    'a claim id with capitals',
    claim('id: D1 Wait', 'claim: Ships wait.', 'verdict: correct'),
    `5 "${FIRST}.id" expected a claim id (a-z, 0-9, "-", at most 64 characters), got "D1 Wait"`,
  ],
  [
    'an unknown verdict',
    claim('id: d1-wait', 'claim: Ships wait.', 'verdict: true'),
    `7 "${FIRST}.verdict" expected one of correct, imprecise, outdated, wrong, got true`,
  ],
  [
    'a wrong claim without correction',
    claim('id: d1-wait', 'claim: Ships fly.', 'verdict: wrong'),
    `5 "${FIRST}.correction" expected a correction, for the verdict is not "correct", got nothing`,
  ],
  [
    'a reference that is no link',
    claim(...WAIT, 'references:', '  - https://example.org', '  - page 5'),
    `10 "${FIRST}.references[1]" expected a link that begins with http:// or https://, got "page 5"`,
  ],
  ['a claim id used twice', twoClaims, '8 "id" expected a claim id used once, got "d1-wait"'],
];

describe('a document', () => {
  it.each(DOCUMENT_CASES)('is refused with the place of %s', (_, lines, fault) => {
    expect(shownFaults('documents/d1.yml', ...lines)).toEqual([`documents/d1.yml:${fault}`]);
  });

  it('is named with its own ending in the fault of a claim id used twice', () => {
    const faults = faultsOf('documents/d1.yaml', ...twoClaims);
    expect(faults.map(({ file }) => file)).toEqual(['documents/d1.yaml']);
  });
});

const A_GROUP = 'a group name (a-z, 0-9, "-", at most 64 characters)';
const NOT_COVERED_CASES: readonly Case[] = [
  [
    'a group name with a space',
    ['- group: far trains', '  topic: trains', '  questions: [when does it leave]'],
    `1 "[0].group" expected ${A_GROUP}, got "far trains"`,
  ],
  ['no topic', ['- group: trains', '  questions: [when does it leave]'], '1 "[0].topic" expected a text, got nothing'],
  [
    'no questions in the second group',
    ['- { group: a, topic: a, questions: [b c] }', '- group: trains', '  topic: trains', '  questions: []'],
    '4 "[1].questions" expected at least one question, got []',
  ],
  [
    'an unknown field',
    ['- group: trains', '  topic: trains', '  question: when', '  questions: [when does it leave]'],
    '3 "[0].question" expected one of the known fields, got "question"',
  ],
  ['groups by name', ['trains: [when does it leave]'], '1 "(file)" expected a list of groups, got {"trains":["when does it leave"]}'],
  ['bad YAML', ['- group: a', '  group: b'], '2 "(YAML)" expected well-formed YAML, got Map keys must be unique'],
];

describe('not-covered.yml', () => {
  it.each(NOT_COVERED_CASES)('is refused with the place of %s', (_, lines, fault) => {
    expect(shownFaults('not-covered.yml', ...lines)).toEqual([`not-covered.yml:${fault}`]);
  });
});

const WORDING_CASES: readonly Case[] = [
  ['a group of one word', ['synonyms:', '  - [ship, boat]', '  - [crane]'], '3 "synonyms[1]" expected at least two words, got ["crane"]'],
  ['a word where a group belongs', ['alternatives:', '  - day'], '2 "alternatives[0]" expected a list of words, got "day"'],
  ['a number where a word belongs', ['synonyms:', '  - [one, 1]'], '2 "synonyms[0][1]" expected a word, got 1'],
  ['an unknown field', ['synonyms: []', 'antonyms: []'], '2 "antonyms" expected one of the known fields, got "antonyms"'],
  ['a list as file', ['- [ship, boat]'], '1 "(file)" expected "synonyms" and "alternatives", got [["ship","boat"]]'],
];

describe('wording.yml', () => {
  it.each(WORDING_CASES)('is refused with the place of %s', (_, lines, fault) => {
    expect(shownFaults('wording.yml', ...lines)).toEqual([`wording.yml:${fault}`]);
  });
});

const CALIBRATION_CASES: readonly Case[] = [
  [
    'a question without what is expected',
    ['questions:', '  - ask: where'],
    '2 "questions[0]" expected either "entries" or "expect", got {"ask":"where"}',
  ],
  [
    'a question that expects both an entry and a refusal',
    ['questions:', '  - { ask: a, entries: [berth], expect: unknown }'],
    '2 "questions[0]" expected either "entries" or "expect", got {"ask":"a","entries":["berth"],"expect":"unknown"}',
  ],
  [
    'another outcome than unknown or chat',
    ['questions:', '  - ask: where', '    expect: maybe'],
    '3 "questions[0].expect" expected "unknown" or "chat", got "maybe"',
  ],
  [
    'an empty list of entries',
    ['questions:', '  - ask: where', '    entries: []'],
    '3 "questions[0].entries" expected at least one entry id, got []',
  ],
  ['an empty question', ['questions:', '  - { ask: "", expect: chat }'], '2 "questions[0].ask" expected a text that is not empty, got ""'],
  ['an unknown field', ['question: []'], '1 "question" expected one of the known fields, got "question"'],
  ['a list as file', ['- where'], '1 "(file)" expected "questions" or "conversations", got ["where"]'],
];

describe('calibration.yml', () => {
  it.each(CALIBRATION_CASES)('is refused with the place of %s', (_, lines, fault) => {
    expect(shownFaults('calibration.yml', ...lines)).toEqual([`calibration.yml:${fault}`]);
  });
});
