import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../../src/core/ports.js';
import { DEFAULT_SETTINGS } from '../../../src/core/settings.js';
import { openStore } from '../../../src/store/index.js';
import { startBot, type TestBot } from '../../support/bot.js';
import { closeClean, titleOf } from '../../support/conversation.js';
import { discordWithGuild, type TestDiscord } from '../../support/discord.js';
import { removeFolder, writeFolder } from '../../support/knowledge-folder.js';
import { answerTo, mention, OFF_TOPIC, settled, WINDOWS_ON_LINUX } from '../../support/mentions.js';

const DAY_MS = 24 * 60 * 60_000;
/** `LEFT_SERVER_DAYS` in these tests. */
const GRACE_DAYS = 7;

/** A server's data as it is stored: what it has set, and what it has asked. */
interface Kept {
  readonly cooldownSeconds: number;
  readonly answer: boolean;
  readonly gaps: number;
  readonly guilds: readonly string[];
}

let folder: string;
let discord: TestDiscord;
let questionId: string;
/** The bot of the process that runs now. */
let bot: TestBot;

const environment = () => ({ DATABASE_URL: join(folder, 'bot.sqlite'), LEFT_SERVER_DAYS: String(GRACE_DAYS) });
const start = async (): Promise<void> => {
  bot = await startBot(discord, environment());
};
/** Ends the process, lets something happen, and starts another. */
const restartAfter = async (happens: () => void | Promise<void>): Promise<void> => {
  await bot.stop();
  await happens();
  await start();
};
const withStore = async <T>(use: (store: Store) => Promise<T>): Promise<T> => {
  const store = await openStore(environment().DATABASE_URL, { file: '' });
  try {
    return await use(store);
  } finally {
    await store.close();
  }
};
const kept = (): Promise<Kept> =>
  withStore(async (store) => ({
    cooldownSeconds: (await store.settings(discord.guildId)).cooldownSeconds,
    answer: (await store.answerTo(questionId)) !== null,
    gaps: (await store.curatorReport(discord.guildId)).gaps.length,
    guilds: await store.guilds(),
  }));
/** The bot writes down what it hears of servers in its own time. */
const noted = (event: string): Promise<void> => expect.poll(() => bot.log.some((line) => line.event === event)).toBe(true);

async function withData(): Promise<void> {
  folder = writeFolder();
  discord = await discordWithGuild();
  await start();
  await discord.as(discord.ownerId).slash(discord.generalId, 'settings', { cooldown: 42 }).reply();
  const asked = mention(discord, discord.as(discord.memberId), discord.generalId, WINDOWS_ON_LINUX);
  questionId = asked.id;
  await answerTo(discord, asked);
  await answerTo(discord, mention(discord, discord.as(discord.helperId), discord.generalId, OFF_TOPIC));
  await settled(discord);
}
async function end(): Promise<void> {
  await closeClean(discord, bot);
  removeFolder(folder);
}

const ALL = (): Kept => ({ cooldownSeconds: 42, answer: true, gaps: 1, guilds: [discord.guildId] });
const NOTHING: Kept = { cooldownSeconds: DEFAULT_SETTINGS.cooldownSeconds, answer: false, gaps: 0, guilds: [] };

describe('a server that the bot leaves', () => {
  beforeAll(withData);
  afterAll(end);

  it('has its data kept for the days of grace, then erased', async () => {
    expect(await kept()).toEqual(ALL());
    discord.world.leave(discord.guildId, discord.botId);
    await noted('guild-left');
    discord.clock.forward(GRACE_DAYS * DAY_MS);
    await restartAfter(() => undefined);
    // A turn is kept for an hour only; what was set and asked is there to the last day.
    expect(await kept()).toEqual({ ...ALL(), guilds: [] });
    discord.clock.forward(1);
    await restartAfter(() => undefined);
    expect(await kept()).toEqual(NOTHING);
    expect(bot.log).toContainEqual(expect.objectContaining({ event: 'guild-erased', guildId: discord.guildId }));
  });
});

describe('a server that the bot comes back to', () => {
  beforeAll(withData);
  afterAll(end);

  it('keeps its data', async () => {
    discord.world.leave(discord.guildId, discord.botId);
    await noted('guild-left');
    discord.clock.forward((GRACE_DAYS - 1) * DAY_MS);
    discord.world.join(discord.guildId, discord.botId);
    await noted('guild-joined');
    await restartAfter(() => discord.clock.forward(2 * GRACE_DAYS * DAY_MS));
    expect(await kept()).toEqual(ALL());
  });

  it('keeps its data where the bot was away between two processes, and came back within the days of grace', async () => {
    await restartAfter(() => discord.world.leave(discord.guildId, discord.botId));
    await restartAfter(() => {
      discord.clock.forward((GRACE_DAYS - 1) * DAY_MS);
      discord.world.join(discord.guildId, discord.botId);
    });
    await restartAfter(() => discord.clock.forward(DAY_MS));
    expect(await kept()).toEqual(ALL());
  });
});

describe('a server that cannot be reached', () => {
  beforeAll(withData);
  afterAll(end);

  it('is not a server that was left', async () => {
    discord.world.setAvailable(discord.guildId, false);
    await restartAfter(() => discord.clock.forward(GRACE_DAYS * DAY_MS + 1));
    await restartAfter(() => discord.clock.forward(GRACE_DAYS * DAY_MS + 1));
    expect(await kept()).toEqual(ALL());
    discord.world.setAvailable(discord.guildId, true);
    await discord.until(() => discord.sessions.some(({ connected }) => connected));
    expect(titleOf(await answerTo(discord, mention(discord, discord.as(discord.ownerId), discord.generalId, WINDOWS_ON_LINUX)))).toBe(
      WINDOWS_ON_LINUX,
    );
    expect(bot.log.filter(({ event }) => String(event).startsWith('guild-left'))).toEqual([]);
  });
});

describe('a server that the bot left while no process ran', () => {
  beforeAll(withData);
  afterAll(end);

  it('is noticed at the next start, from which on its days of grace count', async () => {
    await restartAfter(() => {
      discord.world.leave(discord.guildId, discord.botId);
      discord.clock.forward(2 * GRACE_DAYS * DAY_MS);
    });
    expect(bot.log).toContainEqual(expect.objectContaining({ event: 'guild-left-meanwhile', guildId: discord.guildId }));
    expect(await kept()).toEqual({ ...ALL(), guilds: [] });
    await restartAfter(() => discord.clock.forward(GRACE_DAYS * DAY_MS + 1));
    expect(await kept()).toEqual(NOTHING);
  });
});
