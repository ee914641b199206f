/**
 * The message components of @skyra/discord-components-core in the page's own colours. They keep their looks in their shadow roots, so the
 * page's rules are added to theirs before the first element is made. What cannot be reached by keyboard there, or has too little contrast,
 * the page draws itself: buttons, selects, forms, "Dismiss message".
 */
import { DiscordAuthorInfo } from '@skyra/discord-components-core/discord-author-info.js';
import { DiscordEmbed } from '@skyra/discord-components-core/discord-embed.js';
import { DiscordMessage } from '@skyra/discord-components-core/discord-message.js';
import { DiscordMessages } from '@skyra/discord-components-core/discord-messages.js';
import { DiscordReply } from '@skyra/discord-components-core/discord-reply.js';
import { DiscordVerifiedAuthorTag } from '@skyra/discord-components-core/discord-verified-author-tag.js';
import { type CSSResult, css, type LitElement } from 'lit';

const dress = (component: Pick<typeof LitElement, 'elementStyles'>, looks: CSSResult): void => {
  component.elementStyles.push(looks);
};

dress(
  DiscordMessages,
  css`
    :host { background: none; border: 0; color: var(--text); font: inherit; line-height: inherit; }
    ::slotted(*:not(:first-child)) { margin-top: 1rem; }
  `,
);

dress(
  DiscordMessage,
  css`
    :host, :host([light-theme]) { color: var(--text); font: inherit; padding-inline: var(--gutter) calc(var(--gutter) + 8px); scroll-margin-block: 4rem; }
    :host(:hover), :host(:focus-within) { background: var(--hover); }
    :host([highlight]), :host([highlight]:hover) { background: var(--ping); }
    :host([highlight])::before { background: var(--ping-edge); width: 3px; }
    .discord-author-avatar { margin-right: var(--avatar-gap); min-width: var(--avatar); }
    .discord-author-avatar img { width: var(--avatar); height: var(--avatar); cursor: default; border-radius: 12px; }
    .discord-message-timestamp, .discord-message-edited, :host([light-theme]) .discord-message-timestamp { color: var(--text-soft); font-size: 0.75rem; margin-left: 6px; }
    .discord-message-body-only-indent { width: calc(var(--avatar) + var(--avatar-gap)); flex: none; margin: 0; font-size: 0.6875rem; }
    .discord-message-inner-center { align-items: flex-start; }
    .discord-message-body-only-indent { padding-top: 5px; }
    :host([active-row]) .discord-message-timestamp-hover::before { content: attr(datetime); }
    .discord-message-content { min-width: 0; width: auto; flex: 1; max-width: 60rem; }
    .discord-message-body, :host .discord-message-markup { font-size: 0.9375rem; line-height: 1.45; overflow-wrap: anywhere; word-break: normal; }
    .discord-message-edited { font-size: 0.6875rem; }
  `,
);

dress(
  DiscordAuthorInfo,
  css`
    :host { font-size: 0.9375rem; }
    :host .discord-author-username { color: var(--text-strong); font-weight: 600; }
    :host .discord-author-username:hover { text-decoration: none; cursor: text; }
  `,
);

dress(
  DiscordVerifiedAuthorTag,
  css`
    :host { background: var(--accent-fill); color: #fff; font-size: 0.625rem; font-weight: 600; letter-spacing: 0.02em; padding: 0 0.3rem; border-radius: 4px; margin-left: 6px; }
  `,
);

dress(
  DiscordEmbed,
  css`
    :host, :host([light-theme]) { color: var(--text); font-size: 0.875rem; margin-block: 4px 6px; }
    :host .discord-left-border { border-radius: 8px 0 0 8px; }
    :host .discord-embed-root { min-width: 0; flex: 1; max-width: 34rem; }
    :host .discord-embed-wrapper { background: var(--raised); border: 1px solid var(--line); border-left: 0; border-radius: 0 8px 8px 0; max-width: none; justify-self: stretch; }
    :host .discord-embed-wrapper .discord-embed-grid { display: block; padding: 0.75rem 1rem; min-width: 0; }
  `,
);

dress(
  DiscordReply,
  css`
    :host, :host([light-theme]) { color: var(--text-soft); font: inherit; font-size: 0.8125rem; margin-left: calc(var(--avatar) + var(--avatar-gap)); min-width: 0; }
    :host::before, :host:before { border-color: var(--line-strong) !important; left: calc(var(--avatar) / -2 - var(--avatar-gap)); }
    .discord-replied-message-avatar { border-radius: 5px; flex: none; }
    .discord-replied-message-username { opacity: 1; color: var(--text-strong); }
    .discord-replied-message-username:hover, .discord-replied-message-content:hover { text-decoration: none; cursor: default; color: inherit; }
    .discord-replied-message-content { overflow: hidden; min-width: 0; cursor: default; }
    .discord-application-tag { background: var(--accent-fill); border-radius: 4px; flex: none; }
  `,
);
