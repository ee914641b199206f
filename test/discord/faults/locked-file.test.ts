import { join } from 'node:path';
import Libsql from 'libsql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBot, type TestBot } from '../../support/bot.js';
import { closeClean, newcomer, titleOf } from '../../support/conversation.js';
import { discordWithGuild, type TestDiscord } from '../../support/discord.js';
import { removeFolder, writeFolder } from '../../support/knowledge-folder.js';
import { answerTo, freshChannel, mention, WINDOWS_ON_LINUX } from '../../support/mentions.js';
import { expectDecent, logged } from '../../support/mishaps.js';

describe('a database file that another program has locked', () => {
  let discord: TestDiscord;
  let bot: TestBot;
  let folder: string;
  let other: Libsql.Database;
  beforeAll(async () => {
    folder = writeFolder();
    const file = join(folder, 'dockmaster.sqlite');
    discord = await discordWithGuild();
    bot = await startBot(discord, { DATABASE_URL: `file:${file}` });
    other = new Libsql(file);
    other.exec('pragma busy_timeout = 5000');
  });
  afterAll(async () => {
    other.close();
    expectDecent(discord);
    await closeClean(discord, bot, { expectsFaults: true });
    removeFolder(folder);
  });

  it('keeps no answer back, holds nothing up, and gets later what was to be kept', async () => {
    const count = (): number => (other.prepare('select count(*) as n from answer').all()[0] as { n: number }).n;
    const before = count();
    other.exec('begin immediate');
    const questions = Array.from({ length: 10 }, () => mention(discord, newcomer(discord), freshChannel(discord), WINDOWS_ON_LINUX));
    const asked = Array.from({ length: 10 }, () => newcomer(discord).slash(discord.generalId, 'ask', { question: WINDOWS_ON_LINUX }));
    for (const question of questions) expect(titleOf(await answerTo(discord, question))).toBe(WINDOWS_ON_LINUX);
    for (const handle of asked) expect(titleOf(await handle.reply())).toBe(WINDOWS_ON_LINUX);
    await expect.poll(async () => (await fetch(`${bot.url}/readyz`)).status, { timeout: 10_000 }).toBe(503);
    expect(count()).toBe(before);
    other.exec('rollback');
    await expect.poll(count, { timeout: 20_000 }).toBe(before + 20);
    await expect.poll(async () => (await fetch(`${bot.url}/readyz`)).status, { timeout: 5_000 }).toBe(200);
    expect(logged(bot, 'handler-failed')).toBe(0);
    expect(logged(bot, 'database-unavailable')).toBe(1);
  });
});
