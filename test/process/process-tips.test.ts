import { join } from 'node:path';
import Libsql from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/index.js';
import { type BotProcess, startProcess } from '../support/bot-process.js';
import type { Shown } from '../support/conversation.js';
import { discordWithGuild, type TestDiscord } from '../support/discord.js';
import { removeFolder, writeFolder } from '../support/knowledge-folder.js';
import { answersTo, mention, WINDOWS_ON_LINUX } from '../support/mentions.js';
import { expectDecent } from '../support/mishaps.js';

const POST = 'POST /channels/{channel_id}/messages';
const STARTED_MS = 20_000;
/** Several starts of the process, on a loaded machine. */
const PATIENCE_MS = 90_000;
const MINUTE_MS = 60_000;
/** Longer than a delivery stays with the process that claimed it, and shorter than it is remembered at all. */
const CLAIM_IS_OLD_MS = 2 * MINUTE_MS + 5_000;
const ENDED_WELL = { code: 0, signal: null };

let discord: TestDiscord;
let folder: string;
let file: string;
const running: BotProcess[] = [];
beforeEach(async () => {
  // One for each test: a server's tip of a day has one nonce.
  discord = await discordWithGuild({ clock: { now: Date.now, forward: () => {} } });
  folder = writeFolder();
  file = join(folder, 'dockmaster.sqlite');
});
afterEach(async () => {
  discord.faults.clear();
  for (const bot of running.splice(0)) {
    bot.kill('SIGKILL');
    await bot.ended;
  }
  expectDecent(discord);
  await discord.close();
  removeFolder(folder);
});

function start(): BotProcess {
  const bot = startProcess(discord, { DATABASE_URL: `file:${file}` });
  running.push(bot);
  return bot;
}
/** Starts a process, lets it do what is due, and ends it in order: it does not end before its tips are posted. */
async function startAndEnd(): Promise<void> {
  const bot = start();
  await bot.started();
  bot.kill('SIGTERM');
  expect(await bot.ended).toEqual(ENDED_WELL);
}

/** A zone in which it is noon now, so that no test runs over midnight. */
function zoneAtNoon(): string {
  const offset = 12 - new Date().getUTCHours();
  return offset === 0 ? 'Etc/GMT' : `Etc/GMT${offset > 0 ? '-' : '+'}${Math.abs(offset)}`;
}

/** Sets a tip that has been due for a minute. */
async function dueTip(): Promise<() => readonly Shown[]> {
  const channelId = discord.randomId;
  const timeZone = zoneAtNoon();
  const nextDueAt = Math.floor((Date.now() - MINUTE_MS) / MINUTE_MS) * MINUTE_MS;
  const time = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(nextDueAt);
  const store = await openStore(`file:${file}`);
  await store.saveTipSchedule({ guildId: discord.guildId, channelId, timeZone, time, weekdays: [1, 2, 3, 4, 5, 6, 7], nextDueAt });
  await store.close();
  return () => discord.world.messagesIn(channelId).filter(({ authorId }) => authorId === discord.botId);
}

/** Lets two minutes go by for the claims in the database. */
function ageClaims(): void {
  const database = new Libsql(file);
  expect(database.prepare("select count(*) as claims from tip_delivery where state = 'claimed'").all()).toEqual([{ claims: 1 }]);
  database.exec(`update tip_delivery set claimed_at = claimed_at - ${CLAIM_IS_OLD_MS}`);
  database.close();
}

/** Starts a process and kills it when its request to post the tip has arrived. */
async function killWhilePosting(): Promise<void> {
  const before = discord.requests.length;
  const bot = start();
  await discord.until(() => discord.requests.slice(before).some(({ operation }) => operation === POST), STARTED_MS);
  bot.kill('SIGKILL');
  expect(await bot.ended).toEqual({ code: null, signal: 'SIGKILL' });
  discord.faults.clear();
}

describe('a daily tip', { timeout: PATIENCE_MS }, () => {
  it('whose process is killed after it was posted and before it knew is posted no second time', async () => {
    const tips = await dueTip();
    discord.faults.hold(POST);
    await killWhilePosting();
    expect(tips()).toHaveLength(1);
    ageClaims();
    await startAndEnd();
    expect(tips()).toHaveLength(1);
  });

  it('whose process is killed between claim and post comes two minutes later, once, and not before', async () => {
    const tips = await dueTip();
    discord.faults.fail(POST, { times: 100 });
    await killWhilePosting();
    await startAndEnd();
    expect(tips()).toEqual([]);
    ageClaims();
    await startAndEnd();
    expect(tips()).toHaveLength(1);
  });

  it('comes once from two processes over one file, which answer a mention once', async () => {
    const tips = await dueTip();
    const bots = [start(), start()];
    for (const bot of bots) await bot.started();
    const question = mention(discord, discord.as(discord.memberId), discord.generalId, WINDOWS_ON_LINUX);
    await discord.until(() => tips().length > 0, STARTED_MS);
    await discord.until(() => answersTo(discord, question).length > 0);
    for (const bot of bots) {
      bot.kill('SIGTERM');
      expect(await bot.ended).toEqual(ENDED_WELL);
    }
    expect(tips()).toHaveLength(1);
    expect(answersTo(discord, question)).toHaveLength(1);
    expect(bots.flatMap(({ log }) => log.filter(({ level }) => level === 'error'))).toEqual([]);
  });
});
