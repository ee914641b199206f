import { apiError } from '../api-error.js';
import type { Json } from '../json.js';
import { ALLOW_ALL, type AllowedMentions } from './mentions.js';
import { type Attachment, type Forward, MESSAGE_FLAG, type Message, PIN_NOTICE, type Sticker } from './state.js';

/** A message as somebody hands it in. */
export interface Draft {
  readonly content: string;
  readonly embeds: readonly Json[];
  readonly components: readonly Json[];
  readonly attachments: readonly Attachment[];
  readonly stickers: readonly Sticker[];
  readonly flags: number;
  readonly tts: boolean;
  readonly allowed: AllowedMentions;
  readonly nonce: string | number | null;
  readonly enforceNonce: boolean;
  readonly reference: { readonly messageId: string; readonly channelId: string; readonly failIfMissing: boolean } | null;
  readonly forward: Forward | null;
}

/** What a message may be changed to; what is left out stays. */
export interface Change {
  readonly content?: string | undefined;
  readonly embeds?: readonly Json[] | undefined;
  readonly components?: readonly Json[] | undefined;
  readonly attachments?: readonly Attachment[] | undefined;
  readonly flags?: number | undefined;
  readonly allowed: AllowedMentions;
}

/** Makes the draft of a plain text. */
export const plainDraft = (content: string): Draft => ({
  content,
  embeds: [],
  components: [],
  attachments: [],
  stickers: [],
  flags: 0,
  tts: false,
  allowed: ALLOW_ALL,
  nonce: null,
  enforceNonce: false,
  reference: null,
  forward: null,
});

/** Makes the draft of a forward, which says nothing itself; announcements of Discord's own are not passed on. */
export function forwardDraft(message: Message): Draft {
  if (message.type === PIN_NOTICE) throw apiError(50021);
  const { channelId, type, createdAt, editedAt, content, embeds, components, attachments, stickers, flags, mentions } = message;
  const own = { channelId, type, createdAt, editedAt, content, embeds, components, attachments, stickers, flags, mentions };
  // A snapshot holds no other one (documentation: message snapshot object), so a forward is passed on with what it carries.
  const snapshot = message.forward?.snapshot ?? own;
  return { ...plainDraft(''), flags: MESSAGE_FLAG.hasSnapshot, forward: { messageId: message.id, channelId, snapshot } };
}

/** Tells whether nothing at all would be seen of a message. */
export const isEmpty = (message: Pick<Draft, 'content' | 'embeds' | 'components' | 'attachments' | 'stickers' | 'forward'>): boolean =>
  message.content === '' &&
  message.embeds.length + message.components.length + message.attachments.length + message.stickers.length === 0 &&
  message.forward === null;
