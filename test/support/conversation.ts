/** What people do with the bot and see of it, in the words of a test; and how a test of it ends. */
import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import type { Reply } from '../../src/core/answering/reply.js';
import { loadLabelled } from '../../src/knowledge/folder/load.js';
import type { Handle } from '../../src/playground/people/handle.js';
import type { Person } from '../../src/playground/people/person.js';
import type { PermissionName } from '../../src/playground/world/permissions.js';
import { createApp, type Engine } from '../../src/process/app.js';
import type { TestBot } from './bot.js';
import type { TestDiscord } from './discord.js';
import { KNOWLEDGE_DIR } from './engine.js';

/** A message as a person sees it. */
export type Shown = ReturnType<Person['read']>[number];

/** A button or a menu of a message. */
export interface Control {
  readonly customId: string;
  /** What stands on a button; of a menu, its placeholder. */
  readonly label: string;
  /** What a menu offers. */
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** A request that is refused for what is so at the moment, with Discord's code. */
export interface Refusal {
  readonly operation: string;
  readonly code: number;
}

/**
 * Stops the bot and the Discord, and checks what holds for every test of the bot: it broke no rule of the platform, nobody was pinged,
 * and nothing failed inside it.
 * @param how `expectsFaults` for tests that break things: what the bot was refused, and what it logged, is theirs to check; `refusals` are
 * what the bot can find out only by being refused, in order
 */
export async function closeClean(
  discord: TestDiscord,
  bot: TestBot,
  { expectsFaults = false, refusals = [] }: { readonly expectsFaults?: boolean; readonly refusals?: readonly Refusal[] } = {},
): Promise<void> {
  await bot.stop();
  await discord.close();
  const pings = [...discord.world.messages.values()].filter(({ authorId, pinged }) => authorId === discord.botId && pinged.length > 0);
  expect(pings).toEqual([]);
  // An edit pings nobody whatever it says, and a deleted message is not looked at any more: so each request has to say so by itself.
  expect(messagesSent(discord).filter(mayPing)).toEqual([]);
  if (expectsFaults) return;
  // The library counts 50 requests a second from another moment on than Discord does, and sends again what comes over the limit there.
  const broken = discord.violations.filter(({ kind }) => kind !== 'limit');
  expect(broken).toEqual(refusals.map((refusal) => expect.objectContaining(refusal)));
  expect(bot.log.filter(({ level }) => level === 'error')).toEqual([]);
}

/** The bodies of all messages that the bot has sent or changed; by `enforce_nonce`, which its library always adds, they are its own. */
function messagesSent({ requests }: TestDiscord): Readonly<Record<string, unknown>>[] {
  return requests
    .flatMap(({ body }) => (isRecord(body) ? [body, body.data] : []))
    .filter(isRecord)
    .filter((body) => 'enforce_nonce' in body && ('content' in body || 'embeds' in body || 'components' in body));
}

/** Whether a message, by its `allowed_mentions`, could ping anybody at all. */
function mayPing({ allowed_mentions: allowed }: Readonly<Record<string, unknown>>): boolean {
  const { parse, replied_user: author = false, ...others } = isRecord(allowed) ? allowed : {};
  return !isDeepStrictEqual({ parse, author, ...others }, { parse: [], author: false });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** A person who has just joined the guild: without a cooldown or a conversation from another test. */
export function newcomer(discord: TestDiscord, ...permissions: readonly PermissionName[]): Person {
  const { world, guildId } = discord;
  const { id } = world.addUser();
  const roles = permissions.length === 0 ? [] : [world.addRole(guildId, { name: `role of ${id}`, permissions }).id];
  world.join(guildId, id, roles);
  return discord.as(id);
}

/** The buttons and menus of a message, in reading order. */
export function controlsOf(message: Pick<Shown, 'components'>): Control[] {
  return message.components
    .flatMap(({ components }) => (Array.isArray(components) ? components : []))
    .map(({ custom_id: customId, label, placeholder, options }) => ({ customId, label: label ?? placeholder, options: options ?? [] }));
}

/** What stands on the buttons of a message, and in its empty menus. */
export function labelsOf(message: Pick<Shown, 'components'>): string[] {
  return controlsOf(message).map(({ label }) => label);
}

/** The button or menu with a label; fails where there is none. */
export function controlNamed(message: Pick<Shown, 'components'>, label: string): Control {
  const found = controlsOf(message).find((control) => control.label === label);
  if (!found) throw new Error(`the message has no "${label}", but: ${labelsOf(message).join(', ') || 'nothing to press'}`);
  return found;
}

/** Presses the button with a label. */
export function press(person: Person, message: Shown, label: string): Handle {
  return person.click(message.id, controlNamed(message, label).customId);
}

/** Presses Share on a private answer, and waits for what all can see then. */
export async function share(discord: TestDiscord, person: Person, answer: Shown): Promise<Shown> {
  const there = (): Shown[] => discord.world.messagesIn(answer.channelId).filter(({ authorId }) => authorId === discord.botId);
  const before = new Set(there().map(({ id }) => id));
  press(person, answer, 'Share');
  return discord.until(() => there().find(({ id }) => !before.has(id)));
}

/** The title of a message's embed; '' where it has none. */
export function titleOf({ embeds }: Pick<Shown, 'embeds'>): string {
  return String(embeds[0]?.title ?? '');
}

/** A copy of what a message says now, for messages change in place. */
export function snapshot({ content, embeds, components }: Shown): Pick<Shown, 'content' | 'embeds' | 'components'> {
  return structuredClone({ content, embeds, components });
}

/** Asks with `/ask` and waits for the reply. */
export function ask(person: Person, channelId: string, question: string, isPrivate?: boolean): Promise<Shown> {
  return person.slash(channelId, 'ask', { question, ...(isPrivate !== undefined && { private: isPrivate }) }).reply();
}

/** A question of the labelled ones that the engine replies to in a way, asked first thing in a conversation. */
export async function questionWith<K extends Reply['kind']>(
  engine: Engine,
  kind: K,
  fits: (reply: Extract<Reply, { kind: K }>) => boolean = () => true,
): Promise<{ readonly text: string; readonly reply: Extract<Reply, { kind: K }> }> {
  for (const { ask: text } of loadLabelled(`${KNOWLEDGE_DIR}/evaluation.yml`).questions) {
    const reply = await createApp(engine).ask({ text, conversation: 'labelled' });
    if (isOfKind(reply, kind) && fits(reply)) return { text, reply };
  }
  throw new Error(`no labelled question gives a reply of the kind "${kind}" that fits`);
}

function isOfKind<K extends Reply['kind']>(reply: Reply, kind: K): reply is Extract<Reply, { kind: K }> {
  return reply.kind === kind;
}
