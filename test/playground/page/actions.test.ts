import { describe, expect, it } from 'vitest';
import type { CommandView, FormView, MessageView, Outcome, Verb, View } from '../../../src/playground/live/protocol.js';
import { type Actions, createActions } from '../../../src/playground/page/actions.js';
import { createStore, type Draft, draftOf, type PageState, type Store } from '../../../src/playground/page/state.js';

const MIA = { id: '1', username: 'mia', name: 'Mia', bot: false, standing: 'Member', online: true };
const ASK: CommandView = {
  ...{ name: 'ask', description: '', application: 'Bot' },
  options: [{ name: 'question', description: '', type: 'text', required: true, completes: false, choices: [], most: null }],
};
const WRITTEN: MessageView = {
  ...{ id: '70', authorId: '1', at: 0, editedAt: null, content: 'before', embeds: [], rows: [], reactions: [] },
  ...{ thinking: false, ephemeral: false, pings: false, heard: false, reply: null, command: null, thread: null, why: null },
  ...{ mayEdit: true, mayRemove: true, mayOpenThread: true },
};

const viewOf = (id: string, name: string): View => ({
  ...{
    me: MIA,
    people: [MIA],
    roles: [],
    guild: 'Harbour',
    channels: [],
    now: 0,
    knowledge: { folder: 'knowledge', revision: '1', fault: null },
  },
  open: {
    ...{ id, key: name, name, kind: 'text', parentId: null, unread: false, pings: 0 },
    ...{ mayWrite: true, mayOpenThread: true, messages: [WRITTEN], older: 0, typing: [], commands: [ASK], messageCommands: [] },
  },
});
const GENERAL = viewOf('5', 'general');
const HELP = viewOf('6', 'help');

const STATE: PageState = {
  ...{ link: 'open', address: { person: 'mia', channel: 'general', coverage: false }, view: GENERAL, shiftMs: 0, drafts: {} },
  ...{ menu: null, dialog: null, drawer: null, why: null, coverage: null, examples: [], busy: new Set(), notices: [] },
  ...{ activeMessage: null, spoken: '', theme: 'dark' },
};

interface Line {
  readonly store: Store;
  readonly act: Actions;
  /** What was asked for, but for signs of typing. */
  readonly asked: readonly Verb[];
  draft(): Draft;
  /** Ends the oldest request that is open, with an outcome or the reason for a refusal. */
  end(outcome: Outcome | string): Promise<void>;
}

/** The page's actions on a line of which each answer is given by hand. */
function line(): Line {
  const store = createStore(STATE, () => undefined);
  const asked: Verb[] = [];
  const open: ((outcome: Outcome | string) => void)[] = [];
  const connection = {
    ask: (verb: Verb): Promise<Outcome> => {
      if (verb.verb === 'typing') return Promise.resolve({ kind: 'done' });
      asked.push(verb);
      return new Promise((resolve, reject) => {
        open.push((outcome) => (typeof outcome === 'string' ? reject(new Error(outcome)) : resolve(outcome)));
      });
    },
  };
  const act = createActions(store, connection, () => undefined);
  const end = async (outcome: Outcome | string): Promise<void> => {
    open.shift()?.(outcome);
    await new Promise(setImmediate);
  };
  return { store, act, asked, draft: () => draftOf(store.get()), end };
}

