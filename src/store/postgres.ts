/** PostgreSQL through a pool of connections. */
import { CamelCasePlugin, Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import pg from 'pg';
import type { Db, Tables } from './schema.js';

const MAX_CONNECTIONS = 10;
const CONNECT_TIMEOUT_MS = 5_000;
/** No statement of ours takes nearly as long, so one that does waits for a lock or for a server that is gone. */
const STATEMENT_TIMEOUT_MS = 10_000;
/** Longer than the server's own timeout: for a server that does not answer any more. */
const QUERY_TIMEOUT_MS = STATEMENT_TIMEOUT_MS + 2_000;

/** Creates the pool; it connects when it is first used. `onConnectionLost` hears of connections that ended by themselves. */
export function openPostgres(url: string, onConnectionLost: (error: Error) => void): Db {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'dockmaster',
    max: MAX_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    query_timeout: QUERY_TIMEOUT_MS,
    idle_in_transaction_session_timeout: STATEMENT_TIMEOUT_MS,
    keepAlive: true,
    types: { getTypeParser: parserOf },
  });
  // Without a listener each of these would end the process. A connection in use reports to its client alone: the call that uses it
  // fails, and the pool replaces it. An idle one reports through the pool.
  pool.on('error', onConnectionLost);
  pool.on('connect', (client) => client.on('error', () => {}));
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: discarding(pool) }), plugins: [new CamelCasePlugin()] });
}

/**
 * A pool that throws away a connection on which a statement came to no end, or that said goodbye: pg would hand it out again, and whoever
 * gets it would wait behind the statement that nobody answers. Its transaction ends with it, so a rollback is done already.
 */
function discarding(pool: pg.Pool): PostgresPool {
  return {
    async connect() {
      const client = await pool.connect();
      let isBroken = false;
      const query = async (sql: string, parameters: unknown[]): Promise<unknown> => {
        if (isBroken) return { command: 'ROLLBACK', rowCount: 0, rows: [] };
        try {
          return await client.query(sql, parameters);
        } catch (error) {
          isBroken = !(error instanceof pg.DatabaseError) || error.severity === 'FATAL';
          throw error;
        }
      };
      const release = (isDiscarded?: boolean): void => client.release(isDiscarded === true || isBroken);
      // Of the ways to ask, Kysely without a cursor uses this one.
      return { query: query as PostgresPoolClient['query'], release };
    },
    end: () => pool.end(),
  };
}

/** PostgreSQL's type of 64-bit integers; pg reads it as text, because not all of them fit into a number. */
const INT8 = 20;

function parserOf(...[type, format]: Parameters<typeof pg.types.getTypeParser>): (value: string) => unknown {
  return type === INT8 && format !== 'binary' ? toNumber : pg.types.getTypeParser(type, format);
}

function toNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError(`a whole number must be at most ${Number.MAX_SAFE_INTEGER}, got ${text}`);
  return number;
}

/** What to tell the operator, by the code of PostgreSQL or of the operating system. */
const EXPLANATIONS: readonly (readonly [codes: readonly string[], explain: (at: Target) => string])[] = [
  [['28P01', '28000'], ({ server, user }) => `${server} refuses the user ${user}. Are the user and the password in DATABASE_URL right?`],
  [['3D000'], ({ server, database }) => `${server} has no database ${database}. Create it first, or name another one in DATABASE_URL.`],
  [['42501'], ({ server, user }) => `${server} does not let the user ${user} create tables. Grant it CREATE on the schema.`],
  [['57P03'], ({ server }) => `${server} is starting or stopping. Try again in a moment.`],
  [['53300'], ({ server }) => `${server} has no connection left. Raise its max_connections, or stop another program.`],
];

interface Target {
  readonly server: string;
  readonly user: string;
  readonly database: string;
}

/** Says why a database cannot be used, for its operator. The password is in none of it. */
export function explainPostgres(url: URL, error: unknown): string {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  const server = `PostgreSQL at ${url.host || 'the local socket'}`;
  const target = { server, user: `"${url.username}"`, database: `"${url.pathname.slice(1)}"` };
  const known = EXPLANATIONS.find(([codes]) => codes.includes(code));
  if (known) return known[1](target);
  const text = (error instanceof Error ? error.message : String(error)) || code;
  if (/^E[A-Z_]+$/.test(code) || /timeout/i.test(text))
    return `Cannot connect to ${server} (${text}). Is it running, and is the address in DATABASE_URL right?`;
  return `${server} cannot be used: ${text}.`;
}
