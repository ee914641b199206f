import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { discordWithGuild, rest, type TestDiscord } from '../support/discord.js';

/** MANAGE_MESSAGES, which the helper has. */
const MANAGE_MESSAGES = String(1 << 13);

let discord: TestDiscord;
let crewRole: string;
let guestRole: string;
beforeAll(async () => {
  discord = await discordWithGuild();
  crewRole = discord.world.addRole(discord.guildId, { name: 'Crew' }).id;
  guestRole = discord.world.addRole(discord.guildId, { name: 'Guests' }).id;
  discord.world.setRoles(discord.guildId, discord.memberId, [crewRole, guestRole]);
  await rest(discord, 'PUT', `/applications/${discord.botId}/commands`, [
    { name: 'ask', description: 'For all' },
    { name: 'tidy', description: 'For some', default_member_permissions: MANAGE_MESSAGES },
    { name: 'root', description: 'For administrators', default_member_permissions: '0' },
  ]);
});
afterEach(() => {
  for (const [command, targetId] of made.splice(0)) rule(command, targetId, null);
});
afterAll(() => {
  expect(discord.violations).toEqual([]);
  return discord.close();
});

const made: [string | null, string][] = [];
/** Sets a rule, which is taken back after the test. */
function rule(command: string | null, targetId: string, allowed: boolean | null): void {
  if (allowed !== null) made.push([command, targetId]);
  discord.world.setCommandPermission(discord.guildId, discord.botId, command, targetId, allowed);
}
const offered = (userId: string, channelId = discord.generalId) => [...discord.as(userId).commands(channelId)].sort();
const forMember = (channelId?: string) => offered(discord.memberId, channelId);

// Who may run what follows the flowchart of Discord's changelog of 17 November 2022.
describe('a command without any decision of administrators', () => {
  it('is offered by its default permissions', () => {
    expect(forMember()).toEqual(['ask']);
    expect(offered(discord.helperId)).toEqual(['ask', 'tidy']);
    expect(offered(discord.ownerId)).toEqual(['ask', 'root', 'tidy']);
  });
});

describe('a decision about one command', () => {
  it.each<[string, () => string]>([
    ['a user', () => discord.memberId],
    ['a role', () => crewRole],
    ['everyone', () => discord.guildId],
  ])('for %s outweighs the default permissions, both ways', (_, target) => {
    rule('root', target(), true);
    rule('ask', target(), false);
    expect(forMember()).toEqual(['root']);
  });

  it('for a user outweighs one for a role, and that one outweighs everyone', () => {
    rule('ask', discord.guildId, false);
    rule('ask', crewRole, true);
    expect([forMember(), offered(discord.helperId)]).toEqual([['ask'], ['tidy']]);
    rule('ask', discord.memberId, false);
    expect(forMember()).toEqual([]);
  });

  it('for one of several roles is enough when it allows', () => {
    rule('ask', guestRole, false);
    expect(forMember()).toEqual([]);
    rule('ask', crewRole, true);
    expect(forMember()).toEqual(['ask']);
  });

  it('never keeps administrators out', () => {
    rule('ask', discord.ownerId, false);
    rule(null, discord.guildId, false);
    expect(offered(discord.ownerId)).toEqual(['ask', 'root', 'tidy']);
  });

  it('holds in its own guild alone', () => {
    const elsewhere = discord.world.addGuild({ ownerId: discord.ownerId });
    const channel = discord.world.addChannel(elsewhere.id, { name: 'elsewhere' });
    discord.world.join(elsewhere.id, discord.botId);
    discord.world.join(elsewhere.id, discord.memberId);
    rule('ask', discord.memberId, false);
    expect(forMember(channel.id)).toEqual(['ask']);
    expect(discord.as(discord.memberId).commands(discord.as(discord.memberId).directMessages(discord.botId).id)).toContain('ask');
  });

  it('keeps the command from being run, and is gone when it is taken back', () => {
    rule('ask', discord.memberId, false);
    expect(() => discord.as(discord.memberId).slash(discord.generalId, 'ask')).toThrow('no command “ask”');
    rule('ask', discord.memberId, null);
    expect(forMember()).toEqual(['ask']);
  });

  it('needs the command to be there', () => {
    expect(() => rule('nothing', discord.memberId, true)).toThrow('no command “nothing”');
    made.splice(0);
  });
});

describe('a decision about all commands of an application', () => {
  it('can forbid, but what it allows still needs the default permissions', () => {
    rule(null, crewRole, true);
    expect(forMember()).toEqual(['ask']);
    rule(null, discord.memberId, false);
    expect(forMember()).toEqual([]);
  });

  it('gives way to one about a single command', () => {
    rule(null, discord.guildId, false);
    rule('root', crewRole, true);
    expect([forMember(), offered(discord.helperId)]).toEqual([['root'], []]);
  });
});

describe('a decision about a channel', () => {
  /** The number before the guild's id stands for every channel (documentation: application command permissions constants). */
  const everyChannel = () => String(BigInt(discord.guildId) - 1n);

  it('closes it to the command, in its threads too, whoever is allowed', () => {
    const member = discord.as(discord.memberId);
    const thread = member.thread({ messageId: member.send(discord.generalId, 'x').id }, 'inside');
    rule('ask', discord.generalId, false);
    rule('ask', discord.memberId, true);
    expect([forMember(), forMember(thread.id), forMember(discord.randomId)]).toEqual([[], [], ['ask']]);
  });

  it('outweighs one about every channel, and one about all commands gives way to one about the command', () => {
    rule(null, everyChannel(), false);
    rule(null, discord.generalId, true);
    expect([forMember(), forMember(discord.randomId)]).toEqual([['ask'], []]);
    rule('ask', everyChannel(), true);
    expect(forMember(discord.randomId)).toEqual(['ask']);
  });
});

it('a command that is renamed loses the decisions about it', async () => {
  const commands = `/applications/${discord.botId}/commands`;
  const { body } = await rest(discord, 'POST', commands, { name: 'old', description: 'Old' });
  rule('old', discord.memberId, false);
  expect(forMember()).toEqual(['ask']);
  await rest(discord, 'PATCH', `${commands}/${body.id}`, { name: 'new' });
  made.splice(0);
  expect(forMember()).toEqual(['ask', 'new']);
  await rest(discord, 'DELETE', `${commands}/${body.id}`);
});
