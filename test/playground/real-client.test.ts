import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  type ChatInputCommandInteraction,
  Client,
  type ClientOptions,
  ContextMenuCommandBuilder,
  EmbedBuilder,
  Events,
  GatewayIntentBits,
  type Interaction,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  Partials,
  SlashCommandBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import { discordWithGuild, type TestDiscord } from '../support/discord.js';

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

async function start(options: Parameters<typeof discordWithGuild>[0] = {}): Promise<TestDiscord> {
  const discord = await discordWithGuild(options);
  open.push(discord.close);
  return discord;
}

/** Makes a client and keeps its errors from ending the process. */
function clientOf(discord: TestDiscord, options: Partial<ClientOptions> = {}): Client {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    allowedMentions: { parse: [], repliedUser: false },
    waitGuildTimeout: 300,
    ...options,
    rest: { api: discord.url, ...options.rest },
  });
  client.on(Events.Error, () => undefined);
  open.push(() => client.destroy());
  return client;
}

async function login(discord: TestDiscord, options: Partial<ClientOptions> = {}): Promise<Client<true>> {
  const client = clientOf(discord, options);
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(discord.token);
  return ready;
}

const once = (client: Client, event: string): Promise<unknown> => new Promise((resolve) => client.once(event, resolve));
/** Answers every slash command with a text. */
const answering = (client: Client, answer: (interaction: ChatInputCommandInteraction) => Promise<unknown>): void => {
  client.on(Events.InteractionCreate, (interaction: Interaction) => {
    if (interaction.isChatInputCommand()) void answer(interaction).catch((error: unknown) => client.emit(Events.Error, Object(error)));
  });
};
const HELLO = new SlashCommandBuilder().setName('hello').setDescription('Says hello');
const lastIn = (discord: TestDiscord, content: string) =>
  discord.until(() => discord.world.messagesIn(discord.generalId).find((message) => message.content === content));
/** Shows that the client still hears and speaks. */
async function echoes(discord: TestDiscord, client: Client, text: string): Promise<void> {
  client.once(Events.MessageCreate, (message) => void message.reply(`echo ${text}`));
  discord.as(discord.memberId).send(discord.generalId, `<@${discord.botId}> ${text}`);
  await lastIn(discord, `echo ${text}`);
}
const MESSAGES = 'POST /channels/{channel_id}/messages';
const CALLBACK = 'POST /interactions/{interaction_id}/{interaction_token}/callback';

describe('logging in', () => {
  it('ends ready, with the guild, its channels and the application known', async () => {
    const discord = await start();
    const client = await login(discord);
    const guild = client.guilds.cache.get(discord.guildId);
    expect([guild?.name, guild?.channels.cache.map(({ name }) => name), client.application.id]).toEqual([
      'Harbour',
      ['general', 'random'],
      discord.botId,
    ]);
    expect(discord.violations).toEqual([]);
  });

  it('is refused with a wrong token and with an intent that was not granted', async () => {
    const discord = await start();
    await expect(clientOf(discord).login('wrong')).rejects.toMatchObject({ code: 'TokenInvalid' });
    const intents = [GatewayIntentBits.MessageContent];
    await expect(clientOf(discord, { intents }).login(discord.token)).rejects.toThrow('disallowed intents');
  });

  it('ends ready without a guild that is away, and meets it later', async () => {
    const discord = await start();
    discord.world.setAvailable(discord.guildId, false);
    const client = await login(discord);
    expect(client.guilds.cache.get(discord.guildId)?.available).toBe(false);
    const back = once(client, Events.GuildAvailable);
    discord.world.setAvailable(discord.guildId, true);
    await back;
    await echoes(discord, client, 'back');
  });

  it('works with several shards', async () => {
    const discord = await start({ maxConcurrency: 16 });
    const client = await login(discord, { shards: [0, 1], shardCount: 2 });
    expect(discord.sessions.map(({ shard }) => shard.join('/')).sort()).toEqual(['0/2', '1/2']);
    await echoes(discord, client, 'sharded');
  });
});

