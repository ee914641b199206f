import { describe, expect, it } from 'vitest';
import type { MessageView, OpenChannelView, View } from '../../../../src/playground/live/protocol.js';
import { hintFor } from '../../../../src/playground/page/composer/hint.js';

const MIA = { id: '1', username: 'mia', name: 'Mia', bot: false, standing: 'Member', online: true };
const BOT = { id: '2', username: 'Harbour Pilot', name: 'Harbour Pilot', bot: true, standing: 'Bot', online: true };

const message = (authorId: string, more: Partial<MessageView> = {}): MessageView => ({
  ...{ id: '70', authorId, at: 0, editedAt: null, content: 'text', embeds: [], rows: [], reactions: [] },
  ...{ thinking: false, ephemeral: false, pings: false, heard: false, reply: null, command: null, thread: null, why: null },
  ...{ mayEdit: true, mayRemove: true, mayOpenThread: true },
  ...more,
});
const answerTo = (authorId: string): MessageView['reply'] => ({ messageId: '60', authorId, excerpt: 'text' });

const channelWith = (messages: readonly MessageView[], more: Partial<OpenChannelView> = {}): View => ({
  ...{ me: MIA, people: [MIA, BOT], roles: [], guild: 'Harbour', channels: [], now: 0 },
  knowledge: { folder: 'knowledge', revision: '1', fault: null },
  open: {
    ...{ id: '5', key: 'general', name: 'general', kind: 'text', parentId: null, unread: false, pings: 0 },
    ...{ mayWrite: true, mayOpenThread: true, messages, older: 0, typing: [], commands: [], messageCommands: [] },
    ...more,
  },
});
const isHinted = (view: View): boolean => hintFor(view) !== null;

const HEARD = message(MIA.id, { heard: true });
const UNHEARD = message(MIA.id);

describe('the hint how the bot is addressed', () => {
  it('stands after a message that went past the bot, also where others were heard before it', () => {
    expect(isHinted(channelWith([UNHEARD]))).toBe(true);
    expect(isHinted(channelWith([HEARD, message(BOT.id), UNHEARD]))).toBe(true);
    expect(isHinted(channelWith([HEARD, message(BOT.id), UNHEARD], { kind: 'thread' }))).toBe(true);
  });

  it('is gone as soon as the bot is addressed again, by a message or by a command', () => {
    expect(isHinted(channelWith([UNHEARD, HEARD]))).toBe(false);
    expect(isHinted(channelWith([UNHEARD, message(BOT.id, { command: { userId: MIA.id, name: '/ask' } })]))).toBe(false);
    expect(isHinted(channelWith([UNHEARD, message(BOT.id, { command: { userId: '9', name: '/ask' } })]))).toBe(true);
  });

  it('stays away as long as others write and one’s own last message was heard', () => {
    expect(isHinted(channelWith([HEARD, message('9'), message(BOT.id)]))).toBe(false);
  });

  it('stands where one has not written, unless the welcome says it or nothing can be written', () => {
    expect(isHinted(channelWith([]))).toBe(false);
    expect(isHinted(channelWith([message('9')]))).toBe(true);
    expect(isHinted(channelWith([], { kind: 'thread' }))).toBe(true);
    expect(isHinted(channelWith([message('9')], { mayWrite: false }))).toBe(false);
  });

  it('is not needed in direct messages', () => {
    expect(isHinted(channelWith([message(BOT.id)], { kind: 'direct' }))).toBe(false);
  });

  it('names the bot as it is called here, and says what reaches it', () => {
    expect(hintFor(channelWith([UNHEARD]))).toBe(
      'Mention @Harbour Pilot each time, or reply to one of its messages; it asks for no permission to read the rest. /ask works too.',
    );
  });

  it('does not advise to reply to who has just replied to the bot, unheard', () => {
    const hint = hintFor(channelWith([message(MIA.id, { reply: answerTo(BOT.id) })]));
    expect(hint).toBe('A reply to the answer to a command or a button does not reach Harbour Pilot: mention @Harbour Pilot.');
    expect(hintFor(channelWith([message(MIA.id, { reply: answerTo('9') })]))).toContain('or reply to one of its messages');
  });
});
