import { describe, expect, it } from 'vitest';
import {
  button,
  CALLBACK,
  CREATE,
  EDIT,
  EDIT_REPLY,
  FOLLOW_UP,
  found,
  letters,
  NEW_THREAD,
  type Planted,
  row,
  THREAD_OF_MESSAGE,
  texts,
  times,
} from './planted.js';

const embed = (change: object) => ({ embeds: [{ title: 'A title', ...change }] });
const field = { name: 'A name', value: 'A value' };
const mentions = (allowed_mentions: object) => ({ content: 'hello', allowed_mentions });

const PLANTED: readonly Planted[] = [
  ['a content that only subscribers may send', CREATE, { content: letters(2001) }, 'content BASE_TYPE_MAX_LENGTH'],
  ['a content that nobody may send', CREATE, { content: letters(4001) }, 'content BASE_TYPE_MAX_LENGTH'],
  ['a long content in an edit', EDIT, { content: letters(2001) }, 'content BASE_TYPE_MAX_LENGTH'],
  ['a long content in an answer', CALLBACK, { type: 4, data: { content: letters(2001) } }, 'data.content BASE_TYPE_MAX_LENGTH'],
  ['a long content in an update', CALLBACK, { type: 7, data: { content: letters(2001) } }, 'data.content BASE_TYPE_MAX_LENGTH'],
  ['a long content in a follow-up', FOLLOW_UP, { content: letters(2001) }, 'content BASE_TYPE_MAX_LENGTH'],
  ['a long content in an edited answer', EDIT_REPLY, { content: letters(2001) }, 'content BASE_TYPE_MAX_LENGTH'],
  [
    'a long content in a forum post',
    NEW_THREAD,
    { name: 'A post', message: { content: letters(2001) } },
    'message.content BASE_TYPE_MAX_LENGTH',
  ],
  ['a message of nothing', CREATE, { content: '', embeds: [], components: [], tts: false }, '50006'],
  ['a message of blanks', CREATE, { content: ' \n ' }, '50006'],
  ['an answer of nothing', CALLBACK, { type: 4, data: { flags: 64 } }, '50006'],
  ['an answer without data', CALLBACK, { type: 4 }, '50006'],
  ['a follow-up of nothing', FOLLOW_UP, { content: '' }, '50006'],
  ['a forum post of nothing', NEW_THREAD, { name: 'A post', message: { content: '' } }, '50006'],
  ['an edit that clears everything', EDIT, { content: '', embeds: [], components: [], attachments: [] }, '50006'],
  ['an embed title of 257', CREATE, embed({ title: letters(257) }), 'embeds.0.title BASE_TYPE_MAX_LENGTH'],
  ['an embed description of 4097', CREATE, embed({ description: letters(4097) }), 'embeds.0.description BASE_TYPE_MAX_LENGTH'],
  [
    'an embed field of 1025',
    CREATE,
    embed({ fields: [{ ...field, value: letters(1025) }] }),
    'embeds.0.fields.0.value BASE_TYPE_MAX_LENGTH',
  ],
  [
    'an embed field name of 257',
    CREATE,
    embed({ fields: [{ ...field, name: letters(257) }] }),
    'embeds.0.fields.0.name BASE_TYPE_MAX_LENGTH',
  ],
  ['an embed footer of 2049', CREATE, embed({ footer: { text: letters(2049) } }), 'embeds.0.footer.text BASE_TYPE_MAX_LENGTH'],
  ['26 embed fields', CREATE, embed({ fields: times(26, () => field) }), 'embeds.0.fields BASE_TYPE_MAX_LENGTH'],
  ['11 embeds', CREATE, { embeds: times(11, () => ({ title: 'A title' })) }, 'embeds BASE_TYPE_MAX_LENGTH'],
  ['an embed colour beyond white', CREATE, embed({ color: 0x1000000 }), 'embeds.0.color NUMBER_TYPE_MAX'],
  ['an embed colour below black', CREATE, embed({ color: -1 }), 'embeds.0.color NUMBER_TYPE_MIN'],
  ['a timestamp that is none', CREATE, embed({ timestamp: 'tomorrow' }), 'embeds.0.timestamp DATE_TIME_TYPE_PARSE'],
  [
    'a timestamp of a month that is none',
    CREATE,
    embed({ timestamp: '2026-13-01T00:00:00+00:00' }),
    'embeds.0.timestamp DATE_TIME_TYPE_PARSE',
  ],
  ['a URL that is none', CREATE, embed({ url: 'example' }), 'embeds.0.url URL_TYPE_INVALID_URL'],
  ['6001 characters in the embeds together', CREATE, { embeds: sized(6001) }, 'embeds MAX_EMBED_SIZE_EXCEEDED'],
  ['an embed of nothing', CREATE, { content: 'hello', embeds: [{}] }, 'embeds.0.description BASE_TYPE_REQUIRED'],
  ['an embed of colour alone', CREATE, { embeds: [{ color: 5, fields: [] }] }, 'embeds.0.description BASE_TYPE_REQUIRED'],
  ['an embed field with an empty name', CREATE, embed({ fields: [{ ...field, name: '' }] }), 'embeds.0.fields.0.name BASE_TYPE_REQUIRED'],
  [
    'an embed field with a blank value',
    CREATE,
    embed({ fields: [field, { ...field, value: ' ' }] }),
    'embeds.0.fields.1.value BASE_TYPE_REQUIRED',
  ],
  ['an embed field without a value', CREATE, embed({ fields: [{ name: 'A name' }] }), 'embeds.0.fields.0.value BASE_TYPE_REQUIRED'],
  [
    'an author without a name',
    CREATE,
    embed({ author: { icon_url: 'https://example.org/a.png' } }),
    'embeds.0.author.name BASE_TYPE_REQUIRED',
  ],
  [
    'a footer without a text',
    CREATE,
    embed({ footer: { icon_url: 'https://example.org/a.png' } }),
    'embeds.0.footer.text BASE_TYPE_REQUIRED',
  ],
  ['a script as embed link', CREATE, embed({ url: 'javascript:alert(1)' }), 'embeds.0.url URL_TYPE_INVALID_SCHEME'],
  ['an upload as embed link', CREATE, embed({ url: 'attachment://a.png' }), 'embeds.0.url URL_TYPE_INVALID_SCHEME'],
  [
    'a file as author link',
    CREATE,
    embed({ author: { name: 'A', url: 'file:///etc/passwd' } }),
    'embeds.0.author.url URL_TYPE_INVALID_SCHEME',
  ],
  ['inline data as image', CREATE, embed({ image: { url: 'data:image/png;base64,AA' } }), 'embeds.0.image.url URL_TYPE_INVALID_SCHEME'],
  [
    'a script as icon',
    CREATE,
    embed({ footer: { text: 'A', icon_url: 'javascript:1' } }),
    'embeds.0.footer.icon_url URL_TYPE_INVALID_SCHEME',
  ],
  ['a kind of mention that is none', CREATE, mentions({ parse: ['people'] }), 'allowed_mentions.parse.0 BASE_TYPE_CHOICES'],
  [
    'all users beside some users',
    CREATE,
    mentions({ parse: ['users'], users: ['1'] }),
    'allowed_mentions MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
  ],
  [
    'all roles beside some roles',
    EDIT,
    mentions({ parse: ['roles'], roles: ['1'] }),
    'allowed_mentions MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
  ],
  ['101 users to mention', CREATE, mentions({ users: times(101, String) }), 'allowed_mentions.users BASE_TYPE_MAX_LENGTH'],
  [
    'a snowflake as a number',
    CREATE,
    { content: 'hi', message_reference: { message_id: 5 } },
    'message_reference.message_id STRING_TYPE_CONVERT',
  ],
  [
    'a snowflake of letters',
    CREATE,
    { content: 'hi', message_reference: { message_id: 'abc' } },
    'message_reference.message_id NUMBER_TYPE_COERCE',
  ],
  ['a nonce of 26', CREATE, { content: 'hi', nonce: letters(26) }, 'nonce BASE_TYPE_MAX_LENGTH'],
  ['a truth that is a word', CREATE, { content: 'hi', tts: 'no' }, 'tts BOOLEAN_TYPE_CONVERT'],
  ['embeds that are no list', CREATE, { content: 'hi', embeds: { title: 'A' } }, 'embeds LIST_TYPE_CONVERT'],
  ['an embed that is no object', CREATE, { content: 'hi', embeds: ['A'] }, 'embeds.0 MODEL_TYPE_CONVERT'],
  ['a body that is no object', CREATE, 'hello', ' MODEL_TYPE_CONVERT'],
  ['a callback of a type that is none', CALLBACK, { type: 99 }, 'type BASE_TYPE_CHOICES'],
  ['a callback without a type', CALLBACK, { data: { content: 'hi' } }, 'type BASE_TYPE_REQUIRED'],
  ['a flag that only answers may have', CREATE, { content: 'hi', flags: 64 }, 'flags FLAG_IGNORED (ignored)'],
  ['a key that is misspelt', CREATE, { content: 'hi', embed: {} }, 'embed UNKNOWN_KEY (ignored)'],
  [
    'a key that is misspelt far inside',
    CREATE,
    { embeds: [{ title: 'A', fields: [{ ...field, inlined: true }] }] },
    'embeds.0.fields.0.inlined UNKNOWN_KEY (ignored)',
  ],
  ['a key of discord.js itself', CALLBACK, { type: 4, data: { content: 'hi', ephemeral: true } }, 'data.ephemeral UNKNOWN_KEY (ignored)'],
  [
    'a key of a component that is misspelt',
    CREATE,
    { content: 'hi', components: [row(button('a', { customId: 'a' }))] },
    'components.0.components.0.customId UNKNOWN_KEY (ignored)',
  ],
  ['a key beside the data of a callback', CALLBACK, { type: 4, data: { content: 'hi' }, flags: 64 }, 'flags UNKNOWN_KEY (ignored)'],
  ['a thread name of 101', THREAD_OF_MESSAGE, { name: letters(101) }, 'name BASE_TYPE_BAD_LENGTH'],
  ['a thread name of nothing', NEW_THREAD, { name: '', type: 11 }, 'name BASE_TYPE_BAD_LENGTH'],
  ['a thread without a name', THREAD_OF_MESSAGE, {}, 'name BASE_TYPE_REQUIRED'],
  [
    'a thread that sleeps after two hours',
    THREAD_OF_MESSAGE,
    { name: 'A', auto_archive_duration: 120 },
    'auto_archive_duration BASE_TYPE_CHOICES',
  ],
  ['a bulk deletion of one', 'POST /channels/{channel_id}/messages/bulk-delete', { messages: ['1'] }, 'messages BASE_TYPE_BAD_LENGTH'],
  ['a private channel with a number', 'POST /users/@me/channels', { recipient_id: 5 }, 'recipient_id STRING_TYPE_CONVERT'],
];

