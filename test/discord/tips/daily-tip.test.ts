import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { startBot, type TestBot } from '../../support/bot.js';
import { closeClean, labelsOf, press, type Shown, titleOf } from '../../support/conversation.js';
import { discordWithGuild, type TestDiscord } from '../../support/discord.js';
import { shippedEngine } from '../../support/engine.js';
import { removeFolder, writeFolder } from '../../support/knowledge-folder.js';
import { expectDecent, logged } from '../../support/mishaps.js';

const POST = 'POST /channels/{channel_id}/messages';
/** Discord's documentation of message flags. */
const SUPPRESS_NOTIFICATIONS = 1 << 12;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** discord.js tries once and retries three times. */
const ALL_TRIES = 4;
/** A delivery without a clear end is tried again after two minutes. */
const RETRY_MS = 2 * MINUTE_MS + 1_000;

let discord: TestDiscord;
let bot: TestBot;
let folder: string;
let channelId: string;
const environment = (): Record<string, string> => ({ DATABASE_URL: `file:${join(folder, 'dockmaster.sqlite')}` });
beforeAll(async () => {
  // Noon in UTC, so that a day's tip at 13:00 comes an hour after every test began.
  discord = await discordWithGuild();
  folder = writeFolder();
  bot = await startBot(discord, environment());
});
afterEach(() => discord.faults.clear());
afterAll(async () => {
  // 10003, 50001, 50013: the tests take away channels and permissions.
  expectDecent(discord, [10_003, 50_001, 50_013]);
  await closeClean(discord, bot, { expectsFaults: true });
  removeFolder(folder);
});

const settings = async (values: Readonly<Record<string, string>> = {}): Promise<string> =>
  (await discord.as(discord.ownerId).slash(discord.generalId, 'settings', values).reply()).content;
const tips = (): readonly Shown[] =>
  discord.world.messagesIn(channelId).filter(({ authorId, content, embeds }) => {
    return authorId === discord.botId && `${content}${JSON.stringify(embeds)}`.includes('Tip of the day');
  });

/** Moves on to noon of the next day, and sets the tip of one o'clock in a channel of its own. */
async function newTip(): Promise<void> {
  const now = discord.clock.now();
  discord.clock.forward((Math.floor(now / DAY_MS) + 1) * DAY_MS + 12 * HOUR_MS - now);
  channelId = discord.world.addChannel(discord.guildId, { name: `tips-${now}` }).id;
  const saved = await settings({ 'tip-channel': channelId, 'tip-time': '13:00', 'time-zone': 'UTC' });
  expect(saved).toContain(`<#${channelId}> at 13:00 (UTC)`);
}
async function tickAfter(ms: number): Promise<void> {
  discord.clock.forward(ms);
  await bot.tickTips();
}
async function restart(meanwhileMs = 0): Promise<void> {
  await bot.stop();
  discord.clock.forward(meanwhileMs);
  bot = await startBot(discord, environment());
  await bot.tickTips();
}

describe('a daily tip', () => {
  it('comes when it is due and not before, once, quietly, with its two buttons', async () => {
    await newTip();
    await tickAfter(HOUR_MS - MINUTE_MS);
    expect(tips()).toEqual([]);
    await tickAfter(MINUTE_MS);
    await bot.tickTips();
    await tickAfter(MINUTE_MS);
    const [tip, ...more] = tips();
    expect(more).toEqual([]);
    if (!tip) throw new Error('no tip came');
    expect(tip.embeds).toHaveLength(1);
    expect(tip.content).toBe('');
    const known = (await shippedEngine()).knowledge.entries.flatMap((entry) => entry.tip ?? []);
    expect(known).toContain(tip.embeds[0]?.description);
    expect(labelsOf(tip)).toEqual(['Explain more', 'Another question']);
    expect(tip.flags & SUPPRESS_NOTIFICATIONS).not.toBe(0);
    const explained = await press(discord.as(discord.memberId), tip, 'Explain more').reply();
    expect(titleOf(explained)).not.toBe('');
    expect(explained.ephemeralFor).toBe(discord.memberId);
    expect((await press(discord.as(discord.memberId), tip, 'Another question').modal()).title).toBe('Ask a question');
  });

  it('comes on each of the next days, each time another one, and on the chosen weekdays only', async () => {
    await newTip();
    await settings({ weekdays: 'Monday to Friday' });
    const [from, days] = [discord.clock.now(), 14];
    for (let day = 0; day < days; day++) await tickAfter(day === 0 ? HOUR_MS : DAY_MS);
    const weekdays = Array.from({ length: days }, (_, day) => new Date(from + day * DAY_MS).getUTCDay());
    const texts = tips().map(({ embeds }) => embeds[0]?.description);
    expect(texts).toHaveLength(weekdays.filter((day) => day !== 0 && day !== 6).length);
    expect(new Set(texts).size).toBe(texts.length);
    await settings({ weekdays: 'every day' });
  });

  it('is not repeated by a restart on its day, and comes on the next one', async () => {
    await newTip();
    await tickAfter(HOUR_MS);
    await restart(MINUTE_MS);
    expect(tips()).toHaveLength(1);
    await restart(DAY_MS);
    expect(tips()).toHaveLength(2);
  });

  it('that became due during an hour without a process comes at the start; after three hours it is skipped', async () => {
    await newTip();
    await restart(HOUR_MS + HOUR_MS);
    expect(tips()).toHaveLength(1);
    await newTip();
    await restart(HOUR_MS + 3 * HOUR_MS);
    expect(tips()).toEqual([]);
    expect(logged(bot, 'tip-skipped')).toBe(1);
    expect(await settings()).not.toContain('Paused');
  });

  it('that was skipped comes where it is given a later time of the same day, and does not come twice', async () => {
    await newTip();
    // Five in the afternoon.
    await restart(HOUR_MS + 4 * HOUR_MS);
    expect(tips()).toEqual([]);
    await settings({ 'tip-time': '18:00' });
    await tickAfter(HOUR_MS);
    expect(tips()).toHaveLength(1);
    await settings({ 'tip-time': '19:00' });
    await tickAfter(HOUR_MS);
    expect(tips()).toHaveLength(1);
  });
});

