import { buildAll } from '../../build/build.ts';
import { BuildFailure } from '../../build/failure.ts';

/**
 * Builds dist/ once before the tests. A failure is printed here and fails test/build/dist.test.ts;
 * tests of pure modules still run.
 */
export default async function setup(): Promise<void> {
  try {
    await buildAll();
  } catch (reason) {
    if (!(reason instanceof BuildFailure)) throw reason;
    console.error(`dist/ could not be built: what tests load from it is old or missing.\n${reason.message}`);
  }
}
