/**
 * Conversations: what "and on mac?" means after a question about Windows, and which questions lead on from an answer.
 * Pure: earlier turns come in, a completed question goes out.
 */

import { type KnowledgeBase, type KnowledgeEntry, LAYERS, type Layer } from '../entry.js';
import { STOP_WORDS } from '../language/english.js';
import { normalise, tokenise, wordsOnly } from '../language/text.js';
import type { Context } from '../matching/matcher.js';
import type { Turn } from '../ports.js';

/** Turns older than this no longer colour a question: people come back with something else. */
export const TURN_TTL_MS = 30 * 60_000;

/** What the conversation makes of a message. */
export type Understood =
  /** A question of its own. */
  | { readonly kind: 'complete'; readonly question: string }
  /** Leans on the turns before. */
  | { readonly kind: 'elliptical'; readonly question: string; readonly context: Context }
  /** Asks for a part of the entry that was just shown. */
  | { readonly kind: 'layer'; readonly entryId: string; readonly layer: Layer; readonly missing: Layer | null }
  /** Picks one of the entries that were just offered. */
  | { readonly kind: 'pick'; readonly entryId: string }
  /** Asks for a part of one of the entries that were just offered, and does not say which. */
  | { readonly kind: 'unclear' };

/** How many turns back the answer may lie that a message leans on; those in between had none. */
const MAX_TURNS_BACK = 3;

/** Words that open a message which goes on from the one before. */
const CONTINUES =
  /^(?:and|but|or|so|then|ok|okay|great|cool|hm+|also|what about|how about|what if|same|really|instead|besides|otherwise|why|which|any|else|is (?:it|that|this)|does (?:it|that|this)|can (?:it|that))\b/;
/** Words that point back; a noun after "that" or "this" points back as well ("that vm"). */
const POINTS_BACK =
  /\b(?:it|its|that|this|those|these|they|them|their|there|ones?|other way|the (?:same|difference|latter|former|other|rest)|instead|then|too|as well|else)\b/;
/** Words that open a question. */
const OPENS_QUESTION =
  /^(?:whats?|which|whos?|whose|wheres?|when|why|hows?|is|are|am|was|were|do|does|did|can|could|should|would|will|must|may|has|have|had|any|some|name|list|explain|define|tell|describe|show)\b/;
/** A message with fewer content words than this says too little to stand alone after another one. */
const MIN_CONTENT_WORDS = 3;

/** In units of the classifier's score, where -1 is "nothing in common" and 1 "surely". Tuned on the conversations of `npm run evaluate`. */
const FOLLOW_UP_BONUS = 0.5;
const SAME_TOPIC_BONUS = 0.05;
const ALREADY_READ_PENALTY = 0.4;

const LAYER_REQUESTS: readonly (readonly [RegExp, Layer])[] = [
  [
    /^(?:(?:and|ok|please|can you|could you|do you have|got|give me|show me|any|an|a|for|have you) )*(?:an? )?(?:examples?|sample|command|demo)(?: please| pls)?$/,
    'example',
  ],
  [/^(?:(?:and|ok|any|what are the|are there|the) )*(?:pitfalls?|gotchas?|caveats?|common mistakes?|traps?)(?: please)?$/, 'pitfalls'],
  [
    /^(?:(?:and|but|ok|please|can you|could you|so) )*(?:tell me more|more(?: details?| info(?:rmation)?)?|go on|details?|explain(?: more| that| this| further| please| it)?|elaborate|i do not (?:understand|get it)|how so|continue)(?: please)?$/,
    'why',
  ],
  [
    /^(?:(?:and|but|ok|so|hm+) )*(?:why(?: not| so| is (?:that|this|it)(?: so)?| that)?|how come|what is the reason|for what reason|because)$/,
    'why',
  ],
];

/** "2", "the second one", "number 2". */
const PICK =
  /^(?:the )?(?:number |no |option )?(1|2|3|4|1st|2nd|3rd|4th|one|two|three|four|first|second|third|fourth)(?: one)?(?: please)?$/;
const PICK_WORDS: readonly RegExp[] = [
  /^(?:1|1st|one|first)$/,
  /^(?:2|2nd|two|second)$/,
  /^(?:3|3rd|three|third)$/,
  /^(?:4|4th|four|fourth)$/,
];

/** What the matcher makes of a message without the turns before. */
export interface Alone {
  /** How sure it is of the best entry, 0 to 1. */
  readonly confidence: number;
  /** Whether the message is none of the entries' by its own words. */
  readonly refused: boolean;
}

/**
 * Reads a message in the light of the turns before it.
 * @param message normalised, typos repaired
 * @param turns of this conversation, oldest first, none of them expired
 * @param alone what the matcher makes of the message by itself
 */
export function understand(message: string, turns: readonly Turn[], knowledge: KnowledgeBase, alone: Alone): Understood {
  const last = turns.at(-1);
  const plain = wordsOnly(message);
  if (last === undefined || plain === '') return { kind: 'complete', question: message };

  const number = PICK.exec(plain)?.[1];
  const picked = number === undefined ? undefined : last.offered[PICK_WORDS.findIndex((pattern) => pattern.test(number))];
  if (picked !== undefined) return { kind: 'pick', entryId: picked };

  const answered = turns.slice(-MAX_TURNS_BACK).findLast(({ entryId }) => entryId !== null);
  const entry = knowledge.entries.find(({ id }) => id === answered?.entryId);
  const layer = LAYER_REQUESTS.find(([pattern]) => pattern.test(plain))?.[1];
  if (layer !== undefined && last.entryId === null && last.offered.length > 0) return { kind: 'unclear' };
  if (entry && layer !== undefined) return layerOrFollowUp(entry, layer, plain, knowledge);
  if (isComplete(message, plain, alone)) return { kind: 'complete', question: message };

  const base = [entry && normalise(entry.question), last === answered ? undefined : last.question].filter(Boolean).join(' ');
  const background = withoutReplaced(base, message, knowledge.wording.alternatives);
  return { kind: 'elliptical', question: message, context: { background, preference: preferenceAfter(turns, entry, knowledge) } };
}

