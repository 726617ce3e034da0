import type { TestProject } from 'vitest/node';
import { buildAll } from '../../build/build.ts';
import { BuildFailure } from '../../build/failure.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Why dist/ could not be built; '' when it is there. */
    buildFailure: string;
  }
}

/**
 * Builds dist/ once before the tests. A failure is printed here and fails test/build/dist.test.ts;
 * tests of pure modules still run.
 */
export default async function setup(project: TestProject): Promise<void> {
  try {
    await buildAll();
    project.provide('buildFailure', '');
  } catch (reason) {
    if (!(reason instanceof BuildFailure)) throw reason;
    console.error(`dist/ could not be built: what tests load from it is old or missing.\n${reason.message}`);
    project.provide('buildFailure', reason.message);
  }
}
