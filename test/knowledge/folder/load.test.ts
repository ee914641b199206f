import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { KnowledgeBase } from '../../../src/core/entry.js';
import { ConfigError } from '../../../src/core/errors.js';
import { createLoader, loadKnowledge, loadLabelled } from '../../../src/knowledge/folder/load.js';
import { entryText, type Files, withFolder } from '../../support/knowledge-folder.js';

const load = (files: Files): KnowledgeBase => withFolder(files, loadKnowledge);

const BERTH = '# Where do ships wait?\n\nAt the berth.\n';
const CRANE = '# What lifts the boxes?\n\nA crane.\n';
const PLAN = [
  'title: The harbour plan',
  'sections:',
  '  - title: Berths',
  '    claims:',
  '      - id: d1-wait',
  '        claim: Ships wait at the berth.',
  '        verdict: correct',
  '      - id: d1-noon',
  '        claim: The crane rests all day.',
  '        verdict: wrong',
  '        correction: It rests at noon.',
  '        references: [https://example.org/noon]',
  '',
].join('\n');

describe('a folder that loads', () => {
  it('takes a plain Markdown file with a heading and text as an entry', () => {
    expect(load({ 'berth.md': BERTH }).entries).toEqual([
      {
        id: 'berth',
        topic: '',
        question: 'Where do ships wait?',
        phrasings: [],
        answer: 'At the berth.',
        layers: {},
        claims: [],
        references: [],
        followUps: [],
        tip: null,
        place: { file: 'berth.md', line: 1 },
      },
    ]);
  });

  it('takes the file name as id and the folder as topic', () => {
    const [entry] = load({ 'quays/north/berth.md': BERTH }).entries;
    expect([entry?.id, entry?.topic]).toEqual(['berth', 'quays/north']);
  });

  it('gives index.md the name of its folder', () => {
    const [entry] = load({ 'quays/berth/index.md': BERTH }).entries;
    expect([entry?.id, entry?.topic]).toEqual(['berth', 'quays']);
  });

  it('sorts the entries by id, whatever their folders', () => {
    const { entries } = load({ 'z/berth.md': BERTH, 'a/crane.md': CRANE });
    expect(entries.map(({ id }) => id)).toEqual(['berth', 'crane']);
  });

  it('skips README.md in every folder', () => {
    const { entries } = load({ 'README.md': '# How to write', 'quays/README.md': 'No heading', 'quays/berth.md': BERTH });
    expect(entries.map(({ id }) => id)).toEqual(['berth']);
  });

  it('skips hidden files and hidden folders', () => {
    const { entries } = load({ '.draft.md': CRANE, '.git/crane.md': CRANE, 'berth.md': BERTH });
    expect(entries.map(({ id }) => id)).toEqual(['berth']);
  });

  it('skips files that are neither Markdown nor YAML', () => {
    expect(load({ 'berth.md': BERTH, 'plan.png': Uint8Array.of(0xff, 0xd8), 'notes.txt': 'x' }).entries).toHaveLength(1);
  });

  it('reads files with CRLF line ends as those with LF', () => {
    const files = { 'berth.md': entryText(['question: Where do ships wait?', 'tip: Wait.'], 'At the\nberth.\n\n## Why\nThere is room.') };
    expect(load({ 'berth.md': files['berth.md'].replaceAll('\n', '\r\n') })).toEqual(load(files));
  });

  it('reads files with a byte order mark as those without', () => {
    const files = { 'berth.md': entryText(['question: Where do ships wait?']), 'crane.md': CRANE, 'documents/d1.yml': PLAN };
    const marked = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, `\uFEFF${text}`]));
    expect(load(marked)).toEqual(load(files));
  });

  it('loads a thousand files', () => {
    const names = Array.from({ length: 1_000 }, (_, i) => `berth-${String(i).padStart(4, '0')}`);
    const files = Object.fromEntries(names.map((name, i) => [`quay-${i % 7}/${name}.md`, `# Who waits at berth ${i}?\n\nShip ${i}.\n`]));
    expect(load(files).entries.map(({ id }) => id)).toEqual(names);
  });

  it('loads entries alone, without documents, not-covered questions, wording or calibration', () => {
    const { documents, notCovered, wording, calibration } = load({ 'berth.md': BERTH });
    expect({ documents, notCovered, wording, calibration }).toEqual({
      documents: [],
      notCovered: [],
      wording: { synonyms: [], alternatives: [] },
      calibration: [],
    });
  });

  it('reads a source document with its claims', () => {
    const place = { document: 'd1', section: 'Berths' };
    expect(load({ 'berth.md': BERTH, 'documents/d1.yml': PLAN }).documents).toEqual([
      {
        id: 'd1',
        title: 'The harbour plan',
        sections: [
          {
            title: 'Berths',
            claims: [
              { id: 'd1-wait', claim: 'Ships wait at the berth.', verdict: 'correct', correction: null, references: [], ...place },
              {
                id: 'd1-noon',
                claim: 'The crane rests all day.',
                verdict: 'wrong',
                correction: 'It rests at noon.',
                references: ['https://example.org/noon'],
                ...place,
              },
            ],
          },
        ],
      },
    ]);
  });

  it('reads not-covered questions, wording and calibration questions', () => {
    const { notCovered, wording, calibration } = load({
      'berth.md': BERTH,
      'not-covered.yml': '- group: trains\n  topic: trains\n  questions: [when does the train leave]\n',
      'wording.yml': 'synonyms: [[ship, boat]]\nalternatives: [[day, night]]\n',
      'calibration.yml': 'questions:\n  - { ask: where to wait, entries: [berth] }\n  - { ask: who won, expect: unknown }\n',
    });
    expect({ notCovered, wording, calibration }).toEqual({
      notCovered: [{ group: 'trains', topic: 'trains', questions: ['when does the train leave'] }],
      wording: { synonyms: [['ship', 'boat']], alternatives: [['day', 'night']] },
      calibration: [
        { ask: 'where to wait', expected: ['berth'] },
        { ask: 'who won', expected: 'unknown' },
      ],
    });
  });

  it('takes an entry without any answer to evaluate: evaluation.yml is not part of the knowledge', () => {
    expect(
      load({ 'berth.md': BERTH, 'evaluation.yml': 'questions:\n  - { ask: where to wait, entries: [nowhere] }\n' }).entries,
    ).toHaveLength(1);
  });
});

