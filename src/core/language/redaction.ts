/**
 * The form of a question that may be kept. Two of them: one for questions kept without anybody having agreed, one for servers that
 * switched keeping on. Both err on the side of dropping: a curator can do with a gap, nobody can call a name back.
 */
import { STOP_WORDS } from './english.js';
import { withoutSecrets } from './secrets.js';
import { normalise, tokenise } from './text.js';

/** Stands for whatever was dropped. */
const DROPPED = '…';
/** Characters that are read; what is kept is far shorter. */
const MAX_READ_CHARS = 2_000;
export const MAX_KEPT_CHARS = 200;
export const MAX_PLAIN_CHARS = 300;

/** What `keptForm` needs to know about words; both are asked in lower case. */
export interface KnownWords {
  /** Whether the knowledge base uses the word or number: such a word is about the subject, however it is written. See `subjectWords`. */
  readonly isSubjectWord: (word: string) => boolean;
  /** Whether it is an ordinary English word. Names of people and places must not be among them: a dictionary's capitalised words stay out. */
  readonly isWord: (word: string) => boolean;
}

/** Collects the words of a knowledge base's own texts, for `KnownWords.isSubjectWord`. */
export function subjectWords(texts: Iterable<string>): ReadonlySet<string> {
  const words = new Set<string>();
  for (const text of texts) {
    // A long text is read piece by piece, for a question is all that normalise reads.
    for (const line of text.split('\n')) for (const piece of pieces(line)) for (const word of tokenise(normalise(piece))) words.add(word);
  }
  return words;
}

const PIECE_WORDS = 40;

function pieces(line: string): string[] {
  const words = line.split(/\s+/);
  return Array.from({ length: Math.ceil(words.length / PIECE_WORDS) }, (_, i) =>
    words.slice(i * PIECE_WORDS, (i + 1) * PIECE_WORDS).join(' '),
  );
}

/** Digits in a row, across spaces and marks, from which on they may be a telephone number, an id or a date of birth. */
const MAX_DIGITS = 4;
/** A version: "22.04", "5.15.153". Four groups are an IP address. */
const VERSION = /^\d{1,3}(?:\.\d{1,3}){1,2}$/;
const MAX_VERSION_DIGITS = 6;
/** Digits of a word with digits ("wsl2", "arm64") that is not itself known: more of them make a user name. */
const MAX_DIGITS_IN_WORD = 2;

/**
 * With STOP_WORDS, the small words: never a name but in the middle of a sentence with a capital ("Will"), and shorter than those that
 * dictionaries for typo repair list.
 */
const SMALL_WORDS: ReadonlySet<string> = new Set(
  (
    'why how what when where which who whose because no not yes but he she they them him her his us up out off over into onto from than ' +
    'now new old one two both each few all too very much more most only same other such own via per use used say says see set try still again after before'
  ).split(' '),
);
const isSmall = (word: string): boolean => STOP_WORDS.has(word) || SMALL_WORDS.has(word) || NEGATION.test(word);

/** After these, and "is" or the like, comes what must not be kept, whether or not it is also a word. */
const INTRODUCES_SECRET = new Set('name named called password passwd passphrase passcode pin username login token'.split(' '));
const LINKS_SECRET = new Set('is was as be to'.split(' '));
const SECRET_WORDS = 2;

