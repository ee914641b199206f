/** The environment as a frozen configuration; every fault reported at once. */
import { BlockList, isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { ConfigError } from '../core/errors.js';
import { LOG_LEVELS, type LogLevel } from '../ops/log.js';
import { plainToken } from './token.js';

/** The project's own folder: one above src/ and dist/. */
export const HOME = join(import.meta.dirname, '..', '..');

/** What can be set, with its default; .env.example lists the same, and a test keeps the two equal. An empty value is the default. */
export const DEFAULTS = {
  DISCORD_TOKEN: '',
  KNOWLEDGE_DIR: 'knowledge',
  DATABASE_URL: 'file:data/dockmaster.sqlite',
  HTTP_HOST: '127.0.0.1',
  HTTP_PORT: '8080',
  LOG_LEVEL: 'info',
  RETENTION_DAYS: '30',
  GAP_RETENTION_DAYS: '365',
  LEFT_SERVER_DAYS: '7',
  SHARDS: 'auto',
  SHARD_COUNT: '',
  DISCORD_API_URL: 'https://discord.com/api',
} as const;

const days = wholeNumber(1, 3_650, 'a whole number of days from 1 to 3650');

const schema = z.object({
  DISCORD_TOKEN: z.string().transform(plainToken),
  KNOWLEDGE_DIR: z.string(),
  DATABASE_URL: z.string().transform(fromHome),
  HTTP_HOST: z.string().regex(/^[\w.:-]+$/, { error: 'a host name or an address such as 127.0.0.1' }),
  HTTP_PORT: wholeNumber(0, 65_535, 'a port from 0 (any free one) to 65535'),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `one of ${LOG_LEVELS.join(', ')}` }),
  RETENTION_DAYS: days,
  GAP_RETENTION_DAYS: days,
  LEFT_SERVER_DAYS: days,
  SHARDS: z.string().transform((text, context) => {
    const shards = readShards(text);
    if (shards === null) context.addIssue({ code: 'custom', message: '"auto", or ids such as 0,1,2 or 0-7' });
    return shards ?? 'auto';
  }),
  SHARD_COUNT: z.string().transform((text, context) => {
    if (text === '') return null;
    if (!/^[1-9]\d{0,4}$/.test(text)) context.addIssue({ code: 'custom', message: 'a whole number from 1, or nothing' });
    return Number(text);
  }),
  DISCORD_API_URL: z
    .url({ protocol: /^https?$/, error: 'an address that begins with http:// or https://' })
    // No request can be made to one that has them, and it would be written into messages.
    .refine((url) => !/^https?:\/\//i.test(url) || !URL.canParse(url) || new URL(url).username + new URL(url).password === '', {
      error: 'an address without a user and a password',
    })
    .transform((url) => url.replace(/\/+$/, '')),
});

export interface Config {
  /** Null where none is set. */
  readonly token: string | null;
  /** Absolute path of the knowledge folder. */
  readonly knowledgeDir: string;
  /** Absolute path of the folder for files that can be made again. */
  readonly cacheDir: string;
  /** "file:" with an absolute path, or an address of PostgreSQL. */
  readonly databaseUrl: string;
  readonly httpHost: string;
  readonly httpPort: number;
  readonly logLevel: LogLevel;
  /** Days that answered questions and feedback, gaps and labels, and the data of servers that the bot left are kept. */
  readonly retention: { readonly days: number; readonly gapDays: number; readonly leftServerDays: number };
  readonly shards: 'auto' | readonly number[];
  readonly shardCount: number | null;
  readonly apiUrl: string;
  /** Whether it runs as a service, where nothing stands in for a missing token. */
  readonly isProduction: boolean;
}

