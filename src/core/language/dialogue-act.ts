/**
 * What somebody does with a message: asks, thanks, agrees, waves an answer away, puts a question right. (Dialogue acts as in Stolcke et al.,
 * "Dialogue Act Modeling for Automatic Tagging and Recognition of Conversational Speech", Computational Linguistics 26(3), 2000; here by
 * patterns, which can be read.) When in doubt a message asks.
 */
import { correctionIn } from './correction.js';
import { ACKNOWLEDGEMENT, GOODBYE, PEOPLE, PRAISE, SUCCESS, THANKS } from './courtesy-words.js';
import * as cues from './dialogue-cues.js';
import { covers, phrasesOf } from './phrases.js';
import { createSmallTalk } from './small-talk.js';
import { normalise, wordsOnly } from './text.js';

export type DialogueAct =
  /** Asks, as far as one can tell. */
  | { readonly kind: 'question' }
  /** A greeting, thanks, praise, a plan: a friendly word back is enough. */
  | { readonly kind: 'courtesy'; readonly text: string }
  /** "ok", a laugh, an emoji: nothing is expected back. */
  | { readonly kind: 'acknowledgement' }
  /** "yes", which may take what was offered. */
  | { readonly kind: 'affirmation' }
  /** "?": the last answer was not understood. */
  | { readonly kind: 'clarification' }
  /** "that's wrong", "not what I asked". */
  | { readonly kind: 'rejection' }
  /** "no, I meant podman": what is left is the question. */
  | { readonly kind: 'correction'; readonly question: string };

const YOU_ARE_WELCOME = "You're welcome. Ask away if there is more.";
const GLAD = 'Good to hear. Ask away if there is more.';
const GOOD_LUCK = "Good luck with it. I'm here if a question comes up.";
const NO_LINKS = "I don't open links. What would you like to know? A sentence in your own words is best.";

/** A longer message tells a story, and a story asks something. The limit also keeps the patterns' work small. */
const MAX_LENGTH = 200;
const MAX_CORRECTION = 400;
/** Discord's longest message. */
const MAX_READ = 4_000;
/** Words beside a rejection: with more of them the message says something about the subject. */
const MAX_BESIDE_REJECTION = 6;

