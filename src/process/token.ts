/** A token as people paste it: with quotes, spaces or the "Bot " of a header round it. */
export function plainToken(typed: string): string {
  return typed
    .trim()
    .replace(/^["'`]+|["'`]+$/g, '')
    .replace(/^bot\s+/i, '')
    .trim();
}
