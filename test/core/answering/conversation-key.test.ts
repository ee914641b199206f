import { describe, expect, it } from 'vitest';
import { conversationKey, guildOfConversation } from '../../../src/core/answering/conversation-key.js';

const place = { guildId: 'g1', channelId: 'c1', threadId: null, askerId: 'u1' };

describe('the key of a conversation', () => {
  it('is everybody’s in a thread', () => {
    expect(conversationKey({ ...place, threadId: 't1' })).toBe('guild:g1:thread:t1');
  });

  it('is the asker’s own in a channel', () => {
    expect(conversationKey(place)).toBe('guild:g1:channel:c1:user:u1');
    expect(conversationKey({ guildId: 'g1', channelId: 'c1', askerId: 'u1' }), 'without a thread').toBe('guild:g1:channel:c1:user:u1');
  });

  it('is the asker’s own in direct messages, for they can be a group’s', () => {
    expect(conversationKey({ ...place, guildId: null })).toBe('dm:c1:user:u1');
  });
});

describe('the server of a conversation', () => {
  it('is the one it was asked in', () => {
    expect(guildOfConversation(conversationKey(place))).toBe('g1');
    expect(guildOfConversation(conversationKey({ ...place, threadId: 't1' }))).toBe('g1');
  });

  it('is none in direct messages, and in a terminal', () => {
    expect(guildOfConversation(conversationKey({ ...place, guildId: null }))).toBeNull();
    for (const key of ['terminal', 'guild', 'guild:', 'guild:g1', 'guild::thread:t1']) expect(guildOfConversation(key), key).toBeNull();
  });
});
