import { daysBetween } from '../calendar.ts';
import type { IsoDate } from '../record.ts';
import {
  isApplicable,
  isOpen,
  makeProgress,
  type Progress,
  progressOf,
  type StepStates,
} from './progress.ts';
import { type ChecklistList, STEPS, type StepId } from './steps.ts';

export interface SchoolStates {
  /** Id of the organisation. */
  readonly school: string;
  readonly states: StepStates;
}

/** A step over the schools to which it applies. */
export interface StepProgress extends Progress {
  readonly step: StepId;
  /** Ids of the schools where it waits. */
  readonly waiting: readonly string[];
}

/** Every step over the schools, in the order of the steps; `share` is null where it applies to none. */
export function stepProgress(schools: readonly SchoolStates[]): StepProgress[] {
  return STEPS.map(({ id }) => {
    const waiting: string[] = [];
    let applicable = 0;
    for (const { school, states } of schools) {
      if (!isApplicable(states[id])) continue;
      applicable += 1;
      if (isOpen(states[id])) waiting.push(school);
    }
    return { step: id, waiting, ...makeProgress(applicable - waiting.length, applicable) };
  });
}

/**
 * Steps that wait somewhere, the stuck ones first: the least share of schools that did it, then the
 * most schools waiting, then the order of the steps.
 */
export function stuckSteps(schools: readonly SchoolStates[]): StepProgress[] {
  return stepProgress(schools)
    .filter(({ waiting }) => waiting.length > 0)
    .sort((one, other) => compareShares(one, other) || other.waiting.length - one.waiting.length);
}

/** By exact fractions, as floored shares would tie what is not equal. */
function compareShares(one: Progress, other: Progress): number {
  return one.done * other.applicable - other.done * one.applicable;
}

/** Progress of the district: done of applicable over all schools. */
export function districtProgress(schools: readonly SchoolStates[], list?: ChecklistList): Progress {
  let done = 0;
  let applicable = 0;
  for (const { states } of schools) {
    const progress = progressOf(states, list);
    done += progress.done;
    applicable += progress.applicable;
  }
  return makeProgress(done, applicable);
}

/** Without a tick for this many days a school with open steps stands still. */
export const STANDSTILL_DAYS = 14;

export interface StandingSchool {
  readonly school: string;
  readonly progress: Progress;
  /** Days since the last tick; null: never ticked. */
  readonly days: number | null;
}

/**
 * Schools with open steps in which nothing was ticked for `days` days: the never ticked first, then
 * the longest still; a tie keeps the order given. `lastTick` is the day of the last tick in the log.
 */
export function standingSchools(
  schools: readonly (SchoolStates & { readonly lastTick: IsoDate | null })[],
  today: IsoDate,
  days: number = STANDSTILL_DAYS,
): StandingSchool[] {
  const standing: StandingSchool[] = [];
  for (const { school, states, lastTick } of schools) {
    const progress = progressOf(states);
    if (progress.done === progress.applicable) continue;
    const still = lastTick === null ? null : daysBetween(lastTick, today);
    if (still === null || still >= days) standing.push({ school, progress, days: still });
  }
  return standing.sort((one, other) => stillness(other) - stillness(one));
}

function stillness({ days }: StandingSchool): number {
  return days ?? Number.MAX_SAFE_INTEGER;
}
