/** Browsing: a menu of topics, then the questions of one, in pages. */
import { type APISelectMenuOption, ComponentType } from 'discord.js';
import { topicsOf, topicTitle } from '../../core/answering/wording.js';
import type { KnowledgeBase } from '../../core/entry.js';
import { customId } from './custom-id.js';
import { harmless, LIMITS, label } from './limits.js';
import { button, entryOptions, notice, type Payload, type Row, rows, topicId, topicKey } from './render.js';

/** The topics of the knowledge base, a page of the menu at a time. */
export function renderTopics({ entries }: KnowledgeBase, page = 0): Payload {
  const topics = topicsOf({ entries });
  const shown = pageOf(topics, page);
  const options = shown.items.map((topic) => {
    const count = entries.filter((entry) => entry.topic === topic).length;
    return {
      label: label(topicTitle(topic), LIMITS.optionLabel),
      value: topicKey(topic),
      description: count === 1 ? 'one question' : `${count} questions`,
    };
  });
  return {
    ...notice(`What would you like to read about?${shown.note}`),
    components: [menu('topic-menu', 'Choose a topic', options), ...turning(shown, (to) => customId('topics', String(to)))],
  };
}

/** The questions of a topic; null where the knowledge base has no such topic (any more). */
export function renderTopic({ entries }: KnowledgeBase, key: string, page = 0): Payload | null {
  const questions = entries.filter(({ topic }) => topicKey(topic) === key);
  const topic = questions[0]?.topic;
  if (topic === undefined) return null;
  const shown = pageOf(questions, page);
  const options = entryOptions(shown.items.map(({ id, question }) => ({ entryId: id, label: question })));
  return {
    ...notice(`**${harmless(topicTitle(topic))}**: which question?${shown.note}`),
    components: [
      menu('follow', 'Choose a question', options),
      ...turning(shown, (to) => topicId(topic, to)),
      ...rows([button('topics', 'All topics')]),
    ],
  };
}

interface Page<T> {
  readonly items: readonly T[];
  readonly number: number;
  readonly last: number;
  readonly note: string;
}

/** A page that exists: of an old button that counts on more pages, the last one. */
function pageOf<T>(all: readonly T[], wanted: number): Page<T> {
  const last = Math.max(0, Math.ceil(all.length / LIMITS.options) - 1);
  const number = Number.isInteger(wanted) ? Math.min(Math.max(wanted, 0), last) : 0;
  const items = all.slice(number * LIMITS.options, (number + 1) * LIMITS.options);
  return { items, number, last, note: last === 0 ? '' : ` Page ${number + 1} of ${last + 1}.` };
}

function menu(id: string, placeholder: string, options: readonly APISelectMenuOption[]): Row {
  return {
    type: ComponentType.ActionRow,
    components: [{ type: ComponentType.StringSelect, custom_id: id, placeholder, options: [...options] }],
  };
}

function turning({ number, last }: Page<unknown>, idOf: (page: number) => string): Row[] {
  return rows([number > 0 ? button(idOf(number - 1), 'Back') : null, number < last ? button(idOf(number + 1), 'Next') : null]);
}
