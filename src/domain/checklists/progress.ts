import { isDay } from '../calendar.ts';
import type { OrganisationKind } from '../organisation.ts';
import type { IsoDate } from '../record.ts';
import { type BasisPoints, shareOf } from '../share.ts';
import { STATUS_FACES } from '../status.ts';
import type { CellValue } from './day-cell.ts';
import { readStepCell } from './step-cell.ts';
import {
  type ChecklistList,
  DEFAULT_SCOPES,
  STEPS,
  type Step,
  type StepId,
  type StepScopes,
  stepAppliesTo,
} from './steps.ts';

/** Where a step of a school stands. */
export type StepState =
  | { readonly state: 'done'; readonly on: IsoDate | null }
  | { readonly state: 'open' }
  /** Was ticked for an earlier report; counts as open. */
  | { readonly state: 'lapsed'; readonly on: IsoDate }
  /** The cell holds something that is no tick; counts as open. */
  | { readonly state: 'wrong'; readonly fault: 'text' | 'future'; readonly found: string }
  /** The type of the organisation leaves it out. */
  | { readonly state: 'not-applicable' }
  /** A person left it out; the reason is '' where none was given. */
  | { readonly state: 'excepted'; readonly reason: string };

export type StepStates = Readonly<Record<StepId, StepState>>;

/** One school's row of «Чек-листы» as it was read. */
export interface SchoolChecklist {
  readonly kind: OrganisationKind;
  /** Cells of the steps; a step without a column in the book is absent and counts as open. */
  readonly cells: Readonly<Partial<Record<StepId, CellValue>>>;
  /** Steps that a person left out, with the reason. */
  readonly exceptions: Readonly<Partial<Record<StepId, string>>>;
  /**
   * Cells «проверено» of the steps that are checked for each report: an ISO day where the cell holds a
   * date. A tick whose day nobody knows stays done: what a person ticked is not lost.
   */
  readonly checkedOn?: Readonly<Partial<Record<StepId, CellValue>>>;
}

/** Days by which a school is read: null where they are not known. */
export interface ChecklistSetting {
  readonly today: IsoDate | null;
  readonly reportDate: IsoDate | null;
  readonly scopes?: StepScopes;
}

/** `done` of `applicable`; `share` in basis points rounded down, null where no step applies. */
export interface Progress {
  readonly done: number;
  readonly applicable: number;
  readonly share: BasisPoints | null;
}

/** The state of one step, in this order of test: type, exception, cell, day of the tick. */
export function stepState(step: Step, checklist: SchoolChecklist, setting: ChecklistSetting): StepState {
  if (!stepAppliesTo(step, checklist.kind, setting.scopes ?? DEFAULT_SCOPES))
    return { state: 'not-applicable' };
  const reason = checklist.exceptions[step.id];
  if (reason !== undefined) return { state: 'excepted', reason };
  const mark = readStepCell(checklist.cells[step.id]);
  switch (mark.mark) {
    case 'open':
      return { state: 'open' };
    case 'excepted':
      return { state: 'excepted', reason: mark.reason };
    case 'wrong':
      return { state: 'wrong', fault: 'text', found: mark.found };
    case 'ticked':
      return step.period === 'report'
        ? checkedState(checklist.checkedOn?.[step.id], setting)
        : { state: 'done', on: null };
  }
}

/** A ticked step that is checked for each report, by its cell «проверено». */
function checkedState(cell: CellValue, { today, reportDate }: ChecklistSetting): StepState {
  const day = cell === null || cell === undefined ? '' : String(cell).trim();
  if (day === '') return { state: 'done', on: null };
  if (!isDay(day)) return { state: 'wrong', fault: 'text', found: day };
  if (today !== null && day > today) return { state: 'wrong', fault: 'future', found: day };
  return { state: reportDate !== null && day < reportDate ? 'lapsed' : 'done', on: day };
}

export function stepStates(checklist: SchoolChecklist, setting: ChecklistSetting): StepStates {
  const states: Partial<Record<StepId, StepState>> = {};
  for (const step of STEPS) states[step.id] = stepState(step, checklist, setting);
  return states as Record<StepId, StepState>;
}

/** True where the step is in the denominator. */
export function isApplicable({ state }: StepState): boolean {
  return state !== 'not-applicable' && state !== 'excepted';
}

/** True where the step still waits for somebody: open, lapsed or not readable. */
export function isOpen(state: StepState): boolean {
  return isApplicable(state) && state.state !== 'done';
}

/** The one rule of progress: done of applicable, of one list or of all. */
export function progressOf(states: StepStates, list?: ChecklistList): Progress {
  let done = 0;
  let applicable = 0;
  for (const step of STEPS) {
    if (list !== undefined && step.list !== list) continue;
    const state = states[step.id];
    if (isApplicable(state)) applicable += 1;
    if (state.state === 'done') done += 1;
  }
  return makeProgress(done, applicable);
}

export function makeProgress(done: number, applicable: number): Progress {
  return { done, applicable, share: shareOf(done, applicable) };
}

/** «5 из 9» as sheet, sidebar and function write it; «не применимо» where no step applies. */
export function progressLabel(progress: Progress): string {
  return progress.applicable === 0
    ? STATUS_FACES['not-applicable'].label
    : `${progress.done} из ${progress.applicable}`;
}
