import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../src/core/errors.js';
import { type Config, cacheDirOf, DEFAULTS, isLoopback, readConfig, requireToken } from '../../src/process/config.js';

const HOME = join(import.meta.dirname, '..', '..');

describe('.env.example', () => {
  it('lists exactly the variables that can be set, with their defaults', () => {
    const lines = readFileSync(join(HOME, '.env.example'), 'utf8').split('\n');
    const variables = lines.filter((line) => line.trim() !== '' && !line.startsWith('#')).map((line) => line.split(/=(.*)/s, 2));
    expect(Object.fromEntries(variables)).toEqual(DEFAULTS);
  });

  it('says what each variable is for in the line above it', () => {
    const lines = readFileSync(join(HOME, '.env.example'), 'utf8').split('\n');
    const above = lines.flatMap((line, i) => (/^\w+=/.test(line) ? [lines[i - 1] ?? ''] : []));
    expect(above.filter((line) => !/^# \w/.test(line))).toEqual([]);
  });
});

describe('the configuration', () => {
  it('has its defaults in an empty environment, below the project’s own folder', () => {
    expect(readConfig({})).toEqual({
      token: null,
      knowledgeDir: join(HOME, 'knowledge'),
      cacheDir: join(HOME, 'data', 'cache'),
      databaseUrl: `file:${join(HOME, 'data', 'dockmaster.sqlite')}`,
      httpHost: '127.0.0.1',
      httpPort: 8080,
      logLevel: 'info',
      retention: { days: 30, gapDays: 365, leftServerDays: 7 },
      shards: 'auto',
      shardCount: null,
      apiUrl: 'https://discord.com/api',
      isProduction: false,
    });
  });

  it.each(Object.keys(DEFAULTS))('takes an empty or blank %s for the default', (name) => {
    expect(readConfig({ [name]: '' })).toEqual(readConfig({}));
    expect(readConfig({ [name]: ' \t' })).toEqual(readConfig({}));
  });

  it('ignores variables of others', () => {
    expect(readConfig({ PATH: '/bin', HOME: '/root', PORT: 'x' })).toEqual(readConfig({}));
  });

  it('is frozen', () => {
    expect(Object.isFrozen(readConfig({}))).toBe(true);
  });

  it('is one of production only where NODE_ENV says so', () => {
    expect(readConfig({ NODE_ENV: 'production' }).isProduction).toBe(true);
    expect(readConfig({ NODE_ENV: 'development' }).isProduction).toBe(false);
  });

  const GOOD: readonly (readonly [name: keyof typeof DEFAULTS, text: string, part: Partial<Config>])[] = [
    ['DISCORD_TOKEN', ' MTIz.GabcdE.secret ', { token: 'MTIz.GabcdE.secret' }],
    ['DISCORD_TOKEN', '"Bot MTIz.GabcdE.secret"', { token: 'MTIz.GabcdE.secret' }],
    ['DISCORD_TOKEN', "'MTIz.GabcdE.secret'", { token: 'MTIz.GabcdE.secret' }],
    ['KNOWLEDGE_DIR', 'harbour/entries', { knowledgeDir: join(HOME, 'harbour', 'entries'), cacheDir: join(HOME, 'data', 'cache', 'own') }],
    ['KNOWLEDGE_DIR', '/srv/harbour', { knowledgeDir: '/srv/harbour', cacheDir: join(HOME, 'data', 'cache', 'own') }],
    ['DATABASE_URL', 'file:var/bot.sqlite', { databaseUrl: `file:${join(HOME, 'var', 'bot.sqlite')}` }],
    ['DATABASE_URL', 'var/bot.sqlite', { databaseUrl: `file:${join(HOME, 'var', 'bot.sqlite')}` }],
    ['DATABASE_URL', 'file:/srv/bot.sqlite', { databaseUrl: 'file:/srv/bot.sqlite' }],
    ['DATABASE_URL', '/srv/bot.sqlite', { databaseUrl: 'file:/srv/bot.sqlite' }],
    ['DATABASE_URL', 'file:///srv/bot.sqlite', { databaseUrl: 'file:///srv/bot.sqlite' }],
    ['DATABASE_URL', ':memory:', { databaseUrl: ':memory:' }],
    ['DATABASE_URL', 'postgres://me:pw@db.example:5432/bot', { databaseUrl: 'postgres://me:pw@db.example:5432/bot' }],
    ['DATABASE_URL', 'postgresql:///bot', { databaseUrl: 'postgresql:///bot' }],
    ['HTTP_HOST', '0.0.0.0', { httpHost: '0.0.0.0' }],
    ['HTTP_HOST', '::1', { httpHost: '::1' }],
    ['HTTP_HOST', 'bot.example', { httpHost: 'bot.example' }],
    ['HTTP_PORT', '0', { httpPort: 0 }],
    ['HTTP_PORT', '65535', { httpPort: 65_535 }],
    ['LOG_LEVEL', 'debug', { logLevel: 'debug' }],
    ['LOG_LEVEL', 'silent', { logLevel: 'silent' }],
    ['RETENTION_DAYS', '1', { retention: { days: 1, gapDays: 365, leftServerDays: 7 } }],
    ['GAP_RETENTION_DAYS', '3650', { retention: { days: 30, gapDays: 3_650, leftServerDays: 7 } }],
    ['LEFT_SERVER_DAYS', '14', { retention: { days: 30, gapDays: 365, leftServerDays: 14 } }],
    ['SHARDS', 'auto', { shards: 'auto' }],
    ['SHARD_COUNT', '16', { shardCount: 16 }],
    ['DISCORD_API_URL', 'http://127.0.0.1:4000/api/', { apiUrl: 'http://127.0.0.1:4000/api' }],
  ];
  it.each(GOOD)('reads %s=%s', (name, text, part) => {
    expect(readConfig({ [name]: text })).toEqual({ ...readConfig({}), ...part });
  });

  it.each([
    ['3', [3]],
    ['0,2,5', [0, 2, 5]],
    ['0, 2 ,5', [0, 2, 5]],
    ['2,2,0', [2, 0]],
    ['0-3', [0, 1, 2, 3]],
    ['5-5', [5]],
  ])('reads SHARDS=%s', (text, shards) => {
    expect(readConfig({ SHARDS: text, SHARD_COUNT: '16' }).shards).toEqual(shards);
  });

  it('has a place of its own for what was learnt from the shipped folder, from the configured one, and from those that are only tried', () => {
    const own = '/srv/harbour';
    const places = [join(HOME, 'knowledge'), own, '/tmp/tried', '/tmp/another'].map((folder) => cacheDirOf(folder, own));
    const cache = join(HOME, 'data', 'cache');
    expect(places).toEqual([cache, join(cache, 'own'), join(cache, 'tried'), join(cache, 'tried')]);
  });

  const faultsOf = (environment: Readonly<Record<string, string>>): string => {
    try {
      readConfig(environment);
    } catch (error) {
      if (error instanceof ConfigError) return error.message;
      throw error;
    }
    throw new Error('there is no fault');
  };
  const BAD: readonly (readonly [name: keyof typeof DEFAULTS, text: string, expected: string])[] = [
    ...['eighty', '-1', '65536', '80.5', '8 0', '0x50'].map(
      (text) => ['HTTP_PORT', text, 'a port from 0 (any free one) to 65535'] as const,
    ),
    ...['http://127.0.0.1', 'two words', '127.0.0.1/8'].map(
      (text) => ['HTTP_HOST', text, 'a host name or an address such as 127.0.0.1'] as const,
    ),
    ...['loud', 'INFO', 'trace'].map((text) => ['LOG_LEVEL', text, 'one of debug, info, warn, error, silent'] as const),
    ...(['RETENTION_DAYS', 'GAP_RETENTION_DAYS', 'LEFT_SERVER_DAYS'] as const).flatMap((name) =>
      ['0', '-3', '3651', 'a week', '1.5'].map((text) => [name, text, 'a whole number of days from 1 to 3650'] as const),
    ),
    ...['all', '3-1', '1-', '-1', '1,,2', '1,two', '1.5', '0-3,5'].map(
      (text) => ['SHARDS', text, '"auto", or ids such as 0,1,2 or 0-7'] as const,
    ),
    ...['0', '-1', 'many', '2.5', '100000'].map((text) => ['SHARD_COUNT', text, 'a whole number from 1, or nothing'] as const),
    ...['discord.com/api', 'ftp://discord.com/api', 'wss://gateway.discord.gg', 'https://'].map(
      (text) => ['DISCORD_API_URL', text, 'an address that begins with http:// or https://'] as const,
    ),
  ];
  it.each([
    ['https://mate:s3cret@discord.example/api', 'an address without a user and a password', 'https://…@discord.example/api'],
    ['https://mate:s3/cr@et@discord.example/api', 'an address that begins with http:// or https://', 'https://…@discord.example/api'],
    ['https:/mate:s3cret@discord.example/api', 'an address that begins with http:// or https://', 'https:/…@discord.example/api'],
    ['mate:s3cret@discord.example/api', 'an address that begins with http:// or https://', '…@discord.example/api'],
    ['htp://mate:s3cret@discord.example/api', 'an address that begins with http:// or https://', 'htp://…@discord.example/api'],
  ])('keeps the password of DISCORD_API_URL=%s to itself', (text, expected, shown) => {
    expect(faultsOf({ DISCORD_API_URL: text })).toBe(
      `the environment has faults:\n  DISCORD_API_URL: expected ${expected}, got "${shown}"`,
    );
  });

  it.each(BAD)('with %s=%s names the variable, what is expected of it and what it got', (name, text, expected) => {
    expect(faultsOf({ [name]: text })).toBe(`the environment has faults:\n  ${name}: expected ${expected}, got "${text}"`);
  });

  it.each([
    ['none', ''],
    ['too few', '2'],
  ])('with shards named needs to know how many there are in all: %s is a fault', (_, count) => {
    const text = faultsOf({ SHARDS: '0,2', SHARD_COUNT: count });
    expect(text).toContain(
      `SHARD_COUNT: expected how many shards there are in all processes, at least 3, since SHARDS names shard 2, got "${count}"`,
    );
    expect(readConfig({ SHARDS: '0,2', SHARD_COUNT: '3' }).shardCount).toBe(3);
  });

  it('tells of every fault at once, each on a line of its own', () => {
    const text = faultsOf({
      HTTP_PORT: 'eighty',
      HTTP_HOST: 'two words',
      LOG_LEVEL: 'loud',
      RETENTION_DAYS: '0',
      GAP_RETENTION_DAYS: 'x',
      LEFT_SERVER_DAYS: 'y',
      SHARDS: '4',
      DISCORD_API_URL: 'discord',
    });
    const named = text
      .split('\n')
      .slice(1)
      .map((line) => /^ {2}(\w+): expected /.exec(line)?.[1]);
    expect(named.sort()).toEqual(
      [
        'HTTP_PORT',
        'HTTP_HOST',
        'LOG_LEVEL',
        'RETENTION_DAYS',
        'GAP_RETENTION_DAYS',
        'LEFT_SERVER_DAYS',
        'SHARD_COUNT',
        'DISCORD_API_URL',
      ].sort(),
    );
  });

  it('says nothing of a token or a database’s password among its faults', () => {
    const text = faultsOf({ DISCORD_TOKEN: 'swordfish', DATABASE_URL: 'postgres://me:swordfish@db/bot', HTTP_PORT: 'x', SHARDS: '9' });
    expect(text).not.toContain('swordfish');
  });
});

describe('a host to listen on', () => {
  it.each(['127.0.0.1', '127.0.0.2', '127.255.255.254', 'localhost', 'LOCALHOST', '::1', '::ffff:127.0.0.1'])(
    'that other machines cannot reach is a loopback: %s',
    (host) => expect(isLoopback(host)).toBe(true),
  );

  it.each(['0.0.0.0', '::', '192.168.1.5', '128.0.0.1', '::2', 'harbour.test', 'localhost.harbour.test'])(
    'that they can reach is none: %s',
    (host) => expect(isLoopback(host)).toBe(false),
  );
});

describe('the token', () => {
  it('is given where there is one', () => {
    expect(requireToken(readConfig({ DISCORD_TOKEN: 'MTIz.GabcdE.secret' }))).toBe('MTIz.GabcdE.secret');
  });

  it('that is missing is a fault that names it and says where to get one', () => {
    const missing = (): string => requireToken(readConfig({}));
    expect(missing).toThrow(ConfigError);
    expect(missing).toThrow(/^DISCORD_TOKEN is missing\..*https:\/\/discord\.com\/developers\/applications/);
  });
});
