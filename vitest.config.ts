import { defineConfig } from 'vitest/config';

const exclude = ['tests/fixtures/**'];

export default defineConfig({
  test: {
    testTimeout: 30_000,
    // Two cores are enough for everybody; more workers only make the slow tests time out.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: [...exclude, 'tests/build/**'],
        },
      },
      {
        extends: true,
        // Builds write Astro's types into the same folder, so one runs at a time.
        test: {
          name: 'build',
          include: ['tests/build/*.test.ts'],
          exclude,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
