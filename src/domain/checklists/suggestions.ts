import type { StatisticsRecord } from '../record.ts';
import { isOpen, type StepStates } from './progress.ts';
import { STEPS, type StepId } from './steps.ts';

/** «Похоже, выполнено»: numbers show it, a person ticks it. */
export interface Suggestion {
  readonly step: StepId;
  /** The count that shows it, above 0. */
  readonly count: number;
}

/** Open steps of a school that the numbers of its report show to be done, in the order of the steps. */
export function suggestionsOf(record: StatisticsRecord, states: StepStates): Suggestion[] {
  const suggestions: Suggestion[] = [];
  for (const { id, suggestedBy } of STEPS) {
    if (suggestedBy === undefined || !isOpen(states[id])) continue;
    const count = record[suggestedBy];
    if (count !== null && count > 0) suggestions.push({ step: id, count });
  }
  return suggestions;
}
