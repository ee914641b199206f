import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { discordWithGuild, rest, type TestDiscord } from '../support/discord.js';

let discord: TestDiscord;
beforeAll(async () => {
  discord = await discordWithGuild();
});
afterAll(() => discord.close());

const messages = (channelId = discord.generalId): string => `/channels/${channelId}/messages`;
const send = (body: object, channelId = discord.generalId) => rest(discord, 'POST', messages(channelId), body);
const refusal = ({ status, body }: { status: number; body: { code: number } }) => [status, body.code];
const violationsDuring = async (work: () => Promise<unknown>): Promise<readonly string[]> => {
  const before = discord.violations.length;
  await work();
  return discord.violations.slice(before).map(({ kind, code }) => `${kind} ${code}`);
};

describe('a message written by a bot', () => {
  it('is stored, shown and breaks no rule', async () => {
    const broken = await violationsDuring(async () => {
      const { status, body } = await send({
        content: 'hello',
        embeds: [
          {
            title: 'T',
            description: 'D',
            fields: [{ name: 'n', value: 'v' }],
            footer: { text: 'f' },
            timestamp: '2027-03-01T12:00:00+01:00',
          },
        ],
        components: [
          { type: 1, components: [{ type: 2, style: 1, label: 'More', custom_id: 'more' }] },
          { type: 1, components: [{ type: 3, custom_id: 'pick', options: [{ label: 'a', value: 'a' }] }] },
        ],
      });
      expect(status).toBe(200);
      expect(body).toMatchObject({ content: 'hello', author: { id: discord.botId, bot: true }, type: 0 });
      expect(body.embeds[0]).toEqual({
        type: 'rich',
        title: 'T',
        description: 'D',
        fields: [{ name: 'n', value: 'v', inline: false }],
        footer: { text: 'f' },
        timestamp: '2027-03-01T11:00:00.000Z',
      });
      expect(body.components[1].components[0]).toMatchObject({ min_values: 1, max_values: 1 });
      const ids = body.components.flatMap((row: { id: number; components: { id: number }[] }) => [
        row.id,
        ...row.components.map(({ id }) => id),
      ]);
      expect(new Set(ids).size).toBe(4);
      const read = await rest(discord, 'GET', `${messages()}/${body.id}`);
      expect(read.body).toEqual(body);
    });
    expect(broken).toEqual([]);
  });

  it('with components of the second version keeps them, with the defaults that Discord adds', async () => {
    const broken = await violationsDuring(async () => {
      const { body } = await send({
        flags: 32768,
        components: [
          {
            type: 17,
            components: [
              { type: 10, content: 'text' },
              { type: 14 },
              {
                type: 9,
                components: [{ type: 10, content: 'side' }],
                accessory: { type: 11, media: { url: 'https://example.org/a.png' } },
              },
              { type: 12, items: [{ media: { url: 'https://example.org/b.png' } }] },
            ],
          },
        ],
      });
      expect(body.components[0]).toMatchObject({ accent_color: null, spoiler: false });
      expect(body.components[0].components[1]).toMatchObject({ spacing: 1, divider: true });
    });
    expect(broken).toEqual([]);
  });

  it('with a file keeps the name, the size and the description', async () => {
    const form = new FormData();
    form.set('payload_json', JSON.stringify({ attachments: [{ id: '0', filename: 'a.txt', description: 'letters' }] }));
    form.set('files[0]', new Blob(['abc'], { type: 'text/plain' }), 'a.txt');
    const broken = await violationsDuring(async () => {
      const response = await fetch(`${discord.url}/v10${messages()}`, {
        method: 'POST',
        headers: { authorization: `Bot ${discord.token}` },
        body: form,
      });
      expect(response.status).toBe(200);
      expect(await response.json()).toMatchObject({ attachments: [{ filename: 'a.txt', size: 3, description: 'letters' }] });
    });
    expect(broken).toEqual([]);
  });

  it.each([
    ['empty', { content: '' }, [400, 50006]],
    ['too long', { content: 'x'.repeat(2001) }, [400, 50035]],
  ])('is refused when it is %s, and that is a violation', async (_, body, expected) => {
    const broken = await violationsDuring(async () => expect(refusal(await send(body))).toEqual(expected));
    expect(broken).toEqual([`body ${expected[1]}`]);
  });

  it('is refused in a channel that does not exist, and in one that the bot does not see', async () => {
    const hidden = discord.world.addChannel(discord.guildId, { name: 'hidden' });
    discord.world.setOverwrite(hidden.id, discord.botId, { deny: ['viewChannel'] });
    const broken = await violationsDuring(async () => {
      expect(refusal(await send({ content: 'x' }, '123456789012345678'))).toEqual([404, 10003]);
      expect(refusal(await send({ content: 'x' }, hidden.id))).toEqual([403, 50001]);
    });
    expect(broken).toEqual(['state 10003', 'state 50001']);
  });
});

