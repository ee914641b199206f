import { noChange } from 'lit';
import { Directive, directive, type ElementPart, type PartInfo, PartType } from 'lit/directive.js';

/** Lit takes directives as classes. */
class EnteringDirective extends Directive {
  private called = false;

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('entering() stands in an opening tag');
  }

  override render(_call: ((element: Element) => void) | null): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [call]: [((element: Element) => void) | null]): unknown {
    if (!this.called && call !== null) {
      this.called = true;
      // While it is drawn it is not in the page yet.
      queueMicrotask(() => {
        if (element.isConnected) call(element);
      });
    }
    return noChange;
  }
}

/** Calls a function once, as soon as its element is in the page. */
export const entering = directive(EnteringDirective);

/** Puts the focus on an element. */
export function focusIt(element: Element): void {
  if (element instanceof HTMLElement) element.focus();
}
