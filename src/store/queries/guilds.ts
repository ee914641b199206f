import { sql } from 'kysely';
import type { Store } from '../../core/ports.js';
import { byText } from '../columns.js';
import { inPortions } from '../portions.js';
import { type Db, GUILD_TABLES, type GuildTable, PRIMARY_KEYS } from '../schema.js';
import { transact } from '../transaction.js';

type GuildVerbs = 'guildsJoined' | 'guildLeft' | 'guilds' | 'eraseGuildsLeftBefore';

/** Far below what a statement may have of parameters: 32,766 on SQLite, 65,535 on PostgreSQL. */
const IDS_AT_ONCE = 10_000;

/** Creates the queries of servers that come and go. */
export function guildQueries(db: Db, scrub: () => Promise<void>): Pick<Store, GuildVerbs> {
  return {
    guildsJoined: (guildIds) =>
      transact(db, async (trx) => {
        for (let from = 0; from < guildIds.length; from += IDS_AT_ONCE)
          await trx
            .deleteFrom('leftGuild')
            .where('guildId', 'in', guildIds.slice(from, from + IDS_AT_ONCE))
            .execute();
      }),

    async guildLeft(guildId, at) {
      await db
        .insertInto('leftGuild')
        .values({ guildId, leftAt: at })
        .onConflict((conflict) => conflict.column('guildId').doNothing())
        .execute();
    },

    async guilds() {
      const all = sql.join(
        GUILD_TABLES.map((table) => sql`select ${sql.ref('guildId')} from ${sql.table(table)}`),
        sql` union `,
      );
      const { rows } = await sql<{ guildId: string }>`
        select ${sql.ref('guildId')} from (${all}) as kept
        where ${sql.ref('guildId')} is not null
        and not exists (select 1 from ${sql.table('leftGuild')} where ${sql.ref('leftGuild.guildId')} = ${sql.ref('kept.guildId')})
      `.execute(db);
      return rows.map(({ guildId }) => guildId).sort(byText);
    },

    async eraseGuildsLeftBefore(time) {
      const left = await db.selectFrom('leftGuild').select('guildId').where('leftAt', '<', time).execute();
      const erased: string[] = [];
      for (const { guildId } of left) {
        for (const table of GUILD_TABLES) await inPortions((limit) => erasePortion(db, table, guildId, limit));
        // Last of all, so that an erasure that is cut short is taken up again.
        const gone = await db.deleteFrom('leftGuild').where('guildId', '=', guildId).returning('guildId').executeTakeFirst();
        if (gone) erased.push(guildId);
      }
      if (erased.length > 0) await scrub();
      return erased.sort(byText);
    },
  };
}

/** Erases some rows of a server from a table, unless the bot has come back to it meanwhile. */
async function erasePortion(db: Db, table: GuildTable, guildId: string, limit: number): Promise<number> {
  const keys = PRIMARY_KEYS[table].map((key) => sql.ref(key));
  const key = sql.join(keys);
  const { numAffectedRows = 0n } = await sql`
    delete from ${sql.table(table)} where (${key}) in (select ${key} from ${sql.table(table)} where ${sql.ref('guildId')} = ${guildId} limit ${limit})
    and exists (select 1 from ${sql.table('leftGuild')} where ${sql.ref('leftGuild.guildId')} = ${guildId})
  `.execute(db);
  return Number(numAffectedRows);
}