describe('a daily tip that Discord does not take well', () => {
  it.each([
    ['fails after it was posted', () => discord.faults.fail(POST, { status: 502, after: true, times: 2 })],
    ['fails before it is posted', () => discord.faults.fail(POST, { status: 502, times: 2 })],
    ['closes the connection after it was posted', () => discord.faults.cut(POST, { after: true })],
    ['has a rate limit', () => discord.faults.limit(POST, { retryAfterMs: 100 })],
  ])('comes once where Discord %s', async (_, fault) => {
    await newTip();
    fault();
    await tickAfter(HOUR_MS);
    expect(tips()).toHaveLength(1);
    await tickAfter(RETRY_MS);
    expect(tips()).toHaveLength(1);
  });

  it.each([
    ['was posted and every answer was lost', () => discord.faults.fail(POST, { status: 502, after: true, times: ALL_TRIES }), 1],
    ['was not posted at any try', () => discord.faults.fail(POST, { status: 502, times: ALL_TRIES }), 0],
    ['was refused at an address that is shut out', () => discord.faults.ban(POST), 0],
  ])('that %s is tried once more after two minutes, is there once, and pauses nothing', async (_, fault, before) => {
    await newTip();
    fault();
    await tickAfter(HOUR_MS);
    expect(tips()).toHaveLength(before);
    await tickAfter(RETRY_MS);
    expect(tips()).toHaveLength(1);
    await tickAfter(RETRY_MS);
    expect(tips()).toHaveLength(1);
    expect(await settings()).not.toContain('Paused');
  });

  it('is given up, rather than doubled, where the second try fails too', async () => {
    await newTip();
    discord.faults.fail(POST, { status: 502, times: 2 * ALL_TRIES });
    await tickAfter(HOUR_MS);
    await tickAfter(RETRY_MS);
    for (let i = 0; i < 3; i++) await tickAfter(RETRY_MS);
    expect(tips()).toEqual([]);
    await tickAfter(DAY_MS);
    expect(tips()).toHaveLength(1);
  });

  /** What the owner was told in private. */
  const toOwner = (): readonly string[] =>
    discord.world.messagesIn(discord.as(discord.ownerId).directMessages(discord.botId).id).map(({ content }) => content);
  /** Lets the next tips' times go by. */
  const threeDays = async (): Promise<void> => {
    for (const ms of [HOUR_MS, DAY_MS, DAY_MS]) await tickAfter(ms);
  };

  it('pauses where its channel was deleted, says why, tells the owner once, and goes on where it gets another one', async () => {
    await newTip();
    const before = toOwner().length;
    discord.world.removeChannel(channelId);
    await threeDays();
    expect(await settings()).toMatch(/Paused:\*\* the channel is gone/);
    await tickAfter(DAY_MS);
    const told = toOwner().slice(before);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/is paused, because I could not post it three times in a row\. The channel is gone/);
    channelId = discord.world.addChannel(discord.guildId, { name: 'tips-again' }).id;
    expect(await settings({ 'tip-channel': channelId })).not.toContain('Paused');
    await tickAfter(DAY_MS);
    expect(tips()).toHaveLength(1);
  });

  it.each([
    ['Send Messages', 'sendMessages', /Paused:\*\* I may not write/],
    ['View Channel', 'viewChannel', /Paused:\*\* the channel is gone or hidden/],
  ] as const)(
    'pauses where %s was taken away for three days, says why, and goes on by itself when it is back',
    async (name, permission, why) => {
      await newTip();
      discord.world.setOverwrite(channelId, discord.botId, { deny: [permission] });
      await tickAfter(HOUR_MS);
      expect(await settings(), 'once is not for good').not.toContain('Paused');
      for (const ms of [DAY_MS, DAY_MS]) await tickAfter(ms);
      const shown = await settings();
      expect(shown).toMatch(why);
      if (permission === 'sendMessages') expect(shown).toMatch(new RegExp(`Permissions I lack[^]*<#${channelId}>: ${name}`));
      await tickAfter(DAY_MS);
      discord.world.setOverwrite(channelId, discord.botId, {});
      // The bot hears of it by the gateway.
      await vi.waitFor(async () => expect(await settings()).not.toContain('Permissions I lack'));
      await tickAfter(DAY_MS);
      expect(tips()).toHaveLength(1);
      expect(await settings()).not.toContain('Paused');
    },
  );

  it('that was refused once comes on the next day', async () => {
    await newTip();
    discord.world.setOverwrite(channelId, discord.botId, { deny: ['sendMessages'] });
    await tickAfter(HOUR_MS);
    discord.world.setOverwrite(channelId, discord.botId, {});
    await tickAfter(DAY_MS);
    expect(tips()).toHaveLength(1);
  });

  it('is plain text where Embed Links is missing', async () => {
    await newTip();
    discord.world.setOverwrite(channelId, discord.botId, { deny: ['embedLinks'] });
    // The bot hears of it by the gateway.
    await vi.waitFor(async () => expect(await settings()).toContain(`<#${channelId}>: Embed Links`));
    await tickAfter(HOUR_MS);
    const [tip] = tips();
    expect(tip?.embeds).toEqual([]);
    expect(tip?.content.length).toBeGreaterThan('Tip of the day'.length + 20);
    expect(tip && labelsOf(tip)).toEqual(['Explain more', 'Another question']);
  });
});
