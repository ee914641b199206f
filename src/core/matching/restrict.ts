/** Matches without some of the entries. */
import { decide, type Match, type Matcher, type Thresholds } from './matcher.js';

/**
 * What a match comes to where some entries are known not to be meant: the others' probabilities, given that it is none of those.
 * What was not answered before is not answered now.
 */
export function without(match: Match, entryIds: ReadonlySet<string>, thresholds: Thresholds): Match {
  const gone = match.candidates.filter(({ entryId }) => entryIds.has(entryId));
  if (gone.length === 0) return match;
  const left = 1 - gone.reduce((sum, { confidence }) => sum + confidence, 0);
  const candidates = match.candidates
    .filter(({ entryId }) => !entryIds.has(entryId))
    .map(({ entryId, confidence }) => ({ entryId, confidence: left > 0 ? Math.min(1, confidence / left) : 0 }));
  const decision = match.decision === 'unknown' ? 'unknown' : decide(candidates, thresholds, match.decision === 'answer');
  return { ...match, candidates, decision };
}

/** Limits a matcher to the entries that are there: those that are gone are no candidates, and what they would have answered is unknown. */
export function restrictTo(entryIds: ReadonlySet<string>, matcher: Matcher): Matcher {
  return {
    ...matcher,
    match: (question, context) => {
      const match = matcher.match(question, context);
      const candidates = match.candidates.filter(({ entryId }) => entryIds.has(entryId));
      if (candidates.length === match.candidates.length) return match;
      return { ...match, candidates, decision: candidates[0] === match.candidates[0] ? match.decision : 'unknown' };
    },
  };
}
