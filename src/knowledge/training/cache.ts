/** Files that can be made again: trained models and the list of English words. A cache that cannot be written is no error. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize } from 'node:v8';

/** Files of one kind that are kept; those not used for the longest time go first. */
const MAX_FILES = 3;

export interface Cache {
  /** The content stored under a key, or null. */
  read(key: string): Buffer | null;
  /** Stores a content completely or not at all: another process never sees half a file. */
  write(key: string, content: Uint8Array): void;
}

/** A cache in a folder, for one kind of content: the kind and a hash of the key make the file's name. */
export function folderCache(folder: string, kind: string): Cache {
  const pathOf = (key: string): string => join(folder, `${kind}-${createHash('sha256').update(key).digest('hex').slice(0, 24)}.bin`);
  return {
    read: (key) => {
      try {
        const path = pathOf(key);
        const content = unseal(readFileSync(path));
        const now = new Date();
        utimesSync(path, now, now);
        return content;
      } catch {
        return null;
      }
    },
    write: (key, content) => {
      const path = pathOf(key);
      const unfinished = `${path}.${randomBytes(4).toString('hex')}.tmp`;
      try {
        mkdirSync(folder, { recursive: true });
        writeFileSync(unfinished, seal(content));
        renameSync(unfinished, path);
        removeOldest(folder, kind);
      } catch {
        discard(unfinished);
      }
    },
  };
}

/** The value that was serialised under a key; null where there is none or it cannot be read. */
export function readCached<T>(cache: Cache, key: string): T | null {
  const content = cache.read(key);
  if (content === null) return null;
  try {
    return deserialize(content) as T;
  } catch {
    return null;
  }
}

/** Length of the SHA-256 that stands before a content: what a crash or a stray program left there does not pass for it. */
const SEAL_LENGTH = 32;

function seal(content: Uint8Array): Buffer {
  return Buffer.concat([createHash('sha256').update(content).digest(), content]);
}

function unseal(file: Buffer): Buffer | null {
  const content = file.subarray(SEAL_LENGTH);
  return createHash('sha256').update(content).digest().equals(file.subarray(0, SEAL_LENGTH)) ? content : null;
}

function discard(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Where the folder itself is in the way, there is nothing to discard.
  }
}

function removeOldest(folder: string, kind: string): void {
  const files = readdirSync(folder)
    .filter((name) => name.startsWith(`${kind}-`))
    .map((name) => ({ path: join(folder, name), time: statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((a, b) => b.time - a.time);
  for (const { path } of files.slice(MAX_FILES)) rmSync(path, { force: true });
}
