/**
 * `npm run bench:edits [-- TIMES]`: how long from writing a file of the shipped knowledge until a running engine has it, for each kind of
 * edit: the texts, a matcher that knows them, the matcher of a fresh start, which is the peer. Also how long the engine's own thread stands
 * still at most, and how long the first edit after a start takes. Tables, no verdicts.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createLiveEngine } from '../dist/process/live-engine.js';
import { processTerminal, progressLine } from '../dist/terminal/output.js';
import { table } from '../dist/terminal/reports.js';

const times = Number(process.argv[2] ?? 5);
const folder = mkdtempSync(join(tmpdir(), 'dockmaster-edits-'));
const knowledgeDir = join(folder, 'knowledge');
cpSync(join(import.meta.dirname, '..', 'knowledge'), knowledgeDir, { recursive: true });
/** Between two edits: the thread that follows them gets ready. */
const PAUSE_MS = 3_000;
const KERNEL = join('kernel', 'what-is-a-kernel.md');

const read = (path) => readFileSync(join(knowledgeDir, path), 'utf8');
const write = (path, text) => writeFileSync(join(knowledgeDir, path), text);
const replace = (path, before, after) => {
  if (!read(path).includes(before)) throw new Error(`${path} no longer holds "${before}"`);
  write(path, read(path).replace(before, after));
};

/** Each makes another edit each time. */
const EDITS = {
  'why, example, pitfalls': (i) => write(KERNEL, `${read(KERNEL)}\nOne more thing, number ${i}.\n`),
  'an answer': (i) => replace(KERNEL, 'It hands out ', `It hands out item number ${i}, `),
  'a phrasing': (i) => replace(KERNEL, 'phrasings:\n', `phrasings:\n  - what is the ${i}th secret of a kernel\n`),
  'an entry is new': (i) => {
    const entry = `---\nquestion: How do I feed penguin number ${i}?\nphrasings:\n  - feeding penguin ${i}\n  - what does the ${i}th penguin eat\n---\nWith fish.\n`;
    write(join('kernel', `penguin-${i}.md`), entry);
  },
  'an entry is gone': (i) => rmSync(join(knowledgeDir, 'kernel', `penguin-${i}.md`)),
  'a question not covered': (i) =>
    replace('not-covered.yml', '  questions:\n', `  questions:\n    - how do i prune the ${i}th image of a penguin\n`),
  synonyms: (i) => replace('wording.yml', '[windows, win', `[windows, win, wdw${i}`),
};

const swaps = [];
let wake = () => {};
const options = {
  knowledgeDir,
  cacheDir: join(folder, 'cache'),
  log: { debug() {}, info() {}, warn() {}, error: (event, error) => console.error(event, error) },
  onFault: (text) => {
    if (text !== null) throw new Error(text);
  },
  onSwap: (_, step) => {
    swaps.push({ step, at: performance.now() });
    wake();
  },
};

/** The milliseconds until each step of one edit; a matcher that is the one of a fresh start at once counts as both. */
async function measure(make, i) {
  swaps.length = 0;
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const from = performance.now();
  make(i);
  while (!swaps.some(({ step }) => step === 'trained')) await new Promise((resolve) => (wake = resolve));
  delay.disable();
  const until = (...steps) => swaps.find(({ step }) => steps.includes(step)).at - from;
  return { texts: until('texts'), matcher: until('matcher', 'trained'), trained: until('trained'), stall: delay.max / 1e6 };
}

const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
const cells = (name, measured) => [
  name,
  ...['texts', 'matcher', 'trained', 'stall'].map((what) => {
    const sorted = measured.map((one) => one[what]).sort((a, b) => a - b);
    return `${sorted[Math.floor(sorted.length / 2)].toFixed(0)} / ${sorted.at(-1).toFixed(0)}`;
  }),
];

const progress = progressLine(processTerminal(process.stdout, process.stderr, process.env), 'Editing');
let done = 0;
const total = Object.keys(EDITS).length * times + 2;
const step = (result) => {
  progress.update(++done / total);
  return result;
};
const rows = [['edit', 'texts ms', 'matcher ms', 'trained ms', 'stall ms']];
try {
  let live = await createLiveEngine(options);
  step();
  await live.stop();
  live = await createLiveEngine(options);
  rows.push(cells('an answer, at once after a start', [step(await measure(EDITS['an answer'], 99))]));
  for (const [name, make] of Object.entries(EDITS)) {
    const measured = [];
    for (let i = 0; i < times; i++) {
      await pause();
      measured.push(step(await measure(make, i)));
    }
    rows.push(cells(name, measured));
  }
  await live.stop();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
progress.done();
console.log(`From writing a file to the swap, ${times} edits of each kind: median / longest`);
console.log(table(rows));
