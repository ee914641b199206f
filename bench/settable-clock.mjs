/** Loaded before the bot: a clock on the wall that is set by a message with the milliseconds that it is off. Timers stay as they are. */
const RealDate = Date;
let offset = 0;

globalThis.Date = class extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + offset);
    else super(...given);
  }

  static now() {
    return RealDate.now() + offset;
  }
};

// The bot's threads load this module as well, and have nobody to tell them.
process.on('message', (message) => {
  offset = message.clockOffsetMs;
});
process.channel?.unref();
