import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Log } from '../../src/core/ports.js';
import { createLog, type LogLevel } from '../../src/ops/log.js';

/** Made up, in the shape of a bot's token: user id, time, signature. */
const TOKEN = 'MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs';
const URL_WITH_PASSWORD = 'postgres://harbour:tr0ub4dor@db.example.org:5432/bot';

/** What is logged: the lines as they are, and as objects. */
function logged(write: (log: Log) => void, level: LogLevel = 'debug', secrets: readonly string[] = []) {
  const lines: string[] = [];
  write(createLog({ level, destination: { write: (line) => lines.push(line) }, secrets }));
  return { lines, objects: lines.map((line): Record<string, unknown> => JSON.parse(line)) };
}
const errorLogged = (error: unknown, secrets: readonly string[] = []): unknown =>
  logged((log) => log.error('failed', error), 'debug', secrets).objects[0]?.error;

describe('a log line', () => {
  it('holds the level, the event and the fields', () => {
    const { objects } = logged((log) => log.info('ready', { guilds: 3, playground: false, version: '1.0', shard: null }));
    expect(objects).toEqual([
      { level: 'info', time: expect.any(String), event: 'ready', guilds: 3, playground: false, version: '1.0', shard: null },
    ]);
  });

  it('ends with the only line break of it', () => {
    const { lines } = logged((log) => log.warn('odd', { reason: 'two\nlines' }));
    expect(lines.map((line) => line.indexOf('\n') === line.length - 1)).toEqual([true]);
  });

  it('holds the time as ISO 8601', () => {
    const time = String(logged((log) => log.info('ready')).objects[0]?.time);
    expect(new Date(time).toISOString()).toBe(time);
  });

  it('leaves out a field that is undefined', () => {
    expect(logged((log) => log.info('ready', { shard: undefined })).objects[0]).not.toHaveProperty('shard');
  });

  it('keeps its own names apart from the fields', () => {
    const { objects } = logged((log) => log.info('ready', { level: 'error', time: 0, event: 'other', error: 'none' }));
    expect(objects).toEqual([
      { level: 'info', time: expect.any(String), event: 'ready', level_: 'error', time_: 0, event_: 'other', error_: 'none' },
    ]);
  });

  it.each([
    ['debug', ['debug', 'info', 'warn', 'error']],
    ['info', ['info', 'warn', 'error']],
    ['warn', ['warn', 'error']],
    ['error', ['error']],
    ['silent', []],
  ] as const)('is written at level %s for %j', (level, expected) => {
    const { objects } = logged((log) => {
      log.debug('a');
      log.info('b');
      log.warn('c');
      log.error('d', new Error('e'));
    }, level);
    expect(objects.map((object) => object.level)).toEqual(expected);
  });

  it('ends a text after 8,000 characters', () => {
    expect(logged((log) => log.info('long', { text: 'x'.repeat(9_000) })).objects[0]?.text).toBe(`${'x'.repeat(8_000)}…`);
  });
});

describe('a logged error', () => {
  it('holds name, message, code and stack', () => {
    const error = Object.assign(new TypeError('no such port'), { code: 'ENOENT' });
    expect(errorLogged(error)).toEqual({ name: 'TypeError', message: 'no such port', code: 'ENOENT', stack: error.stack });
  });

  it('holds its causes in their order', () => {
    const error = new Error('outer', { cause: new Error('middle', { cause: new Error('inner') }) });
    expect(errorLogged(error)).toMatchObject({ message: 'outer', cause: { message: 'middle', cause: { message: 'inner' } } });
  });

  it('holds the errors it gathers', () => {
    const error = new AggregateError([new Error('first'), new Error('second')], 'all failed');
    expect(errorLogged(error)).toMatchObject({ message: 'all failed', errors: [{ message: 'first' }, { message: 'second' }] });
  });

  it('ends where its cause is itself', () => {
    const error = new Error('round');
    error.cause = error;
    expect(JSON.stringify(errorLogged(error)).match(/"message":"round"/g)).toHaveLength(5);
  });

  it('holds nothing else that hangs on it, such as the body of a request', () => {
    const error = Object.assign(new Error('rejected'), { requestBody: { json: { content: 'words of a member' } }, rawError: 'words' });
    expect(Object.keys(errorLogged(error) ?? {}).sort()).toEqual(['message', 'name', 'stack']);
  });

  it.each([
    ['a string', 'went wrong', { name: 'thrown string', message: 'went wrong' }],
    ['undefined', undefined, { name: 'thrown undefined', message: 'undefined' }],
    ['an object, whose content may be a message', { content: 'words of a member' }, { name: 'thrown object', message: '' }],
  ])('says what was thrown where it is %s', (_, thrown, expected) => {
    expect(errorLogged(thrown)).toEqual(expected);
  });

  it('can be anything', () => {
    fc.assert(
      fc.property(
        fc.anything({ withNullPrototype: true, withBigInt: true }),
        (thrown) => logged((log) => log.error('failed', thrown)).lines.length === 1,
      ),
      { seed: 1, numRuns: 300 },
    );
  });
});

