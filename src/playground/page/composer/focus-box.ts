/** The places to go on, the likeliest first: where one writes, what says why nobody can, what is read, and what covers all of these. */
const PLACES = [
  '#box',
  '.command input',
  '.command [type="submit"]',
  '#composer[tabindex]',
  '#log[tabindex]',
  '.side[data-open="true"] a[aria-current]',
  '.side[data-open="true"] button',
];

/** Tells whether an element can be reached: nothing covers it, and it is not off. */
export const isInReach = (element: Element): boolean => element.isConnected && element.closest('[inert], :disabled') === null;

/** Puts the focus where somebody goes on: into the message box or the command that is being filled in, where one can write. */
export function focusBox(): void {
  const found = PLACES.map((place) => document.querySelector<HTMLElement>(place)).find((place) => place !== null && isInReach(place));
  found?.focus({ preventScroll: true });
}
