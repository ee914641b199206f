import { type Client, Events, type GuildBasedChannel, PermissionFlagsBits } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ConfigError } from '../../../src/core/errors.js';
import { DEFAULT_SETTINGS } from '../../../src/core/settings.js';
import { createClient } from '../../../src/discord/connection/client.js';
import { NOT_A_TOKEN } from '../../../src/discord/connection/connection-error.js';
import { inviteLink, may, mayAnswerIn, missingIn, NEEDED, PERMISSION_BITS } from '../../../src/discord/connection/permissions.js';
import { discordWithGuild, type TestDiscord } from '../../support/discord.js';

const APPLICATION_ID = '201234567890123456';
const token = (id: string): string =>
  `${Buffer.from(id).toString('base64').replace(/=+$/, '')}.GabcdE.0123456789012345678901234567890123456`;

describe('the permissions that the bot asks for', () => {
  it('are the six of the documentation’s table, and none more', () => {
    // Bits of Discord's documentation, "Bitwise Permission Flags".
    const documented = {
      'View Channels': 1n << 10n,
      'Send Messages': 1n << 11n,
      'Embed Links': 1n << 14n,
      'Read Message History': 1n << 16n,
      'Create Public Threads': 1n << 35n,
      'Send Messages in Threads': 1n << 38n,
    };
    expect(Object.fromEntries(NEEDED.map(({ name, flag }) => [name, flag]))).toEqual(documented);
    expect(PERMISSION_BITS).toBe(Object.values(documented).reduce((sum, bit) => sum + bit, 0n));
  });
});

describe('the invite link', () => {
  it('names the application of the token, the permissions, and what the bot is', () => {
    const link = new URL(inviteLink(token(APPLICATION_ID)));
    expect(link.origin + link.pathname).toBe('https://discord.com/oauth2/authorize');
    expect(Object.fromEntries(link.searchParams)).toEqual({
      client_id: APPLICATION_ID,
      permissions: '309237730304',
      scope: 'bot applications.commands',
    });
  });

  it('holds nothing of the token’s secret parts', () => {
    expect(inviteLink(token(APPLICATION_ID))).not.toMatch(/GabcdE|0123456789012345678901234567/);
  });

  it.each([
    ['nothing', ''],
    ['a word', 'swordfish'],
    ['two parts', token(APPLICATION_ID).split('.').slice(0, 2).join('.')],
    ['four parts', `${token(APPLICATION_ID)}.more`],
    ['a first part that is no number', token('no number at all')],
    ['a number that is no id', token('12345')],
  ])('is not made from %s: the token is named instead', (_, text) => {
    const make = (): string => inviteLink(text);
    expect(make).toThrow(ConfigError);
    expect(make).toThrow(NOT_A_TOKEN);
    expect(NOT_A_TOKEN).toMatch(/^DISCORD_TOKEN is not a bot token/);
  });
});

describe('where a server lets the bot answer', () => {
  it('is everywhere, unless it has chosen channels; then there and in their threads', () => {
    expect(mayAnswerIn(DEFAULT_SETTINGS, 'general', 'general')).toBe(true);
    const chosen = { ...DEFAULT_SETTINGS, channels: ['help', 'docker'] };
    expect(mayAnswerIn(chosen, 'help', 'help')).toBe(true);
    expect(mayAnswerIn(chosen, 'docker', 'a thread')).toBe(true);
    expect(mayAnswerIn(chosen, 'general', 'docker')).toBe(true);
    expect(mayAnswerIn(chosen, 'general', 'general')).toBe(false);
    expect(mayAnswerIn(chosen, 'general', 'a thread')).toBe(false);
  });
});

describe('what the bot lacks in a channel', () => {
  let discord: TestDiscord;
  let client: Client;
  beforeAll(async () => {
    discord = await discordWithGuild();
    client = createClient({ apiUrl: discord.url, shards: 'auto', shardCount: null });
    const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
    await client.login(discord.token);
    await ready;
  });
  afterAll(async () => {
    await client.destroy();
    await discord.close();
  });
  const channelOf = (id: string): GuildBasedChannel => {
    const found = client.channels.cache.get(id);
    if (!found || found.isDMBased()) throw new Error(`no channel ${id}`);
    return found;
  };

  it('is nothing where everybody may do everything that is needed', () => {
    const channel = channelOf(discord.generalId);
    expect(missingIn(channel)).toEqual([]);
    expect(may(channel, PermissionFlagsBits.ManageMessages)).toBe(false);
  });

  it('is named as Discord names it, and follows what is changed', async () => {
    const channel = channelOf(discord.randomId);
    discord.world.setOverwrite(discord.randomId, discord.botId, { deny: ['embedLinks', 'createPublicThreads'] });
    await vi.waitFor(() => expect(missingIn(channel)).toEqual(['Create Public Threads', 'Embed Links']));
    expect(may(channel, PermissionFlagsBits.EmbedLinks)).toBe(false);
    expect(may(channel, [PermissionFlagsBits.SendMessages, PermissionFlagsBits.EmbedLinks])).toBe(false);
    discord.world.setOverwrite(discord.randomId, discord.botId, {});
    await vi.waitFor(() => expect(missingIn(channel)).toEqual([]));
  });
});
