/**
 * Secrets in what people write: keys and tokens by the form that their issuer gives them, bank accounts by their checksum, and what somebody
 * says is a password, a token or a PIN. Every pattern begins at something rare or at the start of a word, and looks no further than a bound.
 */
import { STOP_WORDS } from './english.js';

/**
 * Puts `dropped` in the place of every secret. What a password is called, and what is said about one ("is not accepted"), stays: that is
 * what people ask about.
 */
export function withoutSecrets(text: string, dropped: string): string {
  return FINDERS.reduce((result, finder) => withoutFound(result, finder, dropped), text);
}

/** Where a secret may begin, and how many characters of it follow the match's end; 0 where there is none, which may be the match itself. */
interface Finder {
  readonly pattern: RegExp;
  /** @param rest the text from the end of the match on. */
  readonly lengthOf: (rest: string, match: RegExpExecArray) => number;
}

function withoutFound(text: string, { pattern, lengthOf }: Finder, dropped: string): string {
  let result = '';
  let done = 0;
  for (const match of text.matchAll(pattern)) {
    const start = match.index + match[0].length;
    if (start < done) continue;
    const length = lengthOf(text.slice(start, start + MAX_SECRET), match);
    if (length === 0) continue;
    result += text.slice(done, start) + dropped;
    done = start + length;
  }
  return result + text.slice(done);
}
const MAX_SECRET = 2_000;

/** Keys and tokens, each as its issuer writes it; a shortened one counts too. */
const ISSUED: readonly string[] = [
  // Clouds: AWS, Google, Azure, DigitalOcean, Databricks, Alibaba, Heroku.
  '(?:AKIA|ASIA|ABIA|ACCA|AROA|AIDA|A3T[A-Z0-9])[A-Z0-9]{12,}',
  'AIza[\\w-]{20,}|ya29\\.[\\w.-]{10,}|GOCSPX-[\\w-]{10,}',
  '[\\w~.]{3}\\dQ~[\\w~.-]{20,}',
  'do[opr]_v1_\\w{10,}|dapi[0-9a-f]{32}|LTAI\\w{12,}|HRKU-[\\w-]{10,}',
  // Code and packages.
  'gh[oprsu]_\\w{10,}|github_pat_\\w{10,}|gl(?:pat|rt|dt|cbt|ptt|ft|imt|agent|oas|soat|ffct)-[\\w.-]{10,}|GR1348941[\\w-]{10,}',
  'npm_[A-Za-z0-9]{16,}|pypi-[\\w-]{16,}|rubygems_\\w{10,}|dckr_[a-z]{2,5}_[\\w-]{10,}|SWMTKN-\\d-[\\w-]{10,}',
  // Chat, payment, mail and the rest.
  'xox[a-z](?:\\.xox[a-z])?-[\\w-]{8,}|xapp-[\\w-]{8,}|\\d{8,10}:[\\w-]{30,}',
  '(?:[prs]k|rk)_(?:live|test|prod)_\\w{8,}|whsec_[\\w+/=]{10,}|SG\\.[\\w.-]{16,}|SK[0-9a-f]{32}|shp(?:at|ca|pa|ss)_\\w{10,}',
  'sk-[\\w-]{16,}|hf_[A-Za-z0-9]{16,}|pplx-\\w{16,}|hv[bs]\\.[\\w-]{16,}|gl(?:c|sa)_[\\w+/=]{16,}|tskey-[\\w-]{10,}|NR(?:AK|II|JS)-[\\w-]{10,}',
  'lin_api_\\w{10,}|ntn_\\w{10,}|pscale_[a-z]+_[\\w.-]{10,}|sntry[su]_[\\w+/=]{10,}|AGE-SECRET-KEY-\\w{10,}|PMAK-[\\w-]{10,}|pul-[0-9a-f]{20,}',
  // A signed web token.
  'eyJ[\\w-]{8,}(?:\\.[\\w-]*){0,2}',
];

/** A block of a private key, to its end or the text's. */
const KEY_BLOCK = /^-{3,5} ?BEGIN [\w ]{0,60}?KEY(?: BLOCK)?-{3,5}[\s\S]*?(?:-{3,5} ?END [\w ]{0,60}?KEY(?: BLOCK)?-{3,5}|$)/;

