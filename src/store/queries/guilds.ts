import { sql } from 'kysely';
import type { Store } from '../../core/ports.js';
import { byText } from '../columns.js';
import { eraseInPortions } from '../portions.js';
import { type Db, GUILD_TABLES } from '../schema.js';
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
        const isOfGuild = sql`${sql.ref('guildId')} = ${guildId}`;
        // Unless the bot has come back to it meanwhile.
        const isStillLeft = sql`exists (select 1 from ${sql.table('leftGuild')} where ${sql.ref('leftGuild.guildId')} = ${guildId})`;
        for (const table of GUILD_TABLES) await eraseInPortions(db, table, isOfGuild, isStillLeft);
        // Last of all, so that an erasure that is cut short is taken up again.
        const gone = await db.deleteFrom('leftGuild').where('guildId', '=', guildId).returning('guildId').executeTakeFirst();
        if (gone) erased.push(guildId);
      }
      if (erased.length > 0) await scrub();
      return erased.sort(byText);
    },
  };
}
