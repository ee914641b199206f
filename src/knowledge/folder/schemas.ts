/** The shapes of the files of a knowledge folder. Each message completes "expected ...". */
import { z } from 'zod';
import { VERDICTS } from '../../core/entry.js';

/** Discord shows at most that many characters: an embed's title and its description. */
export const MAX_QUESTION_LENGTH = 256;
export const MAX_TEXT_LENGTH = 4_096;

const text = (max: number, what = 'a text') =>
  z
    .string({ error: what })
    .trim()
    .min(1, { error: `${what} that is not empty` })
    .max(max, { error: `at most ${max.toLocaleString('en')} characters (Discord shows no more)` });
const list = <T extends z.ZodType>(item: T, what: string) => z.array(item, { error: what });
const httpUrl = z.string({ error: 'a link' }).refine(isHttpUrl, { error: 'a link that begins with http:// or https://' });

export function isHttpUrl(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}

export const entrySchema = z
  .strictObject(
    {
      question: text(MAX_QUESTION_LENGTH).optional(),
      phrasings: list(text(500), 'a list of phrasings').default([]),
      claims: list(text(64, 'a claim id'), 'a list of claim ids').default([]),
      references: list(httpUrl, 'a list of links').default([]),
      followUps: list(text(64, 'an entry id'), 'a list of entry ids').default([]),
      tip: text(MAX_TEXT_LENGTH).optional(),
    },
    { error: 'fields with values' },
  )
  .nullable();

export const documentSchema = z.strictObject(
  {
    title: text(MAX_QUESTION_LENGTH),
    sections: list(
      z.strictObject({
        title: text(MAX_QUESTION_LENGTH),
        claims: list(
          z
            .strictObject({
              id: z
                .string({ error: 'a claim id' })
                .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, { error: 'a claim id (a-z, 0-9, "-", at most 64 characters)' }),
              claim: text(1_000),
              verdict: z.enum(VERDICTS, { error: `one of ${VERDICTS.join(', ')}` }),
              correction: text(1_000).optional(),
              references: list(httpUrl, 'a list of links').default([]),
            })
            .refine(({ verdict, correction }) => verdict === 'correct' || correction !== undefined, {
              error: 'a correction, for the verdict is not "correct"',
              path: ['correction'],
            }),
          'a list of claims',
        ),
      }),
      'a list of sections',
    ),
  },
  { error: 'a title and sections' },
);

export const notCoveredSchema = list(
  z.strictObject({
    group: z
      .string({ error: 'a group name' })
      .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, { error: 'a group name (a-z, 0-9, "-", at most 64 characters)' }),
    topic: text(80),
    questions: list(text(500), 'a list of questions').min(1, { error: 'at least one question' }),
  }),
  'a list of groups',
);

const wordGroups = list(list(text(64, 'a word'), 'a list of words').min(2, { error: 'at least two words' }), 'a list of groups').default(
  [],
);
export const wordingSchema = z.strictObject({ synonyms: wordGroups, alternatives: wordGroups }, { error: '"synonyms" and "alternatives"' });

/** Further phrasings by entry id. */
export const phrasingsSchema = z.record(z.string(), list(text(500), 'a list of phrasings'), { error: 'entry ids with lists of phrasings' });

/** A labelled question: entries any of which is right, or that nothing is answered, or a courtesy. */
const labelled = z
  .strictObject({
    ask: text(4_000),
    entries: list(text(64, 'an entry id'), 'a list of entry ids').min(1, { error: 'at least one entry id' }).optional(),
    expect: z.enum(['unknown', 'chat'], { error: '"unknown" or "chat"' }).optional(),
  })
  .refine(({ entries, expect }) => (entries === undefined) !== (expect === undefined), { error: 'either "entries" or "expect"' })
  .transform(({ ask, entries, expect }) => ({ ask, expected: entries ?? expect ?? 'unknown' }));

/** Labelled questions and conversations: evaluation.yml, calibration.yml. */
export const labelledSchema = z.strictObject(
  {
    questions: list(labelled, 'a list of questions').default([]),
    conversations: list(list(labelled, 'a list of turns').min(1, { error: 'at least one turn' }), 'a list of conversations').default([]),
  },
  { error: '"questions" or "conversations"' },
);
