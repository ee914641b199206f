/** SQLite through libsql's synchronous API, which Kysely's dialect for better-sqlite3 drives. */
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { CamelCasePlugin, Kysely, type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely';
import Libsql from 'libsql';
import { ConfigError } from '../core/errors.js';
import type { Db, Tables } from './schema.js';

const MEMORY = ':memory:';
/** How long a statement waits for another process. It holds up this process meanwhile, and no transaction of ours lasts nearly as long. */
const BUSY_TIMEOUT_MS = 5_000;
const PRAGMAS = [`busy_timeout = ${BUSY_TIMEOUT_MS}`, 'synchronous = full', 'foreign_keys = on', 'secure_delete = on'];
const WAL_RETRY_MS = 20;

/**
 * Opens a database file, or creates it with its folder, readable to its owner alone, because it holds ids of people.
 * Once in a process: a second one would wait for a lock that the first cannot give up meanwhile, for waiting holds up the process.
 * @param file a path, or ":memory:"
 * @throws ConfigError where it cannot be written or is not a database
 */
export async function openSqlite(file: string): Promise<Db> {
  if (file !== MEMORY) prepareFile(file);
  const database = await connect(file);
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database: adapt(database) }), plugins: [new CamelCasePlugin()] });
}

function prepareFile(file: string): void {
  try {
    mkdirSync(dirname(resolve(file)), { recursive: true });
    // SQLite gives its -wal and -shm files the same permissions.
    closeSync(openSync(file, 'a', 0o600));
  } catch (cause) {
    throw new ConfigError(`The database file "${file}" cannot be written: ${textOf(cause)}. Is its folder writable for this user?`, {
      cause,
    });
  }
}

async function connect(file: string): Promise<Libsql.Database> {
  try {
    const database = new Libsql(file);
    await switchToWal(database);
    for (const pragma of PRAGMAS) database.prepare(`pragma ${pragma}`).all();
    return database;
  } catch (cause) {
    throw new ConfigError(explainSqlite(file, cause), { cause });
  }
}

/**
 * Lets others read while one writes; the file remembers it. Two processes that switch a new file at once would each wait for the other,
 * so here none waits with a lock in its hand.
 */
async function switchToWal(database: Libsql.Database): Promise<void> {
  const giveUpAt = Date.now() + BUSY_TIMEOUT_MS;
  for (;;) {
    try {
      database.prepare('pragma journal_mode = wal').all();
      return;
    } catch (error) {
      if (codeOf(error) !== 'SQLITE_BUSY' || Date.now() > giveUpAt) throw error;
      await wait(WAL_RETRY_MS);
    }
  }
}

/** Says what is the matter with a database file, for its operator. */
export function explainSqlite(file: string, cause: unknown): string {
  const code = codeOf(cause);
  if (code === 'SQLITE_NOTADB') return `"${file}" is not a SQLite database. Move it away, or name another file.`;
  if (code?.startsWith('SQLITE_READONLY')) return `The database file "${file}" cannot be written. Is it writable for this user?`;
  if (code === 'SQLITE_BUSY') return `The database file "${file}" is locked by another program.`;
  return `The database file "${file}" cannot be opened: ${textOf(cause)}.`;
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function adapt(database: Libsql.Database): SqliteDatabase {
  return {
    prepare: (sql) => {
      if (sql === 'begin') return begin(database);
      const statement = database.prepare(sql);
      return {
        reader: statement.reader,
        all: (parameters) => statement.all(parameters.map(bindable)),
        run: (parameters) => statement.run(parameters.map(bindable)),
        iterate: (parameters) => statement.iterate(parameters.map(bindable)),
      } satisfies SqliteStatement;
    },
    close: () => {
      database.close();
    },
  };
}

/**
 * A transaction that only reads at first cannot wait for its lock when it writes: SQLite ends it. So each takes the lock first. Not as a
 * prepared statement: one that fails because the database is locked stays "in progress" in libsql 0.5, and later commits fail with it.
 */
function begin(database: Libsql.Database): SqliteStatement {
  const run = (): { changes: number; lastInsertRowid: number } => {
    database.exec('begin immediate');
    return { changes: 0, lastInsertRowid: 0 };
  };
  return {
    reader: false,
    all: () => {
      run();
      return [];
    },
    run,
    iterate: () => {
      run();
      return [].values();
    },
  };
}

/** Lets through what SQLite knows. libsql 0.5 ends the whole process at a boolean and takes undefined for null. */
function bindable(parameter: unknown): string | number | null {
  if (typeof parameter === 'string' || typeof parameter === 'number' || parameter === null) return parameter;
  throw new TypeError(`a parameter must be a text, a number or null, got ${typeof parameter}`);
}
