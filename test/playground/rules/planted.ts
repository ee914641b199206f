import { checkRequest } from '../../../src/playground/rules/check.js';

export const CREATE = 'POST /channels/{channel_id}/messages';
export const EDIT = 'PATCH /channels/{channel_id}/messages/{message_id}';
export const CALLBACK = 'POST /interactions/{interaction_id}/{interaction_token}/callback';
export const FOLLOW_UP = 'POST /webhooks/{webhook_id}/{webhook_token}';
export const EDIT_REPLY = 'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original';
export const PUT_COMMANDS = 'PUT /applications/{application_id}/commands';
export const NEW_THREAD = 'POST /channels/{channel_id}/threads';
export const THREAD_OF_MESSAGE = 'POST /channels/{channel_id}/messages/{message_id}/threads';

/** A mistake made on purpose: what it is, where it is sent, the body, and the one thing that has to be found: 'path CODE'. */
export type Planted = readonly [mistake: string, operation: string, body: unknown, found: string];

/** Checks a body and says in short what was found, 'path CODE', with '(ignored)' where Discord lets it pass. */
export const found = (operation: string, body: unknown): readonly string[] =>
  checkRequest(operation, body).flatMap((fault) =>
    fault.details.length === 0
      ? [String(fault.code)]
      : fault.details.map(({ path, code }) => `${path} ${code}${fault.refused ? '' : ' (ignored)'}`),
  );

/** The text of all that was found. */
export const texts = (operation: string, body: unknown): readonly string[] =>
  checkRequest(operation, body).flatMap((fault) => [fault.message, ...fault.details.map(({ message }) => message)]);

/** A list of so many items. */
export const times = <Item>(count: number, item: (index: number) => Item): readonly Item[] =>
  Array.from({ length: count }, (_, index) => item(index));

/** A text of so many letters. */
export const letters = (count: number): string => 'x'.repeat(count);

export const button = (id: string, change: object = {}) => ({ type: 2, style: 1, label: 'Press', custom_id: id, ...change });
export const linkButton = (change: object = {}) => ({ type: 2, style: 5, label: 'Read', url: 'https://example.org', ...change });
export const row = (...components: readonly object[]) => ({ type: 1, components });
export const option = (value: string, change: object = {}) => ({ label: 'An option', value, ...change });
export const select = (id: string, change: object = {}) => ({ type: 3, custom_id: id, options: [option('a'), option('b')], ...change });
export const text = (content: string) => ({ type: 10, content });
/** The message flag without which the new components are refused. */
export const V2 = 32768;

export const command = (change: object = {}) => ({ name: 'ask', description: 'Ask a question', ...change });
export const wish = (name: string, change: object = {}) => ({ type: 3, name, description: 'A text', ...change });
