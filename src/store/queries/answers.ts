import type { AnsweredQuestion, Store } from '../../core/ports.js';
import { byText, flag, readTexts, storable } from '../columns.js';
import type { Db, Row } from '../schema.js';
import { transact } from '../transaction.js';

type AnswerVerbs = 'saveAnswer' | 'answerTo' | 'questionsOf' | 'answeredPlaces' | 'removeAnswer';

/** Creates the queries of answered questions. */
export function answerQueries(db: Db, scrub: () => Promise<void>): Pick<Store, AnswerVerbs> {
  return {
    async saveAnswer({ questionId, question, nearest, isPosting, ...answer }) {
      const columns = { ...answer, question: storable(question), nearest: JSON.stringify(nearest), isPosting: flag(isPosting) };
      await db
        .insertInto('answer')
        .values({ questionId, ...columns })
        .onConflict((conflict) => conflict.column('questionId').doUpdateSet(columns))
        .execute();
    },

    async answerTo(questionId) {
      const row = await db.selectFrom('answer').selectAll().where('questionId', '=', questionId).executeTakeFirst();
      return row ? fromRow(row) : null;
    },

    async questionsOf(answerId) {
      const rows = await db.selectFrom('answer').selectAll().where('answerId', '=', answerId).execute();
      return rows.map(fromRow).sort((a, b) => a.at - b.at || byText(a.questionId, b.questionId));
    },

    answeredPlaces: (since, limit) =>
      db
        .selectFrom('answer')
        .select(({ fn }) => ['guildId', 'channelId', fn.max('at').as('lastAt')])
        .where('at', '>=', since)
        .groupBy(['guildId', 'channelId'])
        .orderBy('lastAt', 'desc')
        .limit(limit)
        .execute()
        .then((rows) => rows.map(({ guildId, channelId }) => ({ guildId, channelId }))),

    async removeAnswer(questionId) {
      const removed = await transact(db, async (trx) => {
        const row = await trx.deleteFrom('answer').where('questionId', '=', questionId).returningAll().executeTakeFirst();
        if (!row) return null;
        await trx.deleteFrom('turn').where('conversation', '=', row.conversation).where('turnId', '=', questionId).execute();
        return fromRow(row);
      });
      if (removed !== null) await scrub();
      return removed;
    },
  };
}

function fromRow(row: Row<'answer'>): AnsweredQuestion {
  return { ...row, nearest: readTexts(row.nearest), isPosting: row.isPosting === 1 };
}
