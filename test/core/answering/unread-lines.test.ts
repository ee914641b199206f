import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/core/answering/reply.js';
import { createApp, type Engine } from '../../../src/process/app.js';
import { shippedEngine } from '../../support/engine.js';

/** Lines that somebody wrote who knew nothing of the program, and that nobody read before it was done: they measure, and teach nothing. */
const linesOf = (file: string): { readonly text: string; readonly after?: string; readonly reply?: string }[] =>
  readFileSync(join(import.meta.dirname, '..', 'language', 'lines', file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

/** What was said before a line, by what that came to. */
const BEFORE: Readonly<Record<string, string>> = {
  answer: 'Can a Windows container run on a Linux host?',
  offer: 'does docker need a vm',
  refusal: 'how do I bake sourdough bread',
};

let engine: Engine;
beforeAll(async () => {
  engine = await shippedEngine();
}, 120_000);

async function repliesTo(lines: ReturnType<typeof linesOf>): Promise<Reply[]> {
  const replies: Reply[] = [];
  for (const { text, after = 'answer' } of lines) {
    const app = createApp(engine);
    const before = BEFORE[after];
    if (before !== undefined) await app.ask({ text: before, conversation: 'line' });
    replies.push(await app.ask({ text, conversation: 'line' }));
  }
  return replies;
}

describe('lines that nobody had read', () => {
  it('bring no entry and no offer where they ask nothing, and a refusal in one of ten at the most', async () => {
    const lines = linesOf('unread.jsonl').filter(({ reply = '' }) => /courtesy|silence/.test(reply));
    expect(lines).toHaveLength(30);
    const kinds = (await repliesTo(lines)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'answer' || kind === 'choices')).toEqual([]);
    expect(kinds.filter((kind) => kind === 'unknown').length).toBeLessThanOrEqual(3);
  });

  it('are met with no courtesy where they ask, but for one of ten at the most', async () => {
    const lines = linesOf('unread-questions.jsonl');
    expect(lines).toHaveLength(30);
    const replies = await repliesTo(lines);
    expect(replies.filter(({ kind }) => kind === 'chat').length).toBeLessThanOrEqual(3);
  });
});
