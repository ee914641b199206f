/** Knowledge of any size, made of words with the frequencies of English text, so that speed can be measured without a data set. */
import { seededRandom } from '../dist/core/random.js';

const SYLLABLES =
  'ba be bi bo bu da de di do du ka ke ki ko ku la le li lo lu ma me mi mo mu na ne ni no nu ra re ri ro ru sa se si so su ta te ti to tu'.split(
    ' ',
  );

/** Zipf's law over a vocabulary that grows with the square root of the text (Heaps' law). */
export function syntheticEntries(entryCount, phrasingsEach) {
  const random = seededRandom(7);
  const vocabulary = Array.from({ length: Math.round(80 * Math.sqrt(entryCount * phrasingsEach)) }, () =>
    Array.from({ length: 2 + Math.floor(random() * 3) }, () => SYLLABLES[Math.floor(random() * SYLLABLES.length)]).join(''),
  );
  const common = () => vocabulary[Math.floor(vocabulary.length ** random()) - 1] ?? vocabulary[0];
  return Array.from({ length: entryCount }, (_, i) => {
    const own = Array.from({ length: 8 }, () => vocabulary[Math.floor(random() * vocabulary.length)]);
    const phrasing = () =>
      Array.from({ length: 5 + Math.floor(random() * 7) }, () => (random() < 0.4 ? own[Math.floor(random() * own.length)] : common())).join(
        ' ',
      );
    return { id: `e${i}`, phrasings: Array.from({ length: phrasingsEach }, phrasing), unseen: phrasing() };
  });
}

/** Entries with phrasings as a training set: no refusals but the engine's own, nothing to calibrate on but held-out phrasings. */
export function trainingSetOf(entries) {
  return {
    entries: entries.map(({ id, phrasings }) => ({ id, texts: phrasings, support: [] })),
    refusals: [],
    synonyms: [],
    calibration: [],
  };
}
