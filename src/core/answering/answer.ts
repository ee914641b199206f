/** The use case: a question of a conversation in, a reply out. The same for the terminal, Discord and the tests. */
import type { KnowledgeBase, KnowledgeEntry, Layer } from '../entry.js';
import { chatterScore } from '../language/chatter.js';
import { asksOpenly, createDialogueReader, type DialogueAct } from '../language/dialogue-act.js';
import { withoutSecrets } from '../language/secrets.js';
import type { Match, Matcher } from '../matching/matcher.js';
import { without } from '../matching/restrict.js';
import type { Clock, Conversations, Trace, Turn } from '../ports.js';
import { nextLayer, pointsAtNothing, TURN_TTL_MS, type Understood, understand } from './conversation.js';
import type { Reply } from './reply.js';
import { createReplies, shownBy } from './replying.js';
import { type Replied, traceOf } from './trace.js';
import { joins } from './turns.js';

/** Strings only: whoever asks turns its own types into this. */
export interface Question {
  readonly text: string;
  /** What keeps turns together: a thread, or an asker in a channel. */
  readonly conversation: string;
  /** What asks, where it can be edited later: asked again under the same id, it is read after the turns before it and takes its old place. */
  readonly id?: string;
  /** Who asks, where there is more than one person. */
  readonly asker?: string;
  /** The reply that this one refers to, whoever it was given to; else the last one of the conversation is meant. */
  readonly about?: About;
  /** Entries that the asker has said are not meant. */
  readonly without?: readonly string[];
  /** It came by a command or a form, which nobody uses to chat. */
  readonly isExplicit?: boolean;
  /** The words are somebody else's than the asker's: none of them is remembered. */
  readonly isQuoted?: boolean;
}

/** What a reply of before was about: as much of its turn as can still be told. */
export type About = Pick<Turn, 'id' | 'question' | 'entryId' | 'offered'>;

export interface Answerer {
  /** What the answers come from. */
  readonly knowledge: KnowledgeBase;
  /** Answers one question and remembers the turn. Rejects only where the store does. */
  ask(question: Question): Promise<Reply>;
  /** Shows an entry that was picked, or a part of it, and remembers the turn. Null where there is no such entry or part. */
  show(picked: Picked): Promise<(Reply & { readonly kind: 'answer' }) | null>;
  /**
   * Whether a text that follows a question belongs to it, rather than being the next one.
   * @param before the question so far
   * @param sinceMs time between the question's last part and the text
   */
  joins(before: string, text: string, sinceMs: number): boolean;
  /** Whether a message asks for something to be looked up, as far as its words tell: no courtesy, no verdict, no number to pick. */
  asks(text: string): boolean;
}

/** An entry that somebody picked from what was offered. */
export type Picked = Omit<Question, 'text' | 'about' | 'without' | 'isExplicit' | 'isQuoted'> & {
  readonly entryId: string;
  readonly layer?: Layer;
};

/** For "why?" or "2" as the first message. */
const ABOUT_WHAT = 'About what? Ask me a question first, in your own words.';
/** For "why?" after several questions were offered and none was picked. */
const WHICH_ONE = 'Which one? Pick a question that I offered, or ask in other words.';
/** For "?" after a refusal. */
const NOTHING_TO_EXPLAIN = 'I meant that I have no answer to that. Ask in other words, or ask something else.';
const SORRY = "Sorry about that. Ask me again in other words, and I'll look once more.";
/** For what may be talk, and may be a question that nothing is known about. */
const IF_IT_ASKS = "Alright. If that was a question, please ask it in other words: I didn't find an answer.";
/** For "ok" where something must be said. */
const ACKNOWLEDGED = 'Alright. Ask away if there is more.';

interface Dependencies {
  readonly knowledge: KnowledgeBase;
  readonly matcher: Matcher;
  readonly conversations: Conversations;
  readonly now: Clock;
  /** What the bot is called where it is asked. */
  readonly name?: () => string;
  /** Where somebody wants to see how each question was answered. */
  readonly trace?: Trace;
}

/** What a message comes to, and what is remembered of it. */
interface Outcome {
  readonly reply: Reply;
  /** The question as it was understood; null where it is no turn. */
  readonly question: string | null;
  readonly matched: Replied['matched'];
}