describe('secrets in the log', () => {
  it.each([
    ['a bot token', `login with ${TOKEN} failed`, 'login with [redacted] failed'],
    ['a token behind its scheme', 'Authorization: Bot abcdefghijklmnopqrstuvwxyz', 'Authorization: Bot [redacted]'],
    [
      'the password of a URL',
      `connect ${URL_WITH_PASSWORD} refused`,
      'connect postgres://harbour:[redacted]@db.example.org:5432/bot refused',
    ],
    ['a password with an @', 'postgresql://u:p@ss@w0rd@host/db', 'postgresql://u:[redacted]@host/db'],
    [
      'a password of a parameter',
      'postgres://host/db?user=u&password=tr0ub4dor&ssl=1',
      'postgres://host/db?user=u&password=[redacted]&ssl=1',
    ],
    [
      "an interaction's token",
      `POST /api/v10/interactions/846462639134605312/${'aW50ZXJhY3Rpb246'.repeat(3)}/callback`,
      'POST /api/v10/interactions/846462639134605312/[redacted]/callback',
    ],
    [
      "a webhook's token",
      `https://discord.com/api/webhooks/846462639134605312/${'aW50ZXJhY3Rpb246'.repeat(3)}`,
      'https://discord.com/api/webhooks/846462639134605312/[redacted]',
    ],
  ])('%s is taken out of fields', (_, text, expected) => {
    expect(logged((log) => log.info('event', { text })).objects[0]?.text).toBe(expected);
  });

  it.each([
    'node_modules/@discordjs/rest/dist/index.js:727:11',
    'postgres://localhost:5432/bot',
    'https://discord.com/api/v10/channels/103735883630395392/messages',
    '5.15.153.1-microsoft-standard-WSL2',
  ])('"%s" is none', (text) => {
    expect(logged((log) => log.info('event', { text })).objects[0]?.text).toBe(text);
  });

  it('are taken out of the name of an event', () => {
    expect(logged((log) => log.info(TOKEN)).objects[0]?.event).toBe('[redacted]');
  });

  it.each([
    ['message and stack', new Error(`bad ${TOKEN} for ${URL_WITH_PASSWORD}`)],
    ['a cause', new Error('outer', { cause: new Error(`bad ${TOKEN} for ${URL_WITH_PASSWORD}`) })],
    ['what was gathered', new AggregateError([new Error(`bad ${TOKEN} for ${URL_WITH_PASSWORD}`)])],
    ['a code', Object.assign(new Error('bad'), { code: `${TOKEN} ${URL_WITH_PASSWORD}` })],
    ['a name', Object.assign(new Error('bad'), { name: `${TOKEN} ${URL_WITH_PASSWORD}` })],
    ['what was thrown', `bad ${TOKEN} for ${URL_WITH_PASSWORD}`],
  ])('are taken out of %s of an error', (_, error) => {
    const line = logged((log) => log.error('failed', error)).lines.join('');
    expect([
      line.includes(TOKEN.slice(0, 20)),
      line.includes(TOKEN.slice(-20)),
      line.includes('tr0ub4dor'),
      line.includes('[redacted]'),
    ]).toEqual([false, false, false, true]);
  });

  it('are taken out by their wording where they have no shape', () => {
    expect(errorLogged('login as captain nemo failed', ['captain nemo'])).toEqual({
      name: 'thrown string',
      message: 'login as [redacted] failed',
    });
  });

  it('are taken out whole where one begins with another', () => {
    expect(logged((log) => log.info('event', { text: 'nautilus-2' }), 'info', ['nautilus', 'nautilus-2']).objects[0]?.text).toBe(
      '[redacted]',
    );
  });

  it('take no words with them where they are shorter than six characters', () => {
    expect(logged((log) => log.info('docker'), 'info', ['dock', '']).objects[0]?.event).toBe('docker');
  });

  it('are looked for before a long text is cut, so that no half of one stays', () => {
    const text = `${'x'.repeat(7_980)} ${TOKEN}`;
    expect(logged((log) => log.info('event', { text })).objects[0]?.text).toBe(`${'x'.repeat(7_980)} [redacted]`);
  });

  it.each(['x', 'x.', '://a:', 'Bot ', 'password=', '/webhooks/12345/'])('are looked for in 100,000 times "%s"', (part) => {
    expect(logged((log) => log.info('event', { text: part.repeat(100_000) })).lines).toHaveLength(1);
  });
});

describe('standard output as the destination', () => {
  it('has got every line when the process exits right after the last', async () => {
    const module = pathToFileURL(join(import.meta.dirname, '..', '..', 'dist', 'ops', 'log.js')).href;
    // More than a pipe holds (64 KiB on Linux).
    const program = `
      import { createLog } from ${JSON.stringify(module)};
      const log = createLog({ level: 'info', destination: 1 });
      for (let i = 1; i <= 3000; i++) log.info('line', { i, filling: 'x'.repeat(100) });
      process.exit(3);`;
    const run = promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], { maxBuffer: 2 ** 24 });
    const { code, stdout } = await run.then(
      () => ({ code: 0, stdout: '' }),
      (error: { code: number; stdout: string }) => error,
    );
    const lines = stdout.trimEnd().split('\n');
    expect([code, lines.length, JSON.parse(lines.at(-1) ?? '').i]).toEqual([3, 3000, 3000]);
  });
});
