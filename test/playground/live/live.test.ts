import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AnswerTrace } from '../../../src/core/answering/trace.js';
import type { Inspector } from '../../../src/playground/live/inspector.js';
import { type KnowledgeState, type MessageView, MOST_REQUEST_LENGTH, type View } from '../../../src/playground/live/protocol.js';
import { discordWithGuild, type RawGateway, rawGateway, rest, type TestDiscord } from '../../support/discord.js';
import { EMPTY_INSPECTOR, openTab, type RunningPage, startPage, type Tab } from '../../support/page.js';

let discord: TestDiscord;
let page: RunningPage;
let inspector: Inspector;
let knowledge: KnowledgeState;
const traced = new Set<string>();

beforeEach(async () => {
  knowledge = EMPTY_INSPECTOR.knowledge();
  traced.clear();
  discord = await discordWithGuild();
  const trace = (id: string) => (traced.has(id) ? TRACE : null);
  inspector = { ...EMPTY_INSPECTOR, trace, knowledge: () => knowledge };
  page = await startPage(discord, { inspector });
});

afterEach(async () => {
  await page.close();
  await discord.close();
});

const TRACE: AnswerTrace = {
  asked: 'why?',
  understood: 'why',
  repairs: [],
  background: null,
  kind: 'unknown',
  entryId: null,
  picked: false,
  exact: false,
  confidence: 0,
  thresholds: { answer: 1, offer: 1 },
  candidates: [],
  words: [],
  refusal: null,
  at: 0,
};

const last = ({ open }: View): MessageView | undefined => open.messages.at(-1);
const says =
  (text: string) =>
  (view: View): boolean =>
    last(view)?.content === text;

/** A bot that is connected, with commands; it answers each interaction by hand. */
async function bot(
  commands: readonly object[] = [
    { name: 'ask', description: 'Ask', options: [{ type: 3, name: 'question', description: 'What', required: true, autocomplete: true }] },
  ],
): Promise<RawGateway> {
  await rest(discord, 'PUT', `/applications/${discord.botId}/commands`, commands);
  const gateway = rawGateway(discord, { intents: 513 });
  await gateway.next('READY');
  return gateway;
}

/** Answers an interaction by hand; `passed` are those that came before it. */
async function answer(gateway: RawGateway, type: number, data: object, passed = 0): Promise<string> {
  const { d } = await gateway.next('INTERACTION_CREATE', passed);
  await rest(discord, 'POST', `/interactions/${d.id}/${d.token}/callback`, { type, data }, {});
  return d.id;
}

describe('a tab', () => {
  it('begins as a member without rights of their own, in the first channel', async () => {
    const [view] = (await openTab(page)).views;
    expect([view?.me.username, view?.me.standing, view?.open.name, view?.guild]).toEqual(['mia', 'Member', 'general', 'Harbour']);
    expect(view?.people.map(({ name, standing }) => [name, standing])).toEqual([
      ['Olga', 'Owner'],
      ['Henry', 'Helpers'],
      ['Mia', 'Member'],
      ['Test bot', 'Bot'],
    ]);
  });

  it('looks where its address says, and falls back where that is unknown', async () => {
    const tab = await openTab(page, 'olga', 'random');
    expect([tab.views[0]?.me.name, tab.views[0]?.open.key]).toEqual(['Olga', 'random']);
    await tab.ask({ verb: 'look', person: 'nobody', channel: 'nowhere'.repeat(1000), reading: true });
    expect([tab.views.at(-1)?.me.name, tab.views.at(-1)?.open.key]).toEqual(['Mia', 'general']);
  });

  it('opens the direct messages with the bot', async () => {
    const [view] = (await openTab(page, 'mia', '@Test bot')).views;
    expect([view?.open.kind, view?.open.name, view?.open.mayWrite]).toEqual(['direct', 'Test bot', true]);
  });

  it('goes back to the first channel when its own is gone', async () => {
    const tab = await openTab(page, 'mia', 'random');
    discord.world.removeChannel(discord.randomId);
    const view = await tab.shown(({ open }) => open.key === 'general');
    expect(view.channels.map(({ name }) => name)).not.toContain('random');
  });

  it('is shown nothing anew as long as nothing changes for it', async () => {
    const running = { now: Date.now, jump: async () => ({ now: 0, note: '' }) };
    const own = await startPage(discord, { clock: running });
    const tab = await openTab(own);
    await rest(discord, 'GET', '/users/@me');
    await tab.ask({ verb: 'send', content: 'one', replyTo: null, ping: true });
    await tab.shown(says('one'));
    await own.close();
    expect(tab.views).toHaveLength(2);
  });

  it('shows whether the bot is here', async () => {
    const tab = await openTab(page);
    const isHere = ({ people }: View): boolean => people.some(({ bot: isBot, online }) => isBot && online);
    expect(isHere(tab.views[0] ?? (await tab.shown(() => true)))).toBe(false);
    const gateway = await bot();
    await tab.shown(isHere);
    gateway.close(1000);
    await tab.shown((view) => !isHere(view));
  });

  it('learns of a fault in the edited knowledge, and of its end', async () => {
    const tab = await openTab(page);
    knowledge = { ...knowledge, fault: 'a.md:3 has no answer' };
    expect((await tab.shown((view) => view.knowledge.fault !== null)).knowledge.fault).toBe('a.md:3 has no answer');
    knowledge = { ...knowledge, fault: null };
    await tab.shown((view) => view.knowledge.fault === null);
  });

  it('learns that the knowledge is another one', async () => {
    knowledge = { ...knowledge, revision: null };
    const tab = await openTab(page);
    expect(tab.views[0]?.knowledge.revision).toBeNull();
    knowledge = { ...knowledge, revision: '2' };
    await tab.shown((view) => view.knowledge.revision === '2');
  });
});

