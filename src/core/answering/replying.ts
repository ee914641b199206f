/** From what the matcher made of a question to the reply: which entries are shown, offered or named as near. */
import type { KnowledgeBase, KnowledgeEntry } from '../entry.js';
import { type Candidate, MAX_CHOICES, type Match } from '../matching/matcher.js';
import { followUpsOf } from './conversation.js';
import type { FollowUp, Ranked, Rejected, Reply, ShownLayer } from './reply.js';

/** Entries below this confidence are not worth naming as "nearest". */
const NEAREST_FROM = 0.05;
const MAX_NEAREST = 2;
/** Who has waved the first away looks further down the list. */
const INSTEAD_FROM = 0.05;

export interface Replies {
  /** The reply to a match. @param read entries that the conversation has shown */
  to(match: Match, read: ReadonlySet<string>): Reply;
  /** Shows an entry, or a part of it, that somebody named: nothing is left to guess. */
  named(entry: KnowledgeEntry, shown: ShownLayer | null, read: ReadonlySet<string>): Reply & { readonly kind: 'answer' };
  /** What is offered in place of what was waved away. */
  instead(match: Match, rejected: Rejected): Reply;
}

/** Creates the replies of a knowledge base. */
export function createReplies(knowledge: KnowledgeBase): Replies {
  const byId = new Map(knowledge.entries.map((entry) => [entry.id, entry]));
  const topics = new Map(knowledge.notCovered.map(({ group, topic }) => [group, topic]));
  const labelled = (candidates: readonly Candidate[]): FollowUp[] => candidates.flatMap(({ entryId }) => linkTo(byId.get(entryId)));

  const answer = (
    entry: KnowledgeEntry,
    shown: ShownLayer | null,
    ranked: Ranked,
    read: ReadonlySet<string>,
  ): Reply & { kind: 'answer' } => ({
    kind: 'answer',
    entryId: entry.id,
    shown,
    ...ranked,
    followUps: followUpsOf(entry, read, knowledge).flatMap(linkTo),
  });

  return {
    to(match, read) {
      const [best] = match.candidates;
      const ranked = rankedOf(match);
      const entry = best && byId.get(best.entryId);
      if (match.decision === 'answer' && entry) return answer(entry, null, ranked, read);
      if (match.decision === 'choices')
        return { kind: 'choices', ...ranked, choices: labelled(match.candidates.slice(0, MAX_CHOICES).filter(isClose)) };
      const nearest = match.candidates.filter(({ confidence }) => confidence >= NEAREST_FROM).slice(0, MAX_NEAREST);
      const topic = match.notCovered === null ? null : (topics.get(match.notCovered) ?? null);
      return { kind: 'unknown', ...ranked, topic, nearest: labelled(nearest) };
    },

    named: (entry, shown, read) => answer(entry, shown, { confidence: 1, candidates: [{ entryId: entry.id, confidence: 1 }] }, read),

    instead(match, rejected) {
      const choices = labelled(match.candidates.filter(({ confidence }) => confidence >= INSTEAD_FROM).slice(0, MAX_CHOICES));
      const ranked = rankedOf(match);
      return choices.length > 0
        ? { kind: 'choices', ...ranked, choices, instead: rejected }
        : { kind: 'unknown', ...ranked, topic: null, nearest: [], instead: rejected };
    },
  };
}

/** The entries that a reply shows, for the turn that is remembered. */
export function shownBy(reply: Reply): { readonly entryId: string | null; readonly offered: readonly string[] } {
  const idsOf = (links: readonly FollowUp[]): string[] => links.map(({ entryId }) => entryId);
  switch (reply.kind) {
    case 'answer':
      return { entryId: reply.entryId, offered: idsOf(reply.followUps) };
    case 'choices':
      return { entryId: null, offered: idsOf(reply.choices) };
    case 'unknown':
      return { entryId: null, offered: idsOf(reply.nearest) };
    case 'chat':
      return { entryId: null, offered: [] };
  }
}

function rankedOf({ candidates }: Match): Ranked {
  return { confidence: candidates[0]?.confidence ?? 0, candidates };
}

function linkTo(entry: KnowledgeEntry | undefined): FollowUp[] {
  return entry === undefined ? [] : [{ entryId: entry.id, label: entry.question }];
}

/** A choice that is out of the question next to the best two would only confuse. */
function isClose(candidate: Candidate, rank: number, all: readonly Candidate[]): boolean {
  return rank < 2 || candidate.confidence >= 0.1 * (all[0]?.confidence ?? 0);
}
