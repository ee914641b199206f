/**
 * Takes out of a text what nobody may keep: keys and tokens by their known forms, account numbers, and what somebody tells as a password.
 * The forms are those that their issuers document, as collected by gitleaks (config/gitleaks.toml). All searches are linear in the text.
 */

/** Stands for whatever was dropped. */
export const DROPPED = '…';

/** Keys by their form. Each begins with letters that nothing else begins with, or has a length and a mixture that no word has. */
const KEYS: readonly RegExp[] = [
  /-----BEGIN [A-Z ]{0,40}PRIVATE KEY[\s\S]*?(?:-----END [A-Z ]{0,40}-----|$)/g,
  // Amazon, Google, Azure's shared keys.
  /\b(?:A3T[A-Z0-9]|AKIA|ASIA|ABIA|ACCA|AGPA|AIDA|AROA|ANPA)[A-Z0-9]{12,}/g,
  /\bAIza[\w-]{20,}/g,
  /\bya29\.[\w-]{10,}/g,
  // Code hosts and package registries.
  /\b(?:gh[pousr]|github_pat|glpat|gldt|glrt|glcbt|npm|pypi|dckr_pat|dckr_oat|hf|rubygems|cio|shp(?:at|ca|pa|ss)|do[opr]_v1|lin_api|ntn|dapi|glsa|glc|sntry[su]|pul|dop|doo|PMAK|NRAK|key)[-_][\w-]{10,}/g,
  // Payment, chat, models, mail.
  /\b(?:sk|rk|pk|whsec)[-_](?:[a-z]{2,6}[-_])?[\w-]{12,}/g,
  /\bxox[a-z]-[\w-]{8,}|\bxapp-[\w-]{8,}/g,
  /\bSG\.[\w-]{10,}(?:\.[\w-]+)?/g,
  /\b(?:SK|AC)[0-9a-f]{32}\b/g,
  /\bhv[sb]\.[\w-]{10,}/g,
  /\bAGE-SECRET-KEY-1[A-Z0-9]{10,}/g,
  /\b\d{8,10}:[\w-]{30,}/g,
  // Discord's bot tokens, and tokens of JSON (RFC 7519).
  /\b[\w-]{18,30}\.[\w-]{5,8}\.[\w-]{20,}/g,
  /\beyJ[\w-]{5,}(?:\.[\w-]*){0,4}/g,
  // Headers and command lines.
  /\b(?:bearer|basic)\s+(?=[\w+/=.-]*\d|[\w+/=.-]{16})[\w+/=.-]{6,}/gi,
  /(?<![\w-])(?:-u|--user)[= ]+(?!\d+:\d+(?!\S))[^\s:]{1,60}:\S+/g,
  /(?<![\w-])--?(?:password|passwd|pass|pwd|passphrase|token|secret|api-?key|access-?key|secret-?key|access-?token)(?![\w-])(?:=|\s+)(?!-|(?:id|src|source|type|env|target)=)\S+/gi,
  /\b(?:login|sshpass|mysql|mysqldump)\b[^\n|;&]{0,80}?\s-p\s*(?=[^\s\d-])\S+/g,
  // A run of twenty and more with small and capital letters, and digits in three places.
  /(?<![\w+/=.-])(?=[\w+/=-]{0,60}[a-z])(?=[\w+/=-]{0,60}[A-Z])(?=(?:[A-Za-z_+/=-]{0,40}\d){3})[\w+/=-]{20,}/g,
];

/** International bank account numbers, with and without spaces (ISO 13616). */
const IBAN = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![A-Z0-9])/gi;

/** What somebody calls a secret. */
const NOUNS =
  'pass ?words?|passwd|pass ?phrases?|passcode|pwd|pw|pin(?: ?code| number)?|secrets?(?:[ _-]?keys?)?|api[ _-]?keys?|(?:access|private|auth|encryption|recovery|licen[cs]e)[ _-]?(?:keys?|codes?|tokens?)|tokens?|logins?|credentials?|cvv|cvc|seed phrase|passwort|kennwort|contraseña|mot de passe';
