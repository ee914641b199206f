/** Keeps the messages at their end as long as the reader is there, whatever comes or grows. */
export interface Scroller {
  /** Called when the page was drawn; another `place` begins at its end. */
  after(place: string): void;
}

/** So near to the end counts as the end. */
const NEAR_PX = 48;

/** Creates the scroller of the message list. */
export function createScroller(): Scroller {
  let place = '';
  let atEnd = true;
  let log: HTMLElement | null = null;
  /** Where the page itself has scrolled to last. */
  let mine = 0;
  /** Whether something in the list is being pressed: what moved away from under the pointer would not be clicked. */
  let pressed = false;

  /** Notes where the reader is. What the page's own scrolling leads to is no news, when more has grown below. */
  const look = (): void => {
    if (log && log.scrollTop !== mine) atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_PX;
  };
  const toEnd = (): void => {
    // The event of a scroll comes a little later than the scroll.
    look();
    if (!log || !atEnd || pressed) return;
    log.scrollTop = log.scrollHeight;
    mine = log.scrollTop;
  };
  // The message components draw themselves after the page, and so grow after it.
  const growth = new ResizeObserver(toEnd);

  for (const end of ['pointerup', 'pointercancel']) {
    addEventListener(end, () => {
      if (!pressed) return;
      pressed = false;
      // After the click, which comes at once.
      requestAnimationFrame(toEnd);
    });
  }

  function begin(list: HTMLElement, content: HTMLElement): void {
    growth.observe(content);
    growth.observe(list);
    list.addEventListener('scroll', look, { passive: true });
    list.addEventListener('pointerdown', ({ target }) => {
      // The list itself is where its scrollbar is, whose release is not told everywhere.
      pressed = target !== list;
    });
  }

  return {
    after: (now) => {
      const found = document.getElementById('log');
      const content = document.getElementById('log-content');
      if (found !== log) {
        log = found;
        growth.disconnect();
        if (content && log) begin(log, content);
      }
      if (now !== place) {
        place = now;
        atEnd = content !== null;
        mine = log?.scrollTop ?? 0;
      }
      toEnd();
    },
  };
}
