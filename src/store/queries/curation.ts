/** What people tell the curator: questions without an answer, picks, verdicts. */
import { createHash } from 'node:crypto';
import type { Store } from '../../core/ports.js';
import { byText, flag, storable } from '../columns.js';
import type { Db } from '../schema.js';

type CurationVerbs = 'addFeedback' | 'addGap' | 'addLabel' | 'curatorReport';

/** Creates the queries of curation. */
export function curationQueries(db: Db): Pick<Store, CurationVerbs> {
  return {
    async addFeedback({ helpful, ...feedback }) {
      const row = { ...feedback, helpful: flag(helpful) };
      const written = await db
        .insertInto('feedback')
        .values(row)
        .onConflict((conflict) =>
          conflict
            .columns(['questionId', 'userId'])
            .doUpdateSet(row)
            // A verdict on another entry is another verdict: an edited question can have another answer.
            .where((old) => old.or([old('feedback.helpful', '<>', row.helpful), old('feedback.entryId', '<>', row.entryId)])),
        )
        .returning('questionId')
        .executeTakeFirst();
      return written !== undefined;
    },

    async addGap({ guildId, reason, entryId, at, ...gap }) {
      const question = storable(gap.question);
      await db
        .insertInto('gap')
        .values({ key: countKey(guildId, question, reason, entryId), guildId, question, reason, entryId, count: 1, lastAt: at })
        .onConflict((conflict) =>
          conflict.column('key').doUpdateSet((row) => ({
            count: row('gap.count', '+', 1),
            lastAt: row.case().when('gap.lastAt', '<', at).then(at).else(row.ref('gap.lastAt')).end(),
          })),
        )
        .execute();
    },

    async addLabel({ guildId, entryId, at, ...label }) {
      const question = storable(label.question);
      await db
        .insertInto('label')
        .values({ key: countKey(guildId, question, entryId), guildId, question, entryId, count: 1, lastAt: at })
        .onConflict((conflict) =>
          conflict.column('key').doUpdateSet((row) => ({
            count: row('label.count', '+', 1),
            lastAt: row.case().when('label.lastAt', '<', at).then(at).else(row.ref('label.lastAt')).end(),
          })),
        )
        .execute();
    },

    async curatorReport(guildId) {
      let gaps = db.selectFrom('gap').select(['guildId', 'question', 'reason', 'entryId', 'count', 'lastAt']);
      let labels = db.selectFrom('label').select(['guildId', 'question', 'entryId', 'count', 'lastAt']);
      let feedback = db
        .selectFrom('feedback')
        .select(({ fn }) => ['entryId', fn.sum<number>('helpful').as('helpful'), fn.countAll<number>().as('all')])
        .groupBy('entryId');
      if (guildId !== undefined) {
        gaps = gaps.where('guildId', '=', guildId);
        labels = labels.where('guildId', '=', guildId);
        feedback = feedback.where('guildId', '=', guildId);
      }
      const verdicts = await feedback.execute();
      return {
        gaps: (await gaps.execute()).sort(byCount),
        labels: (await labels.execute()).sort(byCount),
        feedback: verdicts
          .sort((a, b) => b.all - a.all || byText(a.entryId, b.entryId))
          .map(({ entryId, helpful, all }) => ({ entryId, helpful, notHelpful: all - helpful })),
      };
    },
  };
}

/**
 * Shortens what makes two gaps or labels the same into one column: a unique index takes null for different from null, and PostgreSQL's
 * takes no text longer than 2,704 bytes.
 */
function countKey(...parts: readonly (string | null)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}

interface Counted {
  readonly count: number;
  readonly lastAt: number;
  readonly question: string;
  readonly guildId: string | null;
  readonly entryId: string | null;
}

/** Most frequent first, then the latest; the rest only makes the order the same everywhere. */
function byCount(a: Counted, b: Counted): number {
  const rest = (row: Counted): string => JSON.stringify([row.question, row.guildId, row.entryId]);
  return b.count - a.count || b.lastAt - a.lastAt || byText(rest(a), rest(b));
}
