/** The use case: a question of a conversation in, a reply out. The same for the terminal, Discord and the tests. */

import type { KnowledgeBase, KnowledgeEntry, Layer } from '../entry.js';
import { smallTalk } from '../language/small-talk.js';
import { type Candidate, MAX_CHOICES, type Match, type Matcher } from '../matching/matcher.js';
import type { Clock, Conversations, Trace, Turn } from '../ports.js';
import { followUpsOf, pointsAtNothing, TURN_TTL_MS, understand } from './conversation.js';
import type { FollowUp, Ranked, Reply, ShownLayer } from './reply.js';
import { type Replied, traceOf } from './trace.js';

/** Strings only: whoever asks turns its own types into this. */
export interface Question {
  readonly text: string;
  /** What keeps turns together: a thread, or an asker in a channel. */
  readonly conversation: string;
  /** What asks, where it can be edited later: asked again under the same id, it is read after the turns before it and takes its old place. */
  readonly id?: string;
  /** Who asks, where there is more than one person. */
  readonly asker?: string;
}

export interface Answerer {
  /** What the answers come from. */
  readonly knowledge: KnowledgeBase;
  /** Answers one question and remembers the turn. Rejects only where the store does. */
  ask(question: Question): Promise<Reply>;
  /** Shows an entry that was picked, or a part of it, and remembers the turn. Null where there is no such entry or part. */
  show(picked: Picked): Promise<(Reply & { readonly kind: 'answer' }) | null>;
}

/** An entry that somebody picked from what was offered. */
export type Picked = Omit<Question, 'text'> & { readonly entryId: string; readonly layer?: Layer };

/** For "why?" or "2" as the first message. */
const ABOUT_WHAT = 'About what? Ask me a question first, in your own words.';
/** For "why?" after several questions were offered and none was picked. */
const WHICH_ONE = 'Which one? Pick a question that I offered, or ask in other words.';
/** Entries below this confidence are not worth naming as "nearest". */
const NEAREST_FROM = 0.05;
const MAX_NEAREST = 2;

interface Dependencies {
  readonly knowledge: KnowledgeBase;
  readonly matcher: Matcher;
  readonly conversations: Conversations;
  readonly now: Clock;
  /** Where somebody wants to see how each question was answered. */
  readonly trace?: Trace;
}

