import type { MessageView, View } from '../../live/protocol.js';

/** A message in words, without marks. */
function words({ content, embeds }: MessageView): string {
  const [embed] = embeds;
  const text = [content, embed?.title, embed?.description].filter(Boolean).join('. ');
  return text
    .replace(/<[@#t:/][^>]*>/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`~|>#]+/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 400);
}

/** What is to be read out after a change: messages of others that are new or no longer being thought about; null for nothing. */
export function news(before: View | null, now: View): string | null {
  if (before === null || before.open.id !== now.open.id || before.me.id !== now.me.id) return null;
  const known = new Map(before.open.messages.map((message) => [message.id, message]));
  const fresh = now.open.messages.filter((message) => {
    const earlier = known.get(message.id);
    return (
      message.authorId !== now.me.id &&
      !message.thinking &&
      (!earlier || earlier.thinking || (earlier.editedAt !== message.editedAt && message.ephemeral))
    );
  });
  if (fresh.length === 0) return null;
  const nameOf = (id: string): string => now.people.find((person) => person.id === id)?.name ?? 'Somebody';
  return fresh.map((message) => `${nameOf(message.authorId)}: ${words(message)}`).join('\n');
}
