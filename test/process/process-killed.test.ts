import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type BotProcess, startProcess } from '../support/bot-process.js';
import { newcomer, titleOf } from '../support/conversation.js';
import { discordWithGuild, type TestDiscord } from '../support/discord.js';
import { removeFolder, writeFolder } from '../support/knowledge-folder.js';
import { answersTo, answerTo, freshChannel, LINUX_ON_MAC, mention, WHAT_IS_A_KERNEL, WINDOWS_ON_LINUX } from '../support/mentions.js';
import { expectDecent, retitled } from '../support/mishaps.js';

const POST = 'POST /channels/{channel_id}/messages';
/** Two starts of the process, on a loaded machine. */
const PATIENCE_MS = 90_000;
const STARTED_MS = 20_000;

let discord: TestDiscord;
let folder: string;
const running: BotProcess[] = [];
beforeAll(async () => {
  discord = await discordWithGuild({ clock: { now: Date.now, forward: () => {} } });
  folder = writeFolder();
});
afterEach(async () => {
  discord.faults.clear();
  for (const bot of running.splice(0)) {
    bot.kill('SIGKILL');
    await bot.ended;
  }
});
afterAll(async () => {
  expectDecent(discord);
  await discord.close();
  removeFolder(folder);
});

async function start(): Promise<BotProcess> {
  const bot = startProcess(discord, { DATABASE_URL: `file:${join(folder, 'dockmaster.sqlite')}` });
  running.push(bot);
  await bot.started();
  return bot;
}

describe('a process that is killed between posting an answer and keeping it', { timeout: PATIENCE_MS }, () => {
  it('leaves an answer that follows its question, and what was asked meanwhile is answered once', async () => {
    const first = await start();
    const people = [newcomer(discord), newcomer(discord), newcomer(discord), newcomer(discord)] as const;
    const channel = freshChannel(discord, 'kept');
    // The answers are there, and the bot never hears of it.
    discord.faults.hold(POST, { times: 3 });
    const [edited, deleted, left] = people.slice(0, 3).map((person) => mention(discord, person, freshChannel(discord), WINDOWS_ON_LINUX));
    if (!edited || !deleted || !left) throw new Error('three were asked');
    const answer = await answerTo(discord, edited);
    await Promise.all([answerTo(discord, deleted), answerTo(discord, left)]);
    const [kept] = [mention(discord, newcomer(discord), channel, WINDOWS_ON_LINUX)];
    await answerTo(discord, kept);
    first.kill('SIGKILL');
    await first.ended;
    discord.faults.clear();
    const missed = mention(discord, people[3], channel, LINUX_ON_MAC);
    await start();

    people[0].edit(edited.id, `<@${discord.botId}> ${WHAT_IS_A_KERNEL}`);
    people[1].remove(deleted.id);
    await retitled(discord, answer, WHAT_IS_A_KERNEL, STARTED_MS);
    await discord.until(() => answersTo(discord, deleted).length === 0);
    expect(titleOf(await answerTo(discord, missed, STARTED_MS))).toBe(LINUX_ON_MAC);
    for (const question of [edited, left, kept, missed]) expect(answersTo(discord, question)).toHaveLength(1);
  });
});
