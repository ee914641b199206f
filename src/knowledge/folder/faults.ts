/** Faults of a knowledge folder: collected, so that a curator sees all of them at once. */
import { ConfigError } from '../../core/errors.js';

export interface Fault {
  /** Path relative to the knowledge folder. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** The field that is at fault, as it is written in the file. */
  readonly field: string;
  readonly expected: string;
  /** What stands there instead, shortened. */
  readonly got: string;
}

/** `file:line "field" expected ..., got ...` */
export function formatFault({ file, line, field, expected, got }: Fault): string {
  return `${file}:${line} "${field}" expected ${expected}, got ${got}`;
}

/** A knowledge folder that does not load; the message lists every fault. */
export class KnowledgeError extends ConfigError {
  readonly faults: readonly Fault[];

  /** @param what the folder or file, as it is named in the message */
  constructor(what: string, faults: readonly Fault[]) {
    const heading = faults.length === 1 ? 'one fault' : `${faults.length} faults`;
    super(`${what} has ${heading}:\n${faults.map((fault) => `  ${formatFault(fault)}`).join('\n')}`);
    this.faults = faults;
  }
}

const MAX_SHOWN = 60;

/** A value as it is shown in a fault: short, on one line. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = typeof value === 'string' ? JSON.stringify(value) : (JSON.stringify(value) ?? String(value));
  const characters = [...text];
  return characters.length > MAX_SHOWN ? `${characters.slice(0, MAX_SHOWN).join('')}…` : text;
}