describe('messages', () => {
  it('appear in the other tab, unread and with a ping where they name somebody', async () => {
    const [mia, olga] = [await openTab(page, 'mia', 'general'), await openTab(page, 'olga', 'random')];
    await mia.ask({ verb: 'send', content: `<@${discord.ownerId}> hello`, replyTo: null, ping: true });
    const view = await olga.shown(({ channels }) => channels.some(({ unread }) => unread));
    expect(view.channels.find(({ name }) => name === 'general')).toMatchObject({ unread: true, pings: 1 });
    await olga.ask({ verb: 'look', person: 'olga', channel: 'general', reading: true });
    const seen = await olga.shown(({ open }) => open.name === 'general');
    expect([seen.open.unread, last(seen)?.pings, last(seen)?.mayEdit]).toEqual([false, true, false]);
  });

  it('stay unread behind what covers them, until that is gone', async () => {
    const [mia, olga] = [await openTab(page, 'mia'), await openTab(page, 'olga', 'general')];
    await olga.ask({ verb: 'look', person: 'olga', channel: 'general', reading: false });
    await mia.ask({ verb: 'send', content: 'new', replyTo: null, ping: true });
    expect((await olga.shown(says('new'))).open.unread).toBe(true);
    await olga.ask({ verb: 'look', person: 'olga', channel: 'general', reading: true });
    expect((await olga.shown(({ open }) => !open.unread)).open.messages).toHaveLength(1);
  });

  it('that are too long are refused with their length, names counted as they are sent, and the line stays', async () => {
    const tab = await openTab(page);
    const send = (content: string) => tab.ask({ verb: 'send', content, replyTo: null, ping: true });
    await expect(send('é'.repeat(2001))).rejects.toThrow('at most 2,000 characters long; this has 2,001.');
    const names = `<@${discord.ownerId}>`.repeat(200);
    await expect(send(names)).rejects.toThrow(
      `this has ${names.length.toLocaleString('en')}, each name counted with the id that stands for it.`,
    );
    await send('é'.repeat(2000));
    const messageId = last(await tab.shown(({ open }) => open.messages.length === 1))?.id ?? '';
    await expect(tab.ask({ verb: 'edit', messageId, content: 'é'.repeat(9000) })).rejects.toThrow('this has 9,000.');
    await expect(tab.ask({ verb: 'thread', messageId, name: 'x'.repeat(101) })).rejects.toThrow('1 to 100 characters');
  });

  it('can be answered, edited and deleted by their author, and answers say what they answer', async () => {
    const [mia, olga] = [await openTab(page, 'mia'), await openTab(page, 'olga', 'general')];
    await mia.ask({ verb: 'send', content: 'one', replyTo: null, ping: true });
    const first = last(await olga.shown(says('one')));
    const id = first?.id ?? '';
    await olga.ask({ verb: 'send', content: 'two', replyTo: id, ping: true });
    expect(last(await mia.shown(says('two')))?.reply).toEqual({ messageId: id, authorId: discord.memberId, excerpt: 'one' });
    await mia.ask({ verb: 'edit', messageId: id, content: 'more' });
    await olga.shown((view) => view.open.messages[0]?.content === 'more' && view.open.messages[0].editedAt !== null);
    await mia.ask({ verb: 'remove', messageId: id });
    const left = await olga.shown(({ open }) => open.messages.length === 1);
    expect(last(left)?.reply).toEqual({ messageId: id, authorId: null, excerpt: null });
  });

  it('of others are out of reach, and the reason is told', async () => {
    const [mia, henry] = [await openTab(page, 'mia'), await openTab(page, 'henry', 'general')];
    await henry.ask({ verb: 'send', content: 'mine', replyTo: null, ping: true });
    const message = last(await mia.shown(says('mine')));
    expect([message?.mayEdit, message?.mayRemove]).toEqual([false, false]);
    await expect(mia.ask({ verb: 'edit', messageId: message?.id ?? '', content: 'yours' })).rejects.toThrow('your own messages only');
    await expect(mia.ask({ verb: 'remove', messageId: message?.id ?? '' })).rejects.toThrow('not have the permission');
  });

  it('begin threads, which get a place of their own', async () => {
    const tab = await openTab(page);
    await tab.ask({ verb: 'send', content: 'one', replyTo: null, ping: true });
    const messageId = last(await tab.shown(says('one')))?.id ?? '';
    expect(await tab.ask({ verb: 'thread', messageId, name: 'About one' })).toEqual({ kind: 'thread', key: messageId });
    await tab.ask({ verb: 'look', person: 'mia', channel: messageId, reading: true });
    const view = await tab.shown(({ open }) => open.kind === 'thread');
    expect([view.open.name, view.open.parentId]).toEqual(['About one', discord.generalId]);
  });

  it('are announced by who is typing, to the others alone, until they are sent', async () => {
    const [mia, olga] = [await openTab(page, 'mia'), await openTab(page, 'olga', 'general')];
    await mia.ask({ verb: 'typing' });
    expect((await olga.shown(({ open }) => open.typing.length > 0)).open.typing).toEqual([discord.memberId]);
    await mia.ask({ verb: 'send', content: 'done', replyTo: null, ping: true });
    expect((await olga.shown(says('done'))).open.typing).toEqual([]);
    expect(mia.views.flatMap(({ open }) => open.typing)).toEqual([]);
  });

  it('have an explanation where the bot answers a question that is known', async () => {
    const tab = await openTab(page);
    await tab.ask({ verb: 'send', content: 'why?', replyTo: null, ping: true });
    const questionId = last(await tab.shown(says('why?')))?.id ?? '';
    traced.add(questionId);
    for (const message_reference of [{ message_id: questionId }, undefined]) {
      await rest(discord, 'POST', `/channels/${discord.generalId}/messages`, {
        content: `so: ${message_reference !== undefined}`,
        message_reference,
      });
    }
    const view = await tab.shown(says('so: false'));
    expect(view.open.messages.map(({ why }) => why)).toEqual([null, questionId, null]);
  });

  it('in a thread have the explanation of the question that began it, unless an interaction brought them', async () => {
    const gateway = await bot();
    const tab = await openTab(page);
    await tab.ask({ verb: 'send', content: 'why?', replyTo: null, ping: true });
    const questionId = last(await tab.shown(says('why?')))?.id ?? '';
    traced.add(questionId);
    await tab.ask({ verb: 'thread', messageId: questionId, name: 'Why' });
    await tab.ask({ verb: 'look', person: 'mia', channel: questionId, reading: true });
    await rest(discord, 'POST', `/channels/${questionId}/messages`, { content: 'so' });
    expect(last(await tab.shown(says('so')))?.why).toBe(questionId);
    const asked = tab.ask({ verb: 'slash', name: 'ask', values: { question: 'hm' } });
    await answer(gateway, 4, { content: 'Not now.' });
    await asked;
    expect(last(await tab.shown(says('Not now.')))?.why).toBeNull();
  });

  it('are heard by the bot where they name it, reply to it with a ping, or are for it alone', async () => {
    const tab = await openTab(page);
    const isHeard = async (content: string, replyTo: string | null = null, ping = true): Promise<boolean | undefined> => {
      await tab.ask({ verb: 'send', content, replyTo, ping });
      return last(await tab.shown(says(content)))?.heard;
    };
    await rest(discord, 'POST', `/channels/${discord.generalId}/messages`, { content: 'Hello' });
    const botsId = last(await tab.shown(says('Hello')))?.id ?? '';
    expect(await isHeard('for everybody')).toBe(false);
    expect(await isHeard(`<@${discord.ownerId}> look`)).toBe(false);
    expect(await isHeard(`<@${discord.botId}> why?`)).toBe(true);
    expect(await isHeard('a reply', botsId)).toBe(true);
    expect(await isHeard('a reply without a ping', botsId, false)).toBe(false);
    const messageId = last(await tab.shown(() => true))?.id ?? '';
    await tab.ask({ verb: 'edit', messageId, content: `<@${discord.botId}> after all` });
    expect(last(await tab.shown(says(`<@${discord.botId}> after all`)))?.heard).toBe(true);
    await tab.ask({ verb: 'look', person: 'mia', channel: '@Test bot', reading: true });
    await tab.shown(({ open }) => open.kind === 'direct');
    expect(await isHeard('just so')).toBe(true);
  });
});

