/** The search engines that the matcher is measured beside: each takes entries with phrasings and returns question -> best entry id. */
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { STOP_WORDS } from '../dist/core/language/english.js';
import { normalise, stem, tokenise } from '../dist/core/language/text.js';

const words = (text) =>
  tokenise(normalise(text))
    .filter((token) => !STOP_WORDS.has(token))
    .map(stem);

/** An entry scores the sum of its best three phrasings. */
function bestEntry(hits) {
  const byEntry = new Map();
  for (const { entry, score } of hits) byEntry.set(entry, [...(byEntry.get(entry) ?? []), score]);
  let best = null;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const [entry, scores] of byEntry) {
    const sum = scores
      .sort((a, b) => b - a)
      .slice(0, 3)
      .reduce((total, score) => total + score, 0);
    if (sum > bestScore) [best, bestScore] = [entry, sum];
  }
  return best;
}

const documentsOf = (entries) => entries.flatMap(({ id, phrasings }) => phrasings.map((text) => ({ entry: id, text })));

/** fuse.js, tokens searched one by one (its best setting for whole questions). */
export function fuseTokens(entries) {
  const fuse = new Fuse(documentsOf(entries), {
    keys: ['text'],
    useTokenSearch: true,
    threshold: 0.3,
    ignoreLocation: true,
    includeScore: true,
  });
  return (question) => bestEntry(fuse.search(question).map(({ item, score }) => ({ entry: item.entry, score: 1 - (score ?? 1) })));
}

/** MiniSearch with stems, stop words and fuzzy terms. */
export function miniSearch(entries) {
  const index = new MiniSearch({
    fields: ['text'],
    storeFields: ['entry'],
    processTerm: (term) => (STOP_WORDS.has(term.toLowerCase()) ? null : stem(term.toLowerCase())),
    searchOptions: { fuzzy: 0.2, prefix: false },
  });
  index.addAll(documentsOf(entries).map((document, id) => ({ id, ...document })));
  return (question) => bestEntry(index.search(question));
}

/** Okapi BM25 (Robertson & Zaragoza 2009), k1 = 1.2, b = 0.75, over stems without stop words. */
export function bm25(entries) {
  const [k1, b] = [1.2, 0.75];
  const documents = documentsOf(entries).map(({ entry, text }) => ({ entry, terms: words(text) }));
  const meanLength = documents.reduce((sum, { terms }) => sum + terms.length, 0) / documents.length;
  const postings = new Map();
  documents.forEach(({ terms }, i) => {
    for (const term of terms) {
      const counts = postings.get(term) ?? new Map();
      counts.set(i, (counts.get(i) ?? 0) + 1);
      postings.set(term, counts);
    }
  });
  return (question) => {
    const scores = new Map();
    for (const term of new Set(words(question))) {
      const counts = postings.get(term);
      if (!counts) continue;
      const idf = Math.log(1 + (documents.length - counts.size + 0.5) / (counts.size + 0.5));
      for (const [i, count] of counts) {
        const length = documents[i].terms.length;
        const score = (idf * count * (k1 + 1)) / (count + k1 * (1 - b + (b * length) / meanLength));
        scores.set(i, (scores.get(i) ?? 0) + score);
      }
    }
    return bestEntry([...scores].map(([i, score]) => ({ entry: documents[i].entry, score })));
  };
}
