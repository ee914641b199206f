/**
 * `npm run bench:turns`: whose turn it is. The bot with the real client in one process, in channels and in direct messages, on a clock that
 * is moved by hand: a question four seconds after one that got no answer, thirty questions in a row, questions cut in the middle. Tables, no
 * verdicts.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { parse } from 'yaml';
import { createPlayground } from '../dist/playground/playground.js';
import { readConfig } from '../dist/process/config.js';
import { startService } from '../dist/process/service.js';
import { table } from '../dist/terminal/reports.js';

const CUT_QUESTIONS = 100;
const IN_A_ROW = 30;
const root = join(import.meta.dirname, '..');
const { questions } = parse(readFileSync(join(root, 'knowledge', 'evaluation.yml'), 'utf8'));
const texts = questions.filter(({ expect }) => expect !== 'chat').map(({ ask }) => ask);

let now = Date.UTC(2027, 2, 1, 12);
const playground = createPlayground({ now: () => now });
const server = createServer(playground.listener).on('upgrade', playground.upgrade);
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const { world } = playground;
const owner = world.addUser({ username: 'owner' });
const application = world.addApplication({ name: 'Bench', ownerId: owner.id });
const guild = world.addGuild({ name: 'Bench', ownerId: owner.id });
world.join(guild.id, application.id);
const silent = { debug() {}, info() {}, warn() {}, error: (event, error) => console.error(event, error) };
const config = readConfig({
  ...{ DISCORD_TOKEN: application.token, DISCORD_API_URL: `http://127.0.0.1:${server.address().port}/api` },
  ...{ DATABASE_URL: ':memory:', HTTP_PORT: '0', LOG_LEVEL: 'error' },
});
const service = await startService(config, { log: silent, onFatal: (error) => console.error(error), now: () => now });

/** A person who has never asked, in a place of their own. */
function newcomer(place) {
  const { id } = world.addUser();
  world.join(guild.id, id);
  const person = playground.as(id);
  const channelId = place === 'channel' ? world.addChannel(guild.id, { name: `quiet-${id}` }).id : person.directMessages(application.id).id;
  const say = (text) => person.send(channelId, place === 'channel' ? `<@${application.id}> ${text}` : text);
  return { channelId, say };
}

const repliesIn = (channelId) => world.messagesIn(channelId).filter(({ authorId }) => authorId === application.id);
const replyTo = ({ id, channelId }) => repliesIn(channelId).find(({ reference }) => reference?.messageId === id);
/** What people see of a reply: its text, its title, and the questions on its buttons. */
const shownBy = ({ content, embeds, components }) =>
  JSON.stringify([
    content,
    embeds.map(({ title, description }) => [title, description]),
    components.flatMap((row) => row.components.map(({ label }) => label)),
  ]);

/** Waits until nothing is on its way any more: somebody else is answered meanwhile. */
async function settled(place) {
  for (let i = 0; i < 2; i++) {
    const { channelId, say } = newcomer(place);
    const asked = say('what is a kernel');
    await world.until(() => replyTo(asked), 30_000);
    world.removeChannel(channelId);
  }
}
/** The reply to a message; undefined where there is none. */
async function replied(message, place) {
  await settled(place);
  return replyTo(message);
}

/** Each question with the reply that it gets alone, and what kind that is. */
async function alone(place) {
  const known = [];
  for (const text of texts) {
    const { channelId, say } = newcomer(place);
    const reply = await replied(say(text), place);
    world.removeChannel(channelId);
    if (reply) known.push({ text, shown: shownBy(reply), isAnswered: reply.embeds.length > 0 });
  }
  return known;
}

async function afterUnanswered(place, known) {
  const answered = known.filter(({ isAnswered }) => isAnswered);
  const others = known.filter(({ isAnswered }) => !isAnswered);
  let same = 0;
  for (const [i, { text, shown }] of answered.entries()) {
    const { channelId, say } = newcomer(place);
    await replied(say(others[(i * 7) % others.length].text), place);
    now += 4_000;
    const reply = await replied(say(text), place);
    if (reply && shownBy(reply) === shown) same += 1;
    world.removeChannel(channelId);
  }
  return { same, all: answered.length };
}

async function inARow(place, known) {
  const { channelId, say } = newcomer(place);
  for (let i = 0; i < IN_A_ROW; i++) {
    say(known[(i * 29) % known.length].text);
    await settled(place);
    now += 4_000;
  }
  return { same: repliesIn(channelId).length, all: IN_A_ROW };
}

async function cutInTwo(place, known) {
  const long = known.filter(({ text, isAnswered }) => isAnswered && text.trim().split(/\s+/).length >= 4);
  const step = Math.max(1, Math.floor(long.length / CUT_QUESTIONS));
  const chosen = long.filter((_, i) => i % step === 0).slice(0, CUT_QUESTIONS);
  let same = 0;
  for (const { text, shown } of chosen) {
    const { channelId, say } = newcomer(place);
    const words = text.trim().split(/\s+/);
    const middle = Math.floor(words.length / 2);
    await replied(say(words.slice(0, middle).join(' ')), place);
    now += 2_000;
    say(words.slice(middle).join(' '));
    await settled(place);
    const replies = repliesIn(channelId);
    if (replies.length === 1 && shownBy(replies[0]) === shown) same += 1;
    world.removeChannel(channelId);
  }
  return { same, all: chosen.length };
}

const rows = [];
for (const place of ['channel', 'direct message']) {
  const known = await alone(place);
  for (const [what, measure] of [
    ['4 s after no answer: the reply it gets alone, new', afterUnanswered],
    [`${IN_A_ROW} questions, one every 4 s: replies`, inARow],
    ['cut in two, 2 s apart: one reply, the whole one’s', cutInTwo],
  ]) {
    const { same, all } = await measure(place, known);
    rows.push([place, what, `${same} of ${all}`, `${((100 * same) / all).toFixed(1)} %`]);
  }
}
process.stdout.write(table([['place', 'measured', 'as it should', 'share'], ...rows]));
await service.stop();
playground.close();
server.closeAllConnections();
server.close();
