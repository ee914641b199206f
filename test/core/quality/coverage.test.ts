import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { coverageOf, exampleQuestions, qualityView } from '../../../src/core/quality/coverage.js';
import { evaluate } from '../../../src/core/quality/evaluate.js';
import { loadKnowledge } from '../../../src/knowledge/folder/load.js';
import { createQualityMeter, evaluateFile } from '../../../src/process/app.js';
import { shippedEngine } from '../../support/engine.js';
import { HARBOUR } from '../../support/harbour.js';
import { removeFolder, withFolder, writeFolder } from '../../support/knowledge-folder.js';

describe('the coverage of a knowledge base', () => {
  const view = withFolder(HARBOUR, (folder) => coverageOf(loadKnowledge(folder)));

  it('shows the documents section by section, with the entries of each claim', () => {
    expect(view.documents.map(({ title, sections }) => [title, sections.map((section) => section.title)])).toEqual([
      ['The plan', ['Berths', 'Cranes']],
    ]);
    const [berths] = view.documents[0]?.sections ?? [];
    expect(berths?.claims.map(({ id, verdict, entries }) => [id, verdict, entries.map((entry) => entry.id)])).toEqual([
      ['d1-berth', 'correct', ['berth']],
      ['d1-room', 'correct', ['berth']],
    ]);
  });

  it('leaves a claim without entries where none answers it', () => {
    const uncovered = withFolder(
      { ...HARBOUR, 'harbour/crane.md': HARBOUR['harbour/crane.md']?.toString().replace('claims: [d1-crane]', 'claims: []') ?? '' },
      (folder) => coverageOf(loadKnowledge(folder)),
    );
    expect(uncovered.documents[0]?.sections[1]?.claims).toMatchObject([{ id: 'd1-crane', entries: [] }]);
    expect(uncovered.counts).toMatchObject({ claims: 3, claimsCovered: 2 });
  });

  it('lists the topics with their entries, places and phrasings', () => {
    expect(view.topics.map(({ topic, title, entries }) => [topic, title, entries.length])).toEqual([['harbour', 'Harbour', 7]]);
    expect(view.topics[0]?.entries[0]).toMatchObject({
      id: 'berth',
      question: 'What is the berth?',
      place: { file: 'harbour/berth.md' },
      phrasings: 10,
    });
  });

  it('counts', () => {
    expect(view.counts).toEqual({
      ...{ entries: 7, phrasings: 70, topics: 1, documents: 1 },
      ...{ claims: 3, claimsCovered: 3, claimsCorrected: 0, notCovered: 2, notCoveredGroups: 1 },
    });
  });
});

describe('the examples for a newcomer', () => {
  const entry = (question: string, phrasings: number) => ({ id: question, question, place: { file: 'a.md', line: 1 }, phrasings });
  const topic = (...entries: ReturnType<typeof entry>[]) => ({ topic: 'any', title: 'Any', entries });

  it('are the best known question of each topic, the best known first', () => {
    const topics = [
      topic(entry('What is a berth?', 2), entry('What is a quay?', 5), entry('What is a pier?', 4)),
      topic(entry('What is a buoy?', 9)),
    ];
    expect(exampleQuestions({ topics })).toEqual(['What is a buoy?', 'What is a quay?']);
  });

  it('are three at the most', () => {
    const topics = [1, 2, 3, 4].map((phrasings) => topic(entry(`asked in ${phrasings} ways`, phrasings)));
    expect(exampleQuestions({ topics })).toEqual(['asked in 4 ways', 'asked in 3 ways', 'asked in 2 ways']);
  });
});

