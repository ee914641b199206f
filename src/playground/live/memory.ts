import type { Playground } from '../playground.js';
import type { WorldEvent } from '../world/events.js';
import type { Sight } from './view.js';

/** What a Discord client remembers beside the messages: who is typing, what was read, what an interaction was called. */
export interface Memory extends Pick<Sight, 'typing' | 'lastRead' | 'commandName'> {
  /** Notes that a person has seen everything in a channel. */
  read(personId: string, channelId: string): void;
  close(): void;
}

/** How long somebody counts as typing without a further sign (documentation: trigger typing indicator). */
const TYPING_MS = 10_000;
/** How many interactions are remembered by the name of their command. */
const REMEMBERED = 2000;

/** Creates the memory of a playground; `changed` is called when somebody stops typing. */
export function createMemory(playground: Pick<Playground, 'on' | 'world'>, changed: () => void): Memory {
  const typing = new Map<string, { readonly channelId: string; readonly userId: string; readonly timer: NodeJS.Timeout }>();
  const reads = new Map<string, string>();
  const names = new Map<string, string>();

  function stops(key: string): void {
    clearTimeout(typing.get(key)?.timer);
    if (typing.delete(key)) changed();
  }

  function types(channelId: string, userId: string): void {
    const key = `${channelId}:${userId}`;
    clearTimeout(typing.get(key)?.timer);
    typing.set(key, { channelId, userId, timer: setTimeout(() => stops(key), TYPING_MS).unref() });
  }

  function remember(interactionId: string, name: string): void {
    names.set(interactionId, name);
    const [oldest] = names.keys();
    if (names.size > REMEMBERED && oldest !== undefined) names.delete(oldest);
  }

  const off = playground.on((event: WorldEvent) => {
    if (event.kind === 'typing') types(event.channel.id, event.userId);
    if (event.kind === 'message-created') stops(`${event.message.channelId}:${event.message.authorId}`);
    if (event.kind === 'interaction') {
      const { id, data } = event.payload;
      if (typeof data === 'object' && data !== null && 'name' in data) remember(String(id), String(data.name));
    }
  });

  return {
    typing: (channelId) => [...typing.values()].filter((one) => one.channelId === channelId).map(({ userId }) => userId),
    lastRead: (personId, channelId) => reads.get(`${personId}:${channelId}`) ?? null,
    commandName: (interactionId) => names.get(interactionId) ?? null,
    read: (personId, channelId) => {
      const last = playground.world.channels.get(channelId)?.lastMessageId;
      if (last) reads.set(`${personId}:${channelId}`, last);
    },
    close: () => {
      off();
      for (const { timer } of typing.values()) clearTimeout(timer);
    },
  };
}
