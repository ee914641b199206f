import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { discordWithGuild, type TestDiscord } from '../../support/discord.js';
import { ask, EMPTY_INSPECTOR, openTab, type RunningPage, refusal, startPage } from '../../support/page.js';

let discord: TestDiscord;
let folder: string;
let page: RunningPage;

beforeAll(async () => {
  discord = await discordWithGuild();
  folder = mkdtempSync(join(tmpdir(), 'page-'));
  const home = join(folder, 'page');
  mkdirSync(join(home, 'assets'), { recursive: true });
  writeFileSync(join(home, 'index.html'), '<!doctype html><title>Page</title>');
  writeFileSync(join(home, 'assets', 'main-abc123.js'), 'export {};');
  writeFileSync(join(home, '.inputs'), 'a stamp');
  writeFileSync(join(folder, 'secret.js'), 'secret');
  page = await startPage(discord, {
    assetsDir: home,
    hostNames: ['Harbour.test'],
    inspector: { ...EMPTY_INSPECTOR, examples: () => ['What is a quay?'] },
  });
});

afterAll(async () => {
  await page.close();
  await discord.close();
  rmSync(folder, { recursive: true });
});

describe('the files of the page', () => {
  it('are served with their type, and with headers that keep everything on this machine', async () => {
    const { status, headers, body } = await ask(page, '/');
    expect([status, headers['content-type'], body]).toEqual([200, 'text/html; charset=utf-8', '<!doctype html><title>Page</title>']);
    const policy = String(headers['content-security-policy']);
    for (const rule of ["default-src 'self'", "connect-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'none'"]) {
      expect(policy).toContain(rule);
    }
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
    expect([headers['x-content-type-options'], headers['referrer-policy']]).toEqual(['nosniff', 'no-referrer']);
  });

  it('are kept by browsers for ever where their name holds a hash, and asked for again otherwise', async () => {
    expect((await ask(page, '/assets/main-abc123.js')).headers['cache-control']).toContain('immutable');
    const first = await ask(page, '/');
    expect(first.headers['cache-control']).toBe('no-cache');
    expect((await ask(page, '/', { 'if-none-match': String(first.headers.etag) })).status).toBe(304);
  });

  it.each(['/../secret.js', '/assets/../../secret.js', '/%2e%2e/secret.js', '/..%2fsecret.js', '/.inputs', '//secret.js', '/assets/'])(
    'do not lead out of their folder: %s',
    async (path) => {
      const { status, body } = await ask(page, path);
      expect([status, body.includes('secret')]).toEqual([path === '//secret.js' ? 200 : 404, false]);
    },
  );

  it('answer GET and HEAD alone', async () => {
    const { status, headers } = await ask(page, '/', {}, 'POST');
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
    expect(await ask(page, '/', {}, 'HEAD')).toMatchObject({ status: 200, body: '' });
  });

  it('say how to build them where they are missing', async () => {
    const bare = await startPage(discord);
    const { status, body } = await ask(bare, '/');
    await bare.close();
    expect(status).toBe(503);
    expect(body).toContain('npm run build');
  });
});

