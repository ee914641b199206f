import { describe, expect, it } from 'vitest';
import { createMatcher } from '../../../src/core/matching/matcher.js';
import { type MatcherModel, trainModel } from '../../../src/core/matching/model.js';
import { restrictTo } from '../../../src/core/matching/restrict.js';
import { createRetrainer } from '../../../src/core/matching/retrain.js';
import type { TrainingSet } from '../../../src/core/matching/training-set.js';
import { trainingSet } from '../../support/engine.js';

const SET = trainingSet({
  berth: ['where do ships wait', 'which berth is free', 'parking place of a ship'],
  crane: ['when does the crane run', 'who drives the crane', 'crane hours'],
  lock: ['how deep is the lock', 'when does the lock open', 'lock gates'],
  pilot: ['who guides a ship in', 'how to call a pilot', 'pilot boat'],
});
const isWord = (word: string): boolean => ['gantry', 'lighthouse', 'keeper'].includes(word);
const base = trainModel(SET, isWord);
const retrain = createRetrainer(SET, base);

/** The set with other texts of one entry. */
const withTexts = (id: string, ...texts: readonly string[]): TrainingSet => ({
  ...SET,
  entries: [...SET.entries.filter((entry) => entry.id !== id), { id, texts, support: [] }].sort((a, b) => (a.id < b.id ? -1 : 1)),
});
const match = (model: MatcherModel | null, question: string) => {
  if (model === null) throw new Error('nothing was retrained');
  const { decision, candidates } = createMatcher(model, isWord).match(question);
  return { decision, best: candidates[0]?.entryId };
};

describe('a retrained model', () => {
  it('is the same where nothing was edited', () => {
    const again = retrain(SET);
    for (const question of ['which berth is free', 'open the lock', 'best pizza in town']) {
      expect(again && createMatcher(again, isWord).match(question)).toEqual(createMatcher(base, isWord).match(question));
    }
  });

  it('knows a phrasing of words that were new', () => {
    const question = 'operator of a gantry';
    expect(match(base, question).best).not.toBe('crane');
    const edited = withTexts(
      'crane',
      'when does the crane run',
      'who drives the crane',
      'who is the operator of the gantry',
      'gantry hours',
    );
    expect(match(retrain(edited), question)).toMatchObject({ best: 'crane' });
  });

  it('knows an entry that is new, wherever it stands among the others', () => {
    const model = retrain(withTexts('keeper', 'who lives in the lighthouse', 'keeper of the lighthouse', 'lighthouse stairs'));
    expect(match(model, 'lighthouse keeper')).toMatchObject({ best: 'keeper' });
    for (const question of ['when does the lock open', 'which berth is free', 'pilot boat', 'crane hours']) {
      expect(match(model, question)).toEqual(match(base, question));
    }
  });

  it('has no entry that was taken away, and knows the others still', () => {
    const model = retrain({ ...SET, entries: SET.entries.filter(({ id }) => id !== 'crane') });
    expect(model?.entryIds).toEqual(['berth', 'lock', 'pilot']);
    expect(match(model, 'when does the lock open')).toMatchObject({ decision: 'answer', best: 'lock' });
    expect(match(model, 'how to call a pilot')).toMatchObject({ decision: 'answer', best: 'pilot' });
  });

  it('takes a phrasing away from the entry that lost it to another', () => {
    const moved: TrainingSet = {
      ...SET,
      entries: SET.entries.map((entry) =>
        entry.id === 'lock'
          ? { ...entry, texts: [...entry.texts, 'crane hours'] }
          : entry.id === 'crane'
            ? { ...entry, texts: entry.texts.slice(0, 2) }
            : entry,
      ),
    };
    const large = trainingSet(Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`filler-${i}`, [`thing number ${i} of many`]])));
    const all = { ...SET, entries: [...SET.entries, ...large.entries] };
    const model = createRetrainer(all, trainModel(all, isWord))({ ...all, entries: [...moved.entries, ...large.entries] });
    expect(match(model, 'crane hours')).toMatchObject({ decision: 'answer', best: 'lock' });
  });

  it('refuses what was added to the questions that are not covered, and knows the others still', () => {
    const texts = ['who drives the train', 'when does the train run', 'train hours', 'where does the train stop'];
    const model = retrain({ ...SET, refusals: [{ group: 'trains', texts }] });
    expect(match(base, 'who drives the train')).toMatchObject({ decision: 'answer', best: 'crane' });
    expect(match(model, 'who drives the train')).toMatchObject({ decision: 'unknown' });
    expect(match(model, 'when does the lock open')).toMatchObject({ decision: 'answer', best: 'lock' });
  });

  it.each<[string, TrainingSet]>([
    ['the synonyms changed', { ...SET, synonyms: [['ship', 'boat']] }],
    ['half of the entries changed', { ...SET, entries: SET.entries.map((entry, i) => (i < 2 ? { ...entry, texts: ['all new'] } : entry)) }],
  ])('is not made where %s', (_, edited) => {
    expect(retrain(edited)).toBeNull();
  });
});

describe('a restricted matcher', () => {
  const matcher = createMatcher(base, isWord);

  it('answers with the entries that are there as before', () => {
    const restricted = restrictTo(new Set(['berth', 'lock', 'pilot']), matcher);
    const { decision, candidates } = restricted.match('which berth is free');
    expect([decision, candidates.map(({ entryId }) => entryId).sort()]).toEqual(['answer', ['berth', 'lock', 'pilot']]);
  });

  it('knows nothing where the answer is gone', () => {
    const { decision, candidates } = restrictTo(new Set(['berth', 'lock', 'pilot']), matcher).match('who drives the crane');
    expect([decision, candidates.map(({ entryId }) => entryId)]).toEqual(['unknown', expect.not.arrayContaining(['crane'])]);
  });

  it('changes nothing where nothing is gone', () => {
    const restricted = restrictTo(new Set(SET.entries.map(({ id }) => id)), matcher);
    expect(restricted.match('crane hours')).toEqual(matcher.match('crane hours'));
  });
});
