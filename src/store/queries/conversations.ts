import { guildOfConversation } from '../../core/answering/conversation-key.js';
import type { Conversations } from '../../core/ports.js';
import { readTexts, storable } from '../columns.js';
import type { Db } from '../schema.js';
import { transact } from '../transaction.js';

/** Turns kept for one conversation; older ones are dropped. */
export const MAX_TURNS = 20;

/** Creates the queries of conversations. */
export function conversationQueries(db: Db): Conversations {
  return {
    async recentTurns(conversation, since) {
      const newestFirst = await db
        .selectFrom('turn')
        .select(['turnId as id', 'asker', 'question', 'entryId', 'offered', 'at'])
        .where('conversation', '=', conversation)
        .orderBy('seq', 'desc')
        // Turns that were added at the same moment may not have seen each other when they dropped older ones.
        .limit(MAX_TURNS)
        .execute();
      return newestFirst
        .filter(({ at }) => at >= since)
        .map((row) => ({ ...row, offered: readTexts(row.offered) }))
        .reverse();
    },

    addTurn: (conversation, { id, asker, question, entryId, offered, at }) =>
      transact(db, async (trx) => {
        const said = { asker, question: storable(question), entryId, offered: JSON.stringify(offered), at };
        await trx
          .insertInto('turn')
          .values({ conversation, turnId: id, guildId: guildOfConversation(conversation), ...said })
          // A null id conflicts with nothing. The replaced turn keeps its place, for `seq` stays.
          .onConflict((conflict) => conflict.columns(['conversation', 'turnId']).doUpdateSet(said))
          .execute();
        const kept = trx
          .selectFrom('turn')
          .select('seq')
          .where('conversation', '=', conversation)
          .orderBy('seq', 'desc')
          .offset(MAX_TURNS - 1)
          .limit(1);
        await trx
          .deleteFrom('turn')
          .where('conversation', '=', conversation)
          .where('seq', '<', (query) => query.selectFrom(kept.as('kept')).select('seq'))
          .execute();
      }),
  };
}
