/** Erasing any number of rows, so that nobody who asks meanwhile waits for all of it. */
import { type RawBuilder, sql } from 'kysely';
import { type Db, type GuildTable, PRIMARY_KEYS } from './schema.js';

/** Rows of one portion: some milliseconds of a database's time. */
const PORTION = 500;

/**
 * Erases rows portion by portion, until there are none left.
 * @param which the condition that they meet
 * @param meanwhile one that has to hold as long as it goes on
 */
export async function eraseInPortions(db: Db, table: GuildTable, which: RawBuilder<unknown>, meanwhile = sql`1 = 1`): Promise<void> {
  const key = sql.join(PRIMARY_KEYS[table].map((name) => sql.ref(name)));
  const rows = sql`select ${key} from ${sql.table(table)} where ${which} limit ${PORTION}`;
  const portion = sql`delete from ${sql.table(table)} where (${key}) in (${rows}) and ${meanwhile}`;
  while ((await portion.execute(db)).numAffectedRows === BigInt(PORTION));
}
