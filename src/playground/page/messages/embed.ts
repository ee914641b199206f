import { html, nothing, type TemplateResult } from 'lit';
import '@skyra/discord-components-core/discord-embed-description.js';
import '@skyra/discord-components-core/discord-embed-footer.js';
import type { EmbedView } from '../../live/protocol.js';
import { markdown } from '../markdown/markdown.js';
import type { Page } from '../page.js';

const hex = (colour: number): string => `#${colour.toString(16).padStart(6, '0')}`;

/** Draws an embed. Its title and table stand in its slots: the component itself would look for emoji on another machine. */
export function embedTemplate(page: Page, embed: EmbedView): TemplateResult {
  const names = page.names;
  const title = embed.title === null ? nothing : markdown(embed.title, names);
  const linked =
    embed.url !== null && /^https?:\/\//.test(embed.url)
      ? html`<a href=${embed.url} target="_blank" rel="noopener noreferrer">${title}</a>`
      : title;
  return html`
    <discord-embed slot="embeds" .color=${embed.colour === null ? 'var(--line-strong)' : hex(embed.colour)}>
      ${embed.author === null ? nothing : html`<p slot="description" class="embed-author">${embed.author}</p>`}
      ${embed.title === null ? nothing : html`<h3 slot="description" class="embed-title">${linked}</h3>`}
      ${
        embed.description === null
          ? nothing
          : html`<discord-embed-description
        slot="description"
        class="markdown"
      >${markdown(embed.description, names)}</discord-embed-description>`
      }
      ${
        embed.fields.length === 0
          ? nothing
          : html`<dl slot="fields" class="embed-fields">
            ${embed.fields.map(({ name, value, inline }) => html`<div data-inline=${String(inline)}><dt>${markdown(name, names)}</dt><dd class="markdown">${markdown(value, names)}</dd></div>`)}
          </dl>`
      }
      ${embed.footer === null ? nothing : html`<discord-embed-footer slot="footer">${embed.footer}</discord-embed-footer>`}
    </discord-embed>
  `;
}
