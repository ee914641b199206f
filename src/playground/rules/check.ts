import * as z from 'zod';
import { type Schema, unknownKeys } from './bodies/shape.js';
import { type Detail, type Fault, ignored, invalidForm } from './fault.js';
import { OPERATIONS, type Operation } from './operations.js';
import { official, schemaDetails } from './schema.js';

export { errorBody, type Fault } from './fault.js';

const RATE_LIMITED = official('RatelimitedResponse');
/** The specification gives the codes in `errors` as numbers, but they are words. */
const PLACES: Schema = z.lazy(() => z.record(z.string(), z.union([PLACES, z.array(z.object({ code: z.string(), message: z.string() }))])));
const CLIENT_ERROR = z.intersection(official('Error'), z.object({ errors: z.optional(PLACES) }));

/**
 * Checks a request body: the official schema, the limits that it lacks, and keys that Discord would drop.
 *
 * Refused faults come first. `operation` is 'METHOD /template' of the official specification, for instance
 * 'POST /channels/{channel_id}/messages'; a body with uploads is judged by its JSON part, which has to list them in `attachments`.
 */
export function checkRequest(operation: string, body: unknown): readonly Fault[] {
  const known = OPERATIONS[operation];
  if (!known) return [ignored([{ path: '', code: 'UNKNOWN_OPERATION', message: `no rules for "${operation}"` }])];
  if (!known.body) return [];
  const verdicts = known.judge?.(body) ?? [];
  const form = distinct([...schemaDetails(known.body, body), ...verdicts.flatMap((verdict) => verdict.form)]);
  const refusals = form.length > 0 ? [invalidForm(form)] : verdicts.flatMap((verdict) => verdict.refusals);
  const passed = [...verdicts.flatMap((verdict) => verdict.ignored), ...strangers(known, known.body, body)];
  return passed.length > 0 ? [...refusals, ignored(passed)] : refusals;
}

/** A limit by hand repeats what the schema has found already, with a tighter number: the schema's word, which came first, stays. */
function distinct(details: readonly Detail[]): readonly Detail[] {
  const seen = new Set<string>();
  return details.filter(({ path, code }) => {
    const key = `${path} ${code}`;
    return seen.has(key) ? false : seen.add(key);
  });
}

function strangers(known: Operation, schema: Schema, body: unknown): readonly Detail[] {
  const extras = known.extras ?? [];
  return unknownKeys(schema, body).filter(({ path }) => !extras.some((extra) => extra.test(path)));
}

/** Checks an answer against the official schema of its operation and status; an empty list means that it is right. */
export function checkResponse(operation: string, status: number, body: unknown): readonly string[] {
  const known = OPERATIONS[operation];
  if (!known) return [`no rules for "${operation}"`];
  if (status >= 500) return [];
  const schema = status === 429 ? RATE_LIMITED : status >= 400 ? CLIENT_ERROR : known.answers[status];
  if (schema === undefined) return [`${operation} never answers ${status}`];
  const where = `${operation} ${status}`;
  if (schema === null) return body === undefined || body === null || body === '' ? [] : [`${where} has no body`];
  return schemaDetails(schema, body).map(({ path, message }) => `${where} ${path || 'body'}: ${message}`);
}
