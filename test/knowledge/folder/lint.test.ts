import { beforeAll, describe, expect, it } from 'vitest';
import { createMatcher, type Matcher } from '../../../src/core/matching/matcher.js';
import { trainModel } from '../../../src/core/matching/model.js';
import { formatFault } from '../../../src/knowledge/folder/faults.js';
import { lint, RULES } from '../../../src/knowledge/folder/lint.js';
import { loadKnowledge } from '../../../src/knowledge/folder/load.js';
import { trainingSetOf } from '../../../src/knowledge/training/training.js';
import { harbourEntry as entry, HARBOUR, phrasingsOf } from '../../support/harbour.js';
import { type Files, withFolder } from '../../support/knowledge-folder.js';

/** 71 characters, one more than a button shows. */
const LONG_QUESTION = `What is the berth that lies behind the second quay on the ${'o'.repeat(11)}r?`;
/** Taught to the matcher as words for the crane, wherever they stand in a folder. */
const WORDS_FOR_CRANE = 'which of them is painted red';

/** Knows every text of a folder word for word, so that what it answers to them is beyond doubt. */
let matcher: Matcher;
beforeAll(() => {
  const set = trainingSetOf(withFolder(HARBOUR, loadKnowledge));
  const also: Readonly<Record<string, string>> = { berth: LONG_QUESTION, crane: WORDS_FOR_CRANE };
  const entries = set.entries.map((item) => ({ ...item, texts: [...item.texts, ...(also[item.id] ? [also[item.id] ?? ''] : [])] }));
  matcher = createMatcher(
    trainModel({ ...set, entries }, () => false),
    () => false,
  );
});

/** The rules that the folder with these changes breaks, and how. */
function broken(changes: Files): Record<string, string[]> {
  const results = lint(withFolder({ ...HARBOUR, ...changes }, loadKnowledge), matcher);
  return Object.fromEntries(results.filter(({ faults }) => faults.length > 0).map(({ rule, faults }) => [rule, faults.map(formatFault)]));
}
const words = (count: number): string => Array.from({ length: count }, (_, i) => `word${i}`).join(' ');

describe('lint', () => {
  it('finds nothing in a folder that keeps every rule', () => {
    expect(broken({})).toEqual({});
  });

  it('gives a result for every rule, in the order of the table', () => {
    const results = lint(withFolder(HARBOUR, loadKnowledge), matcher);
    expect(results.map(({ rule }) => rule)).toEqual(RULES.map(({ name }) => name));
  });

  it('finds a claim that no entry answers', () => {
    expect(broken(entry('berth', { claims: '[d1-berth]' }))).toEqual({
      'every claim is covered by an entry': ['documents/d1.yml:1 "d1-room" expected an entry that answers this claim, got none'],
    });
  });

  it('finds a section that no entry cites, and its claims', () => {
    expect(broken(entry('crane', { claims: '[]' }))).toEqual({
      'every claim is covered by an entry': ['documents/d1.yml:1 "d1-crane" expected an entry that answers this claim, got none'],
      'every section is cited by an entry': ['documents/d1.yml:1 "Cranes" expected an entry that cites this section, got none'],
    });
  });

  it('finds an entry with nine phrasings', () => {
    const phrasings = phrasingsOf('tug').slice(1);
    expect(broken(entry('tug', { phrasings }))).toEqual({
      'an entry has enough phrasings': ['harbour/tug.md:1 "phrasings" expected at least 10, got 9'],
    });
  });

  it('counts the phrasings of phrasings/', () => {
    const phrasings = phrasingsOf('tug').slice(1);
    expect(broken({ ...entry('tug', { phrasings }), 'phrasings/more.yml': 'tug: [where is the tug]\n' })).toEqual({});
  });

  it('finds an entry without a tip', () => {
    expect(broken(entry('lock', { tip: null }))).toEqual({
      'an entry has a tip': ['harbour/lock.md:1 "tip" expected one sentence for the daily tip, got none'],
    });
  });

  it('finds a short answer of 61 words', () => {
    expect(broken(entry('lock', { answer: words(61) }))).toEqual({
      'a short answer is short': ['harbour/lock.md:1 "text" expected at most 60 words before the first ## heading, got 61'],
    });
  });

  it('takes a short answer of 60 words, however long its layers are', () => {
    expect(broken(entry('lock', { answer: `${words(60)}\n\n## Why\n${words(200)}` }))).toEqual({});
  });

  it('finds a question of 71 characters', () => {
    expect(broken(entry('berth', { question: LONG_QUESTION }))).toEqual({
      'a question fits a button': ['harbour/berth.md:1 "question" expected at most 70 characters, got 71'],
    });
  });

  it.each([
    ['one follow-up', '[crane]', 1],
    ['no follow-ups', '[]', 0],
    ['five follow-ups', '[crane, dock, lock, crane, dock]', 5],
  ])('finds an entry with %s', (_, followUps, count) => {
    expect(broken(entry('berth', { followUps }))).toEqual({
      'two to four follow-ups that lead on, never in a circle of two': [
        `harbour/berth.md:1 "followUps" expected 2 to 4 entries, got ${count}`,
      ],
    });
  });

  it('finds two entries that lead to each other, once', () => {
    expect(broken(entry('berth', { followUps: '[dock, quay]' }))).toEqual({
      'two to four follow-ups that lead on, never in a circle of two': [
        'harbour/berth.md:1 "followUps" expected an entry that does not lead straight back, got quay',
      ],
    });
  });

  it('finds an entry whose question finds another entry', () => {
    expect(broken(entry('berth', { question: WORDS_FOR_CRANE }))).toEqual({
      'an entry finds itself by its question': ['harbour/berth.md:1 "question" expected to find its own entry first, got crane'],
    });
  });

  it('finds a phrasing that finds another entry', () => {
    const phrasings = [...phrasingsOf('berth'), WORDS_FOR_CRANE];
    expect(broken(entry('berth', { phrasings }))).toEqual({
      'an entry finds itself by its phrasings': [
        `harbour/berth.md:1 "phrasings" expected "${WORDS_FOR_CRANE}" to find its own entry first (no collision), got crane`,
      ],
    });
  });

  it('finds a phrasing that is refused', () => {
    const phrasings = [...phrasingsOf('berth'), 'when does the train leave'];
    expect(Object.keys(broken(entry('berth', { phrasings })))).toEqual(['an entry finds itself by its phrasings']);
  });

  it('finds a question that is not covered and answered nevertheless', () => {
    const changes = { 'not-covered.yml': '- group: trains\n  topic: trains\n  questions: [where is the berth]\n' };
    expect(broken(changes)).toEqual({
      'what is not covered is refused': ['not-covered.yml:1 "trains" expected "where is the berth" to be refused, got the entry berth'],
    });
  });
});
