import { IssueError } from '../domain/issues.ts';
import { findMarkedSheets } from './marks.ts';
import type { Sheet, Spreadsheet } from './platform.ts';

/** Protected parts of sheets of ours that the person may not edit: «Школы», «Чек-листы» D3:F20. */
export function closedParts(spreadsheet: Spreadsheet, ours: ReadonlySet<number>): string[] {
  const { RANGE, SHEET } = SpreadsheetApp.ProtectionType;
  return [SHEET, RANGE].flatMap((type) =>
    spreadsheet
      .getProtections(type)
      .filter((protection) => !protection.canEdit())
      .map((protection) => protection.getRange())
      .filter((range) => ours.has(range.getSheet().getSheetId()))
      .map((range) => {
        const name = `«${range.getSheet().getName()}»`;
        return type === SHEET ? name : `${name} ${range.getA1Notation()}`;
      }),
  );
}

/**
 * Runs what writes; where it fails and parts of our sheets are closed to the person, that is said
 * instead of what the platform said. To look beforehand would cost each import a call a protection.
 *
 * @param back takes back what was written before the closed part was met; without it the person is told
 * that a part may be done: whatever was begun is finished or repeated by the next call
 * @throws IssueError sheet-closed
 */
export function writingOpen<T>(spreadsheet: Spreadsheet, write: () => T, back?: () => void): T {
  try {
    return write();
  } catch (error) {
    if (error instanceof IssueError) throw error;
    const ours = [...findMarkedSheets(spreadsheet).values()].map(({ sheet }) => sheet.getSheetId());
    const closed = closedParts(spreadsheet, new Set(ours));
    if (closed.length === 0) throw error;
    back?.();
    throw new IssueError({ code: 'sheet-closed', closed, whole: back !== undefined });
  }
}

/**
 * Writes into a sheet unless a part of it is closed to the person: then it stays as it is, so nothing
 * has been written there before. Any other failure is no matter of rights, and goes on.
 */
export function whereOpen<T>(sheet: Sheet, write: () => T, otherwise: T): T {
  try {
    return write();
  } catch (error) {
    if (error instanceof IssueError) throw error;
    const closed = closedParts(SpreadsheetApp.getActiveSpreadsheet(), new Set([sheet.getSheetId()]));
    if (closed.length === 0) throw error;
    return otherwise;
  }
}
