import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMatcher } from '../../../src/core/matching/matcher.js';
import { trainModel } from '../../../src/core/matching/model.js';
import { trainingSet } from '../../support/engine.js';
import { HOSTILE } from '../../support/hostile.js';

const isWord = (): boolean => false;
const model = trainModel(
  trainingSet({
    'reset-password': [
      'How do I reset my password?',
      'forgot my password',
      'change the password of my account',
      'password lost what now',
      'i cannot log in with my password',
      'set a new password',
    ],
    'opening-hours': [
      'When is the library open?',
      'opening hours of the library',
      'is the library open on sunday',
      'until when can i visit',
      'closing time today',
      'which days are you open',
    ],
    'lend-books': [
      'How many books can I borrow?',
      'limit of borrowed books',
      'how long may i keep a book',
      'borrow books for a month',
      'renew a borrowed book',
      'lend out ten books at once',
    ],
  }),
  isWord,
);
const matcher = createMatcher(model, isWord);

describe('match', () => {
  it('answers a phrasing of an entry, with near certainty', () => {
    const match = matcher.match('FORGOT my password!!');
    expect(match.decision).toBe('answer');
    expect(match.candidates[0]?.entryId).toBe('reset-password');
    expect(match.candidates[0]?.confidence).toBeGreaterThanOrEqual(0.99);
  });

  it('ranks the entry first whose words a new question shares, typos or not', () => {
    expect(matcher.match('how can i get a new pasword').candidates[0]?.entryId).toBe('reset-password');
    expect(matcher.match('is the libary open on monday').candidates[0]?.entryId).toBe('opening-hours');
    expect(matcher.match('may i borow twenty books').candidates[0]?.entryId).toBe('lend-books');
  });

  it.each(['best pizza in town', 'write me a poem about whales', 'who won the football match', 'xqzt vrmpf'])(
    'does not know "%s", although the folder names no question it does not cover',
    (question) => {
      expect(matcher.match(question).decision).toBe('unknown');
    },
  );

  it.each(['6', 'm', '1234 5678', '13 gb', '?'])('does not know "%s", for numbers and stray letters ask nothing', (question) => {
    expect(matcher.match(question).decision).toBe('unknown');
  });

  it('answers a single word that only one entry asks about, and no word that all of them share', () => {
    const things = ['printer', 'screen', 'keyboard', 'camera'];
    const texts = (thing: string): string[] => [
      `mac ${thing}`,
      `buy a ${thing} for my mac`,
      `the ${thing} of a mac is broken`,
      `clean the ${thing}`,
    ];
    const set = trainingSet(Object.fromEntries(things.map((thing) => [thing, texts(thing)])));
    const shared = createMatcher(trainModel(set, isWord), isWord);
    expect(shared.match('mac').decision).not.toBe('answer');
    expect(shared.match('printer').candidates[0]?.entryId).toBe('printer');
  });

  it('does not answer outright where most words are unknown', () => {
    expect(matcher.match('verplempern password zwurbeln library').decision).not.toBe('answer');
  });

  it('gives the same result for the same question', () => {
    expect(matcher.match('open on sunday?')).toEqual(matcher.match('open on sunday?'));
  });

  it('trains the same model from the same texts', () => {
    const set = trainingSet({ a: ['red apple', 'apple pie'], b: ['blue sky', 'sky at night'] });
    expect(trainModel(set, isWord)).toEqual(trainModel(set, isWord));
  });

  it('works with a single entry of a single text', () => {
    const single = createMatcher(trainModel(trainingSet({ only: ['What is the answer?'] }), isWord), isWord);
    expect(single.match('what is the answer').candidates[0]?.entryId).toBe('only');
    expect(single.match('pizza').decision).toBe('unknown');
  });

  const expectWellFormed = (question: string): void => {
    const { candidates, decision } = matcher.match(question);
    expect(candidates.map(({ entryId }) => entryId).sort()).toEqual(['lend-books', 'opening-hours', 'reset-password']);
    expect(candidates.every(({ confidence }) => confidence >= 0 && confidence <= 1)).toBe(true);
    expect(candidates.every(({ confidence }, i) => i === 0 || confidence <= (candidates[i - 1]?.confidence ?? 0))).toBe(true);
    expect(['answer', 'choices', 'unknown']).toContain(decision);
  };

  it.each(Object.entries(HOSTILE))('returns a well-formed match for hostile input: %s', (_, question) => {
    expectWellFormed(question);
  });

  it('returns a well-formed match for any text at all', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), expectWellFormed), { seed: 1, numRuns: 300 });
  });

  it('returns a well-formed match for any mix of known words, marks and noise', () => {
    const piece = fc.oneof(
      fc.constantFrom('password', 'library', 'open', 'book', '--rm', '5.15', 'wsl2', '<@1>', '\ud800', '\0', '```'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => expectWellFormed(pieces.join(' '))),
      { seed: 2, numRuns: 300 },
    );
  });
});

describe('a folder of questions with one wording each', () => {
  const titles = createMatcher(
    trainModel(
      trainingSet({
        shipping: ['How long does shipping take?'],
        cancel: ['Can I cancel my subscription?'],
        refund: ['When do I get my money back?'],
        address: ['How do I change my delivery address?'],
      }),
      isWord,
    ),
    isWord,
  );

  it.each([
    ['how long is shipping', 'shipping'],
    ['cancel the subscription', 'cancel'],
    ['new delivery address', 'address'],
  ])('offers or answers "%s"', (question, entryId) => {
    const { decision, candidates } = titles.match(question);
    expect([decision === 'unknown', candidates[0]?.entryId]).toEqual([false, entryId]);
  });
});

describe('repairText', () => {
  it('repairs misspelt words and keeps the rest of the text', () => {
    expect(matcher.repairText('Change the PASWORD, please!')).toBe('change the password, please!');
  });
});
