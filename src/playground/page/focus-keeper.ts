import type { PageState } from './state.js';

/** Gives the focus back to where it was before a menu, a dialog, a drawer or an edit, when that is gone. */
export interface FocusKeeper {
  before(state: PageState): void;
  after(state: PageState): void;
}

/** Creates the keeper. */
export function createFocusKeeper(): FocusKeeper {
  let covered = false;
  let drawn = false;
  let origin: { readonly element: HTMLElement; readonly id: string } | null = null;

  const covers = ({ menu, dialog, drawer, editing }: PageState): boolean =>
    (menu !== null && menu.kind !== 'select') || dialog !== null || drawer !== null || editing !== null;

  return {
    before: (state) => {
      const { activeElement } = document;
      // From a menu to the dialog that it opens, the origin stays.
      if (!covered && covers(state) && activeElement instanceof HTMLElement) origin = { element: activeElement, id: activeElement.id };
    },
    after: (state) => {
      const now = covers(state);
      // A drawer that closes still holds the focus while it slides away.
      const lost =
        document.activeElement === null ||
        document.activeElement === document.body ||
        (drawn && document.activeElement.closest('.side') !== null);
      if (covered && !now && lost) {
        const again = origin?.element.isConnected ? origin.element : document.getElementById(origin?.id || 'box');
        (again ?? document.getElementById('box'))?.focus({ preventScroll: true });
      }
      const opened = state.drawer !== null && !drawn;
      covered = now;
      drawn = state.drawer !== null;
      if (opened) {
        document.querySelector<HTMLElement>('.side[data-open="true"] a[aria-current], .side[data-open="true"] button')?.focus();
      }
    },
  };
}
