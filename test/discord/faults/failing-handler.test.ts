import { join } from 'node:path';
import Libsql from 'libsql';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { DATABASE_AWAY, SOMETHING_FAILED } from '../../../src/discord/context.js';
import { startBot, type TestBot } from '../../support/bot.js';
import { closeClean, newcomer, press, questionWith, titleOf } from '../../support/conversation.js';
import { discordWithGuild, type TestDiscord } from '../../support/discord.js';
import { shippedEngine } from '../../support/engine.js';
import { removeFolder, writeFolder } from '../../support/knowledge-folder.js';
import { answersTo, answerTo, mention, WINDOWS_ON_LINUX } from '../../support/mentions.js';
import { expectDecent, logged } from '../../support/mishaps.js';

/** A word that no log may hold. */
const PLANTED = 'zanzibarquux';

describe('a handler that fails, because a table of the database is gone', () => {
  let discord: TestDiscord;
  let bot: TestBot;
  let folder: string;
  let database: Libsql.Database;
  beforeAll(async () => {
    folder = writeFolder();
    const file = join(folder, 'dockmaster.sqlite');
    discord = await discordWithGuild();
    bot = await startBot(discord, { DATABASE_URL: `file:${file}` });
    database = new Libsql(file);
    database.exec('pragma busy_timeout = 5000');
  });
  afterAll(async () => {
    expectDecent(discord);
    await closeClean(discord, bot, { expectsFaults: true });
    database.close();
    removeFolder(folder);
  });

  /** Takes a table away while something happens. */
  async function without<T>(table: string, happening: () => Promise<T>): Promise<T> {
    database.exec(`alter table ${table} rename to ${table}_away`);
    try {
      return await happening();
    } finally {
      database.exec(`alter table ${table}_away rename to ${table}`);
    }
  }
  const failures = async (event: string): Promise<number> => {
    const page = await (await fetch(`${bot.url}/metrics`)).text();
    return Number(new RegExp(`^dockmaster_events_total\\{event="${event}",outcome="failed"\\} (\\d+)$`, 'm').exec(page)?.[1] ?? 0);
  };

  it('keeps no answer back: mentions, commands and buttons do without what was said before', async () => {
    const [mia, tom] = [newcomer(discord), newcomer(discord)];
    const answer = await mia.slash(discord.randomId, 'ask', { question: WINDOWS_ON_LINUX, private: false }).reply();
    await without('turn', async () => {
      const asked = mention(discord, tom, discord.generalId, `${PLANTED}? ${WINDOWS_ON_LINUX}`);
      expect((await answerTo(discord, asked)).content).not.toBe(SOMETHING_FAILED);
      expect(titleOf(await newcomer(discord).slash(discord.generalId, 'ask', { question: WINDOWS_ON_LINUX }).reply())).toBe(
        WINDOWS_ON_LINUX,
      );
      expect(titleOf(await press(mia, answer, 'Why').reply())).toBe(`Why: ${WINDOWS_ON_LINUX}`);
    });
    expect(bot.log.find(({ event }) => event === 'database-unavailable')).toMatchObject({
      level: 'error',
      error: { message: expect.stringContaining('no such table: turn') },
    });
  });

  it('fails what somebody wants to be changed kindly and privately, is logged and counted, and the next one works', async () => {
    const [owner, before, counted] = [discord.as(discord.ownerId), logged(bot, 'handler-failed'), await failures('/settings')];
    const change = () => owner.slash(discord.generalId, 'settings', { cooldown: 3 }).reply();
    expect(await without('guild_settings', change)).toMatchObject({ content: DATABASE_AWAY, ephemeralFor: discord.ownerId });
    await vi.waitFor(() => expect(logged(bot, 'handler-failed')).toBe(before + 1));
    expect(await failures('/settings')).toBe(counted + 1);
    const line = bot.log.findLast(({ event }) => event === 'handler-failed');
    expect(line).toMatchObject({ level: 'error', handler: '/settings', error: { message: expect.stringContaining('guild_settings') } });
    expect((await change()).content).toContain('Saved.');
  });

  it('says nothing more to who was replied to before it failed, and keeps later what it could not', async () => {
    const [mia, tom, before] = [newcomer(discord), newcomer(discord), logged(bot, 'handler-failed')];
    const { text } = await questionWith(await shippedEngine(), 'unknown');
    await without('gap', async () => {
      const question = mention(discord, mia, discord.generalId, text);
      const asked = tom.slash(discord.generalId, 'ask', { question: text });
      await Promise.all([answerTo(discord, question), asked.reply()]);
      await discord.as(discord.memberId).slash(discord.generalId, 'help').reply();
      expect(answersTo(discord, question)).toHaveLength(1);
      expect(answersTo(discord, question)[0]?.content).not.toBe(SOMETHING_FAILED);
      expect(asked.followUps()).toEqual([]);
    });
    expect(logged(bot, 'handler-failed')).toBe(before);
    await vi.waitFor(() => expect(database.prepare('select sum(count) as n from gap').all()).toEqual([{ n: 2 }]), { timeout: 10_000 });
  });

  it('in the daily tips keeps the process, and the tip comes when the table is back', async () => {
    const owner = discord.as(discord.ownerId);
    await owner.slash(discord.randomId, 'settings', { 'tip-channel': discord.randomId, 'tip-time': '13:00', 'time-zone': 'UTC' }).reply();
    discord.clock.forward(60 * 60_000 + 1_000);
    const tips = () => owner.read(discord.randomId).filter(({ embeds }) => JSON.stringify(embeds).includes('Tip of the day'));
    await without('tip_delivery', () => bot.tickTips());
    expect(logged(bot, 'tip-failed')).toBe(1);
    expect(tips()).toEqual([]);
    await bot.tickTips();
    expect(tips()).toHaveLength(1);
  });

  it('puts no word of a message into the log', () => {
    expect(JSON.stringify(bot.log)).not.toContain(PLANTED);
  });
});
