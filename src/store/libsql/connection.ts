/**
 * One SQLite database through libsql's synchronous API. A file has two connections: what reads is never held up by a transaction, nor by
 * another program's lock. It runs in a thread of its own (file) or in its caller's (memory).
 */
import Libsql from 'libsql';

export const MEMORY = ':memory:';

/** A statement with its parameters, or an end or a beginning of a transaction. */
export type Task =
  | { readonly kind: 'read' | 'write' | 'within'; readonly sql: string; readonly parameters: readonly unknown[] }
  | { readonly kind: 'begin' | 'commit' | 'rollback' | 'checkpoint' | 'close' };

export interface Result {
  readonly rows: unknown[];
  readonly changes: number;
}

export interface Connection {
  /** Does one thing; throws what libsql throws. */
  run(task: Task): Result;
}

/** How long a statement waits for another program's lock within SQLite; the caller tries again, and lets reads pass in between. */
const BUSY_TIMEOUT_MS = 50;
const PRAGMAS = [`busy_timeout = ${BUSY_TIMEOUT_MS}`, 'synchronous = full', 'foreign_keys = on', 'secure_delete = on'];
/** Lets others read while one writes; the file remembers it. Fails at once where two processes switch a new file: neither waits with a lock in its hand. */
const WAL = 'journal_mode = wal';
const NOTHING: Result = { rows: [], changes: 0 };

/** Opens a database. Throws what libsql throws, SQLITE_BUSY among it. */
export function openConnection(file: string): Connection {
  const writer = connect(file, [WAL, ...PRAGMAS]);
  const openReader = (): Libsql.Database => connect(file, [...PRAGMAS, 'query_only = on']);
  let reader = file === MEMORY ? writer : openReader();

  const read = (sql: string, parameters: readonly unknown[]): Result => {
    try {
      return execute(reader, sql, parameters);
    } catch (error) {
      // A statement that fails because the database is locked stays "in progress" in libsql 0.5, and with it the view of that moment.
      if (isBusy(error) && reader !== writer) {
        reader.close();
        reader = openReader();
      }
      throw error;
    }
  };
  const commit = (): Result => {
    try {
      writer.exec('commit');
      return NOTHING;
    } catch (error) {
      rollback();
      throw error;
    }
  };
  const rollback = (): Result => {
    // A full disk, among others, has SQLite roll back by itself.
    if (writer.inTransaction) writer.exec('rollback');
    return NOTHING;
  };
  /**
   * A transaction that only reads at first cannot wait for its lock when it writes: SQLite ends it. So each takes the lock first. Not as a
   * prepared statement, see above: later commits would fail with it.
   */
  const begin = (): Result => {
    writer.exec('begin immediate');
    return NOTHING;
  };
  return {
    run(task) {
      switch (task.kind) {
        case 'read':
          return read(task.sql, task.parameters);
        case 'write': {
          begin();
          try {
            const result = execute(writer, task.sql, task.parameters);
            commit();
            return result;
          } catch (error) {
            rollback();
            throw error;
          }
        }
        case 'within':
          return execute(writer, task.sql, task.parameters);
        case 'begin':
          return begin();
        case 'commit':
          return commit();
        case 'rollback':
          return rollback();
        case 'checkpoint':
          return { rows: writer.prepare('pragma wal_checkpoint(truncate)').all(), changes: 0 };
        case 'close':
          if (reader !== writer) reader.close();
          writer.close();
          return NOTHING;
      }
    },
  };
}

function connect(file: string, pragmas: readonly string[]): Libsql.Database {
  const database = new Libsql(file);
  try {
    for (const pragma of pragmas) database.prepare(`pragma ${pragma}`).all();
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function execute(database: Libsql.Database, sql: string, parameters: readonly unknown[]): Result {
  const statement = database.prepare(sql);
  const bound = parameters.map(bindable);
  if (statement.reader) return { rows: statement.all(bound), changes: 0 };
  return { rows: [], changes: statement.run(bound).changes };
}

/** Lets through what SQLite knows. libsql 0.5 ends the whole process at a boolean and takes undefined for null. */
function bindable(parameter: unknown): string | number | null {
  if (typeof parameter === 'string' || typeof parameter === 'number' || parameter === null) return parameter;
  throw new TypeError(`a parameter must be a text, a number or null, got ${typeof parameter}`);
}

/** The code of an error of SQLite or of the operating system; null where it has none. */
export function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

/** Whether another connection holds a lock, so that trying again may help. */
export function isBusy(error: unknown): boolean {
  return codeOf(error)?.startsWith('SQLITE_BUSY') === true;
}