describe('commands', () => {
  it('are offered to those who may run them', async () => {
    await bot([
      { name: 'ask', description: 'Ask' },
      { name: 'settings', description: 'Set', default_member_permissions: '32' },
      { name: 'Explain', type: 3 },
    ]);
    const names = async (who: string) => (await openTab(page, who)).views[0]?.open.commands.map(({ name }) => name);
    expect(await names('mia')).toEqual(['ask']);
    expect(await names('olga')).toEqual(['ask', 'settings']);
    expect((await openTab(page)).views[0]?.open.messageCommands).toEqual(['Explain']);
  });

  it('suggest while somebody types', async () => {
    const gateway = await bot();
    const tab = await openTab(page);
    const asked = tab.ask({ verb: 'complete', name: 'ask', values: { question: 'ker' }, focused: 'question' });
    await answer(gateway, 8, { choices: [{ name: 'What is a kernel?', value: 'kernel' }] });
    expect(await asked).toEqual({ kind: 'suggestions', suggestions: [{ name: 'What is a kernel?', value: 'kernel' }] });
  });

  it('are thought about, then answered, for one person alone where the application says so', async () => {
    const gateway = await bot();
    const [mia, olga] = [await openTab(page, 'mia'), await openTab(page, 'olga', 'general')];
    const asked = mia.ask({ verb: 'slash', name: 'ask', values: { question: 'hm' } });
    const id = await answer(gateway, 5, { flags: 64 });
    expect(await asked).toEqual({ kind: 'done' });
    const thinking = last(await mia.shown(({ open }) => open.messages.length > 0));
    expect([thinking?.thinking, thinking?.ephemeral, thinking?.command]).toEqual([true, true, { userId: discord.memberId, name: '/ask' }]);
    const { d } = await gateway.next('INTERACTION_CREATE');
    traced.add(id);
    await rest(discord, 'PATCH', `/webhooks/${discord.botId}/${d.token}/messages/@original`, { content: 'So it is.' }, {});
    const answered = last(await mia.shown(says('So it is.')));
    expect([answered?.thinking, answered?.why]).toEqual([false, id]);
    await olga.ask({ verb: 'send', content: 'nothing here?', replyTo: null, ping: true });
    expect((await olga.shown(says('nothing here?'))).open.messages).toHaveLength(1);
    await mia.ask({ verb: 'remove', messageId: answered?.id ?? '' });
    await mia.shown(({ open }) => open.messages.every(({ ephemeral }) => !ephemeral));
  });

  it('open a form, which can be sent once', async () => {
    const gateway = await bot();
    const tab = await openTab(page);
    const asked = tab.ask({ verb: 'slash', name: 'ask', values: { question: 'hm' } });
    const field = { type: 4, custom_id: 'text', style: 2, min_length: 1, max_length: 50, required: true };
    const interactionId = await answer(gateway, 9, {
      custom_id: 'form',
      title: 'Ask',
      components: [{ type: 18, label: 'Question', component: field }],
    });
    const outcome = await asked;
    expect(outcome).toMatchObject({
      kind: 'form',
      form: {
        interactionId,
        title: 'Ask',
        fields: [{ kind: 'text', customId: 'text', label: 'Question', long: true, least: 1, most: 50, required: true }],
      },
    });
    const other = await openTab(page, 'olga');
    await expect(other.ask({ verb: 'submit', interactionId, values: { text: 'x' } })).rejects.toThrow('no longer open');
    const sent = tab.ask({ verb: 'submit', interactionId, values: { text: 'What is a quay?' } });
    await answer(gateway, 5, {}, 1);
    expect(await sent).toEqual({ kind: 'done' });
    await expect(tab.ask({ verb: 'submit', interactionId, values: { text: 'again' } })).rejects.toThrow('no longer open');
  });

  it('keep their form open where the application does not answer it, and make a new interaction of it then', async () => {
    const own = await startPage(discord, { inspector, patienceMs: 1000 });
    const gateway = await bot();
    const tab = await openTab(own);
    const asked = tab.ask({ verb: 'slash', name: 'ask', values: { question: 'hm' } });
    const components = [{ type: 18, label: 'Question', component: { type: 4, custom_id: 'text', style: 2 } }];
    const interactionId = await answer(gateway, 9, { custom_id: 'form', title: 'Ask', components });
    await asked;
    const submit = (text: string) => tab.ask({ verb: 'submit', interactionId, values: { text } });
    const sent = submit('What is a quay?');
    // While it is on its way it is not sent twice.
    await expect(submit('twice')).rejects.toThrow('no longer open');
    expect(await sent).toEqual({ kind: 'silence' });
    const again = submit('What is a quay?');
    await answer(gateway, 4, { content: 'A place for ships.' }, 2);
    expect(await again).toEqual({ kind: 'done' });
    await tab.shown(says('A place for ships.'));
    await own.close();
  });

  it('that nobody answers are told of', async () => {
    await bot();
    const own = await startPage(discord, { inspector, patienceMs: 1 });
    const tab = await openTab(own);
    expect(await tab.ask({ verb: 'slash', name: 'ask', values: { question: 'hm' } })).toEqual({ kind: 'silence' });
    await own.close();
  });
});

