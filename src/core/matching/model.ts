/** Training: from the texts of a knowledge base to a model that is plain data and can be stored. */

import { STOP_WORDS } from '../language/english.js';
import { joinKnown, normalise, stem, tokenise } from '../language/text.js';
import { seededRandom, shuffle } from '../random.js';
import { type Calibration, chooseThresholds, type Evidence, fitCalibration, type HeldOut } from './calibration.js';
import { type LinearModel, scoreClasses, trainLinear } from './classifier.js';
import { buildFeatureSpace, createVectoriser, type FeatureSpace, type IndexedTexts, indexTexts } from './features.js';
import { createRepair, type IsWord } from './repair.js';
import type { Synonyms } from './synonyms.js';
import type { LabelledText, TrainingSet } from './training-set.js';
import { countWords, readTrainingTexts, type WordLists } from './training-texts.js';

/** Raise when a stored model of an older program must not be used: any change of features, training or calibration. */
export const MODEL_VERSION = 11;
/** The training texts are dealt to that many folds, to be held out where there are too few labelled questions to calibrate on. */
const FOLDS = 3;
/** Above this many texts one fold alone is plenty to calibrate on, and saves half of the training time. */
const MANY_TEXTS = 4_000;
/** That many labelled questions with an entry, and as many without, are enough to calibrate on. */
const MIN_LABELLED = 50;

/** Everything a matcher needs, as data. Classes are numbered: entries first, then the refusal groups, off-topic last. */
export interface MatcherModel extends WordLists {
  readonly version: number;
  readonly entryIds: readonly string[];
  readonly refusalGroups: readonly string[];
  readonly synonyms: readonly (readonly string[])[];
  readonly space: FeatureSpace;
  readonly linear: LinearModel;
  readonly calibration: Calibration;
}

interface Example {
  readonly tokens: readonly string[];
  readonly label: number;
  /** The fold this example is held out in; -1: in none. */
  readonly fold: number;
}

/**
 * Trains a model. Deterministic: the same texts give the same model.
 * @param isWord which words typo repair leaves alone when it reads the labelled questions
 * @param onProgress called with the share that is done, 0 to 1
 */
export function trainModel(set: TrainingSet, isWord: IsWord, onProgress: (share: number) => void = () => {}): MatcherModel {
  const { synonyms, refusalGroups, askedTokens, supportTokens, words } = readTrainingTexts(set);
  const sizes = { classes: askedTokens.length, competing: set.entries.length };
  const examples = [
    ...assignFolds(askedTokens, set.entries.length),
    ...supportTokens.flatMap((texts, label) => texts.map((tokens) => ({ tokens, label, fold: -1 }))),
  ];
  const indexed = indexTexts(
    examples.map(({ tokens }) => tokens),
    synonyms,
  );
  const entryIds = set.entries.map(({ id }) => id);
  const all = [...examples.keys()];
  const labelled = hasEnough(set.calibration) ? set.calibration : null;

  const scorerOf = (
    rows: readonly number[],
    report: (share: number) => void,
  ): { space: FeatureSpace; linear: LinearModel; score: Scorer } => {
    const { space, linear } = fitRows(indexed, examples, rows, sizes, report);
    const words = countWords(rows.map((i) => examples[i]?.tokens ?? []));
    return { space, linear, score: createScorer(space, linear, entryIds.length, words, synonyms) };
  };
  const heldOut: HeldOut[] = [];
  const fits = labelled ? 1 : 1 + (examples.length > MANY_TEXTS ? 1 : FOLDS);
  for (let fold = 0; fold < fits - 1; fold++) {
    const kept = all.filter((i) => examples[i]?.fold !== fold);
    if (kept.length === all.length) continue;
    const { score } = scorerOf(kept, (share) => onProgress((fold + share) / fits));
    for (const { tokens, label, fold: heldIn } of examples) {
      if (heldIn === fold) heldOut.push({ ...score(tokens), right: label < entryIds.length ? [label] : [] });
    }
  }
  const { space, linear, score } = scorerOf(all, (share) => onProgress((fits - 1 + share) / fits));
  const { vocabulary, compounds } = words;
  const readQuestion = createReader(vocabulary, compounds, isWord, createRepair(vocabulary, isWord));
  for (const { text, entries } of labelled ?? []) {
    heldOut.push({ ...score(readQuestion(text)), right: entries.flatMap((id) => (entryIds.includes(id) ? [entryIds.indexOf(id)] : [])) });
  }
  const parameters = fitCalibration(heldOut);
  return {
    version: MODEL_VERSION,
    entryIds,
    refusalGroups,
    synonyms: set.synonyms,
    space,
    linear,
    calibration: { parameters, ...chooseThresholds(parameters, heldOut) },
    ...words,
  };
}

