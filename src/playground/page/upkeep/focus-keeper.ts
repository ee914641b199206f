import { focusBox, isInReach } from '../composer/focus-box.js';
import { draftOf, type PageState } from '../state.js';
import { createRefuge, isFocusLost } from './refuge.js';

/**
 * Gives the focus back to where it was before a menu, a dialog, a drawer or an edit, when that is gone; where what had the focus is itself
 * gone, the next thing gets it. Who goes to another place, or becomes somebody else, goes on where one writes there.
 */
export interface FocusKeeper {
  before(state: PageState): void;
  after(state: PageState): void;
}

/** Remembers where the focus was when something took it. */
interface Origin {
  before(taken: boolean): void;
  after(taken: boolean, lost: boolean): void;
}

function createOrigin(): Origin {
  let was = false;
  let origin: { readonly element: HTMLElement; readonly id: string } | null = null;
  return {
    before: (taken) => {
      const { activeElement } = document;
      if (!was && taken && activeElement instanceof HTMLElement) origin = { element: activeElement, id: activeElement.id };
    },
    after: (taken, lost) => {
      if (was && !taken && lost) {
        const again = origin?.element.isConnected ? origin.element : document.getElementById(origin?.id ?? '');
        if (again && again !== document.body && isInReach(again)) again.focus({ preventScroll: true });
        else focusBox();
      }
      was = taken;
    },
  };
}

/** Creates the keeper. */
export function createFocusKeeper(): FocusKeeper {
  // From a menu to the dialog that it opens, the origin stays; a drawer may stay open below both.
  const overlay = createOrigin();
  const drawer = createOrigin();
  const refuge = createRefuge();
  let drawn = false;
  let place: string | null = null;

  /** A message that was deleted meanwhile is edited no more. */
  const isEdited = (state: PageState): boolean =>
    state.view?.open.messages.some(({ id }) => id === draftOf(state).editing?.messageId) ?? false;
  const isOverlaid = (state: PageState): boolean =>
    (state.menu !== null && state.menu.kind !== 'select') || state.dialog !== null || isEdited(state);

  /** What a drawer covers cannot be reached. Whether it covers anything is for the styles to say: on a wide screen it stands beside the rest. */
  function fence(): boolean {
    const shade = document.querySelector('.shade');
    const covers = drawn && shade !== null && getComputedStyle(shade).display !== 'none';
    for (const part of document.querySelectorAll<HTMLElement>('.frame > :not(.shade)')) part.inert = covers && part.dataset.open !== 'true';
    return covers;
  }
  addEventListener('resize', fence);

  return {
    before: (state) => {
      overlay.before(isOverlaid(state));
      drawer.before(state.drawer !== null);
      refuge.before();
    },
    after: (state) => {
      const lost = isFocusLost();
      const opened = state.drawer !== null && !drawn;
      drawn = state.drawer !== null;
      const covers = fence();
      overlay.after(isOverlaid(state), lost);
      // A drawer that closes still holds the focus while it slides away.
      drawer.after(drawn, lost || document.activeElement?.closest('.side') != null);
      const { view, address } = state;
      const before = place;
      if (view) place = `${view.me.id} ${view.open.id} ${address.coverage}`;
      const moved = before !== null && place !== before;
      if ((opened && covers) || moved) focusBox();
      refuge.after();
    },
  };
}
