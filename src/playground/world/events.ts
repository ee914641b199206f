import type { Json } from '../json.js';
import type { Channel, Guild, Message, Reaction, Role } from './state.js';

/** Something that happened in the world; the gateway tells it to the sessions that may know. */
export type WorldEvent =
  | { readonly kind: 'message-created' | 'message-edited'; readonly message: Message }
  | { readonly kind: 'messages-deleted'; readonly channel: Channel; readonly messages: readonly Message[]; readonly bulk: boolean }
  | {
      readonly kind: 'reaction-added' | 'reaction-removed';
      readonly message: Message;
      readonly userId: string;
      readonly emoji: Reaction['emoji'];
    }
  /** `lastPinAt` is when the youngest of the pins that remain was made. */
  | { readonly kind: 'pins-changed'; readonly channel: Channel; readonly lastPinAt: number | null }
  | { readonly kind: 'typing'; readonly channel: Channel; readonly userId: string }
  | { readonly kind: 'channel-created' | 'channel-updated' | 'channel-deleted'; readonly channel: Channel }
  | { readonly kind: 'thread-members'; readonly channel: Channel; readonly added: readonly string[]; readonly removed: readonly string[] }
  | { readonly kind: 'role-created' | 'role-updated'; readonly guild: Guild; readonly role: Role }
  | { readonly kind: 'member-joined' | 'member-left' | 'member-updated'; readonly guild: Guild; readonly userId: string }
  | { readonly kind: 'guild-availability'; readonly guild: Guild }
  | { readonly kind: 'interaction'; readonly applicationId: string; readonly guildId: string | null; readonly payload: Json };
