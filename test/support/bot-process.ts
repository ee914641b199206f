/** The bot as it runs in production: a process of its own, built, told everything by its environment. */
import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestDiscord } from './discord.js';

const PROGRAM = join(import.meta.dirname, '..', '..', 'dist', 'main.js');
/** Two seconds on an idle machine; a loaded one needs its time. */
const PATIENCE_MS = 45_000;

type LogLine = Readonly<Record<string, unknown>>;

export interface End {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface BotProcess {
  /** What it wrote so far to standard output and standard error. */
  readonly out: string;
  readonly err: string;
  /** The lines of its log, each of which must be JSON. */
  readonly log: readonly LogLine[];
  /** Waits for a log line. Fails where the process ends before. */
  logged(event: string, fits?: (line: LogLine) => boolean): Promise<LogLine>;
  /** Waits until it is connected, has registered its commands, and has begun to post what is due. */
  started(): Promise<void>;
  /** The status of one of its pages; null where nobody answers. */
  status(page: string): Promise<number | null>;
  text(page: string): Promise<string>;
  kill(signal: NodeJS.Signals): void;
  readonly ended: Promise<End>;
}

/** Starts the process, connected to a Discord and with any free port, in a folder without an .env. */
export function startProcess(discord: Pick<TestDiscord, 'token' | 'url'>, environment: Readonly<Record<string, string>> = {}): BotProcess {
  const env = {
    PATH: process.env.PATH,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.url,
    DATABASE_URL: ':memory:',
    HTTP_PORT: '0',
    LOG_LEVEL: 'debug',
    ...environment,
  };
  const child = spawn(process.execPath, [PROGRAM], { cwd: tmpdir(), env, stdio: ['ignore', 'pipe', 'pipe'] });
  return observe(child);
}

function observe(child: ChildProcess): BotProcess {
  let [out, err] = ['', ''];
  let over = false;
  const waiting = new Set<() => void>();
  const look = (): void => {
    for (const one of [...waiting]) one();
  };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    look();
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const ended = new Promise<End>((resolve, reject) => {
    child.on('error', reject).on('close', (code, signal) => {
      over = true;
      resolve({ code, signal });
      look();
    });
  });
  const lines = (): LogLine[] =>
    out
      .split('\n')
      .slice(0, -1)
      .map((line): LogLine => JSON.parse(line));

  const logged = (event: string, fits: (line: LogLine) => boolean = () => true): Promise<LogLine> =>
    new Promise((resolve, reject) => {
      const settle = (finish: () => void): void => {
        clearTimeout(timer);
        waiting.delete(check);
        finish();
      };
      const fail = (why: string): void => settle(() => reject(new Error(`${why} before it logged "${event}":\n${err}${out}`)));
      const check = (): void => {
        const found = lines().find((line) => line.event === event && fits(line));
        if (found) settle(() => resolve(found));
        else if (over) fail('the process ended');
      };
      const timer = setTimeout(() => fail(`${PATIENCE_MS} ms went by`), PATIENCE_MS);
      waiting.add(check);
      check();
    });
  const fetchPage = async (page: string): Promise<Response> => fetch(`${(await logged('listening')).url}${page}`);
  return {
    get out() {
      return out;
    },
    get err() {
      return err;
    },
    get log() {
      return lines();
    },
    logged,
    started: async () => {
      await logged('started');
    },
    status: async (page) =>
      fetchPage(page).then(
        ({ status }) => status,
        () => null,
      ),
    text: async (page) => (await fetchPage(page)).text(),
    kill: (signal) => void child.kill(signal),
    ended,
  };
}
