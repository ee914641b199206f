/**
 * `npm run bench:discord [-- SECONDS [PER_SECOND [SURFACE,...]]]`: how long from an event that Discord sends to the request that answers it, at 40
 * questions a second, measured where Discord sits. The bot runs with the real client in a process of its own, on one core where
 * `taskset` is there, beside a bot that does nothing but reply one sentence. Tables, no verdicts.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parse } from 'yaml';
import { createPlayground } from '../dist/playground/playground.js';
import { table } from '../dist/terminal/reports.js';

const [seconds = 20, perSecond = 40] = process.argv.slice(2, 4).map(Number);
const SURFACES = process.argv[4]?.split(',') ?? ['ask', 'mention', 'autocomplete'];
/** So many that nobody asks twice within the ten seconds in which a second message joins the first. */
const PEOPLE = 640;
const CHANNELS = 24;
/** Asked before the measurement, so that what is measured is a bot that has been running for a while. */
const WARM_UP_QUESTIONS = 200;
const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'dockmaster-bench-'));
const { questions } = parse(readFileSync(join(root, 'knowledge', 'evaluation.yml'), 'utf8'));
const texts = questions.map(({ ask }) => ask);
const hasTaskset = spawnSync('taskset', ['--version']).status === 0;

/** A Discord with many people in many channels, so that no cooldown and no route limit stands in the way. */
async function startDiscord() {
  const arrivals = new Map();
  const playground = createPlayground({ now: Date.now });
  const server = createServer((request, response) => {
    const [, id] = /\/interactions\/(\d+)\//.exec(request.url) ?? [];
    if (id) arrivals.set(id, performance.now());
    playground.listener(request, response);
  }).on('upgrade', playground.upgrade);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { world } = playground;
  const owner = world.addUser({ username: 'owner' });
  const application = world.addApplication({ name: 'Bench', ownerId: owner.id });
  const guild = world.addGuild({ name: 'Bench', ownerId: owner.id });
  const channels = Array.from({ length: CHANNELS }, (_, i) => world.addChannel(guild.id, { name: `channel-${i}` }).id);
  const people = Array.from({ length: PEOPLE }, (_, i) => {
    const { id } = world.addUser({ username: `person${i}` });
    world.join(guild.id, id);
    return playground.as(id);
  });
  world.join(guild.id, application.id);
  const close = () => {
    playground.close();
    server.closeAllConnections();
    server.close();
  };
  return { playground, arrivals, application, channels, people, url: `http://127.0.0.1:${server.address().port}/api`, close };
}

/** Starts a bot and waits until it has told Discord its commands. */
async function startBot(script, discord) {
  const command = [...(hasTaskset ? ['taskset', '-c', '0'] : []), process.execPath, script];
  const env = {
    ...process.env,
    ...{ DISCORD_TOKEN: discord.application.token, DISCORD_API_URL: discord.url },
    ...{ DATABASE_URL: `file:${join(folder, 'bench.sqlite')}`, HTTP_PORT: '0', LOG_LEVEL: 'info' },
  };
  const child = spawn(command[0], command.slice(1), { env, stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((resolve, reject) => {
    child.on('exit', (code) => reject(new Error(`the bot ended with exit code ${code}`)));
    createInterface({ input: child.stdout }).on('line', (line) => line.includes('"event":"commands"') && resolve());
  });
  child.removeAllListeners('exit');
  const stop = () =>
    new Promise((resolve) => {
      child.on('exit', resolve);
      child.kill('SIGTERM');
    });
  return { pid: child.pid, stop };
}

/** Milliseconds of processor time that a process has used; null where the system does not tell. */
function cpuMs(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return null;
  }
}

const residentMb = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1e3;

/** Asks at an even pace and returns the milliseconds until each was answered. */
async function ask(discord, surface, total, firstPerson = 0) {
  const sent = new Map();
  const startedAt = performance.now();
  for (let i = 0; i < total; i++) {
    const due = startedAt + (1_000 * i) / perSecond;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const person = discord.people[(firstPerson + i) % PEOPLE];
    const channel = discord.channels[i % CHANNELS];
    const text = texts[i % texts.length].slice(0, 1_000);
    const at = performance.now();
    const { id } = {
      ask: () => person.slash(channel, 'ask', { question: text }),
      autocomplete: () => person.autocomplete(channel, 'ask', { question: text.slice(0, 12) }, 'question'),
      mention: () => person.send(channel, `<@${discord.application.id}> ${text}`),
    }[surface]();
    sent.set(id, at);
  }
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  return [...sent].map(([id, at]) => (discord.arrivals.get(id) ?? Number.POSITIVE_INFINITY) - at).sort((a, b) => a - b);
}

/** Notes when mentions are answered: the message that does so carries the question's id as its nonce. */
function watchMentions({ playground, arrivals }) {
  let seen = 0;
  return playground.watch(() => {
    for (; seen < playground.requests.length; seen++) {
      const { nonce } = playground.requests[seen].body ?? {};
      if (nonce !== undefined) arrivals.set(String(nonce), performance.now());
    }
  });
}

const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
const ms = (value) => (value < 10 ? value.toFixed(1) : value.toFixed(0));

/** One bot, one surface: quantiles in milliseconds, processor time for each question, memory. */
async function measure(script, surface) {
  const discord = await startDiscord();
  const stopWatching = watchMentions(discord);
  const bot = await startBot(join(root, script), discord);
  await ask(discord, surface, WARM_UP_QUESTIONS);
  const before = cpuMs(bot.pid);
  const times = await ask(discord, surface, seconds * perSecond, WARM_UP_QUESTIONS);
  const cpu = (cpuMs(bot.pid) - before) / times.length;
  const rss = residentMb(bot.pid);
  await bot.stop();
  stopWatching();
  const { violations } = discord.playground;
  discord.close();
  const answered = times.filter(Number.isFinite).length;
  return {
    answered,
    asked: times.length,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    max: times.at(-1),
    cpu,
    rss,
    violations: violations.length,
  };
}

try {
  const rows = [['surface', 'bot', 'answered', 'p50 ms', 'p99 ms', 'max ms', 'p99 ratio', 'CPU ms each', 'MB', 'violations']];
  for (const surface of SURFACES) {
    const echo = await measure('bench/echo-bot.mjs', surface);
    const dockmaster = await measure('dist/main.js', surface);
    for (const [name, result] of Object.entries({ dockmaster, 'one sentence': echo })) {
      const { answered, asked, p50, p99, max, cpu, rss, violations } = result;
      rows.push([
        surface,
        name,
        `${answered}/${asked}`,
        ms(p50),
        ms(p99),
        ms(max),
        `${(p99 / echo.p99).toFixed(1)} x`,
        cpu.toFixed(1),
        rss.toFixed(0),
        String(violations),
      ]);
    }
  }
  console.log(
    `From gateway event to request, ${perSecond} a second for ${seconds} s, SQLite on disk${hasTaskset ? ', the bot on one core' : ''}`,
  );
  console.log(table(rows));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
