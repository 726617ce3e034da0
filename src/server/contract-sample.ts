import type { SampleTrace } from '../domain/sample-trace.ts';
import type { Reply } from './contract.ts';

/** The part of the contract that is about «Пример данных». */

export interface SampleRemoval {
  /** False where people put something into the sheets: nothing was changed. */
  readonly removed: boolean;
  /** What would be lost. */
  readonly traces: readonly SampleTrace[];
}

export interface SampleCalls {
  /** Marks the book as one that gets the invented district; refused with `sample-refused` where it holds schools. */
  sidebarBeginSample(): Reply<true>;
  /** Takes the invented district out; `confirmed`: with whatever people put beside it. */
  sidebarRemoveSample(confirmed: boolean): Reply<SampleRemoval>;
}
