import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startBot, type TestBot } from '../../support/bot.js';
import { closeClean, labelsOf, newcomer, press, questionWith, titleOf } from '../../support/conversation.js';
import { discordWithGuild, type TestDiscord } from '../../support/discord.js';
import { shippedEngine } from '../../support/engine.js';
import { answersTo, answerTo, mention, WHAT_IS_A_KERNEL, WINDOWS_ON_LINUX } from '../../support/mentions.js';
import { expectDecent, expectOneAnswer, logged, retitled } from '../../support/mishaps.js';
import { type PostgresServer, startPostgres } from '../../support/postgres.js';

const HOUR_MS = 60 * 60_000;

/** The events that a bot has handled, by the outcome. */
async function handled(bot: TestBot, event: string): Promise<number> {
  const page = await (await fetch(`${bot.url}/metrics`)).text();
  const counts = [...page.matchAll(new RegExp(`^dockmaster_events_total\\{event="${event}",outcome="\\w+"\\} (\\d+)$`, 'gm'))];
  return counts.reduce((sum, [, count]) => sum + Number(count), 0);
}

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

describe('two processes with the same token over one database', () => {
  let discord: TestDiscord;
  let bots: readonly TestBot[];
  beforeAll(async () => {
    discord = await discordWithGuild();
    const environment = { DATABASE_URL: await server.freshUrl() };
    bots = [await startBot(discord, environment), await startBot(discord, environment)];
  });
  afterAll(async () => {
    // 40060: the second process is told that the first was faster. 160004: so with a thread. 10008: so with a removal.
    expectDecent(discord, [40_060, 160_004, 10_008]);
    expect(bots.flatMap(({ log }) => log.filter(({ level }) => level === 'error'))).toEqual([]);
    const [first, second] = bots;
    await second?.stop();
    if (first) await closeClean(discord, first, { expectsFaults: true });
  });

  /** Does something and waits until both processes have handled so many events of a kind that came of it. */
  async function byBoth<T>(event: string, happening: () => T): Promise<T> {
    const before = await Promise.all(bots.map((bot) => handled(bot, event)));
    const result = happening();
    await vi.waitFor(
      async () => {
        const now = await Promise.all(bots.map((bot) => handled(bot, event)));
        for (const [i, events] of now.entries()) expect(events - (before[i] ?? 0)).toBeGreaterThan(0);
      },
      { timeout: 10_000, interval: 50 },
    );
    return result;
  }

  it('answer a mention once, and change and remove the one answer', async () => {
    const mia = newcomer(discord);
    const question = await byBoth('message', () => mention(discord, mia, discord.generalId, WINDOWS_ON_LINUX));
    expect(answersTo(discord, question).map(titleOf)).toEqual([WINDOWS_ON_LINUX]);
    const answer = await answerTo(discord, question);
    await byBoth('edit', () => mia.edit(question.id, `<@${discord.botId}> ${WHAT_IS_A_KERNEL}`));
    await retitled(discord, answer, WHAT_IS_A_KERNEL);
    expect(answersTo(discord, question)).toHaveLength(1);
    await byBoth('delete', () => mia.remove(question.id));
    expect(discord.world.messages.has(answer.id)).toBe(false);
  });

  it('answer a mention once in its one thread', async () => {
    const owner = discord.as(discord.ownerId);
    await byBoth('/settings', () => owner.slash(discord.generalId, 'settings', { 'reply-in': 'thread' }));
    const mia = newcomer(discord);
    const question = await byBoth('message', () => mention(discord, mia, discord.generalId, WINDOWS_ON_LINUX));
    const answers = mia.read(question.id).filter(({ authorId, embeds }) => authorId === discord.botId && embeds.length > 0);
    expect(answers.map(titleOf)).toEqual([WINDOWS_ON_LINUX]);
    expect(answersTo(discord, question)).toEqual([]);
    await byBoth('/settings', () => owner.slash(discord.generalId, 'settings', { 'reply-in': 'channel' }));
  });

  it('reply to a command and to its buttons once', async () => {
    const mia = newcomer(discord);
    const asked = await byBoth('/ask', () => mia.slash(discord.generalId, 'ask', { question: WINDOWS_ON_LINUX, private: false }));
    const answer = await asked.reply();
    expect(titleOf(answer)).toBe(WINDOWS_ON_LINUX);
    expect(asked.followUps()).toEqual([]);
    const verdict = await byBoth('press', () => press(mia, answer, 'Not helpful'));
    await verdict.reply();
    expect(verdict.followUps()).toEqual([]);
    const dismissed = await byBoth('press', () => press(mia, answer, 'Dismiss'));
    expect(discord.world.messages.has(answer.id)).toBe(false);
    expect(dismissed.followUps()).toEqual([]);
  });

  it('turn to a layer of a private answer once', async () => {
    const mia = newcomer(discord);
    const answer = await mia.slash(discord.generalId, 'ask', { question: WINDOWS_ON_LINUX }).reply();
    const pressed = await byBoth('press', () => press(mia, answer, 'Why'));
    await retitled(discord, answer, `Why: ${WINDOWS_ON_LINUX}`);
    expect(pressed.followUps()).toEqual([]);
  });

  it('offer choices once, and take the choice once', async () => {
    const { text } = await questionWith(await shippedEngine(), 'choices');
    const mia = newcomer(discord);
    const asked = await byBoth('/ask', () => mia.slash(discord.generalId, 'ask', { question: text }));
    const offer = await asked.reply();
    const picked = await byBoth('press', () => press(mia, offer, labelsOf(offer)[0] ?? ''));
    await discord.until(() => titleOf(offer) !== '');
    expect(picked.followUps()).toEqual([]);
  });

  it('post a tip once, whichever of them ticks', async () => {
    const options = { 'tip-channel': discord.randomId, 'tip-time': '13:00', 'time-zone': 'UTC' };
    await byBoth('/settings', () => discord.as(discord.ownerId).slash(discord.randomId, 'settings', options));
    const tips = () => discord.world.messagesIn(discord.randomId).filter(({ authorId }) => authorId === discord.botId);
    for (const day of [1, 2, 3]) {
      discord.clock.forward(day === 1 ? 2 * HOUR_MS - 59 * 60_000 : 24 * HOUR_MS);
      await Promise.all(bots.map((bot) => bot.tickTips()));
      expect(tips()).toHaveLength(day);
    }
    const texts = tips().map(({ embeds }) => JSON.stringify(embeds));
    expect(new Set(texts).size).toBe(3);
  });

  it('are answered for by the other one when one ends', async () => {
    await bots[1]?.stop();
    const mia = newcomer(discord);
    const question = mention(discord, mia, discord.generalId, WINDOWS_ON_LINUX);
    expect(titleOf(await answerTo(discord, question))).toBe(WINDOWS_ON_LINUX);
    await expectOneAnswer(discord, mia, question);
  });
});