/** Discord's own emoji as it stands in a text, and as people type its name. */
const SERVER_EMOJI = /<a?:\w+:\d+>|(?<![\w:]):[a-z0-9_+-]{2,}:(?![\w:])/gi;
/** Faces and hearts typed with letters or digits. */
const EMOTICON = /(?:^|\s)(?:<3+|[:;=8xX]['’]?-?[DPpOo3)(\]]|[Dd]:|[oO][._][oO]|:v|;_;|T_T)(?=\s|$)/g;
const LINK = /<?\bhttps?:\/\/[^\s<>]+>?/gi;
/** Where animated pictures come from: they are a face, not a page. */
const GIF_LINK = /^<?https?:\/\/(?:[\w-]+\.)*(?:tenor|giphy|gfycat|klipy)\.com\/|^<?https?:\/\/\S+\.gifv?(?:[?#]\S*)?>?$/i;
const THUMBS_DOWN = /\u{1f44e}/u;
const VOTE = /^\s*(?:[+-]1|100\s?%)\s*$/;

const ACKNOWLEDGEMENTS = phrasesOf(ACKNOWLEDGEMENT);
const COURTESIES = phrasesOf([...THANKS, ...PRAISE, ...SUCCESS, ...GOODBYE, ...PEOPLE, ...ACKNOWLEDGEMENT]);
const CLARIFICATIONS = phrasesOf([...cues.CLARIFICATION, ...cues.BESIDE_CLARIFICATION]);
const REJECTIONS = phrasesOf([...cues.REJECTION, ...cues.BESIDE_REJECTION, ...THANKS]);
const REFUSALS = phrasesOf([...THANKS, ...cues.DECLINED]);

/**
 * Makes the function that tells what a message does.
 * @param name what the bot is called where it is asked: "hi, Harbour bot" is a greeting
 */
export function createDialogueReader(name = ''): (message: string) => DialogueAct {
  const smallTalk = createSmallTalk(name);
  return (message) => dialogueActOf(message, name, smallTalk);
}

/** Whether a message shows by its marks or by how a clause opens that it asks. */
export function asksOpenly(message: string): boolean {
  return message.includes('?') || clausesOf(message, '').some((clause) => cues.ASKS_FIRST.test(clause.replace(cues.TELLS_FIRST, '')));
}

function dialogueActOf(whole: string, name: string, smallTalk: ReturnType<typeof createSmallTalk>): DialogueAct {
  const message = whole.slice(0, MAX_READ);
  const links = message.match(LINK) ?? [];
  const spoken = message.replace(SERVER_EMOJI, ' ').replace(LINK, ' ').replace(EMOTICON, ' ');
  if (message.trim() !== '' && !/[\p{L}\p{N}]/u.test(spoken)) return actWithoutWords(message, links);
  if (VOTE.test(spoken)) return { kind: spoken.includes('-') ? 'rejection' : 'acknowledgement' };
  const question = spoken.length > MAX_CORRECTION ? null : correctionIn(spoken);
  if (question !== null) return { kind: 'correction', question };
  const plain = plainOf(spoken, name);
  // Digits pick from what was offered.
  if (plain === '' || plain.length > MAX_LENGTH || /^\d+$/.test(plain)) return { kind: 'question' };
  const clauses = clausesOf(spoken, name);
  if (cues.IS_NO.test(plain) || (!spoken.includes('?') && isRejection(clauses))) return { kind: 'rejection' };
  if (cues.HAS_CLARIFICATION.test(plain) && covers(CLARIFICATIONS, plain)) return { kind: 'clarification' };
  const courtesy = smallTalk(spoken);
  if (courtesy !== null) return { kind: 'courtesy', text: courtesy };
  if (cues.IS_NOTE.test(plain)) return { kind: 'acknowledgement' };
  if (cues.IS_YES.test(plain)) return { kind: 'affirmation' };
  if (covers(ACKNOWLEDGEMENTS, plain)) return { kind: 'acknowledgement' };
  if (covers(REFUSALS, plain)) return { kind: 'courtesy', text: YOU_ARE_WELCOME };
  if (!spoken.includes('?') && covers(COURTESIES, plain))
    return { kind: 'courtesy', text: cues.HAS_THANKS.test(plain) ? YOU_ARE_WELCOME : GLAD };
  return told(spoken, plain, clauses) ?? { kind: 'question' };
}

function actWithoutWords(message: string, links: readonly string[]): DialogueAct {
  if (links.length > 0)
    return links.every((link) => GIF_LINK.test(link)) ? { kind: 'acknowledgement' } : { kind: 'courtesy', text: NO_LINKS };
  if (message.includes('?')) return { kind: 'clarification' };
  return { kind: THUMBS_DOWN.test(message) ? 'rejection' : 'acknowledgement' };
}

/** A clause waves the answer away, and the others add no more than a few words. */
function isRejection(clauses: readonly string[]): boolean {
  const rejects = (clause: string): boolean => cues.HAS_REJECTION.test(clause) && covers(REJECTIONS, clause);
  const others = clauses.filter((clause) => !rejects(clause));
  if (!opening(clauses).some(rejects)) return false;
  const words = others.join(' ').split(' ').filter(Boolean).length;
  return words <= MAX_BESIDE_REJECTION && !others.some((clause) => cues.ASKS_FIRST.test(clause.replace(/\bdo not\b/, '')));
}

/** Reads a message clause by clause: it asks nothing where a clause tells of thanks, success or a plan, and none asks or is left open. */
function told(spoken: string, plain: string, clauses: readonly string[]): DialogueAct | null {
  if (spoken.includes('?') || clauses.some((clause) => !covers(COURTESIES, clause) && asks(clause))) return null;
  const thanks = cues.HAS_THANKS.test(plain);
  const worked = opening(clauses).some(
    (clause) => cues.IS_SUCCESS.test(clause) && (thanks || clause.split(' ').length <= cues.MAX_SUCCESS_WORDS),
  );
  if (worked || cues.HAS_PRAISE.test(plain)) return { kind: 'courtesy', text: thanks ? YOU_ARE_WELCOME : GLAD };
  if (cues.HAS_PLAN.test(plain)) return { kind: 'courtesy', text: thanks ? YOU_ARE_WELCOME : GOOD_LUCK };
  // "docker licence thanks" asks; "thanks, I had forgotten the port" does not.
  if (thanks && cues.IS_NARRATIVE.test(plain)) return { kind: 'courtesy', text: YOU_ARE_WELCOME };
  return cues.HAS_SELF_TALK.test(plain) ? { kind: 'acknowledgement' } : null;
}

/** The clauses up to the first one that is more than a courtesy; what comes after that belongs to its story. */
function opening(clauses: readonly string[]): readonly string[] {
  const open = clauses.findIndex((clause) => !covers(COURTESIES, clause));
  return open < 0 ? clauses : clauses.slice(0, open + 1);
}

function clausesOf(spoken: string, name: string): string[] {
  return spoken
    .split(/[.!?,;:()\n\u2026\u2013\u2014]+|\s-\s/u)
    .map((clause) => plainOf(clause, name))
    .filter(Boolean);
}

function asks(clause: string): boolean {
  // "will try", "can confirm" and "did the trick" open as questions do.
  return cues.ASKS_FIRST.test(clause.replace(cues.TELLS_FIRST, '')) || cues.ASKS_WITHIN.test(clause.replace(cues.TELLS_FIRST, ''));
}

/** The words of a message as the patterns compare them. */
function plainOf(text: string, name = ''): string {
  const spelt = text
    .replace(/\b(what|how|who|that|it|this|there|here|he|she|where)['\u2019]?s\b/gi, '$1 is')
    .replace(/\b(i|you|we|they)['\u2019]?ve\b/gi, '$1 have')
    .replace(/\b(you|they)['\u2019]re\b/gi, '$1 are')
    .replace(/\b(i|we|you|they|it)['\u2019]ll\b/gi, '$1 will')
    .replace(/\b(did|does|do|is|was|would|could|are|has|have|had|should)nt\b/gi, '$1 not');
  const plain = wordsOnly(normalise(spelt)).replace(/(.)\1{2,}/gu, '$1$1');
  const called = wordsOnly(normalise(name));
  return called === '' ? plain : ` ${plain} `.replaceAll(` ${called} `, ' bot ').trim();
}
