import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBot, type TestBot } from '../../support/bot.js';
import { closeClean, newcomer } from '../../support/conversation.js';
import { discordWithGuild, type TestDiscord } from '../../support/discord.js';
import { answersTo, answerTo, freshChannel, LATER_MS, mention, OFF_TOPIC, settled, WINDOWS_ON_LINUX } from '../../support/mentions.js';

const LINES = join(import.meta.dirname, '..', '..', 'core', 'language', 'lines');
const askNothing = (file: string): string[] =>
  readFileSync(join(LINES, file), 'utf8')
    .trim()
    .split('\n')
    .map((line): { text: string; reply: string } => JSON.parse(line))
    .filter(({ reply }) => reply.split('|').every((one) => ['courtesy', 'silence'].includes(one)))
    .map(({ text }) => text);

let discord: TestDiscord;
let bot: TestBot;
beforeAll(async () => {
  discord = await discordWithGuild();
  bot = await startBot(discord);
});
afterAll(() => closeClean(discord, bot));

/** What the bot says to lines that are sent in reply to a message of its own. */
async function repliesTo(lines: readonly string[], to = WINDOWS_ON_LINUX) {
  const [mia, channelId] = [newcomer(discord), freshChannel(discord)];
  const answer = await answerTo(discord, mention(discord, mia, channelId, to));
  const sent = lines.map((text) => {
    discord.clock.forward(LATER_MS);
    return mia.send(channelId, text, { replyTo: answer.id });
  });
  await settled(discord);
  return sent.flatMap((message) => answersTo(discord, message));
}

describe('a line that asks nothing', () => {
  it.each([
    ['an answer', WINDOWS_ON_LINUX],
    ['a refusal', OFF_TOPIC],
  ])('brings no entry, no offer and no refusal after %s, but a short word or silence', async (_, to) => {
    const lines = askNothing('asks-nothing.jsonl');
    expect(lines.length).toBeGreaterThan(20);
    const replies = await repliesTo(lines, to);
    expect(replies.filter(({ content }) => content.includes('If that was a question'))).toEqual([]);
    expect(replies.filter(({ embeds, components }) => embeds.length + components.length > 0)).toEqual([]);
    expect(replies.filter(({ content }) => content.length > 130)).toEqual([]);
    expect(replies.length).toBeLessThan(lines.length);
  });

  it('gets a word back where it thanks, and none where it laughs', async () => {
    const [thanked] = await repliesTo(['that solved it, thank you so much']);
    expect(thanked?.content).toMatch(/welcome/);
    expect(await repliesTo(['lol', 'k', '👍', 'https://tenor.com/view/whale-gif-1'])).toEqual([]);
  });
});
