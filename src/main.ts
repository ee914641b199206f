/** The bot process: configuration, start, and an orderly end. Without a token, and not in production, it opens a Discord of one's own. */
import { constants } from 'node:os';
import dotenv from 'dotenv';
import { ConfigError } from './core/errors.js';
import type { Log } from './core/ports.js';
import { createLog } from './ops/log.js';
import { type Config, isLoopback, readConfig, requireToken } from './process/config.js';
import { ownEnvFile } from './process/env-file.js';
import { type Service, startService } from './process/service.js';
import { banner } from './terminal/banner.js';
import { processTerminal, progressLine } from './terminal/output.js';

const envFile = ownEnvFile();
for (const note of envFile.notes) process.stderr.write(`dockmaster: ${note}\n`);
dotenv.populate(process.env as Record<string, string>, dotenv.parse(envFile.text));

try {
  const config = readConfig(process.env);
  if (config.token === null && !config.isProduction) await tryOut(config);
  else await serve({ ...config, token: requireToken(config) });
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`dockmaster: ${error.message}\n`);
  process.exit(1);
}

/** The bot on Discord. */
async function serve(config: Config & { readonly token: string }): Promise<void> {
  const log = createLog({ level: config.logLevel, destination: 1, secrets: [config.token, ...passwordsIn(config.databaseUrl)] });
  await run(log, (onFatal, signal) => startService(config, { log, onFatal, signal }));
}

/** The bot on a Discord of one's own, in the browser. */
async function tryOut(config: Config): Promise<void> {
  // Loaded where it is wanted: a bot that serves people needs none of it.
  const { startLocalDiscord } = await import('./process/local-discord.js');
  const terminal = processTerminal(process.stdout, process.stderr, process.env);
  // What goes wrong is for whoever sits here; the rest would bury the address.
  const log = createLog({ level: config.logLevel === 'info' ? 'error' : config.logLevel, destination: 2 });
  const progress = progressLine(terminal, 'Learning the knowledge base', 'once');
  await run(log, async (onFatal, signal) => {
    const local = await startLocalDiscord(config, {
      ...{ log, onFatal, signal, onProgress: progress.update },
      onFault: (text) =>
        terminal.err(text === null ? 'The knowledge is in order again.\n' : `${text}\nThe last good knowledge stays in use.\n`),
      // npm changes to the project's folder, and says where it was called.
      shownFrom: process.env.INIT_CWD ?? process.cwd(),
    }).finally(progress.done);
    const openTo = isLoopback(config.httpHost) ? null : config.httpHost;
    terminal.out(banner({ url: local.url, example: local.example, openTo }, terminal));
    return local;
  });
}

/** Starts a service: told how to say that it cannot go on, and by a signal that it is not wanted any more. */
type Start = (onFatal: (error: ConfigError) => void, signal: AbortSignal) => Promise<Pick<Service, 'stop'>>;

/** A Ctrl-C reaches the program from the terminal and, within this time, once more from npm. */
const ECHO_MS = 500;

/** Runs until a signal, or until it cannot go on. A second signal ends it at once. */
async function run(log: Log, start: Start): Promise<void> {
  // A malformed event throws inside discord.js, out of reach of any handler: noted, and the process goes on.
  process.on('unhandledRejection', (error) => log.error('unhandled-rejection', error));
  process.on('uncaughtException', (error) => {
    log.error('uncaught-exception', error);
    process.exit(1);
  });
  let service: Pick<Service, 'stop'> | null = null;
  const starting = new AbortController();
  let endingSince: number | null = null;
  const finish = async (): Promise<void> => {
    await service?.stop();
    log.info('stopped');
    process.exit();
  };
  const end = (reason: string): void => {
    log.info('stopping', { reason });
    endingSince ??= performance.now();
    starting.abort();
    if (service !== null) void finish();
  };
  const onSignal = (signal: 'SIGINT' | 'SIGTERM'): void => {
    if (endingSince === null) end(signal);
    else if (performance.now() - endingSince > ECHO_MS) process.exit(128 + constants.signals[signal]);
  };
  let fatal: ConfigError | null = null;
  const endFatally = (): void => {
    // While it is starting, the start fails with the same reason, or ends and comes here once more.
    if (fatal === null || service === null) return;
    process.stderr.write(`dockmaster: ${fatal.message}\n`);
    process.exitCode = 1;
    end('fatal');
  };
  // Before the start: the first process of a container does not hear of signals that it has not asked for.
  process.on('SIGTERM', onSignal).on('SIGINT', onSignal);
  try {
    service = await start((error) => {
      fatal = error;
      endFatally();
    }, starting.signal);
  } catch (error) {
    if (!starting.signal.aborted) throw error;
  }
  if (starting.signal.aborted) return finish();
  log.info('started');
  endFatally();
}

/** The password of the database, as it stands in the address and as it is meant. */
function passwordsIn(url: string): string[] {
  const password = URL.canParse(url) ? new URL(url).password : '';
  return password === '' ? [] : [password, ...(/%(?![0-9a-f]{2})/i.test(password) ? [] : [decodeURIComponent(password)])];
}
