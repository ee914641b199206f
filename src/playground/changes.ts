/** Tells listeners that something happened, and lets others wait for it without polling. */
export interface Changes<Event> {
  /** Calls every listener, in the order they came; then looks again at what others wait for. */
  emit(event: Event): void;
  on(listener: (event: Event) => void): () => void;
  /** Calls `look` at once and after every change, until the function that it gives is called. */
  watch(look: () => void): () => void;
  /** Looks again at what others wait for, where a change has no event of its own. */
  touch(): void;
  /** Waits until `find` gives something that is not undefined, null or false; rejects after `ms` of real time. */
  until<T>(find: () => T | undefined | null | false, ms?: number): Promise<T>;
}

/** How long `until` waits unless told otherwise. */
const PATIENCE_MS = 5000;

/** Creates a source of events. */
export function createChanges<Event>(): Changes<Event> {
  const listeners = new Set<(event: Event) => void>();
  const waiting = new Set<() => void>();
  const touch = (): void => {
    for (const look of [...waiting]) look();
  };
  return {
    emit: (event) => {
      for (const listener of [...listeners]) listener(event);
      touch();
    },
    on: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    watch: (look) => {
      waiting.add(look);
      queueMicrotask(look);
      return () => waiting.delete(look);
    },
    touch,
    until: (find, ms = PATIENCE_MS) => {
      const from = new Error(`waited ${ms} ms in vain for: ${find.toString()}`);
      return new Promise((resolve, reject) => {
        const finish = (settle: () => void): void => {
          waiting.delete(look);
          clearTimeout(timer);
          settle();
        };
        const look = (): void => {
          try {
            const found = find();
            if (found !== undefined && found !== null && found !== false) finish(() => resolve(found));
          } catch (error) {
            finish(() => reject(error));
          }
        };
        const timer = setTimeout(() => finish(() => reject(from)), ms);
        waiting.add(look);
        look();
      });
    },
  };
}
