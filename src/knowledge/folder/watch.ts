/** Watches a knowledge folder for edits. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface WatchOptions {
  /** How often the folder is looked at. */
  readonly pollMs?: number;
  /** An edit is told once two looks this far apart see the same: editors write in several steps. */
  readonly settleMs?: number;
}

/** An edit is told after this long at the latest, though the writing goes on. */
const SETTLED_AT_LATEST_MS = 1_000;
/** Looking takes that share of the time at most: a folder that is slow to look at is looked at less often. */
const LOOKING_SHARE = 0.02;

/**
 * Calls back after edits of a folder, until it is closed. Files are compared by time, size and number on the disk rather than waited for:
 * events of the file system stay away where the folder is mounted from another system or machine, get lost when editors rename a new file
 * over the old one, and come from different depths on different systems. A look at a hundred files takes a millisecond. The folder may be
 * taken away and made again.
 */
export function watchKnowledge(folder: string, onChange: () => void, options: WatchOptions = {}): { close(): void } {
  const { pollMs = 250, settleMs = 100 } = options;
  let told = lookOf(folder);
  let seen = told;
  let editedSince: number | null = null;
  let timer: NodeJS.Timeout;

  const look = (): void => {
    const startedAt = performance.now();
    const now = lookOf(folder);
    const isSettled = now === seen || (editedSince !== null && startedAt - editedSince > SETTLED_AT_LATEST_MS);
    seen = now;
    if (now === told && isSettled) editedSince = null;
    else if (!isSettled) editedSince ??= startedAt;
    else {
      told = now;
      editedSince = null;
      onChange();
    }
    const took = performance.now() - startedAt;
    next(Math.max(editedSince === null ? pollMs : settleMs, took / LOOKING_SHARE));
  };
  const next = (afterMs: number): void => {
    timer = setTimeout(look, afterMs).unref();
  };
  next(pollMs);
  return { close: () => clearTimeout(timer) };
}

/** Every file below a folder, hidden ones left out, with what changes when it is written; empty where the folder is gone. */
function lookOf(folder: string): string {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter(({ name }) => !name.startsWith('.'))
      .map((item) => {
        const path = join(folder, item.name);
        if (item.isDirectory()) return `${path}\n${lookOf(path)}`;
        return `${path}\0${revisionOf(path)}`;
      })
      .join('\n');
  } catch {
    return '';
  }
}

/** Another text whenever a file was written; empty where there is none. */
export function revisionOf(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats ? [stats.mtimeMs, stats.ctimeMs, stats.size, stats.ino].join(' ') : '';
}
