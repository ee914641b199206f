/** What is known about a person, and how it goes: on request, with its server, or with time. */
import { sql } from 'kysely';
import type { Store } from '../../core/ports.js';
import { inPortions } from '../portions.js';
import { type Db, type GuildTable, PRIMARY_KEYS } from '../schema.js';
import { transact } from '../transaction.js';

/** Creates the queries of personal data. Each takes the tables in the same order (answer, turn, feedback), so none waits for another in a circle. */
export function privacyQueries(db: Db, scrub: () => Promise<void>): Pick<Store, 'personalData' | 'erasePerson' | 'expire'> {
  return {
    personalData: (userId) =>
      db
        .selectNoFrom(({ selectFrom, fn }) => [
          selectFrom('turn').select(fn.countAll<number>().as('n')).where('asker', '=', userId).$asScalar().$notNull().as('turns'),
          selectFrom('answer').select(fn.countAll<number>().as('n')).where('askerId', '=', userId).$asScalar().$notNull().as('answers'),
          selectFrom('feedback').select(fn.countAll<number>().as('n')).where('userId', '=', userId).$asScalar().$notNull().as('feedback'),
        ])
        .executeTakeFirstOrThrow(),

    async erasePerson(userId) {
      const erased = await transact(db, async (trx) => {
        const answers = await trx.deleteFrom('answer').where('askerId', '=', userId).executeTakeFirst();
        const turns = await trx.deleteFrom('turn').where('asker', '=', userId).executeTakeFirst();
        const feedback = await trx.deleteFrom('feedback').where('userId', '=', userId).executeTakeFirst();
        return {
          turns: Number(turns.numDeletedRows),
          answers: Number(answers.numDeletedRows),
          feedback: Number(feedback.numDeletedRows),
        };
      });
      await scrub();
      return erased;
    },

    async expire(before) {
      await inPortions((limit) => olderThan(db, 'answer', 'at', before.answers, limit));
      await inPortions((limit) => olderThan(db, 'turn', 'at', before.turns, limit));
      await inPortions((limit) => olderThan(db, 'feedback', 'at', before.answers, limit));
      await inPortions((limit) => olderThan(db, 'gap', 'lastAt', before.gaps, limit));
      await inPortions((limit) => olderThan(db, 'label', 'lastAt', before.gaps, limit));
      // The current round of tips and the one before decide what is shown next; older deliveries go with the gaps.
      const isOldRound = sql`and cycle < (select max(newest.cycle) - 1 from ${sql.table('tipDelivery')} as newest
        where newest.guild_id = ${sql.ref('tipDelivery.guildId')})`;
      await inPortions((limit) => olderThan(db, 'tipDelivery', 'claimedAt', before.gaps, limit, isOldRound));
      // Also for what was replaced or removed since the last time.
      await scrub();
    },
  };
}

/** Erases some rows of a table that are older than a time. */
async function olderThan(
  db: Db,
  table: GuildTable,
  column: 'at' | 'lastAt' | 'claimedAt',
  time: number,
  limit: number,
  and = sql``,
): Promise<number> {
  const key = sql.join(PRIMARY_KEYS[table].map((name) => sql.ref(name)));
  const { numAffectedRows = 0n } = await sql`
    delete from ${sql.table(table)} where (${key}) in
    (select ${key} from ${sql.table(table)} where ${sql.ref(column)} < ${time} ${and} limit ${limit})
  `.execute(db);
  return Number(numAffectedRows);
}
