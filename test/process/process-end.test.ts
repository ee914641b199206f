import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { openStore } from '../../src/store/index.js';
import { type BotProcess, startProcess } from '../support/bot-process.js';
import { newcomer, titleOf } from '../support/conversation.js';
import { discordWithGuild, type TestDiscord } from '../support/discord.js';
import { removeFolder, writeFolder } from '../support/knowledge-folder.js';
import { answersTo, answerTo, freshChannel, LINUX_ON_MAC, mention, WHAT_IS_A_KERNEL, WINDOWS_ON_LINUX } from '../support/mentions.js';
import { expectDecent, retitled } from '../support/mishaps.js';

const POST = 'POST /channels/{channel_id}/messages';
const STARTED_MS = 20_000;
/** Several starts of the process, on a loaded machine. */
const PATIENCE_MS = 90_000;
const ENDED_WELL = { code: 0, signal: null };

let discord: TestDiscord;
let folder: string;
let environment: Readonly<Record<string, string>>;
const running: BotProcess[] = [];
beforeAll(async () => {
  discord = await discordWithGuild({ clock: { now: Date.now, forward: () => {} } });
  folder = writeFolder();
  environment = { DATABASE_URL: `file:${join(folder, 'dockmaster.sqlite')}` };
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
  const bot = startProcess(discord, environment);
  running.push(bot);
  await bot.started();
  return bot;
}

/** Waits until questions and their answers are in the database. */
async function kept(...questionIds: readonly string[]): Promise<void> {
  const store = await openStore(environment.DATABASE_URL ?? '');
  await vi.waitFor(async () => {
    for (const id of questionIds) expect((await store.answerTo(id))?.answerId).toBeTruthy();
  });
  await store.close();
}

describe('a process that is told to end', { timeout: PATIENCE_MS }, () => {
  it('finishes the answers in flight, keeps them, says goodbye to Discord, and ends with 0', async () => {
    const bot = await start();
    const [mia, tom] = [newcomer(discord), newcomer(discord)];
    const held = discord.faults.hold(/^POST /, { after: false });
    const question = mention(discord, mia, discord.generalId, WINDOWS_ON_LINUX);
    const asked = tom.slash(discord.generalId, 'ask', { question: WHAT_IS_A_KERNEL });
    await discord.until(() => discord.requests.filter(({ method, status }) => method === 'POST' && status === null).length === 2);
    bot.kill('SIGTERM');
    await bot.logged('stopping');
    expect(await bot.status('/readyz')).toBe(503);
    expect(await bot.status('/healthz')).toBe(200);
    held.release();
    expect(titleOf(await answerTo(discord, question))).toBe(WINDOWS_ON_LINUX);
    expect(titleOf(await asked.reply())).toBe(WHAT_IS_A_KERNEL);
    expect(await bot.ended).toEqual(ENDED_WELL);
    expect(bot.log.at(-1)?.event).toBe('stopped');
    expect(bot.log.filter(({ level }) => level === 'error')).toEqual([]);
    const store = await openStore(environment.DATABASE_URL ?? '');
    expect((await store.answerTo(question.id))?.answerId).toBe((await answerTo(discord, question)).id);
    await store.close();
    expect(discord.sessions).toEqual([]);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('by %s ends as well while it is still starting', async (signal) => {
    discord.faults.hold('GET /gateway/bot', { after: false });
    const bot = startProcess(discord, environment);
    running.push(bot);
    await discord.until(() => discord.requests.at(-1)?.status === null, STARTED_MS);
    bot.kill(signal);
    expect(await bot.ended).toEqual(ENDED_WELL);
  });

  it('is not held up by what is in flight when it is told again, but for the echo that npm makes of a Ctrl-C', async () => {
    const bot = await start();
    discord.faults.hold(/^POST /, { after: false });
    mention(discord, newcomer(discord), discord.generalId, WINDOWS_ON_LINUX);
    await discord.until(() => discord.requests.at(-1)?.status === null);
    bot.kill('SIGINT');
    bot.kill('SIGINT');
    await bot.logged('stopping');
    expect(await bot.status('/healthz')).toBe(200);
    const telling = setInterval(() => bot.kill('SIGINT'), 50);
    const end = await bot.ended;
    clearInterval(telling);
    // What a shell reports for a program that SIGINT, signal 2, has ended.
    expect(end).toEqual({ code: 128 + 2, signal: null });
  });
});

describe('a process that was killed', { timeout: PATIENCE_MS }, () => {
  it('leaves nothing that its successor cannot follow: edits, deletions and buttons of before', async () => {
    const first = await start();
    const [mia, tom, ann] = [newcomer(discord), newcomer(discord), newcomer(discord)];
    const edited = mention(discord, mia, discord.generalId, WINDOWS_ON_LINUX);
    const deleted = mention(discord, tom, discord.generalId, WINDOWS_ON_LINUX);
    const asked = await ann.slash(discord.generalId, 'ask', { question: WINDOWS_ON_LINUX }).reply();
    const answer = await answerTo(discord, edited);
    await answerTo(discord, deleted);
    await kept(edited.id, deleted.id);
    first.kill('SIGKILL');
    expect(await first.ended).toEqual({ code: null, signal: 'SIGKILL' });

    await start();
    mia.edit(edited.id, `<@${discord.botId}> ${WHAT_IS_A_KERNEL}`);
    tom.remove(deleted.id);
    await retitled(discord, answer, WHAT_IS_A_KERNEL, STARTED_MS);
    await discord.until(() => answersTo(discord, deleted).length === 0);
    const why = asked.components
      .flatMap(({ components }) => (Array.isArray(components) ? components : []))
      .find(({ label }) => label === 'Why');
    await ann.click(asked.id, String(why?.custom_id)).reply();
    expect(titleOf(asked)).toBe(`Why: ${WINDOWS_ON_LINUX}`);
  });

  it('while it answered: what was posted and not kept is posted no second time', async () => {
    const bot = await start();
    const mia = newcomer(discord);
    discord.faults.hold(POST, { times: 1 });
    const question = mention(discord, mia, discord.randomId, WINDOWS_ON_LINUX);
    await answerTo(discord, question);
    bot.kill('SIGKILL');
    await bot.ended;
    discord.faults.clear();
    await start();
    const next = mention(discord, newcomer(discord), discord.randomId, WHAT_IS_A_KERNEL);
    expect(titleOf(await answerTo(discord, next))).toBe(WHAT_IS_A_KERNEL);
    expect(answersTo(discord, question)).toHaveLength(1);
  });

  it('between posting answers and keeping them: they follow their questions, and what was asked meanwhile is answered once', async () => {
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
    const second = await start();

    people[0].edit(edited.id, `<@${discord.botId}> ${WHAT_IS_A_KERNEL}`);
    people[1].remove(deleted.id);
    await retitled(discord, answer, WHAT_IS_A_KERNEL, STARTED_MS);
    await discord.until(() => answersTo(discord, deleted).length === 0);
    expect(titleOf(await answerTo(discord, missed, STARTED_MS))).toBe(LINUX_ON_MAC);
    for (const question of [edited, left, kept, missed]) expect(answersTo(discord, question)).toHaveLength(1);
    await second.logged('messages-looked-through');
    expect(second.log.filter(({ event }) => event === 'messages-looked-through')).toHaveLength(1);
  });
});
