import { parse } from 'discord-markdown-parser';
import { html, type nothing, type TemplateResult } from 'lit';
import type { DirectiveResult } from 'lit/directive.js';
import { guard } from 'lit/directives/guard.js';
import { timestampText } from '../parts/time.js';
import { type Block, blocksOf } from './blocks.js';

/** What names in a text stand for. */
export interface Names {
  /** Another one whenever anything here is another. */
  readonly key: string;
  readonly person: (id: string) => string | null;
  readonly role: (id: string) => string | null;
  /** A channel's name, and what stands for it in the address; null where the reader does not see it. */
  readonly channel: (id: string) => { readonly name: string; readonly href: string } | null;
  readonly meId: string;
  readonly now: number;
}

type Rendered = TemplateResult | string | typeof nothing | readonly Rendered[];

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
const nodesOf = (value: unknown): readonly Node[] => (Array.isArray(value) ? value.flat(5).filter(isNode) : []);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Shows a message's Markdown as Discord does. Whatever looks like HTML is text. */
export function markdown(source: string, names: Names): DirectiveResult {
  // The page is drawn with every key that is pressed; what was not changed is not read again.
  return guard([source, names.key], () => blocksOf(source).map((block) => blockTemplate(block, names)));
}

function blockTemplate(block: Block, names: Names): Rendered {
  switch (block.kind) {
    case 'text':
    case 'code':
      return inline(block.text, names);
    case 'quote':
      return html`<blockquote>${block.blocks.map((inner) => blockTemplate(inner, names))}</blockquote>`;
    case 'list': {
      const items = block.items.map(({ blocks }) => html`<li>${blocks.map((inner) => blockTemplate(inner, names))}</li>`);
      return block.start === null ? html`<ul>${items}</ul>` : html`<ol start=${block.start}>${items}</ol>`;
    }
  }
}

/** Shows a text in which no list or quote stands. */
function inline(source: string, names: Names): Rendered {
  return nodesOf(parse(source, 'extended')).map((node) => nodeTemplate(node, names));
}

function nodeTemplate(node: Node, names: Names): Rendered {
  const inner = (): Rendered =>
    typeof node.content === 'string' ? node.content : nodesOf(node.content).map((child) => nodeTemplate(child, names));
  switch (node.type) {
    case 'strong':
      return html`<strong>${inner()}</strong>`;
    case 'em':
      return html`<em>${inner()}</em>`;
    case 'underline':
      return html`<u>${inner()}</u>`;
    case 'strikethrough':
      return html`<s>${inner()}</s>`;
    case 'inlineCode':
      return html`<code>${inner()}</code>`;
    case 'codeBlock':
      return html`<pre
        tabindex="0"
        role="region"
        aria-label=${`Code${textOf(node.lang) ? `: ${textOf(node.lang)}` : ''}`}
      ><code>${inner()}</code></pre>`;
    case 'blockQuote':
      return html`<blockquote>${inner()}</blockquote>`;
    case 'heading':
      return html`<p
        class="md-heading"
        data-level=${String(node.level)}
        role="heading"
        aria-level=${Number(node.level) + 2}
      >${inner()}</p>`;
    case 'subtext':
      return html`<small class="md-subtext">${inner()}</small>`;
    case 'spoiler':
      return html`<details class="md-spoiler"><summary>Spoiler</summary><span>${inner()}</span></details>`;
    case 'link':
    case 'url':
    case 'autolink':
      return link(textOf(node.target), inner());
    case 'br':
    case 'newline':
      return html`<br />`;
    case 'emoji':
      return `:${textOf(node.name)}:`;
    case 'twemoji':
      return textOf(node.name);
    default:
      return mention(node, names) ?? inner();
  }
}

/** Only the web is linked; the name shows where a link leads when it does not say so itself. */
function link(target: string, inner: Rendered): Rendered {
  if (!/^https?:\/\//i.test(target) || !URL.canParse(target)) return inner;
  return html`<a href=${target} title=${target} target="_blank" rel="noopener noreferrer">${inner}</a>`;
}

function mention(node: Node, names: Names): Rendered | null {
  const id = textOf(node.id);
  switch (node.type) {
    case 'user': {
      const name = names.person(id);
      return html`<span class="mention" data-me=${String(id === names.meId)}>@${name ?? 'unknown-user'}</span>`;
    }
    case 'role':
      return html`<span class="mention">@${names.role(id)?.replace(/^@/, '') ?? 'deleted-role'}</span>`;
    case 'channel': {
      const channel = names.channel(id);
      return channel ? html`<a class="mention" href=${channel.href}>#${channel.name}</a>` : html`<span class="mention">#unknown</span>`;
    }
    case 'everyone':
    case 'here':
      return html`<span class="mention">@${node.type}</span>`;
    case 'slashCommand':
      return html`<span class="mention">/${textOf(node.fullName)}</span>`;
    case 'timestamp': {
      const at = Number(node.timestamp) * 1000;
      if (!Number.isFinite(at) || Math.abs(at) > 8.64e15) return `<t:${textOf(node.timestamp)}>`;
      return html`<time
        class="md-time"
        datetime=${new Date(at).toISOString()}
        title=${timestampText(at, 'F', names.now)}
      >${timestampText(at, textOf(node.format) || 'f', names.now)}</time>`;
    }
    default:
      return null;
  }
}
