/** Replies as Discord shows them: embeds, buttons and menus, within every limit of the platform. Pure. */
import { createHash } from 'node:crypto';
import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  type APIEmbed,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { FollowUp, Rejected, Reply } from '../../core/answering/reply.js';
import { answerText, LAYER_TITLES, layersOf, replyText, sourcesOf, topicTitle } from '../../core/answering/wording.js';
import type { KnowledgeBase, KnowledgeEntry, Layer } from '../../core/entry.js';
import { customId } from './custom-id.js';
import { clip, clipMarkdown, harmless, heading, LIMITS, label, labels, quoted } from './limits.js';

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** A message without its flags and mentions, which the sender adds. Every part is always there, so that an edit replaces every part. */
export interface Payload {
  readonly content: string;
  readonly embeds: readonly APIEmbed[];
  readonly components: readonly Row[];
}

/** What a message is made for. */
export interface Occasion {
  /** The message or interaction that asked. */
  readonly questionId: string;
  readonly askerId: string;
  /** Seen by its asker alone: it can be shared, and needs no button to dismiss it. */
  readonly isPrivate: boolean;
  /** Whether the bot may post an embed there. */
  readonly embeds: boolean;
  /** Shared by its asker already. */
  readonly isShared?: boolean;
}

/** Docker's blue, a little darker: readable beside white and beside black. */
const COLOUR = 0x1d63ed;
const SOURCE_LIMIT = 900;
/** So much of a page's name tells it from another of the same site. */
const MAX_PAGE_NAME = 40;
const CORRECTION_LIMIT = 600;
/** Of a plain message, which has a third of an embed's room. */
const PLAIN_NOTE_LIMIT = 200;
const PLAIN_NOTES_LIMIT = 700;
const DESCRIPTION_LIMIT = LIMITS.embedTotal - LIMITS.embedTitle - SOURCE_LIMIT - CORRECTION_LIMIT - 200;

/** Shapes a reply of any kind. */
export function renderReply(reply: Reply, knowledge: KnowledgeBase, occasion: Occasion): Payload {
  switch (reply.kind) {
    case 'answer': {
      const entry = knowledge.entries.find(({ id }) => id === reply.entryId);
      if (!entry) return notice(harmless(replyText(reply, knowledge)));
      return {
        ...answerBody(entry, reply, knowledge, occasion.embeds),
        components: rows(
          layerButtons(entry, reply.shown?.layer ?? null),
          [followUpMenu(reply.followUps)],
          answerButtons(entry.id, reply.shown?.layer ?? null, occasion),
        ),
      };
    }
    case 'choices':
      return {
        ...notice(harmless(replyText(reply, knowledge))),
        components: rows(...offerRows(reply.choices, reply.instead?.questionId ?? occasion.questionId), [
          ...insteadButtons(reply.instead),
          ...dismissal(occasion),
        ]),
      };
    case 'unknown':
      return {
        ...notice(harmless(replyText(reply, knowledge))),
        components: rows(...offerRows(reply.nearest, occasion.questionId), [
          ...insteadButtons(reply.instead),
          ...nearestTopics(reply.nearest, knowledge),
          button('topics', 'All topics'),
          ...dismissal(occasion),
        ]),
      };
    case 'chat':
      return notice(reply.text);
  }
}

/** A row for each entry that is offered for a question. */
function offerRows(links: readonly FollowUp[], questionId: string): APIButtonComponentWithCustomId[][] {
  return entryOptions(links, LIMITS.buttonLabel).map(({ label: text, value }) => [button(customId('pick', questionId, value), text)]);
}

/** What else can be done about an answer that was waved away. */
function insteadButtons(instead: Rejected | undefined): APIButtonComponentWithCustomId[] {
  if (!instead || instead.questionId === null) return [];
  const { questionId, entryId } = instead;
  if (entryId === null) return [button('another', 'Ask in other words')];
  return [button(customId('not-helpful', questionId, entryId), 'Not helpful'), rephraseButton(questionId, entryId)];
}

/** Asks the same question in other words, without the entry that did not help. */
export function rephraseButton(questionId: string, entryId: string): APIButtonComponentWithCustomId {
  return button(customId('rephrase', questionId, entryId), 'Ask in other words');
}