describe('a private answer that is shared', () => {
  const COMPONENTS = [{ type: 1, components: [{ type: 2, style: 2, label: 'Share', custom_id: 'share' }] }];
  const EPHEMERAL = 64;

  /** Mia has asked by a command, and was answered privately. */
  async function answered() {
    const gateway = await bot();
    const [mia, olga] = [await openTab(page, 'mia'), await openTab(page, 'olga', 'general')];
    const asked = mia.ask({ verb: 'slash', name: 'ask', values: { question: 'hm' } });
    const questionId = await answer(gateway, 4, { content: 'So it is.', flags: EPHEMERAL, components: COMPONENTS });
    await asked;
    traced.add(questionId);
    const messageId = last(await mia.shown(says('So it is.')))?.id ?? '';
    /** Somebody presses the button below a message, which makes a message beside it. */
    let passed = 0;
    const press = async (who: Tab, pressedId: string, data: object): Promise<void> => {
      passed++;
      const pressed = who.ask({ verb: 'click', messageId: pressedId, customId: 'share' });
      await answer(gateway, 4, data, passed);
      await pressed;
    };
    return { mia, olga, questionId, messageId, press };
  }

  it('is explained to everybody as it was to who asked, and still is when the private one was dismissed', async () => {
    const { mia, olga, questionId, messageId, press } = await answered();
    await press(mia, messageId, { content: 'Shared.' });
    expect(last(await olga.shown(says('Shared.')))?.why).toBe(questionId);
    await mia.ask({ verb: 'remove', messageId });
    const left = await mia.shown(({ open }) => open.messages.length === 1);
    expect(left.open.messages.map(({ content, why }) => [content, why])).toEqual([['Shared.', questionId]]);
    const later = await openTab(page, 'henry', 'general');
    expect(last(await later.shown(says('Shared.')))?.why).toBe(questionId);
  });

  it('lends its explanation to nothing else that a press on either brings', async () => {
    const { mia, olga, messageId, press } = await answered();
    await press(mia, messageId, { content: 'Not in this channel.', flags: EPHEMERAL });
    expect(last(await mia.shown(says('Not in this channel.')))?.why).toBeNull();
    await press(mia, messageId, { content: 'Shared.', components: COMPONENTS });
    const sharedId = last(await olga.shown(says('Shared.')))?.id ?? '';
    await press(olga, sharedId, { content: 'Thank you.' });
    expect(last(await olga.shown(says('Thank you.')))?.why).toBeNull();
  });
});