describe('a lost connection', () => {
  it.each<[string, (discord: TestDiscord) => void]>([
    ['a socket that drops', (discord) => discord.faults.dropSockets()],
    ['being asked to reconnect', (discord) => discord.faults.askReconnect()],
  ])('by %s is resumed, and nothing is missed', async (name, strike) => {
    const discord = await start();
    const client = await login(discord);
    const resumed = once(client, Events.ShardResume);
    client.on(Events.MessageCreate, (message) => {
      if (message.author.id === discord.memberId) void message.reply('heard');
    });
    strike(discord);
    await discord.until(() => discord.sessions.every(({ connected }) => !connected));
    discord.as(discord.memberId).send(discord.generalId, `<@${discord.botId}> meanwhile`);
    await resumed;
    await lastIn(discord, 'heard');
    expect(discord.sessions.length, name).toBe(1);
  });

  it('without answers to its heartbeats is noticed and resumed', async () => {
    const discord = await start({ heartbeatIntervalMs: 150 });
    const client = await login(discord);
    const resumed = once(client, Events.ShardResume);
    discord.faults.deafen(true);
    await discord.until(() => discord.sessions.some(({ connected }) => !connected));
    discord.faults.deafen(false);
    await resumed;
    await echoes(discord, client, 'alive');
  });

  it('whose session is invalid begins a new one', async () => {
    const discord = await start();
    const client = await login(discord);
    const [before] = discord.sessions;
    const ready = once(client, Events.ShardReady);
    discord.faults.invalidate({ resumable: false });
    await ready;
    expect(discord.sessions.map(({ id }) => id)).not.toContain(before?.id);
    await echoes(discord, client, 'anew');
  }, 15_000);
});

describe('a request that fails', () => {
  it('after its effect makes no second message with an enforced nonce, and one without', async () => {
    const discord = await start();
    const client = await login(discord);
    const channel = await client.channels.fetch(discord.generalId);
    if (!channel?.isSendable()) throw new Error('no channel');
    const written = () => discord.world.messagesIn(discord.generalId).length;
    discord.faults.fail(MESSAGES, { status: 502, after: true });
    await channel.send({ content: 'once', nonce: 'n', enforceNonce: true });
    expect(written()).toBe(1);
    discord.faults.fail(MESSAGES, { status: 502, after: true });
    await channel.send('twice');
    expect(written()).toBe(3);
  });

  it('before its effect is tried again three times', async () => {
    const discord = await start();
    const client = await login(discord);
    discord.faults.fail(MESSAGES, { status: 500, times: 3 });
    await echoes(discord, client, 'fourth');
    const tries = () => discord.requests.filter(({ operation }) => operation === MESSAGES).map(({ status }) => status);
    expect(tries()).toEqual([500, 500, 500, 200]);
  });

  it('with a closed connection is not tried again', async () => {
    const discord = await start();
    const client = await login(discord);
    const channel = await client.channels.fetch(discord.generalId);
    if (!channel?.isSendable()) throw new Error('no channel');
    discord.faults.cut(MESSAGES);
    await expect(channel.send('x')).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' });
    expect(discord.world.messagesIn(discord.generalId)).toEqual([]);
  });

  it.each<['user' | 'global']>([['user'], ['global']])('by the %s rate limit waits and goes on', async (scope) => {
    const discord = await start();
    const client = await login(discord);
    discord.faults.limit(MESSAGES, { retryAfterMs: 100, times: 2, scope });
    await echoes(discord, client, 'patient');
    expect(discord.requests.filter(({ operation }) => operation === MESSAGES).map(({ status }) => status)).toEqual([429, 429, 200]);
  });

  it('by the limits of its own pace waits as the headers say', async () => {
    const discord = await start({ limits: { perRoute: 2, routeWindowMs: 200 } });
    const client = await login(discord);
    const channel = await client.channels.fetch(discord.generalId);
    if (!channel?.isSendable()) throw new Error('no channel');
    await Promise.all(['1', '2', '3', '4', '5'].map((content) => channel.send(content)));
    expect(discord.world.messagesIn(discord.generalId)).toHaveLength(5);
    expect(discord.violations).toEqual([]);
  });

  it('by a ban of the address has no code', async () => {
    const discord = await start();
    const client = await login(discord);
    discord.faults.ban('GET /users/{user_id}');
    await expect(client.users.fetch(discord.ownerId)).rejects.toMatchObject({ status: 403, code: undefined });
  });

  it('by a slow answer is tried again, and the effect is there twice', async () => {
    const discord = await start();
    const client = await login(discord, { rest: { timeout: 200 } });
    const channel = await client.channels.fetch(discord.generalId);
    if (!channel?.isSendable()) throw new Error('no channel');
    discord.faults.hold(MESSAGES, { times: 1 });
    await channel.send('slow');
    expect(discord.world.messagesIn(discord.generalId).map(({ content }) => content)).toEqual(['slow', 'slow']);
  });

  it('for its token wipes the token', async () => {
    const discord = await start();
    const client = await login(discord);
    discord.faults.fail('GET /users/{user_id}', { status: 401 });
    await expect(client.users.fetch(discord.ownerId)).rejects.toMatchObject({ status: 401 });
    await expect(client.users.fetch(discord.helperId)).rejects.toThrow('token');
  });

  it('at an acknowledgement that had its effect is refused the second time', async () => {
    const discord = await start();
    const client = await login(discord);
    await client.application.commands.set([HELLO]);
    answering(client, async (interaction) => {
      await interaction.reply('lost').catch(() => undefined);
      // The client believes that nothing was acknowledged, so its own editReply would refuse.
      await interaction.webhook.editMessage('@original', 'found');
    });
    discord.faults.fail(CALLBACK, { status: 502, after: true });
    const handle = discord.as(discord.memberId).slash(discord.generalId, 'hello');
    await lastIn(discord, 'found');
    expect(handle.message()?.content).toBe('found');
    expect(discord.violations.map(({ code }) => code)).toEqual([40060]);
  });
});