describe('phrasings of an entry', () => {
  it('are its own first, then those of phrasings/', () => {
    const [entry] = load({
      'berth.md': entryText(['question: Where do ships wait?', 'phrasings: [ship waiting place]']),
      'phrasings/a.yml': 'berth:\n  - where does a boat rest\n',
      'phrasings/b.yml': 'berth:\n  - parking for ships\n',
    }).entries;
    expect(entry?.phrasings).toEqual(['ship waiting place', 'where does a boat rest', 'parking for ships']);
  });

  it('do not repeat the question that stands among them', () => {
    const files = { 'berth.md': entryText(['question: Where do ships wait?', 'phrasings: [Where do ships wait?, ship waiting place]']) };
    expect(load(files).entries[0]?.phrasings).toEqual(['ship waiting place']);
  });

  it('do not repeat the question that stands in phrasings/', () => {
    const files = { 'berth.md': BERTH, 'phrasings/a.yml': 'berth:\n  - Where do ships wait?\n  - ship waiting place\n' };
    expect(load(files).entries[0]?.phrasings).toEqual(['ship waiting place']);
  });

  it('stay empty for an entry called "constructor" that phrasings/ does not name', () => {
    const files = {
      'constructor.md': '# Who builds ships?\n\nThe yard.\n',
      'berth.md': BERTH,
      'phrasings/a.yml': 'berth: [ship parking]\n',
    };
    expect(load(files).entries.find(({ id }) => id === 'constructor')?.phrasings).toEqual([]);
  });
});

