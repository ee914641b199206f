/** The bot's own sentences, and the text of a reply as Markdown: everything that is shown at once. Never a word of the asker's. */
import type { Reply, ShownLayer } from './answer.js';
import { allClaims, type Claim, type KnowledgeBase, type KnowledgeEntry, LAYERS, type Layer } from './entry.js';

export const LAYER_TITLES: Readonly<Record<Layer, string>> = { why: 'Why', example: 'Example', pitfalls: 'Pitfalls' };

const MISSING_NAMES: Readonly<Record<Layer, string>> = { why: 'background', example: 'example', pitfalls: 'pitfalls' };

const MAX_REFERENCES = 2;

/** The text of a reply: the answer with its source, the question back, or the plain "I don't know". */
export function replyText(reply: Reply, knowledge: KnowledgeBase): string {
  switch (reply.kind) {
    case 'chat':
      return reply.text;
    case 'choices':
      return 'I am not sure which of these you mean:';
    case 'unknown':
      return unknownText(reply.topic, reply.nearest.length > 0);
    case 'answer': {
      const entry = knowledge.entries.find(({ id }) => id === reply.entryId);
      if (!entry) return unknownText(null, false);
      const body = reply.shown === null ? entry.answer : layerText(entry, reply.shown);
      const source = sourceLine(entry, knowledge);
      return source === null ? body : `${body}\n\n${source}`;
    }
  }
}

function layerText(entry: KnowledgeEntry, { layer, missing }: ShownLayer): string {
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

/** Where the answer comes from: the document's sections, whether they are corrected, and the references. Null if it names none. */
function sourceLine(entry: KnowledgeEntry, knowledge: KnowledgeBase): string | null {
  const claims = claimsOf(entry, knowledge);
  const places = new Map<string, boolean>();
  for (const { document, section, verdict } of claims) {
    const title = knowledge.documents.find(({ id }) => id === document)?.title ?? document;
    const place = `${title.replace(/[?.!]$/, '')}, section "${section}"`;
    places.set(place, (places.get(place) ?? false) || verdict === 'wrong' || verdict === 'outdated');
  }
  const parts = [...places].slice(0, 2).map(([place, corrected]) => (corrected ? `${place} (corrected)` : place));
  parts.push(...entry.references.slice(0, MAX_REFERENCES));
  return parts.length === 0 ? null : `Source: ${parts.join(' · ')}`;
}

/** The claims an entry answers, in the order it lists them. */
function claimsOf(entry: KnowledgeEntry, knowledge: KnowledgeBase): Claim[] {
  const all = allClaims(knowledge.documents);
  return entry.claims.flatMap((id) => all.find((claim) => claim.id === id) ?? []);
}
