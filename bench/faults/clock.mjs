/** The bot's clock is set back while people ask, and while a daily tip is near to its time. */
import { join } from 'node:path';
import { startBot } from '../parts/bot.mjs';
import { startDiscord } from '../parts/discord.mjs';
import { sqliteDatabase, withStore } from './databases.mjs';
import { allAnswered, evenly, followQuestions, rowOf, TEXTS, until, wait } from './questions.mjs';

const PRELOAD = join(import.meta.dirname, '..', 'settable-clock.mjs');
const MINUTE_MS = 60_000;
const STEPS = { '5 min': 5 * MINUTE_MS, '1 h': 60 * MINUTE_MS };
/** Before the step, and after it. */
const MENTIONS = 70;
const WITHIN_MS = 2_500;
const CHANNELS = 24;
/** Longer than the cooldown of a server that has set none: one person asks so often, and never has to wait. */
const AGAIN_MS = 4_000;
/** The tip is due so long after the start, at the next full minute. */
const TIP_IN_MS = 2 * MINUTE_MS;
const TIP_WITHIN_MS = 150_000;
const LAST_ANSWER_MS = 20_000;

/** @returns the rows, once the tips have come: other faults can run meanwhile */
export async function clock(stage) {
  const rest = [];
  // One after the other, for what they measure takes a processor.
  for (const [by, stepMs] of Object.entries(STEPS)) rest.push(await setBack(stage, by, stepMs));
  return { rows: Promise.all(rest.map(({ row }) => row)) };
}

async function setBack(stage, by, stepMs) {
  const name = `clock set back ${by}`;
  const discord = await startDiscord({ channels: CHANNELS, people: 2 * MENTIONS + 1 });
  const follow = followQuestions(discord);
  const database = await sqliteDatabase(stage.folder, `clock-${stepMs}`);
  const dueAt = Math.ceil((Date.now() + TIP_IN_MS) / MINUTE_MS) * MINUTE_MS;
  const tipChannel = discord.playground.world.addChannel(discord.guild.id, { name: 'tips' }).id;
  await withStore(database.url, (store) => store.saveTipSchedule(tipScheduleAt(dueAt, discord.guild.id, tipChannel)));
  const bot = await startBot(stage.program, discord, { env: { DATABASE_URL: database.url }, preload: PRELOAD });
  const tipAt = firstMessageIn(discord, tipChannel);

  const mention = (i) => follow.ask('mention', discord.people[i], discord.channels[i % CHANNELS], TEXTS[i % TEXTS.length]);
  const same = discord.people.at(-1);
  const again = (i) => follow.ask('mention', same, discord.channels[i], TEXTS[i]);
  again(0);
  await evenly(MENTIONS, WITHIN_MS, mention);
  bot.send({ clockOffsetMs: -stepMs });
  stage.say(name, 'set back');
  await wait(AGAIN_MS - WITHIN_MS);
  again(1);
  await evenly(MENTIONS, WITHIN_MS, (i) => mention(MENTIONS + i));
  await wait(AGAIN_MS - WITHIN_MS);
  again(2);
  await until(allAnswered(follow.all()), LAST_ANSWER_MS);

  const finish = async () => {
    await Promise.race([tipAt, wait(dueAt + TIP_WITHIN_MS - Date.now())]);
    const came = await Promise.race([tipAt, null]);
    const tip = came === null ? 'did not come' : `came ${((came - dueAt) / 1_000).toFixed(1)} s after its time by the old clock`;
    stage.note(
      name,
      `the daily tip ${tip}; one person asked three times, ${AGAIN_MS / 1_000} s apart, and was told to wait ${follow.toldAside.length} times`,
    );
    stage.keepLog(name, bot);
    await bot.stop();
    await database.close();
    discord.close();
    return rowOf(name, database.name, follow.all());
  };
  return { row: finish() };
}

/** A tip every day, due now and then at this time of the day. */
export function tipScheduleAt(dueAt, guildId, channelId) {
  const time = new Date(dueAt).toISOString().slice(11, 16);
  return { guildId, channelId, timeZone: 'UTC', time, weekdays: [1, 2, 3, 4, 5, 6, 7], nextDueAt: dueAt };
}

/** When the bot wrote into a channel. */
function firstMessageIn({ playground, application }, channelId) {
  return new Promise((resolve) => {
    playground.on(({ kind, message }) => {
      if (kind === 'message-created' && message.channelId === channelId && message.authorId === application.id) resolve(Date.now());
    });
  });
}
