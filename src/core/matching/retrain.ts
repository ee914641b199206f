/**
 * An edited knowledge base, learnt in a fraction of the time: the classes whose texts changed, and those that are near to the changed
 * texts, are trained anew; the others keep the weights they have. The features of before keep their weights as well, and the calibration
 * stays. What comes out is close to what `trainModel` would make of the same texts, and holds until that is done.
 */
import { createTraining, emptyModel, type LinearModel, scoreClasses, setClass } from './classifier.js';
import { createVectoriser, extendFeatureSpace, type SparseVector } from './features.js';
import type { MatcherModel } from './model.js';
import type { TrainingSet } from './training-set.js';
import { readTrainingTexts } from './training-texts.js';

/** A class that scores a changed text of another one above this is near it: -1 is "nothing in common". */
const NEAR_FROM = -0.8;
/** Classes that are trained again because they are near, the nearest first. */
const MAX_NEAR = 8;
/** Where a larger share of the classes changed than this, little is left to keep. */
const MAX_CHANGED_SHARE = 0.25;

/**
 * Prepares for edits of the texts that a model was trained on: reads all of them once.
 * @returns makes the model of an edited set; null where more changed than texts of a few entries or groups of refusals
 */
export function createRetrainer(set: TrainingSet, model: MatcherModel): (edited: TrainingSet) => MatcherModel | null {
  const before = new Map(classesOf(set).map(({ name, key }, label) => [name, { key, label }]));
  const synonymsBefore = JSON.stringify(set.synonyms);
  const { synonyms, ...texts } = readTrainingTexts(set);
  const vectorise = createVectoriser(model.space, synonyms);
  const known = new Map<string, SparseVector>();
  for (const tokens of [...texts.askedTokens.flat(), ...texts.supportTokens.flat()]) known.set(tokens.join(' '), vectorise(tokens));

  return (edited) => {
    const classes = classesOf(edited);
    const changed = new Set([...classes.entries()].flatMap(([label, { name, key }]) => (before.get(name)?.key === key ? [] : [label])));
    // Synonyms change the features of every text.
    const isFar = changed.size > Math.max(1, MAX_CHANGED_SHARE * before.size) || JSON.stringify(edited.synonyms) !== synonymsBefore;
    if (isFar) return null;

    const { askedTokens, supportTokens, refusalGroups, words } = readTrainingTexts(edited);
    const rows = [askedTokens, supportTokens].flatMap((byClass) =>
      byClass.flatMap((lists, label) => lists.map((tokens) => ({ tokens, label, key: tokens.join(' ') }))),
    );
    const rowsOfChanged = rows.filter(({ label }) => changed.has(label));
    const space = extendFeatureSpace(
      model.space,
      rowsOfChanged.map(({ tokens }) => tokens),
      synonyms,
      rows.length,
    );
    const vectoriseAll = createVectoriser(space, synonyms);
    const vectors = rows.map(({ tokens, label, key }) => (changed.has(label) ? undefined : known.get(key)) ?? vectoriseAll(tokens));
    const labelled = rows.map(({ label }) => label);

    const sizes = { classes: classes.length, competing: edited.entries.length, features: space.names.length };
    const linear = emptyModel(sizes);
    copyClasses(
      model.linear,
      linear,
      classes.map(({ name }) => before.get(name)?.label),
    );
    const train = createTraining(vectors, labelled, sizes);
    const newTexts = rowsOfChanged.filter(({ key }) => !known.has(key)).map(({ tokens }) => vectoriseAll(tokens));
    for (const label of [...changed, ...nearTo(newTexts, linear, changed)]) setClass(linear, label, train(label));
    const entryIds = edited.entries.map(({ id }) => id);
    return { ...model, ...words, entryIds, refusalGroups, space, linear };
  };
}

/** The classes of a training set in the order of their numbers: what names each, and what changes when its texts do. */
function classesOf({ entries, refusals }: TrainingSet): { readonly name: string; readonly key: string }[] {
  return [
    ...entries.map((entry) => ({ name: `entry ${entry.id}`, key: JSON.stringify(entry) })),
    ...refusals.map((group) => ({ name: `refusal ${group.group}`, key: JSON.stringify(group) })),
    { name: 'off-topic', key: '' },
  ];
}

/** Copies the weights of each class that was there before; `labelsBefore[label]` is its number then. */
function copyClasses(from: LinearModel, to: LinearModel, labelsBefore: readonly (number | undefined)[]): void {
  const features = from.weights.length / from.classes;
  labelsBefore.forEach((old, label) => {
    if (old === undefined) return;
    to.scales[label] = from.scales[old] ?? 1;
    for (let f = 0; f < features; f++) to.weights[f * to.classes + label] = from.weights[f * from.classes + old] as number;
  });
}

/** The classes, besides those that changed, that would claim some of the texts. */
function nearTo(vectors: readonly SparseVector[], linear: LinearModel, changed: ReadonlySet<number>): number[] {
  const highest = new Float64Array(linear.classes).fill(-1);
  for (const vector of vectors) {
    scoreClasses(linear, vector).forEach((score, label) => {
      highest[label] = Math.max(highest[label] ?? -1, score);
    });
  }
  return [...highest.keys()]
    .filter((label) => !changed.has(label) && (highest[label] ?? -1) > NEAR_FROM)
    .sort((a, b) => (highest[b] ?? 0) - (highest[a] ?? 0))
    .slice(0, MAX_NEAR);
}
