import { referenceHeadings } from '../text/sheets/reference.ts';
import { textCell } from './cells.ts';
import type { SheetLayout } from './layout.ts';
import type { Sheet } from './platform.ts';
import { verifyHeadings } from './rows.ts';
import { fillSheet, writeBlock } from './sheet-maker.ts';

/** Chapter, paragraph, text, links. */
export type ReferenceRow = readonly [chapter: string, title: string, text: string, links: string];

const WIDTHS = [180, 240, 560, 360];

/**
 * «Справка», made when a person asks for it: a row a paragraph, to be read and searched on a phone.
 * The columns of ours are written anew each time; what stands to the right is people's.
 */
export const REFERENCE_LAYOUT: SheetLayout = {
  key: 'reference',
  name: 'Справка',
  firstRow: 2,
  frozenColumns: 0,
  reference: 'sheets.all',
  columns: referenceHeadings().map((words, index) => ({
    ...words,
    kind: 'file',
    width: WIDTHS[index] ?? 100,
  })),
};

export function fillReference(sheet: Sheet): void {
  fillSheet(sheet, REFERENCE_LAYOUT);
}

/** Replaces the paragraphs. */
export function writeReference(sheet: Sheet, rows: readonly ReferenceRow[]): void {
  const { firstRow, columns } = REFERENCE_LAYOUT;
  verifyHeadings(sheet, REFERENCE_LAYOUT, sheet.getRange(1, 1, 1, columns.length).getValues()[0] ?? []);
  const lacking = firstRow - 1 + rows.length - sheet.getMaxRows();
  if (lacking > 0) sheet.insertRowsAfter(sheet.getMaxRows(), lacking);
  const height = sheet.getMaxRows() - firstRow + 1;
  sheet
    .getRange(firstRow, 1, height, columns.length)
    .setWrap(true)
    .setVerticalAlignment('top')
    .clearContent();
  writeBlock(
    sheet,
    firstRow,
    1,
    rows.map((row) => row.map(textCell)),
  );
}
