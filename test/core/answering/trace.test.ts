import { describe, expect, it } from 'vitest';
import { type AnswerTrace, createTraceKeeper } from '../../../src/core/answering/trace.js';
import { createMatcher } from '../../../src/core/matching/matcher.js';
import { createScorer, trainModel } from '../../../src/core/matching/model.js';
import { createSynonyms } from '../../../src/core/matching/synonyms.js';
import { loadLabelled } from '../../../src/knowledge/folder/load.js';
import { createApp } from '../../../src/process/app.js';
import { KNOWLEDGE_DIR, shippedEngine, trainingSet } from '../../support/engine.js';

const engine = await shippedEngine();
const { matcher } = engine;

async function traced(...texts: readonly string[]): Promise<AnswerTrace> {
  const keeper = createTraceKeeper();
  const answerer = createApp(engine, { trace: keeper, now: () => 1_000 });
  for (const [i, text] of texts.entries()) await answerer.ask({ text, conversation: 'c', id: `q${i}` });
  const trace = keeper.get(`q${texts.length - 1}`);
  if (trace === null) throw new Error('the question left no trace');
  return trace;
}

describe('the trace of an answer', () => {
  it('tells the question as it came and as it was read', async () => {
    const trace = await traced('Can a WINDOWS contaner run on a Linux host?');
    expect(trace).toMatchObject({
      asked: 'Can a WINDOWS contaner run on a Linux host?',
      understood: 'can a windows container run on a linux host?',
      repairs: [{ from: 'contaner', to: 'container' }],
      background: null,
      kind: 'answer',
      entryId: 'windows-container-on-linux',
      picked: false,
      at: 1_000,
    });
  });

  it('lists the five best candidates with where they stand', async () => {
    const trace = await traced('Can a Windows container run on a Linux host?');
    const entry = engine.knowledge.entries.find(({ id }) => id === 'windows-container-on-linux');
    expect(trace.candidates[0]).toMatchObject({ question: entry?.question, place: entry?.place });
    expect(trace.candidates.map(({ confidence }) => confidence)).toEqual(
      matcher
        .match(trace.asked)
        .candidates.slice(0, 5)
        .map(({ confidence }) => confidence),
    );
  });

  it('names the words that counted, as they were asked, heaviest first', async () => {
    const { words } = await traced('is it possible to use windows containers with a linux host');
    expect(words).toHaveLength(8);
    expect(words.map(({ text }) => text).join(' ')).toMatch(/windows.*containers|containers.*windows/);
    const weights = words.map(({ weight }) => Math.abs(weight));
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
  });

  it('says when a phrasing stands word for word in the knowledge', async () => {
    const entry = engine.knowledge.entries.find(({ phrasings }) => phrasings.length > 0);
    expect((await traced(entry?.question ?? '')).exact).toBe(true);
    expect((await traced('is it possible to use windows containers with a linux host')).exact).toBe(false);
  });

  it('shows the question before, where one leans on it', async () => {
    const trace = await traced('Can a Windows container run on a Linux host?', 'and on mac?');
    expect(trace.background).toBe('can a container run on a host?');
    expect(trace.understood).toBe('and on mac?');
  });

  it('shows the typos of a message that leans on another', async () => {
    expect((await traced('Can a Windows container run on a Linux host?', 'and with dokcer?')).repairs).toEqual([
      { from: 'dokcer', to: 'docker' },
    ]);
  });

  it('names the area that claimed a question which is not covered', async () => {
    const trace = await traced('docker system prune');
    const topics = engine.knowledge.notCovered.map(({ topic }) => topic);
    expect([trace.kind, topics.includes(trace.refusal ?? '')]).toEqual(['unknown', true]);
  });

  it('weighs nothing where the asker named the entry', async () => {
    const trace = await traced('Can a Windows container run on a Linux host?', 'why?');
    expect(trace).toMatchObject({ kind: 'answer', picked: true, words: [], confidence: 1 });
  });

  it('has no candidates for a courtesy', async () => {
    expect(await traced('hello there')).toMatchObject({ kind: 'chat', candidates: [], words: [], confidence: 0, entryId: null });
  });

  it('is for questions with an id alone', async () => {
    const recorded: string[] = [];
    const answerer = createApp(engine, { trace: { record: (id) => recorded.push(id) } });
    await answerer.ask({ text: 'what is docker', conversation: 'c' });
    await answerer.show({ entryId: 'windows-container-on-linux', conversation: 'c', id: 'press' });
    expect(recorded).toEqual(['press']);
  });

  it('changes no reply', async () => {
    const questions = loadLabelled(`${KNOWLEDGE_DIR}/evaluation.yml`).questions.slice(0, 40);
    const withTrace = createApp(engine, { trace: createTraceKeeper() });
    const without = createApp(engine);
    for (const { ask: text } of questions) {
      const asked = { text, conversation: text, id: 'q' };
      expect(await withTrace.ask(asked)).toEqual(await without.ask(asked));
    }
  });
});