/** Creates the use case over a knowledge base and its matcher. */
export function createAnswerer({ knowledge, matcher, conversations, now, name = () => '', trace }: Dependencies): Answerer {
  const byId = new Map(knowledge.entries.map((entry) => [entry.id, entry]));
  const replies = createReplies(knowledge);
  let reader = { name: '', read: createDialogueReader() };
  const readAct = (text: string): DialogueAct => {
    const called = name();
    if (called !== reader.name) reader = { name: called, read: createDialogueReader(called) };
    return reader.read(text);
  };

  /** The turns before a question; where it was asked before, those before it then. */
  const turnsBefore = async ({ conversation, id }: Picked | Question, at: number): Promise<readonly Turn[]> => {
    const turns = await conversations.recentTurns(conversation, at - TURN_TTL_MS);
    const before = id === undefined ? -1 : turns.findIndex((turn) => turn.id === id);
    return before < 0 ? turns : turns.slice(0, before);
  };
  const remember = (asked: Picked | Question, question: string, reply: Reply, at: number): Promise<void> =>
    conversations.addTurn(asked.conversation, {
      ...{ id: asked.id ?? null, asker: asked.asker ?? null, at },
      // What is remembered is written down.
      question: withoutSecrets(question, '…'),
      ...shownBy(reply),
    });
  const note = (id: string | undefined, replied: Replied): void => {
    if (trace !== undefined && id !== undefined) trace.record(id, traceOf(replied, knowledge, matcher));
  };
  const named = (entry: KnowledgeEntry, shown: Parameters<typeof replies.named>[1], read: ReadonlySet<string>): Outcome => ({
    reply: replies.named(entry, shown, read),
    question: entry.question,
    matched: null,
  });

  /** The reply to a message that asks, as far as one can tell, in the light of the turns before it. */
  const answer = (text: string, turns: readonly Turn[], rejected: ReadonlySet<string>, mayBeTalk: boolean): Outcome => {
    const last = turns.at(-1);
    if (last === undefined || (last.entryId === null && last.offered.length === 0)) {
      if (pointsAtNothing(text)) return chat(last === undefined ? ABOUT_WHAT : NOTHING_TO_EXPLAIN);
    }
    const read = new Set(turns.flatMap(({ entryId }) => entryId ?? []));
    const message = matcher.repairText(text);
    const matching = (...question: Parameters<Matcher['match']>): Match =>
      without(matcher.match(...question), rejected, matcher.thresholds);
    const alone = matching(text);
    /** What a message comes to that may only sound like a question. */
    const talk = (): Outcome | null => (mayBeTalk && last !== undefined && !text.includes('?') ? afterReply(text, alone) : null);
    const standing = (): Outcome => ({ reply: replies.to(alone, read), question: message, matched: { question: text, context: null } });
    const understood = understand(message, turns, knowledge, { confidence: alone.candidates[0]?.confidence ?? 0, refused: alone.refused });
    switch (understood.kind) {
      case 'unclear':
        return chat(WHICH_ONE);
      case 'layer':
      case 'pick':
        return showing(understood, read) ?? standing();
      case 'elliptical': {
        const chatter = talk();
        if (chatter !== null) return chatter;
        const { question, context } = understood;
        const inContext = matching(question, context);
        // What the message says by itself is not lost to a question that got no answer.
        if (last?.entryId === null && alone.decision === 'answer' && inContext.decision !== 'answer') return standing();
        return { reply: replies.to(inContext, read), question: `${context.background} ${message}`, matched: { question, context } };
      }
      case 'complete':
        return talk() ?? standing();
    }
  };
  const showing = (understood: Understood & { kind: 'layer' | 'pick' }, read: ReadonlySet<string>): Outcome | null => {
    const entry = byId.get(understood.entryId);
    if (!entry) return null;
    return named(entry, understood.kind === 'layer' ? { layer: understood.layer, missing: understood.missing } : null, read);
  };

  /** The reply to what asks for more of the last reply, or waves it away. */
  const respond = (kind: 'affirmation' | 'clarification' | 'rejection', turns: readonly Turn[]): Outcome => {
    const last = turns.at(-1);
    const read = new Set(turns.flatMap(({ entryId }) => entryId ?? []));
    const entry = byId.get(last?.entryId ?? '');
    const offered = last?.entryId === null ? last.offered : [];
    switch (kind) {
      case 'affirmation': {
        const [only] = offered.flatMap((id) => byId.get(id) ?? []);
        if (offered.length > 1) return chat(WHICH_ONE);
        return only ? named(only, null, read) : quiet();
      }
      case 'clarification':
        if (last === undefined) return chat(ABOUT_WHAT);
        if (!entry) return chat(offered.length > 0 ? WHICH_ONE : NOTHING_TO_EXPLAIN);
        return showing(nextLayer(entry, turns), read) ?? quiet();
      case 'rejection': {
        if (last === undefined) return chat(SORRY);
        // Whatever was shown for that question before was waved away too.
        const tried = turns.filter(({ question }) => question === last.question);
        const gone = new Set(tried.flatMap((turn) => (turn.entryId === null ? turn.offered : [turn.entryId])));
        if (gone.size === 0) return chat(SORRY);
        const match = without(matcher.match(last.question), gone, matcher.thresholds);
        const rejected = { questionId: last.id, entryId: last.entryId };
        return { reply: replies.instead(match, rejected), question: last.question, matched: null };
      }
    }
  };

  const outcomeOf = (asked: Question, act: DialogueAct, turns: readonly Turn[]): Outcome => {
    switch (act.kind) {
      case 'courtesy':
        return chat(act.text);
      case 'acknowledgement':
        return quiet();
      case 'affirmation':
      case 'clarification':
      case 'rejection':
        return respond(act.kind, turns);
      case 'correction':
        return answer(act.question, turns, new Set(asked.without), false);
      case 'question':
        return answer(asked.text, turns, new Set(asked.without), asked.isExplicit !== true);
    }
  };

  return {
    knowledge,

    async ask(asked) {
      const at = now();
      const act = readAct(asked.text);
      const needsTurns = act.kind !== 'courtesy' && act.kind !== 'acknowledgement';
      const turns = asked.about ? [{ asker: null, at, ...asked.about }] : needsTurns ? await turnsBefore(asked, at) : [];
      const { reply, question, matched } = outcomeOf(asked, act, turns);
      const own = asked.isQuoted ? (byId.get(reply.kind === 'answer' ? reply.entryId : '')?.question ?? '') : question;
      if (question !== null) await remember(asked, own ?? '', reply, at);
      note(asked.id, { asked: asked.text, reply, matched, at });
      return reply;
    },

    async show(picked) {
      const { entryId, layer } = picked;
      const entry = byId.get(entryId);
      if (!entry || (layer !== undefined && entry.layers[layer] === undefined)) return null;
      const at = now();
      const read = new Set((await turnsBefore(picked, at)).flatMap((turn) => turn.entryId ?? []));
      const reply = replies.named(entry, layer === undefined ? null : { layer, missing: null }, read);
      await remember(picked, entry.question, reply, at);
      note(picked.id, { asked: entry.question, reply, matched: null, at });
      return reply;
    },

    asks: (text) => isQuestion(readAct(text)) && !pointsAtNothing(text),

    joins(before, text, sinceMs) {
      if (!isQuestion(readAct(text))) return false;
      const read = (question: string): { text: string; match: Match } => ({ text: question, match: matcher.match(question) });
      return joins(read(before), read(text), matcher.match(`${before}\n${text}`), sinceMs);
    },
  };
}

