/** What is wrong with an .env file that looks all right to whoever wrote it: read as it lies there, before anything is taken from it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { editDistance } from '../core/matching/repair.js';
import { DEFAULTS, HOME } from './config.js';

/** The file as the program takes it, and what its writer should know: one sentence a matter. */
export interface EnvFile {
  /** Its variables as text, for a parser of such files; '' where it can't be read. */
  readonly text: string;
  readonly notes: readonly string[];
}

/** Where people put the token that belongs into DISCORD_TOKEN. */
const TOKEN_NAMES = /^(?:(?:DISCORD_)?(?:BOT_)?(?:TOKEN|KEY)|DISCORD_(?:BOT|APP|API|CLIENT)_?(?:TOKEN|KEY)|DISCORD_BOT_?SECRET)$/i;
/** Files that people meant to be the .env file: editors add an ending, or hide it. */
const LOOKALIKES = /^(?:\.?env(?:\.(?:txt|rtf|env))|env|\.env\.example\.txt|\.env(?:\s|\(| copy).*)$/i;
/** A slip of the keyboard is no farther from a name than this. */
const MAX_SLIPS = 2;

/** Reads the .env file in the project's folder. One that cannot be read is noted: the environment may hold all that is needed. */
export function ownEnvFile(folder = HOME): EnvFile {
  const path = join(folder, '.env');
  if (!existsSync(path)) return readEnvFile(null, filesIn(folder));
  try {
    return readEnvFile(readFileSync(path), []);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : error;
    const why = code === 'EISDIR' ? 'is a folder. Expected a file' : `can't be read (${code}). Expected a file that this user may read`;
    return { text: '', notes: [`.env ${why}: nothing in it is read.`] };
  }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [] : [entry.name]));
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
  if (isUtf16(bytes))
    return {
      text: '',
      notes: ['.env is in UTF-16, so nothing in it can be read. Save it as UTF-8 (in Notepad: Save as, Encoding UTF-8).'],
    };
  const text = new TextDecoder().decode(bytes);
  const variables = variablesOf(text);
  const isSet = (name: string): boolean => variables.some(({ key, isEmpty }) => key === name && !isEmpty);
  return {
    text,
    notes: variables.flatMap(({ key }) => {
      const meant = meantBy(key);
      // Where that has its value, nothing is missing, and the other is for somebody else.
      return meant === null || isSet(meant) ? [] : [`.env sets ${key}, which is not read. Did you mean ${meant}?`];
    }),
  };
}

/** UTF-16 has a mark at its beginning, or a zero beside each letter. */
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return isMarked || bytes.subarray(0, 200).includes(0);
}

/** The variables of a file, each with whether it holds anything; the value itself goes nowhere. */
function variablesOf(text: string): { readonly key: string; readonly isEmpty: boolean }[] {
  return [...text.matchAll(/^\s*(?:export\s+)?([\w.-]+)[ \t]*[=:](.*)$/gm)].map(([, key = '', value = '']) => ({
    key,
    isEmpty: /^\s*(?:""|''|``)?\s*(?:#.*)?$/.test(value),
  }));
}

/** The variable that is plainly meant by one that the program does not know; null where it knows it, or nothing is plain. */
function meantBy(key: string): string | null {
  const known = Object.keys(DEFAULTS);
  if (known.includes(key)) return null;
  if (TOKEN_NAMES.test(key)) return 'DISCORD_TOKEN';
  const typed = key.toUpperCase();
  const longer = (name: string): boolean => /^[A-Z]+_[A-Z]+/.test(name) && typed.startsWith(name);
  return known.find((name) => editDistance(typed, name, MAX_SLIPS) <= MAX_SLIPS) ?? known.find(longer) ?? null;
}
