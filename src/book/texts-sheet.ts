import type { SchoolText } from '../text/messages/sheet-rows.ts';
import { textsHeadings } from '../text/sheets/texts.ts';
import { type CellInput, dateCell, textCell } from './cells.ts';
import { FORMATS, type SheetLayout } from './layout.ts';
import { type CellOutput, type Sheet, textOf } from './platform.ts';
import { clearStrays, insertRows, keyRows, verifyHeadings, type WrittenRows, writeRows } from './rows.ts';
import { fillSheet, writeBlock } from './sheet-maker.ts';

/** «Тексты», made when a person asks for it: a row a school with its ready text, for a phone and for printing. */
const WIDTHS = [120, 220, 220, 90, 620];
const DATE = 3;
/** Columns that a new text replaces: what it is about, date, text. */
const REPLACED_FROM = 3;

export const TEXTS_LAYOUT: SheetLayout = {
  key: 'texts',
  name: 'Тексты',
  firstRow: 2,
  frozenColumns: 2,
  reference: 'sheets.texts',
  hidden: [1],
  columns: textsHeadings().map((words, index) => ({
    ...words,
    kind: index < REPLACED_FROM - 1 ? 'id' : 'file',
    width: WIDTHS[index] ?? 100,
    ...(index === DATE ? { format: FORMATS.date } : {}),
  })),
};

export function fillTexts(sheet: Sheet): void {
  fillSheet(sheet, TEXTS_LAYOUT);
  const first = TEXTS_LAYOUT.firstRow;
  sheet
    .getRange(first, 1, sheet.getMaxRows() - first + 1, TEXTS_LAYOUT.columns.length)
    .setWrap(true)
    .setVerticalAlignment('top');
}

/** Somebody may sort or insert rows meanwhile; so often the texts are written again. */
const ATTEMPTS = 3;

/**
 * Writes the texts by id: the row that has the id, else a new row below ours. Texts of schools that
 * are not among them are emptied; rows and columns of people stay.
 */
export function writeTexts(sheet: Sheet, texts: readonly SchoolText[]): void {
  let written: WrittenRows[] = [];
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const keyed = readKeys(sheet);
    if (attempt > 1) clearStrays(sheet, written, keyed);
    const rows = new Map([...keyed.rowOf.values()].map((row) => [row, ['', '', ''] as CellInput[]]));
    const added: SchoolText[] = [];
    const rowOf = new Map<string, number>();
    for (const text of texts) {
      const row = keyed.rowOf.get(text.id);
      if (row === undefined) added.push(text);
      else {
        rows.set(row, textCells(text));
        rowOf.set(text.id, row);
      }
    }
    written = [writeRows(sheet, REPLACED_FROM, rows)];
    if (added.length > 0) {
      const start = insertRows(sheet, TEXTS_LAYOUT.firstRow, keyed, added.length);
      writeBlock(
        sheet,
        start,
        1,
        added.map((text) => [textCell(text.id), textCell(text.school), ...textCells(text)]),
      );
      added.forEach(({ id }, index) => {
        rowOf.set(id, start + index);
      });
    }
    SpreadsheetApp.flush();
    const after = readKeys(sheet).rowOf;
    if ([...rowOf].every(([id, row]) => after.get(id) === row)) return;
  }
}

function textCells({ about, date, text }: SchoolText): CellInput[] {
  return [textCell(about), dateCell(date), textCell(text)];
}

function readKeys(sheet: Sheet) {
  const values: CellOutput[][] = sheet.getRange('A1:E').getValues();
  verifyHeadings(sheet, TEXTS_LAYOUT, values[0] ?? []);
  const rows = values.slice(1);
  return keyRows(
    sheet,
    TEXTS_LAYOUT.firstRow,
    rows.map((row) => textOf(row[0])),
    rows,
  );
}
