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

const roles = async () => (await rest(discord, 'GET', `/guilds/${discord.guildId}/roles`)).body;

// Documentation, topics/permissions: role object and role tags.
describe('the role of a bot', () => {
  it('is managed, names its bot and is worn by it', async () => {
    const gateway = rawGateway(discord, { intents: INTENT.guilds });
    await gateway.next('GUILD_CREATE');
    const { id } = discord.world.addRole(discord.guildId, { name: 'Test bot', botId: discord.botId });
    const role = { id, name: 'Test bot', managed: true, tags: { bot_id: discord.botId } };
    expect((await gateway.next('GUILD_ROLE_CREATE')).d).toMatchObject({ guild_id: discord.guildId, role });
    expect((await gateway.next('GUILD_MEMBER_UPDATE')).d).toMatchObject({ user: { id: discord.botId }, roles: [id] });
    expect(await roles()).toContainEqual(expect.objectContaining(role));
    gateway.close(1000);
  });

  it('is made for nobody who merely joins, and other roles have no tags', async () => {
    const other = discord.world.addApplication({ name: 'Another' });
    const before = await roles();
    discord.world.join(discord.guildId, other.id);
    expect(await roles()).toEqual(before);
    expect(before.find(({ name }: { name: string }) => name === 'Helpers')).toMatchObject({ managed: false });
    expect(before.find(({ name }: { name: string }) => name === 'Helpers')).not.toHaveProperty('tags');
  });

  it('is named by a mention without the text becoming readable: that takes a mention of the bot itself', async () => {
    const { id } = discord.world.addRole(discord.guildId, { name: 'Namesake', botId: discord.botId, mentionable: true });
    const gateway = rawGateway(discord, { intents: INTENT.guildMessages });
    await gateway.next('READY');
    const member = discord.as(discord.memberId);
    member.send(discord.generalId, `<@&${id}> how do I moor?`);
    expect((await gateway.next('MESSAGE_CREATE')).d).toMatchObject({ content: '', mentions: [], mention_roles: [id] });
    member.send(discord.generalId, `<@&${id}> <@${discord.botId}> how do I moor?`);
    expect((await gateway.next('MESSAGE_CREATE', 1)).d).toMatchObject({
      content: `<@&${id}> <@${discord.botId}> how do I moor?`,
      mentions: [{ id: discord.botId }],
      mention_roles: [id],
    });
    gateway.close(1000);
  });
});
