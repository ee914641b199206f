/** Runs the built program as a person would: a process with arguments, input and an environment. */
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PROGRAM = join(import.meta.dirname, '..', '..', 'dist', 'cli.js');

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `dockmaster` to its end, away from any .env; `closeOutput` stops reading at once, as `head` does. */
export function runProgram(
  args: readonly string[],
  { input = '', env = {}, closeOutput = false }: { input?: string; env?: Record<string, string>; closeOutput?: boolean } = {},
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [PROGRAM, ...args], { cwd: tmpdir(), env: { PATH: process.env.PATH, ...env } });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.on('error', reject).on('close', (code) => resolve({ code, out, err }));
    // A program that ends without reading its input closes the pipe under us; what it printed is what counts.
    child.stdin.on('error', () => {}).end(input);
    if (closeOutput) child.stdout.destroy();
  });
}

/** How a stack trace begins. */
export const STACK_TRACE = /^\s+at /m;
/** What colour begins with. */
export const ESCAPE = '\u001b';
