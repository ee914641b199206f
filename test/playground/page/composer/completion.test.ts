import { describe, expect, it } from 'vitest';
import type { CommandView, View } from '../../../../src/playground/live/protocol.js';
import { offersFor, outgoing, take, typable, type } from '../../../../src/playground/page/composer/completion.js';
import type { Draft } from '../../../../src/playground/page/state.js';

const person = (id: string, name: string, bot = false) => ({
  id,
  username: name.toLowerCase(),
  name,
  bot,
  standing: 'Member',
  online: true,
});
const channel = (id: string, name: string) => ({ id, key: name, name, kind: 'text' as const, parentId: null, unread: false, pings: 0 });
const command = (name: string): CommandView => ({
  ...{ name, description: '', application: 'Bot' },
  options: [{ name: 'question', description: '', type: 'text', required: true, completes: true, choices: [], most: null }],
});

const VIEW: View = {
  ...{ me: person('1', 'Mia'), guild: 'Harbour', now: 0, knowledge: { folder: 'knowledge', revision: '1', fault: null } },
  people: [person('1', 'Mia'), person('2', 'Mia Two'), person('3', 'Dockmaster', true)],
  roles: [
    { id: '9', name: '@everyone' },
    { id: '8', name: 'Helpers' },
  ],
  channels: [channel('5', 'general'), channel('6', 'general-help')],
  open: {
    ...channel('5', 'general'),
    mayWrite: true,
    mayOpenThread: true,
    messages: [],
    older: 0,
    typing: [],
    commands: [command('ask'), command('ask more'), command('task')],
    messageCommands: [],
  },
};

const draft = (text: string, caret = text.length): Draft => ({
  text,
  caret,
  marked: 0,
  closed: false,
  replyTo: null,
  command: null,
  editing: null,
});
const labels = (given: Draft): string[] =>
  (offersFor(given, VIEW)?.offers ?? []).map((offer) => (offer.kind === 'command' ? offer.command.name : offer.text));

describe('while somebody types', () => {
  it('commands are offered after a slash at the beginning, those that begin so first', () => {
    expect(labels(draft('/as'))).toEqual(['ask', 'ask more', 'task']);
    expect(labels(draft('so /as'))).toEqual([]);
  });

  it('people are offered after @, bots first, and channels after #', () => {
    expect(labels(draft('hey @'))).toEqual(['@Dockmaster', '@Mia', '@Mia Two']);
    expect(labels(draft('see #help'))).toEqual(['#general-help']);
    expect(labels(draft('mail me@'))).toEqual([]);
  });

  it('nothing is offered once the list was closed', () => {
    expect(offersFor({ ...draft('@M'), closed: true }, VIEW)).toBeNull();
  });

  it('what is taken takes the place of the word at the caret', () => {
    const given = draft('hey @Do, hello', 7);
    const offers = offersFor(given, VIEW);
    const [first] = offers?.offers ?? [];
    const after = offers && first ? take(given, offers, first) : given;
    expect([after.text, after.caret]).toEqual(['hey @Dockmaster , hello', 16]);
  });

  it('the whole name of a command with a space begins it, the longest first, with the rest as its first value', () => {
    expect(type(draft(''), '/ask what now', 13, VIEW).command).toMatchObject({
      name: 'ask',
      texts: { question: 'what now' },
      focused: 'question',
    });
    expect(type(draft(''), '/ask more ', 10, VIEW).command?.name).toBe('ask more');
    expect(type(draft(''), '/ask', 4, VIEW).command).toBeNull();
  });
});

describe('names', () => {
  it('are sent as Discord sends them: whole ones alone, the longest that fits', () => {
    expect(outgoing('@Mia Two and @Mia, see #general-help, #general or @Helpers', VIEW)).toBe('<@2> and <@1>, see <#6>, <#5> or <@&8>');
    expect(outgoing('@Miara mail@Mia <@1> @everyone', VIEW)).toBe('@Miara mail@Mia <@1> @everyone');
  });

  it('are sent so in small letters and capitals too, and the one that is spelt exactly so goes first', () => {
    expect(outgoing('@dockmaster, @MIA TWO and #General: @helpers', VIEW)).toBe('<@3>, <@2> and <#5>: <@&8>');
    expect(outgoing('@dockmasters mail@mia', VIEW)).toBe('@dockmasters mail@mia');
    const twins = { ...VIEW, people: [person('1', 'Mia'), person('2', 'mia')] };
    expect(outgoing('@Mia @mia @MIA', twins)).toBe('<@1> <@2> <@1>');
  });

  it('come back as they were typed', () => {
    const typed = '@Mia Two and @Mia, see #general-help';
    expect(typable(outgoing(typed, VIEW), VIEW)).toBe(typed);
  });
});
