import type { SheetKey, SheetLayout } from './layout.ts';
import { headingsOf } from './layout.ts';
import { type Sheet, type Spreadsheet, textOf } from './platform.ts';

/**
 * Sheets of ours carry developer metadata visible to the document: `maxcok.sheet` =
 * `<key>:<sheet id>`. People may rename and move sheets. A duplicated tab carries a copy of the
 * mark, and is told from the original by the id.
 */
export const SHEET_MARK = 'maxcok.sheet';

export type MarkedSheets = Map<SheetKey, Sheet>;

/** All sheets of ours in one look-up. */
export function findMarkedSheets(spreadsheet: Spreadsheet): MarkedSheets {
  const originals: MarkedSheets = new Map();
  const copies: MarkedSheets = new Map();
  for (const mark of spreadsheet.createDeveloperMetadataFinder().withKey(SHEET_MARK).find()) {
    const sheet = mark.getLocation().getSheet();
    const value = mark.getValue();
    if (sheet === null || value === null) continue;
    const [key, id] = value.split(':');
    const marked = id === String(sheet.getSheetId()) ? originals : copies;
    if (!marked.has(key as SheetKey)) marked.set(key as SheetKey, sheet);
  }
  for (const [key, sheet] of copies) if (!originals.has(key)) originals.set(key, sheet);
  return originals;
}

export function markSheet(sheet: Sheet, key: SheetKey): void {
  sheet.addDeveloperMetadata(
    SHEET_MARK,
    `${key}:${sheet.getSheetId()}`,
    SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT,
  );
}

/**
 * A sheet without a mark that has our name and our headings: ours, its mark was lost (for example
 * in a book made from a download). A sheet that only has the name is somebody else's.
 */
export function findByHeadings(spreadsheet: Spreadsheet, layout: SheetLayout): Sheet | null {
  const sheet = spreadsheet.getSheetByName(layout.name);
  if (sheet === null || sheet.getMaxColumns() < layout.columns.length) return null;
  const headings = sheet.getRange(1, 1, 1, layout.columns.length).getValues()[0] ?? [];
  return headingsOf(layout).every((heading, index) => textOf(headings[index]) === heading) ? sheet : null;
}

/** A name that is free in the book: the wanted one, else with a number behind it. */
export function freeName(spreadsheet: Spreadsheet, wanted: string): string {
  const taken = new Set(spreadsheet.getSheets().map((sheet) => sheet.getName()));
  if (!taken.has(wanted)) return wanted;
  let number = 2;
  while (taken.has(`${wanted} (${number})`)) number += 1;
  return `${wanted} (${number})`;
}