describe('shards', () => {
  /** Two guilds of different shards: the shard comes from the milliseconds of the guild's id. */
  async function twoGuilds() {
    const discord = await discordWithGuild({ shards: 2, maxConcurrency: 16 });
    const { world } = discord;
    discord.clock.forward(1);
    const other = world.addGuild({ name: 'Shipyard', ownerId: discord.ownerId });
    const docks = world.addChannel(other.id, { name: 'docks' });
    world.join(other.id, discord.memberId);
    world.join(other.id, discord.botId);
    const shardOf = (guildId: string): number => Number((BigInt(guildId) >> 22n) % 2n);
    expect([shardOf(discord.guildId), shardOf(other.id)].sort()).toEqual([0, 1]);
    return { discord, docks, other };
  }
  const shardsOf = ({ sessions }: TestDiscord): string[] => sessions.map(({ shard: [id, count] }) => `${id} of ${count}`).sort();
  /** Reading the commands and registering them. */
  const deployment = ({ requests }: TestDiscord): string[] =>
    requests.filter(({ operation }) => operation.endsWith('/commands')).map(({ method }) => method);

  async function expectAllAnswered(discord: TestDiscord, docksId: string): Promise<void> {
    const mia = discord.as(discord.memberId);
    for (const channelId of [discord.generalId, docksId, mia.directMessages(discord.botId).id]) {
      const question = mention(discord, mia, channelId, WINDOWS_ON_LINUX);
      expect(titleOf(await answerTo(discord, question))).toBe(WINDOWS_ON_LINUX);
      await expectOneAnswer(discord, mia, question);
    }
  }

  it('as many as Discord recommends run in one process, and each server is answered once', async () => {
    const { discord, docks } = await twoGuilds();
    const bot = await startBot(discord);
    expect(shardsOf(discord)).toEqual(['0 of 2', '1 of 2']);
    expect(deployment(discord)).toEqual(['GET', 'PUT']);
    expect((await fetch(`${bot.url}/readyz`)).status).toBe(200);
    await expectAllAnswered(discord, docks.id);
    await closeClean(discord, bot);
  });

  it('of two processes answer the servers that are theirs, and no process takes the other’s servers for left', async () => {
    const { discord, docks } = await twoGuilds();
    const environment = { DATABASE_URL: await server.freshUrl(), SHARD_COUNT: '2' };
    const first = await startBot(discord, { ...environment, SHARDS: '0' });
    const second = await startBot(discord, { ...environment, SHARDS: '1' });
    expect(shardsOf(discord)).toEqual(['0 of 2', '1 of 2']);
    expect(deployment(discord)).toEqual(['GET', 'PUT']);
    await expectAllAnswered(discord, docks.id);
    expect(await handled(first, 'message')).toBeGreaterThan(0);
    expect(await handled(second, 'message')).toBeGreaterThan(0);
    await second.stop();
    const again = await startBot(discord, { ...environment, SHARDS: '1' });
    for (const bot of [first, second, again]) expect(logged(bot, 'guild-left-meanwhile')).toBe(0);
    await again.stop();
    await closeClean(discord, first);
  });
});
