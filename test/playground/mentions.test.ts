import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { discordWithGuild, rest, type TestDiscord } from '../support/discord.js';

let discord: TestDiscord;
let openRole: string;
let closedRole: string;
beforeAll(async () => {
  discord = await discordWithGuild();
  openRole = discord.world.addRole(discord.guildId, { name: 'open', mentionable: true }).id;
  closedRole = discord.world.addRole(discord.guildId, { name: 'closed' }).id;
  discord.world.setRoles(discord.guildId, discord.helperId, [openRole, closedRole]);
});
afterAll(() => discord.close());

const send = async (content: string, allowed?: object, more: object = {}) => {
  const { body } = await rest(discord, 'POST', `/channels/${discord.generalId}/messages`, {
    content,
    ...(allowed ? { allowed_mentions: allowed } : {}),
    ...more,
  });
  return {
    users: body.mentions.map(({ id }: { id: string }) => id),
    roles: body.mention_roles,
    everyone: body.mention_everyone,
    pinged: discord.world.messages.get(body.id)?.pinged,
  };
};
const nobody = { users: [], roles: [], everyone: false, pinged: [] };

describe("a bot's message", () => {
  it('notifies whom it names, when nothing is said about it', async () => {
    expect(await send(`<@${discord.memberId}> <@!${discord.ownerId}>`)).toEqual({
      ...nobody,
      users: [discord.memberId, discord.ownerId],
      pinged: [discord.memberId, discord.ownerId],
    });
  });

  it('notifies nobody when allowed_mentions parses nothing', async () => {
    const loud = `@everyone @here <@${discord.memberId}> <@&${openRole}>`;
    discord.world.setOverwrite(discord.generalId, discord.botId, { allow: ['mentionEveryone'] });
    expect(await send(loud, { parse: [] })).toEqual(nobody);
    expect((await send(loud)).everyone).toBe(true);
    discord.world.setOverwrite(discord.generalId, discord.botId, {});
  });

  it('notifies the listed users alone', async () => {
    const { users } = await send(`<@${discord.memberId}> <@${discord.ownerId}>`, { users: [discord.ownerId] });
    expect(users).toEqual([discord.ownerId]);
  });

  it('notifies roles that anybody may mention, and others only with the permission', async () => {
    const both = `<@&${openRole}> <@&${closedRole}>`;
    expect(await send(both)).toEqual({ ...nobody, roles: [openRole], pinged: [discord.helperId] });
    discord.world.setOverwrite(discord.generalId, discord.botId, { allow: ['mentionEveryone'] });
    expect((await send(both)).roles).toEqual([openRole, closedRole]);
    discord.world.setOverwrite(discord.generalId, discord.botId, {});
  });

  it('does not notify everyone without the permission', async () => {
    expect(await send('@everyone')).toEqual(nobody);
  });

  it('does not notify from inside code, embeds or a user that is not there', async () => {
    const name = `<@${discord.memberId}>`;
    expect(await send(`\`${name}\` \`\`\`\n${name}\n\`\`\` <@123456789012345678>`, undefined, { embeds: [{ description: name }] })).toEqual(
      nobody,
    );
  });

  it('notifies from a text display', async () => {
    const { body } = await rest(discord, 'POST', `/channels/${discord.generalId}/messages`, {
      flags: 32768,
      components: [{ type: 17, components: [{ type: 10, content: `<@${discord.memberId}>` }] }],
    });
    expect(discord.world.messages.get(body.id)?.pinged).toEqual([discord.memberId]);
  });

  it('notifies whom it answers by default, and not with allowed_mentions that leave replied_user out', async () => {
    const { id } = discord.as(discord.memberId).send(discord.generalId, 'q');
    const answer = { message_reference: { message_id: id } };
    expect((await send('a', undefined, answer)).pinged).toEqual([discord.memberId]);
    expect((await send('a', { parse: [] }, answer)).pinged).toEqual([]);
    expect((await send('a', { parse: [], replied_user: true }, answer)).pinged).toEqual([discord.memberId]);
  });

  it('notifies nobody by an edit', async () => {
    const { body } = await rest(discord, 'POST', `/channels/${discord.generalId}/messages`, { content: 'x' });
    const edited = await rest(discord, 'PATCH', `/channels/${discord.generalId}/messages/${body.id}`, {
      content: `<@${discord.memberId}>`,
    });
    expect(edited.body.mentions).toHaveLength(1);
    expect(discord.world.messages.get(body.id)?.pinged).toEqual([]);
  });
});

describe("a person's message", () => {
  it('notifies who sees the channel, once, and never the author', () => {
    discord.world.setOverwrite(discord.randomId, discord.helperId, { deny: ['viewChannel'] });
    const owner = discord.as(discord.ownerId);
    const { pinged } = owner.send(discord.randomId, `@everyone <@${discord.memberId}>`);
    expect([...pinged].sort()).toEqual([discord.memberId, discord.botId].sort());
  });

  it("names the bot when it answers the bot's message with a ping", async () => {
    const { body } = await rest(discord, 'POST', `/channels/${discord.generalId}/messages`, { content: 'x' });
    const member = discord.as(discord.memberId);
    expect(member.send(discord.generalId, 'y', { replyTo: body.id }).mentions.userIds).toEqual([discord.botId]);
    expect(member.send(discord.generalId, 'y', { replyTo: body.id, ping: false }).mentions.userIds).toEqual([]);
  });
});
