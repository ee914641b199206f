import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/core/answering/reply.js';
import type { KnowledgeBase, KnowledgeEntry } from '../../../src/core/entry.js';
import { notice, type Occasion, renderReply, renderTip } from '../../../src/discord/views/render.js';
import { renderTopic, renderTopics } from '../../../src/discord/views/topics.js';
import { checkRequest } from '../../../src/playground/rules/check.js';
import { linksInCommonMark, linksOnDiscord, markdownOf, mentionsIn } from './discord-markdown.js';

const CREATE = 'POST /channels/{channel_id}/messages';

/** Text that has broken bots: marks, mentions, emoji of many code points, control characters, blanks, and a lot of it. */
const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(
      fc.constantFrom(
        '@everyone',
        '<@123456789012345678>',
        '<@&123456789012345678>',
        '```',
        '`',
        '**',
        '\n',
        ' ',
        '\u200b',
        '\u3164',
        '👩‍👩‍👧‍👦',
        'e\u0301\u0301',
        '[a](javascript:alert(1))',
        'https://discord.gg/abc',
        '|',
        '\\',
        '\u202e',
        'word ',
        '0'.repeat(2_000),
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
);
/** The loader refuses entries with a blank question or answer. */
const text = nasty.map((value) => (value.trim() === '' ? 'x' : value));
const id = fc.stringMatching(/^[a-z0-9-]{1,64}$/);

const entry = fc.record({
  id,
  topic: fc.oneof(fc.constant(''), fc.stringMatching(/^[a-z0-9/:-]{1,200}$/)),
  question: text,
  phrasings: fc.constant([]),
  answer: text,
  layers: fc.record({ why: text, example: text, pitfalls: text }, { requiredKeys: [] }),
  claims: fc.constantFrom([], ['c1'], ['c1', 'c2']),
  references: fc.array(fc.oneof(fc.webUrl(), text, fc.constant(`https://example.org/${'a'.repeat(3_000)}`)), { maxLength: 3 }),
  followUps: fc.constant([]),
  tip: fc.option(text),
  place: fc.constant({ file: 'x.md', line: 1 }),
}) satisfies fc.Arbitrary<KnowledgeEntry>;

const knowledge = fc
  .record({ entries: fc.uniqueArray(entry, { minLength: 1, maxLength: 60, selector: (one) => one.id }), title: text, correction: text })
  .map(
    ({ entries, title, correction }): KnowledgeBase => ({
      entries,
      documents: [
        {
          id: 'd',
          title,
          sections: [
            {
              title,
              claims: ['c1', 'c2'].map((claim) => ({
                id: claim,
                claim: 'x',
                verdict: 'wrong',
                correction,
                references: [],
                document: 'd',
                section: title,
              })),
            },
          ],
        },
      ],
      notCovered: [],
      wording: { synonyms: [], alternatives: [] },
      calibration: [],
    }),
  );

const occasion: fc.Arbitrary<Occasion> = fc.record({
  questionId: fc.constant('12345678901234567890'),
  askerId: fc.constant('12345678901234567890'),
  isPrivate: fc.boolean(),
  embeds: fc.boolean(),
});

/** A reply of any kind over a knowledge base. */
const replyOver = ({ entries }: KnowledgeBase): fc.Arbitrary<Reply> => {
  const offered = fc.array(
    fc.constantFrom(...entries).map((one) => ({ entryId: one.id, label: one.question })),
    { minLength: 1, maxLength: 3 },
  );
  const ranked = { confidence: 0.5, candidates: [] };
  return fc.oneof(
    fc
      .record({
        one: fc.constantFrom(...entries),
        followUps: fc.array(fc.constantFrom(...entries), { maxLength: 30 }),
        layer: fc.constantFrom(null, 'why', 'example', 'pitfalls'),
      })
      .map(
        ({ one, followUps, layer }): Reply => ({
          kind: 'answer',
          ...ranked,
          entryId: one.id,
          shown: layer === null || one.layers[layer] === undefined ? null : { layer, missing: null },
          followUps: followUps.map((follow) => ({ entryId: follow.id, label: follow.question })),
        }),
      ),
    offered.map(
      (choices): Reply => ({ kind: 'choices', ...ranked, choices: [...new Map(choices.map((one) => [one.entryId, one])).values()] }),
    ),
    fc.record({ offered, topic: fc.option(text) }).map(
      ({ offered, topic }): Reply => ({
        kind: 'unknown',
        ...ranked,
        topic,
        nearest: [...new Map(offered.map((one) => [one.entryId, one])).values()],
      }),
    ),
    fc.constant<Reply>({ kind: 'chat', text: 'Hello.' }),
  );
};

const sent = (payload: object): object => ({ ...payload, allowed_mentions: { parse: [] } });
const refusals = (payload: object): unknown[] => checkRequest(CREATE, sent(payload)).map(({ message, details }) => [message, ...details]);

describe('whatever an entry says, Discord takes', () => {
  it('every reply to it', () => {
    const cases = knowledge.chain((base) => fc.tuple(fc.constant(base), replyOver(base), occasion));
    fc.assert(
      fc.property(cases, ([base, reply, at]) => {
        expect(refusals(renderReply(reply, base, at))).toEqual([]);
      }),
      { numRuns: 120 },
    );
  });

  it('its tip', () => {
    fc.assert(
      fc.property(entry, fc.boolean(), (one, embeds) => {
        expect(refusals(renderTip(one, embeds))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('every page of the topics', () => {
    fc.assert(
      fc.property(knowledge, fc.integer({ min: -1, max: 5 }), (base, page) => {
        expect(refusals(renderTopics(base, page))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('every page of a topic that its menu names', () => {
    const pages = knowledge.chain((base) => fc.tuple(fc.constant(base), fc.nat(3)));
    fc.assert(
      fc.property(pages, ([base, page]) => {
        const [row] = renderTopics(base).components;
        const [menu] = row?.components ?? [];
        for (const { value } of menu && 'options' in menu ? menu.options : []) {
          const payload = renderTopic(base, value, page);
          expect(payload === null ? 'no such topic' : refusals(payload)).toEqual([]);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('whatever an entry says, nobody is mentioned', () => {
  it('in a reply to it', () => {
    const cases = knowledge.chain((base) => fc.tuple(fc.constant(base), replyOver(base), occasion));
    fc.assert(
      fc.property(cases, ([base, reply, at]) => {
        expect(markdownOf(renderReply(reply, base, at)).flatMap(mentionsIn)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('and no link leads anywhere but to http', () => {
    fc.assert(
      fc.property(
        knowledge.chain((base) => fc.tuple(fc.constant(base), replyOver(base), occasion)),
        ([base, reply, at]) => {
          const links = markdownOf(renderReply(reply, base, at)).flatMap((text) => linksInCommonMark(text));
          expect(links.filter((address) => /^javascript:/i.test(address))).toEqual([]);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('a notice', () => {
  it('is cut at what a message can hold, and its code block closed', () => {
    const { content } = notice(`\`\`\`\n${'word '.repeat(1_000)}\n\`\`\``);
    expect(content.length).toBeLessThanOrEqual(2_000);
    expect(content.match(/```/g)).toHaveLength(2);
  });
});

describe('the references of an answer', () => {
  const place = { file: 'berth.md', line: 1 };
  const linksFor = (references: readonly string[]): string | undefined => {
    const berth: KnowledgeEntry = {
      ...{ id: 'berth', topic: '', question: 'What is a berth?', phrasings: [], answer: 'A place for a ship.', layers: {}, claims: [] },
      ...{ followUps: [], tip: null, place, references },
    };
    const base = { entries: [berth], documents: [], notCovered: [], wording: { synonyms: [], alternatives: [] }, calibration: [] };
    const reply: Reply = { kind: 'answer', confidence: 1, candidates: [], entryId: 'berth', shown: null, followUps: [] };
    const { embeds } = renderReply(reply, base, { questionId: '1', askerId: '2', isPrivate: false, embeds: true });
    return embeds[0]?.fields?.find(({ name }) => name === 'Source')?.value;
  };

  it.each([
    ['are links that show their hosts', ['https://a.example/x/y', 'https://b.example'], ['a.example', 'b.example']],
    [
      'show their pages too where the host is the same',
      ['https://a.example/x/y/', 'https://a.example/z'],
      ['a.example/…/y', 'a.example/z'],
    ],
    ['show no page that has no name', ['https://a.example/', 'https://a.example/x/[y]'], ['a.example', 'a.example']],
  ])('%s', (_, references, shown) => {
    expect(linksFor(references)).toBe(references.map((address, i) => `[${shown[i]}](${address})`).join(' · '));
  });

  it('leads where it led where an address looks like a mention, and nowhere where it is too long to be shown', () => {
    expect(linksFor(['https://a.example/@here/maps'])).toBe('[a.example](https://a.example/%40here/maps)');
    const long = linksFor([`https://a.example/${'x'.repeat(400)}`]);
    expect(long).toMatch(/^`https:\/\/a\.example\/x+…`$/);
    expect(linksOnDiscord(long ?? '')).toEqual([]);
  });
});

describe('an answer without embeds', () => {
  it('mentions nobody where a stray mark of its title pairs with one of its text', () => {
    const entry: KnowledgeEntry = {
      ...{
        id: 'berth',
        topic: '',
        question: 'What is a ` for?',
        phrasings: [],
        answer: 'Write `@everyone` there.',
        layers: {},
        claims: [],
      },
      ...{ references: [], followUps: [], tip: null, place: { file: 'berth.md', line: 1 } },
    };
    const base = { entries: [entry], documents: [], notCovered: [], wording: { synonyms: [], alternatives: [] }, calibration: [] };
    const reply: Reply = { kind: 'answer', confidence: 1, candidates: [], entryId: 'berth', shown: null, followUps: [] };
    const shown = (embeds: boolean) => renderReply(reply, base, { questionId: '1', askerId: '2', isPrivate: false, embeds });
    expect(mentionsIn(shown(false).content)).toEqual([]);
    expect(shown(true).embeds[0]?.description).toBe('Write `@everyone` there.');
  });
});