describe('an explanation', () => {
  const set = trainingSet(
    {
      berth: ['where do ships wait', 'which berth is free', 'parking place of a ship'],
      crane: ['when does the crane run', 'who drives the crane', 'crane hours'],
    },
    { synonyms: [['ship', 'boat']] },
  );
  const model = trainModel(set, () => false);
  const small = createMatcher(model, (word) => word === 'boat');

  it.each(['where could a boat wait', 'when does the crane run', 'the crane of a ship'])(
    'sums to the score of the entry, less the distance that every class begins at: "%s"',
    (question) => {
      const { space, linear, vocabulary } = model;
      const score = createScorer(space, linear, 2, vocabulary, createSynonyms(set.synonyms));
      const { scores } = score(small.match(question).tokens);
      ['berth', 'crane'].forEach((id, label) => {
        const sum = small.explain(id, question).words.reduce((total, { weight }) => total + weight, 0);
        expect(sum - 1).toBeCloseTo(scores[label] ?? Number.NaN, 9);
      });
    },
  );

  it('names synonyms, pairs and letters so that a curator knows them', () => {
    const texts = small.explain('berth', 'where does a boat wait').words.map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(['wait', 'words like boat', 'letters of wait']));
  });

  it('counts what the conversation adds', () => {
    const context = { background: 'which berth is free', preference: new Map([['berth', 0.25]]) };
    expect(small.explain('berth', 'and the crane', context).words).toContainEqual({ text: 'the conversation before', weight: 0.25 });
  });

  it('has no words for an entry that is not there', () => {
    expect(small.explain('gone', 'where do ships wait').words).toEqual([]);
  });
});

describe('the keeper of traces', () => {
  const trace = (asked: string, picked = false): AnswerTrace => ({
    ...{ asked, understood: asked, repairs: [], background: null, entryId: picked ? 'crane' : null, exact: false, confidence: 0.4, picked },
    ...{ kind: picked ? 'answer' : 'choices', thresholds: { answer: 0.6, offer: 0.3 }, candidates: [], words: [], refusal: null, at: 0 },
  });

  it('keeps the newest', () => {
    const keeper = createTraceKeeper(2);
    for (const id of ['a', 'b', 'a', 'c']) keeper.record(id, trace(id));
    expect(['a', 'b', 'c'].map((id) => keeper.get(id)?.asked)).toEqual(['a', undefined, 'c']);
  });

  it('keeps how an offer came about when one of its entries is picked', () => {
    const keeper = createTraceKeeper();
    keeper.record('q', trace('the question'));
    keeper.record('q', trace('What is the crane?', true));
    expect(keeper.get('q')).toMatchObject({ asked: 'the question', confidence: 0.4, kind: 'answer', entryId: 'crane', picked: true });
  });

  it('takes the new trace of a question that was edited', () => {
    const keeper = createTraceKeeper();
    keeper.record('q', trace('before'));
    keeper.record('q', trace('after'));
    expect(keeper.get('q')?.asked).toBe('after');
  });
});
