import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // As many as the smallest machine that the suite is meant for has cores.
    maxWorkers: 2,
    // No module keeps state, so the files of a worker can share them; loading the Discord library anew for each would take minutes.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
