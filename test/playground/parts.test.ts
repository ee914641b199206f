import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INTENT } from '../../src/playground/gateway/dispatches.js';
import { discordWithGuild, rawGateway, rest, type TestDiscord } from '../support/discord.js';

let discord: TestDiscord;
beforeAll(async () => {
  discord = await discordWithGuild();
});
afterAll(() => {
  expect(discord.violations).toEqual([]);
  return discord.close();
});

const read = async (id: string) => (await rest(discord, 'GET', `/channels/${discord.generalId}/messages/${id}`)).body;

describe("a person's message", () => {
  it('may be a sticker alone, which a bot sees without the MESSAGE_CONTENT intent', async () => {
    const gateway = rawGateway(discord, { intents: INTENT.guildMessages });
    await gateway.next('READY');
    const { id } = discord.as(discord.memberId).send(discord.generalId, '', { stickers: [{ name: 'Wave' }] });
    const { d } = await gateway.next('MESSAGE_CREATE');
    const sticker = { id: expect.stringMatching(/^\d{17,20}$/), name: 'Wave', format_type: 1 };
    expect(d).toMatchObject({ id, content: '', sticker_items: [sticker] });
    expect((await read(id)).sticker_items).toEqual(d.sticker_items);
    gateway.close(1000);
  });

  it('may be a file alone, which needs the intent like a text', async () => {
    const file = { filename: 'log.txt', contentType: 'text/plain' };
    const { id } = discord.as(discord.memberId).send(discord.generalId, '', { attachments: [file] });
    expect((await read(id)).attachments).toEqual([]);
    discord.world.setPrivileged(discord.botId, { messageContent: true });
    expect((await read(id)).attachments).toMatchObject([{ filename: 'log.txt', content_type: 'text/plain' }]);
    discord.world.setPrivileged(discord.botId, { messageContent: false });
  });

  it('carries stickers and files beside its text, and keeps them when the text goes', async () => {
    const member = discord.as(discord.memberId);
    const parts = { stickers: [{ name: 'Wave' }], attachments: [{ filename: 'a.png' }] };
    const { id } = member.send(discord.generalId, `<@${discord.botId}> look`, parts);
    expect(await read(id)).toMatchObject({
      content: `<@${discord.botId}> look`,
      sticker_items: [{ name: 'Wave' }],
      attachments: [{ filename: 'a.png' }],
    });
    member.edit(id, '');
    expect(await read(id)).toMatchObject({ content: '', sticker_items: [{ name: 'Wave' }] });
  });

  it('without text, sticker and file is refused, as are more of them than Discord takes', () => {
    const member = discord.as(discord.memberId);
    const many = <Part>(part: Part, count: number): readonly Part[] => Array.from({ length: count }, () => part);
    expect(() => member.send(discord.generalId, '')).toThrow('empty message');
    expect(() => member.send(discord.generalId, '', { stickers: many({ name: 'Wave' }, 4) })).toThrow('at most 3 stickers');
    expect(() => member.send(discord.generalId, '', { attachments: many({ filename: 'a' }, 11) })).toThrow('at most 10 files');
  });

  it('has no file where its author may not attach any', () => {
    discord.world.setOverwrite(discord.randomId, discord.memberId, { deny: ['attachFiles'] });
    const member = discord.as(discord.memberId);
    expect(() => member.send(discord.randomId, 'x', { attachments: [{ filename: 'a' }] })).toThrow('Missing Permissions');
    expect(member.send(discord.randomId, '', { stickers: [{ name: 'Wave' }] }).stickers).toHaveLength(1);
  });
});
