/**
 * `npm run bench:discord [-- SECONDS [PER_SECOND [SURFACE,...]]]`: how long from an event that Discord sends to the request that answers it, at 40
 * questions a second, measured where Discord sits. The bot runs with the real client in a process of its own, on one core where
 * `taskset` is there, beside a bot that does nothing but reply one sentence. Tables, no verdicts.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { table } from '../dist/terminal/reports.js';
import { startBot } from './parts/bot.mjs';
import { startDiscord } from './parts/discord.mjs';
import { ms, quantile } from './parts/figures.mjs';

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

/** Notes when interactions are answered: by the address of the request. */
async function startNotedDiscord() {
  const arrivals = new Map();
  const onRequest = ({ url }) => {
    const [, id] = /\/interactions\/(\d+)\//.exec(url) ?? [];
    if (id) arrivals.set(id, performance.now());
  };
  return { ...(await startDiscord({ channels: CHANNELS, people: PEOPLE, onRequest })), arrivals };
}

/** A bot of its own database, on one core where that can be. */
function startMeasuredBot(script, discord) {
  return startBot(script, discord, {
    env: { DATABASE_URL: `file:${join(folder, 'bench.sqlite')}` },
    wrap: (command) => [...(hasTaskset ? ['taskset', '-c', '0'] : []), ...command],
    ready: 'commands',
  });
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

/** One bot, one surface: quantiles in milliseconds, processor time for each question, memory. */
async function measure(script, surface) {
  const discord = await startNotedDiscord();
  const stopWatching = watchMentions(discord);
  const bot = await startMeasuredBot(join(root, script), discord);
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
