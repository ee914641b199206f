/**
 * The schema, as a list of steps that only grows: what a step did may be in somebody's database, so none is ever changed or removed.
 * Kysely's own Migrator is not used: on SQLite it takes no lock against another process and no transaction.
 */
import { type Kysely, sql } from 'kysely';
import { ConfigError } from '../core/errors.js';
import type { Backend } from './schema.js';

/** Statements that lead from one version of the schema to the next. */
export type Step = (backend: Backend) => readonly string[];

const tables: Step = (backend) => {
  const serial = backend === 'postgres' ? 'bigint generated always as identity primary key' : 'integer primary key autoincrement';
  return [
    `create table guild_settings (guild_id text not null primary key, channels text, reply_in text, private integer,
      cooldown_seconds integer, keep_questions integer)`,
    'create table left_guild (guild_id text not null primary key, left_at bigint not null)',

    `create table turn (seq ${serial}, conversation text not null, turn_id text, guild_id text, asker text, question text not null,
      entry_id text, offered text not null, at bigint not null, unique (conversation, turn_id))`,
    'create index turn_conversation on turn (conversation, seq)',
    'create index turn_guild on turn (guild_id)',
    'create index turn_asker on turn (asker)',
    'create index turn_at on turn (at)',

    `create table answer (question_id text not null primary key, guild_id text, channel_id text not null, asker_id text not null,
      answer_id text, conversation text not null, entry_id text, question text not null, nearest text not null, at bigint not null)`,
    'create index answer_answer on answer (answer_id)',
    'create index answer_guild on answer (guild_id)',
    'create index answer_asker on answer (asker_id)',
    'create index answer_at on answer (at)',

    `create table feedback (question_id text not null, user_id text not null, guild_id text, entry_id text not null,
      helpful integer not null, at bigint not null, primary key (question_id, user_id))`,
    'create index feedback_user on feedback (user_id)',
    'create index feedback_guild on feedback (guild_id)',
    'create index feedback_at on feedback (at)',

    `create table gap (key text not null primary key, guild_id text, question text not null, reason text not null, entry_id text,
      count integer not null, last_at bigint not null)`,
    'create index gap_guild on gap (guild_id)',
    `create table label (key text not null primary key, guild_id text, question text not null, entry_id text not null,
      count integer not null, last_at bigint not null)`,
    'create index label_guild on label (guild_id)',

    `create table tip_schedule (guild_id text not null primary key, channel_id text not null, time_zone text not null,
      time text not null, weekdays text not null, next_due_at bigint not null, paused_because text)`,
    'create index tip_schedule_due on tip_schedule (next_due_at)',
    `create table tip_delivery (guild_id text not null, local_date text not null, channel_id text not null, tip_id text,
      cycle integer not null, claimed_at bigint not null, state text not null, attempts integer not null, message_id text,
      primary key (guild_id, local_date))`,
    'create index tip_delivery_state on tip_delivery (state, claimed_at)',
  ];
};

/** Tells an edit of a question from a pin, a preview or a thread, which come as edits too. */
const editedQuestions: Step = () => ['alter table answer add column edited_at bigint'];

/** An answer is announced before it is posted, and a refused tip is counted: neither can be told from what is there afterwards. */
const intentsAndRefusals: Step = () => [
  'alter table answer add column is_posting integer',
  'alter table tip_schedule add column refusals integer not null default 0',
];

/** New steps go to the end. */
const STEPS: readonly Step[] = [tables, editedQuestions, intentsAndRefusals];

/** Any number that no other program uses for a lock in the same database: "DOCK" in ASCII. */
const LOCK = 0x44_4f_43_4b;

/**
 * Brings the database to the newest schema. Any number of processes may do so at once: the first does it, the others wait and find it done.
 * @throws ConfigError where the database has steps that this program does not know
 */
export async function migrate<T>(db: Kysely<T>, backend: Backend, steps: readonly Step[] = STEPS): Promise<void> {
  await db.transaction().execute(async (trx) => {
    // On SQLite the transaction itself is the lock: it begins as "immediate".
    if (backend === 'postgres') await sql`select pg_advisory_xact_lock(${LOCK})`.execute(trx);
    await sql`create table if not exists dockmaster_schema (version integer not null primary key)`.execute(trx);
    const { rows } = await sql<{ version: number | null }>`select max(version) as version from dockmaster_schema`.execute(trx);
    const version = rows[0]?.version ?? 0;
    if (version > steps.length) {
      throw new ConfigError(
        `The database is newer than this program: its schema has version ${version}, this program knows ${steps.length}. ` +
          'Start the release that wrote it, or a later one.',
      );
    }
    for (const [at, step] of steps.entries()) {
      if (at < version) continue;
      for (const statement of step(backend)) await sql.raw(statement).execute(trx);
      await sql`insert into dockmaster_schema (version) values (${at + 1})`.execute(trx);
    }
  });
}