/** An international bank account, in groups or not: as many characters of it as its checksum confirms (ISO 13616, ISO 7064 mod 97-10). */
function accountLength(rest: string): number {
  const [candidate = ''] = /^[a-z]{2}\d{2}(?:[ -]?[a-z0-9]){11,30}/i.exec(rest) ?? [];
  for (let end = candidate.length; end >= MIN_ACCOUNT; end--) {
    if (/[a-z0-9]/i.test(rest[end] ?? '')) continue;
    const account = candidate.slice(0, end).replace(/[ -]/g, '');
    if (account.length >= MIN_ACCOUNT && remainder(account.slice(4) + account.slice(0, 4)) === 1) return end;
  }
  return 0;
}
const MIN_ACCOUNT = 15;

/** Letters count as 10 to 35. */
function remainder(account: string): number {
  return [...account].reduce((sum, char) => {
    const value = Number.parseInt(char, 36);
    return (sum * (value > 9 ? 100 : 10) + value) % 97;
  }, 0);
}

/** What is said to be a secret may be words; see `endOfWords`. */
const WORDS =
  'pass(?: ?word|wd|phrase|code)s?|passwort|kennwort|contraseña|mot de passe|psw|pw|(?:seed|recovery) (?:phrase|code)s?|backup codes|mnemonic';
/** Here it is one token, or stands alone: "secret: file not found" is about a file. */
const TOKENS =
  'pass|pwd|secret|token|credentials?|creds|auth|(?:api|access|account|secret|private|master|licen[cs]e|encryption|wi-?fi|wlan|signing|auth|shared[ _-]?access)[ _-]?key';
/** Here it is a number. */
const NUMBERS =
  'pin(?:[ -]?(?:code|number))?|cvv2?|cvc2?|ssn|social security(?: number)?|tan|otp|' +
  '(?:verification|security|confirmation|access|login|sms|2fa|mfa|pairing|unlock|door|one-time|activation)[ -]code|(?<=\\b(?:my|the) )code';

const QUALIFIED = '(?<of>\\s+(?:for|of|to|on|in|at|from)\\s+[\\p{L}\\p{N}./-]{1,60}(?:\\s+[\\p{L}\\p{N}.-]{1,40}){0,5}?)??';
const LINKED =
  "(?<equals>=)(?=\\S)|\\s*(?:=>|->|→|:=|[:=])\\s*|(?:\\s+(?:is|was|are|were|ist|lautet|est?)(?:\\s*:)?|'s)\\s+(?:(?:now )?(?:set|changed) to\\s+(?!never|always|not))?|" +
  '(?<to>\\s+to\\s+)(?=["\'`]|\\S*\\d|\\S+\\s*(?:$|\\n|[.!?](?:\\s|$)))|(?<bare>\\s+)(?=["\'`(]?\\S*\\d|["\'`]\\S)';
const INTRODUCED = new RegExp(
  `(?<![\\p{L}\\p{N}_$.-])[\\w-]{0,60}?(?:(?<words>${WORDS})|(?<tokens>${TOKENS})|(?<numbers>${NUMBERS}))\\d{0,2}(?!\\w|-(?!>))["'\`]?${QUALIFIED}(?:${LINKED})`,
  'giu',
);

/** Whose it is: what follows "my token is" is the token, whatever it looks like. */
const OWNED = /(?:^|[^\p{L}])(?:my|our|his|her|their)(?:\s+[\p{L}\p{N}-]{1,30}){0,2}\s+$/iu;

/** Before "password hunter2", that it is one, and no "password mysql8". */
const USED = /(?:[,;]|(?:^|[^\p{L}])(?:with|using|use)(?:\s+[\p{L}\p{N}-]{1,30}){0,2})\s+$/iu;

/** Before "the password to rose", whether it says what the password shall be. */
const CHANGED = /(?:^|[^\p{L}])(?:set|chang|mak|made|updat|reset)\p{L}*\s+(?:\S{1,30}\s+){0,3}$/iu;