/** Creates the use case over a knowledge base and its matcher. */
export function createAnswerer({ knowledge, matcher, conversations, now, trace }: Dependencies): Answerer {
  const byId = new Map(knowledge.entries.map((entry) => [entry.id, entry]));
  const topics = new Map(knowledge.notCovered.map(({ group, topic }) => [group, topic]));
  const labelled = (ids: readonly string[]): FollowUp[] => ids.flatMap((id) => linkTo(byId.get(id)));

  const note = (id: string | null, replied: Replied): void => {
    if (trace !== undefined && id !== null) trace.record(id, traceOf(replied, knowledge, matcher));
  };

  const answerWith = (
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

  const replyTo = (match: Match, read: ReadonlySet<string>): Reply => {
    const best = match.candidates[0];
    const ranked = { confidence: best?.confidence ?? 0, candidates: match.candidates };
    const entry = best && byId.get(best.entryId);
    switch (match.decision) {
      case 'answer':
        if (entry) return answerWith(entry, null, ranked, read);
        break;
      case 'choices':
        return {
          kind: 'choices',
          ...ranked,
          choices: labelled(
            match.candidates
              .slice(0, MAX_CHOICES)
              .filter(isClose)
              .map(({ entryId }) => entryId),
          ),
        };
      case 'unknown':
        break;
    }
    const nearest = match.candidates.filter(({ confidence }) => confidence >= NEAREST_FROM).slice(0, MAX_NEAREST);
    const topic = match.notCovered === null ? null : (topics.get(match.notCovered) ?? null);
    return { kind: 'unknown', ...ranked, topic, nearest: labelled(nearest.map(({ entryId }) => entryId)) };
  };

  /** The turns before a question; where it was asked before, those before it then. */
  const turnsBefore = async ({ conversation, id }: Omit<Question, 'text'>, at: number): Promise<readonly Turn[]> => {
    const turns = await conversations.recentTurns(conversation, at - TURN_TTL_MS);
    const before = id === undefined ? -1 : turns.findIndex((turn) => turn.id === id);
    return before < 0 ? turns : turns.slice(0, before);
  };

  const ask = async (asked: Question): Promise<Reply> => {
    const { text, conversation, id = null, asker = null } = asked;
    const at = now();
    const chat = (words: string): Reply => {
      const reply: Reply = { kind: 'chat', text: words };
      note(id, { asked: text, reply, matched: null, at });
      return reply;
    };
    const courtesy = smallTalk(text);
    if (courtesy !== null) return chat(courtesy);

    const turns = await turnsBefore(asked, at);
    if (turns.length === 0 && pointsAtNothing(text)) return chat(ABOUT_WHAT);
    const read = new Set(turns.flatMap(({ entryId }) => entryId ?? []));
    const message = matcher.repairText(text);
    const alone = matcher.match(text);
    const understood = understand(message, turns, knowledge, { confidence: alone.candidates[0]?.confidence ?? 0, refused: alone.refused });
    if (understood.kind === 'unclear') return chat(WHICH_ONE);

    const standsAlone = () => ({ reply: replyTo(alone, read), question: message, matched: { question: text, context: null } });
    const { reply, question, matched } = ((): { reply: Reply; question: string; matched: Replied['matched'] } => {
      switch (understood.kind) {
        case 'layer':
        case 'pick': {
          const entry = byId.get(understood.entryId);
          if (!entry) return standsAlone();
          const shown = understood.kind === 'layer' ? { layer: understood.layer, missing: understood.missing } : null;
          return { reply: answerWith(entry, shown, certain(entry.id), read), question: entry.question, matched: null };
        }
        case 'elliptical': {
          const { question, context } = understood;
          const reply = replyTo(matcher.match(question, context), read);
          return { reply, question: `${context.background} ${message}`, matched: { question, context } };
        }
        case 'complete':
          return standsAlone();
      }
    })();
    await conversations.addTurn(conversation, { id, asker, question, at, ...whatWasShown(reply) });
    note(id, { asked: text, reply, matched, at });
    return reply;
  };

  const show: Answerer['show'] = async (picked) => {
    const { entryId, layer, conversation, id = null, asker = null } = picked;
    const entry = byId.get(entryId);
    if (!entry || (layer !== undefined && entry.layers[layer] === undefined)) return null;
    const at = now();
    const read = new Set((await turnsBefore(picked, at)).flatMap((turn) => turn.entryId ?? []));
    const reply = answerWith(entry, layer === undefined ? null : { layer, missing: null }, certain(entryId), read);
    await conversations.addTurn(conversation, { id, asker, question: entry.question, at, ...whatWasShown(reply) });
    note(id, { asked: entry.question, reply, matched: null, at });
    return reply;
  };
  return { knowledge, ask, show };
}

/** Somebody picked this entry: nothing is left to guess. */
function certain(entryId: string): Ranked {
  return { confidence: 1, candidates: [{ entryId, confidence: 1 }] };
}

function linkTo(entry: KnowledgeEntry | undefined): FollowUp[] {
  return entry === undefined ? [] : [{ entryId: entry.id, label: entry.question }];
}

/** A choice that is out of the question next to the best two would only confuse. */
function isClose(candidate: Candidate, rank: number, all: readonly Candidate[]): boolean {
  return rank < 2 || candidate.confidence >= 0.1 * (all[0]?.confidence ?? 0);
}

function whatWasShown(reply: Reply): { entryId: string | null; offered: string[] } {
  switch (reply.kind) {
    case 'answer':
      return { entryId: reply.entryId, offered: reply.followUps.map(({ entryId }) => entryId) };
    case 'choices':
      return { entryId: null, offered: reply.choices.map(({ entryId }) => entryId) };
    case 'unknown':
      return { entryId: null, offered: reply.nearest.map(({ entryId }) => entryId) };
    case 'chat':
      return { entryId: null, offered: [] };
  }
}
