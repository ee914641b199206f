import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type WatchOptions, watchKnowledge } from '../../../src/knowledge/folder/watch.js';
import { removeFolder, writeFolder } from '../../support/knowledge-folder.js';

let folder = '';
const open: { close(): void }[] = [];
beforeEach(() => {
  folder = writeFolder({ 'topic/a.md': 'one', 'b.yml': 'two' });
});
afterEach(() => {
  for (const watching of open.splice(0)) watching.close();
  removeFolder(folder);
});

/** Watches the folder; `next` waits for the next call, and fails the test by its time limit where none comes. */
function watching(options: WatchOptions = {}): { next(): Promise<void>; calls(): number } {
  let calls = 0;
  let tell = (): void => {};
  const onChange = (): void => {
    calls++;
    tell();
  };
  open.push(watchKnowledge(folder, onChange, { settleMs: 20, pollMs: 40, ...options }));
  return {
    calls: () => calls,
    next: () =>
      new Promise((resolve) => {
        tell = resolve;
      }),
  };
}

describe('an edit', () => {
  it.each<[string, () => void]>([
    ['a file is written', () => writeFileSync(join(folder, 'topic', 'a.md'), 'another text')],
    ['a file is new', () => writeFileSync(join(folder, 'topic', 'c.md'), 'three')],
    ['a file is gone', () => rmSync(join(folder, 'b.yml'))],
    [
      'a new file is renamed over the old one',
      () => {
        writeFileSync(join(folder, 'topic', '.a.md.swp'), 'one, edited');
        renameSync(join(folder, 'topic', '.a.md.swp'), join(folder, 'topic', 'a.md'));
      },
    ],
  ])('is told when %s', async (_, edit) => {
    const { next } = watching();
    const told = next();
    edit();
    await told;
  });

  it('is told in a folder that is new', async () => {
    const { next } = watching();
    let told = next();
    mkdirSync(join(folder, 'fresh'));
    writeFileSync(join(folder, 'fresh', 'd.md'), 'four');
    await told;
    told = next();
    writeFileSync(join(folder, 'fresh', 'd.md'), 'four, edited');
    await told;
  });

  it('is told twice for a file that editors rename over, once an edit', async () => {
    const { next } = watching();
    for (const text of ['first', 'second, longer']) {
      const told = next();
      writeFileSync(join(folder, 'new'), text);
      renameSync(join(folder, 'new'), join(folder, 'topic', 'a.md'));
      await told;
    }
  });

  it('is told after the whole folder was taken away and made again', async () => {
    const { next } = watching();
    let told = next();
    rmSync(folder, { recursive: true });
    await told;
    told = next();
    mkdirSync(join(folder, 'topic'), { recursive: true });
    writeFileSync(join(folder, 'topic', 'a.md'), 'again');
    await told;
    told = next();
    writeFileSync(join(folder, 'topic', 'a.md'), 'and edited');
    await told;
  });
});

describe('watching', () => {
  it('tells many writes at once as one edit', async () => {
    const { next, calls } = watching({ settleMs: 150 });
    const told = next();
    for (let i = 0; i < 20; i++) writeFileSync(join(folder, `f${i}.md`), 'text');
    await told;
    expect(calls()).toBe(1);
  });

  it('tells of an edit though the writing goes on', async () => {
    const { next } = watching();
    const told = next();
    let length = 0;
    const writing = setInterval(() => writeFileSync(join(folder, 'log.md'), 'x'.repeat(++length)), 5);
    await told.finally(() => clearInterval(writing));
    expect(length).toBeGreaterThan(1);
  });

  it('tells nothing of what is hidden', async () => {
    const { calls } = watching();
    writeFileSync(join(folder, '.hidden.md'), 'text');
    mkdirSync(join(folder, '.git'));
    writeFileSync(join(folder, '.git', 'index.md'), 'text');
    await setTimeout(200);
    expect(calls()).toBe(0);
  });

  it('is not blinded by a link that leads nowhere', async () => {
    symlinkSync(join(folder, 'nowhere'), join(folder, 'link.md'));
    const { next } = watching();
    const told = next();
    writeFileSync(join(folder, 'b.yml'), 'seen');
    await told;
  });

  it('tells nothing once it is closed', async () => {
    const { calls } = watching();
    writeFileSync(join(folder, 'b.yml'), 'unseen');
    for (const watching of open.splice(0)) watching.close();
    const { next } = watching();
    const told = next();
    writeFileSync(join(folder, 'b.yml'), 'seen');
    await told;
    expect(calls()).toBe(0);
  });
});
