/** The bot process: configuration, start, and an orderly end. Without a token, and not in production, it opens a Discord of one's own. */
import { join } from 'node:path';
import dotenv from 'dotenv';
import { type Config, isLoopback, readConfig, requireToken } from './config.js';
import { ConfigError } from './core/errors.js';
import type { Log } from './core/ports.js';
import { createLog } from './ops/log.js';
import { type Service, startService } from './service.js';
import { processTerminal, progressLine } from './terminal/output.js';

dotenv.config({ path: join(import.meta.dirname, '..', '.env'), quiet: true });

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
  await run(log, (onFatal) => startService(config, { log, onFatal }));
}

/** The bot on a Discord of one's own, in the browser. */
async function tryOut(config: Config): Promise<void> {
  // Loaded where it is wanted: a bot that serves people needs none of it.
  const { startLocalDiscord } = await import('./local-discord.js');
  const terminal = processTerminal(process.stdout, process.stderr, process.env);
  // What goes wrong is for whoever sits here; the rest would bury the address.
  const log = createLog({ level: config.logLevel === 'info' ? 'error' : config.logLevel, destination: 2 });
  const progress = progressLine(terminal, 'Learning the knowledge base');
  await run(log, async (onFatal) => {
    const local = await startLocalDiscord(config, {
      ...{ log, onFatal, onProgress: progress.update },
      onFault: (text) =>
        terminal.err(text === null ? 'The knowledge is in order again.\n' : `${text}\nThe knowledge of before stays in use.\n`),
    }).finally(progress.done);
    terminal.out(banner(local.url, config));
    return local;
  });
}

function banner(url: string, { httpHost }: Config): string {
  const isOpen = !isLoopback(httpHost);
  const lines = [
    `Dockmaster is ready, on a Discord of your own: ${url}`,
    'Open it in a browser and type, for example: /ask can I run windows containers on linux?',
    'Nothing leaves this machine, nothing is kept. With DISCORD_TOKEN in .env it joins your server. Ctrl-C ends it.',
    ...(isOpen ? [`Warning: HTTP_HOST is ${httpHost}. Everybody who can reach this machine can use this page.`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** Runs until a signal, or until it cannot go on. */
async function run(log: Log, start: (onFatal: (error: ConfigError) => void) => Promise<Pick<Service, 'stop'>>): Promise<void> {
  // A malformed event throws inside discord.js, out of reach of any handler: noted, and the process goes on.
  process.on('unhandledRejection', (error) => log.error('unhandled-rejection', error));
  process.on('uncaughtException', (error) => {
    log.error('uncaught-exception', error);
    process.exit(1);
  });
  let service: Pick<Service, 'stop'> | null = null;
  const end = async (reason: string): Promise<void> => {
    log.info('stopping', { reason });
    await service?.stop();
    log.info('stopped');
    process.exit();
  };
  let fatal: ConfigError | null = null;
  const endFatally = (): void => {
    // While it is starting, the start fails with the same reason, or ends and comes here once more.
    if (fatal === null || service === null) return;
    process.stderr.write(`dockmaster: ${fatal.message}\n`);
    process.exitCode = 1;
    void end('fatal');
  };
  // Before the start: the first process of a container does not hear of signals that it has not asked for.
  process.on('SIGTERM', (signal) => void end(signal)).on('SIGINT', (signal) => void end(signal));
  service = await start((error) => {
    fatal = error;
    endFatally();
  });
  log.info('started');
  endFatally();
}

/** The password of the database, as it stands in the address and as it is meant. */
function passwordsIn(url: string): string[] {
  const password = URL.canParse(url) ? new URL(url).password : '';
  return password === '' ? [] : [password, ...(/%(?![0-9a-f]{2})/i.test(password) ? [] : [decodeURIComponent(password)])];
}