/** A plain sentence or two of the bot's own. */
export function notice(text: string): Payload {
  return { content: clipMarkdown(text, LIMITS.content), embeds: [], components: [] };
}

/** The daily tip. */
export function renderTip(entry: KnowledgeEntry, embeds: boolean): Payload {
  const text = harmless(entry.tip ?? entry.answer);
  const components = rows([button(customId('more', entry.id), 'Explain more', ButtonStyle.Primary), button('another', 'Another question')]);
  if (!embeds) return { content: clipMarkdown(`**Tip of the day**\n${text}`, LIMITS.content), embeds: [], components };
  return {
    content: '',
    embeds: [{ color: COLOUR, author: { name: 'Tip of the day' }, description: clipMarkdown(text, DESCRIPTION_LIMIT) }],
    components,
  };
}

function answerBody(
  entry: KnowledgeEntry,
  reply: Reply & { kind: 'answer' },
  knowledge: KnowledgeBase,
  embeds: boolean,
): Pick<Payload, 'content' | 'embeds'> {
  const title = reply.shown === null ? entry.question : `${LAYER_TITLES[reply.shown.layer]}: ${entry.question}`;
  const { places, references, corrections } = sourcesOf(entry, knowledge);
  const body = harmless(answerText(entry, reply.shown));
  if (!embeds) {
    const notes = [
      ...corrections.map((text) => `Corrected here: ${clipMarkdown(harmless(text), PLAIN_NOTE_LIMIT)}`),
      ...places.map(({ text }) => `Source: ${clipMarkdown(harmless(text), PLAIN_NOTE_LIMIT)}`),
      // In angle brackets Discord adds no preview.
      ...references.map((address) => (address.length > PLAIN_NOTE_LIMIT ? quoted(address, PLAIN_NOTE_LIMIT) : `<${harmless(address)}>`)),
    ].join('\n');
    const head = `**${heading(title, LIMITS.embedTitle)}**\n\n`;
    const end = notes === '' ? '' : `\n\n${clipMarkdown(notes, PLAIN_NOTES_LIMIT)}`;
    const whole = `${head}${clipMarkdown(body, LIMITS.content - head.length - end.length)}${end}`;
    // A stray mark in one part may pair with one in the next.
    return { content: clipMarkdown(harmless(whole), LIMITS.content), embeds: [] };
  }
  const source = [...places.map(({ text }) => clipMarkdown(harmless(text), 250)), references.map(referenceLink).join(' · ')].filter(
    Boolean,
  );
  const fields = [
    ...(corrections.length > 0
      ? [{ name: 'Corrected here', value: clipMarkdown(harmless(corrections.join('\n')), CORRECTION_LIMIT) }]
      : []),
    ...(source.length > 0 ? [{ name: 'Source', value: clipMarkdown(harmless(clipLines(source, SOURCE_LIMIT)), SOURCE_LIMIT) }] : []),
  ];
  return {
    content: '',
    embeds: [
      {
        color: COLOUR,
        title: heading(title, LIMITS.embedTitle),
        description: clipMarkdown(body, DESCRIPTION_LIMIT),
        ...(fields.length > 0 && { fields }),
      },
    ],
  };
}

/** Whole lines only: half a link is no link. */
function clipLines(lines: readonly string[], limit: number): string {
  let text = '';
  for (const line of lines) {
    const longer = text === '' ? line : `${text}\n${line}`;
    if (longer.length > limit) break;
    text = longer;
  }
  return text === '' ? clipMarkdown(lines[0] ?? '', limit) : text;
}

/** A link that shows its host, and of two with the same host where each leads; an address that would break out of the link is shown as it is. */
function referenceLink(address: string, _: number, all: readonly string[]): string {
  if (address.length > 300) return quoted(address, 300);
  if (!/^https?:\/\/[^\s()<>]+$/.test(address)) return harmless(address);
  const { host, pathname } = new URL(address);
  const isAlone = all.every((other) => other === address || !URL.canParse(other) || new URL(other).host !== host);
  const [, folder, page] = /^(.*)\/([\w.-]+)\/?$/.exec(pathname) ?? [];
  const shown = isAlone || page === undefined ? host : `${host}${folder === '' ? '' : '/…'}/${clip(page, MAX_PAGE_NAME)}`;
  return harmless(`[${shown}](${address})`);
}