/** Embeds of so many characters together, none of them over its own limits. */
function sized(total: number): readonly object[] {
  const others = { title: 'title', footer: { text: 'footer' }, author: { name: 'author' }, fields: [{ name: 'name', value: 'value' }] };
  const rest = total - 'titlefooterauthornamevalue'.length;
  return [{ ...others, description: letters(3000) }, { description: letters(rest - 3000) }];
}

const GOOD: readonly (readonly [name: string, operation: string, body: unknown])[] = [
  ['a content of 2000', CREATE, { content: letters(2000) }],
  ['a content of 2000 emoji', CREATE, { content: '🐳'.repeat(2000) }],
  ['embeds of 6000 together', CREATE, { embeds: sized(6000) }],
  [
    'an embed at every limit of its own',
    CREATE,
    { embeds: [{ title: letters(256), description: letters(4096), footer: { text: letters(600) }, author: { name: letters(256) } }] },
  ],
  ['25 fields', CREATE, { embeds: [{ fields: times(25, () => field) }] }],
  ['a field of 1024', CREATE, { embeds: [{ fields: [{ name: letters(256), value: letters(1024) }] }] }],
  ['a footer of 2048', CREATE, { embeds: [{ footer: { text: letters(2048) } }] }],
  ['ten embeds', CREATE, { embeds: times(10, () => ({ title: 'A title' })) }],
  ['white', CREATE, { embeds: [{ title: 'A', color: 0xffffff }] }],
  ['a timestamp with an offset', CREATE, { embeds: [{ title: 'A', timestamp: '2026-08-06T12:00:00.000000+00:00' }] }],
  [
    'an uploaded image',
    CREATE,
    { embeds: [{ image: { url: 'attachment://chart.png' } }], attachments: [{ id: '0', filename: 'chart.png' }] },
  ],
  ['uploads alone', CREATE, { attachments: [{ id: '0', filename: 'a.txt' }] }],
  ['a sticker alone', CREATE, { sticker_ids: ['1'] }],
  ['buttons alone', CREATE, { components: [row(button('a'))] }],
  ['a forwarded message', CREATE, { message_reference: { type: 1, message_id: '1', channel_id: '2' } }],
  ['a nonce of 25', CREATE, { content: 'hi', nonce: letters(25), enforce_nonce: true }],
  ['a nonce that is a number', CREATE, { content: 'hi', nonce: 12345 }],
  ['enforce_nonce without a nonce', CREATE, { content: 'hi', enforce_nonce: true }],
  ['some users and all roles', CREATE, mentions({ parse: ['roles'], users: ['1'] })],
  ['all users and an empty list of users', CREATE, mentions({ parse: ['users'], users: [] })],
  ['suppressed embeds', CREATE, { content: 'hi', flags: 4 }],
  ['an ephemeral answer', CALLBACK, { type: 4, data: { content: 'hi', flags: 64 } }],
  ['an ephemeral follow-up', FOLLOW_UP, { content: 'hi', flags: 64 }],
  ['a deferred answer', CALLBACK, { type: 5, data: { flags: 64 } }],
  ['a deferred update', CALLBACK, { type: 6 }],
  ['a pong', CALLBACK, { type: 1 }],
  ['an update of the buttons alone', CALLBACK, { type: 7, data: { components: [] } }],
  ['an edit that clears the content', EDIT, { content: '', embeds: [{ title: 'A' }] }],
  ['an edit of nothing', EDIT, {}],
  ['keys without a value, which never reach the wire', CREATE, { content: 'hi', username: undefined, embed: undefined }],
  ['a thread of a message', THREAD_OF_MESSAGE, { name: letters(100), auto_archive_duration: 1440, rate_limit_per_user: 0 }],
  ['a thread of its own', NEW_THREAD, { name: 'A', type: 11, auto_archive_duration: 60 }],
  ['a forum post', NEW_THREAD, { name: 'A', message: { content: letters(2000) }, applied_tags: ['1'] }],
  ['an archived thread', 'PATCH /channels/{channel_id}', { archived: true, locked: true }],
  ['a reaction, which has no body', 'PUT /channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me', undefined],
  ['a typing, which has no body', 'POST /channels/{channel_id}/typing', undefined],
];

