import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSuggester } from '../../../src/core/answering/suggest.js';
import type { KnowledgeBase, KnowledgeEntry } from '../../../src/core/entry.js';
import { loadKnowledge } from '../../../src/knowledge/folder/load.js';
import { KNOWLEDGE_DIR } from '../../support/engine.js';

/** As many as Discord shows while one types. */
const LIMIT = 25;

const shipped = loadKnowledge(KNOWLEDGE_DIR);
const suggest = createSuggester(shipped);
const idsFor = (typed: string, limit = LIMIT): string[] => suggest(typed, limit).map(({ entryId }) => entryId);

/** A knowledge base of questions, with where they lead. */
function knowledgeOf(entries: Readonly<Record<string, { question: string; phrasings?: string[]; followUps?: string[] }>>): KnowledgeBase {
  const list = Object.entries(entries).map(([id, { question, phrasings = [], followUps = [] }]): KnowledgeEntry => {
    const texts = { answer: 'So.', layers: {}, claims: [], references: [], tip: null };
    return { id, topic: '', question, phrasings, followUps, ...texts, place: { file: `${id}.md`, line: 1 } };
  });
  return { ...shipped, entries: list };
}

describe('suggestions while a question is typed', () => {
  it('hold every entry whose question or own phrasing was typed, nearly always as the first', () => {
    const texts = shipped.entries.flatMap(({ id, question, phrasings }) =>
      [question, ...phrasings.slice(0, 1)].map((text) => ({ id, text })),
    );
    const misses = texts.filter(({ id, text }) => !idsFor(text).includes(id));
    expect(misses).toEqual([]);
    const first = shipped.entries.filter(({ id, question }) => idsFor(question)[0] === id);
    expect(first.length / shipped.entries.length).toBeGreaterThan(0.9);
  });

  it('come from the first hundred letters, however many follow', () => {
    const typed = 'can a windows container run on a linux host '.repeat(3).slice(0, 100);
    expect(idsFor(typed).length).toBeGreaterThan(0);
    for (const more of ['prune '.repeat(1_000), '\ufdfa'.repeat(5_900), `${'\u0301'.repeat(5_000)} kernel`])
      expect(idsFor(typed + more)).toEqual(idsFor(typed));
    expect(idsFor(' '.repeat(5_000) + typed)).toEqual(idsFor(typed));
  });

  it.each([
    ['windows con', 'windows-containers'],
    ['windows contaner on linx', 'windows-container-on-linux'],
    ['WINDOWS CONTAINER ON A LINUX HOST??', 'windows-container-on-linux'],
    ['what is a kern', 'what-is-a-kernel'],
    ['wsl', 'wsl2-kernel'],
    ['exec format', 'exec-format-error'],
  ])('for "%s" hold %s', (typed, entryId) => {
    expect(idsFor(typed)).toContain(entryId);
  });

  it('are the questions as the knowledge base words them', () => {
    const known = new Map(shipped.entries.map(({ id, question }) => [id, question]));
    for (const { entryId, label } of suggest('windows', LIMIT)) expect(label).toBe(known.get(entryId));
  });

  it('come from a phrasing too, and the entry’s own question goes first', () => {
    const harbour = createSuggester(
      knowledgeOf({
        pier: { question: 'Where do ships wait?', phrasings: ['where is the lighthouse keeper'] },
        tower: { question: 'Who is the lighthouse keeper?' },
        crane: { question: 'What lifts boxes?' },
      }),
    );
    expect(harbour('lighthouse keeper', LIMIT).map(({ entryId }) => entryId)).toEqual(['tower', 'pier']);
  });

  it('for nothing typed are the entries that most others lead to', () => {
    const harbour = createSuggester(
      knowledgeOf({
        a: { question: 'A dock?', followUps: ['c', 'b'] },
        b: { question: 'A berth?', followUps: ['c'] },
        c: { question: 'A crane?' },
      }),
    );
    for (const typed of ['', '   ', '???']) expect(harbour(typed, LIMIT).map(({ entryId }) => entryId)).toEqual(['c', 'b', 'a']);
    expect(harbour('', 2).map(({ entryId }) => entryId)).toEqual(['c', 'b']);
  });

  it('for a beginning that tells nothing are the questions that begin like that, the best known first', () => {
    const harbour = createSuggester(
      knowledgeOf({
        moor: { question: 'How do I moor a ship?', followUps: ['load'] },
        load: { question: 'How do I load a ship?' },
        pier: { question: 'Where is the pier?', phrasings: ['how do i find the pier'] },
      }),
    );
    for (const typed of ['how do i', 'How do I ', 'hwo do i'])
      expect(harbour(typed, LIMIT).map(({ entryId }) => entryId)).toEqual(['load', 'moor']);
    expect(harbour('is it', LIMIT)).toEqual([]);
  });

  it('begin as was typed, or else have all its telling words, in any order and form', () => {
    const harbour = createSuggester(
      knowledgeOf({
        loading: { question: 'Who loads the container ships?' },
        ships: { question: 'Which ships carry containers?' },
        crane: { question: 'What does a crane lift?', phrasings: ['which container is too heavy for the ship'] },
        whale: { question: 'Is a whale a ship?' },
      }),
    );
    const idsOf = (typed: string): string[] => harbour(typed, LIMIT).map(({ entryId }) => entryId);
    expect(idsOf('which ships carry')).toEqual(['ships']);
    expect(idsOf('container ship')).toEqual(['loading', 'ships', 'crane']);
    expect(idsOf('contaienr ship')).toEqual(['loading', 'ships', 'crane']);
    expect(idsOf('ship whale')).toEqual(['whale']);
    expect(idsOf('whale pizza')).toEqual([]);
  });

  it('tell what stands on what: the words in their order go first', () => {
    const harbour = createSuggester(
      knowledgeOf({
        a: { question: 'Must cranes on ships be tied down?' },
        b: { question: 'Must ships on cranes be tied down?' },
      }),
    );
    expect(harbour('ships on cranes', LIMIT)[0]?.entryId).toBe('b');
    expect(harbour('cranes on ships', LIMIT)[0]?.entryId).toBe('a');
  });

  it('leave out an entry that names the one word by the way, in one phrasing of many', () => {
    const many = Array.from({ length: 40 }, (_, i) => `where is pier number ${i + 1}`);
    const harbour = createSuggester(
      knowledgeOf({
        pier: { question: 'Where are the piers?', phrasings: [...many, 'may gulls sit there'] },
        gulls: { question: 'Who feeds the gulls?' },
      }),
    );
    expect(harbour('gulls', LIMIT).map(({ entryId }) => entryId)).toEqual(['gulls']);
    expect(harbour('may gulls', LIMIT).map(({ entryId }) => entryId)).toEqual(['pier']);
  });

  it('are for at most eight entries whose question does not show why', () => {
    const piers = Array.from({ length: 12 }, (_, i) => [`pier-${i}`, { question: `Pier ${i}?`, phrasings: ['is there a gull'] }] as const);
    const harbour = createSuggester(knowledgeOf({ ...Object.fromEntries(piers), gulls: { question: 'Who feeds the gulls?' } }));
    const ids = harbour('gull', LIMIT).map(({ entryId }) => entryId);
    expect(ids[0]).toBe('gulls');
    expect(ids).toHaveLength(9);
  });

  it.each([
    ...['pizza', 'best restaurant', 'asdfgh', 'how do I bake', 'how do i bake a cake', 'who won the world cup', 'weather tomorrow'],
    ...['tell me a joke', 'buy cheap shoes', 'football scores', 'my cat is ill', 'play some music', 'learn french', 'bitcoin price'],
    ...['movie tonight', 'what is love', 'why is the sky blue', 'recipe for pasta', 'how to tie a tie', 'can dogs eat grapes'],
  ])('are two at most for what has nothing to do with the subject: %s', (typed) => {
    expect(idsFor(typed).length).toBeLessThanOrEqual(2);
  });

  /** How many entries are suggested, and how many first, once so many letters of their question are typed; and how many rows that takes. */
  const measured = (typedOf: (question: string) => string): { among: number; first: number; rows: number } => {
    const found = shipped.entries.map(({ id, question }) => ({ id, ids: idsFor(typedOf(question)) }));
    const share = (isSo: (one: { id: string; ids: string[] }) => boolean): number => found.filter(isSo).length / found.length;
    return {
      among: share(({ id, ids }) => ids.includes(id)),
      first: share(({ id, ids }) => ids[0] === id),
      rows: found.reduce((sum, { ids }) => sum + ids.length, 0) / found.length,
    };
  };
  const swapped = (text: string): string => `${text.slice(0, 4)}${text[5]}${text[4]}${text.slice(6)}`;

  it.each([
    ['six letters', 6, 0.95, 0.4],
    ['fourteen letters', 14, 0.99, 0.8],
    ['twenty-four letters', 24, 0.99, 0.95],
  ])('hold the entry whose question is being typed after %s, and soon first', (_, letters, among, first) => {
    const shown = measured((question) => question.slice(0, letters));
    expect(shown.among).toBeGreaterThanOrEqual(among);
    expect(shown.first).toBeGreaterThanOrEqual(first);
    expect(shown.rows).toBeLessThan(15);
  });

  it.each([
    ['fourteen letters', 14, 0.95, 0.8],
    ['twenty-four letters', 24, 0.95, 0.9],
  ])('do so after %s of which two are swapped', (_, letters, among, first) => {
    const shown = measured((question) => swapped(question).slice(0, letters));
    expect(shown.among).toBeGreaterThanOrEqual(among);
    expect(shown.first).toBeGreaterThanOrEqual(first);
    expect(shown.rows).toBeLessThan(15);
  });

  it('are none where nothing is near', () => {
    expect(idsFor('xqzjvkq')).toEqual([]);
  });

  it('are none in an empty knowledge base', () => {
    const none = createSuggester(knowledgeOf({}));
    expect(none('', LIMIT)).toEqual([]);
    expect(none('crane', LIMIT)).toEqual([]);
  });

  it('are at most as many as wanted, each entry once, and the same every time, whatever is typed', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.constantFrom(...shipped.entries.map(({ question }) => question)),
    );
    fc.assert(
      fc.property(typed, fc.integer({ min: 1, max: LIMIT }), (text, limit) => {
        const ids = idsFor(text, limit);
        expect(ids.length).toBeLessThanOrEqual(limit);
        expect(new Set(ids).size).toBe(ids.length);
        expect(idsFor(text, limit)).toEqual(ids);
      }),
      { numRuns: 60 },
    );
  });
});
