/** What is wrong with an .env file that looks all right to whoever wrote it: read as it lies there, before anything is taken from it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULTS, HOME } from './config.js';

/** The file as the program takes it, and what its writer should know: one sentence a matter. */
export interface EnvFile {
  /** Its variables as text, for a parser of such files; '' where it can't be read. */
  readonly text: string;
  readonly notes: readonly string[];
}

/** Where people put the token that belongs into DISCORD_TOKEN. */
const TOKEN_NAMES = /^(?:(?:DISCORD_)?(?:BOT_)?(?:TOKEN|KEY)|DISCORD_(?:BOT|APP|API|CLIENT)_?(?:TOKEN|KEY|SECRET))$/i;
/** Files that people meant to be the .env file: editors add an ending, or hide it. */
const LOOKALIKES = /^(?:\.?env(?:\.(?:txt|rtf|env))|env|\.env\.example\.txt|\.env(?:\s|\(| copy).*)$/i;
/** A slip of the keyboard is no farther from a name than this. */
const MAX_SLIPS = 2;

/** Reads the .env file in the project's folder. */
export function ownEnvFile(): EnvFile {
  const path = join(HOME, '.env');
  return readEnvFile(existsSync(path) ? readFileSync(path) : null, readdirSync(HOME));
}

/**
 * Reads an .env file.
 * @param bytes null where there is none
 * @param names of the files beside it
 */
export function readEnvFile(bytes: Uint8Array | null, names: readonly string[]): EnvFile {
  if (bytes === null) {
    const found = names.find((name) => LOOKALIKES.test(name));
    return {
      text: '',
      notes: found === undefined ? [] : [`There is no .env, but a file called "${found}": it is not read. Name it ".env".`],
    };
  }
  const utf16 = encodingOf(bytes);
  if (utf16 !== null)
    return {
      text: '',
      notes: [`.env is in ${utf16}, so nothing in it can be read. Save it as UTF-8 (in Notepad: Save as, Encoding UTF-8).`],
    };
  const text = new TextDecoder().decode(bytes);
  return { text, notes: keysOf(text).flatMap((key) => noteOn(key) ?? []) };
}

/** UTF-16 has a mark at its beginning, or a zero beside each letter. */
function encodingOf(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return isMarked || bytes.subarray(0, 200).includes(0) ? 'UTF-16' : null;
}

function keysOf(text: string): string[] {
  return [...text.matchAll(/^\s*(?:export\s+)?([\w.-]+)\s*[=:]/gm)].map(([, key = '']) => key);
}

/** A sentence about a variable that the program does not know, where it is plain what was meant. */
function noteOn(key: string): string | null {
  const known = Object.keys(DEFAULTS);
  if (known.includes(key)) return null;
  const meant = TOKEN_NAMES.test(key) ? 'DISCORD_TOKEN' : known.find((name) => slipsBetween(key.toUpperCase(), name) <= MAX_SLIPS);
  const longer = known.find((name) => /^[A-Z]+_[A-Z]+/.test(name) && key.toUpperCase().startsWith(name));
  const name = meant ?? longer;
  return name === undefined ? null : `.env sets ${key}, which is not read. Did you mean ${name}?`;
}

/** Letters to change, add or leave out to come from one name to another (Levenshtein, 1966). */
function slipsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
