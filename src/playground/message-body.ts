import { invalidBody } from './api-error.js';
import { type Json, number, record, records, text } from './json.js';
import type { Change, Draft } from './world/drafts.js';
import { type AllowedMentions, allowedMentions } from './world/mentions.js';
import { type Attachment, MESSAGE_FLAG, type Message } from './world/state.js';

/** A file that came with a request; only its description is kept. */
export interface UploadedFile {
  readonly field: string;
  readonly name: string;
  readonly size: number;
  readonly type: string;
}

/** Flags that whoever writes a message may set. */
const SETTABLE = MESSAGE_FLAG.suppressEmbeds | MESSAGE_FLAG.componentsV2 | (1 << 12);

const settableFlags = (body: Json): number => (number(body.flags) ?? 0) & SETTABLE;

/** Tells whether the body asks for a message that one person alone sees. */
export const asksForEphemeral = (body: Json): boolean => ((number(body.flags) ?? 0) & MESSAGE_FLAG.ephemeral) !== 0;

/** Describes the files of a request; `attachments` names each by the number in its field, `files[0]`. */
function attachmentsOf(body: Json, files: readonly UploadedFile[], nextId: () => string): readonly Attachment[] {
  const described = records(body.attachments);
  return files.map((file) => {
    const index = /\d+/.exec(file.field)?.[0];
    const entry = described.find(({ id }) => String(id) === index);
    return {
      id: nextId(),
      filename: text(entry?.filename) ?? file.name,
      size: file.size,
      contentType: file.type || null,
      description: text(entry?.description) ?? null,
    };
  });
}

function referenceOf(value: unknown, channelId: string): Draft['reference'] {
  const reference = record(value);
  const messageId = text(reference.message_id);
  if (messageId === undefined) return null;
  if (number(reference.type) === 1) throw invalidBody('message_reference.type', 'ENUM_TYPE_COERCE', 'Only people forward messages here');
  return { messageId, channelId: text(reference.channel_id) ?? channelId, failIfMissing: reference.fail_if_not_exists !== false };
}

/** Reads a new message out of a checked body. */
export function draftOf(
  body: Json,
  from: {
    readonly files: readonly UploadedFile[];
    readonly nextId: () => string;
    readonly channelId: string;
    readonly otherwise: AllowedMentions;
  },
): Draft {
  const nonce = body.nonce;
  return {
    content: text(body.content) ?? '',
    embeds: records(body.embeds),
    components: records(body.components),
    attachments: attachmentsOf(body, from.files, from.nextId),
    stickers: [],
    flags: settableFlags(body),
    tts: body.tts === true,
    allowed: allowedMentions(body.allowed_mentions, from.otherwise),
    nonce: typeof nonce === 'string' || typeof nonce === 'number' ? nonce : null,
    enforceNonce: body.enforce_nonce === true,
    reference: referenceOf(body.message_reference, from.channelId),
    forward: null,
  };
}

/** Reads what shall change out of a checked body; null empties a field, an absent one stays. */
export function changeOf(
  body: Json,
  message: Message,
  from: { readonly files: readonly UploadedFile[]; readonly nextId: () => string; readonly otherwise: AllowedMentions },
): Change {
  const given = (key: string): boolean => body[key] !== undefined;
  const kept = given('attachments')
    ? message.attachments.filter(({ id }) => records(body.attachments).some((entry) => String(entry.id) === id))
    : message.attachments;
  return {
    content: given('content') ? (text(body.content) ?? '') : undefined,
    embeds: given('embeds') ? records(body.embeds) : undefined,
    components: given('components') ? records(body.components) : undefined,
    attachments: given('attachments') || from.files.length > 0 ? [...kept, ...attachmentsOf(body, from.files, from.nextId)] : undefined,
    flags: given('flags') ? settableFlags(body) : undefined,
    allowed: allowedMentions(body.allowed_mentions, from.otherwise),
  };
}
