/** The operator's log: one JSON object a line, without message text and without secrets. */
import pino from 'pino';
import type { Log, LogFields } from '../core/ports.js';
import { createRedactor } from './secrets.js';

/** What can be asked for, from the most to the least. */
export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Where lines go: each is handed over whole, with its line break, before the call that logged it returns. */
export interface LineSink {
  write(line: string): unknown;
}

export interface LogOptions {
  readonly level: LogLevel;
  /** A stream, or the number of an open file: 1 is standard output, written synchronously, so that the last line before an exit is not lost. */
  readonly destination: LineSink | number;
  /** Secrets to take out wherever they appear, beside all that look like a token or a password in a URL. */
  readonly secrets?: readonly string[];
}

/** Characters of a text that are logged: a line stays readable, and a broken library cannot fill the disk at once. */
const MAX_TEXT = 8_000;
/** Errors followed from cause to cause, and listed beside each other, at the most. */
const MAX_CAUSES = 5;
/** What every line says by itself; a field of that name is logged with "_" behind it. */
const OWN_NAMES: readonly string[] = ['level', 'time', 'event', 'error'];

/** An error as it is logged. What else hangs on it (a request's body, a row's values) may be somebody's words and is left out. */
interface LoggedError {
  readonly name: string;
  readonly message: string;
  readonly code?: string | number;
  readonly stack?: string;
  readonly cause?: LoggedError;
  readonly errors?: readonly LoggedError[];
}

/** Creates the log. */
export function createLog({ level, destination, secrets = [] }: LogOptions): Log {
  const redact = createRedactor(secrets);
  const safe = (text: string): string => {
    const redacted = redact(text);
    return redacted.length > MAX_TEXT ? `${redacted.slice(0, MAX_TEXT).toWellFormed()}…` : redacted;
  };
  const logger = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (label) => ({ level: label }) } },
    typeof destination === 'number' ? fileSink(destination) : { write: (line: string) => void destination.write(line) },
  );

  const fieldsOf = (fields: LogFields): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [
        OWN_NAMES.includes(name) ? `${name}_` : name,
        typeof value === 'string' ? safe(value) : value,
      ]),
    );

  const loggedError = (error: unknown, depth = 1): LoggedError => {
    // An object that is no error may hold anything, a message too: only that there was one is logged.
    if (!(error instanceof Error)) return { name: `thrown ${typeof error}`, message: typeof error === 'object' ? '' : safe(String(error)) };
    const code = 'code' in error ? error.code : undefined;
    const deeper = depth < MAX_CAUSES;
    return {
      name: safe(String(error.name)),
      message: safe(String(error.message)),
      ...(typeof code === 'number' ? { code } : typeof code === 'string' ? { code: safe(code) } : {}),
      ...(typeof error.stack === 'string' ? { stack: safe(error.stack) } : {}),
      ...(deeper && error.cause !== undefined ? { cause: loggedError(error.cause, depth + 1) } : {}),
      ...(deeper && error instanceof AggregateError
        ? { errors: error.errors.slice(0, MAX_CAUSES).map((inner) => loggedError(inner, depth + 1)) }
        : {}),
    };
  };

  const line = (event: string, fields: LogFields): Record<string, unknown> => ({ event: safe(event), ...fieldsOf(fields) });
  return {
    debug: (event, fields = {}) => logger.debug(line(event, fields)),
    info: (event, fields = {}) => logger.info(line(event, fields)),
    warn: (event, fields = {}) => logger.warn(line(event, fields)),
    error: (event, error, fields = {}) => logger.error({ ...line(event, fields), error: loggedError(error) }),
  };
}

function fileSink(file: number): pino.DestinationStream {
  const sink = pino.destination({ dest: file, sync: true });
  // A full disk or a reader that went away is no reason for the bot to stop, and there is nowhere left to say it.
  sink.on('error', () => {});
  return sink;
}