export function rows(...groups: readonly (readonly (APIComponentInMessageActionRow | null)[])[]): Row[] {
  return groups
    .map((group) => group.filter((component) => component !== null))
    .filter((group) => group.length > 0)
    .slice(0, LIMITS.rows)
    .map((components) => ({ type: ComponentType.ActionRow, components: components.slice(0, LIMITS.buttonsInRow) }));
}

/** A button with a custom id. */
export function button(
  id: string,
  text: string,
  style: APIButtonComponentWithCustomId['style'] = ButtonStyle.Secondary,
): APIButtonComponentWithCustomId {
  return { type: ComponentType.Button, custom_id: id, label: label(text, LIMITS.buttonLabel), style };
}

/** The layers that an entry has and that are not shown, and the way back to the short answer. */
function layerButtons(entry: KnowledgeEntry, shown: Layer | null): APIButtonComponentWithCustomId[] {
  const back = shown === null ? [] : [button(customId('entry', entry.id), 'Short answer')];
  const others = layersOf(entry).filter((layer) => layer !== shown);
  return [...back, ...others.map((layer) => button(customId('layer', layer, entry.id), LAYER_TITLES[layer], ButtonStyle.Primary))];
}

function followUpMenu(followUps: readonly FollowUp[]): APIComponentInMessageActionRow | null {
  const unique = [...new Map(followUps.map((followUp) => [followUp.entryId, followUp])).values()].slice(0, LIMITS.options);
  if (unique.length === 0) return null;
  return {
    type: ComponentType.StringSelect,
    custom_id: 'follow',
    placeholder: 'Questions that lead on',
    options: entryOptions(unique),
  };
}

/** Entries of one list with labels that tell them apart: the options of a menu, the texts of buttons. */
export function entryOptions(
  links: readonly FollowUp[],
  limit: number = LIMITS.optionLabel,
): { readonly label: string; readonly value: string }[] {
  const shown = labels(
    links.map((link) => link.label),
    limit,
  );
  return links.map(({ entryId }, i) => ({ label: shown[i] ?? '', value: entryId }));
}

function answerButtons(entryId: string, layer: Layer | null, occasion: Occasion): APIButtonComponentWithCustomId[] {
  return [
    button(customId('helpful', occasion.questionId, entryId), 'Helpful', ButtonStyle.Success),
    button(customId('not-helpful', occasion.questionId, entryId), 'Not helpful'),
    button('another', 'Another question'),
    ...(occasion.isPrivate ? [shareButton(entryId, layer, occasion.isShared === true)] : dismissal(occasion)),
  ];
}

function shareButton(entryId: string, layer: Layer | null, isShared: boolean): APIButtonComponentWithCustomId {
  const id = customId('share', entryId, ...(layer === null ? [] : [layer]));
  return isShared ? { ...button(id, 'Shared'), disabled: true } : button(id, 'Share');
}

/** A message with a line of the bot's own above it. */
export function withLead(lead: string, payload: Payload): Payload {
  return { ...payload, content: payload.content === '' ? notice(lead).content : notice(`${lead}\n\n${payload.content}`).content };
}

function dismissal({ isPrivate, askerId }: Occasion): APIButtonComponentWithCustomId[] {
  return isPrivate ? [] : [button(customId('dismiss', askerId), 'Dismiss')];
}

function nearestTopics(nearest: readonly FollowUp[], knowledge: KnowledgeBase): APIButtonComponentWithCustomId[] {
  const topics = new Set(nearest.flatMap(({ entryId }) => knowledge.entries.find(({ id }) => id === entryId)?.topic ?? []));
  return [...topics].slice(0, 2).map((topic) => button(topicId(topic), `Topic: ${topicTitle(topic)}`));
}

/** The custom id of a button that lists a topic. */
export function topicId(topic: string, page = 0): string {
  return customId('topic', String(page), topicKey(topic));
}

/** What stands for a topic in a custom id or a menu: its own name where that is short and plain, else a hash of it. */
export function topicKey(topic: string): string {
  return /^[\w/ -]{1,64}$/.test(topic) ? topic : `~${createHash('sha256').update(topic).digest('hex').slice(0, 16)}`;
}