/** The name of a secret and what leads on to it: "password is", "PASSWORD=", '"token": '. */
const TOLD = new RegExp(
  `(?<![\\p{L}\\p{N}$])(?:${NOUNS})["'\`]?(?:\\s*(?::=|=>|[:=])\\s*|\\s+(?:is|was|are|ist|es|set to|changed to)\\s+(?:now |just |simply |still |currently |set to |changed to )?)`,
  'giu',
);
/** The same without a link; only what has a digit or a mark in it is a secret then: "password hunter2". */
const TOLD_DIRECTLY = /(?<![\p{L}\p{N}_-])(?:password|passwd|passphrase|passcode|pwd|pw|pin)\s+(?=[^\s?!.,;]*[\d$#%^&*_])[^\s?!.,;]+/giu;

/** What is said of a secret rather than being one. */
const SAID_OF_IT = new Set(
  (
    'not no wrong incorrect invalid required requested asked needed missing empty expired expiring too stored saved kept visible shown hidden in on at from for by with ' +
    'the a an my our your this that these those always never accepted rejected denied refused set right ok okay fine unknown lost forgotten printed ' +
    'logged exposed leaked used ignored passed there it what so also only encrypted hashed plain plaintext mandatory optional supported allowed valid same ' +
    'different longer shorter written read sent mounted injected baked visible deprecated unauthorized authentication error failed failure cannot can must should ' +
    'will would could does do did how why where when who which is are was been being going gone created generated rotated revoked cached prompted safe secure ' +
    'unsafe insecure secret public available unset undefined null blank necessary enough either neither both different per one two because if and or but than like about to of as'
  ).split(' '),
);
/** After "correct" these say that it is, and something else is the matter. */
const GOES_ON = /^correct(?:ly)?(?=$|[\s,.;!?]*(?:$|but|and|as|because|so|yet|though|when|i|it|for|on|in)\b|[,.;!?])/i;
const QUOTED = /^(["'`“‘«])[^"'`”’»\n]{1,200}["'`”’»]/u;
/** Where a passphrase ends: with the sentence, or where the question begins. */
const END =
  /[.!?](?=\s|$)|[,;\n…]|\s(?=(?:(?:and|but|so|then|now) )?(?:how|what|why|can|could|should|do|does|did|when|where|which|is (?:it|this|that)|i|it|docker)\b)/i;
const MAX_SECRET_CHARS = 200;

/** Replaces secrets by "…"; doing so again changes nothing. */
export function withoutSecrets(text: string): string {
  let rest = text;
  for (const form of KEYS) rest = rest.replace(form, DROPPED);
  rest = rest.replace(IBAN, (found) => (isIban(found) ? DROPPED : found));
  return withoutTold(rest).replace(TOLD_DIRECTLY, (found) => `${found.split(/\s/, 1)[0]} ${DROPPED}`);
}

/** The check digits of ISO 13616: letters as numbers, the first four characters last, modulo 97 is 1. */
function isIban(found: string): boolean {
  const plain = found.replaceAll(' ', '').toUpperCase();
  if (plain.length < 15 || plain.length > 34) return false;
  const digits = [...`${plain.slice(4)}${plain.slice(0, 4)}`].map((character) => Number.parseInt(character, 36)).join('');
  let remainder = 0;
  for (const digit of digits) remainder = (remainder * 10 + Number(digit)) % 97;
  return remainder === 1;
}

function withoutTold(text: string): string {
  const parts: string[] = [];
  let at = 0;
  for (const match of text.matchAll(TOLD)) {
    const start = match.index + match[0].length;
    if (match.index < at) continue;
    const rest = text.slice(start, start + MAX_SECRET_CHARS);
    // A pin is also a part of a plug, and a message that stays on top.
    if (/^pin/i.test(match[0]) && !/^\W{0,3}\d/.test(rest)) continue;
    const length = secretLength(rest, /=\s*$/.test(match[0]));
    if (length === 0) continue;
    parts.push(text.slice(at, start), DROPPED);
    at = start + length;
  }
  return [...parts, text.slice(at)].join('');
}

/** How many characters of what follows are the secret; 0 where it is none. @param isAssigned "PASSWORD=": one word */
function secretLength(rest: string, isAssigned: boolean): number {
  const quoted = QUOTED.exec(rest);
  if (quoted) return quoted[0].length;
  const word = /^[^\s,;]+/.exec(rest)?.[0] ?? '';
  if (word === '' || word.startsWith(DROPPED)) return 0;
  if (isAssigned) return word.length;
  if (SAID_OF_IT.has(word.toLowerCase().replace(/[.!?:]+$/, '')) || GOES_ON.test(rest) || /^\d+%/.test(rest)) return 0;
  const end = rest.search(END);
  return Math.max(word.replace(/[.!?]+$/, '').length, end < 0 ? rest.length : end);
}
