/** Writes a folder of files for a test, and takes it away again. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** File name, with forward slashes, to its content. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Makes a temporary folder with these files; whoever calls it removes it. */
export function writeFolder(files: Files = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'dockmaster-'));
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return folder;
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Uses a temporary folder with these files and removes it, whatever happens. */
export function withFolder<T>(files: Files, use: (folder: string) => T): T {
  const folder = writeFolder(files);
  try {
    return use(folder);
  } finally {
    removeFolder(folder);
  }
}

/** An entry as a curator writes it: lines of front matter, then the text. */
export function entryText(frontMatter: readonly string[], text = 'Ships wait there.'): string {
  return ['---', ...frontMatter, '---', text, ''].join('\n');
}
