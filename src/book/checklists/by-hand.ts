import { readExceptions } from '../../domain/checklists/exceptions.ts';
import { readStepCell } from '../../domain/checklists/step-cell.ts';
import { STEPS, type StepId } from '../../domain/checklists/steps.ts';
import { type TickMark, tickMark } from '../../domain/checklists/tick-mark.ts';
import { changeText, exceptionText } from '../../text/tick-change.ts';
import { dateCell } from '../cells.ts';
import type { DateReader } from '../platform.ts';
import { type ChangeSetting, logChanges } from './change.ts';
import { isDated } from './columns.ts';
import type { LoggedTicks } from './logged.ts';
import { type Patch, writePatches } from './patch.ts';
import { type ChecklistReading, readChecklists, type SchoolCells, schoolCells } from './reading.ts';

/** A tick or «н/п» that people changed in the sheet itself since the last look. */
export type HandChange =
  | { readonly school: string; readonly step: StepId; readonly from: TickMark; readonly to: TickMark }
  /** The reason is null where the step was taken back. */
  | { readonly school: string; readonly step: StepId; readonly reason: string | null };

export function handChanges(
  reading: ChecklistReading,
  logged: LoggedTicks,
  dateOf: DateReader,
): HandChange[] {
  const changes: HandChange[] = [];
  for (const school of reading.keyed.rowOf.keys()) {
    const cells = schoolCells(reading, school, dateOf);
    const reasons = reasonsOf(cells);
    for (const { id: step } of STEPS) {
      const from = logged.marks.get(school)?.[step] ?? 'open';
      const to = tickMark(cells.steps[step], cells.checkedOn[step]);
      const isThere = reading.columns.has(step);
      if (to !== null && to !== from && isThere) changes.push({ school, step, from, to });
      const reason = reasons[step] ?? null;
      const wasOff = logged.excepted.get(school)?.[step] ?? false;
      // Where a column is gone, nobody can say that its «н/п» was taken back.
      const isKnown = reason !== null || (isThere && reading.columns.has('exceptions'));
      if (isKnown && wasOff !== (reason !== null)) changes.push({ school, step, reason });
    }
  }
  return changes;
}

/** Steps that a person left out, in the column for it or in the cell of the step, with their reasons. */
function reasonsOf({ exceptions, steps, name }: SchoolCells): Partial<Record<StepId, string>> {
  const reasons: Partial<Record<StepId, string>> = { ...readExceptions(exceptions, name).exceptions };
  for (const { id } of STEPS) {
    const mark = readStepCell(steps[id]);
    if (mark.mark === 'excepted') reasons[id] = reasons[id] ?? mark.reason;
  }
  return reasons;
}

/**
 * Logs what was changed by hand, without a name. A check without a day gets today's, so that it
 * lapses in time.
 */
export function logHandChanges(
  setting: ChangeSetting,
  reading: ChecklistReading,
  hand: readonly HandChange[],
): ChecklistReading {
  const { checklists, today, dateOf } = setting;
  const patches: Patch[] = [];
  const changes = hand.map((change) => {
    const { school, step } = change;
    if ('reason' in change) {
      const { reason } = change;
      const comment = reason === null || reason === '' ? BY_HAND : `${BY_HAND}: ${reason}`;
      return { school, step, change: exceptionText(reason !== null), comment };
    }
    const { from, to } = change;
    const undated = to === 'done' && isDated(step);
    if (undated) patches.push({ id: school, key: `checked.${step}`, value: dateCell(today) });
    return { school, step, change: changeText(from, undated ? today : to), comment: BY_HAND };
  });
  const after =
    patches.length === 0 ? reading : writePatches(checklists, readChecklists, reading, patches, dateOf);
  logChanges(setting, changes, after);
  return after;
}

const BY_HAND = 'в листе';
