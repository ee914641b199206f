import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { discordWithGuild, rest, type TestDiscord } from '../support/discord.js';

let discord: TestDiscord;
beforeAll(async () => {
  discord = await discordWithGuild();
});
afterAll(() => {
  // Every answer in this file was one that the official schemas allow.
  expect(discord.violations.filter(({ kind }) => kind === 'response' || kind === 'playground')).toEqual([]);
  return discord.close();
});

const refusal = ({ status, body }: { status: number; body: { code: number } | undefined }) => [status, body?.code];
const written = (): string => discord.as(discord.memberId).send(discord.generalId, 'x').id;
const onMessage = (messageId: string, name = 'thread') =>
  rest(discord, 'POST', `/channels/${discord.generalId}/messages/${messageId}/threads`, { name });

describe('a thread on a message', () => {
  it('has the id of the message, which is marked, and the bot as its first member', async () => {
    const id = written();
    const { status, body } = await onMessage(id);
    expect([status, body.id, body.type, body.parent_id, body.owner_id]).toEqual([201, id, 11, discord.generalId, discord.botId]);
    const message = await rest(discord, 'GET', `/channels/${discord.generalId}/messages/${id}`);
    expect(message.body).toMatchObject({ flags: 32, thread: { id } });
    expect((await rest(discord, 'GET', `/channels/${id}/thread-members`)).body.map(({ user_id }: { user_id: string }) => user_id)).toEqual([
      discord.botId,
    ]);
  });

  it('is the only one there', async () => {
    const id = written();
    await onMessage(id);
    expect(refusal(await onMessage(id))).toEqual([400, 160004]);
  });

  it('needs a message, and a channel that is no thread', async () => {
    expect(refusal(await onMessage('123456789012345678'))).toEqual([404, 10008]);
    const { body } = await onMessage(written());
    const inside = await rest(discord, 'POST', `/channels/${body.id}/messages`, { content: 'x' });
    expect(refusal(await rest(discord, 'POST', `/channels/${body.id}/messages/${inside.body.id}/threads`, { name: 'x' }))).toEqual([
      400, 50024,
    ]);
  });

  it('counts its messages, and takes who writes as a member', async () => {
    const { body } = await onMessage(written());
    discord.as(discord.helperId).send(body.id, 'hello');
    const { body: after } = await rest(discord, 'GET', `/channels/${body.id}`);
    expect([after.message_count, after.member_count]).toEqual([1, 2]);
  });
});

describe('a thread without a message', () => {
  it('is private unless asked for, and then seen by its members alone', async () => {
    const { body } = await rest(discord, 'POST', `/channels/${discord.generalId}/threads`, { name: 'secret' });
    expect(body.type).toBe(12);
    expect(() => discord.as(discord.memberId).send(body.id, 'x')).toThrow('Missing Access');
    expect((await rest(discord, 'PUT', `/channels/${body.id}/thread-members/${discord.memberId}`)).status).toBe(204);
    expect(discord.as(discord.memberId).send(body.id, 'x').channelId).toBe(body.id);
    expect((await rest(discord, 'DELETE', `/channels/${body.id}/thread-members/${discord.memberId}`)).status).toBe(204);
    expect(() => discord.as(discord.memberId).send(body.id, 'x')).toThrow('Missing Access');
  });

  it('is public with type 11', async () => {
    const { body } = await rest(discord, 'POST', `/channels/${discord.generalId}/threads`, { name: 'open', type: 11 });
    expect(discord.as(discord.memberId).send(body.id, 'x').channelId).toBe(body.id);
  });
});

describe('an archived thread', () => {
  it('comes back with the next message, unless it is locked', async () => {
    const thread = discord.as(discord.memberId).thread({ messageId: written() }, 'theirs');
    const own = (await onMessage(written())).body.id;
    expect((await rest(discord, 'PATCH', `/channels/${own}`, { archived: true })).body.thread_metadata.archived).toBe(true);
    await rest(discord, 'POST', `/channels/${own}/messages`, { content: 'x' });
    expect(discord.world.channels.get(own)?.thread?.archived).toBe(false);
    expect(refusal(await rest(discord, 'PATCH', `/channels/${thread.id}`, { locked: true }))).toEqual([403, 50013]);
    discord.world.setOverwrite(discord.generalId, discord.botId, { allow: ['manageThreads'] });
    expect((await rest(discord, 'PATCH', `/channels/${thread.id}`, { locked: true, archived: true })).status).toBe(200);
    expect((await rest(discord, 'POST', `/channels/${thread.id}/messages`, { content: 'x' })).status).toBe(200);
    discord.world.setOverwrite(discord.generalId, discord.botId, {});
    expect(refusal(await rest(discord, 'POST', `/channels/${thread.id}/messages`, { content: 'x' }))).toEqual([400, 160005]);
  });
});

