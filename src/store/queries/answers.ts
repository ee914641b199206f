import type { AnsweredQuestion, Store } from '../../core/ports.js';
import { byText, readTexts, storable } from '../columns.js';
import type { Db, Row } from '../schema.js';
import { transact } from '../transaction.js';

/** Creates the queries of answered questions. */
export function answerQueries(db: Db): Pick<Store, 'saveAnswer' | 'answerTo' | 'questionsOf' | 'removeAnswer'> {
  return {
    async saveAnswer({ questionId, question, nearest, ...answer }) {
      const columns = { ...answer, question: storable(question), nearest: JSON.stringify(nearest) };
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

    removeAnswer: (questionId) =>
      transact(db, async (trx) => {
        const row = await trx.deleteFrom('answer').where('questionId', '=', questionId).returningAll().executeTakeFirst();
        if (!row) return null;
        await trx.deleteFrom('turn').where('conversation', '=', row.conversation).where('turnId', '=', questionId).execute();
        return fromRow(row);
      }),
  };
}

function fromRow(row: Row<'answer'>): AnsweredQuestion {
  return { ...row, nearest: readTexts(row.nearest) };
}
