/** Reads the files of a knowledge folder. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from '../../core/errors.js';
import type { Fault } from './faults.js';

/** An entry shows a few thousand characters; the YAML files hold thousands of questions. */
const MAX_MARKDOWN_BYTES = 128 * 1024;
const MAX_YAML_BYTES = 16 * 1024 * 1024;

export interface TextFile {
  /** Relative to the knowledge folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/**
 * Reads every Markdown and YAML file below a folder, sorted by path. Hidden files and folders and README.md are skipped.
 * @throws ConfigError where the folder is missing or not a folder
 */
export function readFolder(folder: string): { files: TextFile[]; faults: Fault[] } {
  const stats = statSync(folder, { throwIfNoEntry: false });
  if (!stats?.isDirectory()) throw new ConfigError(`the knowledge folder ${folder} ${stats ? 'is not a folder' : 'does not exist'}`);
  const files: TextFile[] = [];
  const faults: Fault[] = [];
  for (const path of listFiles(folder, '').sort()) {
    const problem = problemWith(join(folder, path));
    const bytes = problem === null ? readBytes(join(folder, path)) : null;
    if (bytes === null) {
      faults.push({
        file: path,
        line: 1,
        field: '(file)',
        expected: problem?.expected ?? 'a file that can be read',
        got: problem?.got ?? 'none',
      });
      continue;
    }
    const text = decodeUtf8(bytes);
    if (text === null) {
      const line = bytes.subarray(0, firstInvalidByte(bytes)).toString('latin1').split('\n').length;
      faults.push({ file: path, line, field: '(file)', expected: 'UTF-8 text', got: 'bytes that are not UTF-8' });
    } else {
      files.push({ path, text: text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '') });
    }
  }
  return { files, faults };
}

function listFiles(folder: string, below: string): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((item) => {
    const path = below === '' ? item.name : `${below}/${item.name}`;
    if (item.name.startsWith('.')) return [];
    if (item.isDirectory()) return listFiles(folder, path);
    // A link to a folder is not followed: it may lead back to where it stands.
    if (item.isSymbolicLink() && isFolder(join(folder, path))) return [];
    return /\.(?:md|ya?ml)$/i.test(item.name) && !/^readme\.md$/i.test(item.name) ? [path] : [];
  });
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** What keeps a file from being read at all: a pipe would never end, and a huge one is no entry. */
function problemWith(path: string): { expected: string; got: string } | null {
  const stats = statSync(path, { throwIfNoEntry: false });
  const limit = /\.md$/i.test(path) ? MAX_MARKDOWN_BYTES : MAX_YAML_BYTES;
  if (stats === undefined) return { expected: 'a file that can be read', got: 'none' };
  if (!stats.isFile()) return { expected: 'a file', got: 'something else' };
  return stats.size > limit ? { expected: `at most ${limit / 1024} KB`, got: `${Math.ceil(stats.size / 1024)} KB` } : null;
}

function readBytes(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Position of the first byte that makes the prefix invalid, by halving; used for the line number of a fault only. */
function firstInvalidByte(bytes: Uint8Array): number {
  let valid = 0;
  let invalid = bytes.length;
  while (valid + 1 < invalid) {
    const middle = (valid + invalid) >> 1;
    const prefix = new TextDecoder('utf-8', { fatal: true });
    try {
      prefix.decode(bytes.subarray(0, middle), { stream: true });
      valid = middle;
    } catch {
      invalid = middle;
    }
  }
  return valid;
}
