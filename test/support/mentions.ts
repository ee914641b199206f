/** Questions in messages, and the bot's answers to them, in the words of a test. */

import { loadLabelled } from '../../src/knowledge/folder/load.js';
import type { Person } from '../../src/playground/people/person.js';
import { createApp } from '../../src/process/app.js';
import { newcomer, type Shown } from './conversation.js';
import type { TestDiscord } from './discord.js';
import { KNOWLEDGE_DIR, shippedEngine } from './engine.js';

/** Questions as their entries ask them, which are the titles of the answers: a test of the knowledge keeps it so. */
export const WINDOWS_ON_LINUX = 'Can a Windows container run on a Linux host?';
export const WHAT_IS_A_KERNEL = 'What is a kernel?';
export const LINUX_ON_MAC = 'How do Linux containers run on a Mac?';
/** A question that somebody sends in two messages; the halves together are WINDOWS_ON_LINUX. */
export const HALVES = { first: 'Can a Windows container run', second: 'on a Linux host?' } as const;
/** A question that no knowledge about containers answers. */
export const OFF_TOPIC = 'How do I bake sourdough bread?';
/** Longer than what is added to a question joins it, and than any cooldown unless one is set. */
export const LATER_MS = 11_000;

/** Writes a message that mentions the bot. */
export function mention(discord: TestDiscord, person: Person, channelId: string, text: string, replyTo?: string): Shown {
  return person.send(channelId, `<@${discord.botId}> ${text}`, replyTo === undefined ? {} : { replyTo });
}

/** What the bot has written in a channel for all to see, the oldest first. */
export function botMessages(discord: TestDiscord, channelId: string): Shown[] {
  return discord.world.messagesIn(channelId).filter(({ authorId }) => authorId === discord.botId);
}

/** What the bot has written in reply to a message, the oldest first. */
export function answersTo(discord: TestDiscord, { id }: Pick<Shown, 'id'>): Shown[] {
  const all = [...discord.world.messages.values()];
  return all.filter(({ authorId, reference }) => authorId === discord.botId && reference?.messageId === id);
}

/** Waits for the bot's reply to a message. */
export function answerTo(discord: TestDiscord, asked: Pick<Shown, 'id'>, ms?: number): Promise<Shown> {
  return discord.until(() => answersTo(discord, asked)[0], ms);
}

/** Mentions the bot with a question, waits for the reply, and lets so much time pass that the next message is a question of its own. */
export async function askInChannel(discord: TestDiscord, person: Person, channelId: string, text: string): Promise<Shown> {
  const answer = await answerTo(discord, mention(discord, person, channelId, text));
  discord.clock.forward(LATER_MS);
  return answer;
}

/** All that people read in a message: its text and its embeds. */
export function textOf({ content, embeds }: Pick<Shown, 'content' | 'embeds'>): string {
  return [content, ...embeds.map((embed) => JSON.stringify(embed))].join('\n');
}

/** Makes a text channel of the guild that no other test uses. */
export function freshChannel(discord: TestDiscord, name = 'quiet'): string {
  return discord.world.addChannel(discord.guildId, { name }).id;
}

/** No event leads to more requests than that, one after the other. */
const REQUESTS_IN_A_ROW = 4;

/**
 * Waits until the bot is done with all that has happened so far: events come in order, and while somebody else's question is answered, an
 * earlier event comes a request further at least.
 */
export async function settled(discord: TestDiscord): Promise<void> {
  for (let round = 0; round < REQUESTS_IN_A_ROW; round++) {
    await answerTo(discord, mention(discord, newcomer(discord), freshChannel(discord, 'probe'), ''));
    await discord.until(() => discord.requests.every(({ status }) => status !== null));
  }
}

/** A labelled conversation whose every turn is answered, and whose last turn says nothing without the others; with the titles of the answers. */
export async function answeredConversation(): Promise<readonly { readonly text: string; readonly title: string }[]> {
  const engine = await shippedEngine();
  const titleOf = (id: string): string => engine.knowledge.entries.find((entry) => entry.id === id)?.question ?? '';
  for (const turns of loadLabelled(`${KNOWLEDGE_DIR}/evaluation.yml`).conversations) {
    const [together, alone] = [createApp(engine), createApp(engine)];
    const replies = [];
    for (const { ask: text } of turns) replies.push({ text, reply: await together.ask({ text, conversation: 'labelled' }) });
    const answers = replies.flatMap(({ text, reply }) =>
      reply.kind === 'answer' && reply.shown === null ? [{ text, entryId: reply.entryId, title: titleOf(reply.entryId) }] : [],
    );
    const last = answers.at(-1);
    if (!last || answers.length < turns.length || turns.length < 2) continue;
    const byItself = await alone.ask({ text: last.text, conversation: 'alone' });
    if (byItself.kind !== 'answer' || byItself.entryId !== last.entryId) return answers;
  }
  throw new Error('no labelled conversation is answered turn by turn');
}
