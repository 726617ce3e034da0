import type { StepId } from '../../domain/checklists/steps.ts';
import type { IsoDate } from '../../domain/record.ts';
import type { BulkAnswer, BulkTick, ChecklistState } from '../../server/contract-checklists.ts';
import { cellsOf } from './change-queue.ts';
import type { ChecklistSchool } from './school-list.ts';

/** Schools of which a step can be ticked at once: it waits there, and nobody wrote anything of their own. */
export function tickableSchools(
  schools: readonly ChecklistSchool[],
  step: StepId,
): readonly ChecklistSchool[] {
  return schools.filter(({ reading }) => {
    const { state } = reading.states[step];
    return state === 'open' || state === 'lapsed';
  });
}

/** `day` is the day of the check where the step is checked for each report. */
export function bulkTick(
  step: StepId,
  schools: readonly ChecklistSchool[],
  day: IsoDate | null,
  who: string,
  { hints }: ChecklistState,
): BulkTick {
  return {
    step,
    done: true,
    checked: day,
    schools: schools.map((school) => ({ id: school.id, saw: cellsOf(school, step) })),
    who,
    hints,
  };
}

/** Takes back what a bulk tick wrote, and nothing that stood there before or was changed since. */
export function bulkUndo(request: BulkTick, { written, rows }: BulkAnswer): BulkTick {
  const schools = rows
    .filter(({ id }) => written.includes(id))
    .map(({ id, steps, checkedOn }) => ({
      id,
      saw: { cell: steps[request.step] ?? null, checkedOn: checkedOn[request.step] ?? null },
    }));
  return { ...request, done: false, checked: null, schools };
}
