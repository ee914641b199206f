import { beforeEach, describe, expect, it } from 'vitest';
import { createSparseLog, SPARSE_EVERY_MS, type SparseLog } from '../../src/core/sparse-log.js';

let lines: unknown[];
let clock: number;
let sparse: SparseLog;
beforeEach(() => {
  lines = [];
  clock = 0;
  const log = {
    warn: (event: string, fields?: object) => void lines.push([event, fields]),
    error: (event: string, error: unknown, fields?: object) => void lines.push([event, error, fields]),
  };
  sparse = createSparseLog(log, () => clock);
});

describe('what happens hundreds of times', () => {
  it('is logged at first, and then once in a while with how many were left out', () => {
    for (let i = 0; i < 300; i++) sparse.warn('rate-limited', { route: 'a' });
    clock += SPARSE_EVERY_MS;
    for (let i = 0; i < 3; i++) sparse.warn('rate-limited', { route: 'b' });
    clock += SPARSE_EVERY_MS;
    sparse.warn('rate-limited');
    clock += SPARSE_EVERY_MS;
    sparse.warn('rate-limited');
    expect(lines).toEqual([
      ['rate-limited', { route: 'a' }],
      ['rate-limited', { route: 'b', leftOut: 299 }],
      ['rate-limited', { leftOut: 2 }],
      ['rate-limited', {}],
    ]);
  });

  it('does not hide what else happens', () => {
    const error = new Error('gone');
    sparse.warn('rate-limited');
    sparse.error('database', error, { what: 'read' });
    sparse.error('database', error, { what: 'read' });
    expect(lines).toEqual([
      ['rate-limited', {}],
      ['database', error, { what: 'read' }],
    ]);
  });
});
