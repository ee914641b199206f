/** What a server can set about the bot, apart from its daily tip. */

export interface GuildSettings {
  /** Channels where mentions are answered, by id; none means anywhere. */
  readonly channels: readonly string[];
  /** Where a mention in a channel is answered: in place, or in a thread of its own. */
  readonly replyIn: 'channel' | 'thread';
  /** Whether `/ask` answers only its asker where the asker does not say. */
  readonly private: boolean;
  /** Seconds between two questions of one person; 0 for none. */
  readonly cooldownSeconds: number;
  /** Whether the wording of unanswered questions is kept for the curator, rather than a form without names and numbers. */
  readonly keepQuestions: boolean;
}

/** For a server that has set nothing, and outside servers. */
export const DEFAULT_SETTINGS: GuildSettings = Object.freeze({
  channels: [],
  replyIn: 'channel',
  private: true,
  cooldownSeconds: 3,
  keepQuestions: false,
});

/** The longest cooldown that can be set. */
export const MAX_COOLDOWN_SECONDS = 300;
/** Channels that can be named: as many as one select menu of Discord takes. */
export const MAX_CHANNELS = 25;
