/** One thing that is wrong, at one place of a request body. */
export interface Detail {
  /** Keys and indexes joined by dots ("embeds.0.title"); empty for the body as a whole. */
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/** What is wrong with a request, in the shape in which Discord answers it. */
export interface Fault {
  /** HTTP status of the answer. */
  readonly status: number;
  /** Discord's JSON error code: 50035 invalid form body, 50006 empty message. */
  readonly code: number;
  /** Discord's text for that code. */
  readonly message: string;
  readonly details: readonly Detail[];
  /** False where Discord lets the request pass and ignores the mistake: worth a report, never a refusal. */
  readonly refused: boolean;
}

/** Builds the fault that Discord answers when fields of the body are wrong. */
export function invalidForm(details: readonly Detail[]): Fault {
  return { status: 400, code: 50035, message: 'Invalid Form Body', details, refused: true };
}

/** Builds a refusal that has a code of its own and names no field. */
export function refusal(code: number, message: string): Fault {
  return { status: 400, code, message, details: [], refused: true };
}

/** Builds the report of what Discord accepts without a word and ignores. */
export function ignored(details: readonly Detail[]): Fault {
  return { status: 200, code: 0, message: 'Parts of the body have no effect', details, refused: false };
}

/** Joins a path with one more key or index. */
export const join = (path: string, key: string | number): string => (path === '' ? String(key) : `${path}.${key}`);

interface ErrorNode {
  [key: string]: ErrorNode | { code: string; message: string }[];
}

/** Nests the details of a fault as Discord does: `{ code, message, errors: { embeds: { 0: { title: { _errors: [...] } } } } }`. */
export function errorBody(fault: Fault): unknown {
  const root: ErrorNode = {};
  for (const { path, code, message } of fault.details) {
    let node = root;
    for (const key of path === '' ? [] : path.split('.')) {
      const next = Object.hasOwn(node, key) ? node[key] : undefined;
      const child: ErrorNode = next === undefined || Array.isArray(next) ? {} : next;
      node[key] = child;
      node = child;
    }
    const before = node._errors;
    node._errors = [...(Array.isArray(before) ? before : []), { code, message }];
  }
  return { code: fault.code, message: fault.message, ...(fault.details.length > 0 && { errors: root }) };
}
