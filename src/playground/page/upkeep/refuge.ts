import { focusBox, isInReach } from '../composer/focus-box.js';

/** Finds another place for the focus when what had it is gone or off: a question that was pressed, an answer that was dismissed, a verdict that was given. */
export interface Refuge {
  before(): void;
  after(): void;
}

/** What had the focus, and the messages that it goes to without it. */
interface Focused {
  readonly element: HTMLElement;
  readonly messages: readonly string[];
}

/** Lists the messages to go on at from an element in one of them: that message, and those after it. */
function messagesFrom(element: HTMLElement): readonly string[] {
  const message = element.closest('[data-message]');
  if (message === null) return [];
  const all = [...document.querySelectorAll('[data-message]')].map(({ id }) => id);
  return all.slice(all.indexOf(message.id));
}

/** Tells whether nothing has the focus. */
export const isFocusLost = (): boolean => document.activeElement === null || document.activeElement === document.body;

/** Creates the refuge. */
export function createRefuge(): Refuge {
  let focused: Focused | null = null;
  return {
    before: () => {
      const { activeElement } = document;
      focused =
        activeElement instanceof HTMLElement && !isFocusLost() ? { element: activeElement, messages: messagesFrom(activeElement) } : null;
    },
    after: () => {
      if (focused === null || isInReach(focused.element)) return;
      const { element, messages } = focused;
      // What has just appeared may take the focus, and does so first.
      queueMicrotask(() => {
        // What was switched off keeps the focus until the browser draws.
        if (!isFocusLost() && document.activeElement !== element) return;
        const message = messages.map((id) => document.getElementById(id)).find((one) => one !== null && isInReach(one));
        if (message) message.focus({ preventScroll: true });
        else focusBox();
      });
    },
  };
}
