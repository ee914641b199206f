/** Finds another place for the focus when what had it is gone: a question that was pressed, a message that was dismissed, a place that was left. */
export interface Refuge {
  before(): void;
  after(): void;
}

/** What had the focus, and where it goes without it. */
interface Focused {
  readonly element: HTMLElement;
  readonly places: readonly string[];
}

/** The message box, or what says that there is none. */
const BOX = ['box', 'composer'];

/** Lists where the focus of an element in a message goes: to that message, the next one, or the last one before it. */
function placesFor(element: HTMLElement): readonly string[] {
  const message = element.closest('[data-message]');
  if (message === null) return BOX;
  const all = [...document.querySelectorAll('[data-message]')].map(({ id }) => id);
  const at = all.indexOf(message.id);
  return [...all.slice(at), ...all.slice(0, at).reverse(), ...BOX];
}

const hasFocus = (): boolean => document.activeElement !== null && document.activeElement !== document.body;

/** Creates the refuge. */
export function createRefuge(): Refuge {
  let focused: Focused | null = null;
  return {
    before: () => {
      const { activeElement } = document;
      focused = activeElement instanceof HTMLElement && hasFocus() ? { element: activeElement, places: placesFor(activeElement) } : null;
    },
    after: () => {
      if (focused === null || focused.element.isConnected) return;
      const { places } = focused;
      // What has just appeared may take the focus, and does so first.
      queueMicrotask(() => {
        const found = hasFocus() ? undefined : places.map((id) => document.getElementById(id)).find((place) => place !== null);
        found?.focus({ preventScroll: true });
      });
    },
  };
}
