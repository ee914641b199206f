import { describe, expect, it } from 'vitest';
import { createQueue } from '../../../src/discord/connection/queue.js';

/** A task that ends when it is told to. */
function task(name: string, log: string[]) {
  let end = (): void => {};
  let fail = (): void => {};
  const promise = new Promise<string>((resolve, reject) => {
    end = () => resolve(name);
    fail = () => reject(new Error(name));
  });
  return {
    end: () => end(),
    fail: () => fail(),
    run: (): Promise<string> => {
      log.push(`${name} begins`);
      return promise.finally(() => log.push(`${name} ends`));
    },
  };
}
/** Lets everything happen that can happen. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a queue', () => {
  it('runs the tasks of one key in turn, each only when the one before has ended', async () => {
    const log: string[] = [];
    const queue = createQueue();
    const [first, second, third] = [task('first', log), task('second', log), task('third', log)];
    const results = [first, second, third].map(({ run }) => queue.run('mia', run));
    third.end();
    await settle();
    expect(log).toEqual(['first begins']);
    first.end();
    await settle();
    expect(log).toEqual(['first begins', 'first ends', 'second begins']);
    second.end();
    expect(await Promise.all(results)).toEqual(['first', 'second', 'third']);
    expect(log.slice(3)).toEqual(['second ends', 'third begins', 'third ends']);
  });

  it('begins a task at once where nothing of its key is running', () => {
    const log: string[] = [];
    const queue = createQueue();
    void queue.run('mia', task('hers', log).run);
    void queue.run('tom', task('his', log).run);
    expect(log).toEqual(['hers begins', 'his begins']);
  });

  it('tells who ran it that a task failed, and goes on with the next', async () => {
    const log: string[] = [];
    const queue = createQueue();
    const [first, second] = [task('first', log), task('second', log)];
    const failing = queue.run('mia', first.run);
    const next = queue.run('mia', second.run);
    first.fail();
    second.end();
    await expect(failing).rejects.toThrow('first');
    expect(await next).toBe('second');
  });

  it('takes a task that throws at once for one that fails', async () => {
    const queue = createQueue();
    const throwing = (): Promise<string> => {
      throw new Error('at once');
    };
    await expect(queue.run('mia', throwing)).rejects.toThrow('at once');
    expect(await queue.run('mia', async () => 'next')).toBe('next');
  });

  it('lets a task of the same key that comes when all have ended begin at once', async () => {
    const log: string[] = [];
    const queue = createQueue();
    await queue.run('mia', async () => 'done');
    void queue.run('mia', task('later', log).run);
    expect(log).toEqual(['later begins']);
  });
});