describe('controls', () => {
  it('are shown with what they offer, and pressed', async () => {
    const gateway = await bot();
    const tab = await openTab(page);
    const components = [
      {
        type: 1,
        components: [
          { type: 2, style: 1, label: 'More', custom_id: 'more' },
          { type: 2, style: 5, label: 'Docs', url: 'https://example.org/' },
        ],
      },
      {
        type: 1,
        components: [
          {
            type: 8,
            custom_id: 'where',
            placeholder: 'Where',
            channel_types: [0],
            min_values: 0,
            max_values: 2,
            default_values: [{ id: discord.randomId, type: 'channel' }],
          },
        ],
      },
    ];
    await rest(discord, 'POST', `/channels/${discord.generalId}/messages`, { content: 'Choose', components });
    const message = last(await tab.shown(says('Choose')));
    expect(message?.rows).toEqual([
      [
        { kind: 'button', customId: 'more', label: 'More', style: 'primary', url: null, disabled: false },
        { kind: 'button', customId: null, label: 'Docs', style: 'link', url: 'https://example.org/', disabled: false },
      ],
      [
        {
          ...{ kind: 'select', customId: 'where', placeholder: 'Where', least: 0, most: 2, disabled: false },
          choices: [
            { label: '#general', value: discord.generalId, description: null, selected: false },
            { label: '#random', value: discord.randomId, description: null, selected: true },
          ],
        },
      ],
    ]);
    const pressed = tab.ask({ verb: 'click', messageId: message?.id ?? '', customId: 'more' });
    await answer(gateway, 7, { content: 'More it is.', components: [] });
    expect(await pressed).toEqual({ kind: 'done' });
    await tab.shown(says('More it is.'));
    const gone = { messageId: message?.id ?? '', customId: 'more' };
    await expect(tab.ask({ verb: 'click', ...gone })).rejects.toThrow(/^This button is no longer there\.$/);
    await expect(tab.ask({ verb: 'select', ...gone, values: [] })).rejects.toThrow(/^This menu is no longer there\.$/);
    await rest(discord, 'DELETE', `/channels/${discord.generalId}/messages/${message?.id}`);
    await expect(tab.ask({ verb: 'click', ...gone })).rejects.toThrow(/^This message is no longer there\.$/);
  });
});

