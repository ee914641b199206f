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

  it('for nothing typed, or nothing that tells questions apart, are the entries that most others lead to', () => {
    const harbour = createSuggester(
      knowledgeOf({
        a: { question: 'A dock?', followUps: ['c', 'b'] },
        b: { question: 'A berth?', followUps: ['c'] },
        c: { question: 'A crane?' },
      }),
    );
    for (const typed of ['', '   ', 'is the', '???']) expect(harbour(typed, LIMIT).map(({ entryId }) => entryId)).toEqual(['c', 'b', 'a']);
    expect(harbour('', 2).map(({ entryId }) => entryId)).toEqual(['c', 'b']);
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
