import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBot, type TestBot } from '../../support/bot.js';
import { closeClean, controlNamed, labelsOf, newcomer, snapshot, titleOf } from '../../support/conversation.js';
import { discordWithGuild, rest, type TestDiscord } from '../../support/discord.js';
import {
  answeredConversation,
  answersTo,
  answerTo,
  askInChannel,
  botMessages,
  freshChannel,
  LATER_MS,
  LINUX_ON_MAC,
  mention,
  OFF_TOPIC,
  settled,
  WINDOWS_ON_LINUX,
} from '../../support/mentions.js';

let discord: TestDiscord;
let bot: TestBot;
let turns: Awaited<ReturnType<typeof answeredConversation>>;
beforeAll(async () => {
  turns = await answeredConversation();
  discord = await discordWithGuild();
  bot = await startBot(discord);
});
afterAll(() => closeClean(discord, bot));

describe('a question that mentions the bot', () => {
  it('is answered in a channel by a reply to the message, with the entry, its layers and its buttons', async () => {
    const asked = mention(discord, newcomer(discord), discord.generalId, WINDOWS_ON_LINUX);
    const answer = await answerTo(discord, asked);
    expect(titleOf(answer)).toBe(WINDOWS_ON_LINUX);
    expect(answer.content).toBe('');
    expect(labelsOf(answer)).toEqual(expect.arrayContaining(['Why', 'Pitfalls', 'Helpful', 'Not helpful', 'Another question', 'Dismiss']));
    expect(answer.mentions).toEqual({ userIds: [], roleIds: [], everyone: false });
  });

  it('may have the mention at its end', async () => {
    const asked = newcomer(discord).send(discord.generalId, `${WINDOWS_ON_LINUX} <@${discord.botId}>`);
    expect(titleOf(await answerTo(discord, asked))).toBe(WINDOWS_ON_LINUX);
  });

  it('is told plainly where nothing is known about it', async () => {
    const answer = await askInChannel(discord, newcomer(discord), discord.generalId, OFF_TOPIC);
    expect(answer.content).toMatch(/^I don't know/);
    expect(answer.embeds).toEqual([]);
    expect(labelsOf(answer)).toContain('All topics');
  });

  it('gets the help where it is a mention alone', async () => {
    const asked = newcomer(discord).send(discord.generalId, `<@${discord.botId}>`);
    const help = await answerTo(discord, asked);
    for (const command of ['/ask', '/topics', '/tip', '/settings', '/privacy', '/help']) expect(help.content).toContain(command);
    expect(labelsOf(help)).toEqual(['Ask a question', 'Browse topics']);
  });

  it('can be a reply to an answer of the bot, without a mention in the text', async () => {
    const mia = newcomer(discord);
    const first = await askInChannel(discord, mia, discord.generalId, WINDOWS_ON_LINUX);
    const asked = mia.send(discord.generalId, LINUX_ON_MAC, { replyTo: first.id });
    expect(titleOf(await answerTo(discord, asked))).toBe(LINUX_ON_MAC);
  });

  it('is a reply without ping no more: its text is not shown to the bot', async () => {
    const [mia, channelId] = [newcomer(discord), freshChannel(discord)];
    const first = await askInChannel(discord, mia, channelId, WINDOWS_ON_LINUX);
    mia.send(channelId, LINUX_ON_MAC, { replyTo: first.id, ping: false });
    await settled(discord);
    expect(botMessages(discord, channelId)).toEqual([first]);
  });
});

describe('a conversation', () => {
  it('goes on with the next mention of the same person in the channel', async () => {
    const [mia, channelId] = [newcomer(discord), freshChannel(discord)];
    for (const { text, title } of turns) expect(titleOf(await askInChannel(discord, mia, channelId, text)), text).toBe(title);
  });

  it('goes on with a reply to the answer', async () => {
    const [mia, channelId] = [newcomer(discord), freshChannel(discord)];
    let answer = await askInChannel(discord, mia, channelId, turns[0]?.text ?? '');
    for (const { text, title } of turns.slice(1)) {
      answer = await answerTo(discord, mia.send(channelId, text, { replyTo: answer.id }));
      discord.clock.forward(LATER_MS);
      expect(titleOf(answer), text).toBe(title);
    }
  });

  it("is everybody's in a thread", async () => {
    const people = [newcomer(discord), newcomer(discord)] as const;
    const thread = people[0].thread({ channelId: discord.generalId }, 'Containers');
    for (const [i, { text, title }] of turns.entries()) {
      const answer = await askInChannel(discord, people[i % 2] ?? people[0], thread.id, text);
      expect(titleOf(answer), text).toBe(title);
      expect(answer.channelId).toBe(thread.id);
    }
  });

  it("is the asker's own in a channel", async () => {
    const channelId = freshChannel(discord);
    await askInChannel(discord, newcomer(discord), channelId, WINDOWS_ON_LINUX);
    const other = await askInChannel(discord, newcomer(discord), channelId, 'why?');
    expect(other.embeds).toEqual([]);
    expect(other.content).toMatch(/^About what\?/);
  });

  it('leads on by the menu of an answer', async () => {
    const mia = newcomer(discord);
    const answer = await askInChannel(discord, mia, discord.generalId, WINDOWS_ON_LINUX);
    const { customId, options } = controlNamed(answer, 'Questions that lead on');
    const shown = await mia.select(answer.id, customId, [options[1]?.value ?? '']).reply();
    expect(titleOf(shown)).toBe(options[1]?.label);
    expect(shown.ephemeralFor).toBe(mia.id);
  });
});

describe('a direct message', () => {
  it('needs no mention, and its conversation goes on', async () => {
    const mia = newcomer(discord);
    const { id } = mia.directMessages(discord.botId);
    for (const { text, title } of turns) {
      expect(titleOf(await answerTo(discord, mia.send(id, text))), text).toBe(title);
      discord.clock.forward(LATER_MS);
    }
  });
});

describe('what is not for the bot', () => {
  it('is chatter without a mention, even beside an open question', async () => {
    const [mia, channelId] = [newcomer(discord), freshChannel(discord)];
    const answer = await answerTo(discord, mention(discord, mia, channelId, WINDOWS_ON_LINUX));
    const before = snapshot(answer);
    mia.send(channelId, LINUX_ON_MAC);
    newcomer(discord).send(channelId, LINUX_ON_MAC);
    mia.thread({ channelId }, 'aside');
    await settled(discord);
    expect(botMessages(discord, channelId)).toEqual([answer]);
    expect(snapshot(answer)).toEqual(before);
    expect(answer.editedAt).toBeNull();
  });

  it('is a mention of one of its roles, of everybody, or of somebody else', async () => {
    const channelId = freshChannel(discord);
    const role = discord.world.addRole(discord.guildId, { name: 'bots', mentionable: true });
    discord.world.setRoles(discord.guildId, discord.botId, [role.id]);
    const mighty = newcomer(discord, 'mentionEveryone');
    const written = [
      mighty.send(channelId, `<@&${role.id}> ${WINDOWS_ON_LINUX}`),
      mighty.send(channelId, `@everyone ${WINDOWS_ON_LINUX}`),
      mighty.send(channelId, `@here ${WINDOWS_ON_LINUX}`),
      mighty.send(channelId, `<@${discord.memberId}> ${WINDOWS_ON_LINUX}`),
    ];
    // The first two did reach the bot: it is the bot that does not take them for itself.
    expect(written[0]?.pinged).toContain(discord.botId);
    expect(written[1]?.pinged).toContain(discord.botId);
    await settled(discord);
    expect(botMessages(discord, channelId)).toEqual([]);
  });

  it('is what another bot writes', async () => {
    const channelId = freshChannel(discord);
    const other = discord.world.addApplication({ name: 'Parrot' });
    discord.world.join(discord.guildId, other.id);
    const content = `<@${discord.botId}> ${WINDOWS_ON_LINUX}`;
    const { status, body } = await rest({ url: discord.url, token: other.token }, 'POST', `/channels/${channelId}/messages`, { content });
    expect(status).toBe(200);
    expect(body.mentions).toHaveLength(1);
    await settled(discord);
    expect(botMessages(discord, channelId)).toEqual([]);
  });

  it('is what a webhook writes, and what Discord itself writes', async () => {
    const channelId = freshChannel(discord);
    const asked = mention(discord, newcomer(discord), discord.generalId, WINDOWS_ON_LINUX);
    await answerTo(discord, asked);
    const botUser = { id: discord.botId, username: 'bot', discriminator: '0', global_name: null, avatar: null, bot: true };
    const message = {
      ...{ channel_id: channelId, guild_id: discord.guildId, content: asked.content, timestamp: '2027-03-01T12:00:00.000Z' },
      ...{ edited_timestamp: null, embeds: [], components: [], attachments: [], mentions: [botUser], mention_roles: [] },
      ...{ mention_everyone: false, flags: 0, pinned: false, tts: false },
    };
    const author = { id: discord.memberId, username: 'mia', discriminator: '0', global_name: null, avatar: null };
    // A webhook's message looks like a person's but for its id; 7 is the type of "has joined the server".
    const hook = { ...message, type: 0, id: String(BigInt(asked.id) + 1n), webhook_id: '1609908092928000999', author };
    const notice = { ...message, type: 7, id: String(BigInt(asked.id) + 2n), author };
    for (const made of [hook, notice]) discord.faults.dispatch('MESSAGE_CREATE', made, discord.guildId);
    await settled(discord);
    expect(botMessages(discord, channelId)).toEqual([]);
    const sent = discord.requests.filter(({ path }) => path === `/channels/${channelId}/messages`);
    expect(sent).toEqual([]);
    // The same message of a person is answered, so nothing else was wrong with it.
    discord.faults.dispatch('MESSAGE_CREATE', { ...message, type: 0, id: String(BigInt(asked.id) + 3n), author }, discord.guildId);
    await discord.until(() => botMessages(discord, channelId)[0]);
    expect(answersTo(discord, asked)).toHaveLength(1);
  });
});
