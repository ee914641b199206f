import { createInflate } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { INTENT } from '../../src/playground/gateway/dispatches.js';
import { discordWithGuild, rawGateway, rest, type TestDiscord } from '../support/discord.js';

let discord: TestDiscord;
beforeAll(async () => {
  discord = await discordWithGuild();
});
afterAll(() => discord.close());

const USUAL = INTENT.guilds | INTENT.guildMessages | INTENT.directMessages;

/** Sends an event that every session on shard 0 gets: what was sent before it has arrived when it arrives. */
async function flushed(gateway: ReturnType<typeof rawGateway>, mark: string): Promise<readonly (string | null)[]> {
  discord.faults.dispatch(mark, {});
  await gateway.next(mark);
  return gateway.frames.map(({ t }) => t).filter((t) => t !== null && t !== 'READY' && !t.startsWith('MARK'));
}

describe('a connection', () => {
  it('is greeted, identified and told of its guilds', async () => {
    const gateway = rawGateway(discord, { intents: USUAL });
    expect((await gateway.next(10)).d.heartbeat_interval).toBe(41_250);
    const { d } = await gateway.next('READY');
    expect(d).toMatchObject({
      v: 10,
      user: { id: discord.botId },
      application: { id: discord.botId },
      guilds: [{ id: discord.guildId, unavailable: true }],
    });
    expect(d.resume_gateway_url).toBe(discord.url.replace('http', 'ws').replace('/api', '/gateway'));
    const guild = (await gateway.next('GUILD_CREATE')).d;
    expect(guild.channels.map(({ name }: { name: string }) => name)).toEqual(['general', 'random']);
    expect(guild.members.map(({ user }: { user: { id: string } }) => user.id)).toEqual([discord.botId]);
    gateway.close(1000);
  });

  it('gets an answer to each heartbeat', async () => {
    const gateway = rawGateway(discord);
    await gateway.next(10);
    gateway.send({ op: 1, d: null });
    expect((await gateway.next(11)).op).toBe(11);
    gateway.close(1000);
  });

  it.each<[string, object, number]>([
    ['a wrong token', { token: 'wrong', intents: 0 }, 4004],
    ['intents that do not exist', { intents: 1 << 30 }, 4013],
    ['an intent that was not granted', { intents: INTENT.messageContent }, 4014],
    ['a shard beyond the number of shards', { intents: 0, shard: [2, 2] }, 4010],
  ])('with %s is closed', async (_, identify, code) => {
    expect(await rawGateway(discord, identify).closed).toBe(code);
  });

  it.each<[string, string, number]>([
    ['no JSON', 'x', 4002],
    ['an unknown opcode', '{"op":99}', 4001],
    ['a request for members before it is identified', '{"op":8,"d":{}}', 4003],
  ])('that sends %s is closed', async (_, raw, code) => {
    const gateway = rawGateway(discord);
    await gateway.next(10);
    gateway.sendText(raw);
    expect(await gateway.closed).toBe(code);
  });

  it('that sends more than any frame of a client has is closed before it is read', async () => {
    const gateway = rawGateway(discord);
    await gateway.next(10);
    gateway.sendText(`{"op":1,"d":"${'x'.repeat(20_000)}"}`);
    // "Message too big" (RFC 6455, 7.4.1).
    expect(await gateway.closed).toBe(1009);
  });

  it.each(['encoding=etf', 'encoding=json&compress=zstd-stream'])('that wants %s is closed', async (query) => {
    expect(await rawGateway(discord, undefined, `?v=10&${query}`).closed).toBe(4012);
  });

  it('that wants zlib-stream gets one stream, flushed after each frame', async () => {
    const socket = new WebSocket(
      `${discord.url.replace('http', 'ws').replace('/api', '/gateway')}?v=10&encoding=json&compress=zlib-stream`,
    );
    const inflate = createInflate();
    const texts: string[] = [];
    const ready = new Promise<void>((resolve) => {
      inflate.on('data', (chunk: Buffer) => {
        texts.push(String(chunk));
        if (texts.join('').includes('GUILD_CREATE')) resolve();
      });
    });
    socket.on('message', (data: Buffer) => inflate.write(data));
    socket.on('open', () => socket.send(JSON.stringify({ op: 2, d: { token: discord.token, intents: USUAL, properties: {} } })));
    await ready;
    expect(texts.join('')).toContain('"op":10');
    socket.close(1000);
  });
});

