import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { createChanges } from '../../src/playground/changes.js';
import { createRateLimiter } from '../../src/playground/rate-limit.js';
import { createSnowflakes, shardOf, snowflakeTime } from '../../src/playground/snowflake.js';
import { discordWithGuild, rest, type TestDiscord } from '../support/discord.js';

const open: TestDiscord[] = [];
afterEach(async () => {
  for (const discord of open.splice(0)) await discord.close();
});
async function start(options: Parameters<typeof discordWithGuild>[0] = {}): Promise<TestDiscord> {
  const discord = await discordWithGuild(options);
  open.push(discord);
  return discord;
}
const MESSAGES = 'POST /channels/{channel_id}/messages';
const send = (discord: TestDiscord, content = 'x') => rest(discord, 'POST', `/channels/${discord.generalId}/messages`, { content });

describe('a request', () => {
  it('without the right token is turned away before its body is looked at', async () => {
    const discord = await start();
    for (const authorization of ['', 'Bot wrong', discord.token]) {
      const { status, body } = await rest(discord, 'POST', `/channels/${discord.generalId}/messages`, { content: '' }, { authorization });
      expect([status, body]).toEqual([401, { message: '401: Unauthorized', code: 0 }]);
    }
    expect(discord.violations.map(({ kind, status }) => [kind, status])).toEqual(Array(3).fill(['state', 401]));
  });

  it('of which nothing is let in leaves nothing behind: no body, no long address', async () => {
    const discord = await start();
    const big = { content: 'x'.repeat(200_000) };
    await rest(discord, 'POST', `/channels/${discord.generalId}/messages`, big, { authorization: 'Bot wrong' });
    await rest(discord, 'POST', `/interactions/1/forged/callback`, big);
    await rest(discord, 'POST', `/nowhere/${'y'.repeat(8_000)}`, big);
    const kept = JSON.stringify([discord.requests, discord.violations]);
    expect(kept.length).toBeLessThan(10_000);
    expect(discord.requests.map(({ status }) => status)).toEqual([401, 404, 404]);
  });

  it('with more than a megabyte is refused, and not kept', async () => {
    const discord = await start();
    const headers = { authorization: `Bot ${discord.token}` };
    const big = { content: 'x'.repeat(1_000_001) };
    expect((await rest(discord, 'POST', `/channels/${discord.generalId}/messages`, big, headers)).status).toBe(413);
    expect(discord.requests).toEqual([]);
  });

  it('that never says how much it has is refused as soon as it has more than a megabyte', async () => {
    const discord = await start();
    const sent = httpRequest(`${discord.url}/v10/channels/${discord.generalId}/messages`, {
      method: 'POST',
      headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
    }).on('error', () => {});
    const answered = once(sent, 'response');
    // It is not ended: the answer comes before the end does.
    sent.write('{"content":"');
    sent.write('x'.repeat(1_000_001));
    const [response] = await answered;
    expect(response.statusCode).toBe(413);
    sent.destroy();
    expect(discord.requests).toEqual([]);
  });

  it('whose form cannot be read is refused as what it is, a body that cannot be read', async () => {
    const discord = await start();
    const response = await fetch(`${discord.url}/v10/channels/${discord.generalId}/messages`, {
      method: 'POST',
      headers: { authorization: `Bot ${discord.token}`, 'content-type': 'multipart/form-data; boundary=x' },
      body: 'no form',
    });
    expect([response.status, await response.json()]).toMatchObject([400, { code: 50109 }]);
    expect(discord.requests.map(({ status }) => status)).toEqual([400]);
  });

  it('is kept as long as there is room: the oldest bodies go first', async () => {
    const discord = await start({ limits: { globalPerSecond: 1_000, perRoute: 1_000 } });
    const big = { content: 'x', nonce: 'y'.repeat(900_000) };
    for (let i = 0; i < 25; i++) await rest(discord, 'POST', `/channels/${discord.generalId}/messages`, big);
    const chars = discord.requests.reduce((sum, { body }) => sum + JSON.stringify(body ?? '').length, 0);
    expect(chars).toBeLessThan(20_100_000);
    expect(discord.requests.length).toBeGreaterThan(15);
  });

  it('with a token of another run is none: tokens can’t be guessed', async () => {
    const [one, two] = [await start(), await start()];
    expect(one.token).not.toBe(two.token);
    // 24 random bytes in base64url.
    expect(one.token).toMatch(/^playground\.[\w-]{32}$/);
  });

  it('for a route that is not played is answered 404 and named', async () => {
    const discord = await start();
    const { status, body } = await rest(discord, 'GET', '/guilds/1/soundboard-sounds');
    expect([status, body]).toEqual([404, { code: 0, message: '404: Not Found' }]);
    expect(discord.violations).toMatchObject([{ kind: 'route', operation: 'GET /guilds/1/soundboard-sounds' }]);
  });

  it('that is no JSON is refused', async () => {
    const discord = await start();
    const headers = { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' };
    const response = await fetch(`${discord.url}/v10/channels/${discord.generalId}/messages`, { method: 'POST', headers, body: '{' });
    expect([response.status, await response.json()]).toMatchObject([400, { code: 50109 }]);
  });

  it('without an answer to give carries no content type', async () => {
    const discord = await start();
    const { status, headers } = await rest(discord, 'POST', `/channels/${discord.generalId}/typing`);
    expect([status, headers.get('content-type')]).toEqual([204, null]);
  });

  it('is written down with its operation, body and status', async () => {
    const discord = await start();
    await send(discord, 'noted');
    expect(discord.requests).toEqual([
      {
        method: 'POST',
        path: `/channels/${discord.generalId}/messages`,
        operation: MESSAGES,
        body: { content: 'noted' },
        at: discord.clock.now(),
        status: 200,
      },
    ]);
  });

  it('with keys that Discord drops is accepted and reported', async () => {
    const discord = await start();
    const { status } = await rest(discord, 'POST', `/channels/${discord.generalId}/messages`, { content: 'x', contnet: 'y' });
    expect([status, discord.violations.map(({ kind }) => kind)]).toEqual([200, ['ignored']]);
  });

  it('to the gateway for bots gets an address on the same port', async () => {
    const discord = await start({ shards: 3, maxConcurrency: 16 });
    const { body } = await rest(discord, 'GET', '/gateway/bot');
    expect(body).toMatchObject({
      url: discord.url.replace('http', 'ws').replace('/api', '/gateway'),
      shards: 3,
      session_start_limit: { max_concurrency: 16 },
    });
  });
});

describe('the limits', () => {
  it('of a route are told in the headers and kept; each channel has its own', async () => {
    const discord = await start({ limits: { perRoute: 2, routeWindowMs: 60_000 } });
    const answers = [await send(discord), await send(discord), await send(discord)];
    expect(answers.map(({ status, headers }) => [status, headers.get('x-ratelimit-limit'), headers.get('x-ratelimit-remaining')])).toEqual([
      [200, '2', '1'],
      [200, '2', '0'],
      [429, '2', '0'],
    ]);
    expect(answers[2]?.body).toMatchObject({ global: false, retry_after: Number(answers[2]?.headers.get('retry-after')) });
    expect(answers[2]?.headers.get('x-ratelimit-scope')).toBe('user');
    expect(answers[0]?.headers.get('x-ratelimit-bucket')).toBe(answers[1]?.headers.get('x-ratelimit-bucket'));
    expect((await rest(discord, 'POST', `/channels/${discord.randomId}/messages`, { content: 'x' })).status).toBe(200);
    expect(discord.violations.map(({ kind }) => kind)).toEqual(['limit']);
  });

  it('of all requests together do not touch interactions', async () => {
    const discord = await start({ limits: { globalPerSecond: 1 } });
    await rest(discord, 'GET', '/users/@me');
    const limited = await rest(discord, 'GET', `/channels/${discord.generalId}`);
    expect([limited.status, limited.body.global, limited.headers.get('x-ratelimit-global')]).toEqual([429, true, 'true']);
    const answers = [1, 2].map(() => rest(discord, 'GET', `/webhooks/${discord.botId}/x/messages/@original`, undefined, {}));
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([404, 404]);
  });

  it('begin again when their window is over', () => {
    let time = 0;
    const limiter = createRateLimiter({ globalPerSecond: 50, perRoute: 1, routeWindowMs: 100 }, () => time);
    const take = () => limiter.take({ owner: 'o', operation: 'GET /x', major: '', exempt: false }).refused?.retryAfterMs ?? 0;
    expect([take(), take()]).toEqual([0, 100]);
    time = 40;
    expect(take()).toBe(60);
    time = 100;
    expect(take()).toBe(0);
  });
});

describe('a fault', () => {
  it('strikes as often as told, before the effect or after it', async () => {
    const discord = await start();
    discord.faults.fail(MESSAGES, { status: 503, times: 2 });
    expect([(await send(discord)).status, (await send(discord)).status, (await send(discord)).status]).toEqual([503, 503, 200]);
    discord.faults.fail(MESSAGES, { status: 502, after: true });
    expect((await send(discord)).status).toBe(502);
    expect(discord.world.messagesIn(discord.generalId)).toHaveLength(2);
    expect(discord.violations).toEqual([]);
  });

  it.each<[string, string | RegExp, boolean]>([
    ['its operation', MESSAGES, true],
    ['any operation', '*', true],
    ['a pattern of its path', /^POST \/channels\/\d+\/messages$/, true],
    ['another operation', 'GET /users/@me', false],
    ['a pattern of another path', /\/typing$/, false],
  ])('meets a request by %s', async (_, route, struck) => {
    const discord = await start();
    discord.faults.fail(route);
    expect((await send(discord)).status).toBe(struck ? 500 : 200);
  });

  it('holds an answer back until it is released; the effect is there', async () => {
    const discord = await start();
    const hold = discord.faults.hold(MESSAGES);
    const answer = send(discord, 'held');
    await discord.until(() => discord.world.messagesIn(discord.generalId).length === 1);
    expect(discord.requests.at(-1)?.status).toBeNull();
    hold.release();
    expect((await answer).status).toBe(200);
    expect((await send(discord)).status).toBe(200);
  });

  it('closes the connection without an answer', async () => {
    const discord = await start();
    discord.faults.cut('GET /gateway');
    const url = new URL(`${discord.url}/v10/gateway`);
    const code = await new Promise((resolve) => {
      httpRequest(url, () => resolve('answered'))
        .on('error', (error) => resolve(Object(error).code))
        .end();
    });
    expect(code).toBe('ECONNRESET');
  });

  it('of the limit has the headers and body that clients read', async () => {
    const discord = await start();
    discord.faults.limit(MESSAGES, { retryAfterMs: 1500, scope: 'shared' });
    const { status, headers, body } = await send(discord);
    expect([status, headers.get('retry-after'), headers.get('x-ratelimit-scope'), body.retry_after, body.global]).toEqual([
      429,
      '1.5',
      'shared',
      1.5,
      false,
    ]);
  });

  it('is over when it is taken back', async () => {
    const discord = await start();
    discord.faults.fail('*', { times: 100 });
    discord.faults.clear();
    expect((await send(discord)).status).toBe(200);
  });
});

describe('ids', () => {
  it('rise, whatever the clock does, and carry their time', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1_420_070_400_000, max: 4_000_000_000_000 }), { minLength: 1 }), (times) => {
        let index = 0;
        const ids = createSnowflakes(() => times[Math.min(index, times.length - 1)] ?? 0);
        const made = times.map(() => {
          const id = ids.next();
          index += 1;
          return BigInt(id);
        });
        expect(made.every((id, n) => n === 0 || id > (made[n - 1] ?? 0n))).toBe(true);
        expect(snowflakeTime(String(made[0]))).toBe(times[0]);
      }),
    );
  });

  it('go on at the clock’s pace where it was set back, so that what comes minutes apart is minutes apart', () => {
    let clock = Date.UTC(2026, 5, 1);
    const ids = createSnowflakes(() => clock);
    const first = snowflakeTime(ids.next());
    clock -= 7 * 24 * 60 * 60_000;
    const second = snowflakeTime(ids.next());
    clock += 90_000;
    const third = snowflakeTime(ids.next());
    expect([second - first, third - second]).toEqual([0, 90_000]);
  });

  // The example of the documentation (reference, "Snowflakes"): 2016-04-30 11:18:25.796 UTC.
  it('are read as documented', () => {
    expect(new Date(snowflakeTime('175928847299117063')).toISOString()).toBe('2016-04-30T11:18:25.796Z');
    expect(shardOf('175928847299117063', 7)).toBe(Number(41944705796n % 7n));
  });
});

describe('waiting', () => {
  it('ends with the change that brings what was waited for', async () => {
    const changes = createChanges<string>();
    const heard: string[] = [];
    changes.on((event) => heard.push(event));
    const waiting = changes.until(() => heard.includes('b') && heard.length);
    changes.emit('a');
    changes.emit('b');
    expect(await waiting).toBe(2);
  });

  it('gives up after its time and says what it waited for', async () => {
    await expect(createChanges().until(() => null, 1)).rejects.toThrow('waited 1 ms in vain for: () => null');
  });

  it('fails when looking fails', async () => {
    const changes = createChanges();
    const failing = changes.until(() => {
      throw new Error('looked');
    });
    await expect(failing).rejects.toThrow('looked');
  });
});