describe('interactions', () => {
  it('go there and back: command, button, update, form', async () => {
    const discord = await start();
    const client = await login(discord);
    const row = new ActionRowBuilder<ButtonBuilder>().addComponents(
      new ButtonBuilder().setCustomId('more').setLabel('More').setStyle(ButtonStyle.Primary),
      new ButtonBuilder().setCustomId('form').setLabel('Form').setStyle(ButtonStyle.Secondary),
    );
    const modal = new ModalBuilder()
      .setCustomId('asked')
      .setTitle('Ask')
      .addLabelComponents(
        new LabelBuilder()
          .setLabel('Text')
          .setTextInputComponent(new TextInputBuilder().setCustomId('text').setStyle(TextInputStyle.Short)),
      );
    client.on(Events.InteractionCreate, (interaction) => {
      if (interaction.isChatInputCommand()) void interaction.reply({ embeds: [new EmbedBuilder().setTitle('First')], components: [row] });
      if (interaction.isButton() && interaction.customId === 'more') void interaction.update({ content: 'updated', components: [row] });
      if (interaction.isButton() && interaction.customId === 'form') void interaction.showModal(modal);
      if (interaction.isModalSubmit())
        void interaction.reply({ content: `sent ${interaction.fields.getTextInputValue('text')}`, flags: MessageFlags.Ephemeral });
    });
    await client.application.commands.set([HELLO]);
    const member = discord.as(discord.memberId);
    const { id, embeds } = await member.slash(discord.generalId, 'hello').reply();
    expect(embeds).toMatchObject([{ title: 'First' }]);
    expect((await member.click(id, 'more').reply()).content).toBe('updated');
    const opener = member.click(id, 'form');
    await opener.modal();
    expect(await member.submit(opener, { text: 'this' }).reply()).toMatchObject({ content: 'sent this', ephemeralFor: discord.memberId });
    expect(discord.violations).toEqual([]);
  });

  it('offer choices while somebody types', async () => {
    const discord = await start();
    const client = await login(discord);
    client.on(Events.InteractionCreate, (interaction) => {
      if (interaction.isAutocomplete()) void interaction.respond([{ name: `${interaction.options.getFocused()}!`, value: 'v' }]);
    });
    await client.application.commands.set([
      new SlashCommandBuilder()
        .setName('ask')
        .setDescription('Asks')
        .addStringOption((option) => option.setName('q').setDescription('What').setAutocomplete(true).setRequired(true)),
    ]);
    const handle = discord.as(discord.memberId).autocomplete(discord.generalId, 'ask', { q: 'wh' }, 'q');
    expect(await handle.choices()).toEqual([{ name: 'wh!', value: 'v' }]);
    expect(discord.violations).toEqual([]);
  });

  it('on a message bring its text without the intent', async () => {
    const discord = await start();
    const client = await login(discord);
    client.on(Events.InteractionCreate, (interaction) => {
      if (interaction.isMessageContextMenuCommand()) void interaction.reply(`read: ${interaction.targetMessage.content}`);
    });
    await client.application.commands.set([new ContextMenuCommandBuilder().setName('Read').setType(3)]);
    const { id } = discord.as(discord.ownerId).send(discord.generalId, 'among people');
    expect((await discord.as(discord.memberId).messageCommand('Read', id).reply()).content).toBe('read: among people');
  });

  it('of an application that its user alone has installed are answered where it is no member', async () => {
    const discord = await start();
    const client = await login(discord);
    answering(client, (interaction) =>
      interaction.reply(`guild ${interaction.guild === null} owner ${interaction.authorizingIntegrationOwners.userId}`),
    );
    await client.application.commands.set([
      new SlashCommandBuilder().setName('hello').setDescription('x').setIntegrationTypes(0, 1).setContexts(0, 1, 2),
    ]);
    const elsewhere = discord.world.addGuild({ name: 'Elsewhere', ownerId: discord.ownerId });
    const channel = discord.world.addChannel(elsewhere.id, { name: 'foreign' });
    discord.world.join(elsewhere.id, discord.memberId);
    discord.world.install(discord.botId, discord.memberId);
    const member = discord.as(discord.memberId);
    expect((await member.slash(channel.id, 'hello').reply()).content).toBe(`guild true owner ${discord.memberId}`);
    expect((await member.slash(member.directMessages(discord.ownerId).id, 'hello').reply()).content).toContain('guild true');
    expect((await member.slash(member.directMessages(discord.botId).id, 'hello').reply()).content).toContain('guild true');
    expect(discord.violations).toEqual([]);
  });
});

