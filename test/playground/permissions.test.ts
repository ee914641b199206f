import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ALL_PERMISSIONS,
  channelPermissions,
  PERMISSION,
  type PermissionName,
  permissionBits,
} from '../../src/playground/world/permissions.js';
import type { Channel, Guild } from '../../src/playground/world/state.js';
import { discordWithGuild, rest, type TestDiscord } from '../support/discord.js';

const [OWNER, MEMBER, ROLE, OTHER, GUILD] = ['1', '2', '3', '4', '5'];

function guildWith(everyone: bigint, role: bigint): Guild {
  const make = (id: string, permissions: bigint) =>
    [id, { id, name: id, permissions, position: 0, mentionable: false, botId: null }] as const;
  return {
    id: GUILD,
    name: 'g',
    ownerId: OWNER,
    locale: 'en-US',
    roles: new Map([make(GUILD, everyone), make(ROLE, role), make(OTHER, 0n)]),
    members: new Map(
      [OWNER, MEMBER].map((userId) => [userId, { userId, nick: null, joinedAt: 0, roleIds: userId === MEMBER ? [ROLE, OTHER] : [] }]),
    ),
    unavailable: false,
  };
}

const channelWith = (...overwrites: Channel['overwrites']): Channel => ({
  id: '9',
  type: 0,
  guildId: GUILD,
  name: 'c',
  position: 0,
  parentId: null,
  ownerId: null,
  recipientIds: [],
  overwrites,
  thread: null,
  lastMessageId: null,
});

const [VIEW, SEND, EMBED] = [PERMISSION.viewChannel, PERMISSION.sendMessages, PERMISSION.embedLinks];
const overwrite = (id: string, type: 'role' | 'member', allow: bigint, deny: bigint) => ({ id, type, allow, deny });

// The order is that of Discord's documentation (topics/permissions, "Permission Overwrites").
describe('the permissions in a channel', () => {
  it.each<[string, bigint, bigint, Channel['overwrites'], bigint]>([
    ['are the sum of the roles', VIEW, SEND, [], VIEW | SEND],
    ['lose what @everyone is denied', VIEW | SEND, 0n, [overwrite(GUILD, 'role', 0n, SEND)], VIEW],
    [
      "gain what a role's overwrite allows over @everyone's denial",
      VIEW | SEND,
      0n,
      [overwrite(GUILD, 'role', 0n, SEND), overwrite(ROLE, 'role', SEND, 0n)],
      VIEW | SEND,
    ],
    [
      'take an allowance of one role over a denial of another',
      VIEW,
      SEND,
      [overwrite(ROLE, 'role', 0n, SEND), overwrite(OTHER, 'role', SEND, 0n)],
      VIEW | SEND,
    ],
    [
      "end with the member's own overwrite",
      VIEW,
      SEND,
      [overwrite(ROLE, 'role', SEND, 0n), overwrite(MEMBER, 'member', EMBED, SEND)],
      VIEW | EMBED,
    ],
    ['are none without the view of the channel', VIEW | SEND, 0n, [overwrite(GUILD, 'role', 0n, VIEW)], 0n],
    ['are all for an administrator', VIEW, PERMISSION.administrator, [overwrite(MEMBER, 'member', 0n, VIEW)], ALL_PERMISSIONS],
  ])('%s', (_, everyone, role, overwrites, expected) => {
    expect(channelPermissions(guildWith(everyone, role), channelWith(...overwrites), MEMBER)).toBe(expected);
  });

  it('are all for the owner and none for a stranger', () => {
    const guild = guildWith(VIEW, 0n);
    expect(channelPermissions(guild, channelWith(overwrite(OWNER, 'member', 0n, VIEW)), OWNER)).toBe(ALL_PERMISSIONS);
    expect(channelPermissions(guild, channelWith(), 'stranger')).toBe(0n);
  });
});

let discord: TestDiscord;
beforeAll(async () => {
  discord = await discordWithGuild();
});
afterAll(() => discord.close());

async function without(name: PermissionName, request: () => Promise<{ status: number; body: { code: number } | undefined }>) {
  discord.world.setOverwrite(discord.generalId, discord.botId, { deny: [name] });
  const { status, body } = await request();
  discord.world.setOverwrite(discord.generalId, discord.botId, {});
  return [status, body?.code];
}

describe('a bot without', () => {
  const channel = (): string => `/channels/${discord.generalId}`;
  const written = (): string => discord.as(discord.memberId).send(discord.generalId, 'x').id;

  it.each<[PermissionName, number, () => Promise<{ status: number; body: { code: number } | undefined }>]>([
    ['viewChannel', 50001, () => rest(discord, 'GET', channel())],
    ['viewChannel', 50001, () => rest(discord, 'POST', `${channel()}/messages`, { content: 'x' })],
    ['sendMessages', 50013, () => rest(discord, 'POST', `${channel()}/messages`, { content: 'x' })],
    ['sendMessages', 50013, () => rest(discord, 'POST', `${channel()}/typing`)],
    ['embedLinks', 50013, () => rest(discord, 'POST', `${channel()}/messages`, { embeds: [{ title: 'x' }] })],
    ['readMessageHistory', 50013, () => rest(discord, 'GET', `${channel()}/messages/${written()}`)],
    ['createPublicThreads', 50013, () => rest(discord, 'POST', `${channel()}/messages/${written()}/threads`, { name: 'x' })],
    ['createPrivateThreads', 50013, () => rest(discord, 'POST', `${channel()}/threads`, { name: 'x', type: 12 })],
    ['addReactions', 50013, () => rest(discord, 'PUT', `${channel()}/messages/${written()}/reactions/%E2%9C%85/@me`)],
  ])('%s gets %d', async (name, code, request) => {
    expect(await without(name, request)).toEqual([403, code]);
  });

  it('embedLinks loses the embeds beside a text', async () => {
    discord.world.setOverwrite(discord.generalId, discord.botId, { deny: ['embedLinks'] });
    const { body } = await rest(discord, 'POST', `${channel()}/messages`, { content: 'x', embeds: [{ title: 'y' }] });
    discord.world.setOverwrite(discord.generalId, discord.botId, {});
    expect(body).toMatchObject({ content: 'x', embeds: [] });
  });

  it('sendMessagesInThreads may not write in a thread of the channel, though it may in the channel', async () => {
    const thread = discord.as(discord.memberId).thread({ messageId: written() }, 'thread');
    const inThread = () => rest(discord, 'POST', `/channels/${thread.id}/messages`, { content: 'x' });
    expect((await inThread()).status).toBe(200);
    expect(await without('sendMessagesInThreads', inThread)).toEqual([403, 50013]);
    expect((await without('sendMessages', inThread))[0]).toBe(200);
  });
});

describe('a person without the permission', () => {
  it('is refused as the client would', () => {
    discord.world.setOverwrite(discord.randomId, discord.memberId, { deny: ['sendMessages'] });
    expect(() => discord.as(discord.memberId).send(discord.randomId, 'x')).toThrow('Missing Permissions');
    discord.world.setOverwrite(discord.randomId, discord.memberId, {});
    const { id } = discord.as(discord.ownerId).send(discord.randomId, 'x');
    expect(() => discord.as(discord.memberId).remove(id)).toThrow('Missing Permissions');
    discord.as(discord.helperId).remove(id);
    expect(discord.world.messages.has(id)).toBe(false);
  });
});

it('adds named permissions up', () => {
  expect(permissionBits('viewChannel', 'sendMessages')).toBe(1024n + 2048n);
});