function introducedLength(rest: string, { groups = {}, index, input }: RegExpExecArray): number {
  const quoted = /^["'`“«]([^"'`”»\n…]{1,200})["'`”»]/.exec(rest);
  const value = quoted?.[1] ?? /^\S+/.exec(rest)?.[0] ?? '';
  if (value === '' || isReference(value)) return 0;
  const before = input.slice(Math.max(0, index - 80), index);
  const isOwned = OWNED.test(before);
  if (groups.to !== undefined && !CHANGED.test(before)) return 0;
  if (groups.numbers !== undefined) return numberLength(rest, groups.numbers, isOwned, groups.bare !== undefined);
  const isPlain = groups.bare !== undefined && groups.words !== undefined && groups.of === undefined;
  if (isPlain && quoted) return quoted[0].length;
  if (groups.bare !== undefined) return (isOwned || (isPlain && USED.test(before)) ? isCode(value) : isMixed(value)) ? endOfToken(rest) : 0;
  if (quoted) return quoted[0].length;
  if (groups.equals !== undefined) return endOfToken(rest);
  if (isCode(value) && /^\S+?(?:[,;]|\s+(?:and|but|so|why|how|what|when|which|where|then)\b)/i.test(rest)) return endOfToken(rest);
  if (groups.words !== undefined || isOwned) return endOfWords(rest, groups.words !== undefined);
  if (isCode(value)) return endOfToken(rest);
  return endOfSentence(rest) === value.replace(/[.!?]+$/, '').length ? endOfWords(rest, false) : 0;
}

function numberLength(rest: string, name: string, isOwned: boolean, isBare: boolean): number {
  const [digits = ''] = /^\d(?:[ -]?\d){2,}(?![\d.]*[\w-])/.exec(rest) ?? [];
  if (digits === '') return isOwned && !isBare && /^pin/i.test(name) ? endOfWords(rest, true) : 0;
  // "The code is 137" is what a container ended with, "my code is 2000 lines long" a program.
  if (/^code$/i.test(name)) return digits.length > 3 && /^\s*(?:$|[.,!?;\n])/.test(rest.slice(digits.length)) ? digits.length : 0;
  return isBare && !isOwned && /^pin$/i.test(name) ? 0 : digits.length;
}

/** A variable, a placeholder, a file, a value of a switch, or what was dropped already. */
function isReference(value: string): boolean {
  return /^(?:…|\$[{(]|\$[A-Z_]+\b|%\w+%|<|\{|\*|\[|\.{0,2}\/|~\/|(?:true|false|null|none|yes|no)\b|[a-z_-]+=[^=])/i.test(value);
}

/** Whether a word can hardly be one of a language. */
function isCode(word: string): boolean {
  if (ALGORITHM.test(word)) return false;
  return /^(?=\D*\d)\S{4,}$/.test(word) || /[\p{Ll}][\p{Lu}]/u.test(word) || /\S[!@#$%^&*+=~]\S/.test(word) || word.length > 20;
}
const ALGORITHM =
  /^v?\d+(?:\.\d+)+\W*$|^(?:base\d+|sha-?\d+|md\d|utf-?\d+|oauth\d?|ed25519|[bs]?crypt\d*|argon2\w*|x509|pkcs\d+|k8s|http\/?\d)\b/i;

/** Whether it is made of characters of several kinds, as rules for passwords want it. */
function isMixed(word: string): boolean {
  if (ALGORITHM.test(word) || word.length < 6 || word.includes('/')) return false;
  return /\d/.test(word) && (/\p{Ll}/u.test(word) ? /\p{Lu}/u.test(word) : false || /[!#$%^&*+~]/.test(word));
}

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));
/** What may stand between "is" and the rest. */
const ADVERBS = setOf(
  '100 not never always still already now only just also really actually currently then again being been so too very always definitely',
);
/** With these begins what is said about a password. */
const OPENERS = setOf(
  'on at for from by with without where what how why when which who whether if as than that this there here to up out off because but and or it its ' +
    'inside into via using used using both different do does did are is was can could should would will has have had no any per one of under after before in',
);
/** After these it may be a thing or a passphrase. */
const ARTICLES = setOf('a an the my our your');
const THINGS = setOf(
  'same one default wrong right problem issue file string hash variable value environment env secret token jwt key password name only first last ' +
    'next main root admin user docker container registry image correct real actual reason cause question random new old good bad must mystery joke',
);
/** How a password is. */
const STATES = setOf(
  'wrong incorrect invalid valid empty blank missing visible hidden set shown sent lost forgotten known unknown written stolen broken gone put kept ' +
    'read seen taken chosen built given rotten leaked stale unset null required optional different identical unsafe insecure plaintext unencrypted ' +
    'everybody everyone unchanged available unavailable necessary mandatory authentication denied',
);
/** The same, but words that passphrases are made of as well: it depends on what follows. */
const PLAIN_STATES = setOf(
  'correct right fine ok okay good bad safe secure strong weak same new old public private short long plain simple secret ready clear case',
);

/** Characters to the end of the sentence, where they are a password or a passphrase and no statement about one. */
function endOfWords(rest: string, wordsExpected: boolean): number {
  const words = rest.slice(0, endOfSentence(rest)).split(/\s+/);
  const at = words.findIndex((word) => !ADVERBS.has(bare(word)));
  const word = bare(words[at] ?? '');
  const next = bare(words[at + 1] ?? '');
  if (word === '' || OPENERS.has(word)) return 0;
  if (STATES.has(word) || ALGORITHM.test(word) || /^\p{L}{3,}ed$|^\p{L}{4,}ing$/u.test(word)) return 0;
  if (ARTICLES.has(word)) return !wordsExpected || isAbout(next) || THINGS.has(next) ? 0 : endOfSentence(rest);
  if (PLAIN_STATES.has(word) && (next === '' || isSmall(next) || STATES.has(next))) return 0;
  return endOfSentence(rest);
}

const isSmall = (word: string): boolean => OPENERS.has(word) || STOP_WORDS.has(word);
const bare = (word: string): string => word.toLowerCase().replace(/^\W+|[^\p{L}\p{N}]+$/gu, '');
const isAbout = (word: string): boolean => STATES.has(word) || PLAIN_STATES.has(word);

function endOfSentence(rest: string): number {
  return /^(?:(?![.!?]+(?:\s|$))[^\n…])*/.exec(rest)?.[0].trimEnd().length ?? 0;
}

function endOfToken(rest: string): number {
  return /^(?:"[^"\n…]{1,200}"|'[^'\n…]{1,200}'|[^\s…]+)/.exec(rest)?.[0].replace(/[.,;!?)]+$/, '').length ?? 0;
}

/** A value that a program's option takes: nothing that goes on with the sentence. */
function optionLength(rest: string, { groups = {} }: RegExpExecArray): number {
  const value = /^(?:"[^"\n…]{1,200}"|'[^'\n…]{1,200}'|\S+)/.exec(rest)?.[0] ?? '';
  const word = bare(value);
  if (isReference(value) || value.startsWith('-') || /^[\d.:[\]-]+(?:\/(?:tcp|udp))?$/.test(value)) return 0;
  if (groups.token !== undefined && !isCode(value)) return 0;
  const goesOn = isSmall(word) || isAbout(word) || /^(?:flag|option|argument|parameter|switch|warning|stdin|prompt)s?$/.test(word);
  return goesOn ? 0 : endOfToken(rest);
}

/** Of whom, and what for. */
const OURS = '(?:my|our|the|his|her)\\s+(?:[\\w-]{1,30}\\s+){0,2}?';

function codeLength(_: string, { groups }: RegExpExecArray): number {
  const value = groups?.value ?? '';
  return isCode(value) ? value.length : 0;
}

function pairLength(rest: string, { groups = {} }: RegExpExecArray): number {
  const [pair = '', name = '', value = ''] = /^([^\s/|:,]+)(?:\s*[/|,]\s*|:|\s+and\s+)([^\s/|:,]+)/.exec(rest) ?? [];
  if (pair === '' || [name, value].some((part) => OPENERS.has(bare(part)) || isReference(part) || GENERIC.test(part))) return 0;
  if (isCode(value) || /^\S+$/.test(pair)) return pair.length;
  return groups.with === undefined && !/\sand\s/.test(pair) ? endOfSentence(rest) : 0;
}
const GENERIC = /^(?:user|user-?name|name|e?-?mail|pass|password|token|id|key|helper|store|failed|denied|error)s?$/i;

const FINDERS: readonly Finder[] = [
  { pattern: /(?=-{3,5} ?BEGIN )/g, lengthOf: (rest) => KEY_BLOCK.exec(rest)?.[0].length ?? 0 },
  ...ISSUED.map((form) => ({
    pattern: new RegExp(`(?<![A-Za-z0-9])(?=(?<key>${form}))`, 'g'),
    lengthOf: (_: string, { groups }: RegExpExecArray) => groups?.key?.length ?? 0,
  })),
  { pattern: /(?<![a-z0-9])(?=[a-z]{2}\d{2})/gi, lengthOf: accountLength },
  // A British insurance number.
  {
    pattern: /(?<![a-z0-9])(?=[a-z]{2} ?\d{2} ?\d{2} ?\d{2} ?[a-d](?![a-z0-9]))/gi,
    lengthOf: (rest) => /^.{2}[\d ]+./.exec(rest)?.[0].length ?? 0,
  },
  // A header: its scheme and what follows.
  {
    pattern:
      /(?<![\w-])(?:(?:proxy-)?authorization|private-token|x-[\w-]{1,40}(?:key|token|auth)|cookie)["'`]?\s*:\s*["'`]?(?:(?:bearer|basic|token|digest)\s+)?(?=\S*[\d=]|\S{12})/gi,
    lengthOf: (rest) => endOfToken(rest),
  },
  {
    pattern: /(?<![\w-])(?:bearer|basic)\s+/gi,
    lengthOf: (rest) => (isCode(/^[^\s"'`]+/.exec(rest)?.[0] ?? '') ? endOfToken(rest) : 0),
  },
  // Options of programs.
  {
    pattern: /(?<!\S)--?[\w-]{0,40}?(?:(?:password|passwd|passphrase|pass|pw|api-?key)|(?<token>token|secret|pin))\s+/gi,
    lengthOf: optionLength,
  },
  { pattern: /(?<=\b(?:login|mysql\w*|mariadb\w*|mongo\w*|sshpass|redis-cli)\b[^\n|;…]{0,120}?\s)-[ap]\s+/g, lengthOf: optionLength },
  {
    pattern: /(?<=\b(?:login|mysql\w*|mariadb\w*|sshpass)\b[^\n|;…]{0,120}?\s)-p(?=\S*\d)/g,
    lengthOf: optionLength,
  },
  {
    pattern: /(?<=\b(?:curl|wget|skopeo)\b[^\n|;…]{0,120}?\s)(?:-u|--user|--(?:src-|dest-)?creds)[\s=]+(?=\S+:\S)/g,
    lengthOf: optionLength,
  },
  // Piped to what asks for it, and the spaced form of a line of a Dockerfile.
  {
    pattern: /(?<![\w-])(?:echo|printf)\s+(?:-n\s+)?(?=[^\n|…]{1,200}\|[^\n|…]{0,100}(?:--password-stdin|secret create))/g,
    lengthOf: (rest) => (isReference(rest.replace(/^["']/, '')) ? 0 : (/^[^|]+?(?=\s*\|)/.exec(rest)?.[0].length ?? 0)),
  },
  {
    pattern: /(?<![\w-])ENV\s+[A-Z_]{0,60}?(?:PASS|SECRET|TOKEN|KEY)[A-Z_]{0,60}\s+(?=\S+\s*(?:$|\n))/g,
    lengthOf: optionLength,
  },
  // A name and a password side by side.
  {
    pattern:
      /(?<![\w-])(?:log(?:ged|ging)?[ -]?ins?|credentials?|creds|account|user(?:name)?\s*(?:\/|and|&|,)\s*pass(?:word)?)\s*(?:\s(?:is|are|was|(?<with>with))\s|[:=])\s*(?=\S+(?:\s*[/|:,]|\s+and)\s*\S)/gi,
    lengthOf: pairLength,
  },
  { pattern: INTRODUCED, lengthOf: introducedLength },
  // Said the other way round.
  {
    pattern: new RegExp(`(?<!\\S)(?=(?<value>\\S{4,80})\\s+(?:is|was)\\s+${OURS}(?:${WORDS}|${TOKENS}|pin)(?![\\w-]))`, 'giu'),
    lengthOf: codeLength,
  },
  { pattern: new RegExp(`(?<!\\S)(?=(?<value>\\S{4,80})\\s+as\\s+(?:${OURS})?(?:${WORDS}|pin)(?![\\w-]))`, 'giu'), lengthOf: codeLength },
  {
    pattern: new RegExp(
      `(?<=^|[.!?]\\s|\\n)(?=(?<value>[^.!?\\n…]{1,80}?)\\s+(?:is|was)\\s+my\\s+(?:[\\w-]{1,30}\\s+){0,2}?(?:${WORDS})\\s*(?:$|[.,!?\\n]))`,
      'giu',
    ),
    lengthOf: (rest, { groups }) => (isSmall(bare(/^\S+/.exec(rest)?.[0] ?? '')) ? 0 : (groups?.value?.length ?? 0)),
  },
];
