/**
 * One start with synthetic knowledge, in a process of its own so that its memory is its own: node bench/start.mjs ENTRIES PHRASINGS CACHE.
 * Cold where the cache is empty, warm otherwise. Prints one JSON line.
 */
import { createMatcher } from '../dist/core/matching/matcher.js';
import { folderCache } from '../dist/knowledge/training/cache.js';
import { loadWords } from '../dist/knowledge/training/spelling.js';
import { loadModel } from '../dist/knowledge/training/trainer.js';
import { syntheticEntries, trainingSetOf } from './synthetic.mjs';

const [, , entryCount, phrasingsEach, cacheDir] = process.argv;
const entries = syntheticEntries(Number(entryCount), Number(phrasingsEach));
const started = performance.now();
const model = await loadModel(trainingSetOf(entries), cacheDir);
const matcher = createMatcher(model, loadWords(folderCache(cacheDir, 'words')).isWord);
matcher.match(entries[0].unseen);
const startMs = performance.now() - started;

const questions = entries.map(({ unseen }) => unseen);
for (const question of questions) matcher.match(question);
const times = [...questions, ...questions, ...questions].map((question) => {
  const asked = performance.now();
  matcher.match(question);
  return performance.now() - asked;
});
console.log(JSON.stringify({ startMs, times, rssMb: process.memoryUsage.rss() / 1e6 }));
