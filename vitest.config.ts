import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const BROWSER_TESTS = ['test/**/*.browser.test.ts', 'test/browser/**/*.test.ts'];

export default defineConfig({
  test: {
    globalSetup: 'test/setup/build-dist.ts',
    coverage: {
      provider: 'istanbul',
      include: ['src/**/*.ts'],
      exclude: ['src/**/*.d.ts'],
      reporter: ['html', 'json'],
      reportsDirectory: 'coverage',
    },
    projects: [
      {
        test: {
          name: 'node',
          include: ['test/**/*.test.ts'],
          exclude: BROWSER_TESTS,
          setupFiles: 'test/setup/fail-on-console.ts',
          // Of two cores the default would use one.
          maxWorkers: Math.max(2, availableParallelism() - 1),
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: BROWSER_TESTS,
          setupFiles: 'test/setup/fail-on-console.ts',
          // One Chromium at a time, after everything that is quick.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
