import { defineConfig, mergeConfig } from 'vitest/config';
import plain from '../../vitest.config.ts';
import { MAPPED_CODE } from './paths.ts';

/** All tests, with the lines of src counted: in modules by vitest, in the built code by ./collect.ts. */
const config = mergeConfig(
  plain,
  defineConfig({
    test: {
      globalSetup: ['test/setup/build-dist.ts', 'test/coverage/mapped-code.ts'],
      env: { COVERED_CODE: MAPPED_CODE },
      coverage: {
        enabled: true,
        reportOnFailure: true,
        // Probes are read as text and run inside of the emulator; none of them is pushed.
        exclude: ['src/server/facts/**'],
      },
    },
  }),
);

for (const project of config.test?.projects ?? []) {
  if (typeof project !== 'object' || !('test' in project) || project.test === undefined) continue;
  project.test.setupFiles = [project.test.setupFiles ?? [], 'test/coverage/collect.ts'].flat();
}

export default config;
