import { describe, expect, it } from 'vitest';
import { followUpsOf, nextLayer, understand } from '../../../src/core/answering/conversation.js';
import type { KnowledgeBase, KnowledgeEntry } from '../../../src/core/entry.js';
import type { Turn } from '../../../src/core/ports.js';

const entry = (id: string, fields: Partial<KnowledgeEntry> = {}): KnowledgeEntry => ({
  id,
  topic: 'topic',
  question: `What is ${id}?`,
  phrasings: [],
  answer: `About ${id}.`,
  layers: {},
  claims: [],
  references: [],
  followUps: [],
  tip: null,
  place: { file: `${id}.md`, line: 1 },
  ...fields,
});

const knowledge: KnowledgeBase = {
  entries: [
    entry('desktop-windows', {
      question: 'Does Docker Desktop use a VM on Windows?',
      followUps: ['why-vm', 'speed'],
      layers: { example: 'docker info', pitfalls: 'Memory.' },
    }),
    entry('why-vm', { question: 'Why does it need a VM?', layers: { why: 'Kernels differ.' }, followUps: ['speed', 'kernel'] }),
    entry('speed', { followUps: ['kernel'], topic: 'other' }),
    entry('kernel', { topic: 'other' }),
  ],
  documents: [],
  notCovered: [],
  wording: { synonyms: [], alternatives: [['windows', 'mac', 'linux']] },
  calibration: [],
};

const turn = (fields: Partial<Turn>): Turn => ({
  id: null,
  asker: null,
  question: 'does docker desktop use a vm on windows?',
  entryId: null,
  offered: [],
  at: 0,
  ...fields,
});
const answered = turn({ entryId: 'desktop-windows', offered: ['why-vm', 'speed'] });

/** What the matcher makes of the message alone: sure to this degree, and not refused. */
const knows = (confidence: number) => ({ confidence, refused: false });

describe('understand', () => {
  it('takes the first message of a conversation as it is', () => {
    expect(understand('and on mac?', [], knowledge, knows(0))).toEqual({ kind: 'complete', question: 'and on mac?' });
  });

  it('leaves a complete new question alone', () => {
    const question = 'how do i build an image for two architectures?';
    expect(understand(question, [answered], knowledge, knows(0.3))).toEqual({ kind: 'complete', question });
  });

  it('leaves a question alone that the knowledge base holds word for word, however short', () => {
    expect(understand('what is speed?', [answered], knowledge, knows(0.99))).toEqual({ kind: 'complete', question: 'what is speed?' });
  });

  it.each(['pizza?', 'install docker', 'tell me a joke'])('leaves "%s" alone, whose own words are refused', (question) => {
    const alone = { confidence: 0.1, refused: true };
    expect(understand(question, [answered], knowledge, alone)).toEqual({ kind: 'complete', question });
  });

  it('completes a message that points back although its own words are refused', () => {
    expect(understand('how much does it cost?', [answered], knowledge, { confidence: 0, refused: true }).kind).toBe('elliptical');
  });

  it('puts the new system in the place of the old one', () => {
    const understood = understand('and on mac?', [answered], knowledge, knows(0.1));
    expect(understood.kind).toBe('elliptical');
    const { background } = understood.kind === 'elliptical' ? understood.context : { background: '' };
    expect(background).toContain('does docker desktop use a vm on');
    expect(background).not.toContain('windows');
  });

  it('prefers what follows from the last answer, and what was not read yet', () => {
    const understood = understand('is that slow?', [answered], knowledge, knows(0.1));
    const preference = understood.kind === 'elliptical' ? understood.context.preference : new Map<string, number>();
    const [followed, read] = [preference.get('speed') ?? 0, preference.get('desktop-windows') ?? 0];
    expect(followed).toBeGreaterThan(preference.get('kernel') ?? 0);
    expect(read).toBeLessThan(preference.get('kernel') ?? 0);
  });

  it('remembers the last answer over a turn that had none', () => {
    const understood = understand('and on mac?', [answered, turn({ question: 'hm, and pizza?' })], knowledge, knows(0.1));
    expect(understood.kind === 'elliptical' && understood.context.background).toContain('docker desktop');
  });

  it.each(['why?', 'why not?', 'how come', 'but why is that'])('answers "%s" with the follow-up that asks why', (message) => {
    expect(understand(message, [answered], knowledge, knows(0))).toEqual({ kind: 'pick', entryId: 'why-vm' });
  });

  it('answers "why" with the background of the entry where no follow-up asks why', () => {
    const turns = [turn({ entryId: 'why-vm' })];
    expect(understand('why?', turns, knowledge, knows(0))).toEqual({ kind: 'layer', entryId: 'why-vm', layer: 'why', missing: null });
  });

  it.each([
    ['example?', 'example'],
    ['can you give me an example', 'example'],
    ['any pitfalls?', 'pitfalls'],
    ['show me a command please', 'example'],
  ] as const)('shows a part of the last answer for "%s"', (message, layer) => {
    expect(understand(message, [answered], knowledge, knows(0))).toEqual({
      kind: 'layer',
      entryId: 'desktop-windows',
      layer,
      missing: null,
    });
  });

  it.each(['why?', 'example?', 'tell me more'])('does not know which is meant by "%s" after an offer', (message) => {
    const offer = turn({ question: 'vm or kernel', offered: ['kernel', 'speed'] });
    expect(understand(message, [answered, offer], knowledge, knows(0))).toEqual({ kind: 'unclear' });
  });

  it('shows a part of the last answer over a turn that offered nothing', () => {
    const turns = [answered, turn({ question: 'hm, and pizza?' })];
    expect(understand('example?', turns, knowledge, knows(0))).toMatchObject({ kind: 'layer', entryId: 'desktop-windows' });
  });

  it('shows another part where the entry lacks the one that was asked for', () => {
    expect(understand('tell me more', [answered], knowledge, knows(0))).toEqual({
      kind: 'layer',
      entryId: 'desktop-windows',
      layer: 'example',
      missing: 'why',
    });
  });

  it('repeats the last answer where it has no further part to show', () => {
    expect(understand('why?', [turn({ entryId: 'kernel' })], knowledge, knows(0))).toEqual({ kind: 'pick', entryId: 'kernel' });
  });

  it.each([
    ['2', 'speed'],
    ['the first one', 'why-vm'],
    ['number two please', 'speed'],
  ])('takes "%s" as a choice among the questions shown last', (message, entryId) => {
    expect(understand(message, [answered], knowledge, knows(0))).toEqual({ kind: 'pick', entryId });
  });

  it('does not take a number as a choice that was not offered', () => {
    expect(understand('4', [answered], knowledge, knows(0)).kind).not.toBe('pick');
  });
});

