import { join } from 'node:path';
import Libsql from 'libsql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBot, type TestBot } from '../../support/bot.js';
import { closeClean, newcomer, press, titleOf } from '../../support/conversation.js';
import { discordWithGuild, type TestDiscord } from '../../support/discord.js';
import { removeFolder, writeFolder } from '../../support/knowledge-folder.js';
import { WINDOWS_ON_LINUX } from '../../support/mentions.js';

const ABOUT_THIS = 'Ask Test bot about this';
/** Words of the subject, so that the reduced form would keep them. */
const ANSWERED = 'please can a windows container run on a linux host';
const UNANSWERED = 'how do i bake sourdough bread';

describe('the menu of a message', () => {
  let discord: TestDiscord;
  let bot: TestBot;
  let folder: string;
  let database: Libsql.Database;
  beforeAll(async () => {
    folder = writeFolder();
    const file = join(folder, 'bot.sqlite');
    discord = await discordWithGuild();
    bot = await startBot(discord, { DATABASE_URL: `file:${file}` });
    database = new Libsql(file);
  });
  afterAll(async () => {
    database.close();
    await closeClean(discord, bot);
    removeFolder(folder);
  });

  /** Every text of a question that is kept of a person's questions, and of gaps. */
  const kept = (userId: string): { questions: string[]; gaps: string[] } => {
    const read = (sql: string, ...args: string[]): string[] =>
      database
        .prepare(sql)
        .all(...args)
        .map((row) => (row as { question: string }).question);
    return {
      questions: [
        ...read('select question from answer where asker_id = ? order by at', userId),
        ...read('select question from turn where asker = ? order by seq', userId),
      ],
      gaps: read('select question from gap'),
    };
  };
  const known = (userId: string, count: number) => expect.poll(() => kept(userId).questions.length).toBe(count);

  it('answers somebody else’s message and keeps no word of it: its author could not have it erased', async () => {
    const [author, reader] = [newcomer(discord), newcomer(discord)];
    const reply = await reader.messageCommand(ABOUT_THIS, author.send(discord.generalId, ANSWERED).id).reply();
    expect(titleOf(reply)).toBe(WINDOWS_ON_LINUX);
    await known(reader.id, 2);
    expect(kept(reader.id).questions.sort()).toEqual(['', WINDOWS_ON_LINUX]);
    expect(kept(author.id).questions).toEqual([]);
    // It can be gone on from all the same.
    expect(titleOf(await reader.slash(discord.generalId, 'ask', { question: 'why?' }).reply())).not.toBe('');
    // Nor does a verdict bring it up.
    await press(reader, reply, 'Not helpful').reply();
    await expect.poll(() => kept(reader.id).gaps).toEqual([WINDOWS_ON_LINUX]);
  });

  it('keeps no word of what one has only forwarded', async () => {
    const [author, reader] = [newcomer(discord), newcomer(discord)];
    const forwarded = reader.forward(author.send(discord.generalId, ANSWERED).id, discord.randomId);
    expect(titleOf(await reader.messageCommand(ABOUT_THIS, forwarded.id).reply())).toBe(WINDOWS_ON_LINUX);
    await known(reader.id, 2);
    expect(kept(reader.id).questions.sort()).toEqual(['', WINDOWS_ON_LINUX]);
  });

  it('counts no gap for somebody else’s words', async () => {
    const [author, reader] = [newcomer(discord), newcomer(discord)];
    await reader.messageCommand(ABOUT_THIS, author.send(discord.generalId, UNANSWERED).id).reply();
    await known(reader.id, 2);
    expect(kept(reader.id).questions.join('')).toBe('');
    expect(kept(reader.id).gaps.join(' ')).not.toContain('sourdough');
  });

  it('keeps one’s own message as a question', async () => {
    const person = newcomer(discord);
    await person.messageCommand(ABOUT_THIS, person.send(discord.generalId, ANSWERED).id).reply();
    await known(person.id, 2);
    expect(kept(person.id).questions.join(' ')).toContain('windows container');
  });
});
