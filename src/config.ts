/** The environment as a frozen configuration; every fault reported at once. */
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { ConfigError } from './core/errors.js';

/** The project's own folder: one above src/ and dist/. */
const HOME = join(import.meta.dirname, '..');

/** What can be set, with its default; .env.example lists the same, and a test keeps the two equal. */
export const DEFAULTS = { KNOWLEDGE_DIR: 'knowledge' } as const;

const schema = z.object({
  KNOWLEDGE_DIR: z.string().trim().min(1, { error: 'a folder' }).default(DEFAULTS.KNOWLEDGE_DIR),
});

export interface Config {
  /** Absolute path of the knowledge folder. */
  readonly knowledgeDir: string;
  /** Absolute path of the folder for files that can be made again. */
  readonly cacheDir: string;
}

/**
 * Reads the configuration. A relative folder is meant from the project's folder, wherever the program was started.
 * @throws ConfigError that names every variable at fault
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const result = schema.safeParse(environment);
  if (!result.success) {
    const faults = result.error.issues.map((issue) => `  ${issue.path.join('.')}: expected ${issue.message}`);
    throw new ConfigError(`the environment has faults:\n${faults.join('\n')}`);
  }
  return Object.freeze({ knowledgeDir: resolve(HOME, result.data.KNOWLEDGE_DIR), cacheDir: join(HOME, 'data', 'cache') });
}
