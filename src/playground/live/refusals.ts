import { ApiError } from '../api-error.js';

/** What Discord's codes mean for a person; its own texts are for those who write bots. */
const WORDS: Readonly<Record<number, string>> = {
  10003: 'This channel is no longer there.',
  10008: 'This message is no longer there.',
  10014: 'This is no emoji to react with.',
  50001: 'You have no access to this channel.',
  50005: 'You can edit your own messages only.',
  50006: 'An empty message cannot be sent.',
  50007: 'This person takes no messages from you.',
  50013: 'You do not have the permission to do this.',
  50024: 'This is not possible in a channel of this kind.',
  // The one thing in what a person does that can name what is gone.
  50035: 'The message that you reply to is no longer there.',
  50083: 'This thread is archived.',
  160002: 'You may not reply here, for you may not read what was written before.',
  160004: 'This message has a thread already.',
  160005: 'This thread is locked.',
};

/** Says to a person why something was refused. */
export function refusalText(error: unknown): string {
  if (error instanceof ApiError) return WORDS[error.code] ?? error.message;
  return error instanceof Error ? error.message : String(error);
}
