/** The bot as it ships, wired by its own composition root, against a Discord on loopback. */

import type { ConfigError } from '../../src/core/errors.js';
import { createLog } from '../../src/ops/log.js';
import { readConfig } from '../../src/process/config.js';
import { type Service, startService } from '../../src/process/service.js';
import type { TestDiscord } from './discord.js';

export interface TestBot extends Service {
  /** What was logged: one object a line. */
  readonly log: readonly Readonly<Record<string, unknown>>[];
  /** What ended the bot, if anything did. */
  readonly fatal: readonly ConfigError[];
}

/** Starts the bot; `environment` adds to what connects it to that Discord, with a database in memory. Stop it after use. */
export async function startBot(discord: TestDiscord, environment: Readonly<Record<string, string>> = {}): Promise<TestBot> {
  const config = readConfig({
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.url,
    DATABASE_URL: ':memory:',
    HTTP_PORT: '0',
    LOG_LEVEL: 'debug',
    ...environment,
  });
  const lines: Record<string, unknown>[] = [];
  const fatal: ConfigError[] = [];
  const log = createLog({ level: config.logLevel, destination: { write: (line) => lines.push(JSON.parse(line)) } });
  const service = await startService(
    { ...config, token: config.token ?? '' },
    { log, onFatal: (error) => fatal.push(error), now: discord.clock.now, monotonic: discord.clock.monotonic ?? discord.clock.now },
  );
  return { ...service, log: lines, fatal };
}
