import { findSheets, prepareBook } from '../book/book.ts';
import {
  assignCoordinator,
  type ChangeResult,
  type ChangeSetting,
  tickSteps,
  writeComment,
  writeExceptions,
  writeInvitations,
} from '../book/checklists/change.ts';
import { CHECKLISTS_LAYOUT } from '../book/checklists/columns.ts';
import { readChecklists } from '../book/checklists/reading.ts';
import { LOG_LAYOUT } from '../book/log.ts';
import { dayOf, type Sheet, type Spreadsheet, textOf, zonedDateReader } from '../book/platform.ts';
import { SCHOOLS_LAYOUT } from '../book/schools.ts';
import { IssueError } from '../domain/issues.ts';
import { type ValidChange, validBulk, validChange } from './checklist-requests.ts';
import type { BulkAnswer, ChecklistAnswer, SheetHints } from './contract-checklists.ts';
import { underLockToTheEnd } from './lock.ts';
import { checklistRow } from './read-checklists.ts';

/** One change of one school. A tick is six service calls, whatever the number of schools. */
export function changeChecklist(request: unknown): ChecklistAnswer {
  const change = validChange(request);
  return onSheets(change, (setting, spreadsheet) => {
    const { school, kind } = change;
    const assigned = kind === 'coordinator' ? assign(setting, spreadsheet, change) : null;
    const result = resultOf(setting, change);
    if (!result.reading.keyed.rowOf.has(school)) {
      throw new IssueError({ code: 'checklist-school-missing', sheet: setting.checklists.getName() });
    }
    const { written, same } = assigned ?? result;
    const lastTick = written.length > 0 ? setting.today : null;
    const row = checklistRow(result.reading, school, setting.dateOf, lastTick);
    const outcome = written.length > 0 ? 'written' : same.length > 0 ? 'same' : 'changed';
    if (assigned === null) return { outcome, row };
    return { outcome, row, coordinator: textOf(assigned.reading.cell(school, 'coordinator')) };
  });
}

function resultOf(setting: ChangeSetting, change: ValidChange): ChangeResult {
  const { school } = change;
  switch (change.kind) {
    case 'tick': {
      const checked = change.checked ?? setting.today;
      return tickSteps(setting, { ...change, checked }, [{ id: school, ...change.saw }]);
    }
    case 'exception':
      return writeExceptions(setting, school, change);
    case 'comment':
      return writeComment(setting, school, change.saw, change.comment);
    case 'invitations':
      return writeInvitations(setting, school, change.saw, change.invitedOn, change.pending);
    case 'coordinator':
      return { written: [], same: [], changed: [], reading: readChecklists(setting.checklists) };
  }
}

function assign(
  { dateOf }: ChangeSetting,
  spreadsheet: Spreadsheet,
  { school, saw, coordinator }: Extract<ValidChange, { kind: 'coordinator' }>,
): ChangeResult {
  const schools = findSheets(spreadsheet)(SCHOOLS_LAYOUT);
  const result = schools === null ? null : assignCoordinator(schools, dateOf, school, saw, coordinator);
  if (result?.reading.keyed.rowOf.has(school) === true) return result;
  throw new IssueError({ code: 'coordinator-place-missing', sheet: SCHOOLS_LAYOUT.name });
}

/** One step of many schools. */
export function tickSchools(request: unknown): BulkAnswer {
  const bulk = validBulk(request);
  return onSheets(bulk, (setting) => {
    const seen = bulk.schools.map(({ id, saw }) => ({ id, ...saw }));
    const order = { ...bulk, checked: bulk.checked ?? setting.today, comment: '' };
    const { written, same, changed, reading } = tickSteps(setting, order, seen);
    const rows = seen
      .filter(({ id }) => reading.keyed.rowOf.has(id))
      .map(({ id }) =>
        checklistRow(reading, id, setting.dateOf, written.includes(id) ? setting.today : null),
      );
    return { written, same, changed, rows };
  });
}

/**
 * Finds the sheets where the client saw them, and runs the change under the document lock. What
 * fails because somebody deleted the sheet meanwhile is told so.
 */
function onSheets<T>(
  { hints, who }: { readonly hints: SheetHints; readonly who: string },
  change: (setting: ChangeSetting, spreadsheet: Spreadsheet) => T,
): T {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  return underLockToTheEnd(() => {
    const checklists = sheetOfId(spreadsheet, hints.checklists) ?? findSheets(spreadsheet)(CHECKLISTS_LAYOUT);
    if (checklists === null) throw new IssueError({ code: 'checklists-missing' });
    const id = checklists.getSheetId();
    const log = sheetOfId(spreadsheet, hints.log) ?? findSheets(spreadsheet)(LOG_LAYOUT);
    const now = new Date();
    const setting = {
      checklists,
      log: log ?? prepareBook(spreadsheet).sheets.log,
      dateOf: zonedDateReader(() => hints.zone),
      now,
      today: dayOf(now, hints.zone),
      who,
    };
    try {
      return change(setting, spreadsheet);
    } catch (error) {
      if (!(error instanceof IssueError) && sheetOfId(spreadsheet, id) === null) {
        throw new IssueError({ code: 'checklists-missing' });
      }
      throw error;
    }
  });
}

function sheetOfId(spreadsheet: Spreadsheet, id: number): Sheet | null {
  return spreadsheet.getSheets().find((sheet) => sheet.getSheetId() === id) ?? null;
}
