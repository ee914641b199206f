import type { Draft } from '../world/drafts.js';

/** What a person puts on a message beside its text. */
export interface Parts {
  readonly stickers?: readonly { readonly name: string }[];
  readonly attachments?: readonly { readonly filename: string; readonly contentType?: string; readonly size?: number }[];
}

/** How many of each a message takes (documentation: create message). */
const MOST_STICKERS = 3;
const MOST_ATTACHMENTS = 10;

/** How large a file is where nothing is said about it; its bytes are nowhere. */
const SIZE = 1024;

/** Makes the stickers and files of a message. */
export function partsOf(nextId: () => string, { stickers = [], attachments = [] }: Parts): Pick<Draft, 'stickers' | 'attachments'> {
  if (stickers.length > MOST_STICKERS) throw new Error(`A message takes at most ${MOST_STICKERS} stickers.`);
  if (attachments.length > MOST_ATTACHMENTS) throw new Error(`A message takes at most ${MOST_ATTACHMENTS} files.`);
  return {
    stickers: stickers.map(({ name }) => ({ id: nextId(), name })),
    attachments: attachments.map(({ filename, contentType = null, size = SIZE }) => ({
      id: nextId(),
      filename,
      size,
      contentType,
      description: null,
    })),
  };
}
