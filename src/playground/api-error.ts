import type { Detail } from './rules/fault.js';

/** A refusal with Discord's status, code and text; thrown by whatever notices it, answered by the REST router. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: number;
  readonly details: readonly Detail[];

  constructor(status: number, code: number, message: string, details: readonly Detail[] = []) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

/** Discord's JSON error codes (documentation: topics/opcodes-and-status-codes) with status and text. */
const CODES = {
  0: [404, '404: Not Found'],
  10003: [404, 'Unknown Channel'],
  10004: [404, 'Unknown Guild'],
  10007: [404, 'Unknown Member'],
  10008: [404, 'Unknown Message'],
  10011: [404, 'Unknown Role'],
  10013: [404, 'Unknown User'],
  10014: [404, 'Unknown Emoji'],
  10015: [404, 'Unknown Webhook'],
  10062: [404, 'Unknown interaction'],
  10063: [404, 'Unknown application command'],
  40060: [400, 'Interaction has already been acknowledged.'],
  40094: [400, 'This interaction has reached the maximum number of follow up messages'],
  50001: [403, 'Missing Access'],
  50003: [403, 'Cannot execute action on a DM channel'],
  50005: [403, 'Cannot edit a message authored by another user'],
  50006: [400, 'Cannot send an empty message'],
  50007: [403, 'Cannot send messages to this user'],
  50013: [403, 'Missing Permissions'],
  50016: [400, 'Provided too few or too many messages to delete. Must provide at least 2 and at most 100 messages to delete'],
  50021: [403, 'Cannot execute action on a system message'],
  50024: [400, 'Cannot execute action on this channel type'],
  50027: [401, 'Invalid Webhook Token'],
  50034: [400, 'You can only bulk delete messages that are under 14 days old.'],
  50035: [400, 'Invalid Form Body'],
  50083: [400, 'Thread is archived'],
  50109: [400, 'The request body contains invalid JSON.'],
  160002: [400, 'Cannot reply without permission to read message history'],
  160004: [400, 'A thread has already been created for this message'],
  160005: [400, 'Thread is locked'],
} as const;

/** Makes the refusal for one of Discord's codes. */
export const apiError = (code: keyof typeof CODES, details: readonly Detail[] = []): ApiError =>
  new ApiError(CODES[code][0], code, CODES[code][1], details);

/** Makes the refusal "Invalid Form Body" for one place of the body. */
export const invalidBody = (path: string, code: string, message: string): ApiError => apiError(50035, [{ path, code, message }]);
