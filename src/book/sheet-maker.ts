import { STATUS_TEXT_COLOUR } from '../domain/status.ts';
import { paragraphTitle } from '../text/reference/index.ts';
import { seeReference } from '../text/reference/see.ts';
import { type CellInput, textCell } from './cells.ts';
import type { ColumnLayout, SheetLayout } from './layout.ts';
import type { Sheet } from './platform.ts';

export const HEADING_FILL = '#e8f0fe';

/** Neighbouring columns that want the same, as [index of the first, number of columns, wanted]. */
function stretches<T>(
  columns: readonly ColumnLayout[],
  wanted: (column: ColumnLayout) => T,
): [number, number, T][] {
  const result: [number, number, T][] = [];
  columns.forEach((column, index) => {
    const value = wanted(column);
    const last = result[result.length - 1];
    if (last !== undefined && last[2] === value) last[1] += 1;
    else result.push([index, 1, value]);
  });
  return result;
}

/** Makes an empty sheet one of the layout: headings with notes, formats, widths, frozen part. May be repeated. */
export function fillSheet(sheet: Sheet, layout: SheetLayout): void {
  const columns = layout.columns;
  const lacking = columns.length - sheet.getMaxColumns();
  if (lacking > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), lacking);
  dressColumns(sheet, layout, 1, columns.length);
  sheet.setFrozenRows(layout.firstRow - 1);
  if (layout.frozenColumns > 0) sheet.setFrozenColumns(layout.frozenColumns);
  for (const column of layout.hidden ?? []) sheet.hideColumns(column);
  protectHeadings(sheet, layout);
}

/** The note of a heading, with the paragraph of «Справка» that says more. */
export function noteOf(layout: SheetLayout, { note, reference = layout.reference }: ColumnLayout): string {
  const title = note === '' || reference === undefined ? undefined : paragraphTitle(reference);
  return title === undefined ? note : `${note}\n${seeReference(title)}`;
}

/** Headings with notes, formats and widths of some columns of the layout, from the 1-based `first` on. */
export function dressColumns(sheet: Sheet, layout: SheetLayout, first: number, count: number): void {
  const columns = layout.columns.slice(first - 1, first - 1 + count);
  const rows = sheet.getMaxRows() - layout.firstRow + 1;
  for (const [at, size, format] of stretches(columns, (column) => column.format)) {
    if (format === undefined) continue;
    sheet.getRange(layout.firstRow, first + at, rows, size).setNumberFormat(format);
  }
  for (const [at, size, width] of stretches(columns, (column) => column.width)) {
    sheet.setColumnWidths(first + at, size, width);
  }
  // The headings last: a column that has its heading has all the rest.
  sheet
    .getRange(1, first, 1, count)
    .setNotes([columns.map((column) => noteOf(layout, column))])
    .setFontWeight('bold')
    .setFontColor(STATUS_TEXT_COLOUR)
    .setBackground(HEADING_FILL)
    .setVerticalAlignment('middle')
    .setWrap(true)
    .setValues([columns.map(({ heading }) => textCell(heading))]);
}

/** Whoever edits a heading is asked whether they mean it: a changed heading stops the import. */
export function protectHeadings(sheet: Sheet, layout: SheetLayout): void {
  if (sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE).length > 0) return;
  sheet
    .getRange(1, 1, layout.firstRow - 1, layout.columns.length)
    .protect()
    .setDescription('Заголовки: по ним надстройка узнаёт столбцы')
    .setWarningOnly(true);
}

/** Writes a block of cells; an empty block costs nothing. */
export function writeBlock(sheet: Sheet, row: number, column: number, cells: readonly CellInput[][]): void {
  const width = cells[0]?.length ?? 0;
  if (width === 0) return;
  sheet.getRange(row, column, cells.length, width).setValues([...cells]);
}
