import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/core/settings.js';
import { openStore } from '../../../src/store/index.js';
import { startBot, type TestBot } from '../../support/bot.js';
import { closeClean, titleOf } from '../../support/conversation.js';
import { discordWithGuild, type TestDiscord } from '../../support/discord.js';
import { removeFolder, writeFolder } from '../../support/knowledge-folder.js';
import { answerTo, mention, OFF_TOPIC, WINDOWS_ON_LINUX } from '../../support/mentions.js';

const DAY_MS = 24 * 60 * 60_000;
/** `LEFT_SERVER_DAYS` here. */
const GRACE_DAYS = 7;

const SERVERS = ['left', 'left and back', 'left meanwhile', 'left and back meanwhile', 'unreachable'] as const;
type ServerName = (typeof SERVERS)[number];

interface Server {
  readonly id: string;
  readonly channelId: string;
  /** A question that was answered there. */
  readonly questionId: string;
}

/** What is stored of a server. */
interface Kept {
  readonly cooldownSeconds: number;
  readonly answer: boolean;
  readonly gaps: number;
  /** Whether it counts as one that the bot is in. */
  readonly present: boolean;
}
const ALL: Kept = { cooldownSeconds: 42, answer: true, gaps: 1, present: true };
const NOTHING: Kept = { cooldownSeconds: DEFAULT_SETTINGS.cooldownSeconds, answer: false, gaps: 0, present: false };

let folder: string;
let discord: TestDiscord;
/** The bot of the process that runs now. */
let bot: TestBot;
let servers: Record<ServerName, Server>;
/** What was kept at the end of each process, and what each had noted of servers. */
const kept: Record<ServerName, Kept>[] = [];
const noted: string[][] = [];

const databaseUrl = () => join(folder, 'bot.sqlite');
const begin = async (): Promise<void> => {
  bot = await startBot(discord, { DATABASE_URL: databaseUrl(), LEFT_SERVER_DAYS: String(GRACE_DAYS) });
};
const notes = (): string[] =>
  bot.log.flatMap(({ event, guildId }) => (`${event}`.startsWith('guild-') ? [`${event} ${nameOf(guildId)}`] : []));
const nameOf = (guildId: unknown): string => SERVERS.find((name) => servers[name].id === guildId) ?? '';
const leave = (name: ServerName): void => discord.world.leave(servers[name].id, discord.botId);
const comeBack = (name: ServerName): void => discord.world.join(servers[name].id, discord.botId);

/** Makes a server that has set something, has a question answered and another one not. */
async function serverWithData(name: string): Promise<Server> {
  const { world, ownerId, botId } = discord;
  const { id } = world.addGuild({ name, ownerId });
  const { id: channelId } = world.addChannel(id, { name: 'general' });
  const curious = world.addUser();
  for (const userId of [botId, curious.id]) world.join(id, userId);
  const asked = mention(discord, discord.as(ownerId), channelId, WINDOWS_ON_LINUX);
  await answerTo(discord, asked);
  await answerTo(discord, mention(discord, discord.as(curious.id), channelId, OFF_TOPIC));
  await discord.as(ownerId).slash(channelId, 'settings', { cooldown: ALL.cooldownSeconds }).reply();
  return { id, channelId, questionId: asked.id };
}

/** Ends the process and looks at what is stored. */
async function end(): Promise<void> {
  await bot.stop();
  noted.push(notes());
  const store = await openStore(databaseUrl());
  const present = await store.guilds();
  const entries: [ServerName, Kept][] = [];
  for (const name of SERVERS) {
    const { id, questionId } = servers[name];
    const { cooldownSeconds } = await store.settings(id);
    const answer = (await store.answerTo(questionId)) !== null;
    entries.push([name, { cooldownSeconds, answer, gaps: (await store.curatorReport(id)).gaps.length, present: present.includes(id) }]);
  }
  await store.close();
  kept.push(Object.fromEntries(entries) as Record<ServerName, Kept>);
}

beforeAll(async () => {
  folder = writeFolder();
  discord = await discordWithGuild();
  await begin();
  const made: [string, Server][] = [];
  for (const name of SERVERS) made.push([name, await serverWithData(name)]);
  servers = Object.fromEntries(made) as Record<ServerName, Server>;

  leave('left');
  leave('left and back');
  discord.world.setAvailable(servers.unreachable.id, false);
  await vi.waitUntil(() => notes().length === SERVERS.length + 2);
  discord.clock.forward((GRACE_DAYS - 1) * DAY_MS);
  comeBack('left and back');
  await vi.waitUntil(() => notes().length === SERVERS.length + 3);
  await end();

  leave('left meanwhile');
  leave('left and back meanwhile');
  discord.clock.forward(DAY_MS);
  await begin();
  await end();

  // Eight days after the first were left, one after it was noticed that others were.
  comeBack('left and back meanwhile');
  discord.clock.forward(DAY_MS);
  await begin();
  await end();

  discord.clock.forward((GRACE_DAYS - 1) * DAY_MS + 1);
  discord.world.setAvailable(servers.unreachable.id, true);
  await begin();
  await end();
  await begin();
});
afterAll(async () => {
  await closeClean(discord, bot);
  removeFolder(folder);
});

const story = (name: ServerName): (Kept | undefined)[] => kept.map((all) => all[name]);
const left: Kept = { ...ALL, present: false };

describe('the data of a server', () => {
  it('is kept for the days of grace after the bot has left, then erased', () => {
    expect(story('left')).toEqual([left, left, NOTHING, NOTHING]);
  });

  it('is kept where the bot comes back within the days of grace', () => {
    expect(story('left and back')).toEqual([ALL, ALL, ALL, ALL]);
  });

  it('is kept for the days of grace from when it is noticed that the bot was thrown out while no process ran', () => {
    expect(story('left meanwhile')).toEqual([ALL, left, left, NOTHING]);
  });

  it('is kept where the bot was thrown out and came back while no process ran', () => {
    expect(story('left and back meanwhile')).toEqual([ALL, left, ALL, ALL]);
  });

  it('is kept where the server cannot be reached, however long', () => {
    expect(story('unreachable')).toEqual([ALL, ALL, ALL, ALL]);
  });

  it('is erased with a line in the log, as are the comings and goings', () => {
    expect(noted.map((lines) => lines.toSorted())).toEqual([
      [
        ...SERVERS.map((name) => `guild-joined ${name}`),
        'guild-joined left and back',
        'guild-left left',
        'guild-left left and back',
      ].sort(),
      ['guild-left-meanwhile left and back meanwhile', 'guild-left-meanwhile left meanwhile'],
      ['guild-erased left'],
      ['guild-erased left meanwhile'],
    ]);
  });

  it('does not keep a server from being answered that can be reached again', async () => {
    const { channelId } = servers.unreachable;
    expect(titleOf(await answerTo(discord, mention(discord, discord.as(discord.ownerId), channelId, WINDOWS_ON_LINUX)))).toBe(
      WINDOWS_ON_LINUX,
    );
  });
});