describe('everyday work', () => {
  it('with threads, direct messages and reactions breaks no rule', async () => {
    const discord = await start();
    // The client drops direct messages of channels that it does not know, unless told otherwise.
    const client = await login(discord, { partials: [Partials.Channel] });
    client.on(Events.MessageCreate, (message) => {
      if (message.author.bot) return;
      void (async () => {
        if (!message.inGuild()) return void (await message.reply('direct'));
        await message.react('👍');
        const thread = message.channel.isThread() ? message.channel : await message.startThread({ name: 'An answer' });
        await thread.sendTyping();
        await thread.send('in the thread');
      })();
    });
    const member = discord.as(discord.memberId);
    const asked = member.send(discord.generalId, `<@${discord.botId}> start`);
    const thread = await discord.until(() => discord.world.channels.get(asked.id));
    await discord.until(() => discord.world.messagesIn(thread.id).length === 1);
    member.send(thread.id, `<@${discord.botId}> go on`);
    await discord.until(() => discord.world.messagesIn(thread.id).length === 3);
    const direct = member.directMessages(discord.botId).id;
    member.send(direct, 'hi');
    await discord.until(() => discord.world.messagesIn(direct).length === 2);
    expect(asked.reactions.map(({ emoji, userIds }) => [emoji.name, userIds.size])).toEqual([['👍', 1]]);
    expect(discord.violations).toEqual([]);
  });

  it('finds registered commands equal to their builders, and keeps their ids', async () => {
    const discord = await start();
    const client = await login(discord);
    const builder = new SlashCommandBuilder()
      .setName('ask')
      .setNameLocalizations({ de: 'frage' })
      .setDescription('Asks')
      .setIntegrationTypes(0, 1)
      .setContexts(0, 1)
      .setDefaultMemberPermissions(32)
      .addStringOption((option) => option.setName('q').setDescription('What').setMaxLength(100).addChoices({ name: 'a', value: 'b' }));
    const before = await client.application.commands.set([builder]);
    const fetched = (await client.application.commands.fetch({ withLocalizations: true })).first();
    expect(fetched?.equals(JSON.parse(JSON.stringify(builder)))).toBe(true);
    const after = await client.application.commands.set([builder]);
    expect([...after.keys()]).toEqual([...before.keys()]);
    expect(after.first()?.version).toBe(before.first()?.version);
    expect(discord.violations).toEqual([]);
  });

  it('survives an event that makes no sense', async () => {
    const discord = await start();
    const client = await login(discord);
    const thrown = new Promise((resolve) => process.once('unhandledRejection', resolve));
    discord.faults.dispatch('MESSAGE_CREATE', { channel_id: discord.generalId, id: '1', embeds: null }, discord.guildId);
    await thrown;
    await echoes(discord, client, 'unmoved');
  });
});