/**
 * What is said to a message after a reply that sounds like chatter; null where it is better searched for. Where it is not sure, it gets
 * a courtesy that leaves the door open, for what the knowledge does not have anyway.
 */
function afterReply(text: string, { decision, notCovered, knownWords, tokens }: Match): Outcome | null {
  // A word or two of the subject are what people type who look for it.
  if (tokens.length <= FEW_WORDS && knownWords > 0) return null;
  // "why do I even do this to myself" opens as a question does.
  const sure = chatterScore(text) - (asksOpenly(text) ? OPENING_COSTS : 0);
  const isFar = decision === 'unknown' && notCovered === null;
  if (sure > CHATTER_FROM[decision === 'unknown' && !isFar ? 'notCovered' : decision]) return quiet();
  return isFar && sure > PERHAPS_CHATTER ? chat(IF_IT_ASKS) : null;
}
/** In log-odds, by what the knowledge would say instead; chosen on lines of people whose other lines were not learnt from. */
const CHATTER_FROM = { answer: 2, choices: 0.3, notCovered: 0.5, unknown: 0.5 } as const;
const PERHAPS_CHATTER = -1.5;
const OPENING_COSTS = 2;
const FEW_WORDS = 3;

function isQuestion({ kind }: DialogueAct): boolean {
  return kind === 'question' || kind === 'correction';
}

function chat(text: string): Outcome {
  return { reply: { kind: 'chat', text }, question: null, matched: null };
}

function quiet(): Outcome {
  return { reply: { kind: 'chat', text: ACKNOWLEDGED, isQuiet: true }, question: null, matched: null };
}
