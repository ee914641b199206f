/** The matcher: a question in, ranked entries with calibrated confidence out. Pure and synchronous. */
import { STOP_WORDS } from '../language/english.js';
import { normalise, stem } from '../language/text.js';
import { indexOfLargest, probabilities } from './calibration.js';
import { createExplainer, summedUp, type WeighedWord } from './explain.js';
import { createReader, createScorer, type MatcherModel } from './model.js';
import { createRepair, type IsWord } from './repair.js';
import { createSynonyms } from './synonyms.js';
import { OFF_TOPIC_GROUP } from './training-texts.js';

/** An entry and the calibrated probability that it answers the question. */
export interface Candidate {
  readonly entryId: string;
  /** 0 to 1. */
  readonly confidence: number;
}

export type Decision = 'answer' | 'choices' | 'unknown';

/** What the matcher makes of a question. */
export interface Match {
  readonly decision: Decision;
  /** All entries, best first; ties by id. */
  readonly candidates: readonly Candidate[];
  /** The group of not-covered questions this one looks most like, where the decision is `unknown` and there is one; never the off-topic group. */
  readonly notCovered: string | null;
  /** Whether the question by its own words is none of the entries': a class of refusals claims it, or no word of it is known. */
  readonly refused: boolean;
  /** The tokens that were compared, typos repaired. */
  readonly tokens: readonly string[];
  /** How many different content words of the question the knowledge base uses. */
  readonly knownWords: number;
}

/** Probability given to the entry, or to the refusal group, one of whose training texts the question repeats word for word. */
const EXACT_CONFIDENCE = 0.99;
/**
 * A question with fewer known content words, or with a larger share of unknown ones, is not answered outright, however sure the scores
 * are: "mac" alone asks nothing yet, and two English words in a Spanish sentence do not say which way round they stand.
 */
const MIN_KNOWN_WORDS = 2;
const MAX_UNKNOWN_SHARE = 0.4;
/** A class of refusals claims a question from this score on, if no entry scores higher; its topic is named from the second. */
const REFUSED_FROM = 0.2;
const NAMED_FROM = 0.4;
/** Entries offered as "did you mean" at the most. */
export const MAX_CHOICES = 3;

/** What the conversation so far says about a question that does not stand alone. */
export interface Context {
  /** The question before, without the words that this one replaces. */
  readonly background: string;
  /** Added to the entries' scores, by id, in units of the classifier's score: -1 nothing in common, 1 surely this. */
  readonly preference: ReadonlyMap<string, number>;
}

/**
 * How much the message by itself, the background by itself, and both read as one text count; they sum to 1. The message leads: its few
 * words are what is new. Tuned on the conversations of `npm run evaluate`.
 */
const CONTEXT_WEIGHTS = { message: 0.3, background: 0.2, together: 0.5 } as const;

export interface Matcher {
  /** @param question any text; what is beyond MAX_QUESTION_CHARS is ignored */
  match(question: string, context?: Context): Match;
  /** A text normalised and with its typos repaired, still readable: what a conversation builds on. */
  repairText(text: string): string;
  /** The words that `repairText` takes for others, in their order. */
  repairsOf(text: string): readonly Repair[];
  /** The confidences from which it decides. */
  readonly thresholds: Thresholds;
  /** Tells what spoke for an entry and against it, by the scores that `match` gives the same question in the same context. */
  explain(entryId: string, question: string, context?: Context): Explanation;
}

/** The confidences from which something is shown, as the model was calibrated. */
export interface Thresholds {
  /** The best candidate is the answer from this confidence on. */
  readonly answer: number;
  /** Below it, entries are offered where the best three together reach this confidence. */
  readonly offer: number;
}

/** A word as it was asked and the one it was taken for. */
export interface Repair {
  readonly from: string;
  readonly to: string;
}

/** What counted for one entry. */
export interface Explanation {
  /** Whether a training text says the same word for word: then no score decides. */
  readonly exact: boolean;
  /** Heaviest first. With 1 taken off for the distance that every class begins at, the weights sum to the entry's score. */
  readonly words: readonly WeighedWord[];
}

/** How an explanation names what the turns before add to a score. */
const BEFORE = 'the conversation before';

