import { PAGE_COLUMNS, type PageRow } from '../text/messages/sheet-rows.ts';
import { textCell } from './cells.ts';
import type { SheetLayout } from './layout.ts';
import type { Sheet } from './platform.ts';
import { HEADING_FILL, writeBlock } from './sheet-maker.ts';

/**
 * «Для руководителя», made when a person asks for it: one page to print. It has no headings of
 * columns; its first five columns are written anew each time, everything beside them is people's.
 */
export const REPORT_LAYOUT: SheetLayout = {
  key: 'report',
  name: 'Для руководителя',
  firstRow: 1,
  frozenColumns: 0,
  columns: [],
};

/** Together they fit the width of A4 in portrait. */
const WIDTHS = [250, 110, 90, 120, 110];

export function fillReport(sheet: Sheet): void {
  WIDTHS.forEach((width, index) => {
    sheet.setColumnWidth(index + 1, width);
  });
}

/** Replaces the page. */
export function writeReport(sheet: Sheet, rows: readonly PageRow[]): void {
  const lacking = rows.length - sheet.getMaxRows();
  if (lacking > 0) sheet.insertRowsAfter(sheet.getMaxRows(), lacking);
  const page = sheet.getRange(1, 1, sheet.getMaxRows(), PAGE_COLUMNS);
  page.breakApart().clear().setVerticalAlignment('top');
  const blank = new Array<string>(PAGE_COLUMNS).fill('');
  writeBlock(
    sheet,
    1,
    1,
    rows.map(({ cells }) => blank.map((_cell, index) => textCell(cells[index] ?? ''))),
  );
  rows.forEach(({ look }, index) => {
    const row = sheet.getRange(index + 1, 1, 1, PAGE_COLUMNS);
    if (look === 'text') row.merge();
    if (look === 'head') row.setBackground(HEADING_FILL);
    if (look !== 'text' && look !== 'cells') row.setFontWeight('bold');
    if (look !== 'title') row.setWrap(true);
  });
}
