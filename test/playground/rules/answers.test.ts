import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRequest, checkResponse, errorBody } from '../../../src/playground/rules/check.js';
import { OPERATIONS } from '../../../src/playground/rules/operations.js';
import { button, CALLBACK, CREATE, command, EDIT, letters, NEW_THREAD, PUT_COMMANDS, row, select, times, wish } from './planted.js';

const user = {
  id: '1',
  username: 'dockmaster',
  avatar: null,
  discriminator: '0',
  public_flags: 0,
  flags: 0,
  global_name: null,
  primary_guild: null,
};
const message = {
  type: 0,
  content: 'hello',
  mentions: [],
  mention_roles: [],
  attachments: [],
  embeds: [{ type: 'rich', title: 'A title' }],
  timestamp: '2026-08-06T12:00:00.000000+00:00',
  edited_timestamp: null,
  flags: 0,
  components: [{ type: 1, id: 1, components: [{ type: 2, id: 2, style: 1, label: 'Press', custom_id: 'a' }] }],
  id: '2',
  channel_id: '3',
  author: user,
  pinned: false,
  mention_everyone: false,
  tts: false,
};

describe('the error that is answered', () => {
  it('nests what is wrong by its place', () => {
    const body = { content: letters(2001), embeds: [{ title: 'A' }, { title: letters(257) }] };
    expect(checkRequest(CREATE, body).map(errorBody)).toEqual([
      {
        code: 50035,
        message: 'Invalid Form Body',
        errors: {
          content: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 2000 or fewer in length.' }] },
          embeds: { 1: { title: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 256 or fewer in length.' }] } } },
        },
      },
    ]);
  });

  it('names no place where the whole body is meant', () => {
    expect(checkRequest(CREATE, { content: '' }).map(errorBody)).toEqual([{ code: 50006, message: 'Cannot send an empty message' }]);
    expect(
      checkRequest(
        PUT_COMMANDS,
        times(131, (n) => command({ name: `c${n}` })),
      ).map(errorBody),
    ).toEqual([
      {
        code: 50035,
        message: 'Invalid Form Body',
        errors: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 130 or fewer in length.' }] },
      },
    ]);
  });

  it('keeps two mistakes at the same place', () => {
    const fault = { status: 400, code: 50035, message: 'Invalid Form Body', refused: true };
    const details = [
      { path: 'a.b', code: 'ONE', message: 'one' },
      { path: 'a.b', code: 'TWO', message: 'two' },
      { path: 'a', code: 'THREE', message: 'three' },
    ];
    expect(errorBody({ ...fault, details })).toEqual({
      code: 50035,
      message: 'Invalid Form Body',
      errors: {
        a: {
          b: {
            _errors: [
              { code: 'ONE', message: 'one' },
              { code: 'TWO', message: 'two' },
            ],
          },
          _errors: [{ code: 'THREE', message: 'three' }],
        },
      },
    });
  });

  it('is itself an answer that the check accepts, with its status', () => {
    for (const body of [{ content: '' }, { content: letters(2001) }, { embeds: times(11, () => ({ title: 'A' })) }]) {
      for (const fault of checkRequest(CREATE, body)) expect(checkResponse(CREATE, fault.status, errorBody(fault))).toEqual([]);
    }
  });
});

describe('the check of answers', () => {
  it.each([
    ['a message', CREATE, 200, message],
    ['a list of messages', 'GET /channels/{channel_id}/messages', 200, [message]],
    ['nothing', CALLBACK, 204, undefined],
    ['a forwarded message', CREATE, 200, { ...message, message_reference: { type: 1, channel_id: '3', message_id: '1' } }],
    ['too many requests', CREATE, 429, { code: 0, message: 'You are being rate limited.', retry_after: 0.5, global: false }],
    ['an unknown message', EDIT, 404, { code: 10008, message: 'Unknown Message' }],
    ['a broken server, whose answer may be anything', CREATE, 502, '<html>'],
  ])('accepts %s', (_, operation, status, body) => {
    expect(checkResponse(operation, status, body)).toEqual([]);
  });

  it.each([
    ['an embed without its type', { ...message, embeds: [{ title: 'A title' }] }, 'embeds.0.type: This field is required'],
    ['a row without its id', { ...message, components: [{ type: 1, components: [] }] }, 'components.0.id: This field is required'],
    ['an id that is a number', { ...message, id: 2 }, 'id: Could not interpret 2 as string.'],
    ['no author', { ...message, author: undefined }, 'author: This field is required'],
    ['a message that is none', null, 'body: This field is required'],
  ])('finds %s', (_, body, expected) => {
    expect(checkResponse(CREATE, 200, body)).toEqual([`${CREATE} 200 ${expected}`]);
  });

  it('finds a body where there is none, a status that never comes, an error without a code and an operation that is none', () => {
    expect(checkResponse(CALLBACK, 204, {})).toEqual([`${CALLBACK} 204 has no body`]);
    expect(checkResponse(CREATE, 201, message)).toEqual([`${CREATE} never answers 201`]);
    expect(checkResponse(CREATE, 403, { message: 'Missing Access' })).toEqual([`${CREATE} 403 code: This field is required`]);
    expect(checkResponse('GET /nowhere', 200, {})).toEqual(['no rules for "GET /nowhere"']);
  });
});

const JSON_VALUE = fc.jsonValue({ maxDepth: 4 });
const GOOD_BODIES: readonly (readonly [operation: string, body: unknown])[] = [
  [
    CREATE,
    {
      content: 'hi',
      embeds: [{ title: 'A', fields: [{ name: 'a', value: 'b' }], footer: { text: 'f' } }],
      allowed_mentions: { parse: [] },
    },
  ],
  [CREATE, { content: 'hi', components: [row(button('a')), row(select('s'))], message_reference: { message_id: '1' } }],
  [CALLBACK, { type: 9, data: { custom_id: 'm', title: 'A', components: [{ type: 18, label: 'A', component: select('s') }] } }],
  [CALLBACK, { type: 8, data: { choices: [{ name: 'A', value: 'a', name_localizations: { de: 'A' } }] } }],
  [PUT_COMMANDS, [command({ options: [wish('a', { choices: [{ name: 'A', value: 'a' }] })], name_localizations: { de: 'a' } })]],
  [NEW_THREAD, { name: 'A', message: { content: 'hi' } }],
];

/** Puts a value at a random place of a body. */
function spoil(body: unknown, choose: (count: number) => number, value: unknown): unknown {
  if (typeof body !== 'object' || body === null) return value;
  const keys = Object.keys(body);
  const chosen = choose(keys.length + 1);
  const key = keys[chosen];
  if (key === undefined) return value;
  const child = spoil(Reflect.get(body, key), choose, value);
  return Array.isArray(body) ? body.map((item, index) => (index === chosen ? child : item)) : { ...body, [key]: child };
}

describe('any body at all', () => {
  it('is judged without a throw, whatever the operation', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(OPERATIONS)), JSON_VALUE, (operation, body) => {
        for (const fault of checkRequest(operation, body)) expect(fault.status).toBe(fault.refused ? 400 : 200);
        for (const status of [200, 201, 204, 400, 429]) checkResponse(operation, status, body);
      }),
    );
  });

  it('is judged without a throw when one place of a good one is spoilt, and its error is an answer', () => {
    const place = fc.infiniteStream(fc.nat());
    fc.assert(
      fc.property(fc.constantFrom(...GOOD_BODIES), place, JSON_VALUE, ([operation, body], places, value) => {
        const spoilt = spoil(body, (count) => (places.next().value ?? 0) % count, value);
        for (const fault of checkRequest(operation, spoilt)) {
          if (fault.refused) expect(checkResponse(operation, fault.status, errorBody(fault))).toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is judged by its own keys alone', () => {
    const body = JSON.parse('{"content":"hi","constructor":1,"toString":{"a":1},"__proto__":[1]}');
    const paths = checkRequest(CREATE, body).flatMap(({ details }) => details.map(({ path }) => path));
    expect(paths.toSorted()).toEqual(['__proto__', 'constructor', 'toString']);
  });
});
