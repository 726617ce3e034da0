import type { Dist } from '../../build/dist.ts';
import { SIZE_LIMITS } from '../../build/rules/size.ts';
import type { Measure } from './measure.ts';

/** Kilobytes of what is pushed. */
export function benchSizes(dist: Dist): Measure[] {
  return SIZE_LIMITS.map(({ what, kilobytes, measure }) => ({
    what: `size: ${what}`,
    measured: Buffer.byteLength(measure(dist)) / 1024,
    budget: kilobytes,
    unit: 'KB',
  }));
}
