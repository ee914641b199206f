/** `ask`: one question for a person, one as JSON, or a file of questions for a program. */
import { createReadStream, fstatSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Answerer } from '../core/answering/answer.js';
import type { KnowledgeBase } from '../core/entry.js';
import { ConfigError } from '../core/errors.js';
import type { Terminal } from './output.js';
import { type ReplyJson, replyToJson, showReply } from './replies.js';

export interface AskContext {
  readonly knowledge: KnowledgeBase;
  readonly answerer: Answerer;
  readonly terminal: Terminal;
  /** Candidates in the JSON at the most. */
  readonly top: number;
  /** Every question's milliseconds, for --stats. */
  readonly times: number[];
}

/** Answers one question; returns the exit code. */
export async function askOne(question: string, json: boolean, context: AskContext): Promise<number> {
  const { terminal, knowledge, answerer, times } = context;
  const started = performance.now();
  const reply = await answerer.ask({ text: question, conversation: 'ask' });
  const ms = performance.now() - started;
  times.push(ms);
  const text = json
    ? `${JSON.stringify(replyToJson(reply, knowledge, { id: 'q1', turn: 0, question, top: context.top, ms }))}\n`
    : showReply(reply, knowledge, terminal);
  terminal.out(text);
  return 0;
}

/** One line of a question file. */
interface Line {
  readonly id: string;
  readonly turns: readonly string[];
}

/**
 * Answers a file of JSON lines ("-" is standard input), one line out for each turn, in the same order. A line that cannot be read gives
 * an error line, and the rest goes on.
 * @returns the exit code: 1 where there was such a line
 * @throws ConfigError where the file cannot be read
 */
export async function askLines(file: string, context: AskContext): Promise<number> {
  if (file === '-' && fstatSync(0).isDirectory()) throw new ConfigError('cannot read standard input: it is a folder');
  const input = file === '-' ? process.stdin : createReadStream(file, { encoding: 'utf8' });
  const failed = new Promise<never>((_, reject) => {
    input.once('error', (cause: Error) => reject(new ConfigError(`cannot read ${file}: ${cause.message}`, { cause })));
  });
  return Promise.race([answerLines(createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY }), context), failed]);
}

async function answerLines(lines: AsyncIterable<string>, context: AskContext): Promise<number> {
  let number = 0;
  let code = 0;
  for await (const text of lines) {
    number++;
    if (text.trim() === '') continue;
    const line = readLine(text);
    if (typeof line === 'string') {
      context.terminal.out(`${JSON.stringify({ id: null, line: number, error: line })}\n`);
      code = 1;
      continue;
    }
    for (const reply of await answerTurns(line, `line ${number}`, context)) context.terminal.out(`${JSON.stringify(reply)}\n`);
    await context.terminal.drained();
  }
  return code;
}

async function answerTurns(
  { id, turns }: Line,
  conversation: string,
  { knowledge, answerer, top, times }: AskContext,
): Promise<ReplyJson[]> {
  const replies: ReplyJson[] = [];
  for (const [turn, question] of turns.entries()) {
    const started = performance.now();
    const reply = await answerer.ask({ text: question, conversation });
    const ms = performance.now() - started;
    times.push(ms);
    replies.push(replyToJson(reply, knowledge, { id, turn, question, top, ms }));
  }
  return replies;
}

/** Returns the line, or what is wrong with it. */
function readLine(text: string): Line | string {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return 'expected a JSON object, got text that is not JSON';
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return 'expected a JSON object';
  const { id, question, turns } = value as Record<string, unknown>;
  if (typeof id !== 'string' && typeof id !== 'number') return '"id" expected a string';
  if (typeof question === 'string' && (turns === undefined || turns === null)) return { id: String(id), turns: [question] };
  if (Array.isArray(turns) && turns.length > 0 && turns.every((turn) => typeof turn === 'string')) return { id: String(id), turns };
  return 'expected "question" (a string) or "turns" (a list of strings)';
}

/** The line that --stats prints. */
export function statsLine(knowledge: KnowledgeBase, loadMs: number, times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const quantile = (share: number): number =>
    Math.round((sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0) * 1_000) / 1_000;
  return JSON.stringify({
    entries: knowledge.entries.length,
    phrasings: knowledge.entries.reduce((sum, { phrasings }) => sum + 1 + phrasings.length, 0),
    loadMs: Math.round(loadMs),
    questions: times.length,
    p50Ms: quantile(0.5),
    p99Ms: quantile(0.99),
    rssMb: Math.round(process.memoryUsage.rss() / 1e6),
  });
}