/** Whether a text opens as a question does. */
export function opensQuestion(text: string): boolean {
  return OPENS_QUESTION.test(wordsOnly(normalise(text)));
}

/** Whether a first message asks for a part of an answer, or picks a number, when nothing has been answered yet. */
export function pointsAtNothing(text: string): boolean {
  const plain = wordsOnly(normalise(text));
  return PICK.test(plain) || LAYER_REQUESTS.some(([pattern]) => pattern.test(plain));
}

/** "Why?" is answered by the entry's own layer, unless a follow-up asks just that. */
function layerOrFollowUp(entry: KnowledgeEntry, layer: Layer, plain: string, knowledge: KnowledgeBase): Understood {
  if (layer === 'why' && /\b(?:why|how come|reason)\b/.test(plain)) {
    const follows = knowledge.entries.find(({ id, question }) => entry.followUps.includes(id) && /^why\b/i.test(question));
    if (follows) return { kind: 'pick', entryId: follows.id };
  }
  const shown = entry.layers[layer] !== undefined ? layer : (['why', 'example', 'pitfalls'] as const).find((name) => entry.layers[name]);
  return shown === undefined
    ? { kind: 'pick', entryId: entry.id }
    : { kind: 'layer', entryId: entry.id, layer: shown, missing: shown === layer ? null : layer };
}

/** What "I don't get it" shows of an entry: its parts one after the other, and after the last one the first again. */
export function nextLayer(entry: KnowledgeEntry, turns: readonly Turn[]): Understood & { kind: 'layer' | 'pick' } {
  const layers = LAYERS.filter((layer) => entry.layers[layer] !== undefined);
  const earlier = [...turns].reverse().findIndex(({ entryId }) => entryId !== entry.id);
  const shown = (earlier < 0 ? turns.length : earlier) - 1;
  const layer = layers[shown % Math.max(layers.length, 1)];
  return layer === undefined ? { kind: 'pick', entryId: entry.id } : { kind: 'layer', entryId: entry.id, layer, missing: null };
}

/** Sure enough of a message by itself to leave it alone although it is short or opens with "and". */
const KNOWS_FIRMLY = 0.8;

/** A question that stands word for word in the knowledge base, such as a follow-up that was clicked. */
const KNOWS_EXACTLY = 0.98;

function isComplete(message: string, plain: string, { confidence, refused }: Alone): boolean {
  const leans = CONTINUES.test(plain) || POINTS_BACK.test(plain);
  if (confidence >= KNOWS_EXACTLY || (refused && !leans)) return true;
  if (contentOf(plain).size < MIN_CONTENT_WORDS) return false;
  return confidence >= KNOWS_FIRMLY || (!leans && (message.includes('?') || OPENS_QUESTION.test(message)));
}

function contentOf(plain: string): Set<string> {
  return new Set(tokenise(plain).filter((token) => !STOP_WORDS.has(token) && !CONTINUES.test(token)));
}

/** The earlier question without the words that the message replaces: "on windows" goes when the message says "mac". */
function withoutReplaced(base: string, message: string, alternatives: readonly (readonly string[])[]): string {
  let result = base;
  for (const group of alternatives) {
    const named = group.filter((phrase) => containsPhrase(message, phrase));
    if (named.length === 0) continue;
    for (const phrase of group) if (!named.includes(phrase)) result = result.replace(phrasePattern(phrase), ' ');
  }
  return result;
}

function phrasePattern(phrase: string): RegExp {
  const escaped = normalise(phrase).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'gu');
}

function containsPhrase(text: string, phrase: string): boolean {
  return phrasePattern(phrase).test(text);
}

function preferenceAfter(turns: readonly Turn[], entry: KnowledgeEntry | undefined, knowledge: KnowledgeBase): Map<string, number> {
  const read = new Set(turns.map(({ entryId }) => entryId));
  const preference = new Map<string, number>();
  for (const { id, topic } of knowledge.entries) {
    let value = 0;
    if (entry?.followUps.includes(id)) value += FOLLOW_UP_BONUS;
    if (entry && entry.topic === topic) value += SAME_TOPIC_BONUS;
    if (read.has(id)) value -= ALREADY_READ_PENALTY;
    if (value !== 0) preference.set(id, value);
  }
  return preference;
}

/** Follow-ups shown with an answer at the most. */
export const MAX_FOLLOW_UPS = 4;
/** Below this many, what the follow-ups lead on to fills up. */
const MIN_FOLLOW_UPS = 2;

/** The entries that lead on from an entry: its follow-ups, then theirs, without what was already read. */
export function followUpsOf(entry: KnowledgeEntry, read: ReadonlySet<string>, knowledge: KnowledgeBase): KnowledgeEntry[] {
  const byId = new Map(knowledge.entries.map((item) => [item.id, item]));
  const unread = (ids: readonly string[]): string[] => ids.filter((id) => id !== entry.id && !read.has(id));
  const chosen = unread(entry.followUps);
  if (chosen.length < MIN_FOLLOW_UPS) {
    const further = unread(entry.followUps.flatMap((id) => byId.get(id)?.followUps ?? []));
    for (const id of further) if (chosen.length < MIN_FOLLOW_UPS && !chosen.includes(id)) chosen.push(id);
  }
  return chosen.slice(0, MAX_FOLLOW_UPS).flatMap((id) => byId.get(id) ?? []);
}