describe('the intents', () => {
  it.each<[string, number, readonly string[]]>([
    ['none', 0, []],
    ['guilds', INTENT.guilds, ['GUILD_CREATE', 'CHANNEL_CREATE']],
    ['guild messages', INTENT.guildMessages, ['MESSAGE_CREATE', 'MESSAGE_UPDATE', 'MESSAGE_DELETE']],
    ['direct messages', INTENT.directMessages, ['MESSAGE_CREATE']],
    ['reactions', INTENT.guildMessageReactions, ['MESSAGE_REACTION_ADD', 'MESSAGE_REACTION_REMOVE']],
    ['typing', INTENT.guildMessageTyping, ['TYPING_START']],
  ])('%s bring these events and no others', async (name, intents, expected) => {
    const gateway = rawGateway(discord, { intents });
    await gateway.next('READY');
    const member = discord.as(discord.memberId);
    const { id } = member.send(discord.generalId, 'one');
    member.edit(id, 'two');
    member.react(id, '✅');
    member.unreact(id, '✅');
    member.typing(discord.generalId);
    member.remove(id);
    member.send(member.directMessages(discord.botId).id, 'direct');
    discord.world.addChannel(discord.guildId, { name });
    expect(await flushed(gateway, 'MARK')).toEqual(expected);
    gateway.close(1000);
  });

  it('without MESSAGE_CONTENT blank what is neither direct, nor the own, nor names the bot', async () => {
    const gateway = rawGateway(discord, { intents: USUAL });
    await gateway.next('READY');
    const member = discord.as(discord.memberId);
    member.send(discord.generalId, 'chatter');
    member.send(discord.generalId, `<@${discord.botId}> asked`);
    member.send(member.directMessages(discord.botId).id, 'direct');
    await rest(discord, 'POST', `/channels/${discord.generalId}/messages`, { content: 'own' });
    await flushed(gateway, 'MARK');
    const contents = gateway.frames.filter(({ t }) => t === 'MESSAGE_CREATE').map(({ d }) => d.content);
    expect(contents).toEqual(['', `<@${discord.botId}> asked`, 'direct', 'own']);
    gateway.close(1000);
  });

  it('with MESSAGE_CONTENT show everything, once the application was granted it', async () => {
    discord.world.setPrivileged(discord.botId, { messageContent: true });
    const gateway = rawGateway(discord, { intents: USUAL | INTENT.messageContent });
    await gateway.next('READY');
    discord.as(discord.memberId).send(discord.generalId, 'chatter');
    expect((await gateway.next('MESSAGE_CREATE')).d.content).toBe('chatter');
    discord.world.setPrivileged(discord.botId, { messageContent: false });
    gateway.close(1000);
  });
});

describe('what a bot does not see', () => {
  it('does not reach it: other channels, and messages for one person', async () => {
    const hidden = discord.world.addChannel(discord.guildId, { name: 'hidden' });
    discord.world.setOverwrite(hidden.id, discord.botId, { deny: ['viewChannel'] });
    await rest(discord, 'PUT', `/applications/${discord.botId}/commands`, [{ name: 'hush', description: 'Hush' }]);
    const gateway = rawGateway(discord, { intents: USUAL });
    await gateway.next('GUILD_CREATE');
    discord.as(discord.ownerId).send(hidden.id, 'unseen');
    const { interaction } = discord.as(discord.memberId).slash(discord.generalId, 'hush');
    const path = `/interactions/${interaction.id}/${interaction.token}/callback`;
    expect((await rest(discord, 'POST', path, { type: 4, data: { content: 'hush', flags: 64 } }, {})).status).toBe(204);
    expect(await flushed(gateway, 'MARK')).toEqual(['GUILD_CREATE', 'INTERACTION_CREATE']);
    gateway.close(1000);
  });
});

