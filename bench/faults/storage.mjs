/** A database that is locked, full, away, silent or slow, while forty questions are asked. */
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import Libsql from 'libsql';
import { startNetwork } from '../network.mjs';
import { startBot } from '../parts/bot.mjs';
import { startDiscord } from '../parts/discord.mjs';
import { postgresDatabase, sqliteDatabase } from './databases.mjs';
import { allAnswered, evenly, followQuestions, rowOf, TEXTS, until, wait } from './questions.mjs';

const QUESTIONS = 40;
const CHANNELS = 8;
/** Asked before, so that the bot has been running for a while. */
const WARM_UP = 8;
const LAST_ANSWER_MS = 15_000;
const KEPT_WITHIN_MS = 45_000;

/**
 * Asks while a fault lasts, then looks how long the database takes to have it all.
 * @param begin lets the fault begin; returns what ends it
 */
async function under(stage, name, database, { lastsMs, env = {}, wrap, begin }) {
  const discord = await startDiscord({ channels: CHANNELS, people: QUESTIONS + WARM_UP });
  const follow = followQuestions(discord);
  const bot = await startBot(stage.program, discord, { env: { DATABASE_URL: database.url, ...env }, wrap });
  try {
    const ask = (i) => {
      const kind = Math.floor(i / 2) % 2 === 0 ? 'ask' : 'mention';
      return follow.ask(kind, discord.people[i], discord.channels[i % CHANNELS], TEXTS[i % TEXTS.length]);
    };
    await evenly(WARM_UP, 1_000, ask);
    await until(allAnswered(follow.all()), LAST_ANSWER_MS);
    stage.say(name, 'begins');
    const end = await begin(bot);
    const questions = [];
    await evenly(QUESTIONS, lastsMs, (i) => questions.push(ask(i + WARM_UP)));
    await end();
    const endedAt = performance.now();
    const ids = new Set(questions.map(({ id }) => id));
    const keptNow = async () => (await database.keptIds()).filter((id) => ids.has(id)).length;
    const isAllKept = await until(async () => (await keptNow()) === QUESTIONS, KEPT_WITHIN_MS);
    const kept = { afterMs: isAllKept ? performance.now() - endedAt : null, count: await keptNow() };
    await until(allAnswered(questions), LAST_ANSWER_MS);
    stage.keepLog(name, bot);
    return rowOf(name, database.name, questions, kept);
  } finally {
    await bot.stop();
    await database.close();
    discord.close();
  }
}

/** Another connection holds SQLite's write lock for 20 seconds. */
export async function lock(stage) {
  const database = await sqliteDatabase(stage.folder, 'lock');
  const row = await under(stage, 'locked for 20 s', database, {
    lastsMs: 20_000,
    async begin() {
      const other = new Libsql(database.file);
      other.exec('pragma busy_timeout = 5000');
      other.exec('begin immediate');
      return () => {
        other.exec('rollback');
        other.close();
      };
    },
  });
  return { rows: Promise.resolve([row]) };
}

/** The bot may not let its files grow, and is refused what it writes beyond that. */
export async function disk(stage) {
  const database = await sqliteDatabase(stage.folder, 'disk');
  // In blocks of 512 bytes, as sh counts them: room for what is there and a little more.
  const blocks = Math.ceil(statSync(database.file).size / 512) + 16;
  const name = 'disk full for 20 s';
  const row = await under(stage, name, database, {
    lastsMs: 20_000,
    wrap: (command) => ['sh', '-c', `ulimit -S -f ${blocks}; exec "$@"`, 'sh', ...command],
    async begin(bot) {
      return () => {
        const { status } = spawnSync('prlimit', ['--pid', String(bot.pid), '--fsize=unlimited:unlimited']);
        const after = status === 0 ? 'then prlimit takes the limit away' : 'and no prlimit is here to take the limit away';
        stage.note(
          name,
          `ulimit -f ${blocks}: a file that would grow beyond ${blocks / 2} kB gets an error from the system (EFBIG); ${after}`,
        );
      };
    },
  });
  return { rows: Promise.resolve([row]) };
}

/** A PostgreSQL behind a network that can be broken. */
async function behindNetwork(stage, name, lastsMs, breakIt) {
  const database = await postgresDatabase(await stage.postgres());
  const url = new URL(database.url);
  const network = await startNetwork(Number(url.port));
  url.port = String(network.port);
  try {
    const begin = async () => {
      breakIt(network);
      await wait(50);
      return () => network.pass();
    };
    const row = await under(stage, name, database, { lastsMs, env: { DATABASE_URL: String(url) }, begin });
    return { rows: Promise.resolve([row]) };
  } finally {
    network.close();
  }
}

export const away = (stage) => behindNetwork(stage, 'away for 60 s', 60_000, (network) => network.refuse());
export const swallowed = (stage) => behindNetwork(stage, 'packets lost for 60 s', 60_000, (network) => network.swallow());
export const slow = (stage) => behindNetwork(stage, '200 ms a trip', 20_000, (network) => network.delay(200));
