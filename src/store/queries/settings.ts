import type { Store } from '../../core/ports.js';
import { DEFAULT_SETTINGS, type GuildSettings } from '../../core/settings.js';
import { flag, readTexts } from '../columns.js';
import type { Db, Row } from '../schema.js';

/** Creates the queries of servers' settings. */
export function settingsQueries(db: Db): Pick<Store, 'settings' | 'allSettings' | 'changeSettings'> {
  const settings: Store['settings'] = async (guildId) => {
    const row = await db.selectFrom('guildSettings').selectAll().where('guildId', '=', guildId).executeTakeFirst();
    return row ? fromRow(row) : DEFAULT_SETTINGS;
  };

  return {
    settings,
    async allSettings() {
      const rows = await db.selectFrom('guildSettings').selectAll().execute();
      return new Map(rows.map((row) => [row.guildId, fromRow(row)]));
    },
    async changeSettings(guildId, change) {
      const changed = toColumns(change);
      if (Object.keys(changed).length === 0) return settings(guildId);
      // Only the columns that change are written, so two changes at once do not undo each other.
      const row = await db
        .insertInto('guildSettings')
        .values({ guildId, ...changed })
        .onConflict((conflict) => conflict.column('guildId').doUpdateSet(changed))
        .returningAll()
        .executeTakeFirstOrThrow();
      return fromRow(row);
    },
  };
}

type Columns = Partial<Omit<Row<'guildSettings'>, 'guildId'>>;

function toColumns({ channels, replyIn, private: isPrivate, cooldownSeconds, keepQuestions }: Partial<GuildSettings>): Columns {
  return {
    ...(channels !== undefined && { channels: JSON.stringify(channels) }),
    ...(replyIn !== undefined && { replyIn }),
    ...(isPrivate !== undefined && { private: flag(isPrivate) }),
    ...(cooldownSeconds !== undefined && { cooldownSeconds }),
    ...(keepQuestions !== undefined && { keepQuestions: flag(keepQuestions) }),
  };
}

function fromRow(row: Row<'guildSettings'>): GuildSettings {
  const defaults = DEFAULT_SETTINGS;
  return {
    channels: row.channels === null ? defaults.channels : readTexts(row.channels),
    replyIn: row.replyIn ?? defaults.replyIn,
    private: row.private === null ? defaults.private : row.private === 1,
    cooldownSeconds: row.cooldownSeconds ?? defaults.cooldownSeconds,
    keepQuestions: row.keepQuestions === null ? defaults.keepQuestions : row.keepQuestions === 1,
  };
}
