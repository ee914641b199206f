/** Keeps the messages at their end as long as the reader is there, whatever comes or grows. */
export interface Scroller {
  /** Called when the page was drawn: another `place` begins at its end; `newest` is the last message that may come of what the reader does. */
  after(place: string, newest: string | null): void;
  /** Called when the reader says or does something: what comes of it is shown, wherever the reader was. */
  acted(): void;
}

/** So near to the end counts as the end. */
const NEAR_PX = 48;
/** A list still moves so long after a turn of the wheel or a stroke of the finger. */
const MOVING_MS = 400;

/** Creates the scroller of the message list. */
export function createScroller(): Scroller {
  let place = '';
  let newest: string | null = null;
  let atEnd = true;
  let awaited = false;
  let log: HTMLElement | null = null;
  /** How the list stood when it was last looked at. */
  let seen = { top: 0, height: 0, room: 0 };
  let movedByHand = Number.NEGATIVE_INFINITY;
  /** Whether something in the list is being pressed: what moved away from under the pointer would not be clicked. */
  let pressed = false;

  /**
   * Notes where the reader is. The browser moves the list too, when it becomes shorter or gets more room: the reader has gone up only
   * where a hand was on it, or where nothing else has changed, as with the scrollbar and with keys.
   */
  const look = (): void => {
    if (!log) return;
    const { scrollTop: top, scrollHeight: height, clientHeight: room } = log;
    const byReader = performance.now() - movedByHand < MOVING_MS || (height === seen.height && room === seen.room);
    if (height - top - room < NEAR_PX) atEnd = true;
    else if (top < seen.top && byReader) {
      atEnd = false;
      awaited = false;
    }
    seen = { top, height, room };
  };
  const toEnd = (): void => {
    // The event of a scroll comes a little later than the scroll.
    look();
    if (!log || !atEnd || pressed) return;
    log.scrollTop = log.scrollHeight;
    seen.top = log.scrollTop;
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
    for (const move of ['wheel', 'touchmove']) {
      list.addEventListener(
        move,
        () => {
          movedByHand = performance.now();
        },
        { passive: true },
      );
    }
    list.addEventListener('pointerdown', ({ target }) => {
      // The list itself is where its scrollbar is, whose release is not told everywhere.
      pressed = target !== list;
    });
  }

  return {
    acted: () => {
      awaited = true;
    },
    after: (nowAt, nowNewest) => {
      const content = document.getElementById('log-content');
      // What has no messages is read from its beginning.
      const found = content === null ? null : document.getElementById('log');
      if (found !== log) {
        log = found;
        growth.disconnect();
        if (content && log) begin(log, content);
      }
      look();
      if (nowAt !== place) {
        atEnd = true;
        awaited = false;
      } else if (awaited && nowNewest !== newest) {
        atEnd = true;
        awaited = false;
      }
      place = nowAt;
      newest = nowNewest;
      toEnd();
    },
  };
}
