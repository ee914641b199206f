/**
 * `npm run bench:matching -- [DIR]`: how often the right entry comes first on the data sets of a folder, beside search engines; then
 * speed and memory at 1,000 and 10,000 phrasings, and the slowest hostile input. Tables, no verdicts.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMatcher } from '../dist/core/matching/matcher.js';
import { folderCache } from '../dist/knowledge/training/cache.js';
import { loadWords } from '../dist/knowledge/training/spelling.js';
import { loadModel } from '../dist/knowledge/training/trainer.js';
import { table } from '../dist/terminal/reports.js';
import { HOSTILE } from './hostile.mjs';
import { bm25, fuseTokens, miniSearch } from './peers.mjs';
import { syntheticEntries, trainingSetOf } from './synthetic.mjs';

const cacheDir = mkdtempSync(join(tmpdir(), 'dockmaster-bench-'));
const { isWord } = loadWords(folderCache(cacheDir, 'words'));
const load = (entries) => loadModel(trainingSetOf(entries), cacheDir);
const ms = (value) => (value < 10 ? value.toFixed(2) : value.toFixed(0));
const percent = (value) => (100 * value).toFixed(1);

function quantiles(times) {
  const sorted = [...times].sort((a, b) => a - b);
  return [0.5, 0.99].map((share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]);
}

function timesOf(find, questions) {
  return questions.map((question) => {
    const started = performance.now();
    find(question);
    return performance.now() - started;
  });
}

async function quality(folder) {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    const { name, entries, validation } = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    const matcher = createMatcher(await load(entries), isWord);
    const engines = {
      dockmaster: (question) => matcher.match(question).candidates[0]?.entryId,
      MiniSearch: miniSearch(entries),
      BM25: bm25(entries),
      'fuse.js token search': fuseTokens(entries),
    };
    const results = Object.entries(engines).map(([engine, find]) => {
      const top1 = (field) => validation.filter((item) => find(item[field]) === item.entry).length / validation.length;
      const [clean, typos] = [top1('text'), top1('typo')];
      const [p50, p99] = quantiles(
        timesOf(
          find,
          validation.slice(0, 200).map(({ text }) => text),
        ),
      );
      return { engine, clean, typos, p50, p99 };
    });
    const [own] = results;
    console.log(`\n${name}: ${entries.length} entries, ${validation.length} validation questions`);
    const rows = results.map(({ engine, clean, typos, p50, p99 }) => [
      engine,
      percent(clean),
      percent(typos),
      `${(clean / own.clean).toFixed(2)} x`,
      ms(p50),
      ms(p99),
      `${(p50 / own.p50).toFixed(1)} x`,
    ]);
    console.log(table([['engine', 'top-1 %', 'with typos %', 'ratio', 'p50 ms', 'p99 ms', 'time ratio'], ...rows]));
  }
}

function start(entryCount, phrasingsEach, folder) {
  const script = join(import.meta.dirname, 'start.mjs');
  return JSON.parse(execFileSync(process.execPath, [script, String(entryCount), String(phrasingsEach), folder], { encoding: 'utf8' }));
}

function speed() {
  const rows = [
    [50, 10],
    [100, 10],
    [200, 15],
    [500, 20],
  ].map(([entryCount, each]) => {
    const folder = mkdtempSync(join(tmpdir(), 'dockmaster-bench-'));
    for (const name of readdirSync(cacheDir).filter((file) => file.startsWith('words-'))) cpSync(join(cacheDir, name), join(folder, name));
    const cold = start(entryCount, each, folder);
    const warm = start(entryCount, each, folder);
    rmSync(folder, { recursive: true, force: true });
    const [p50, p99] = quantiles(warm.times);
    const columns = [ms(p50), ms(p99), ms(cold.startMs), ms(warm.startMs), cold.rssMb.toFixed(0), warm.rssMb.toFixed(0)];
    return [`${entryCount * each}`, `${entryCount}`, ...columns];
  });
  console.log('\nSpeed by the number of phrasings (synthetic text), each start in a process of its own');
  console.log(table([['phrasings', 'entries', 'p50 ms', 'p99 ms', 'cold start ms', 'warm start ms', 'cold MB', 'warm MB'], ...rows]));
  const growth = (column) => {
    const [first, last] = [rows[0], rows.at(-1)];
    return (Math.log(Number(last[column]) / Number(first[column])) / Math.log(Number(last[0]) / Number(first[0]))).toFixed(2);
  };
  console.log(`Growth with n phrasings: a question n^${growth(2)}, cold start n^${growth(4)}, warm start n^${growth(5)}.`);
}

async function hostile() {
  const matcher = createMatcher(await load(syntheticEntries(500, 20)), isWord);
  const rows = Object.entries(HOSTILE).map(([name, text]) => {
    const times = timesOf((question) => matcher.match(question), [text, text, text, text, text]);
    return { name, first: times[0], best: Math.min(...times) };
  });
  rows.sort((a, b) => b.first - a.first);
  console.log('\nHostile input at 10,000 phrasings, the slowest five');
  console.log(
    table([['input', 'first ms', 'best of five ms'], ...rows.slice(0, 5).map(({ name, first, best }) => [name, ms(first), ms(best)])]),
  );
}

try {
  const folder = process.argv[2];
  if (folder) await quality(folder);
  else console.log('No folder of data sets given, so quality is left out: npm run bench:matching -- DIR.');
  speed();
  await hostile();
} finally {
  rmSync(cacheDir, { recursive: true, force: true });
}
