/** A request as the bot sent it. */
export interface RecordedRequest {
  readonly method: string;
  /** The path without `/api/v10`. */
  readonly path: string;
  /** The operation of the official specification; for an unknown route the method and path. */
  readonly operation: string;
  readonly body: unknown;
  readonly at: number;
  /** The status of the answer; null as long as there is none. */
  readonly status: number | null;
}

/** A broken rule. */
export interface Violation {
  /**
   * `body`: refused for what it says; `ignored`: accepted, with parts that have no effect; `state`: refused for what is so at the moment;
   * `limit`: too many requests; `route`: no such route; `gateway`: a websocket closed for a mistake; `response` and `playground`: mistakes
   * of the playground itself.
   */
  readonly kind: 'body' | 'ignored' | 'state' | 'limit' | 'route' | 'gateway' | 'response' | 'playground';
  readonly operation: string;
  readonly status: number;
  readonly code: number;
  readonly text: string;
  readonly at: number;
}

/** Remembers what was asked and what was wrong with it. */
export interface Journal {
  readonly requests: readonly RecordedRequest[];
  readonly violations: readonly Violation[];
  /**
   * Notes a request; the function that it gives notes the status of the answer.
   * @param size of its body, in characters
   */
  request(request: Omit<RecordedRequest, 'at' | 'status'>, size?: number): (status: number) => void;
  violation(violation: Omit<Violation, 'at'>): void;
}

/** How many requests and violations are kept: the last ones. */
const KEPT = 5000;
/** And how much of bodies, in characters; a bot's message has a few thousand. */
const KEPT_CHARS = 20_000_000;
/** An address may be as long as all headers; the beginning tells enough. */
const MAX_TEXT = 300;
const MAX_VIOLATION = 5_000;

/** Creates an empty journal; `changed` is called at every entry. */
export function createJournal(now: () => number, changed: () => void): Journal {
  const requests: (Omit<RecordedRequest, 'status'> & { status: number | null })[] = [];
  const sizes: number[] = [];
  let chars = 0;
  const violations: Violation[] = [];
  return {
    requests,
    violations,
    request: (request, size = 0) => {
      const entry = {
        ...{ ...request, path: request.path.slice(0, MAX_TEXT), operation: request.operation.slice(0, MAX_TEXT) },
        ...{ at: now(), status: null as number | null },
      };
      requests.push(entry);
      sizes.push(size);
      chars += size;
      while (requests.length > KEPT || chars > KEPT_CHARS) {
        requests.shift();
        chars -= sizes.shift() ?? 0;
      }
      changed();
      return (status) => {
        entry.status = status;
        changed();
      };
    },
    violation: (violation) => {
      const { operation, text } = violation;
      violations.push({ ...violation, operation: operation.slice(0, MAX_TEXT), text: text.slice(0, MAX_VIOLATION), at: now() });
      if (violations.length > KEPT) violations.shift();
      changed();
    },
  };
}
