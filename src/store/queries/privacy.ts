/** What is known about a person, and how it goes: on request, with its server, or with time. */
import { sql } from 'kysely';
import type { Store } from '../../core/ports.js';
import { eraseInPortions } from '../portions.js';
import type { Db } from '../schema.js';
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
      const isBefore = (column: 'at' | 'lastAt' | 'claimedAt', time: number) => sql`${sql.ref(column)} < ${time}`;
      await eraseInPortions(db, 'answer', isBefore('at', before.answers));
      await eraseInPortions(db, 'turn', isBefore('at', before.turns));
      await eraseInPortions(db, 'feedback', isBefore('at', before.answers));
      await eraseInPortions(db, 'gap', isBefore('lastAt', before.gaps));
      await eraseInPortions(db, 'label', isBefore('lastAt', before.gaps));
      // The current round of tips and the one before decide what is shown next; older deliveries go with the gaps.
      const isOldRound = sql`cycle < (select max(newest.cycle) - 1 from ${sql.table('tipDelivery')} as newest
        where newest.guild_id = ${sql.ref('tipDelivery.guildId')})`;
      await eraseInPortions(db, 'tipDelivery', sql`${isBefore('claimedAt', before.gaps)} and ${isOldRound}`);
      // Also for what was replaced or removed since the last time.
      await scrub();
    },
  };
}