describe('guilds', () => {
  it('come and go with the membership, and are told apart from those that are away for a while', async () => {
    const gateway = rawGateway(discord, { intents: INTENT.guilds });
    await gateway.next('GUILD_CREATE');
    const second = discord.world.addGuild({ name: 'Second', ownerId: discord.ownerId });
    discord.world.join(second.id, discord.botId);
    discord.world.setAvailable(second.id, false);
    discord.world.setAvailable(second.id, true);
    discord.world.leave(second.id, discord.botId);
    await flushed(gateway, 'MARK');
    const seen = gateway.frames.filter(({ d }) => d?.id === second.id).map(({ t, d }) => [t, d.unavailable]);
    expect(seen).toEqual([
      ['GUILD_CREATE', false],
      ['GUILD_DELETE', true],
      ['GUILD_CREATE', false],
      ['GUILD_DELETE', undefined],
    ]);
    gateway.close(1000);
  });

  it('are spread over the shards by their id; direct messages are for shard 0', async () => {
    const guilds = Array.from({ length: 4 }, (_, n) => {
      // Only the upper bits choose the shard, and those are the milliseconds.
      discord.clock.forward(1);
      return discord.world.addGuild({ name: `${n}`, ownerId: discord.ownerId });
    });
    for (const { id } of guilds) discord.world.join(id, discord.botId);
    const shards = [0, 1].map((id) => rawGateway(discord, { intents: USUAL, shard: [id, 2] }));
    const told = await Promise.all(shards.map(async (shard) => (await shard.next('READY')).d.guilds.map(({ id }: { id: string }) => id)));
    const expected = [0n, 1n].map((shard) =>
      [discord.guildId, ...guilds.map(({ id }) => id)].filter((id) => (BigInt(id) >> 22n) % 2n === shard),
    );
    expect(told).toEqual(expected);
    expect(expected.map(({ length }) => length > 1)).toEqual([true, true]);
    const member = discord.as(discord.memberId);
    member.send(member.directMessages(discord.botId).id, 'direct');
    await shards[0]?.next('MESSAGE_CREATE');
    expect(shards[1]?.frames.some(({ t }) => t === 'MESSAGE_CREATE')).toBe(false);
    for (const shard of shards) shard.close(1000);
    for (const { id } of guilds) discord.world.leave(id, discord.botId);
  });
});

describe('a session', () => {
  async function broken() {
    const gateway = rawGateway(discord, { intents: USUAL });
    const { d, s } = await gateway.next('READY');
    await gateway.next('GUILD_CREATE');
    gateway.close(4000);
    await gateway.closed;
    await discord.until(() => discord.sessions.every(({ connected, id }) => id !== d.session_id || !connected));
    return { token: discord.token, session_id: d.session_id, seq: (s ?? 0) + 1 };
  }

  it('that is resumed gets what it has missed, in order', async () => {
    const resume = await broken();
    const member = discord.as(discord.memberId);
    for (const n of [1, 2, 3]) member.send(discord.generalId, `<@${discord.botId}> ${n}`);
    const gateway = rawGateway(discord);
    await gateway.next(10);
    gateway.send({ op: 6, d: resume });
    await gateway.next('RESUMED');
    expect(gateway.frames.slice(1).map(({ t, s }) => [t, s])).toEqual([
      ['MESSAGE_CREATE', 3],
      ['MESSAGE_CREATE', 4],
      ['MESSAGE_CREATE', 5],
      ['RESUMED', 6],
    ]);
    gateway.close(1000);
  });

  it.each<[string, (resume: object) => object]>([
    ['is not known', (resume) => ({ ...resume, session_id: 'x' })],
    ['has ended with a goodbye', (resume) => resume],
  ])('that %s is not resumed', async (name, change) => {
    const gateway = rawGateway(discord, { intents: USUAL });
    const { d } = await gateway.next('READY');
    gateway.close(1000);
    await gateway.closed;
    await discord.until(() => !discord.sessions.some(({ id }) => id === d.session_id));
    const again = rawGateway(discord);
    await again.next(10);
    again.send({ op: 6, d: change({ token: discord.token, session_id: d.session_id, seq: 1 }) });
    expect((await again.next(9)).d, name).toBe(false);
    again.close();
  });

  it('is not resumed from a place that was never reached', async () => {
    const resume = await broken();
    const gateway = rawGateway(discord);
    await gateway.next(10);
    gateway.send({ op: 6, d: { ...resume, seq: 999 } });
    expect(await gateway.closed).toBe(4007);
  });
});

it('the members of a guild are sent when asked for', async () => {
  const gateway = rawGateway(discord, { intents: USUAL });
  await gateway.next('READY');
  gateway.send({ op: 8, d: { guild_id: discord.guildId, query: 'm', limit: 0, nonce: 'n' } });
  const { d } = await gateway.next('GUILD_MEMBERS_CHUNK');
  expect([d.nonce, d.members.map(({ user }: { user: { username: string } }) => user.username)]).toEqual(['n', ['mia']]);
  gateway.close(1000);
});
