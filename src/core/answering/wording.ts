/** The bot's own sentences, and the text of a reply as Markdown: everything that is shown at once. Never a word of the asker's. */

import { allClaims, type Claim, type KnowledgeBase, type KnowledgeEntry, LAYERS, type Layer } from '../entry.js';
import type { Reply, ShownLayer } from './reply.js';

export const LAYER_TITLES: Readonly<Record<Layer, string>> = { why: 'Why', example: 'Example', pitfalls: 'Pitfalls' };

const MISSING_NAMES: Readonly<Record<Layer, string>> = { why: 'background', example: 'example', pitfalls: 'pitfalls' };

const MAX_PLACES = 2;
const MAX_REFERENCES = 2;

const SORRY = 'Sorry, that was not it.';

/** The text of a reply: the answer with its source, the question back, or the plain "I don't know". */
export function replyText(reply: Reply, knowledge: KnowledgeBase): string {
  switch (reply.kind) {
    case 'chat':
      return reply.text;
    case 'choices':
      return reply.instead === undefined
        ? 'I am not sure which of these you mean:'
        : `${SORRY} ${reply.choices.length === 1 ? 'Is it this one?' : 'Is it one of these?'}`;
    case 'unknown':
      if (reply.instead !== undefined) return `${SORRY} Could you ask again in other words?`;
      return unknownText(reply.topic, reply.nearest.length > 0);
    case 'answer': {
      const entry = knowledge.entries.find(({ id }) => id === reply.entryId);
      if (!entry) return unknownText(null, false);
      const body = answerText(entry, reply.shown);
      const source = sourceLine(entry, knowledge);
      return source === null ? body : `${body}\n\n${source}`;
    }
  }
}

/** The text of an entry, or of the part of it that is shown, without its source. */
export function answerText(entry: KnowledgeEntry, shown: ShownLayer | null): string {
  if (shown === null) return entry.answer;
  const { layer, missing } = shown;
  const text = entry.layers[layer] ?? entry.answer;
  return missing === null ? text : `I have no ${MISSING_NAMES[missing]} for this one. What I have:\n\n${text}`;
}

function unknownText(topic: string | null, hasNearest: boolean): string {
  const plain = topic === null ? "I don't know: that is not in my knowledge base." : `I don't know: I have nothing on ${topic}.`;
  return hasNearest ? `${plain} The nearest I have:` : plain;
}

/** Which layers an entry has, in reading order. */
export function layersOf(entry: KnowledgeEntry): Layer[] {
  return LAYERS.filter((layer) => entry.layers[layer] !== undefined);
}

/** The topics of a knowledge base, in alphabetical order. */
export function topicsOf({ entries }: Pick<KnowledgeBase, 'entries'>): string[] {
  return [...new Set(entries.map(({ topic }) => topic))].sort();
}

/** The name of a topic as it is shown: of "docker-desktop/mac", "Docker desktop, mac". */
export function topicTitle(topic: string): string {
  const words = topic.replaceAll('-', ' ').replaceAll('/', ', ');
  return words === '' ? 'General' : words[0]?.toUpperCase() + words.slice(1);
}

/** Where an answer comes from. */
export interface Sources {
  /** Sections of the source documents, in words; `corrected` where the entry corrects what stands there. */
  readonly places: readonly { readonly text: string; readonly corrected: boolean }[];
  /** Addresses of references. */
  readonly references: readonly string[];
  /** What the corrected claims should have said, in the curator's words. */
  readonly corrections: readonly string[];
}

/** Lists the sections and references that an entry rests on, and what it corrects in them. */
export function sourcesOf(entry: KnowledgeEntry, knowledge: KnowledgeBase): Sources {
  const claims = claimsOf(entry, knowledge);
  const places = new Map<string, boolean>();
  for (const claim of claims) {
    const title = knowledge.documents.find(({ id }) => id === claim.document)?.title ?? claim.document;
    const place = `${title.replace(/[?.!]$/, '')}, section "${claim.section}"`;
    places.set(place, (places.get(place) ?? false) || isCorrected(claim));
  }
  return {
    places: [...places].slice(0, MAX_PLACES).map(([text, corrected]) => ({ text, corrected })),
    references: entry.references.slice(0, MAX_REFERENCES),
    corrections: claims.flatMap((claim) => (isCorrected(claim) && claim.correction !== null ? [claim.correction] : [])),
  };
}

function isCorrected({ verdict }: Claim): boolean {
  return verdict === 'wrong' || verdict === 'outdated';
}

/** Says where an answer comes from, in one line. Null if the entry names nothing. */
export function sourceLine(entry: KnowledgeEntry, knowledge: KnowledgeBase): string | null {
  const { places, references } = sourcesOf(entry, knowledge);
  const parts = [...places.map(({ text, corrected }) => (corrected ? `${text} (corrected)` : text)), ...references];
  return parts.length === 0 ? null : `Source: ${parts.join(' · ')}`;
}

/** The claims an entry answers, in the order it lists them. */
function claimsOf(entry: KnowledgeEntry, knowledge: KnowledgeBase): Claim[] {
  const all = allClaims(knowledge.documents);
  return entry.claims.flatMap((id) => all.find((claim) => claim.id === id) ?? []);
}
