import type { Dist } from '../dist.ts';

/** One demand on dist/. `check` gives a sentence for each place that breaks it: what was found, what is expected. */
export interface Rule {
  readonly name: string;
  readonly check: (dist: Dist) => string[];
}
