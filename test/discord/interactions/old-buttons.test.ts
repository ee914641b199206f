import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBot, type TestBot } from '../../support/bot.js';
import {
  ask,
  closeClean,
  controlNamed,
  controlsOf,
  labelsOf,
  newcomer,
  press,
  type Shown,
  snapshot,
  titleOf,
} from '../../support/conversation.js';
import { discordWithGuild, rest, type TestDiscord } from '../../support/discord.js';
import { entryText, removeFolder, writeFolder } from '../../support/knowledge-folder.js';

const QUESTION = 'Can a Windows container run on a Linux host?';
const ENTRY = 'windows-container-on-linux';
const OUT_OF_DATE = /out of date/;

describe('what an older version of the bot has left behind', () => {
  let discord: TestDiscord;
  let bot: TestBot;
  beforeAll(async () => {
    discord = await discordWithGuild();
    bot = await startBot(discord);
  });
  afterAll(() => closeClean(discord, bot));

  /** A message of the bot's own with one component. */
  async function leftBehind(component: Readonly<Record<string, unknown>>): Promise<Shown> {
    const body = { content: 'long ago', components: [{ type: 1, components: [component] }] };
    const { body: sent } = await rest(discord, 'POST', `/channels/${discord.generalId}/messages`, body);
    const message = discord.world.messages.get(sent.id);
    if (!message) throw new Error('the message was not posted');
    return message;
  }

  it.each([
    ...['vote:1', 'x'.repeat(100), ':', ':::', 'constructor', '__proto__:1', 'toString', 'ENTRY:x', '🚢', ' entry'],
    ...['entry', 'entry:gone', 'layer', 'layer:why:gone', `layer:poem:${ENTRY}`, `layer:example:${ENTRY}`, 'more:gone', 'more:'],
    ...['pick', 'pick:1', 'pick:1:gone', 'share', 'share:gone', `share:${ENTRY}:example`, 'topic', 'topic:0:gone', 'topic:x:y:z'],
  ])('says kindly, to the one who pressed, that the button %j is out of date', async (customId) => {
    const message = await leftBehind({ type: 2, style: 2, label: 'Press me', custom_id: customId });
    const before = snapshot(message);
    const person = newcomer(discord);
    const reply = await person.click(message.id, customId).reply();
    expect(reply.content).toMatch(OUT_OF_DATE);
    expect(reply.ephemeralFor).toBe(person.id);
    expect(snapshot(message)).toEqual(before);
  });

  it.each(['follow', 'topic-menu', 'entry', 'pages-of-old'])('says so of a menu %j that offers what is gone', async (customId) => {
    const menu = { type: 3, custom_id: customId, options: [{ label: 'Gone', value: 'gone' }] };
    const message = await leftBehind(menu);
    const person = newcomer(discord);
    const reply = await person.select(message.id, customId, ['gone']).reply();
    expect(reply.content).toMatch(OUT_OF_DATE);
    expect(reply.ephemeralFor).toBe(person.id);
  });

  it.each([5, 6, 7, 8])('says so of a menu of type %i that nobody knows', async (type) => {
    const message = await leftBehind({ type, custom_id: 'whom' });
    const value = { 5: discord.ownerId, 6: discord.guildId, 7: discord.ownerId, 8: discord.randomId }[type] ?? '';
    expect((await newcomer(discord).select(message.id, 'whom', [value]).reply()).content).toMatch(OUT_OF_DATE);
  });

  it('says so in place, where nobody else sees the message', async () => {
    const person = newcomer(discord);
    const answer = await ask(person, discord.generalId, QUESTION);
    const [row] = answer.components;
    Object.assign(Array.isArray(row?.components) ? row.components[0] : {}, { custom_id: 'layer:why:gone' });
    const reply = await press(person, answer, 'Why').reply();
    expect(reply.id).toBe(answer.id);
    expect(reply.content).toMatch(OUT_OF_DATE);
  });

  it('says so of a form', async () => {
    const person = newcomer(discord);
    const opened = press(person, await person.slash(discord.generalId, 'help').reply(), 'Ask a question');
    Object.assign(await opened.modal(), { custom_id: 'form-of-old' });
    expect((await person.submit(opened, { text: QUESTION }).reply()).content).toMatch(OUT_OF_DATE);
  });

  it('says so of a command', async () => {
    const { body: command } = await rest(discord, 'POST', `/applications/${discord.botId}/commands`, {
      name: 'wisdom',
      description: 'Gone',
    });
    expect((await newcomer(discord).slash(discord.generalId, 'wisdom').reply()).content).toMatch(/no longer know/);
    await rest(discord, 'DELETE', `/applications/${discord.botId}/commands/${command.id}`);
  });

  it.each([
    ['an entry that is gone', 'helpful:1:gone'],
    ['a question that nobody asked', `helpful:1:${ENTRY}`],
    ['anything', 'not-helpful:ANY:ANY'],
    ['nothing', 'not-helpful'],
  ])('takes no verdict on %s', async (_, customId) => {
    const message = await leftBehind({ type: 2, style: 2, label: 'Press me', custom_id: customId });
    const person = newcomer(discord);
    expect((await person.click(message.id, customId).reply()).content).toMatch(OUT_OF_DATE);
    const { content } = await person.slash(discord.generalId, 'privacy').reply();
    expect(content).toContain('About you, now: nothing');
  });

  it('takes a verdict on an entry that was opened rather than asked for', async () => {
    const person = newcomer(discord);
    const answer = await ask(person, discord.generalId, QUESTION);
    const menu = controlsOf(answer).find(({ options }) => options.length > 0);
    const opened = await person.select(answer.id, String(menu?.customId), [menu?.options[0]?.value ?? '']).reply();
    expect((await press(person, opened, 'Helpful').reply()).content).toMatch(/that is noted/);
  });

  it('puts the words of a question into no other person’s form', async () => {
    const [mia, tom] = [newcomer(discord), newcomer(discord)];
    const answer = await ask(mia, discord.generalId, QUESTION, false);
    const [hers, his] = [await press(mia, answer, 'Not helpful').reply(), await press(tom, answer, 'Not helpful').reply()];
    const textIn = async (person: typeof mia, shown: Shown): Promise<string> =>
      JSON.stringify(await press(person, shown, 'Ask in other words').modal());
    expect(await textIn(mia, hers)).toContain(QUESTION);
    expect(await textIn(tom, his)).not.toContain(QUESTION);
  });

  it('lets nobody dismiss an answer of which it does not know who asked', async () => {
    const message = await leftBehind({ type: 2, style: 2, label: 'Dismiss', custom_id: 'dismiss' });
    expect((await newcomer(discord).click(message.id, 'dismiss').reply()).content).toMatch(/[Oo]nly the person who asked/);
    expect(discord.world.messages.has(message.id)).toBe(true);
  });
});

