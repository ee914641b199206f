/** Verbs that take more than one statement. */
import type { Transaction } from 'kysely';
import type { Db, Tables } from './schema.js';

const ATTEMPTS = 3;
/** PostgreSQL's serialization_failure and deadlock_detected: nothing was done, and the same work may succeed now. */
const RETRYABLE = ['40001', '40P01'];

/** Does all of the work or none of it; once more where PostgreSQL ended it to resolve a deadlock. */
export async function transact<T>(db: Db, work: (trx: Transaction<Tables>) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : null;
      if (attempt === ATTEMPTS || typeof code !== 'string' || !RETRYABLE.includes(code)) throw error;
    }
  }
}