describe('an answer', () => {
  it('to a message that is gone is refused, unless the bot does not mind', async () => {
    const member = discord.as(discord.memberId);
    const asked = member.send(discord.generalId, 'gone soon');
    member.remove(asked.id);
    const reference = { message_id: asked.id };
    const refused = await send({ content: 'x', message_reference: reference });
    expect(refusal(refused)).toEqual([400, 50035]);
    expect(refused.body.errors.message_reference._errors[0].code).toBe('REPLIES_UNKNOWN_MESSAGE');
    const accepted = await send({ content: 'x', message_reference: { ...reference, fail_if_not_exists: false } });
    expect(accepted.body).toMatchObject({ type: 0 });
    expect(accepted.body.message_reference).toBeUndefined();
  });

  it('carries the message that it answers', async () => {
    const asked = discord.as(discord.memberId).send(discord.generalId, `<@${discord.botId}> hi`);
    const { body } = await send({ content: 'x', message_reference: { message_id: asked.id } });
    expect(body).toMatchObject({ type: 19, referenced_message: { id: asked.id, content: `<@${discord.botId}> hi` } });
  });

  it('needs the permission to read the history', async () => {
    const asked = discord.as(discord.memberId).send(discord.generalId, 'hi');
    discord.world.setOverwrite(discord.generalId, discord.botId, { deny: ['readMessageHistory'] });
    expect(refusal(await send({ content: 'x', message_reference: { message_id: asked.id } }))).toEqual([400, 160002]);
    discord.world.setOverwrite(discord.generalId, discord.botId, {});
  });
});

describe('a nonce', () => {
  it('that is enforced gives the first message again for five minutes', async () => {
    const once = { content: 'once', nonce: 'tip:1', enforce_nonce: true };
    const first = await send(once);
    const again = await send(once);
    expect(again.body.id).toBe(first.body.id);
    discord.clock.forward(5 * 60_000);
    expect((await send(once)).body.id).not.toBe(first.body.id);
  });

  it('that is not enforced stops nothing', async () => {
    const loose = { content: 'twice', nonce: 'tip:2' };
    expect((await send(loose)).body.id).not.toBe((await send(loose)).body.id);
  });
});

describe('changing and removing', () => {
  it('works for the own message', async () => {
    const { body } = await send({ content: 'before' });
    discord.clock.forward(1000);
    const edited = await rest(discord, 'PATCH', `${messages()}/${body.id}`, { content: 'after' });
    expect(edited.body).toMatchObject({ content: 'after', edited_timestamp: new Date(discord.clock.now()).toISOString() });
    expect((await rest(discord, 'DELETE', `${messages()}/${body.id}`)).status).toBe(204);
    expect(refusal(await rest(discord, 'GET', `${messages()}/${body.id}`))).toEqual([404, 10008]);
  });

  it('of the last thing in a message is refused: nothing would remain', async () => {
    const { body } = await send({ content: 'only this' });
    expect(refusal(await rest(discord, 'PATCH', `${messages()}/${body.id}`, { content: '' }))).toEqual([400, 50006]);
  });

  it("of somebody else's message is refused; removing needs MANAGE_MESSAGES", async () => {
    const { id } = discord.as(discord.memberId).send(discord.generalId, 'mine');
    expect(refusal(await rest(discord, 'PATCH', `${messages()}/${id}`, { content: 'x' }))).toEqual([403, 50005]);
    expect(refusal(await rest(discord, 'DELETE', `${messages()}/${id}`))).toEqual([403, 50013]);
    discord.world.setOverwrite(discord.generalId, discord.botId, { allow: ['manageMessages'] });
    expect((await rest(discord, 'DELETE', `${messages()}/${id}`)).status).toBe(204);
    discord.world.setOverwrite(discord.generalId, discord.botId, {});
  });

  it('in bulk takes 2 to 100 messages of the last 14 days', async () => {
    discord.world.setOverwrite(discord.randomId, discord.botId, { allow: ['manageMessages'] });
    const written = [1, 2, 3].map((n) => discord.as(discord.memberId).send(discord.randomId, `${n}`).id);
    const bulk = (ids: readonly string[]) => rest(discord, 'POST', `${messages(discord.randomId)}/bulk-delete`, { messages: ids });
    expect((await bulk(written.slice(0, 1))).status).toBe(400);
    expect((await bulk(written.slice(0, 2))).status).toBe(204);
    expect(discord.world.messagesIn(discord.randomId).map(({ id }) => id)).toEqual(written.slice(2));
    discord.clock.forward(14 * 24 * 60 * 60_000 + 1);
    const fresh = discord.as(discord.memberId).send(discord.randomId, 'fresh').id;
    expect(refusal(await bulk([written[2] ?? '', fresh]))).toEqual([400, 50034]);
    discord.world.setOverwrite(discord.randomId, discord.botId, {});
  });
});