describe('followUpsOf', () => {
  const first = knowledge.entries[0] as KnowledgeEntry;

  it('lists the follow-ups of the entry in its own order', () => {
    expect(followUpsOf(first, new Set(), knowledge).map(({ id }) => id)).toEqual(['why-vm', 'speed']);
  });

  it('leaves out what was read and fills up with what its follow-ups lead on to', () => {
    expect(followUpsOf(first, new Set(['why-vm']), knowledge).map(({ id }) => id)).toEqual(['speed', 'kernel']);
  });

  it('never names the entry itself', () => {
    const circle = { ...knowledge, entries: [entry('a', { followUps: ['b'] }), entry('b', { followUps: ['a'] })] };
    expect(followUpsOf(circle.entries[0] as KnowledgeEntry, new Set(), circle).map(({ id }) => id)).toEqual(['b']);
  });
});

describe('what somebody did not get', () => {
  const turn = (entryId: string): Turn => ({ id: null, asker: null, question: 'q', entryId, offered: [], at: 0 });
  const windows = knowledge.entries.find(({ id }) => id === 'desktop-windows');
  if (!windows) throw new Error('the entry is part of this test');

  it('is shown part by part, one a time, and then from the first again', () => {
    const shown = [1, 2, 3].map((times) =>
      nextLayer(
        windows,
        Array.from({ length: times }, () => turn(windows.id)),
      ),
    );
    expect(shown.map((next) => next.kind === 'layer' && next.layer)).toEqual(['example', 'pitfalls', 'example']);
  });

  it('begins anew where something else was shown in between', () => {
    expect(nextLayer(windows, [turn(windows.id), turn('speed'), turn(windows.id)])).toMatchObject({ kind: 'layer', layer: 'example' });
  });

  it('is the entry itself where it has no parts', () => {
    expect(nextLayer(entry('bare'), [turn('bare')])).toEqual({ kind: 'pick', entryId: 'bare' });
  });
});