/** Marks around a word that say nothing about it. */
const LEADING_MARKS = /^(?:["'([{*_>«»“”„‹›¿¡|`,;!?–—]|\.{2,}|~~)+/;
const TRAILING_MARKS = /["')\]}*_>«»“”‹›|`,;.!?:–—~%-]+$/;
/** What begins with one of these is a mention, a channel, a path, a variable, a telephone number, an emoji or a hidden file. */
const SUSPICIOUS_START = /^[@#/\\~$%&+=:<.^]|^-{3}|^-+\p{N}/u;
/** In a word or at its end: an address, a link, a path of Windows. */
const NEVER_IN = /[@\\]|:\/\/|::/;
/** Inside a word: a host name or a file name, kept only where the knowledge base has the whole of it ("node.js"). */
const RARELY_INSIDE = /[.:]/;
const CONTRACTION = /^(\p{L}+)'(?:s|d|ll|ve|re|m)$/u;
const NEGATION = /^(?:ca|wo|do|does|did|is|are|was|were|would|could|should|has|have|had|ai|must)n't$|^can't$/;

interface Item {
  /** Null where it is dropped. */
  readonly text: string | null;
  /** Digits of what holds nothing but digits and marks, kept or not; 0 for all else. */
  readonly digits: number;
  /** Whether the knowledge base has it. */
  readonly subject: boolean;
}
const DROP: Item = { text: null, digits: 0, subject: false };

/**
 * Reduces a question to what may be kept without consent: ordinary words and words of the subject, in lower case, one space between
 * them, short numbers and versions; "…" stands for all else. Out go names (what is capitalised and no word of the subject), mentions,
 * links, addresses of mail and machines, paths, ids, tokens, longer numbers, code blocks, and what follows "my name is" or "password:".
 * A name in lower case that is also an ordinary word ("mark") cannot be told from it and stays, unless something introduces it.
 * Never longer than the text or MAX_KEPT_CHARS, empty where no word is left, and reducing it again changes nothing.
 */
export function keptForm(text: string, known: KnownWords): string {
  return settled(text, (form) => reduced(form, known));
}

function reduced(text: string, known: KnownWords): string {
  const items = withoutDigitRuns(itemsOf(text, known));
  if (items.every((item) => item.text === null)) return '';
  const words = items.map((item) => item.text ?? DROPPED).filter((word, i, all) => word !== DROPPED || all[i - 1] !== DROPPED);
  return bounded(words.join(' '), Math.min(text.length, MAX_KEPT_CHARS));
}

function itemsOf(text: string, known: KnownWords): Item[] {
  const items: Item[] = [];
  // How many more words may be the secret that was introduced.
  let secretAhead = 0;
  let addressAhead = false;
  let sentenceStarts = true;
  for (const [chunk] of readable(text, ANY_MARKUP, ` ${DROPPED} `).matchAll(/\S+/g)) {
    const core = chunk.replace(LEADING_MARKS, '').replace(TRAILING_MARKS, '');
    // "someone @ example" and "someone @example.org": what stands before belongs to it.
    if (/^@$|^@.+\./.test(core) && items.length > 0) items.splice(-1, 1, DROP);
    if (!/[\p{L}\p{N}]/u.test(core)) {
      addressAhead ||= core.endsWith('@');
      if (chunk === DROPPED) {
        items.push(DROP);
        secretAhead = 0;
      }
      continue;
    }
    const lower = core
      .toLowerCase()
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .normalize('NFC');
    const item = addressAhead || NEVER_IN.test(chunk) ? DROP : itemOf(core, lower, sentenceStarts, known);
    const ordinary = item.subject || isSmall(lower);
    items.push(secretAhead > 0 && !ordinary && !LINKS_SECRET.has(lower) ? { ...item, text: null } : item);
    if (INTRODUCES_SECRET.has(lower)) secretAhead = SECRET_WORDS;
    else if (secretAhead > 0 && !LINKS_SECRET.has(lower)) secretAhead = ordinary ? 0 : secretAhead - 1;
    addressAhead = core.endsWith('@');
    sentenceStarts = /[.!?:]["')\]]*$/.test(chunk);
  }
  return items;
}

function itemOf(core: string, lower: string, sentenceStarts: boolean, known: KnownWords): Item {
  const digits = lower.match(/\p{N}/gu)?.length ?? 0;
  if (!/\p{L}/u.test(lower)) {
    const subject = known.isSubjectWord(lower);
    const short = /^\d+$/.test(lower) ? digits <= MAX_DIGITS : VERSION.test(lower) && digits <= MAX_VERSION_DIGITS;
    return { text: short ? lower : null, digits, subject: short && subject };
  }
  if (SUSPICIOUS_START.test(lower)) return DROP;
  const word = CONTRACTION.exec(lower)?.[1] ?? lower;
  const subject = known.isSubjectWord(word);
  if (/^\p{L}+$/u.test(word) || NEGATION.test(word)) {
    return isKept(core, word, sentenceStarts, subject, known) ? { text: lower, digits: 0, subject } : DROP;
  }
  return isSubjectCompound(word, digits, known) ? { text: lower, digits: 0, subject: true } : DROP;
}

function isKept(core: string, word: string, sentenceStarts: boolean, subject: boolean, known: KnownWords): boolean {
  const small = isSmall(word);
  // "Will" in the middle of a sentence is somebody; "I" is nobody in particular.
  if (/[\p{Lu}\p{Lt}]/u.test(core)) return small ? sentenceStarts || word === 'i' : subject;
  return small || subject || (word.length > 1 && known.isWord(word));
}

/** Whether something of several parts, or with digits, is the subject's own: "hyper-v", "linux/amd64", "--rm", "wsl2". */
function isSubjectCompound(word: string, digits: number, { isSubjectWord }: KnownWords): boolean {
  const parts = word.match(/\p{L}+|\p{N}+/gu) ?? [];
  if (digits <= MAX_DIGITS && (isSubjectWord(word) || isSubjectWord(parts.join('')))) return true;
  if (RARELY_INSIDE.test(word) || digits > MAX_DIGITS_IN_WORD) return false;
  return parts.every((part) => /^\p{N}/u.test(part) || isSubjectWord(part));
}

/** Drops numbers that follow each other and have too many digits together: "0151 234 567". */
function withoutDigitRuns(items: readonly Item[]): Item[] {
  const result: Item[] = [];
  for (let i = 0; i < items.length; ) {
    const end = items.findIndex((item, j) => j > i && item.digits === 0);
    const run = items[i]?.digits === 0 ? items.slice(i, i + 1) : items.slice(i, end < 0 ? items.length : end);
    const digits = run.reduce((sum, item) => sum + item.digits, 0);
    const drop = run.length > 1 && digits > MAX_DIGITS && !run.every((item) => item.subject);
    result.push(...run.map((item) => (drop ? DROP : item)));
    i += run.length;
  }
  return result;
}

/** Discord's mentions, slash commands, custom emoji and time stamps; whatever else stands in angle brackets is mostly somebody's own value. */
const DISCORD_MARKUP = /<(?:@[!&]?|#|a?:\w+:|t:-?|id:|\/[^<>:]{1,100}:)[\w:]*>/g;
const ANY_MARKUP = /<(?:\/[^<>]{1,100}|[^<>\s]{1,100})>/g;

/** Well-formed, compatible characters, no invisible ones; code blocks and Discord's markup replaced. */
function readable(text: string, markup: RegExp, replacement: string): string {
  const whole = text
    .slice(0, MAX_READ_CHARS)
    .toWellFormed()
    .split(DROPPED)
    .map((part) => part.replace(/[\u2018\u2019\u201b\u00b4]/g, "'").normalize('NFKC'))
    .join(replacement)
    .replace(/\p{Cf}/gu, '')
    .replace(/```[\s\S]*?(?:```|$)/g, replacement)
    .replace(/[^\S\n]+/g, ' ');
  // While its lines are still apart: what is said to be a password ends with the line.
  return withoutSecrets(whole, replacement)
    .replace(/[\p{Cc}\p{Z}]+/gu, ' ')
    .replace(markup, replacement);
}

/** Reduces until nothing is left to drop: without its marks "the password (is) rose" says what it did not say with them. */
function settled(text: string, reduce: (text: string) => string): string {
  const form = reduce(text);
  return form === text ? form : settled(form, reduce);
}

/** Cuts between words, with a sign that something is missing. */
function bounded(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const words = text
    .slice(0, Math.max(0, limit - DROPPED.length))
    .split(' ')
    .slice(0, -1);
  while (words.at(-1) === DROPPED) words.pop();
  return words.length === 0 ? '' : `${words.join(' ')} ${DROPPED}`;
}

const TOP_LEVEL =
  'com|org|net|edu|gov|io|dev|app|gg|me|co|info|biz|cloud|xyz|local|lan|internal|home|de|at|ch|fr|uk|nl|eu|us|ca|in|jp|cn|ru|br|au';

/** What is dropped from a question that is otherwise kept as it was asked. Bound to the start of a word, so that they search in linear time. */
const PERSONAL: readonly RegExp[] = [
  // Links, mentions, mail addresses, machine names with an owner.
  /(?<!\S)\S*(?::\/\/|@|\bwww\.)\S*/gi,
  new RegExp(`(?<![\\w.-])(?:[\\w-]+\\.)+(?:(?:${TOP_LEVEL})(?![\\w-])(?:[:/]\\S+)?|[a-z]{2,}/\\S+)`, 'gi'),
  // Folders of a person, shares of a network.
  /(?<!\S)(?:\\\\|\S*(?:\/home\/|\/Users\/|:\\|~\/))\S*/gi,
  // IP and hardware addresses.
  /(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?:[:/]\d+)?/g,
  /(?<![\w:])(?:[\da-f]{0,4}:){2,}[\da-f]{0,4}(?:\/\d+)?/gi,
  // Tokens and hashes: long runs with a digit, shorter hexadecimal ones.
  /(?<![\w.+/=-])(?=[^\s\d]*\d)[\w.+/=-]{24,}/g,
  /(?<!\w)(?=\d*[a-f])(?=[a-f]*\d)[\da-f]{7,}(?!\w)/gi,
];
/** Digits with the marks that stand in telephone numbers. */
const DIGITS = /\+?\d(?:[\s()./-]{0,3}\d)*/g;
const MIN_PHONE_DIGITS = 7;

/**
 * Shapes a question for a server that keeps the wording: as it was asked, on one line, without mentions, links, addresses, ids, tokens,
 * long numbers and code blocks. Never longer than the text or MAX_PLAIN_CHARS; shaping it again changes nothing.
 */
export function plainForm(text: string): string {
  return settled(text, shaped);
}

function shaped(text: string): string {
  let plain = readable(text, DISCORD_MARKUP, DROPPED);
  for (const pattern of PERSONAL) plain = plain.replace(pattern, DROPPED);
  plain = plain
    .replace(DIGITS, (match) => (/\d{5}/.test(match) || match.replace(/\D/g, '').length >= MIN_PHONE_DIGITS ? DROPPED : match))
    .replace(/…(?:[\s…]*…)+/g, DROPPED)
    .trim();
  return plain === DROPPED ? '' : bounded(plain, Math.min(text.length, MAX_PLAIN_CHARS));
}
