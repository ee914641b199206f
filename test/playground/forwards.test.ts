import { Client, Events, GatewayIntentBits, Partials } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INTENT } from '../../src/playground/gateway/dispatches.js';
import { discordWithGuild, type RawGateway, rawGateway, rest, type TestDiscord } from '../support/discord.js';

let discord: TestDiscord;
let gateway: RawGateway;
beforeAll(async () => {
  discord = await discordWithGuild();
  gateway = rawGateway(discord, { intents: INTENT.guilds | INTENT.guildMessages | INTENT.directMessages });
  await gateway.next('READY');
});
afterAll(() => {
  gateway.close(1000);
  expect(discord.violations).toEqual([]);
  return discord.close();
});

/** Waits for what the gateway says of a new message. */
const announced = (id: string) =>
  new Promise<RawGateway['frames'][number]['d']>((resolve) => {
    const look = (passed: number): void => {
      void gateway.next('MESSAGE_CREATE', passed).then(({ d }) => (d.id === id ? resolve(d) : look(passed + 1)));
    };
    look(0);
  });
const read = (channelId: string, id: string) => rest(discord, 'GET', `/channels/${channelId}/messages/${id}`);

// The shape is that of Discord's documentation (message object, message reference types, message snapshot object).
describe('a forwarded message', () => {
  it('says nothing itself and carries a snapshot of the other, which a bot reads in its direct messages', async () => {
    const member = discord.as(discord.memberId);
    const original = member.send(discord.generalId, `How do I moor, <@${discord.helperId}>?`, { attachments: [{ filename: 'rope.png' }] });
    const direct = member.directMessages(discord.botId).id;
    const { id } = member.forward(original.id, direct);
    const message = await announced(id);
    expect(message).toMatchObject({
      type: 0,
      content: '',
      flags: 1 << 14,
      mentions: [],
      author: { id: discord.memberId },
      message_reference: { type: 1, message_id: original.id, channel_id: discord.generalId, guild_id: discord.guildId },
    });
    expect(message.referenced_message).toBeUndefined();
    expect(message.message_snapshots).toEqual([
      {
        message: {
          type: 0,
          content: `How do I moor, <@${discord.helperId}>?`,
          embeds: [],
          components: [],
          attachments: [expect.objectContaining({ filename: 'rope.png' })],
          mentions: [expect.objectContaining({ id: discord.helperId })],
          mention_roles: [],
          timestamp: new Date(discord.clock.now()).toISOString(),
          edited_timestamp: null,
          flags: 0,
        },
      },
    ]);
    expect((await read(direct, id)).body.message_snapshots).toEqual(message.message_snapshots);
  });

  it('from a place outside of guilds names no guild', () => {
    const member = discord.as(discord.memberId);
    const direct = member.directMessages(discord.botId).id;
    const { id } = member.forward(member.send(direct, 'in private').id, discord.generalId);
    return announced(id).then(({ message_reference }) => expect(message_reference).not.toHaveProperty('guild_id'));
  });

  it('shows its snapshot in a guild as blank as any text that the bot may not read', async () => {
    const member = discord.as(discord.memberId);
    // Naming the bot in the original is no matter of the forward, which names nobody.
    const original = member.send(discord.randomId, `<@${discord.botId}> secret`, { attachments: [{ filename: 'a.txt' }] });
    const { id } = member.forward(original.id, discord.generalId);
    const blank = { content: '', embeds: [], components: [], attachments: [], type: 0, flags: 0 };
    expect((await announced(id)).message_snapshots).toMatchObject([{ message: blank }]);
    expect((await read(discord.generalId, id)).body.message_snapshots).toMatchObject([{ message: blank }]);
    discord.world.setPrivileged(discord.botId, { messageContent: true });
    expect((await read(discord.generalId, id)).body.message_snapshots[0].message.content).toBe(`<@${discord.botId}> secret`);
    discord.world.setPrivileged(discord.botId, { messageContent: false });
  });

  it('keeps what it showed when the original is edited or removed', async () => {
    const member = discord.as(discord.memberId);
    const original = member.send(discord.generalId, 'before');
    const direct = member.directMessages(discord.botId).id;
    const { id } = member.forward(original.id, direct);
    member.edit(original.id, 'after');
    member.remove(original.id);
    expect((await read(direct, id)).body.message_snapshots[0].message.content).toBe('before');
  });

  it('is passed on with the snapshot that it carries, never with one inside another', async () => {
    const member = discord.as(discord.memberId);
    const first = member.forward(member.send(discord.generalId, 'the source').id, discord.randomId);
    const direct = member.directMessages(discord.botId).id;
    const { body } = await read(direct, member.forward(first.id, direct).id);
    expect(body.message_reference).toMatchObject({ message_id: first.id, channel_id: discord.randomId });
    expect(body.message_snapshots[0].message).toMatchObject({ content: 'the source' });
    expect(body.message_snapshots[0].message.message_snapshots).toBeUndefined();
  });

  it('is handed over with its text by a command on the message', async () => {
    await rest(discord, 'PUT', `/applications/${discord.botId}/commands`, [{ name: 'Read', type: 3 }]);
    const member = discord.as(discord.memberId);
    const { id } = member.forward(member.send(discord.randomId, 'handed over').id, discord.generalId);
    const { data } = member.messageCommand('Read', id).interaction;
    expect(data).toMatchObject({ resolved: { messages: { [id]: { message_snapshots: [{ message: { content: 'handed over' } }] } } } });
  });

  it('can be answered, and the answer brings it along', async () => {
    const member = discord.as(discord.memberId);
    const direct = member.directMessages(discord.botId).id;
    const { id } = member.forward(member.send(discord.generalId, 'answer this').id, direct);
    const { body } = await read(direct, member.send(direct, 'please', { replyTo: id }).id);
    expect(body).toMatchObject({
      message_reference: { type: 0, message_id: id },
      referenced_message: { message_snapshots: [{ message: { content: 'answer this' } }] },
    });
  });

  it('needs the sight of the original and the right to write in the other place, and cannot be edited', () => {
    const member = discord.as(discord.memberId);
    const { id } = discord.as(discord.ownerId).send(discord.randomId, 'x');
    discord.world.setOverwrite(discord.randomId, discord.memberId, { deny: ['viewChannel'] });
    expect(() => member.forward(id, discord.generalId)).toThrow('Missing Access');
    discord.world.setOverwrite(discord.randomId, discord.memberId, { deny: ['sendMessages'] });
    expect(() => member.forward(id, discord.randomId)).toThrow('Missing Permissions');
    discord.world.setOverwrite(discord.randomId, discord.memberId, {});
    const forwarded = member.forward(id, discord.generalId);
    expect(() => member.edit(forwarded.id, 'mine now')).toThrow('cannot be edited');
  });

  it('is read by the real client as one', async () => {
    const client = new Client({
      intents: [GatewayIntentBits.Guilds, GatewayIntentBits.DirectMessages],
      partials: [Partials.Channel],
      rest: { api: discord.url },
    });
    const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
    await client.login(discord.token);
    await ready;
    const heard = new Promise<string | undefined>((resolve) => {
      client.once(Events.MessageCreate, (message) => resolve(message.messageSnapshots.first()?.content));
    });
    const member = discord.as(discord.memberId);
    member.forward(member.send(discord.generalId, 'for the client').id, member.directMessages(discord.botId).id);
    expect(await heard).toBe('for the client');
    await client.destroy();
  });
});
