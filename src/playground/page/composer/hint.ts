import type { MessageView, View } from '../../live/protocol.js';
import { botOf } from '../page.js';

/** Who was addressed last: what the person did here last, by a message or by a command that was answered. */
const lastDeed = ({ me, open }: View): MessageView | undefined =>
  open.messages.findLast(({ authorId, command }) => authorId === me.id || command?.userId === me.id);

/**
 * Says how the bot is addressed, to who wrote past it last, and to who has not written here yet, once the welcome that says it is gone.
 * In direct messages it hears everything.
 */
export function hintFor(view: View): string | null {
  const { open, me } = view;
  const bot = botOf({ view });
  if (!bot || open.kind === 'direct' || !open.mayWrite) return null;
  const { name } = bot;
  const deed = lastDeed(view);
  const isWelcomed = open.kind === 'text' && open.messages.length === 0;
  if (deed ? deed.heard || deed.authorId !== me.id : isWelcomed) return null;
  // What an interaction brought is a webhook's: an answer to it names nobody.
  if (deed?.reply?.authorId === bot.id) return `A reply to the answer to a command or a button does not reach ${name}: mention @${name}.`;
  return `Mention @${name} each time, or reply to one of its messages; it asks for no permission to read the rest. /ask works too.`;
}