describe('a mistake in a message or thread', () => {
  it.each(PLANTED)('is found and nothing else: %s', (_, operation, body, expected) => {
    expect(found(operation, body)).toEqual([expected]);
  });

  it('is told with the limit that is broken', () => {
    expect(texts(CREATE, { content: letters(2001) })).toEqual(['Invalid Form Body', 'Must be 2000 or fewer in length.']);
    expect(texts(CREATE, { content: '' })).toEqual(['Cannot send an empty message']);
    expect(texts(CREATE, { embeds: sized(6001) })).toEqual(['Invalid Form Body', 'Embed size exceeds maximum size of 6000']);
    expect(texts(THREAD_OF_MESSAGE, { name: '' })).toEqual(['Invalid Form Body', 'Must be between 1 and 100 in length.']);
    expect(texts(CREATE, { embeds: [{ title: 'A', url: 'ftp://a.b' }] })).toEqual([
      'Invalid Form Body',
      `Scheme "ftp" must be one of ('http', 'https').`,
    ]);
  });

  it('is told together with all others of the same body', () => {
    const body = { content: letters(2001), embeds: [{ title: letters(257) }, {}], flags: 64, colour: 5 };
    expect(found(CREATE, body).toSorted()).toEqual([
      'colour UNKNOWN_KEY (ignored)',
      'content BASE_TYPE_MAX_LENGTH',
      'embeds.0.title BASE_TYPE_MAX_LENGTH',
      'embeds.1.description BASE_TYPE_REQUIRED',
      'flags FLAG_IGNORED (ignored)',
    ]);
  });

  it('shows when the operation is one that no rules exist for', () => {
    expect(found('POST /chanels/{channel_id}/messages', { content: 'hi' })).toEqual([' UNKNOWN_OPERATION (ignored)']);
  });
});

describe('a good message or thread', () => {
  it.each(GOOD)('is accepted: %s', (_, operation, body) => {
    expect(found(operation, body)).toEqual([]);
  });
});
