/** What is known about a person, and how it goes: on request, with its server, or with time. */
import type { Store } from '../../core/ports.js';
import type { Db } from '../schema.js';
import { transact } from '../transaction.js';

/** Creates the queries of personal data. Each takes the tables in the same order (answer, turn, feedback), so none waits for another in a circle. */
export function privacyQueries(db: Db): Pick<Store, 'personalData' | 'erasePerson' | 'expire'> {
  return {
    personalData: (userId) =>
      db
        .selectNoFrom(({ selectFrom, fn }) => [
          selectFrom('turn').select(fn.countAll<number>().as('n')).where('asker', '=', userId).$asScalar().$notNull().as('turns'),
          selectFrom('answer').select(fn.countAll<number>().as('n')).where('askerId', '=', userId).$asScalar().$notNull().as('answers'),
          selectFrom('feedback').select(fn.countAll<number>().as('n')).where('userId', '=', userId).$asScalar().$notNull().as('feedback'),
        ])
        .executeTakeFirstOrThrow(),

    erasePerson: (userId) =>
      transact(db, async (trx) => {
        const answers = await trx.deleteFrom('answer').where('askerId', '=', userId).executeTakeFirst();
        const turns = await trx.deleteFrom('turn').where('asker', '=', userId).executeTakeFirst();
        const feedback = await trx.deleteFrom('feedback').where('userId', '=', userId).executeTakeFirst();
        return {
          turns: Number(turns.numDeletedRows),
          answers: Number(answers.numDeletedRows),
          feedback: Number(feedback.numDeletedRows),
        };
      }),

    expire: (before) =>
      transact(db, async (trx) => {
        await trx.deleteFrom('answer').where('at', '<', before.answers).execute();
        await trx.deleteFrom('turn').where('at', '<', before.turns).execute();
        await trx.deleteFrom('feedback').where('at', '<', before.answers).execute();
        await trx.deleteFrom('gap').where('lastAt', '<', before.gaps).execute();
        await trx.deleteFrom('label').where('lastAt', '<', before.gaps).execute();
        // The current round of tips and the one before decide what is shown next; older deliveries go with the gaps.
        await trx
          .deleteFrom('tipDelivery')
          .where('claimedAt', '<', before.gaps)
          .where('cycle', '<', (query) =>
            query
              .selectFrom('tipDelivery as all')
              .select(({ eb, fn }) => eb(fn.max('all.cycle'), '-', 1).as('previous'))
              .whereRef('all.guildId', '=', 'tipDelivery.guildId'),
          )
          .execute();
      }),
  };
}
