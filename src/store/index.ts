/** Opens the store that the configuration names. */
import { fileURLToPath } from 'node:url';
import { ConfigError } from '../core/errors.js';
import type { Store } from '../core/ports.js';
import { createStore } from './create-store.js';
import { migrate } from './migrations.js';
import { explainPostgres, openPostgres } from './postgres.js';
import type { Backend, Db } from './schema.js';
import { explainSqlite, openSqlite } from './sqlite.js';

/**
 * Opens the database and brings it to the newest schema.
 * @param databaseUrl `postgres://…`, `file:…` or the path of a SQLite file; ":memory:" for one that ends with the process
 * @param onConnectionLost hears of a connection to PostgreSQL that ended by itself while nobody used it; the next call opens another
 * @throws ConfigError where it cannot be used, in words for the operator
 */
export async function openStore(databaseUrl: string, onConnectionLost: (error: Error) => void = () => {}): Promise<Store> {
  const place = parseDatabaseUrl(databaseUrl);
  if (place.backend === 'sqlite') {
    return storeOver(await openSqlite(place.file), 'sqlite', (error) => explainSqlite(place.file, error));
  }
  const db = openPostgres(place.url.href, onConnectionLost);
  return storeOver({ db }, 'postgres', (error) => explainPostgres(place.url, error));
}

async function storeOver(
  { db, scrub }: { readonly db: Db; readonly scrub?: () => Promise<void> },
  backend: Backend,
  explain: (error: unknown) => string,
): Promise<Store> {
  try {
    await migrate(db, backend);
    return createStore(db, scrub);
  } catch (cause) {
    await db.destroy();
    throw cause instanceof ConfigError ? cause : new ConfigError(explain(cause), { cause });
  }
}

type DatabasePlace = { readonly backend: 'sqlite'; readonly file: string } | { readonly backend: 'postgres'; readonly url: URL };

/** At least two letters, because one is a drive of Windows. */
const SCHEME = /^([a-z][a-z0-9+.-]+):(\/\/)?/i;
const EXPECTED =
  'DATABASE_URL must be "postgres://user:password@host:5432/database", "file:data/dockmaster.sqlite" or the path of a SQLite file';

function parseDatabaseUrl(text: string): DatabasePlace {
  if (text.trim() === '') throw new ConfigError(`${EXPECTED}, got nothing`);
  const [prefix = '', scheme, slashes] = text === ':memory:' ? [] : (SCHEME.exec(text) ?? []);
  switch (scheme?.toLowerCase()) {
    case undefined:
      return { backend: 'sqlite', file: text };
    case 'file':
      return { backend: 'sqlite', file: slashes === undefined ? text.slice(prefix.length) : pathOf(text) };
    case 'postgres':
    case 'postgresql':
      if (slashes !== undefined) return { backend: 'postgres', url: postgresUrl(text) };
  }
  // The rest of it may be a password.
  throw new ConfigError(`${EXPECTED}, got "${prefix}…"`);
}

function pathOf(fileUrl: string): string {
  try {
    return fileURLToPath(fileUrl);
  } catch (cause) {
    throw new ConfigError(
      `DATABASE_URL "${fileUrl}" names no file of this machine. Write "file:///absolute/path" or "file:relative/path".`,
      { cause },
    );
  }
}

function postgresUrl(text: string): URL {
  // No cause: its properties hold the whole URL, password and all.
  if (!URL.canParse(text)) {
    throw new ConfigError(
      'DATABASE_URL begins like the address of a PostgreSQL but cannot be read as one. In the user and the password, ' +
        'characters such as "/", "#", "@" and ":" must be percent-encoded ("/" is %2F).',
    );
  }
  return new URL(text);
}
