/** The bot process: configuration, start, and an orderly end. */
import { join } from 'node:path';
import dotenv from 'dotenv';
import { type Config, readConfig, requireToken } from './config.js';
import { ConfigError } from './core/errors.js';
import { createLog } from './ops/log.js';
import { type Service, startService } from './service.js';

dotenv.config({ path: join(import.meta.dirname, '..', '.env'), quiet: true });

try {
  const config = readConfig(process.env);
  await run({ ...config, token: requireToken(config) });
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  fail(error);
}

async function run(config: Config & { readonly token: string }): Promise<void> {
  const log = createLog({ level: config.logLevel, destination: 1, secrets: [config.token, ...passwordsIn(config.databaseUrl)] });
  // A malformed event throws inside discord.js, out of reach of any handler: noted, and the process goes on.
  process.on('unhandledRejection', (error) => log.error('unhandled-rejection', error));
  process.on('uncaughtException', (error) => {
    log.error('uncaught-exception', error);
    process.exit(1);
  });
  let service: Service | null = null;
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
  const onFatal = (error: ConfigError): void => {
    fatal = error;
    endFatally();
  };
  // Before the start: the first process of a container does not hear of signals that it has not asked for.
  process.on('SIGTERM', (signal) => void end(signal)).on('SIGINT', (signal) => void end(signal));
  service = await startService(config, { log, onFatal });
  endFatally();
}

/** The password of the database, as it stands in the address and as it is meant. */
function passwordsIn(url: string): string[] {
  const password = URL.canParse(url) ? new URL(url).password : '';
  return password === '' ? [] : [password, ...(/%(?![0-9a-f]{2})/i.test(password) ? [] : [decodeURIComponent(password)])];
}

function fail(error: ConfigError): never {
  process.stderr.write(`dockmaster: ${error.message}\n`);
  process.exit(1);
}
