import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startBot, type TestBot } from '../../support/bot.js';
import { closeClean, newcomer, type Shown, titleOf } from '../../support/conversation.js';
import { discordWithGuild, type TestDiscord } from '../../support/discord.js';
import { answersTo, answerTo, mention, WHAT_IS_A_KERNEL, WINDOWS_ON_LINUX } from '../../support/mentions.js';
import { expectOneAnswer, logged, retitled } from '../../support/mishaps.js';

/** A new connection takes the client half a second, a new session up to seven. */
const RECONNECT_MS = 15_000;

describe('a bot whose connection breaks', () => {
  let discord: TestDiscord;
  let bot: TestBot;
  beforeAll(async () => {
    discord = await discordWithGuild();
    bot = await startBot(discord);
  });
  afterAll(() => closeClean(discord, bot));

  it('answers once what was asked while its socket was gone', async () => {
    const [mia, tom] = [newcomer(discord), newcomer(discord)];
    const before = discord.sessions[0]?.id;
    discord.faults.dropSockets();
    await discord.until(() => discord.sessions[0]?.connected === false);
    const question = mention(discord, mia, discord.generalId, WINDOWS_ON_LINUX);
    const command = tom.slash(discord.generalId, 'ask', { question: WHAT_IS_A_KERNEL });
    expect(titleOf(await answerTo(discord, question, RECONNECT_MS))).toBe(WINDOWS_ON_LINUX);
    expect(titleOf(await command.reply(RECONNECT_MS))).toBe(WHAT_IS_A_KERNEL);
    await expectOneAnswer(discord, mia, question, RECONNECT_MS);
    expect(discord.sessions.map(({ id }) => id)).toEqual([before]);
  });

  it('follows an edit and a deletion that happened while its socket was gone', async () => {
    const [mia, tom] = [newcomer(discord), newcomer(discord)];
    const edited = mention(discord, mia, discord.randomId, WINDOWS_ON_LINUX);
    const deleted = mention(discord, tom, discord.randomId, WINDOWS_ON_LINUX);
    const answer = await answerTo(discord, edited);
    await answerTo(discord, deleted);
    discord.faults.dropSockets();
    await discord.until(() => discord.sessions[0]?.connected === false);
    mia.edit(edited.id, `<@${discord.botId}> ${WHAT_IS_A_KERNEL}`);
    tom.remove(deleted.id);
    await retitled(discord, answer, WHAT_IS_A_KERNEL, RECONNECT_MS);
    await discord.until(() => answersTo(discord, deleted).length === 0, RECONNECT_MS);
  });

  it('reconnects when it is asked to, and answers once what came meanwhile', async () => {
    const mia = newcomer(discord);
    const resumed = logged(bot, 'shard-resumed');
    discord.faults.askReconnect();
    const question = mention(discord, mia, discord.generalId, WINDOWS_ON_LINUX);
    await vi.waitFor(() => expect(logged(bot, 'shard-resumed')).toBe(resumed + 1), RECONNECT_MS);
    expect(titleOf(await answerTo(discord, question, RECONNECT_MS))).toBe(WINDOWS_ON_LINUX);
    await expectOneAnswer(discord, mia, question);
  });

  it('takes an invalid session up again where that is possible', async () => {
    const mia = newcomer(discord);
    const before = discord.sessions[0]?.id;
    const resumed = logged(bot, 'shard-resumed');
    discord.faults.invalidate({ resumable: true });
    const question = mention(discord, mia, discord.generalId, WINDOWS_ON_LINUX);
    await vi.waitFor(() => expect(logged(bot, 'shard-resumed')).toBe(resumed + 1), RECONNECT_MS);
    expect(titleOf(await answerTo(discord, question, RECONNECT_MS))).toBe(WINDOWS_ON_LINUX);
    await expectOneAnswer(discord, mia, question);
    expect(discord.sessions[0]?.id).toBe(before);
  });

  it('begins a new session where the old one is lost, and registers nothing anew', async () => {
    const mia = newcomer(discord);
    const before = discord.sessions[0]?.id;
    const requests = discord.requests.length;
    discord.faults.invalidate({ resumable: false });
    await discord.until(() => discord.sessions.some(({ id, connected }) => id !== before && connected), RECONNECT_MS);
    const question = mention(discord, mia, discord.generalId, WINDOWS_ON_LINUX);
    expect(titleOf(await answerTo(discord, question, RECONNECT_MS))).toBe(WINDOWS_ON_LINUX);
    await expectOneAnswer(discord, mia, question);
    expect(discord.requests.slice(requests).filter(({ method }) => method === 'PUT')).toEqual([]);
  });

  it('is not ready while its socket is gone, and ready again by itself', async () => {
    const readiness = async (): Promise<number> => (await fetch(`${bot.url}/readyz`)).status;
    await vi.waitFor(async () => expect(await readiness()).toBe(200), RECONNECT_MS);
    discord.faults.dropSockets();
    await vi.waitFor(async () => expect(await readiness()).toBe(503), { timeout: RECONNECT_MS, interval: 20 });
    expect((await fetch(`${bot.url}/healthz`)).status).toBe(200);
    expect(await (await fetch(`${bot.url}/metrics`)).text()).toMatch(/^dockmaster_gateway_ready 0$/m);
    await vi.waitFor(async () => expect(await readiness()).toBe(200), RECONNECT_MS);
    expect(await (await fetch(`${bot.url}/metrics`)).text()).toMatch(/^dockmaster_gateway_ready 1$/m);
  });
});

