import { headingsOf, type SheetKey, type SheetLayout } from './layout.ts';
import { type Sheet, type Spreadsheet, textOf } from './platform.ts';

/**
 * Sheets of ours carry developer metadata visible to the document: `maxcok.sheet` =
 * `<key>:<sheet id>`, with `:making` behind it until the sheet is complete, so that one that was
 * begun by a killed run is finished by the next. People may rename and move sheets. A duplicated
 * tab carries a copy of the mark, and is told from the original by the id.
 */
export const SHEET_MARK = 'maxcok.sheet';
const MAKING = 'making';

export interface FoundSheet {
  readonly sheet: Sheet;
  /** False for a sheet that was begun and is to be filled (again). */
  readonly complete: boolean;
}

export type MarkedSheets = Map<SheetKey, FoundSheet>;

/** All sheets of ours in one look-up. */
export function findMarkedSheets(spreadsheet: Spreadsheet): MarkedSheets {
  const originals: MarkedSheets = new Map();
  const copies: MarkedSheets = new Map();
  for (const mark of spreadsheet.createDeveloperMetadataFinder().withKey(SHEET_MARK).find()) {
    const sheet = mark.getLocation().getSheet();
    const value = mark.getValue();
    if (sheet === null || value === null) continue;
    const [key, id, state] = value.split(':');
    const marked = id === String(sheet.getSheetId()) ? originals : copies;
    if (!marked.has(key as SheetKey)) marked.set(key as SheetKey, { sheet, complete: state !== MAKING });
  }
  for (const [key, marked] of copies) if (!originals.has(key)) originals.set(key, marked);
  return originals;
}

/** Sheets whose mark says that they are the original, complete or not: what people copied is theirs. */
export function findOwnSheets(spreadsheet: Spreadsheet): Map<SheetKey, Sheet> {
  const own = new Map<SheetKey, Sheet>();
  for (const mark of spreadsheet.createDeveloperMetadataFinder().withKey(SHEET_MARK).find()) {
    const sheet = mark.getLocation().getSheet();
    const [key, id] = (mark.getValue() ?? '').split(':');
    if (sheet !== null && id === String(sheet.getSheetId())) own.set(key as SheetKey, sheet);
  }
  return own;
}

function markValue(sheet: Sheet, key: SheetKey): string {
  return `${key}:${sheet.getSheetId()}`;
}

/** Marks a complete sheet as ours. */
export function markSheet(sheet: Sheet, key: SheetKey): void {
  sheet.addDeveloperMetadata(
    SHEET_MARK,
    markValue(sheet, key),
    SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT,
  );
}

/** Marks a sheet as ours and not complete yet. */
export function markUnfinished(sheet: Sheet, key: SheetKey): void {
  sheet.addDeveloperMetadata(
    SHEET_MARK,
    `${markValue(sheet, key)}:${MAKING}`,
    SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT,
  );
}

/** Says of a sheet begun by `markUnfinished` that it is complete. */
export function markComplete(sheet: Sheet, key: SheetKey): void {
  for (const mark of sheet.createDeveloperMetadataFinder().withKey(SHEET_MARK).find()) {
    mark.setValue(markValue(sheet, key));
  }
}

/** Takes the marks of a complete sheet away and says that it is to be filled again. */
export function markAnew(sheet: Sheet, key: SheetKey): void {
  const marks = sheet.createDeveloperMetadataFinder().withKey(SHEET_MARK).find();
  markUnfinished(sheet, key);
  for (const mark of marks) mark.remove();
}

/** Leaves a sheet to people. */
export function unmarkSheet(sheet: Sheet): void {
  for (const mark of sheet.createDeveloperMetadataFinder().withKey(SHEET_MARK).find()) mark.remove();
}

/** Does the first row hold the headings of the layout? */
export function hasHeadings(sheet: Sheet, layout: SheetLayout): boolean {
  if (layout.columns.length === 0 || sheet.getMaxColumns() < layout.columns.length) return false;
  const headings = sheet.getRange(1, 1, 1, layout.columns.length).getValues()[0] ?? [];
  return headingsOf(layout).every((heading, index) => textOf(headings[index]) === heading);
}

/** A name that is free in the book: the wanted one, else with a number behind it. */
export function freeName(spreadsheet: Spreadsheet, wanted: string): string {
  const taken = new Set(spreadsheet.getSheets().map((sheet) => sheet.getName()));
  if (!taken.has(wanted)) return wanted;
  let number = 2;
  while (taken.has(`${wanted} (${number})`)) number += 1;
  return `${wanted} (${number})`;
}
