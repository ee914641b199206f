/** Watches a knowledge folder for edits. */
import { readdirSync, statSync, watch } from 'node:fs';
import { join } from 'node:path';

export interface WatchOptions {
  /** An edit is told once nothing has happened for this long: editors write in several steps. */
  readonly settleMs?: number;
  /** How often the folder is looked at, for what no event tells. */
  readonly pollMs?: number;
  /** Watches one folder, without those below it; may throw where that cannot be done. */
  readonly watchFolder?: (path: string, onEvent: () => void) => Watcher;
}

interface Watcher {
  close(): void;
  on(event: 'error', listener: () => void): unknown;
}

/** An edit is told after this long at the latest, though the writing goes on. */
const SETTLED_AT_LATEST_MS = 1_000;

/**
 * Calls back after edits of a folder, until it is closed. Each folder is watched by itself, for that works the same on every system and
 * survives editors that rename a new file over the old one. Where a folder cannot be watched (no more watches to be had, a file system
 * that tells nothing), its files are compared every two seconds instead. The folder may be taken away and made again.
 */
export function watchKnowledge(folder: string, onChange: () => void, options: WatchOptions = {}): { close(): void } {
  const { settleMs = 150, pollMs = 2_000, watchFolder = (path, onEvent) => watch(path, { persistent: false }, onEvent) } = options;
  const watchers = new Map<string, Watcher>();
  let allWatched = true;
  let settling: { readonly timer: NodeJS.Timeout; readonly since: number } | null = null;

  const unwatch = (path: string): void => {
    watchers.get(path)?.close();
    watchers.delete(path);
  };
  const watchAll = (): void => {
    const folders = foldersIn(folder);
    // One that was taken away and made again under its name is another one.
    for (const path of watchers.keys()) if (!folders.has(path)) unwatch(path);
    allWatched = true;
    for (const path of folders) {
      if (watchers.has(path)) continue;
      try {
        const watcher = watchFolder(path.split(SEPARATOR)[0] ?? '', changed);
        watcher.on('error', () => {
          unwatch(path);
          allWatched = false;
        });
        watchers.set(path, watcher);
      } catch {
        allWatched = false;
      }
    }
  };
  const settled = (): void => {
    settling = null;
    watchAll();
    lookOf = lookNow();
    onChange();
  };
  function changed(): void {
    const now = Date.now();
    const since = settling?.since ?? now;
    if (settling) clearTimeout(settling.timer);
    const wait = Math.max(0, Math.min(settleMs, since + SETTLED_AT_LATEST_MS - now));
    settling = { timer: setTimeout(settled, wait), since };
  }
  const lookNow = (): string => (allWatched ? [...foldersIn(folder)].join('\n') : filesIn(folder));

  watchAll();
  let lookOf = lookNow();
  const poll = setInterval(() => {
    const look = lookNow();
    if (look === lookOf) return;
    lookOf = look;
    changed();
  }, pollMs);
  poll.unref();
  return {
    close: () => {
      clearInterval(poll);
      if (settling) clearTimeout(settling.timer);
      for (const path of [...watchers.keys()]) unwatch(path);
    },
  };
}

/** Between a folder's path and its number on the disk; no path holds it. */
const SEPARATOR = '\0';

/** The folder and those below it, hidden ones left out, each with its number on the disk; none where the folder is gone. */
function foldersIn(folder: string): Set<string> {
  try {
    const below = readdirSync(folder, { withFileTypes: true }).filter((item) => item.isDirectory() && !item.name.startsWith('.'));
    return new Set([`${folder}${SEPARATOR}${statSync(folder).ino}`, ...below.flatMap(({ name }) => [...foldersIn(join(folder, name))])]);
  } catch {
    return new Set();
  }
}

/** Every file below a folder with what changes when it is written. */
function filesIn(folder: string): string {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter(({ name }) => !name.startsWith('.'))
      .map((item) => {
        const path = join(folder, item.name);
        if (item.isDirectory()) return filesIn(path);
        const { mtimeMs, size, ino } = statSync(path);
        return [path, mtimeMs, size, ino].join(SEPARATOR);
      })
      .join('\n');
  } catch {
    return '';
  }
}
