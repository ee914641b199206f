/** What names a conversation. Everybody else takes the name as it is. */

/** Where a question was asked, and by whom. */
export interface Place {
  /** Null outside servers. */
  readonly guildId: string | null;
  readonly channelId: string;
  /** Null or absent where it was not asked in a thread. */
  readonly threadId?: string | null;
  readonly askerId: string;
}

const GUILD = 'guild';

/** Names the conversation of a question: a thread's is everybody's in it, any other is the asker's own in that channel. */
export function conversationKey({ guildId, channelId, threadId, askerId }: Place): string {
  if (guildId === null) return `dm:${channelId}:user:${askerId}`;
  return typeof threadId === 'string'
    ? `${GUILD}:${guildId}:thread:${threadId}`
    : `${GUILD}:${guildId}:channel:${channelId}:user:${askerId}`;
}

/** Finds the server that a conversation belongs to; null for one outside servers. */
export function guildOfConversation(key: string): string | null {
  const [kind, guildId, ...rest] = key.split(':');
  return kind === GUILD && guildId !== undefined && guildId !== '' && rest.length > 0 ? guildId : null;
}
