import { columnLetter } from '../domain/columns.ts';
import { IssueError } from '../domain/issues.ts';
import type { ColumnLayout, SheetLayout } from './layout.ts';
import { type CellOutput, type Sheet, textOf } from './platform.ts';
import { dressColumns } from './sheet-maker.ts';

/**
 * Gives a sheet of an older book the columns it lacks (those marked `later` in the layout), each at
 * its place. Everything to the right is shifted by the platform: cells, formats, ticks, formulas and
 * people's own columns stay together. May be repeated: a sheet that lacks nothing costs one read, and
 * a column that a killed run left empty is taken for the one it was inserted for.
 *
 * @returns 1-based columns that were added, to be filled by the caller
 * @throws IssueError sheet-damaged where another heading was changed; then nothing is changed
 */
export function addMissingColumns(sheet: Sheet, layout: SheetLayout): number[] {
  const width = sheet.getMaxColumns();
  const values: CellOutput[][] = sheet.getRange(1, 1, sheet.getMaxRows(), width).getValues();
  const headings = (values[0] ?? []).map(textOf);
  const present = new Set(headings);
  const isEmpty = (column: number): boolean => values.every((row) => textOf(row[column]) === '');

  const added: number[] = [];
  const inserted: number[] = [];
  // Index in the sheet as it was read, and in the layout.
  let at = 0;
  layout.columns.forEach((column, index) => {
    if (headings[at] === column.heading) at += 1;
    else if (column.later === true && !present.has(column.heading)) {
      added.push(index + 1);
      if (at < width && isEmpty(at)) at += 1;
      else inserted.push(index + 1);
    } else throw damaged(sheet, at, column, headings[at] ?? '');
  });
  // After the one to the left, which is ours: so they look like it, not like a person's.
  for (const [first, count] of neighbours(inserted)) sheet.insertColumnsAfter(first - 1, count);
  const rows = sheet.getMaxRows() - layout.firstRow + 1;
  for (const [first, count] of neighbours(added)) {
    // Inserted columns take formats and checks of their neighbours.
    sheet.getRange(layout.firstRow, first, rows, count).setNumberFormat('General').clearDataValidations();
    dressColumns(sheet, layout, first, count);
  }
  return added;
}

function damaged(sheet: Sheet, at: number, { heading }: ColumnLayout, found: string): IssueError {
  const cell = `${columnLetter(at)}1`;
  return new IssueError({
    code: 'sheet-damaged',
    sheet: sheet.getName(),
    cell,
    expected: heading,
    found,
  });
}

/** Neighbouring columns, as first column and number of columns. */
function neighbours(columns: readonly number[]): [number, number][] {
  const result: [number, number][] = [];
  for (const column of columns) {
    const last = result[result.length - 1];
    if (last !== undefined && last[0] + last[1] === column) last[1] += 1;
    else result.push([column, 1]);
  }
  return result;
}
