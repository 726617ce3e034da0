import type { CellValue } from '../../domain/checklists/day-cell.ts';
import { readStepCell } from '../../domain/checklists/step-cell.ts';
import type { StepId } from '../../domain/checklists/steps.ts';
import { type TickMark, tickMark } from '../../domain/checklists/tick-mark.ts';
import type { IsoDate } from '../../domain/record.ts';
import { changeText, exceptionText, tickDetails } from '../../text/tick-change.ts';
import { countCell, dateCell, textCell } from '../cells.ts';
import { appendLog } from '../log.ts';
import { type DateReader, type Sheet, textOf } from '../platform.ts';
import { isDated } from './columns.ts';
import { type Patch, writePatches } from './patch.ts';
import {
  type ChecklistReading,
  readChecklists,
  readCoordinators,
  readWith,
  type SchoolCells,
  schoolCells,
} from './reading.ts';

/** The sheets and the moment of a change; the caller holds the document lock. */
export interface ChangeSetting {
  readonly checklists: Sheet;
  readonly log: Sheet;
  readonly dateOf: DateReader;
  readonly now: Date;
  readonly today: IsoDate;
  readonly who: string;
}

/** What a client shows of a tick. */
export interface SeenTick {
  readonly id: string;
  readonly cell: CellValue;
  readonly checkedOn: CellValue;
}

export interface TickOrder {
  readonly step: StepId;
  readonly done: boolean;
  /** Day of the check of a step that is checked for each report. */
  readonly checked: IsoDate;
  readonly comment: string;
}

export interface ChangeResult {
  /** Ids of schools by what happened; see `ChangeOutcome`. */
  readonly written: readonly string[];
  readonly same: readonly string[];
  readonly changed: readonly string[];
  /** The sheet after it. */
  readonly reading: ChecklistReading;
}

export interface TickChange {
  readonly school: string;
  readonly step: StepId;
  readonly change: string;
  readonly comment: string;
}

/**
 * Ticks a step of schools where the book still holds what the client saw. Five calls with what is
 * read and logged, whatever the number of schools.
 */
export function tickSteps(setting: ChangeSetting, order: TickOrder, seen: readonly SeenTick[]): ChangeResult {
  const { checklists, dateOf } = setting;
  const { step, comment } = order;
  const reading = readWith(
    checklists,
    readChecklists,
    seen.map(({ id }) => id),
  );
  const result = { written: [] as string[], same: [] as string[], changed: [] as string[], reading };
  const patches: Patch[] = [];
  const changes: TickChange[] = [];
  const to = markOfOrder(order);
  for (const { id, cell, checkedOn } of seen) {
    const cells = schoolCells(reading, id, dateOf);
    const now = { cell: cells.steps[step], checkedOn: cells.checkedOn[step] };
    const from = tickMark(now.cell, now.checkedOn);
    if (!reading.keyed.rowOf.has(id)) result.changed.push(id);
    else if (from === to) result.same.push(id);
    else if (!isSame(now.cell, cell) || !isSame(now.checkedOn, checkedOn)) result.changed.push(id);
    else {
      result.written.push(id);
      patches.push({ id, key: step, value: order.done });
      if (isDated(step)) {
        patches.push({ id, key: `checked.${step}`, value: order.done ? dateCell(order.checked) : '' });
      }
      changes.push({ school: id, step, change: changeText(from ?? 'open', to), comment });
    }
  }
  if (patches.length === 0) return result;
  const after = writePatches(checklists, readChecklists, reading, patches, dateOf);
  logChanges(setting, changes, after);
  return { ...result, reading: after };
}

function markOfOrder({ step, done, checked }: TickOrder): TickMark {
  if (!done) return 'open';
  return isDated(step) ? checked : 'done';
}

/** Do the cells hold the same? An empty checkbox and a blank are one. */
function isSame(one: CellValue, other: CellValue): boolean {
  return (one || '') === (other || '') && (one === 0) === (other === 0);
}