describe('a folder that cannot be read', () => {
  it('is named where it does not exist', () => {
    withFolder({}, (folder) => {
      const missing = join(folder, 'missing');
      expect(() => loadKnowledge(missing)).toThrow(new ConfigError(`the knowledge folder ${missing} does not exist`));
    });
  });

  it('is named where it is a file', () => {
    withFolder({ 'berth.md': BERTH }, (folder) => {
      const file = join(folder, 'berth.md');
      expect(() => loadKnowledge(file)).toThrow(new ConfigError(`the knowledge folder ${file} is not a folder`));
    });
  });

  it('is a fault of configuration where a link in it leads nowhere', () => {
    withFolder({ 'berth.md': BERTH }, (folder) => {
      symlinkSync(join(folder, 'nowhere.md'), join(folder, 'lost.md'));
      expect(() => loadKnowledge(folder)).toThrow(ConfigError);
    });
  });
});

describe('a file of labelled questions', () => {
  it('gives its questions and its conversations', () => {
    const text =
      'questions:\n  - { ask: where to wait, entries: [berth, crane] }\nconversations:\n  - - { ask: hello, expect: chat }\n    - { ask: who won, expect: unknown }\n';
    expect(withFolder({ 'asked.yml': text }, (folder) => loadLabelled(join(folder, 'asked.yml')))).toEqual({
      questions: [{ ask: 'where to wait', expected: ['berth', 'crane'] }],
      conversations: [
        [
          { ask: 'hello', expected: 'chat' },
          { ask: 'who won', expected: 'unknown' },
        ],
      ],
    });
  });

  it('is named where it does not exist', () => {
    withFolder({}, (folder) => {
      const path = join(folder, 'asked.yml');
      expect(() => loadLabelled(path)).toThrow(`the file ${path} does not exist`);
    });
  });

  it('gives its faults with file and line', () => {
    withFolder({ 'asked.yml': 'questions:\n  - ask: where to wait\n    expect: maybe\n' }, (folder) => {
      expect(() => loadLabelled(join(folder, 'asked.yml'))).toThrow(
        'asked.yml:3 "questions[0].expect" expected "unknown" or "chat", got "maybe"',
      );
    });
  });

  it('is a fault of configuration where it is a folder', () => {
    withFolder({}, (folder) => {
      expect(() => loadLabelled(folder)).toThrow(ConfigError);
    });
  });
});

describe('a loader that is used again', () => {
  it.each<[string, (folder: string) => void]>([
    ['a file was edited', (folder) => writeFileSync(join(folder, 'berth.md'), '# Where do boats wait?\n\nAt the berth.\n')],
    ['a file was added', (folder) => writeFileSync(join(folder, 'lock.md'), '# How deep is the lock?\n\nFive metres.\n')],
    ['a file was removed', (folder) => rmSync(join(folder, 'crane.md'))],
    ['nothing happened', () => {}],
  ])('gives what a new one gives after %s', (_, edit) => {
    withFolder({ 'berth.md': BERTH, 'crane.md': CRANE, 'documents/d1.yml': PLAN }, (folder) => {
      const load = createLoader();
      load(folder);
      edit(folder);
      expect(load(folder)).toEqual(loadKnowledge(folder));
    });
  });

  it('tells a fault as often as it is asked, and none once it is mended', () => {
    withFolder({ 'berth.md': BERTH, 'crane.md': 'no question' }, (folder) => {
      const load = createLoader();
      expect(() => load(folder)).toThrow('crane.md:1');
      expect(() => load(folder)).toThrow('crane.md:1');
      writeFileSync(join(folder, 'crane.md'), CRANE);
      expect(load(folder).entries).toHaveLength(2);
    });
  });
});