describe('the quality view', () => {
  const candidates = [{ entryId: 'berth', confidence: 0.85 }];
  const answer = { kind: 'answer', entryId: 'berth', shown: null, followUps: [], confidence: 0.85, candidates } as const;
  const unknown = { kind: 'unknown', topic: null, nearest: [], confidence: 0.25, candidates } as const;
  const view = qualityView(
    evaluate([
      { label: { ask: 'a', expected: ['berth'] }, reply: answer, topic: 'harbour' },
      { label: { ask: 'b', expected: ['crane'] }, reply: answer, topic: 'harbour' },
      { label: { ask: 'c', expected: 'unknown' }, reply: unknown, topic: 'out of scope' },
    ]),
    { all: 2, right: 1 },
  );

  it('counts the outcomes in scope and out of it', () => {
    expect(view.inScope).toEqual({ answered: 1, wrong: 1, offered: 0, refused: 0, total: 2 });
    expect(view.outOfScope).toEqual({ answered: 0, wrong: 0, offered: 0, refused: 1, total: 1 });
  });

  it('keeps the topics of the knowledge alone', () => {
    expect(view.byTopic).toEqual([{ topic: 'harbour', title: 'Harbour', answered: 1, wrong: 1, offered: 0, refused: 0, total: 2 }]);
  });

  it('has ten bins that cover 0 to 1 without a gap', () => {
    const { reliability } = view;
    expect(reliability.map(({ from }) => from)).toEqual([0, ...reliability.slice(0, -1).map(({ to }) => to)]);
    expect([reliability.length, reliability.at(-1)?.to]).toEqual([10, 1]);
  });

  it('puts each question into the bin of its confidence', () => {
    expect(view.reliability[8]).toMatchObject({ count: 2, confidence: 0.85, accuracy: 0.5 });
    expect(view.reliability[2]).toMatchObject({ count: 1, confidence: 0.25, accuracy: 0 });
  });
});

describe('the quality of an engine', () => {
  const IN_SCOPE = 'questions:\n  - ask: Can a Windows container run on a Linux host?\n    entries: [windows-container-on-linux]\n';
  const OUT_OF_SCOPE = '  - ask: best pizza in town\n    expect: unknown\n';
  let folder: string;
  const path = (): string => join(folder, 'labelled.yml');
  beforeEach(() => {
    folder = writeFolder();
  });
  afterEach(() => removeFolder(folder));

  it('is measured once and without holding up anybody else', async () => {
    const engine = await shippedEngine();
    writeFileSync(path(), IN_SCOPE + OUT_OF_SCOPE.repeat(3));
    const meter = createQualityMeter(path());
    let turns = 0;
    const count = (): void => {
      turns++;
      timer = setImmediate(count);
    };
    let timer = setImmediate(count);
    const quality = await meter.measure(engine);
    clearImmediate(timer);
    expect(turns).toBeGreaterThanOrEqual(4);
    expect(await meter.measure(engine)).toBe(quality);
    const { evaluation } = await evaluateFile(engine, path());
    expect(quality).toMatchObject({ kind: 'measured', figures: { accuracy: evaluation.accuracy, inScope: { total: 1 } } });
  });

  it('is unknown where there are no labelled questions, and measured once there are', async () => {
    const engine = await shippedEngine();
    const meter = createQualityMeter(path());
    const before = meter.revision();
    expect(await meter.measure(engine)).toEqual({ kind: 'unlabelled' });
    writeFileSync(path(), IN_SCOPE);
    expect(meter.revision()).not.toBe(before);
    expect(await meter.measure(engine)).toMatchObject({ kind: 'measured', figures: { inScope: { answered: 1 } } });
  });

  it('is measured again when the questions were edited', async () => {
    const engine = await shippedEngine();
    writeFileSync(path(), IN_SCOPE);
    const meter = createQualityMeter(path());
    await meter.measure(engine);
    writeFileSync(path(), IN_SCOPE + OUT_OF_SCOPE);
    expect(await meter.measure(engine)).toMatchObject({ figures: { outOfScope: { total: 1 } } });
  });

  it.each([
    ['a label that cannot be read', 'questions:\n  - ask: who?\n    expect: perhaps\n', 'labelled.yml:3'],
    ['an entry that is not there', 'questions:\n  - ask: who?\n    entries: [nobody]\n', 'nobody'],
  ])('is a fault with its place for %s', async (_, text, place) => {
    writeFileSync(path(), text);
    expect(await createQualityMeter(path()).measure(await shippedEngine())).toMatchObject({
      kind: 'faulty',
      text: expect.stringContaining(place),
    });
  });
});