describe('what is being written', () => {
  it('goes back to the channel where it was written when it cannot be sent, before what was written there since', async () => {
    const { store, act, draft, end } = line();
    act.type('one', 3);
    act.send();
    expect(draft().text).toBe('');
    act.type('two', 3);
    store.set({ view: HELP });
    await end('You may not.');
    expect(draft().text).toBe('');
    expect(store.get().notices.map(({ text }) => text)).toEqual(['You may not.']);
    store.set({ view: GENERAL });
    expect(draft().text).toBe('one\ntwo');
  });

  it('goes back as a reply where it was one', async () => {
    const { store, act, draft, end } = line();
    store.set({ drafts: { 'mia/general': { ...draft(), text: 'one', replyTo: '70' } } });
    act.send();
    expect(draft().replyTo).toBeNull();
    await end('You may not.');
    expect([draft().text, draft().replyTo]).toEqual(['one', '70']);
  });

  it('is still there after the program was started again, where everything has another id; what it answered is not', async () => {
    const { store, act, asked, draft } = line();
    act.type('unfinished', 10);
    act.replyTo('70');
    const again = viewOf('905', 'general');
    store.set({ view: { ...again, me: { ...MIA, id: '901' }, open: { ...again.open, messages: [] } } });
    expect(draft().text).toBe('unfinished');
    act.send();
    expect(asked).toEqual([{ verb: 'send', content: 'unfinished', replyTo: null, ping: true }]);
  });

  it('stays as it is while an example is sent', async () => {
    const { store, act, asked, draft, end } = line();
    store.set({ drafts: { 'mia/general': { ...draft(), text: 'unfinished', replyTo: '70' } } });
    act.sendText('What is a quay?');
    expect(asked).toEqual([{ verb: 'send', content: 'What is a quay?', replyTo: null, ping: true }]);
    await end({ kind: 'done' });
    expect([draft().text, draft().replyTo]).toEqual(['unfinished', '70']);
  });

  it('is there again where an edit is refused, and gone where it is taken', async () => {
    const { act, draft, end } = line();
    act.beginEdit('70');
    act.typeEdit('70', 'after');
    act.saveEdit();
    expect(draft().editing).toBeNull();
    await end('You may not.');
    expect(draft().editing).toEqual({ messageId: '70', text: 'after' });
    act.saveEdit();
    await end({ kind: 'done' });
    expect(draft().editing).toBeNull();
  });

  it('waits in its channel where an edit was left for another channel', () => {
    const { store, act, draft } = line();
    act.beginEdit('70');
    act.typeEdit('70', 'after');
    store.set({ view: HELP });
    expect(draft().editing).toBeNull();
    store.set({ view: GENERAL });
    expect(draft().editing?.text).toBe('after');
  });

  it('is there again where a command is refused', async () => {
    const { act, draft, asked, end } = line();
    act.type('/ask what is a quay?', 20);
    act.sendCommand();
    expect(asked).toEqual([{ verb: 'slash', name: 'ask', values: { question: 'what is a quay?' } }]);
    expect(draft().command).toBeNull();
    await end('You may not.');
    expect(draft().command?.texts).toEqual({ question: 'what is a quay?' });
  });
});

describe('a form', () => {
  const FORM: FormView = { interactionId: '9', title: 'Ask', fields: [] };
  const opened = (): Line => {
    const made = line();
    made.store.set({ dialog: { kind: 'form', form: FORM, fault: null } });
    return made;
  };

  it('stays open where the application is silent, says so, and closes when it is sent again and taken', async () => {
    const { store, act, asked, end } = opened();
    act.submitForm(FORM, { text: 'x' });
    await end({ kind: 'silence' });
    expect(store.get().dialog).toMatchObject({ form: FORM, fault: expect.stringContaining('did not respond') });
    act.submitForm(FORM, { text: 'x' });
    expect(store.get().dialog).toMatchObject({ fault: null });
    await end({ kind: 'done' });
    expect([store.get().dialog, asked.length]).toEqual([null, 2]);
  });

  it('stays open where it is refused, with the reason', async () => {
    const { store, act, end } = opened();
    act.submitForm(FORM, { text: 'x' });
    await end('“Text” is required.');
    expect(store.get().dialog).toMatchObject({ fault: '“Text” is required.' });
  });

  it('is sent once, however often it is submitted, and says nothing of that', async () => {
    const { store, act, asked, end } = opened();
    act.submitForm(FORM, { text: 'x' });
    act.submitForm(FORM, { text: 'x' });
    expect([asked.length, store.get().dialog]).toEqual([1, { kind: 'form', form: FORM, fault: null }]);
    await end({ kind: 'done' });
    expect([store.get().dialog, store.get().notices]).toEqual([null, []]);
  });

  it('that was closed while it was on its way stays closed, and the outcome is told beside', async () => {
    const { store, act, end } = opened();
    act.submitForm(FORM, { text: 'x' });
    store.set({ dialog: null });
    await end({ kind: 'silence' });
    expect(store.get().dialog).toBeNull();
    expect(store.get().notices.map(({ text }) => text)).toEqual(['The application did not respond.']);
  });

  it('for a thread keeps its name where the thread is refused', async () => {
    const { store, act, asked, end } = line();
    store.set({ dialog: { kind: 'thread', messageId: '70', fault: null } });
    act.openThread('70', 'About it');
    expect(asked).toEqual([{ verb: 'thread', messageId: '70', name: 'About it' }]);
    await end('This message has a thread already.');
    expect(store.get().dialog).toEqual({ kind: 'thread', messageId: '70', fault: 'This message has a thread already.' });
  });
});
