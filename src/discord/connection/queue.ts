/** Runs tasks of one key one after the other, and those of different keys side by side. */

export interface Queue {
  /** Runs a task after those of the same key that came before; settles as the task does. */
  run<T>(key: string, task: () => Promise<T>): Promise<T>;
}

export function createQueue(): Queue {
  const last = new Map<string, Promise<unknown>>();
  return {
    async run(key, task) {
      const before = last.get(key);
      // A task that failed has told its own caller; the next one goes on all the same.
      const mine = before === undefined ? task() : before.then(task, task);
      last.set(key, mine);
      try {
        return await mine;
      } finally {
        if (last.get(key) === mine) last.delete(key);
      }
    },
  };
}