describe('another knowledge base', () => {
  /** 30 topics; the first has 60 entries, each other one. */
  const TOPICS = 30;
  const ENTRIES = 60;
  const word = (number: number): string => [...String(number)].map((digit) => 'abcdefghij'[Number(digit)]).join('x');
  /** Longer than a suggestion or a button can be. */
  const LONG = `What is a zeppelin${' and an airship'.repeat(8)} for?`;
  const file = (topic: number, entry: number) => {
    const question = topic + entry === 0 ? LONG : `What is the ${word(topic + 10)}${word(entry)} for?`;
    return { [`topic-${word(topic + 10)}/e${topic}-${entry}.md`]: entryText([`question: ${question}`]) };
  };

  let discord: TestDiscord;
  let bot: TestBot;
  let folder: string;
  let database: string;

  beforeAll(async () => {
    const first = Array.from({ length: ENTRIES }, (_, entry) => file(0, entry));
    const others = Array.from({ length: TOPICS - 1 }, (_, topic) => file(topic + 1, 0));
    folder = writeFolder(Object.assign({}, ...first, ...others));
    database = `file:${folder}/bot.sqlite`;
    discord = await discordWithGuild();
    bot = await startBot(discord, { DATABASE_URL: database });
  });
  afterAll(async () => {
    await closeClean(discord, bot);
    removeFolder(folder);
  });

  it('is told of by every button and menu of the one before, after a restart', async () => {
    const person = newcomer(discord);
    const answer = await ask(person, discord.generalId, QUESTION, false);
    const topics = await person.slash(discord.generalId, 'topics').reply();
    await bot.stop();
    bot = await startBot(discord, { DATABASE_URL: database, KNOWLEDGE_DIR: folder });

    for (const label of ['Why', 'Pitfalls']) expect((await press(person, answer, label).reply()).content).toMatch(OUT_OF_DATE);
    const menu = controlNamed(answer, 'Questions that lead on');
    expect((await person.select(answer.id, menu.customId, [menu.options[0]?.value ?? '']).reply()).content).toMatch(OUT_OF_DATE);
    expect((await press(person, answer, 'Helpful').reply()).content).toMatch(/Thank you/);
    const topic = controlNamed(topics, 'Choose a topic');
    expect((await person.select(topics.id, topic.customId, [topic.options[0]?.value ?? '']).reply()).content).toMatch(OUT_OF_DATE);
    press(person, answer, 'Dismiss');
    await discord.until(() => !discord.world.messages.has(answer.id));
  });

  it('suggests a question that is too long for a suggestion, cut so that it still leads to its answer', async () => {
    const person = newcomer(discord);
    const [first] = await person.autocomplete(discord.generalId, 'ask', { question: 'zeppelin' }, 'question').choices();
    expect(first?.name).toHaveLength(100);
    expect(titleOf(await ask(person, discord.generalId, String(first?.value)))).toBe(LONG);
  });

  it('is browsed in pages of 25, forth and back', async () => {
    const person = newcomer(discord);
    const message = await person.slash(discord.generalId, 'topics').reply();
    const shown = (): readonly string[] => controlsOf(message)[0]?.options.map(({ value }) => value) ?? [];
    const first = shown();
    expect(first).toHaveLength(25);
    expect(labelsOf(message)).toEqual(['Choose a topic', 'Next']);
    await press(person, message, 'Next').reply();
    expect(labelsOf(message)).toEqual(['Choose a topic', 'Back']);
    expect(new Set([...first, ...shown()]).size).toBe(TOPICS);
    await press(person, message, 'Back').reply();
    expect(shown()).toEqual(first);

    await person.select(message.id, controlNamed(message, 'Choose a topic').customId, [first[0] ?? '']).reply();
    const questions = new Set(shown());
    for (const controls of [['Back', 'Next'], ['Back']]) {
      await press(person, message, 'Next').reply();
      expect(labelsOf(message)).toEqual(['Choose a question', ...controls, 'All topics']);
      for (const id of shown()) questions.add(id);
    }
    expect(questions.size).toBe(ENTRIES);
    const last = shown().at(-1) ?? '';
    const answer = await person.select(message.id, controlNamed(message, 'Choose a question').customId, [last]).reply();
    expect(titleOf(answer)).toMatch(/^What is the/);
    await press(person, message, 'All topics').reply();
    expect(shown()).toEqual(first);
  });
});
