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
  let mine = 0;
  const toEnd = (): void => {
    if (!log || !atEnd) return;
    log.scrollTop = log.scrollHeight;
    mine = log.scrollTop;
  };
  // The message components draw themselves after the page, and so grow after it.
  const growth = new ResizeObserver(toEnd);

  return {
    after: (now) => {
      const found = document.getElementById('log');
      if (found !== log) {
        log = found;
        growth.disconnect();
        const content = document.getElementById('log-content');
        if (content && log) {
          growth.observe(content);
          growth.observe(log);
          log.addEventListener('scroll', onScroll, { passive: true });
        }
      }
      if (now !== place) {
        place = now;
        atEnd = document.getElementById('log-content') !== null;
      }
      toEnd();
    },
  };

  function onScroll(): void {
    // What comes of the page's own scrolling may come when more has grown below.
    if (log && log.scrollTop !== mine) atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_PX;
  }
}
