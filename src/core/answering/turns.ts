/**
 * Whose turn it is: whether what somebody adds to a question belongs to it, or is the next question. Both readings are made, the new text
 * alone and the two as one, and compared.
 */

import { STOP_WORDS } from '../language/english.js';
import { normalise, tokenise, wordsOnly } from '../language/text.js';
import type { Decision, Match } from '../matching/matcher.js';
import { opensQuestion } from './conversation.js';

/** Nobody reads a reply and types a question in less; what comes so soon was on its way already. */
export const SAME_BREATH_MS = 3_000;
/** Later than this after the first part, nothing joins a question any more. */
export const JOIN_WITHIN_MS = 10_000;

/** A text with what the matcher makes of it. */
export interface Read {
  readonly text: string;
  readonly match: Match;
}

/** Opens what goes on from a sentence before it: "on mac", "with wsl2", "I mean the old one". */
const GOES_ON =
  /^(?:on|in|with|without|for|from|to|at|under|inside|via|using|by|of|as|when|if|while|because|since|but|and|or|nor|also|plus|though|instead|not|only|especially|meaning|sorry|oops|actually|edit)\b|\bi (?:mean|meant)\b/;
/** Ends in the middle of a sentence. */
const BREAKS_OFF =
  /(?:\b(?:an?|the|my|our|your|this|these|those|to|on|in|with|without|for|from|of|at|by|and|or|but|if|when|because|is|are|was|do|does|did|can|could|should|would|will|must|have|has|had|i|you|we|they|not|than|as|into|under|between|about|so)|[,:(-]|\.\.\.|\u2026)\s*$/;
const ENDS_SENTENCE = /[?!]\s*$/;
/** A text with more content words says enough to stand alone. */
const MAX_ADDED_WORDS = 4;
/** Two readings that lead to one entry are as sure as each other within this much. */
const AS_SURE = 0.06;
/** Of two halves it is enough that both are answers. */
const RANK_ALONE = 1;
const RANK: Readonly<Record<Decision, number>> = { answer: 2, choices: 1, unknown: 0 };

/**
 * Tells whether a text joins the question before it. It does where the two read as one are surer than the new text alone and come to no
 * less than what the question had already, unless the text asks by itself: then it has a turn and a reply of its own.
 * @param before the question so far
 * @param alone the new text
 * @param joined both as one text
 * @param sinceMs time between the last message of the question and the new one
 */
export function joins(before: Read, alone: Read, joined: Match, sinceMs: number): boolean {
  if (!isNoWorse(joined, before.match, isHalf(before, alone) ? RANK_ALONE : AS_SURE)) return false;
  // An answer is read by then: what comes is about it, and not a part of its question.
  if (sinceMs >= SAME_BREATH_MS) return before.match.decision !== 'answer' && !standsAlone(before, alone) && isSurer(joined, alone.match);
  return !asksNext(before, alone) && (isSurer(joined, alone.match) || addsNothing(before, alone, joined));
}

/** Whether two messages in one breath are two questions all the same. */
function asksNext(before: Read, { text, match }: Read): boolean {
  const isWhole = ENDS_SENTENCE.test(before.text);
  if (isWhole && (ENDS_SENTENCE.test(text) || !goesOn(text))) return true;
  return opensQuestion(text) && (match.decision === 'answer' || (opensQuestion(before.text) && !BREAKS_OFF.test(normalise(before.text))));
}

/** An answer stays one, about as sure as it was; an offer does not become a refusal. */
function isNoWorse(joined: Match, before: Match, tolerance: number): boolean {
  if (RANK[joined.decision] !== RANK[before.decision]) return RANK[joined.decision] > RANK[before.decision];
  return before.decision !== 'answer' || confidenceOf(joined) >= confidenceOf(before) - tolerance;
}

/** Whether two texts are two parts of one sentence by their words. */
function isHalf(before: Read, alone: Read): boolean {
  return goesOn(alone.text) || BREAKS_OFF.test(normalise(before.text));
}

function standsAlone(before: Read, { text, match }: Read): boolean {
  const content = new Set(tokenise(plainOf(text)).filter((word) => !STOP_WORDS.has(word)));
  if (opensQuestion(text) || content.size > MAX_ADDED_WORDS) return true;
  return !goesOn(text) && (match.decision === 'answer' || !BREAKS_OFF.test(normalise(before.text)));
}

function goesOn(text: string): boolean {
  return GOES_ON.test(plainOf(text));
}

function isSurer(one: Match, other: Match): boolean {
  const byRank = RANK[one.decision] - RANK[other.decision];
  return byRank > 0 || (byRank === 0 && confidenceOf(one) > confidenceOf(other));
}

/** One half leads where the whole does, and the other one says no more: one reply is enough. */
function addsNothing(before: Read, alone: Read, joined: Match): boolean {
  if (joined.decision !== 'answer') return false;
  const agrees = ({ match }: Read): boolean =>
    match.decision === 'answer' && match.candidates[0]?.entryId === joined.candidates[0]?.entryId;
  return agrees(before) || (isHalf(before, alone) && agrees(alone) && confidenceOf(joined) >= confidenceOf(alone.match) - AS_SURE);
}

function confidenceOf({ candidates }: Match): number {
  return candidates[0]?.confidence ?? 0;
}

function plainOf(text: string): string {
  return wordsOnly(normalise(text));
}
