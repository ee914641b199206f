import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { INTENT } from '../../src/playground/gateway/dispatches.js';
import { discordWithGuild, type RawGateway, rawGateway, rest, type TestDiscord } from '../support/discord.js';

let discord: TestDiscord;
let gateway: RawGateway;
beforeEach(async () => {
  discord = await discordWithGuild();
  gateway = rawGateway(discord, { intents: INTENT.guilds | INTENT.guildMessages | INTENT.directMessages });
  await gateway.next('READY');
});
afterEach(() => {
  gateway.close(1000);
  expect(discord.violations).toEqual([]);
  return discord.close();
});

const NAMED = () => `<@${discord.botId}> https://example.org/moorings`;

/** Writes a message that was edited a minute after, a minute before whatever comes next. */
function edited(channelId = discord.generalId) {
  const member = discord.as(discord.memberId);
  const message = member.send(channelId, 'first');
  discord.clock.forward(60_000);
  member.edit(message.id, NAMED());
  const at = new Date(discord.clock.now()).toISOString();
  discord.clock.forward(60_000);
  return { id: message.id, at };
}
/** Gives the update after the edit. */
const update = async () => (await gateway.next('MESSAGE_UPDATE', 1)).d;
const read = async (id: string) => (await rest(discord, 'GET', `/channels/${discord.generalId}/messages/${id}`)).body;
const PREVIEW = {
  type: 'article',
  url: 'https://example.org/moorings',
  title: 'Moorings',
  provider: { name: 'Example' },
  thumbnail: { url: 'https://example.org/a.png' },
};

describe('pinning', () => {
  it('updates the message without editing it, tells the channel and leaves a notice that is a message of its own', async () => {
    const { id, at } = edited();
    const now = new Date(discord.clock.now()).toISOString();
    discord.as(discord.ownerId).pin(id);
    expect(await update()).toMatchObject({ id, content: NAMED(), pinned: true, edited_timestamp: at });
    expect((await gateway.next('CHANNEL_PINS_UPDATE')).d).toEqual({
      channel_id: discord.generalId,
      guild_id: discord.guildId,
      last_pin_timestamp: now,
    });
    // Documentation, "Pin messages": type 6, with a reference to what was pinned; only answers bring the other message along.
    const notice = (await gateway.next('MESSAGE_CREATE', 1)).d;
    expect(notice).toMatchObject({
      type: 6,
      content: '',
      author: { id: discord.ownerId },
      mentions: [],
      message_reference: { type: 0, message_id: id, channel_id: discord.generalId, guild_id: discord.guildId },
    });
    expect(notice).not.toHaveProperty('referenced_message');
    expect((await read(id)).pinned).toBe(true);
    expect(await read(notice.id)).toMatchObject({ type: 6 });
  });

  it('is taken back without an edit and without a notice', async () => {
    const { id, at } = edited();
    const owner = discord.as(discord.ownerId);
    owner.pin(id);
    owner.unpin(id);
    expect((await gateway.next('MESSAGE_UPDATE', 2)).d).toMatchObject({ id, pinned: false, edited_timestamp: at });
    expect((await gateway.next('CHANNEL_PINS_UPDATE', 1)).d.last_pin_timestamp).toBeNull();
    expect(discord.world.messagesIn(discord.generalId).map(({ type }) => type)).toEqual([0, 6]);
  });

  it('changes nothing where it is so already', () => {
    const { id } = edited();
    const owner = discord.as(discord.ownerId);
    owner.unpin(id);
    owner.pin(id);
    owner.pin(id);
    expect(discord.world.messagesIn(discord.generalId)).toHaveLength(2);
  });

  // Changelog, "Permission Changes Going into Effect February 2026": MANAGE_MESSAGES alone is no longer sufficient.
  it('needs PIN_MESSAGES in a guild, which MANAGE_MESSAGES does not include, and nothing in direct messages', () => {
    const { id } = edited();
    expect(() => discord.as(discord.memberId).pin(id)).toThrow('Missing Permissions');
    expect(() => discord.as(discord.helperId).pin(id)).toThrow('Missing Permissions');
    discord.world.setOverwrite(discord.generalId, discord.memberId, { allow: ['pinMessages'] });
    discord.as(discord.memberId).pin(id);
    expect(discord.world.messages.get(id)?.pinnedAt).toBe(discord.clock.now());
    const member = discord.as(discord.memberId);
    const direct = member.send(member.directMessages(discord.botId).id, 'keep this');
    member.pin(direct.id);
    expect(discord.world.messages.get(direct.id)?.pinnedAt).toBe(discord.clock.now());
  });

  it('is not for the notice itself, nor are editing and forwarding', () => {
    const owner = discord.as(discord.ownerId);
    owner.pin(edited().id);
    const notice = discord.world.messagesIn(discord.generalId).at(-1)?.id ?? '';
    expect(() => owner.pin(notice)).toThrow('system message');
    expect(() => owner.edit(notice, 'x')).toThrow('system message');
    expect(() => owner.forward(notice, discord.randomId)).toThrow('system message');
  });
});

