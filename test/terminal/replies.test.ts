import pc from 'picocolors';
import { describe, expect, it } from 'vitest';
import type { Reply } from '../../src/core/answering/reply.js';
import type { KnowledgeBase, KnowledgeEntry } from '../../src/core/entry.js';
import { replyToJson, showReply } from '../../src/terminal/replies.js';

const entry = (id: string, question: string, changed: Partial<KnowledgeEntry> = {}): KnowledgeEntry => ({
  ...{ id, topic: '', question, phrasings: [], answer: `The ${id}.`, layers: {}, claims: [], references: [], followUps: [], tip: null },
  place: { file: `${id}.md`, line: 1 },
  ...changed,
});
const knowledgeOf = (...entries: KnowledgeEntry[]): KnowledgeBase => ({
  ...{ entries, documents: [], notCovered: [], calibration: [] },
  wording: { synonyms: [], alternatives: [] },
});
const BERTH = entry('berth', 'Where do ships wait?', {
  answer: 'At the **berth**: run `dock`.',
  layers: { why: 'There is room.', pitfalls: 'Mind the wind.' },
  claims: ['d1-berth', 'd1-quay'],
  references: ['https://example.org/berth'],
  followUps: ['crane', 'lock'],
});
const KNOWLEDGE = knowledgeOf(BERTH, entry('crane', 'What lifts the boxes?'), entry('lock', 'How do ships rise?'));

const crane = { entryId: 'crane', label: 'What lifts the boxes?' };
const lock = { entryId: 'lock', label: 'How do ships rise?' };
const ranked = {
  confidence: 0.93456,
  candidates: [
    { entryId: 'berth', confidence: 0.93456 },
    { entryId: 'crane', confidence: 0.04321 },
    { entryId: 'lock', confidence: 0.00004 },
  ],
};
const ANSWER: Reply = { kind: 'answer', entryId: 'berth', shown: null, ...ranked, followUps: [crane, lock] };
const CHOICES: Reply = { kind: 'choices', ...ranked, choices: [crane, lock] };
const UNKNOWN: Reply = { kind: 'unknown', ...ranked, topic: 'trains', nearest: [lock] };
const CHAT: Reply = { kind: 'chat', text: 'Hello!' };
const KINDS = [ANSWER, CHOICES, UNKNOWN, CHAT].map((reply) => [reply.kind, reply] as const);

const asked = { id: 'q7', turn: 2, question: 'where to wait', top: 5, ms: 0.41234 };
const candidatesInJson = [
  { entry: 'berth', confidence: 0.9346 },
  { entry: 'crane', confidence: 0.0432 },
  { entry: 'lock', confidence: 0 },
];
const followUpsInJson = [
  { entry: 'crane', label: 'What lifts the boxes?' },
  { entry: 'lock', label: 'How do ships rise?' },
];

describe('a reply as JSON', () => {
  it('has the fields of the contract in the order of the contract', () => {
    const order = ['id', 'turn', 'question', 'kind', 'entry', 'confidence', 'candidates', 'text', 'followUps', 'claims', 'ms'];
    expect(KINDS.map(([, reply]) => Object.keys(replyToJson(reply, KNOWLEDGE, asked)))).toEqual(KINDS.map(() => order));
  });

  it('of an answer names the entry, its claims and its follow-ups', () => {
    expect(replyToJson(ANSWER, KNOWLEDGE, asked)).toEqual({
      ...{ id: 'q7', turn: 2, question: 'where to wait', kind: 'answer', entry: 'berth', confidence: 0.9346, ms: 0.412 },
      candidates: candidatesInJson,
      text: 'At the **berth**: run `dock`.\n\nSource: https://example.org/berth',
      followUps: followUpsInJson,
      claims: ['d1-berth', 'd1-quay'],
    });
  });

  it('of choices offers them as follow-ups, without entry and claims', () => {
    expect(replyToJson(CHOICES, KNOWLEDGE, asked)).toEqual({
      ...{ id: 'q7', turn: 2, question: 'where to wait', kind: 'choices', entry: null, confidence: 0.9346, ms: 0.412 },
      candidates: candidatesInJson,
      text: 'I am not sure which of these you mean:',
      followUps: followUpsInJson,
      claims: [],
    });
  });

  it('of an unknown question has the nearest entries as follow-ups', () => {
    expect(replyToJson(UNKNOWN, KNOWLEDGE, asked)).toEqual({
      ...{ id: 'q7', turn: 2, question: 'where to wait', kind: 'unknown', entry: null, confidence: 0.9346, ms: 0.412 },
      candidates: candidatesInJson,
      text: "I don't know: I have nothing on trains. The nearest I have:",
      followUps: followUpsInJson.slice(1),
      claims: [],
    });
  });

  it('of a courtesy has confidence 0 and no candidates', () => {
    expect(replyToJson(CHAT, KNOWLEDGE, asked)).toEqual({
      ...{ id: 'q7', turn: 2, question: 'where to wait', kind: 'chat', entry: null, confidence: 0, ms: 0.412 },
      ...{ candidates: [], text: 'Hello!', followUps: [], claims: [] },
    });
  });

  it('has as many candidates as asked for, best first', () => {
    expect(replyToJson(ANSWER, KNOWLEDGE, { ...asked, top: 2 }).candidates).toEqual(candidatesInJson.slice(0, 2));
  });

  it('of a layer has the text of the layer', () => {
    const reply: Reply = { ...ANSWER, shown: { layer: 'why', missing: null } };
    expect(replyToJson(reply, KNOWLEDGE, asked).text).toBe('There is room.\n\nSource: https://example.org/berth');
  });

  it('has no colour in its text', () => {
    expect(KINDS.map(([, reply]) => replyToJson(reply, KNOWLEDGE, asked).text).join()).not.toContain('\u001b');
  });
});

