/** More than Discord takes from a bot: thousands of tips in one minute, and two hundred questions a second. */
import { startNetwork } from '../network.mjs';
import { startBot } from '../parts/bot.mjs';
import { startDiscord, urlAt } from '../parts/discord.mjs';
import { tipScheduleAt } from './clock.mjs';
import { sqliteDatabase, withStore } from './databases.mjs';
import { allAnswered, evenly, followQuestions, rowOf, TEXTS, until, wait } from './questions.mjs';

const LAST_ANSWER_MS = 20_000;
const CHANNELS = 24;
const PEOPLE = 600;

const SERVERS = 2_500;
const LATENCY_MS = 60;
const TIPS = { perSecond: 10, forMs: 60_000 };
/** From the writing of the schedules to their minute: the bot has to start in between. */
const UNTIL_DUE_MS = 20_000;
/** All tips at the slowest pace that would still be called one. */
const ALL_TIPS_MS = 240_000;

/** @returns the rows, once the last tip has come: other faults can run meanwhile */
export async function tips(stage) {
  const name = `${SERVERS} tips at once`;
  const discord = await startDiscord({ channels: CHANNELS, people: PEOPLE });
  const { world } = discord.playground;
  const postedIn = new Map();
  for (let i = 0; i < SERVERS; i++) {
    const guild = world.addGuild({ name: `server-${i}`, ownerId: discord.owner.id });
    world.join(guild.id, discord.application.id);
    postedIn.set(world.addChannel(guild.id, { name: 'tips' }).id, { guildId: guild.id, times: [] });
  }
  const follow = followQuestions(discord);
  discord.playground.on(({ kind, message }) => {
    if (kind === 'message-created') postedIn.get(message.channelId)?.times.push(Date.now());
  });
  const database = await sqliteDatabase(stage.folder, 'tips');
  const dueAt = Math.ceil((Date.now() + UNTIL_DUE_MS) / 60_000) * 60_000;
  await withStore(database.url, async (store) => {
    for (const [channelId, { guildId }] of postedIn) await store.saveTipSchedule(tipScheduleAt(dueAt, guildId, channelId));
  });
  const network = await startNetwork(discord.port);
  network.delay(LATENCY_MS);
  const bot = await startBot(stage.program, { ...discord, url: urlAt(network.port) }, { env: { DATABASE_URL: database.url } });
  const mention = (i) => follow.ask('mention', discord.people[i % PEOPLE], discord.channels[i % CHANNELS], TEXTS[i % TEXTS.length]);
  await wait(dueAt - Date.now());
  stage.say(name, 'due');
  await evenly((TIPS.perSecond * TIPS.forMs) / 1_000, TIPS.forMs, mention);
  await until(allAnswered(follow.all()), LAST_ANSWER_MS);
  const mentions = rowOf(`${name}, ${TIPS.perSecond} mentions/s`, database.name, follow.all());

  const finish = async () => {
    const all = [...postedIn.values()];
    await until(() => all.every(({ times }) => times.length > 0), ALL_TIPS_MS - (Date.now() - dueAt));
    const posted = all.filter(({ times }) => times.length > 0);
    const last = Math.max(...posted.map(({ times }) => times[0])) - dueAt;
    const doubled = all.filter(({ times }) => times.length > 1).length;
    stage.note(
      name,
      `${LATENCY_MS} ms from a request to its answer; ${posted.length} tips posted, ${doubled} doubled, ${SERVERS - posted.length} lost; the last ${(last / 1_000).toFixed(0)} s after its time`,
    );
    stage.keepLog(name, bot);
    await bot.stop();
    network.close();
    await database.close();
    discord.close();
    return [mentions];
  };
  return { rows: finish() };
}

const FLOOD = { perSecond: 200, forMs: 20_000 };
/** Discord's: fifty requests a second, and five messages in five seconds into each channel. */
const LIMITS = { globalPerSecond: 50, perRoute: 5, routeWindowMs: 5_000 };
const AFTERWARDS_MS = 5_000;

export async function flood(stage) {
  const name = `${FLOOD.perSecond} mentions/s for ${FLOOD.forMs / 1_000} s`;
  const discord = await startDiscord({ channels: CHANNELS + 1, people: PEOPLE + 2, limits: LIMITS });
  const follow = followQuestions(discord);
  const database = await sqliteDatabase(stage.folder, 'flood');
  // Otherwise people who ask every three seconds would be told to wait now and then.
  await withStore(database.url, (store) => store.changeSettings(discord.guild.id, { cooldownSeconds: 0 }));
  const bot = await startBot(stage.program, discord, { env: { DATABASE_URL: database.url } });
  const mention = (i) => follow.ask('mention', discord.people[i % PEOPLE], discord.channels[i % CHANNELS], TEXTS[i % TEXTS.length]);
  const linesBefore = bot.log.length;
  stage.say(name, 'begins');
  await evenly((FLOOD.perSecond * FLOOD.forMs) / 1_000, FLOOD.forMs, mention);
  const questions = follow.all();
  await wait(AFTERWARDS_MS);
  // Where two hundred a second were asked, and where nobody else did.
  const [there, elsewhere] = [0, CHANNELS].map((channel, i) =>
    follow.ask('mention', discord.people[PEOPLE + i], discord.channels[channel], TEXTS[0]),
  );
  await wait(LAST_ANSWER_MS);
  const dropped = await bot.metric('dockmaster_answers_dropped_total');
  const took = ({ at, answeredAt }) => (answeredAt === null ? 'not' : `in ${(answeredAt - at).toFixed(0)} ms`);
  stage.note(
    name,
    `${LIMITS.globalPerSecond} requests a second and ${LIMITS.perRoute} in ${LIMITS.routeWindowMs / 1_000} s a channel; ${dropped} answers dropped by the metric; ${bot.log.length - linesBefore} lines of log; ${AFTERWARDS_MS / 1_000} s after the end a question is answered ${took(there)} in one of these channels, ${took(elsewhere)} in another`,
  );
  stage.keepLog(name, bot);
  await bot.stop();
  await database.close();
  const { violations } = discord.playground;
  const limited = violations.filter(({ kind }) => kind === 'limit').length;
  if (limited > 0) stage.note(name, `Discord refused ${limited} requests that were over its limits`);
  discord.close();
  return { rows: Promise.resolve([rowOf(name, database.name, questions)]) };
}