/**
 * Reads the configuration. A relative folder is meant from the project's folder, wherever the program was started.
 * @throws ConfigError that names every variable at fault
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(DEFAULTS).map(([name, value]) => [name, environment[name]?.trim() || value]));
  const result = schema.safeParse(given);
  const issues = result.success ? [] : result.error.issues;
  const faults = issues.map(({ path, message }) => `  ${path.join('.')}: expected ${message}, got "${shown(given[path.join('.')])}"`);
  const shards = readShards(given.SHARDS ?? '');
  const highest = shards === null || shards === 'auto' ? null : Math.max(...shards);
  if (highest !== null && highest >= Number(given.SHARD_COUNT)) {
    const expected = `how many shards there are in all processes, at least ${highest + 1}, since SHARDS names shard ${highest}`;
    faults.push(`  SHARD_COUNT: expected ${expected}, got "${given.SHARD_COUNT}"`);
  }
  if (!result.success || faults.length > 0) throw new ConfigError(`the environment has faults:\n${faults.join('\n')}`);
  const { data } = result;
  const knowledgeDir = resolve(HOME, data.KNOWLEDGE_DIR);
  return Object.freeze({
    token: data.DISCORD_TOKEN || null,
    knowledgeDir,
    cacheDir: cacheDirOf(knowledgeDir, knowledgeDir),
    databaseUrl: data.DATABASE_URL,
    httpHost: data.HTTP_HOST,
    httpPort: data.HTTP_PORT,
    logLevel: data.LOG_LEVEL,
    retention: { days: data.RETENTION_DAYS, gapDays: data.GAP_RETENTION_DAYS, leftServerDays: data.LEFT_SERVER_DAYS },
    shards: data.SHARDS,
    shardCount: data.SHARD_COUNT,
    apiUrl: data.DISCORD_API_URL,
    isProduction: environment.NODE_ENV === 'production',
  });
}

/** The knowledge that comes with the program. */
const SHIPPED = join(HOME, DEFAULTS.KNOWLEDGE_DIR);

/**
 * Where what was learnt from a knowledge folder is kept: in a place of its own for the one that comes with the program and for the one that
 * is configured, so that trying others does not make these be learnt anew.
 */
export function cacheDirOf(knowledgeDir: string, configured: string): string {
  const cache = join(HOME, 'data', 'cache');
  if (knowledgeDir === SHIPPED) return cache;
  return join(cache, knowledgeDir === configured ? 'own' : 'tried');
}

/**
 * Returns the token, for what cannot do without.
 * @throws ConfigError that says where to get one
 */
export function requireToken({ token }: Pick<Config, 'token'>): string {
  if (token !== null) return token;
  throw new ConfigError(
    'DISCORD_TOKEN is missing. Expected, in .env or in the environment, the token of a bot from ' +
      'https://discord.com/developers/applications, under Bot, "Reset Token"; README.md shows the way. ' +
      '`npm run chat` is a conversation in the terminal and needs none.',
  );
}

/** Tells whether a host that is listened on can be reached from this machine alone. */
export function isLoopback(host: string): boolean {
  const own = new BlockList();
  own.addSubnet('127.0.0.0', 8);
  own.addAddress('::1', 'ipv6');
  const version = isIP(host);
  return version === 0 ? host.toLowerCase() === 'localhost' : own.check(host, version === 6 ? 'ipv6' : 'ipv4');
}

/** A value as a message may show it: of an address with an "@", nothing before that but how it begins, since it may be a password. */
function shown(value = ''): string {
  const [, scheme = '', rest] = /^([a-z][a-z0-9+.-]*:\/+)?.*@(.*)$/is.exec(value) ?? [];
  return rest === undefined ? value : `${scheme}…@${rest}`;
}

/** A database file's path as an absolute one; an address stays as it is. */
function fromHome(url: string): string {
  const path = url.replace(/^file:(?!\/\/)/, '');
  const isPath = url !== ':memory:' && !/^[a-z][a-z0-9+.-]+:/i.test(path);
  return isPath ? `file:${resolve(HOME, path)}` : url;
}

function wholeNumber(least: number, most: number, expected: string): z.ZodType<number> {
  return z
    .string()
    .regex(/^\d{1,6}$/, { error: expected })
    .transform(Number)
    .refine((value) => value >= least && value <= most, { error: expected });
}

/** "auto", "0,1,2" or "0-7"; null for anything else. */
function readShards(text: string): 'auto' | readonly number[] | null {
  if (text === 'auto') return 'auto';
  const range = /^(\d{1,4})-(\d{1,4})$/.exec(text);
  if (range) {
    const [first, last] = [Number(range[1]), Number(range[2])];
    return first <= last ? Array.from({ length: last - first + 1 }, (_, i) => first + i) : null;
  }
  return /^\d{1,4}(?:\s*,\s*\d{1,4})*$/.test(text) ? [...new Set(text.split(',').map(Number))] : null;
}