const plain = { width: 60, colors: pc.createColors(false) };
const colored = { width: 60, colors: pc.createColors(true) };
const withoutColor = (text: string): string => text.replaceAll(new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g'), '');

describe('a reply in the terminal', () => {
  it.each(KINDS)('of kind %s has no escape codes without colour', (_, reply) => {
    expect(showReply(reply, KNOWLEDGE, plain)).not.toContain('\u001b');
  });

  it('dims the source, and no part of an answer that only begins like it', () => {
    const likeSource = entry('chart', 'Where is the chart?', { answer: 'On the wall.\n\nSource: the pilot.' });
    const reply: Reply = { kind: 'answer', entryId: 'chart', shown: null, confidence: 1, candidates: [], followUps: [] };
    expect(showReply(reply, knowledgeOf(likeSource), colored)).not.toContain(colored.colors.dim('Source: the pilot.'));
    expect(showReply(ANSWER, KNOWLEDGE, colored)).toContain(colored.colors.dim('Source: https://example.org/berth'));
  });

  it.each(KINDS)('of kind %s ends with one line break', (_, reply) => {
    expect(showReply(reply, KNOWLEDGE, plain)).toMatch(/[^\n]\n$/);
  });

  it('shows the question, the answer with its source, the numbered follow-ups and what more there is', () => {
    expect(showReply(ANSWER, KNOWLEDGE, plain).split('\n\n')).toEqual([
      'Where do ships wait?',
      'At the **berth**: run `dock`.',
      'Source: https://example.org/berth',
      'Next:\n  1. What lifts the boxes?\n  2. How do ships rise?',
      'More on this: why, pitfalls\n',
    ]);
  });

  it('shows a layer under the question and the layer’s name', () => {
    const [title, text] = showReply({ ...ANSWER, shown: { layer: 'pitfalls', missing: null } }, KNOWLEDGE, plain).split('\n\n');
    expect([title, text]).toEqual(['Where do ships wait? (Pitfalls)', 'Mind the wind.']);
  });

  it('numbers the choices', () => {
    expect(showReply(CHOICES, KNOWLEDGE, plain)).toBe(
      'I am not sure which of these you mean:\n\n  1. What lifts the boxes?\n  2. How do ships rise?\n',
    );
  });

  it('numbers the nearest entries', () => {
    expect(showReply(UNKNOWN, KNOWLEDGE, plain)).toBe(
      "I don't know: I have nothing on trains. The nearest I have:\n\n  1. How do ships rise?\n",
    );
  });

  it('shows a courtesy as it is', () => {
    expect(showReply(CHAT, KNOWLEDGE, plain)).toBe('Hello!\n');
  });

  it('has no line wider than the terminal', () => {
    const long = knowledgeOf({ ...BERTH, question: 'ships '.repeat(30).trim(), answer: 'wait '.repeat(100).trim() });
    const label = 'boxes '.repeat(30).trim();
    const lines = showReply({ ...ANSWER, followUps: [{ entryId: 'crane', label }] }, long, plain).split('\n');
    expect(lines.filter((line) => line.length > 60)).toEqual([]);
  });

  it('shows marks as colour on a screen', () => {
    const { bold, yellow } = colored.colors;
    expect(showReply(ANSWER, KNOWLEDGE, colored)).toContain(`At the ${bold('berth')}: run ${yellow('dock')}.`);
  });

  it('fills its lines with colour as if the marks and the codes were not there', () => {
    const bodyOf = (answer: string, terminal: typeof plain): string =>
      withoutColor(showReply(ANSWER, knowledgeOf({ ...BERTH, answer }), terminal)).split('\n\n')[1] ?? '';
    const marked = Array.from({ length: 30 }, () => '`dock`').join(' ');
    expect(bodyOf(marked, colored)).toBe(bodyOf(marked.replaceAll('`', ''), plain));
  });

  it('leaves a code block as it is, also on a screen', () => {
    const code = '```sh\ndock `pwd` **here**\n```';
    expect(showReply(ANSWER, knowledgeOf({ ...BERTH, answer: code }), colored)).toContain(code);
  });
});
