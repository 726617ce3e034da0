import { defineConfig } from 'vitest/config';

/** The tests that must notice a mutant: those of the pure parts, none that needs dist/ or a browser. */
export default defineConfig({
  test: {
    include: ['test/domain/**/*.test.ts', 'test/import/**/*.test.ts', 'test/text/issues.test.ts'],
    exclude: ['test/**/bundle.test.ts', 'test/**/*.browser.test.ts'],
    setupFiles: ['test/setup/fail-on-console.ts', 'test/mutation/setup.ts'],
    testTimeout: 30_000,
  },
});
