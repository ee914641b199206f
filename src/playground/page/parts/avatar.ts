import type { PersonView } from '../../live/protocol.js';

/** The colours of people, dark enough for white initials; the names in the text have colours of their own for each theme. */
const COLOURS = ['#8a3ffc', '#b5443a', '#0f766e', '#a2348b', '#8a5a00', '#2f6f3a'] as const;
const BOT_COLOUR = '#1d63ed';

/** Chooses a person's colour: the same for ever, and another one for people who joined one after the other. */
export function hueOf(people: readonly PersonView[], id: string): number {
  return (
    Math.max(
      0,
      people.findIndex((person) => person.id === id),
    ) % COLOURS.length
  );
}

const ANCHOR =
  '<path d="M20 13v16m0 0c-4.500 0-8-2.800-8.500-7.500M20 29c4.500 0 8-2.800 8.500-7.500M15 18h10" fill="none" stroke="white" stroke-width="2.600" stroke-linecap="round"/><circle cx="20" cy="11.500" r="2.400" fill="none" stroke="white" stroke-width="2.200"/>';

/** Draws a person's avatar as a picture that needs no other machine: initials, or an anchor for a bot. */
export function avatarOf(people: readonly PersonView[], person: PersonView | undefined): string {
  const colour = person?.bot ? BOT_COLOUR : (COLOURS[hueOf(people, person?.id ?? '')] ?? COLOURS[0]);
  const initial = (person?.name.match(/[\p{L}\p{N}]/u)?.[0] ?? '?').toUpperCase();
  const sign = person?.bot
    ? ANCHOR
    : `<text
      x="20"
      y="26.500"
      font-family="system-ui,sans-serif"
      font-size="18"
      font-weight="600"
      fill="white"
      text-anchor="middle"
    >${initial}</text>`;
  return `data:image/svg+xml,${encodeURIComponent(`<svg
    xmlns="http://www.w3.org/2000/svg"
    viewBox="0 0 40 40"
  ><rect width="40" height="40" fill="${colour}"/>${sign}</svg>`)}`;
}
