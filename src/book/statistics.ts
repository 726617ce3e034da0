import { COLUMN_COUNT, COLUMN_INDEX, COLUMNS, columnLetter } from '../domain/columns.ts';
import type { StatisticsRow } from '../domain/record.ts';
import { type CellInput, countCell, dateCell, textCell } from './cells.ts';
import { FORMATS, type SheetLayout } from './layout.ts';
import { type CellOutput, countOf, type DateReader, type Sheet, textOf } from './platform.ts';
import { type KeyedRows, keyRows, verifyHeadings } from './rows.ts';

/** «Статистика»: the export as imported, the 25 columns in the source's order, so that column letters in instructions are true. */
const WIDTHS: Readonly<Partial<Record<(typeof COLUMNS)[number]['key'], number>>> = {
  date: 90,
  shortName: 260,
  orgType: 200,
  municipality: 160,
  region: 150,
};

export const STATISTICS_LAYOUT: SheetLayout = {
  key: 'statistics',
  name: 'Статистика',
  firstRow: 2,
  frozenColumns: 2,
  reference: 'sheets.all',
  columns: COLUMNS.map((column) => ({
    heading: column.heading,
    note: column.meaning,
    reference: `columns.${column.key}`,
    kind: column.key === 'orgId' ? 'id' : 'file',
    width: WIDTHS[column.key] ?? 110,
    ...(column.kind === 'date' ? { format: FORMATS.date } : {}),
  })),
};

/** 1-based column of the id. */
export const STATISTICS_ID_COLUMN = COLUMN_INDEX.orgId + 1;

export interface StatisticsState {
  readonly keyed: KeyedRows;
  /** Rows of schools in the sheet's order. A school missing in the last report has a null date and null counts. */
  readonly rows: readonly StatisticsRow[];
}

/** Reads the sheet in one call, so that no row is missed that a person moves meanwhile. */
export function readStatistics(sheet: Sheet, dateOf: DateReader): StatisticsState {
  const values: CellOutput[][] = sheet.getRange(`A1:${columnLetter(COLUMN_COUNT - 1)}`).getValues();
  verifyHeadings(sheet, STATISTICS_LAYOUT, values[0] ?? []);
  const body = values.slice(1);
  const keys = body.map((row) => textOf(row[COLUMN_INDEX.orgId]));
  const keyed = keyRows(sheet, STATISTICS_LAYOUT.firstRow, keys, body);
  const rows = body.filter((_, index) => keys[index] !== '').map((row) => readRow(row, dateOf));
  return { keyed, rows };
}

function readRow(row: readonly CellOutput[], dateOf: DateReader): StatisticsRow {
  return COLUMNS.map((column, index) => {
    const value = row[index];
    if (column.kind === 'count') return countOf(value);
    return column.kind === 'date' ? dateOf(value) : textOf(value);
  });
}

/** The cells of a row as they are written: text as text, counts as numbers, the date as a date. */
export function statisticsCells(row: StatisticsRow): CellInput[] {
  return COLUMNS.map((column, index) => {
    const value = row[index] ?? null;
    if (column.kind === 'count') return countCell(typeof value === 'number' ? value : null);
    const text = value === null ? '' : String(value);
    return column.kind === 'date' ? dateCell(text) : textCell(text);
  });
}