function hasEnough(labelled: readonly LabelledText[]): boolean {
  const answered = labelled.filter(({ entries }) => entries.length > 0).length;
  return answered >= MIN_LABELLED && labelled.length - answered >= MIN_LABELLED;
}

/** Makes the function that reads a question the way the training texts were read, typos repaired. */
export function createReader(
  vocabulary: ReadonlyMap<string, number>,
  compounds: ReadonlySet<string>,
  isWord: IsWord,
  repair: ReturnType<typeof createRepair>,
): (question: string) => string[] {
  const isKnown = (word: string): boolean => vocabulary.has(word) || isWord(word);
  return (question) => joinKnown(repair(tokenise(normalise(question))), compounds, isKnown);
}

function fitRows(
  indexed: IndexedTexts,
  examples: readonly Example[],
  rows: readonly number[],
  sizes: { readonly classes: number; readonly competing: number },
  onProgress: (share: number) => void,
): { space: FeatureSpace; linear: LinearModel } {
  const { space, vectors } = buildFeatureSpace(indexed, rows);
  const labels = rows.map((row) => examples[row]?.label ?? 0);
  return { space, linear: trainLinear(vectors, labels, { ...sizes, features: space.names.length }, onProgress) };
}

/**
 * Deals the texts of each class to the folds. An entry's texts are spread over all folds, never a whole entry held out: its siblings
 * would then look right (it cost .12 of out-of-scope AUROC). Every other refusal group is held out as a whole, because the near misses
 * of real life come from areas that no group foresaw; an entry with a single text stays in all training sets.
 */
function assignFolds(tokenLists: readonly (readonly (readonly string[])[])[], entryCount: number): Example[] {
  return tokenLists.flatMap((texts, label) => {
    const order = [...texts.keys()];
    shuffle(order, seededRandom(1_000 + label));
    const whole = label >= entryCount && label < tokenLists.length - 1 && label % 2 === 0;
    return texts.map((tokens, i) => {
      const fold = texts.length < 2 ? -1 : whole ? label % FOLDS : (order[i] ?? 0) % FOLDS;
      return { tokens, label, fold };
    });
  });
}

/** The scores of the entries and the evidence against all of them, for a list of tokens. */
export type Scorer = (tokens: readonly string[]) => { scores: Float64Array; refusals: Float64Array; evidence: Evidence };

/** Tells whether a token is a word of three letters, or of one character in a script that writes words so. */
export function isWordLike(token: string): boolean {
  return /\p{L}{3}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(token);
}

/** Makes the function that scores a question. */
export function createScorer(
  space: FeatureSpace,
  linear: LinearModel,
  entryCount: number,
  vocabulary: ReadonlyMap<string, number>,
  synonyms: Synonyms,
): Scorer {
  const vectorise = createVectoriser(space, synonyms);
  const knownStems = new Set([...vocabulary.keys()].map(stem));
  return (tokens) => {
    // Numbers and stray letters alone ask nothing, though some phrasing may hold them.
    const all = scoreClasses(linear, vectorise(tokens.some(isWordLike) ? tokens : []));
    const refusals = all.subarray(entryCount);
    const content = [...new Set(tokens.filter((token) => isWordLike(token) && !STOP_WORDS.has(token)))];
    const known = content.filter((token) => knownStems.has(stem(token)) || synonyms.groupsOf(token).length > 0).length;
    return {
      scores: all.subarray(0, entryCount),
      refusals,
      evidence: {
        refusalScore: Math.max(...refusals),
        unknownShare: content.length === 0 ? 1 : 1 - known / content.length,
        knownWords: known,
      },
    };
  };
}