describe('the preview of a link', () => {
  it('appears as an embed, and is no edit', async () => {
    const { id, at } = edited();
    discord.world.unfurl(id, PREVIEW);
    expect(await update()).toMatchObject({ id, content: NAMED(), embeds: [PREVIEW], edited_timestamp: at });
    expect((await read(id)).embeds).toMatchObject([PREVIEW]);
  });

  it('of a message that was never edited leaves it so', async () => {
    const { id } = discord.as(discord.memberId).send(discord.generalId, NAMED());
    discord.world.unfurl(id, PREVIEW);
    expect((await gateway.next('MESSAGE_UPDATE')).d).toMatchObject({ id, edited_timestamp: null });
  });

  it('is content: without the intent a bot hears of the change and sees nothing of it', async () => {
    const { id } = discord.as(discord.memberId).send(discord.generalId, 'https://example.org');
    discord.world.unfurl(id, PREVIEW);
    expect((await gateway.next('MESSAGE_UPDATE')).d).toMatchObject({ id, content: '', embeds: [] });
  });
});

describe('hiding embeds', () => {
  it('sets a flag, is no edit, and no embed is written any more', async () => {
    const { id, at } = edited();
    discord.world.unfurl(id, PREVIEW);
    discord.as(discord.memberId).suppressEmbeds(id);
    expect((await gateway.next('MESSAGE_UPDATE', 2)).d).toMatchObject({ id, content: NAMED(), embeds: [], flags: 4, edited_timestamp: at });
    discord.world.unfurl(id, PREVIEW);
    expect(await read(id)).toMatchObject({ embeds: [], flags: 4 });
  });

  it("of somebody else's message needs MANAGE_MESSAGES, and is not to be had in direct messages", async () => {
    const { body } = await rest(discord, 'POST', `/channels/${discord.generalId}/messages`, { embeds: [{ title: 'An answer' }] });
    expect(() => discord.as(discord.memberId).suppressEmbeds(body.id)).toThrow('Missing Permissions');
    discord.as(discord.helperId).suppressEmbeds(body.id);
    expect((await gateway.next('MESSAGE_UPDATE')).d).toMatchObject({ id: body.id, embeds: [], edited_timestamp: null });
    const member = discord.as(discord.memberId);
    const direct = member.directMessages(discord.botId).id;
    const own = await rest(discord, 'POST', `/channels/${direct}/messages`, { embeds: [{ title: 'An answer' }] });
    expect(() => member.suppressEmbeds(own.body.id)).toThrow('DM channel');
  });
});

describe('a thread that is started on a message', () => {
  it('updates the message with a flag, which is no edit', async () => {
    const { id, at } = edited();
    discord.as(discord.memberId).thread({ messageId: id }, 'More');
    expect(await update()).toMatchObject({ id, content: NAMED(), flags: 32, thread: { id }, edited_timestamp: at });
  });
});
