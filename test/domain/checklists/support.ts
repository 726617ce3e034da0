import fc from 'fast-check';
import type { CellValue } from '../../../src/domain/checklists/day-cell.ts';
import {
  type ChecklistSetting,
  type SchoolChecklist,
  type StepStates,
  stepStates,
} from '../../../src/domain/checklists/progress.ts';
import { STEPS, type StepId } from '../../../src/domain/checklists/steps.ts';
import type { OrganisationKind } from '../../../src/domain/organisation.ts';

export const KINDS: readonly OrganisationKind[] = ['school', 'preschool', 'college', 'additional', 'unknown'];
export const TODAY = '2026-11-20';
export const REPORT = '2026-11-18';
export const SETTING: ChecklistSetting = { today: TODAY, reportDate: REPORT };
export const RUNS = { seed: 20261120, numRuns: 1000 };

export const stepId = fc.constantFrom(...STEPS.map(({ id }) => id));

/** What people, older versions and damage leave in a cell of a step. */
const stepCell: fc.Arbitrary<CellValue> = fc.oneof(
  fc.constantFrom<CellValue>(true, false, null, undefined, '', 'ИСТИНА', 'FALSE', 'н/п', 'н/п: нет классов'),
  fc.constantFrom<CellValue>('проверено 12.11', '2026-11-18', '2026-11-19', '31.12.2026', 1, 45_000, 'да'),
  fc.string(),
);

export const schoolChecklist: fc.Arbitrary<SchoolChecklist> = fc.record({
  kind: fc.constantFrom(...KINDS),
  cells: fc.dictionary(stepId, stepCell, { maxKeys: 40, noNullPrototype: true }),
  exceptions: fc.dictionary(stepId, fc.string(), { maxKeys: 6, noNullPrototype: true }),
  checkedOn: fc.dictionary(
    fc.constantFrom(...STEPS.filter(({ period }) => period === 'report').map(({ id }) => id)),
    fc.constantFrom<CellValue>('', null, '2026-11-17', '2026-11-18', '2026-11-19', '2027-01-01', '12.11', 5),
    { noNullPrototype: true },
  ),
});

/** States of a school whose named steps hold these cells; all others are blank. */
export function statesWith(
  cells: Partial<Record<StepId, CellValue>>,
  kind: OrganisationKind = 'school',
  exceptions: Partial<Record<StepId, string>> = {},
): StepStates {
  return stepStates({ kind, cells, exceptions }, SETTING);
}

/** The same cell in every step. */
export function everyStep(cell: CellValue): Record<StepId, CellValue> {
  return Object.fromEntries(STEPS.map(({ id }) => [id, cell])) as Record<StepId, CellValue>;
}

/** A school that ticked everything, with today's day where a day is asked for. */
export function allDone(kind: OrganisationKind = 'school'): StepStates {
  return statesWith(everyStep(true), kind);
}
