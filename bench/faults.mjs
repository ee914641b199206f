/**
 * `npm run bench:faults [-- NAME,...]`: what people notice while something is wrong. The bot runs in a process of its own, against a Discord on
 * loopback in this one. One table, no verdicts. Where BENCH_LOGS names a folder, the logs of the bots are kept there.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { table } from '../dist/terminal/reports.js';
import { clock } from './faults/clock.mjs';
import { startPostgres } from './faults/databases.mjs';
import { kill } from './faults/kills.mjs';
import { flood, tips } from './faults/load.mjs';
import { HEAD } from './faults/questions.mjs';
import { away, disk, lock, slow, swallowed } from './faults/storage.mjs';

/** What takes the processors, one after the other. Each gives its rows later: while it waits for the rest, the next begins. */
const WORKING = { clock, flood, tips };
/** What waits most of the time, side by side. */
const WAITING = { lock, disk, away, swallowed, slow };
/** Starts the bot a hundred times, and comes when nothing else is under way. */
const LAST = { kill };
const NAMES = [WORKING, WAITING, LAST].flatMap(Object.keys);

const wanted = process.argv[2]?.split(',') ?? NAMES;
const unknown = wanted.filter((name) => !NAMES.includes(name));
if (unknown.length > 0) {
  console.error(`There is no fault named ${unknown.join(', ')}. There are: ${NAMES.join(', ')}.`);
  process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), 'dockmaster-faults-'));
const startedAt = performance.now();
const notes = [];
let postgres = null;
/** What every fault is given. */
const stage = {
  folder,
  program: join(import.meta.dirname, '..', 'dist', 'main.js'),
  postgres() {
    postgres ??= startPostgres();
    return postgres;
  },
  /** A line of progress. */
  say: (fault, text) => console.error(`${((performance.now() - startedAt) / 1_000).toFixed(0).padStart(4)} s  ${fault}: ${text}`),
  /** What the table has no column for. */
  note: (fault, text) => notes.push(`${fault}: ${text}`),
  keepLog(fault, bot) {
    if (!process.env.BENCH_LOGS) return;
    mkdirSync(process.env.BENCH_LOGS, { recursive: true });
    writeFileSync(join(process.env.BENCH_LOGS, `${fault.replaceAll(/[^a-z0-9]+/gi, '-')}.log`), bot.log.join('\n'));
  },
};

const isWanted = ([name]) => wanted.includes(name);

/** Runs a fault, and gives the promise of its rows; one that cannot be measured leaves the others. */
async function run([name, fault]) {
  const failed = (error) => {
    stage.say(name, String(error?.stack ?? error));
    return [[name, 'not measured']];
  };
  try {
    const { rows } = await fault(stage);
    return { rows: rows.catch(failed) };
  } catch (error) {
    return { rows: failed(error) };
  }
}

try {
  const begun = [];
  for (const one of Object.entries(WORKING).filter(isWanted)) begun.push(await run(one));
  begun.push(...(await Promise.all(Object.entries(WAITING).filter(isWanted).map(run))));
  const rows = await Promise.all(begun.map(({ rows }) => rows));
  for (const one of Object.entries(LAST).filter(isWanted)) rows.push(await (await run(one)).rows);
  console.log(table([HEAD, ...rows.flat()]));
  for (const note of notes) console.log(note);
} finally {
  await (await postgres)?.stop();
  rmSync(folder, { recursive: true, force: true });
}
// A fault that could not be measured may have left a bot.
process.exit();
