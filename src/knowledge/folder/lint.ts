/** Curation rules: what the loader accepts but a curator would not. A table of rules, each a function from the knowledge to faults. */
import type { KnowledgeBase, KnowledgeEntry } from '../../core/entry.js';
import type { Matcher } from '../../core/matching/matcher.js';
import type { Fault } from './faults.js';

/** Fewer phrasings than this, the question not counted, teach the matcher too little. */
export const MIN_PHRASINGS = 10;
/** The short answer is read on a phone. */
const MAX_ANSWER_WORDS = 60;
/** Follow-ups are shown as buttons and menu lines. */
const MAX_LABEL_LENGTH = 70;

interface Rule {
  readonly name: string;
  readonly check: (knowledge: KnowledgeBase, matcher: Matcher) => Fault[];
}

const at = (entry: KnowledgeEntry, field: string, expected: string, got: string): Fault => ({ ...entry.place, field, expected, got });

const eachEntry =
  (check: (entry: KnowledgeEntry, knowledge: KnowledgeBase, matcher: Matcher) => Fault[]): Rule['check'] =>
  (knowledge, matcher) =>
    knowledge.entries.flatMap((entry) => check(entry, knowledge, matcher));

/** Ids of the claims that an entry answers. */
const coveredClaims = (entries: readonly KnowledgeEntry[]): ReadonlySet<string> => new Set(entries.flatMap(({ claims }) => claims));

export const RULES: readonly Rule[] = [
  {
    name: 'every claim is covered by an entry',
    check: ({ entries, documents }) => {
      const covered = coveredClaims(entries);
      return documents.flatMap(({ id, sections }) =>
        sections.flatMap(({ claims }) =>
          claims
            .filter((claim) => !covered.has(claim.id))
            .map((claim) => ({
              file: `documents/${id}.yml`,
              line: 1,
              field: claim.id,
              expected: 'an entry that answers this claim',
              got: 'none',
            })),
        ),
      );
    },
  },
  {
    name: 'every section is cited by an entry',
    check: ({ entries, documents }) => {
      const covered = coveredClaims(entries);
      return documents.flatMap(({ id, sections }) =>
        sections
          .filter(({ claims }) => claims.length > 0 && !claims.some((claim) => covered.has(claim.id)))
          .map(({ title }) => ({
            file: `documents/${id}.yml`,
            line: 1,
            field: title,
            expected: 'an entry that cites this section',
            got: 'none',
          })),
      );
    },
  },
  {
    name: 'an entry has enough phrasings',
    check: eachEntry((entry) =>
      entry.phrasings.length < MIN_PHRASINGS ? [at(entry, 'phrasings', `at least ${MIN_PHRASINGS}`, `${entry.phrasings.length}`)] : [],
    ),
  },
  {
    name: 'an entry has a tip',
    check: eachEntry((entry) => (entry.tip === null ? [at(entry, 'tip', 'one sentence for the daily tip', 'none')] : [])),
  },
  {
    name: 'a short answer is short',
    check: eachEntry((entry) => {
      const words = entry.answer.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
      return words > MAX_ANSWER_WORDS
        ? [at(entry, 'text', `at most ${MAX_ANSWER_WORDS} words before the first ## heading`, `${words}`)]
        : [];
    }),
  },
  {
    name: 'a question fits a button',
    check: eachEntry((entry) =>
      entry.question.length > MAX_LABEL_LENGTH
        ? [at(entry, 'question', `at most ${MAX_LABEL_LENGTH} characters`, `${entry.question.length}`)]
        : [],
    ),
  },
  {
    name: 'two to four follow-ups that lead on, never in a circle of two',
    check: eachEntry((entry, { entries }) => {
      const circles = entry.followUps.filter(
        (id) => entry.id < id && entries.find((other) => other.id === id)?.followUps.includes(entry.id),
      );
      const count = entry.followUps.length;
      return [
        ...(count < 2 || count > 4 ? [at(entry, 'followUps', '2 to 4 entries', `${count}`)] : []),
        ...circles.map((id) => at(entry, 'followUps', 'an entry that does not lead straight back', id)),
      ];
    }),
  },
  {
    name: 'an entry finds itself by its question',
    check: eachEntry((entry, _, matcher) => {
      const first = matcher.match(entry.question).candidates[0];
      return first?.entryId === entry.id ? [] : [at(entry, 'question', 'to find its own entry first', first?.entryId ?? 'nothing')];
    }),
  },
  {
    name: 'an entry finds itself by its phrasings',
    check: eachEntry((entry, _, matcher) =>
      entry.phrasings.flatMap((phrasing) => {
        const match = matcher.match(phrasing);
        const first = match.candidates[0];
        if (first?.entryId === entry.id && match.decision !== 'unknown') return [];
        const got = first?.entryId === entry.id ? 'a refusal' : (first?.entryId ?? 'nothing');
        return [at(entry, 'phrasings', `"${phrasing}" to find its own entry first (no collision)`, got)];
      }),
    ),
  },
  {
    name: 'what is not covered is refused',
    check: ({ notCovered }, matcher) =>
      notCovered.flatMap(({ group, questions }) =>
        questions.flatMap((question) => {
          const match = matcher.match(question);
          if (match.decision !== 'answer') return [];
          return [
            {
              file: 'not-covered.yml',
              line: 1,
              field: group,
              expected: `"${question}" to be refused`,
              got: `the entry ${match.candidates[0]?.entryId}`,
            },
          ];
        }),
      ),
  },
];

/** Applies every rule. */
export function lint(knowledge: KnowledgeBase, matcher: Matcher): { rule: string; faults: Fault[] }[] {
  return RULES.map(({ name, check }) => ({ rule: name, faults: check(knowledge, matcher) }));
}
