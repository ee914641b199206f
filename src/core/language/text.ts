/**
 * Text as the engine reads it: the same steps for the knowledge base's phrasings and for an asker's question.
 * Nothing here depends on a knowledge base.
 */
import { stemmer } from 'stemmer';
import { IRREGULAR_FORMS } from './english.js';
import { foldLookalikes } from './lookalikes.js';

/** Characters of a question that are read; the rest is ignored. Discord's own limit for a message is 2,000 (4,000 with Nitro). */
export const MAX_QUESTION_CHARS = 1_000;
/** Words of a question that are read; 120 words are a long paragraph. */
export const MAX_TOKENS = 120;

/** Discord's own markup: user, role and channel mentions, slash commands, custom emoji, time stamps. */
const DISCORD_MARKUP = /<(?:@[!&]?\d+|#\d+|\/[^:>]+:\d+|a?:\w+:\d+|t:-?\d+(?::\w)?|id:\w+)>/g;

const CONTRACTIONS: readonly (readonly [RegExp, string])[] = [
  [/\bcan(?:'t|not)\b|\bcant\b/g, 'can not'],
  [/\bwon'?t\b/g, 'will not'],
  [/\b(do|does|did|is|are|was|were|would|could|should|has|have|had)n'?t\b/g, '$1 not'],
  [/\b(i)'m\b|\bim\b/g, 'i am'],
  [/'(?:s|d|ll|ve|re|m)\b/g, ' '],
  [/\bwanna\b/g, 'want to'],
  [/\bgonna\b/g, 'going to'],
];

/** Letters and signs that show nothing and stand for a space: fillers of Hangul, the empty Braille pattern. */
const BLANKS = /[\u115f\u1160\u3164\uffa0\u2800]/g;
/** Marks that any script can wear, as accents and what is heaped on letters; the voice marks of kana tell words apart. */
const MARKS = /(?![\u3099\u309a])(?=\p{Script=Inherited})\p{M}/gu;
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * Brings a text into the form that is compared: well-formed Unicode (NFKC), lower case, no accents, no control or zero-width
 * characters, letters that only look Latin as Latin, no Discord markup, contractions spelt out ("can't" is "can not", because negation matters), at most MAX_QUESTION_CHARS.
 */
export function normalise(text: string): string {
  let result = text
    .slice(0, MAX_QUESTION_CHARS * 2)
    .toWellFormed()
    .replace(/[\u2018\u2019\u201b\u00b4`]/g, "'")
    .replace(BLANKS, ' ')
    .normalize('NFKC')
    .replace(DISCORD_MARKUP, ' ')
    .normalize('NFD')
    .replace(MARKS, '')
    .normalize('NFC')
    .replace(INVISIBLE, '');
  result = foldLookalikes(result)
    .toLowerCase()
    .replace(/[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\bhttps?:\/\//g, ' ');
  for (const [pattern, replacement] of CONTRACTIONS) result = result.replace(pattern, replacement);
  return result.slice(0, MAX_QUESTION_CHARS).toWellFormed().trim();
}

/** A command-line flag, a version or number, or a run of letters and digits that may hold inner - _ . / : */
const CHUNK =
  /(?<![\p{L}\p{N}])--?\p{L}[\p{L}\p{M}\p{N}-]*|\p{N}+(?:\.\p{N}+)+|[\p{L}\p{M}\p{N}]+(?:[-_./:][\p{L}\p{M}\p{N}]+)*(?:\+\+|#)?/gu;

/**
 * Splits a normalised text into tokens.
 *
 * Words come as they are. Flags ("--rm"), versions ("5.15") and numbers stay whole. What is written together ("wsl2", "hyper-v",
 * "linux/amd64") gives its parts and, after them, the whole without punctuation ("wsl", "2", "wsl2"), so that other spellings of the
 * same thing meet in one token; `joinKnown` adds the whole where an asker wrote the parts apart.
 */
export function tokenise(normalised: string): string[] {
  const tokens: string[] = [];
  for (const [chunk] of normalised.matchAll(CHUNK)) {
    if (tokens.length >= MAX_TOKENS) break;
    if (chunk.startsWith('-')) {
      tokens.push(chunk.startsWith('--') ? chunk : `-${chunk}`, ...partsOf(chunk));
    } else if (/^\p{N}+(?:\.\p{N}+)+$/u.test(chunk)) {
      tokens.push(chunk);
    } else {
      const parts = partsOf(chunk);
      tokens.push(...parts);
      if (parts.length > 1) tokens.push(parts.join(''));
    }
  }
  return tokens.slice(0, MAX_TOKENS);
}

/**
 * Parts of a chunk: cut at its marks, and between letters and digits; a version such as 22.04 stays whole. Scripts without spaces between
 * words give single characters, whose neighbours the features pair.
 */
function partsOf(chunk: string): string[] {
  return (
    chunk.match(
      /\p{N}+(?:\.\p{N}+)*|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[^\p{N}\-_./:\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu,
    ) ?? []
  );
}

/** The wholes that `tokenise` makes of written-together words of a text: "wsl2", "hyperv". Two or three parts only. */
export function compoundsOf(normalised: string): string[] {
  const compounds: string[] = [];
  for (const [chunk] of normalised.matchAll(CHUNK)) {
    if (chunk.startsWith('-') || /^\p{N}/u.test(chunk)) continue;
    const parts = partsOf(chunk);
    if (parts.length === 2 || parts.length === 3) compounds.push(parts.join(''));
  }
  return compounds;
}

/**
 * Adds the known whole where two neighbouring tokens make one ("hyper", "v" -> "hyperv"), and the two known parts where a word
 * nobody knows is written together ("dockerdesktop" -> "docker", "desktop").
 * @param isKnown whether the knowledge base uses the word
 */
export function joinKnown(tokens: readonly string[], compounds: ReadonlySet<string>, isKnown: (word: string) => boolean): string[] {
  const result: string[] = [];
  tokens.forEach((token, i) => {
    const parts = isKnown(token) ? null : splitKnown(token, isKnown);
    if (parts) result.push(...parts);
    else result.push(token);
    const whole = i === 0 ? '' : `${tokens[i - 1]}${token}`;
    if (compounds.has(whole) && tokens[i + 1] !== whole) result.push(whole);
  });
  return result.slice(0, MAX_TOKENS);
}

/** Shortest part when a word is split in two: below it, chance splits ("a" + "lot") do more harm than good. */
const MIN_SPLIT_PART = 3;

function splitKnown(word: string, isKnown: (word: string) => boolean): [string, string] | null {
  for (let at = word.length - MIN_SPLIT_PART; at >= MIN_SPLIT_PART; at--) {
    const parts: [string, string] = [word.slice(0, at), word.slice(at)];
    if (isKnown(parts[0]) && isKnown(parts[1])) return parts;
  }
  return null;
}

/** A text's words, separated by single spaces: what is left without marks. */
export function wordsOnly(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** The word's stem: irregular forms by list ("lost" -> "lose"), the rest by Porter's algorithm (1980). */
export function stem(word: string): string {
  const regular = IRREGULAR_FORMS.get(word) ?? word;
  return /^[a-z]+$/.test(regular) ? stemmer(regular) : regular;
}