describe('reading a channel', () => {
  it('gives pages, the newest first', async () => {
    const { id: channelId } = discord.world.addChannel(discord.guildId, { name: 'pages' });
    const ids = Array.from({ length: 7 }, (_, n) => discord.as(discord.memberId).send(channelId, `${n}`).id);
    const page = async (query: string) =>
      (await rest(discord, 'GET', `${messages(channelId)}?${query}`)).body.map(({ id }: { id: string }) => ids.indexOf(id));
    expect(await page('limit=3')).toEqual([6, 5, 4]);
    expect(await page(`limit=2&before=${ids[4]}`)).toEqual([3, 2]);
    expect(await page(`limit=2&after=${ids[1]}`)).toEqual([3, 2]);
    expect(await page(`limit=3&around=${ids[3]}`)).toEqual([4, 3, 2]);
  });

  it('blanks what needs the MESSAGE_CONTENT intent, except own, mentioning and answering messages', async () => {
    const { id: channelId } = discord.world.addChannel(discord.guildId, { name: 'intents' });
    const own = await send({ content: 'own' }, channelId);
    const member = discord.as(discord.memberId);
    member.send(channelId, 'chatter');
    member.send(channelId, `<@${discord.botId}> mention`);
    member.send(channelId, 'answer', { replyTo: own.body.id });
    member.send(channelId, 'quiet answer', { replyTo: own.body.id, ping: false });
    const contents = async () =>
      (await rest(discord, 'GET', messages(channelId))).body.map(({ content }: { content: string }) => content).reverse();
    expect(await contents()).toEqual(['own', '', `<@${discord.botId}> mention`, 'answer', '']);
    discord.world.setPrivileged(discord.botId, { messageContent: true });
    expect(await contents()).toEqual(['own', 'chatter', `<@${discord.botId}> mention`, 'answer', 'quiet answer']);
    discord.world.setPrivileged(discord.botId, { messageContent: false });
  });

  it('gives nothing without the permission to read the history', async () => {
    discord.world.setOverwrite(discord.randomId, discord.botId, { deny: ['readMessageHistory'] });
    discord.as(discord.memberId).send(discord.randomId, 'past');
    expect((await rest(discord, 'GET', messages(discord.randomId))).body).toEqual([]);
    discord.world.setOverwrite(discord.randomId, discord.botId, {});
  });
});

describe('reactions', () => {
  const reaction = (id: string, emoji = '✅') => `${messages()}/${id}/reactions/${encodeURIComponent(emoji)}/@me`;

  it('are added once and taken back', async () => {
    const { id } = discord.as(discord.memberId).send(discord.generalId, 'react');
    for (const _ of [1, 2]) expect((await rest(discord, 'PUT', reaction(id))).status).toBe(204);
    const read = await rest(discord, 'GET', `${messages()}/${id}`);
    expect(read.body.reactions).toMatchObject([{ emoji: { id: null, name: '✅' }, count: 1, me: true }]);
    expect((await rest(discord, 'DELETE', reaction(id))).status).toBe(204);
    expect((await rest(discord, 'GET', `${messages()}/${id}`)).body.reactions).toBeUndefined();
  });

  it('need ADD_REACTIONS for the first of an emoji, a known message and a real emoji', async () => {
    const member = discord.as(discord.memberId);
    const { id } = member.send(discord.generalId, 'react');
    discord.world.setOverwrite(discord.generalId, discord.botId, { deny: ['addReactions'] });
    expect(refusal(await rest(discord, 'PUT', reaction(id)))).toEqual([403, 50013]);
    member.react(id, '✅');
    expect((await rest(discord, 'PUT', reaction(id))).status).toBe(204);
    discord.world.setOverwrite(discord.generalId, discord.botId, {});
    expect(refusal(await rest(discord, 'PUT', reaction('123456789012345678')))).toEqual([404, 10008]);
    expect(refusal(await rest(discord, 'PUT', reaction(id, 'nonsense')))).toEqual([404, 10014]);
  });
});