describe('the line', () => {
  it('takes whatever the page sends at its longest', async () => {
    const tab = await openTab(page);
    // Three bytes is the most that one of a text's units takes.
    const content = '帆'.repeat(MOST_REQUEST_LENGTH - 200);
    await expect(tab.ask({ verb: 'send', content, replyTo: null, ping: true })).rejects.toThrow('at most 2,000 characters');
  });

  it('ends for a tab that can be shown nothing any more, and for no other reason', async () => {
    const tab = await openTab(page);
    await rest(discord, 'DELETE', `/users/@me/guilds/${discord.guildId}`);
    expect(await tab.closed).toBe(1011);
  });
});

describe('the clock', () => {
  it('is set forward, and says what was there', async () => {
    const tab = await openTab(page);
    expect(await tab.ask({ verb: 'jump', to: 'tomorrow-nine' })).toEqual({ kind: 'note', text: 'It is tomorrow.' });
  });

  it('is shown anew to every tab when somebody has set it', async () => {
    const [one, other] = [await openTab(page), await openTab(page, 'olga')];
    const before = one.views.at(-1)?.now ?? 0;
    discord.clock.forward(86_400_000);
    await other.ask({ verb: 'jump', to: 'next-tip' });
    expect((await one.shown(({ now }) => now > before)).now - before).toBe(86_400_000);
  });
});
