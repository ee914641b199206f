/** What the terminal needs everywhere: where text goes, how wide it is, whether it has colour. */
import { once } from 'node:events';
import { stripVTControlCharacters } from 'node:util';
import pc from 'picocolors';

/** Where a command writes; process.stdout and process.stderr in the program, strings in tests. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Resolves when what was written has gone out, so that a slow reader does not fill the memory. */
  readonly drained: () => Promise<void>;
  /** Columns to wrap at what is read on, as sentences are. */
  readonly width: number;
  /** Columns of the screen, for what is looked up, as figures are; endless where there is none, so that the next program gets whole lines. */
  readonly columns: number;
  readonly colors: ReturnType<typeof pc.createColors>;
  /** Columns of the screen that standard error is; null where it is none: progress is shown only on one. */
  readonly progress: number | null;
}

export const DEFAULT_WIDTH = 80;
/** As narrow as a split window on a phone; below, hardly a word fits. */
const MIN_WIDTH = 20;
const MAX_WIDTH = 100;

/** The terminal of a process: its width within reason, no colour without a TTY or with NO_COLOR. */
export function processTerminal(
  stdout: NodeJS.WriteStream,
  stderr: NodeJS.WriteStream,
  environment: Readonly<Record<string, string | undefined>>,
): Terminal {
  const columnsOf = ({ columns }: NodeJS.WriteStream): number => Math.max(MIN_WIDTH, columns || DEFAULT_WIDTH);
  const colored = stdout.isTTY === true && !environment.NO_COLOR && environment.TERM !== 'dumb';
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    drained: async () => {
      if (stdout.writableNeedDrain) await once(stdout, 'drain');
    },
    width: Math.min(MAX_WIDTH, columnsOf(stdout)),
    columns: stdout.isTTY ? columnsOf(stdout) : Number.POSITIVE_INFINITY,
    colors: pc.createColors(colored),
    progress: stderr.isTTY ? columnsOf(stderr) : null,
  };
}

/** Breaks lines at spaces; keeps line breaks, indentation of list items and code blocks. A word longer than a line stays whole. */
export function wrap(text: string, width: number, indent = ''): string {
  let inCode = false;
  return text
    .split('\n')
    .map((line) => {
      const fence = line.trimStart().startsWith('```');
      if (fence) inCode = !inCode;
      return inCode || fence ? indent + line : wrapLine(line, width, indent);
    })
    .join('\n');
}

/** Colour codes take no room. */
function visibleLength(text: string): number {
  return stripVTControlCharacters(text).length;
}

function wrapLine(line: string, width: number, indent: string): string {
  const lead = /^\s*(?:(?:[-*]|\d+[.)])\s+)?/.exec(line)?.[0] ?? '';
  const hanging = indent + ' '.repeat(lead.length);
  const lines: string[] = [];
  let current = indent + lead;
  let empty = true;
  for (const word of line.slice(lead.length).split(' ')) {
    if (!empty && visibleLength(current) + 1 + visibleLength(word) > width) {
      lines.push(current);
      current = hanging + word;
    } else {
      current = empty ? current + word : `${current} ${word}`;
    }
    empty = false;
  }
  lines.push(current);
  return lines.map((wrapped) => wrapped.trimEnd()).join('\n');
}

/** Cuts a text at a space, so that it fits; one word stays, whatever its length. */
function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = text.lastIndexOf(' ', most - 1);
  return `${end < 0 ? text.split(' ')[0] : text.slice(0, end)}…`;
}

/** Takes no more room than " 100 %", and the column where the cursor stands: one that went to the next line could not come back. */
const SHARE_WIDTH = 7;

/** A progress line on standard error that replaces itself; where that is not a screen nothing, or the label once if `elsewhere` says so. */
export function progressLine(
  { err, progress }: Pick<Terminal, 'err' | 'progress'>,
  label: string,
  elsewhere: 'silent' | 'once' = 'silent',
): { update(share: number): void; done(): void } {
  const name = shortened(label, (progress ?? DEFAULT_WIDTH) - SHARE_WIDTH);
  let shown = false;
  return {
    update: (share) => {
      if (progress === null && elsewhere === 'once' && !shown) err(`${label} …\n`);
      shown = true;
      if (progress !== null) err(`\r${name} ${String(Math.round(share * 100)).padStart(3)} %`);
    },
    done: () => {
      if (progress !== null && shown) err(`\r${' '.repeat(name.length + 6)}\r`);
    },
  };
}
