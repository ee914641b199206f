/** `chat`: a conversation in the terminal. */
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import type { Answerer } from '../core/answering/answer.js';
import { topicsOf, topicTitle } from '../core/answering/wording.js';
import type { KnowledgeBase } from '../core/entry.js';
import { type Terminal, wrap } from './output.js';
import { followUpsShown, showReply } from './replies.js';

const PROMPT = '> ';
const HELP =
  'Ask in your own words. A number picks one of the questions shown last; "why", "example" and "pitfalls" show more of an answer. ' +
  '"topics" lists what I know about, "quit" or Ctrl-D leaves.';

/** Talks until the input ends or the person leaves; returns the exit code. */
export async function chat(context: {
  readonly knowledge: KnowledgeBase;
  readonly answerer: Answerer;
  readonly terminal: Terminal;
  readonly input: Readable & { readonly isTTY?: boolean };
}): Promise<number> {
  const { knowledge, answerer, terminal, input } = context;
  const { out, width, colors } = terminal;
  const interactive = input.isTTY === true;
  let shown = 0;
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  const prompt = (): void => {
    if (interactive) out(`\n${colors.cyan(PROMPT)}`);
  };
  out(`${wrap(welcome(knowledge), width)}\n`);
  prompt();
  for await (const line of lines) {
    const text = line.trim();
    if (/^(?:quit|exit|:q)$/i.test(text)) break;
    if (text === '') {
      prompt();
      continue;
    }
    if (!interactive) out(`\n${PROMPT}${stripVTControlCharacters(text)}\n`);
    out(`\n${await respond(text)}`);
    prompt();
  }
  if (interactive) out('\n');
  return 0;

  async function respond(text: string): Promise<string> {
    if (/^(?:help|\?|\/help)$/i.test(text)) return `${wrap(HELP, width)}\n`;
    if (/^\/?topics$/i.test(text)) return listTopics(knowledge, width);
    if (/^-?\d+$/.test(text) && !(Number(text) >= 1 && Number(text) <= shown)) {
      const choice = shown === 0 ? 'no question to pick yet' : shown === 1 ? 'only number 1' : `no such number; choose 1 to ${shown}`;
      return `${wrap(`There is ${choice}.`, width)}\n`;
    }
    const reply = await answerer.ask({ text, conversation: 'chat' });
    shown = followUpsShown(reply).length || shown;
    const hint = reply.kind === 'choices' ? `\n${colors.dim('A number picks one.')}\n` : '';
    return showReply(reply, knowledge, terminal) + hint;
  }
}

function welcome({ entries }: KnowledgeBase): string {
  // The question that most others lead to makes a good first one.
  const leadsTo = (id: string): number => entries.filter(({ followUps }) => followUps.includes(id)).length;
  const example = entries.reduce((best, entry) => (leadsTo(entry.id) > leadsTo(best?.id ?? '') ? entry : best), entries[0]);
  const count = entries.length === 1 ? 'one answer' : `${entries.length} answers`;
  return `Dockmaster knows ${count}. Ask away, for example: ${example?.question ?? ''}\n"help" says more, Ctrl-D leaves.`;
}

function listTopics({ entries }: KnowledgeBase, width: number): string {
  const topics = topicsOf({ entries });
  return topics
    .map((topic) => {
      const questions = entries.filter((entry) => entry.topic === topic).map(({ question }) => wrap(`- ${question}`, width, '  '));
      return `${wrap(topicTitle(topic), width)}\n${questions.join('\n')}\n`;
    })
    .join('\n');
}
