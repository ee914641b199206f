/** YAML with places: parses, validates against a zod schema, and says at which line a fault stands. */
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { type Fault, show } from './faults.js';

export interface YamlSource {
  readonly file: string;
  readonly text: string;
  /** Lines of the file before `text` begins, for front matter. */
  readonly linesBefore: number;
}

export interface Parsed<T> {
  readonly value: T | null;
  readonly faults: readonly Fault[];
  /** The line of a path in the document, from 1; of the nearest parent that exists otherwise. */
  lineOf(path: readonly (string | number)[]): number;
}

/** Parses and checks one YAML text. `value` is null where there is any fault. */
export function parseYaml<T>(source: YamlSource, schema: z.ZodType<T>): Parsed<T> {
  const counter = new LineCounter();
  const document = parseDocument(source.text, { lineCounter: counter, prettyErrors: false, uniqueKeys: true });
  const at = (offset: number): number => source.linesBefore + counter.linePos(offset).line;
  const lineOf = (path: readonly (string | number)[]): number => at(offsetOf(document, path));
  if (document.errors.length > 0) {
    const faults = document.errors.map((error) => ({
      file: source.file,
      line: at(error.pos[0]),
      field: '(YAML)',
      expected: 'well-formed YAML',
      got: error.message.replace(/\s+/g, ' '),
    }));
    return { value: null, faults, lineOf };
  }
  const read = readValues(document);
  if (read.problem !== null) {
    return {
      value: null,
      faults: [{ file: source.file, line: lineOf([]), field: '(YAML)', expected: 'values without aliases', got: read.problem }],
      lineOf,
    };
  }
  const { raw } = read;
  const result = schema.safeParse(raw);
  if (result.success) return { value: result.data, faults: [], lineOf };
  const faults = result.error.issues.flatMap((issue) => faultsOf(issue, raw, source.file, lineOf));
  return { value: null, faults, lineOf };
}

/** An alias ("*name") that leads nowhere, or a few that lead to millions of values, show only here. */
function readValues(document: Document): { raw: unknown; problem: string | null } {
  try {
    return { raw: document.toJS(), problem: null };
  } catch (error) {
    return { raw: null, problem: error instanceof Error ? error.message.replace(/\s+/g, ' ') : 'an alias' };
  }
}

type Path = readonly (string | number)[];

function faultsOf(issue: z.core.$ZodIssue, raw: unknown, file: string, lineOf: (path: Path) => number): Fault[] {
  const path = issue.path.filter((part) => typeof part !== 'symbol');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      file,
      line: lineOf([...path, key]),
      field: fieldName([...path, key]),
      expected: 'one of the known fields',
      got: `"${key}"`,
    }));
  }
  return [{ file, line: lineOf(path), field: fieldName(path), expected: issue.message, got: show(valueAt(raw, path)) }];
}

/** A path as it is written in a fault: `sections[0].title`. */
export function fieldName(path: Path): string {
  return path.length === 0
    ? '(file)'
    : path.map((part, i) => (typeof part === 'number' ? `[${part}]` : i === 0 ? part : `.${part}`)).join('');
}

function valueAt(raw: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, part) => (value === null || typeof value !== 'object' ? undefined : (value as Record<string | number, unknown>)[part]),
    raw,
  );
}

function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const last = path[length - 1];
    if (isMap(parent)) {
      const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === last);
      if (pair && isNode(pair.key) && pair.key.range) return pair.key.range[0];
    }
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