export function logChanges(
  { log, now, who }: ChangeSetting,
  changes: readonly TickChange[],
  reading: ChecklistReading,
): void {
  appendLog(
    log,
    changes.map(({ school, step, change, comment }) => ({
      when: now,
      who,
      kind: 'tick',
      school: textOf(reading.cell(school, 'name')),
      schoolId: school,
      change,
      details: tickDetails(step, comment),
    })),
  );
}

interface FieldPlan {
  /** The book holds it already. */
  readonly same: boolean;
  /** The book holds what the client saw. */
  readonly seen: boolean;
  readonly patches: readonly Patch[];
}

/** Changes other cells of a school where they still hold what the client saw. */
function writeFields(
  sheet: Sheet,
  read: (sheet: Sheet) => ChecklistReading,
  dateOf: DateReader,
  id: string,
  plan: (reading: ChecklistReading) => FieldPlan,
): ChangeResult {
  const reading = readWith(sheet, read, [id]);
  const { same, seen, patches } = plan(reading);
  const none = { written: [], same: [], changed: [], reading };
  if (!reading.keyed.rowOf.has(id) || !(same || seen)) return { ...none, changed: [id] };
  if (same) return { ...none, same: [id] };
  return { ...none, written: [id], reading: writePatches(sheet, read, reading, patches, dateOf) };
}

function writeCells(
  { checklists, dateOf }: ChangeSetting,
  id: string,
  plan: (cells: SchoolCells) => FieldPlan,
): ChangeResult {
  return writeFields(checklists, readChecklists, dateOf, id, (reading) =>
    plan(schoolCells(reading, id, dateOf)),
  );
}

/** Assigns a school in «Школы». */
export function assignCoordinator(
  schools: Sheet,
  dateOf: DateReader,
  id: string,
  saw: string,
  coordinator: string,
): ChangeResult {
  return writeFields(schools, readCoordinators, dateOf, id, (reading) => {
    const now = textOf(reading.cell(id, 'coordinator'));
    const patches: Patch[] = [{ id, key: 'coordinator', value: textCell(coordinator) }];
    return { same: now === coordinator, seen: now === saw, patches };
  });
}

/**
 * Writes «не применимо» of a school, in which a step was left out or taken back. «н/п» that stands in
 * the cell of a step taken back goes too.
 */
export function writeExceptions(
  setting: ChangeSetting,
  id: string,
  { step, reason, saw, text }: ExceptionOrder,
): ChangeResult {
  const result = writeCells(setting, id, (cells) => {
    const typed = reason === null && readStepCell(cells.steps[step]).mark === 'excepted';
    const patches: Patch[] = [{ id, key: 'exceptions', value: textCell(text) }];
    if (typed) patches.push({ id, key: step, value: '' });
    return { same: cells.exceptions === text && !typed, seen: cells.exceptions === saw, patches };
  });
  if (result.written.length > 0) {
    const change = exceptionText(reason !== null);
    logChanges(setting, [{ school: id, step, change, comment: reason ?? '' }], result.reading);
  }
  return result;
}

export interface ExceptionOrder {
  readonly step: StepId;
  readonly reason: string | null;
  readonly saw: string;
  readonly text: string;
}

export function writeComment(setting: ChangeSetting, id: string, saw: string, comment: string): ChangeResult {
  return writeCells(setting, id, (cells) => ({
    same: cells.comment === comment,
    seen: cells.comment === saw,
    patches: [{ id, key: 'comment', value: textCell(comment) }],
  }));
}

export interface InvitationCells {
  readonly invitedOn: CellValue;
  readonly pending: CellValue;
}

export function writeInvitations(
  setting: ChangeSetting,
  id: string,
  saw: InvitationCells,
  invitedOn: IsoDate | null,
  pending: number | null,
): ChangeResult {
  const holds = (cells: InvitationCells, other: InvitationCells): boolean =>
    isSame(cells.invitedOn, other.invitedOn) && isSame(cells.pending, other.pending);
  return writeCells(setting, id, (cells) => ({
    same: holds(cells, { invitedOn, pending }),
    seen: holds(cells, saw),
    patches: [
      { id, key: 'invitedOn', value: dateCell(invitedOn) },
      { id, key: 'pending', value: countCell(pending) },
    ],
  }));
}