/** Makes a matcher of a trained model. */
export function createMatcher(model: MatcherModel, isWord: IsWord): Matcher {
  const { entryIds, vocabulary, compounds, calibration, exact } = model;
  const thresholds: Thresholds = { answer: calibration.answerFrom, offer: calibration.offerFrom };
  const synonyms = createSynonyms(model.synonyms);
  const score = createScorer(model.space, model.linear, entryIds.length, vocabulary, synonyms);
  const repair = createRepair(vocabulary, isWord);
  const read = createReader(vocabulary, compounds, isWord, repair);

  const scoreInContext = (question: string, tokens: readonly string[], { background, preference }: Context): ReturnType<typeof score> => {
    const { message, background: before, together } = CONTEXT_WEIGHTS;
    const parts = [score(tokens), score(read(background)), score(read(`${background} ${question}`))] as const;
    const mix = (pick: (part: (typeof parts)[number]) => Float64Array): Float64Array =>
      pick(parts[0]).map((value, i) => message * value + before * (pick(parts[1])[i] ?? 0) + together * (pick(parts[2])[i] ?? 0));
    const refusals = mix((part) => part.refusals);
    const scores = mix((part) => part.scores).map((value, i) => value + (preference.get(entryIds[i] ?? '') ?? 0));
    return { scores, refusals, evidence: { ...parts[2].evidence, refusalScore: Math.max(...refusals) } };
  };

  const match = (question: string, context?: Context): Match => {
    const tokens = read(question);
    const exactLabel = context ? undefined : exact.get(tokens.join(' '));
    const { scores, refusals, evidence } = context ? scoreInContext(question, tokens, context) : score(tokens);
    const result = probabilities(calibration.parameters, scores, evidence);
    const confidences = withExactMatch(result.entries, exactLabel);
    const candidates = entryIds
      .map((entryId, i) => ({ entryId, confidence: confidences[i] ?? 0 }))
      .sort((a, b) => b.confidence - a.confidence || (a.entryId < b.entryId ? -1 : 1));
    const saysEnough =
      exactLabel !== undefined ||
      ((evidence.knownWords >= MIN_KNOWN_WORDS || tokens.some((token) => model.telling.has(stem(token)) && !STOP_WORDS.has(token))) &&
        evidence.unknownShare <= MAX_UNKNOWN_SHARE);
    const decision = evidence.knownWords === 0 && exactLabel === undefined ? 'unknown' : decide(candidates, thresholds, saysEnough);
    const refused =
      evidence.knownWords === 0 || evidence.refusalScore > Math.max(REFUSED_FROM, ...scores) || (exactLabel ?? -1) >= entryIds.length;
    return {
      decision,
      refused,
      candidates,
      notCovered: decision === 'unknown' ? nearestGroup(model, refusals) : null,
      tokens,
      knownWords: evidence.knownWords,
    };
  };
  const repairedPieces = (text: string): Repair[] => {
    const pieces = normalise(text).split(/(\p{L}+)/u);
    const repaired = repair(pieces);
    return pieces.map((from, i) => ({ from, to: repaired[i] ?? from }));
  };
  const repairText: Matcher['repairText'] = (text) =>
    repairedPieces(text)
      .map(({ to }) => to)
      .join('');
  const repairsOf: Matcher['repairsOf'] = (text) => repairedPieces(text).filter(({ from, to }) => from !== to);

  // Made with the first explanation: it takes a second index of all features, and most bots never explain.
  let explainer: ReturnType<typeof createExplainer> | null = null;
  const explain: Matcher['explain'] = (entryId, question, context) => {
    const label = entryIds.indexOf(entryId);
    const tokens = read(question);
    const exact = context === undefined && model.exact.has(tokens.join(' '));
    if (label < 0) return { exact, words: [] };
    explainer ??= createExplainer(model, synonyms);
    const parts = (weight: number, text: readonly string[]): WeighedWord[] =>
      (explainer?.(text, label) ?? []).map((word) => ({ ...word, weight: word.weight * weight }));
    const all =
      context === undefined
        ? parts(1, tokens)
        : [
            ...parts(CONTEXT_WEIGHTS.message, tokens),
            ...parts(CONTEXT_WEIGHTS.background, read(context.background)),
            ...parts(CONTEXT_WEIGHTS.together, read(`${context.background} ${question}`)),
            { text: BEFORE, weight: context.preference.get(entryId) ?? 0 },
          ].filter(({ weight }) => weight !== 0);
    return { exact, words: summedUp(all).sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)) };
  };
  return { match, repairText, repairsOf, explain, thresholds };
}

function withExactMatch(entries: Float64Array, label: number | undefined): Float64Array {
  if (label === undefined) return entries;
  const others = entries.reduce((sum, value, i) => (i === label ? sum : sum + value), 0);
  const factor = others > 0 ? Math.min(1, (1 - EXACT_CONFIDENCE) / others) : 0;
  return entries.map((value, i) => (i === label ? Math.max(value, EXACT_CONFIDENCE) : value * factor));
}

/** What the confidences come to; a question that does not say enough is never answered outright. */
export function decide(candidates: readonly Candidate[], { answer, offer }: Thresholds, saysEnough: boolean): Decision {
  if (saysEnough && (candidates[0]?.confidence ?? 0) >= answer) return 'answer';
  const bestThree = candidates.slice(0, MAX_CHOICES).reduce((sum, { confidence }) => sum + confidence, 0);
  return bestThree >= offer && candidates.length > 1 ? 'choices' : 'unknown';
}

function nearestGroup(model: MatcherModel, refusals: Float64Array): string | null {
  const best = indexOfLargest(refusals);
  const group = model.refusalGroups[best];
  return group === undefined || group === OFF_TOPIC_GROUP || (refusals[best] ?? -1) < NAMED_FROM ? null : group;
}
