import { defineConfig } from 'vitest/config';

/** Two workers: as many as the smallest machine that the suite is meant for has cores. */
export default defineConfig({ test: { include: ['test/**/*.test.ts'], maxWorkers: 2, testTimeout: 30_000, hookTimeout: 120_000 } });
