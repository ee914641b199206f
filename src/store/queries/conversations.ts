import { guildOfConversation } from '../../core/answering/conversation-key.js';
import type { Conversations } from '../../core/ports.js';
import { readTexts, storable } from '../columns.js';
import type { Db } from '../schema.js';

/** Turns of one conversation that are looked at; older ones go when their time is over. */
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
        .limit(MAX_TURNS)
        .execute();
      return newestFirst
        .filter(({ at }) => at >= since)
        .map((row) => ({ ...row, offered: readTexts(row.offered) }))
        .reverse();
    },

    async addTurn(conversation, { id, asker, question, entryId, offered, at }) {
      const said = { asker, question: storable(question), entryId, offered: JSON.stringify(offered), at };
      await db
        .insertInto('turn')
        .values({ conversation, turnId: id, guildId: guildOfConversation(conversation), ...said })
        // A null id conflicts with nothing. The replaced turn keeps its place, for `seq` stays.
        .onConflict((conflict) => conflict.columns(['conversation', 'turnId']).doUpdateSet(said))
        .execute();
    },
  };
}