describe('a bot whose heartbeats are not answered', () => {
  it('connects anew, and answers once what was asked meanwhile', async () => {
    const discord = await discordWithGuild({ heartbeatIntervalMs: 300 });
    const bot = await startBot(discord);
    const mia = discord.as(discord.memberId);
    discord.faults.deafen(true);
    await vi.waitFor(() => expect(logged(bot, 'shard-reconnecting')).toBeGreaterThan(0), RECONNECT_MS);
    const question = mention(discord, mia, discord.generalId, WINDOWS_ON_LINUX);
    discord.faults.deafen(false);
    expect(titleOf(await answerTo(discord, question, RECONNECT_MS))).toBe(WINDOWS_ON_LINUX);
    await expectOneAnswer(discord, mia, question, RECONNECT_MS);
    await closeClean(discord, bot);
  });
});

describe('a server that is out of reach', () => {
  let discord: TestDiscord;
  let bot: TestBot;
  let elsewhere: Shown;
  beforeAll(async () => {
    discord = await discordWithGuild();
    const { world } = discord;
    const other = world.addGuild({ name: 'Shipyard', ownerId: discord.ownerId });
    const docks = world.addChannel(other.id, { name: 'docks' });
    world.join(other.id, discord.memberId);
    world.join(other.id, discord.botId);
    world.setAvailable(discord.guildId, false);
    const starting = startBot(discord);
    await discord.until(() => discord.sessions[0]?.connected, RECONNECT_MS);
    // The client now waits for the server that does not come.
    elsewhere = mention(discord, discord.as(discord.memberId), docks.id, WINDOWS_ON_LINUX);
    bot = await starting;
  });
  afterAll(() => closeClean(discord, bot));

  it('at the start does not cost another server its answer', async () => {
    expect(titleOf(await answerTo(discord, elsewhere))).toBe(WINDOWS_ON_LINUX);
  });

  it('at the start is kept, and answered once it is back', async () => {
    discord.world.setAvailable(discord.guildId, true);
    const question = mention(discord, newcomer(discord), discord.generalId, WINDOWS_ON_LINUX);
    expect(titleOf(await answerTo(discord, question))).toBe(WINDOWS_ON_LINUX);
    expect(logged(bot, 'guild-left-meanwhile')).toBe(0);
  });

  it('later is no farewell: it is answered again when it is back', async () => {
    discord.world.setAvailable(discord.guildId, false);
    discord.world.setAvailable(discord.guildId, true);
    const question = mention(discord, newcomer(discord), discord.generalId, WINDOWS_ON_LINUX);
    expect(titleOf(await answerTo(discord, question))).toBe(WINDOWS_ON_LINUX);
    expect(logged(bot, 'guild-left')).toBe(0);
  });
});
