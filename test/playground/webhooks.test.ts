import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INTENT } from '../../src/playground/gateway/dispatches.js';
import { discordWithGuild, type RawGateway, rawGateway, rest, type TestDiscord } from '../support/discord.js';

let discord: TestDiscord;
let gateway: RawGateway;
beforeAll(async () => {
  discord = await discordWithGuild();
  gateway = rawGateway(discord, { intents: INTENT.guilds | INTENT.guildMessages | INTENT.guildMessageReactions });
  await gateway.next('READY');
});
afterAll(() => {
  gateway.close(1000);
  expect(discord.violations).toEqual([]);
  return discord.close();
});

const EMBED = { title: 'Build failed', description: 'Step 3' };

// Documentation, message object: the author of a webhook's message is no user but has the webhook's id and name.
describe('a message by a webhook', () => {
  it('has the webhook as its author, and neither a member nor an application', async () => {
    const { id, authorId } = discord.world.webhookMessage(discord.generalId, { name: 'CI', content: `<@${discord.botId}> look` });
    const { d } = await gateway.next('MESSAGE_CREATE');
    expect(d).toMatchObject({
      id,
      type: 0,
      content: `<@${discord.botId}> look`,
      webhook_id: authorId,
      author: { id: authorId, username: 'CI', bot: true, discriminator: '0000' },
      guild_id: discord.guildId,
    });
    expect(d).not.toHaveProperty('member');
    expect(d).not.toHaveProperty('application_id');
    expect((await rest(discord, 'GET', `/channels/${discord.generalId}/messages/${id}`)).body.webhook_id).toBe(authorId);
    expect(discord.world.users.has(authorId)).toBe(false);
  });

  it('is of the same webhook as others of that name in the channel', () => {
    const write = (name: string) => discord.world.webhookMessage(discord.randomId, { name, content: 'x' }).authorId;
    const [first, again, other] = [write('News'), write('News'), write('Alarms')];
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  it('is handed over in full by a command on it', async () => {
    await rest(discord, 'PUT', `/applications/${discord.botId}/commands`, [{ name: 'Read', type: 3 }]);
    const { id, authorId } = discord.world.webhookMessage(discord.generalId, { name: 'CI', content: 'red', embeds: [EMBED] });
    const { data } = discord.as(discord.memberId).messageCommand('Read', id).interaction;
    expect(data).toMatchObject({
      target_id: id,
      resolved: { messages: { [id]: { content: 'red', embeds: [EMBED], webhook_id: authorId, author: { username: 'CI' } } } },
    });
  });

  it('can be answered, which names nobody, and reacted to, which names no author', async () => {
    const { id } = discord.world.webhookMessage(discord.generalId, { name: 'CI', embeds: [EMBED] });
    const member = discord.as(discord.memberId);
    const answer = member.send(discord.generalId, 'who broke it?', { replyTo: id });
    expect([answer.mentions.userIds, answer.pinged]).toEqual([[], []]);
    member.react(id, '🔥');
    expect((await gateway.next('MESSAGE_REACTION_ADD')).d).not.toHaveProperty('message_author_id');
    const { body } = await rest(discord, 'GET', `/channels/${discord.generalId}/messages/${answer.id}`);
    expect(body.referenced_message).toMatchObject({ id, author: { username: 'CI' } });
  });

  it('does not make the webhook a member of a thread', () => {
    const member = discord.as(discord.memberId);
    const thread = member.thread({ messageId: member.send(discord.generalId, 'x').id }, 'builds');
    discord.world.webhookMessage(thread.id, { name: 'CI', content: 'green' });
    expect([...(thread.thread?.memberIds.keys() ?? [])]).toEqual([discord.memberId]);
  });

  it('needs something to say, and a guild', () => {
    expect(() => discord.world.webhookMessage(discord.generalId, { name: 'CI' })).toThrow('empty message');
    const direct = discord.as(discord.memberId).directMessages(discord.botId);
    expect(() => discord.world.webhookMessage(direct.id, { name: 'CI', content: 'x' })).toThrow('this channel type');
  });
});
