import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type BotProcess, startProcess } from '../support/bot-process.js';
import { discordWithGuild, type TestDiscord } from '../support/discord.js';
import { answerTo, mention, WINDOWS_ON_LINUX } from '../support/mentions.js';
import { expectDecent } from '../support/mishaps.js';
import { STACK_TRACE } from '../support/program.js';

/** A start of the process, on a loaded machine. */
const PATIENCE_MS = 60_000;

let discord: TestDiscord;
const running: BotProcess[] = [];
beforeAll(async () => {
  discord = await discordWithGuild({ clock: { now: Date.now, forward: () => {} } });
});
afterEach(async () => {
  discord.faults.clear();
  for (const bot of running.splice(0)) {
    bot.kill('SIGKILL');
    await bot.ended;
  }
});
afterAll(async () => {
  // 0: Discord answers 401 without a code of its own.
  expectDecent(discord, [0]);
  await discord.close();
});

function start(environment: Readonly<Record<string, string>> = {}, token = discord.token): BotProcess {
  const bot = startProcess({ url: discord.url, token }, environment);
  running.push(bot);
  return bot;
}

/** Checks that a process does not start: exit code 1, and one message of the program's own that says why. */
async function expectRefusal(bot: BotProcess, ...says: readonly (string | RegExp)[]): Promise<void> {
  expect(await bot.ended).toEqual({ code: 1, signal: null });
  for (const text of says) expect(bot.err).toMatch(text);
  expect(bot.err.match(/^dockmaster: /gm)).toHaveLength(1);
  expect(bot.err).not.toMatch(STACK_TRACE);
}

describe('the process does not start, and says what to do,', { timeout: PATIENCE_MS }, () => {
  it('in production without a token', async () => {
    const bot = start({ NODE_ENV: 'production', DISCORD_TOKEN: '' });
    await expectRefusal(bot, 'DISCORD_TOKEN is missing', 'https://discord.com/developers');
    expect(bot.out).toBe('');
  });

  it('with a token that Discord does not know', async () => {
    const bot = start({}, 'MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcdE.nonsense-nonsense-nonsense-nonsense');
    await expectRefusal(bot, 'DISCORD_TOKEN is not a bot token');
    expect(bot.out + bot.err).not.toContain('nonsense-nonsense');
  });

  it('with several variables at fault, all of which it names', async () => {
    await expectRefusal(start({ HTTP_PORT: 'eighty', LOG_LEVEL: 'loud', SHARDS: '1-0' }), 'HTTP_PORT', 'LOG_LEVEL', 'SHARDS');
  });
});

describe('the process', { timeout: PATIENCE_MS }, () => {
  it('is alive, but ready only when the gateway is, and gone from its port when it has ended', async () => {
    const held = discord.faults.hold('GET /gateway/bot', { after: false });
    const bot = start();
    await bot.logged('listening');
    await vi.waitFor(() => expect(discord.requests.at(-1)?.operation).toBe('GET /gateway/bot'), 15_000);
    expect(await bot.status('/healthz')).toBe(200);
    expect(await bot.status('/readyz')).toBe(503);
    expect(await bot.text('/metrics')).toMatch(/^dockmaster_gateway_ready 0$/m);
    held.release();
    await bot.started();
    expect(await bot.status('/healthz')).toBe(200);
    expect(await bot.status('/readyz')).toBe(200);
    const question = mention(discord, discord.as(discord.memberId), discord.generalId, WINDOWS_ON_LINUX);
    await answerTo(discord, question);
    const metrics = await bot.text('/metrics');
    expect(metrics).toMatch(/^dockmaster_gateway_ready 1$/m);
    expect(metrics).toMatch(/^dockmaster_guilds 1$/m);
    expect(metrics).toMatch(/^dockmaster_replies_total\{surface="mention",kind="answer"\} 1$/m);
    bot.kill('SIGTERM');
    expect(await bot.ended).toEqual({ code: 0, signal: null });
    expect(await bot.status('/healthz')).toBeNull();
    expect(bot.err).toBe('');
  });

  it('ends with 1 and says why when its token is refused while it runs', async () => {
    const bot = start();
    await bot.started();
    discord.world.setToken(discord.botId, 'playground.another-token');
    mention(discord, discord.as(discord.memberId), discord.randomId, WINDOWS_ON_LINUX);
    await expectRefusal(bot, 'DISCORD_TOKEN is not a bot token');
    discord.world.setToken(discord.botId, discord.token);
  });
});
