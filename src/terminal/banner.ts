/** What `npm start` says without a token, once the page is there. */
import { type Terminal, wrap } from './output.js';

/** Where the page is, and what to do there; `openTo` is the address at which everybody can reach it, null where nobody else can. */
export function banner(
  { url, example, openTo }: { readonly url: string; readonly example: string; readonly openTo: string | null },
  { columns }: Pick<Terminal, 'columns'>,
): string {
  const reach =
    openTo === null
      ? 'Nothing leaves this machine, and what is written is gone when it ends.'
      : `Warning: HTTP_HOST is ${openTo}, so everybody who can reach this machine can use it. What is written is gone when it ends.`;
  const lines = [
    `Dockmaster is ready, on a Discord of your own: ${url}`,
    `Open it in a browser and type, for example: /ask ${example}`,
    reach,
    'To have Dockmaster in your own server, follow "On your server" in README.md. Ctrl-C ends this one.',
  ];
  return `${wrap(lines.join('\n'), columns)}\n`;
}
