/** A matcher of a knowledge base that has lost entries since. */
import type { Matcher } from './matcher.js';

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
