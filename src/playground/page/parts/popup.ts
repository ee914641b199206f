/** Room between a popup, what it belongs to and the window's edge. */
const GAP_PX = 6;

/** Opens a popup beside the element that `data-anchor` names, or at the point `data-x`, `data-y`. */
export function openPopup(element: Element): void {
  if (!(element instanceof HTMLElement)) return;
  element.showPopover();
  place(element);
  if (element.dataset.focus !== undefined) element.querySelector<HTMLElement>(element.dataset.focus)?.focus();
}

/** Puts the popup that is open, if there is one, in its place again: what it belongs to may have moved. */
export function placePopup(): void {
  const element = document.querySelector<HTMLElement>('.popup:popover-open');
  if (element) place(element);
}

/** Tells whether an event happened outside of the open popup and of what opened it. */
export function isOutside({ target }: Event): boolean {
  return !(target instanceof Element) || target.closest('.popup, [aria-expanded="true"]') === null;
}

function place(element: HTMLElement): void {
  const { anchor, x, y } = element.dataset;
  const beside = anchor === undefined ? null : document.getElementById(anchor)?.getBoundingClientRect();
  const box = beside ?? new DOMRect(Number(x), Number(y), 0, 0);
  if (beside && element.dataset.wide !== undefined) element.style.minWidth = `${box.width}px`;
  const { width, height } = element.getBoundingClientRect();
  const under = box.bottom + GAP_PX + height <= innerHeight - GAP_PX;
  const top = under ? box.bottom + GAP_PX : box.top - GAP_PX - height;
  const left = element.dataset.align === 'end' ? box.right - width : box.left;
  element.style.top = `${Math.max(GAP_PX, Math.min(top, innerHeight - height - GAP_PX))}px`;
  element.style.left = `${Math.max(GAP_PX, Math.min(left, innerWidth - width - GAP_PX))}px`;
}

/** Opens a dialog over everything else. */
export function openDialog(element: Element): void {
  if (element instanceof HTMLDialogElement) element.showModal();
}

/** Moves the focus among the items of a menu with the arrow keys. */
export function moveInMenu(event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1, Home: Number.NEGATIVE_INFINITY, End: Number.POSITIVE_INFINITY }[event.key];
  if (step === undefined || !(event.currentTarget instanceof HTMLElement)) return;
  event.preventDefault();
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role^="menuitem"]')];
  const at = items.findIndex((item) => item.matches(':focus'));
  const next = Number.isFinite(step) ? (at + step + items.length) % items.length : step < 0 ? 0 : items.length - 1;
  items[next]?.focus();
}
