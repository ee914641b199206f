/** Suggestions while a question is being typed. */
import Fuse from 'fuse.js';
import type { KnowledgeBase } from '../entry.js';
import { STOP_WORDS } from '../language/english.js';
import { normalise, tokenise } from '../language/text.js';
import type { FollowUp } from './reply.js';

/** Phrasings of an entry that are searched, besides its question: the first ones, which its author wrote beside it. */
const PHRASINGS_SEARCHED = 15;
/** Of two equal hits, the one in the entry's own question is the better suggestion. */
const QUESTION_WEIGHT = 2;
/** fuse.js compares 32 letters at a time; what is typed beyond adds little to what is found, and as much time again. */
const MAX_TYPED = 32;
/** fuse.js's distance from which on nothing is suggested, 0 for equal to 1 for nothing in common: one slip in three or four letters. */
const THRESHOLD = 0.3;

/**
 * Makes the function that suggests entries for what somebody has typed so far: by fuse.js over questions and phrasings, best first, each
 * entry once. Nothing typed: the entries that most others lead to.
 */
export function createSuggester({ entries }: KnowledgeBase): (typed: string, limit: number) => readonly FollowUp[] {
  const suggestion = (entry: (typeof entries)[number]): FollowUp => ({ entryId: entry.id, label: entry.question });
  const timesLedTo = new Map<string, number>();
  for (const id of entries.flatMap(({ followUps }) => followUps)) timesLedTo.set(id, (timesLedTo.get(id) ?? 0) + 1);
  const wellKnown = [...entries].sort((a, b) => (timesLedTo.get(b.id) ?? 0) - (timesLedTo.get(a.id) ?? 0)).map(suggestion);

  const documents = entries.map((entry) => ({
    entry,
    question: telling(entry.question),
    phrasings: entry.phrasings.slice(0, PHRASINGS_SEARCHED).map(telling),
  }));
  const fuse = new Fuse(documents, {
    keys: [
      { name: 'question', weight: QUESTION_WEIGHT },
      { name: 'phrasings', weight: 1 },
    ],
    ignoreLocation: true,
    threshold: THRESHOLD,
  });
  return (typed, limit) => {
    const text = telling(typed).slice(0, MAX_TYPED).trim();
    if (text === '') return wellKnown.slice(0, limit);
    return fuse.search(text, { limit }).map(({ item }) => suggestion(item.entry));
  };
}

/** The words that tell one question from another, in their order: "how do i know which kernel" shares its first half with everything. */
function telling(text: string): string {
  return tokenise(normalise(text))
    .filter((word) => !STOP_WORDS.has(word))
    .join(' ');
}
