import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { discordWithGuild, rest, type TestDiscord } from '../support/discord.js';

let discord: TestDiscord;
beforeAll(async () => {
  discord = await discordWithGuild();
});
afterAll(() => {
  expect(discord.violations.filter(({ kind }) => kind === 'response' || kind === 'playground')).toEqual([]);
  return discord.close();
});

const globals = () => `/applications/${discord.botId}/commands`;
const inGuild = () => `/applications/${discord.botId}/guilds/${discord.guildId}/commands`;
const refusal = ({ status, body }: { status: number; body: { code: number } | undefined }) => [status, body?.code];
const ASK = { name: 'ask', description: 'Asks', name_localizations: { de: 'frage' } };

describe('registering', () => {
  it('replaces the whole set and keeps the ids of what stays', async () => {
    const first = (await rest(discord, 'PUT', globals(), [ASK, { name: 'old', description: 'Old' }])).body;
    const second = (
      await rest(discord, 'PUT', globals(), [
        { ...ASK, description: 'Asks again' },
        { name: 'new', description: 'New' },
      ])
    ).body;
    expect(second[0].id).toBe(first[0].id);
    expect(second[0].version).not.toBe(first[0].version);
    const names = (await rest(discord, 'GET', globals())).body.map(({ name }: { name: string }) => name);
    expect(names).toEqual(['ask', 'new']);
  });

  it('shows the defaults that a definition leaves out', async () => {
    const [ask] = (await rest(discord, 'GET', globals())).body;
    expect(ask).toMatchObject({
      type: 1,
      nsfw: false,
      integration_types: [0],
      contexts: null,
      default_member_permissions: null,
      dm_permission: true,
    });
  });

  it('lists translations only when asked for them', async () => {
    expect((await rest(discord, 'GET', globals())).body[0].name_localizations).toBeUndefined();
    expect((await rest(discord, 'GET', `${globals()}?with_localizations=true`)).body[0].name_localizations).toEqual({ de: 'frage' });
  });

  it('adds, changes and removes single commands', async () => {
    const added = await rest(discord, 'POST', globals(), { name: 'single', description: 'One' });
    expect(added.status).toBe(201);
    expect((await rest(discord, 'POST', globals(), { name: 'single', description: 'Again' })).status).toBe(200);
    const path = `${globals()}/${added.body.id}`;
    expect((await rest(discord, 'PATCH', path, { description: 'Changed' })).body.description).toBe('Changed');
    expect((await rest(discord, 'GET', path)).body.description).toBe('Changed');
    expect((await rest(discord, 'DELETE', path)).status).toBe(204);
    expect(refusal(await rest(discord, 'GET', path))).toEqual([404, 10063]);
  });

  it('in a guild shows there beside a global command of the same name', async () => {
    await rest(discord, 'PUT', inGuild(), [ASK]);
    expect((await rest(discord, 'GET', inGuild())).body[0].guild_id).toBe(discord.guildId);
    expect(
      discord
        .as(discord.memberId)
        .commands(discord.generalId)
        .filter((name) => name === 'ask'),
    ).toHaveLength(2);
    expect(discord.as(discord.memberId).slash(discord.generalId, 'ask').interaction.data.guild_id).toBe(discord.guildId);
  });

  it("is refused for another application and for a guild that does not have the bot, and with Discord's details for what is wrong", async () => {
    const other = discord.world.addApplication();
    expect(refusal(await rest(discord, 'PUT', `/applications/${other.id}/commands`, []))).toEqual([403, 50001]);
    const guild = discord.world.addGuild({ ownerId: discord.ownerId });
    expect(refusal(await rest(discord, 'PUT', `/applications/${discord.botId}/guilds/${guild.id}/commands`, []))).toEqual([403, 50001]);
    const wrong = await rest(discord, 'PUT', globals(), [{ name: 'Has Spaces', description: 'x' }]);
    expect([...refusal(wrong), Object.keys(wrong.body.errors['0'])]).toEqual([400, 50035, ['name']]);
  });
});

describe('a command by its default permissions', () => {
  it('"0" is for administrators alone', async () => {
    await rest(discord, 'PUT', inGuild(), []);
    await rest(discord, 'PUT', globals(), [{ name: 'root', description: 'x', default_member_permissions: '0' }]);
    const admins = discord.world.addRole(discord.guildId, { name: 'Admins', permissions: ['administrator'] });
    expect(discord.as(discord.helperId).commands(discord.generalId)).toEqual([]);
    discord.world.setRoles(discord.guildId, discord.helperId, [admins.id]);
    expect(discord.as(discord.helperId).commands(discord.generalId)).toEqual(['root']);
  });

  it('is offered to nobody who may not use commands in the channel', () => {
    discord.world.setOverwrite(discord.generalId, discord.guildId, { deny: ['useApplicationCommands'] });
    expect(discord.as(discord.memberId).commands(discord.generalId)).toEqual([]);
    discord.world.setOverwrite(discord.generalId, discord.guildId, {});
  });
});