describe('a message in a thread that is', () => {
  it.each([
    ['archived', { archived: true }, 'Thread is archived', null],
    ['locked', { locked: true }, 'Thread is locked', null],
    ['archived and locked', { archived: true, locked: true }, 'Thread is archived', 'Thread is archived'],
  ] as const)('%s is changed and removed as Discord says', (_, change, whyNoEdit, whyNoRemoval) => {
    const mia = discord.as(discord.memberId);
    const thread = mia.thread({ channelId: discord.generalId }, 'closed');
    const { id } = mia.send(thread.id, 'x');
    discord.world.setThread(thread.id, change);
    expect(() => mia.edit(id, 'y')).toThrow(whyNoEdit);
    if (whyNoRemoval !== null) expect(() => mia.remove(id)).toThrow(whyNoRemoval);
    else mia.remove(id);
    expect(discord.world.messages.has(id)).toBe(whyNoRemoval !== null);
  });
});

describe('direct messages', () => {
  const open = (userId: string) => rest(discord, 'POST', '/users/@me/channels', { recipient_id: userId });

  it('are one channel for two, however often it is opened', async () => {
    const { status, body } = await open(discord.memberId);
    expect([status, body.type, body.recipients[0].id]).toEqual([200, 1, discord.memberId]);
    expect((await open(discord.memberId)).body.id).toBe(body.id);
    expect(discord.as(discord.memberId).directMessages(discord.botId).id).toBe(body.id);
  });

  it('reach nobody who has closed them, and no stranger, but who has installed the application', async () => {
    const { body } = await open(discord.memberId);
    const send = (id: string) => rest(discord, 'POST', `/channels/${id}/messages`, { content: 'x' });
    expect((await send(body.id)).status).toBe(200);
    discord.world.acceptDirectMessages(discord.memberId, false);
    expect(refusal(await send(body.id))).toEqual([403, 50007]);
    discord.world.acceptDirectMessages(discord.memberId, true);
    const stranger = discord.world.addUser({ username: 'stranger' });
    const { body: strange } = await open(stranger.id);
    expect(refusal(await send(strange.id))).toEqual([403, 50007]);
    discord.world.install(discord.botId, stranger.id);
    expect((await send(strange.id)).status).toBe(200);
  });

  it('are not opened with who is not there', async () => {
    expect(refusal(await open('123456789012345678'))).toEqual([404, 10013]);
  });

  it('of others are out of reach', async () => {
    const { id } = discord.as(discord.memberId).directMessages(discord.ownerId);
    expect(refusal(await rest(discord, 'GET', `/channels/${id}/messages`))).toEqual([403, 50001]);
  });
});

describe('what a bot looks up', () => {
  it.each<[string, () => string, (body: { name: string }[] & { name: string; username: string }) => unknown, unknown]>([
    ['its guild', () => `/guilds/${discord.guildId}`, ({ name }) => name, 'Harbour'],
    ['the channels', () => `/guilds/${discord.guildId}/channels`, (body) => body.map(({ name }) => name), ['general', 'random']],
    ['the roles', () => `/guilds/${discord.guildId}/roles`, (body) => body.map(({ name }) => name), ['@everyone', 'Helpers']],
    ['a user', () => `/users/${discord.ownerId}`, ({ username }) => username, 'olga'],
    ['itself', () => '/users/@me', ({ username }) => username, 'Test bot'],
    ['its application', () => '/applications/@me', ({ name }) => name, 'Test bot'],
    ['its application by the old address', () => '/oauth2/applications/@me', ({ name }) => name, 'Test bot'],
  ])('is there: %s', async (_, path, read, expected) => {
    const { status, body } = await rest(discord, 'GET', path());
    expect([status, read(body)]).toEqual([200, expected]);
  });

  it('is there: a member, and the threads in use', async () => {
    const member = await rest(discord, 'GET', `/guilds/${discord.guildId}/members/${discord.helperId}`);
    expect([member.body.user.username, member.body.roles.length]).toEqual(['henry', 1]);
    const threads = await rest(discord, 'GET', `/guilds/${discord.guildId}/threads/active`);
    expect(threads.body.threads.length).toBeGreaterThan(0);
  });

  it.each<[string, () => string, number, number]>([
    ['a guild that is not there', () => '/guilds/123456789012345678', 404, 10004],
    ['a member that is not there', () => `/guilds/${discord.guildId}/members/123456789012345678`, 404, 10007],
    ['a user that is not there', () => '/users/123456789012345678', 404, 10013],
    ['all members without the intent', () => `/guilds/${discord.guildId}/members`, 403, 50001],
  ])('is refused: %s', async (_, path, status, code) => {
    expect(refusal(await rest(discord, 'GET', path()))).toEqual([status, code]);
  });
});
