import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/fixtures/**'],
    testTimeout: 30_000,
    // Two cores are enough for everybody; more workers only make the slow tests time out.
    maxWorkers: 2,
  },
});
