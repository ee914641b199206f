/** The process is killed between posting an answer and keeping it, again and again. */
import { startBot } from '../parts/bot.mjs';
import { startDiscord } from '../parts/discord.mjs';
import { postgresDatabase, sqliteDatabase } from './databases.mjs';
import { followQuestions, rowOf, TEXTS, until } from './questions.mjs';

const ROUNDS = 50;
const CHANNELS = 8;
const POST = 'POST /channels/{channel_id}/messages';
const FOLLOWS_WITHIN_MS = 10_000;

/** On both databases at once. */
export async function kill(stage) {
  const databases = await Promise.all([sqliteDatabase(stage.folder, 'kill'), stage.postgres().then(postgresDatabase)]);
  return { rows: Promise.all(databases.map((database) => killOn(stage, database))) };
}

async function killOn(stage, database) {
  const name = `killed ${ROUNDS} times`;
  const discord = await startDiscord({ channels: CHANNELS, people: 2 * ROUNDS });
  const { faults, world } = discord.playground;
  const follow = followQuestions(discord);
  const start = () => startBot(stage.program, discord, { env: { DATABASE_URL: database.url } });
  const failures = { edits: 0, deletions: 0 };
  let bot = await start();

  /** Kills the bot the moment that the answer to a question is there, before it can hear of it. */
  const killAtAnswer = (ask) =>
    new Promise((resolve) => {
      let question = null;
      const hold = faults.hold(POST);
      const off = discord.playground.on(({ kind, message }) => {
        if (kind !== 'message-created' || question === null || message.reference?.messageId !== question.id) return;
        off();
        resolve(bot.kill().then(() => question));
        hold.release();
      });
      question = ask();
    });

  for (let round = 0; round < ROUNDS; round++) {
    const [person, other] = [discord.people[2 * round], discord.people[2 * round + 1]];
    const channel = discord.channels[round % CHANNELS];
    const text = (shift) => TEXTS[(round + shift) % TEXTS.length];
    const question = await killAtAnswer(() => follow.ask('mention', person, channel, text(0)));
    const missed = follow.ask('mention', other, channel, text(1));
    bot = await start();
    if (round % 2 === 0) {
      person.edit(question.id, `<@${discord.application.id}> ${text(2)}`);
      const [answer] = question.answers;
      if (!(await until(() => answer.embeds[0]?.title === text(2), FOLLOWS_WITHIN_MS))) failures.edits++;
    } else {
      person.remove(question.id);
      if (!(await until(() => question.answers.every(({ id }) => !world.messages.has(id)), FOLLOWS_WITHIN_MS))) failures.deletions++;
    }
    if (!(await until(() => missed.answeredAt !== null, FOLLOWS_WITHIN_MS))) stage.keepLog(`${name} ${database.name} round ${round}`, bot);
    if (round % 10 === 9) stage.say(`${name}, ${database.name}`, `${round + 1} rounds`);
  }
  stage.note(
    `${name}, ${database.name}`,
    `${ROUNDS} questions were answered at the kill, ${ROUNDS} asked before the next start; of ${ROUNDS / 2} edits ${failures.edits} were not followed, of ${ROUNDS / 2} deletions ${failures.deletions} left the answer`,
  );
  await bot.stop();
  await database.close();
  discord.close();
  return rowOf(name, database.name, follow.all());
}