describe('who may ask', () => {
  it.each([
    ['localhost:8080', 200],
    ['127.0.0.1', 200],
    ['[::1]:8080', 200],
    ['192.168.1.5:8080', 200],
    ['harbour.test', 200],
    ['HARBOUR.test:8080', 200],
    ['LocalHost', 200],
  ])('is who uses an address, localhost or an allowed name: %s', async (host, expected) => {
    expect((await ask(page, '/', { host })).status).toBe(expected);
  });

  it('is not a page whose name was pointed here', async () => {
    expect((await ask(page, '/inspect/coverage', { host: 'evil.example' })).status).toBe(421);
    expect(await refusal(page, 'http://evil.example', 'evil.example')).toBe(403);
  });

  it('opens a line from the page itself, and from no other page or program', async () => {
    const own = `http://127.0.0.1:${page.port}`;
    expect(await refusal(page, own)).toBe(101);
    expect(await refusal(page, 'http://harbour.test:8080', 'Harbour.TEST:8080')).toBe(101);
    expect(await refusal(page, 'http://evil.example')).toBe(403);
    expect(await refusal(page, 'http://127.0.0.1:1')).toBe(403);
    expect(await refusal(page, 'null')).toBe(403);
    expect(await refusal(page, undefined)).toBe(403);
  });

  const API = '/api/v10/channels/1/messages';
  it.each([
    ['a foreign page', { origin: 'http://evil.example' }, 403],
    ['a page in a frame without an origin', { origin: 'null' }, 403],
    ['another program’s page on this machine', { origin: 'http://127.0.0.1:1' }, 403],
    ['a page whose name was pointed here', { host: 'evil.example' }, 421],
    ['the same, with its own origin', { host: 'evil.example', origin: 'http://evil.example' }, 421],
    ['a program without a token', {}, 401],
  ])('is not %s that asks the bot’s side, and nothing of it is kept', async (_, headers, expected) => {
    const before = discord.requests.length;
    expect((await ask(page, API, headers, 'POST')).status).toBe(expected);
    expect(discord.requests.slice(before).map(({ body }) => body)).toEqual(expected === 401 ? [undefined] : []);
  });

  it('is a bot that connects to the gateway, and no page', async () => {
    const gateway = '/gateway?v=10&encoding=json';
    expect(await refusal(page, undefined, undefined, gateway)).toBe(101);
    expect(await refusal(page, 'http://evil.example', undefined, gateway)).toBe(403);
    expect(await refusal(page, 'null', undefined, gateway)).toBe(403);
    expect(await refusal(page, undefined, 'evil.example', gateway)).toBe(403);
  });

  it('is cut off for saying what the page never says', async () => {
    for (const text of ['{', '{"id":1,"verb":"fly"}', '{"id":1,"verb":"send","content":7,"replyTo":null,"ping":true}']) {
      const tab = await openTab(page);
      tab.sendText(text);
      expect(await tab.closed).toBe(1008);
    }
  });
});

describe('what else is served', () => {
  it('are the playground and its gateway, at their own addresses', async () => {
    const { status, body } = await ask(page, '/api/v10/users/@me', { authorization: `Bot ${discord.token}` });
    expect([status, JSON.parse(body).id]).toEqual([200, discord.botId]);
  });

  it('is what the inspector knows, and its failures', async () => {
    expect(JSON.parse((await ask(page, '/inspect/coverage')).body)).toEqual(EMPTY_INSPECTOR.coverage());
    expect((await ask(page, '/inspect/examples')).body).toBe('["What is a quay?"]');
    expect((await ask(page, '/inspect/trace?question=1')).body).toBe('null');
    expect((await ask(page, '/inspect/quality')).body).toBe('{"kind":"unlabelled"}');
    expect((await ask(page, '/inspect/other')).status).toBe(404);
    const failing = await startPage(discord, { inspector: { ...EMPTY_INSPECTOR, quality: () => Promise.reject(new Error('no engine')) } });
    const answer = await ask(failing, '/inspect/quality');
    await failing.close();
    expect(answer).toMatchObject({ status: 500, body: '{"error":"no engine"}' });
  });

  it('is for later what needs the knowledge, while it is being learned', async () => {
    const learning = { folder: 'knowledge', revision: null, fault: null };
    const early = await startPage(discord, { inspector: { ...EMPTY_INSPECTOR, knowledge: () => learning } });
    const answers = await Promise.all(['coverage', 'quality', 'examples'].map((what) => ask(early, `/inspect/${what}`)));
    await early.close();
    expect(answers.map(({ status }) => status)).toEqual([503, 503, 503]);
    expect(JSON.parse(answers[0]?.body ?? '').error).toContain('still learning');
  });
});
