import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { ConfigError } from '../../../src/core/errors.js';
import { commandsOf as commandsOfApplication } from '../../../src/discord/commands/index.js';
import { deployWithToken } from '../../../src/discord/connection/deploy.js';
import type { Json } from '../../../src/playground/json.js';
import type { Command } from '../../../src/playground/world/state.js';
import { startBot } from '../../support/bot.js';
import { closeClean } from '../../support/conversation.js';
import { discordWithGuild, type TestDiscord } from '../../support/discord.js';
import { mention, WINDOWS_ON_LINUX } from '../../support/mentions.js';
import { expectDecent } from '../../support/mishaps.js';

const PUT = 'PUT /applications/{application_id}/commands';
const NAMES = ['ask', 'topics', 'tip', 'settings', 'privacy', 'help', 'Ask Test bot about this'].sort();

let discord: TestDiscord;
beforeAll(async () => {
  discord = await discordWithGuild();
});
afterEach(() => discord.faults.clear());
afterAll(async () => {
  // 0: Discord answers 401 without a code of its own.
  expectDecent(discord, [0]);
  await discord.close();
});

const puts = (): number => discord.requests.filter(({ operation }) => operation === PUT).length;
const commandsOf = (): Map<string, Command> => discord.world.applications.get(discord.botId)?.commands ?? new Map();
const namesThere = (): string[] => [...commandsOf().values()].map(({ definition }) => String(definition.name)).sort();

/** Changes a command as Discord has it. */
function alter(name: string, change: (definition: Json) => Json): void {
  for (const command of commandsOf().values()) if (command.definition.name === name) command.definition = change(command.definition);
}

/** Starts the bot, tells how often it registered its commands, and stops it. */
async function startAndStop(): Promise<{ readonly registrations: number; readonly outcome: unknown }> {
  const before = puts();
  const bot = await startBot(discord);
  await bot.stop();
  const outcome = bot.log.find(({ event }) => event === 'commands')?.outcome;
  expect(bot.log.filter(({ level }) => level === 'error')).toEqual([]);
  return { registrations: puts() - before, outcome };
}

describe('a start', () => {
  it('registers the commands; the next one finds them and sends nothing; one that finds others registers them anew', async () => {
    expect(await startAndStop()).toEqual({ registrations: 1, outcome: 'deployed' });
    expect(namesThere()).toEqual(NAMES);
    const ids = [...commandsOf().keys()];
    expect(await startAndStop()).toEqual({ registrations: 0, outcome: 'unchanged' });
    expect([...commandsOf().keys()]).toEqual(ids);
    alter('tip', (definition) => ({ ...definition, description: 'An older text' }));
    expect(await startAndStop()).toEqual({ registrations: 1, outcome: 'deployed' });
    expect(await startAndStop()).toEqual({ registrations: 0, outcome: 'unchanged' });
  });

  it('registers them where the first try took effect and its answer was lost', async () => {
    commandsOf().clear();
    discord.faults.fail(PUT, { status: 502, after: true });
    expect((await startAndStop()).outcome).toBe('deployed');
    expect(namesThere()).toEqual(NAMES);
  });
});

describe('deploying without a connection', () => {
  it('registers the commands once, and says so', async () => {
    commandsOf().clear();
    expect(await deployWithToken(discord.token, discord.url, commandsOfApplication)).toMatchObject({ outcome: 'deployed' });
    expect(namesThere()).toEqual(NAMES);
    expect(await deployWithToken(discord.token, discord.url, commandsOfApplication)).toMatchObject({ outcome: 'unchanged' });
    expect((await startAndStop()).registrations).toBe(0);
  });

  it.each([
    [
      'an option less',
      () => alter('settings', ({ options, ...rest }) => ({ ...rest, options: Array.isArray(options) ? options.slice(1) : [] })),
    ],
    [
      'one command less',
      () => {
        for (const [id, { definition }] of commandsOf()) if (definition.name === 'help') commandsOf().delete(id);
      },
    ],
    [
      'one command more',
      () => {
        const [command] = commandsOf().values();
        if (command) commandsOf().set('42', { ...command, id: '42', definition: { ...command.definition, name: 'older' } });
      },
    ],
  ])('registers them anew where Discord has %s', async (_, change) => {
    change();
    expect(await deployWithToken(discord.token, discord.url, commandsOfApplication)).toMatchObject({ outcome: 'deployed' });
    expect(namesThere()).toEqual(NAMES);
    expect(await deployWithToken(discord.token, discord.url, commandsOfApplication)).toMatchObject({ outcome: 'unchanged' });
  });

  it('says what is wrong with a token, and where Discord cannot be reached', async () => {
    await expect(deployWithToken('MTIz.GabcdE.nonsense', discord.url, commandsOfApplication)).rejects.toThrow(
      /^DISCORD_TOKEN is not a bot token/,
    );
    const unreachable = deployWithToken(discord.token, 'http://127.0.0.1:1/api', commandsOfApplication);
    await expect(unreachable).rejects.toThrow('cannot connect to Discord at http://127.0.0.1:1/api');
    await expect(unreachable).rejects.toBeInstanceOf(ConfigError);
  });
});

describe('a token', () => {
  it.each([
    ['a request', (own: TestDiscord): unknown => mention(own, own.as(own.memberId), own.generalId, WINDOWS_ON_LINUX)],
    ['a new connection', (own: TestDiscord): unknown => own.faults.dropSockets()],
  ] as const)('that is refused later, at %s, ends the bot with that reason, once', async (_, next) => {
    const own = await discordWithGuild();
    const bot = await startBot(own);
    own.world.setToken(own.botId, 'playground.another-token');
    next(own);
    await vi.waitFor(() => expect(bot.fatal).toHaveLength(1), 10_000);
    expect(bot.fatal[0]?.message).toMatch(/^DISCORD_TOKEN is not a bot token/);
    await closeClean(own, bot, { expectsFaults: true });
    expect(bot.fatal).toHaveLength(1);
  });
});
