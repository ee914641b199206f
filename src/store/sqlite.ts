/** A SQLite file, or one in memory. */
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { CamelCasePlugin, Kysely } from 'kysely';
import { ConfigError } from '../core/errors.js';
import { codeOf, MEMORY } from './libsql/connection.js';
import { createTurns, despiteLocks, inTurn, threadDialect } from './libsql/dialect.js';
import { openThread, type Thread } from './libsql/thread.js';
import type { Db, Tables } from './schema.js';

export interface SqliteDatabase {
  readonly db: Db;
  /** Takes what was erased out of the file's log of changes (-wal) too, where it would stay readable. */
  readonly scrub: () => Promise<void>;
}

/**
 * Opens a database file, or creates it with its folder, readable to its owner alone, because it holds ids of people.
 * @param file a path, or ":memory:"
 * @throws ConfigError where it cannot be written or is not a database
 */
export async function openSqlite(file: string): Promise<SqliteDatabase> {
  if (file !== MEMORY) prepareFile(file);
  const thread = explained(file, await open(file));
  const turns = createTurns();
  const dialect = threadDialect(thread, turns, file !== MEMORY);
  let waiting: Promise<void> | null = null;
  return {
    db: new Kysely<Tables>({ dialect, plugins: [new CamelCasePlugin()] }),
    // Of many at once, as when a hundred messages are deleted together, one does it for all.
    scrub() {
      waiting ??= inTurn(turns, () => {
        waiting = null;
        return emptyLog(thread);
      });
      return waiting;
    },
  };
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

async function open(file: string): Promise<Thread> {
  try {
    return await despiteLocks(() => openThread(file));
  } catch (cause) {
    throw new ConfigError(explainSqlite(file, cause), { cause });
  }
}

/** Another program that reads at this moment is in the way for no longer than it reads. */
const SCRUB_ATTEMPTS = 10;
const SCRUB_RETRY_MS = 100;

/** Moves what the -wal file holds into the database and cuts the file to nothing. Where others are in the way for long, the next time does it. */
async function emptyLog(thread: Thread): Promise<void> {
  for (let attempt = 0; attempt < SCRUB_ATTEMPTS; attempt++) {
    const { rows } = await thread.run({ kind: 'checkpoint' });
    if ((rows[0] as { busy?: number } | undefined)?.busy !== 1) return;
    await wait(SCRUB_RETRY_MS);
  }
}

/** A thread whose errors about the file itself are words for the operator, and which leaves everything in the one file when it closes. */
function explained(file: string, thread: Thread): Thread {
  return {
    async run(task) {
      try {
        return await thread.run(task);
      } catch (cause) {
        throw isAboutFile(cause) ? Object.assign(new ConfigError(explainSqlite(file, cause), { cause }), { code: codeOf(cause) }) : cause;
      }
    },
    async close() {
      // What cannot be moved now stays in the -wal file beside it: nothing is lost.
      await emptyLog(thread).catch(() => {});
      await thread.close();
    },
  };
}

/** Codes of SQLite that say what the matter is with a file. */
const SENTENCES: Readonly<Record<string, (file: string) => string>> = {
  SQLITE_NOTADB: (file) => `"${file}" is not a SQLite database. Move it away, or name another file.`,
  SQLITE_READONLY: (file) => `The database file "${file}" cannot be written. Is it writable for this user?`,
  SQLITE_BUSY: (file) => `The database file "${file}" is locked by another program.`,
  SQLITE_FULL: (file) => `The disk is full: nothing can be written into the database file "${file}".`,
  SQLITE_IOERR: (file) => `The database file "${file}" cannot be read or written: its disk reports an error, or is full.`,
  SQLITE_CORRUPT: (file) =>
    `The database file "${file}" is damaged. Stop the bot, move the file and those beside it that begin with its name away, and put a backup in their place; without one the bot begins anew.`,
};

/** SQLite's codes have an extended form: "SQLITE_IOERR_WRITE". */
function sentenceOf(error: unknown): ((file: string) => string) | undefined {
  const code = codeOf(error) ?? '';
  return Object.entries(SENTENCES).find(([name]) => code === name || code.startsWith(`${name}_`))?.[1];
}

function isAboutFile(error: unknown): boolean {
  return sentenceOf(error) !== undefined && !codeOf(error)?.startsWith('SQLITE_BUSY');
}

/** Says what is the matter with a database file, for its operator. */
export function explainSqlite(file: string, cause: unknown): string {
  return sentenceOf(cause)?.(file) ?? `The database file "${file}" cannot be opened: ${textOf(cause)}.`;
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
