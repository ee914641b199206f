/**
 * How much a message sounds like talk that asks nothing, for what no pattern foresees: "much love to whoever built this thing". A logistic
 * regression over words, pairs of words and the message's shape, fitted by stochastic gradient descent (Bottou, "Large-Scale Machine
 * Learning with Stochastic Gradient Descent", COMPSTAT 2010) to lines that people might write to a bot after its reply. Learnt when it is
 * first needed, in some tenths of a second.
 *
 * Cross-validated by writer (five people's lines, each left out in turn), with the patterns and with what `answer` makes of the score: of 920
 * lines that ask nothing 773 were not searched for; of 480 that ask without a question mark 11 passed in silence and 73 were asked for other
 * words, all but two of which the knowledge knows nothing of.
 */
import { seededRandom, shuffle } from '../random.js';
import { ASKED_ELSEWHERE } from './asked-lines.js';
import { ASKED, CHATTER } from './chatter-lines.js';
import { normalise, wordsOnly } from './text.js';

/** Tells how much a message sounds like chatter: its log-odds, above 0 more so than not. */
export type ChatterScore = (message: string) => number;

const EPOCHS = 15;
const STEP = 0.9;
const DECAY = 0.3;
const SHRINKAGE = 1e-4;
/** A question taken for chatter is met with silence, which is worse than a courtesy that was searched for. */
const ASKED_WEIGHT = 1.5;
const ELSEWHERE_WEIGHT = 0.3;

interface Example {
  readonly features: readonly string[];
  readonly isChatter: boolean;
  readonly weight: number;
}

/** Learns to tell chatter from questions. Deterministic. */
export function learnChatter(): ChatterScore {
  const examples = [
    ...CHATTER.map((text) => ({ features: featuresOf(text), isChatter: true, weight: 1 })),
    ...ASKED.map((text) => ({ features: featuresOf(text), isChatter: false, weight: ASKED_WEIGHT })),
    ...ASKED_ELSEWHERE.map((text) => ({ features: featuresOf(text), isChatter: false, weight: ELSEWHERE_WEIGHT })),
  ];
  const weights = descend(examples);
  return (message) => {
    const isKnown = wordsOf(message).some((word) => weights.has(word));
    return isKnown ? score(weights, featuresOf(message)) : UNHEARD_OF;
  };
}
/** Of a message whose words nobody has used, length and marks tell nothing. */
const UNHEARD_OF = -3;

function descend(examples: readonly Example[]): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  const random = seededRandom(1);
  const order = [...examples];
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const step = STEP / (1 + DECAY * epoch);
    shuffle(order, random);
    for (const { features, isChatter, weight } of order) {
      const error = 1 / (1 + Math.exp(-score(weights, features))) - (isChatter ? 1 : 0);
      const change = (error * weight * step) / Math.sqrt(features.length);
      for (const feature of features) {
        const before = weights.get(feature) ?? 0;
        weights.set(feature, before - change - SHRINKAGE * before);
      }
    }
  }
  return weights;
}

function score(weights: ReadonlyMap<string, number>, features: readonly string[]): number {
  return features.reduce((sum, feature) => sum + (weights.get(feature) ?? 0), 0) / Math.sqrt(features.length);
}

function wordsOf(text: string): string[] {
  return wordsOnly(normalise(text))
    .replace(/(.)\1{2,}/gu, '$1$1')
    .split(' ');
}

/** Words, neighbours, how it begins and ends, how long it is, which marks it wears. */
function featuresOf(text: string): readonly string[] {
  const words = wordsOf(text);
  const [first = '', second = ''] = words;
  return [
    ...new Set([
      'any',
      ...words,
      ...words.slice(1).map((word, i) => `${words[i]} ${word}`),
      ...[
        `first ${first}`,
        `first two ${first} ${second}`,
        `last ${words.at(-1)}`,
        `length ${Math.min(6, Math.floor(words.length / 3))}`,
      ].map((shape) => `:${shape}`),
      ...(text.includes('!') ? [':!'] : []),
      ...(/[.,]/.test(text) ? [':stops'] : []),
      ...(/\p{Extended_Pictographic}/u.test(text) ? [':emoji'] : []),
    ]),
  ];
}

let learnt: ChatterScore | null = null;

/** The score, learnt once for all: it is the same for every knowledge base. */
export const chatterScore: ChatterScore = (message) => {
  learnt ??= learnChatter();
  return learnt(message);
};
