import { COK_COUNT_KEYS, type CokRecord, cokCounts } from '../../domain/cok.ts';
import { COLUMN_INDEX } from '../../domain/columns.ts';
import { idOfRow, type StatisticsRow } from '../../domain/record.ts';
import { type BasisPoints, targetOf, WHOLE } from '../../domain/share.ts';
import { type CellInput, countCell, dateCell, textCell } from '../cells.ts';
import { type CellOutput, countOf, type DateReader, type Sheet, textOf } from '../platform.ts';
import { insertRows, type KeyedRows, keyRows, verifyHeadings } from '../rows.ts';
import { writeBlock } from '../sheet-maker.ts';
import { COK_COLUMNS, COK_LAYOUT } from './layout.ts';

export interface CokState {
  readonly keyed: KeyedRows;
  /** What was read, the headings first. */
  readonly values: readonly (readonly CellOutput[])[];
  /** In the sheet's order. */
  readonly records: readonly CokRecord[];
}

/** Reads the sheet in one call. */
export function readCok(sheet: Sheet, dateOf: DateReader): CokState {
  const values: CellOutput[][] = sheet.getRange('A1:N').getValues();
  verifyHeadings(sheet, COK_LAYOUT, values[0] ?? []);
  const body = values.slice(1);
  const keys = body.map((row) => textOf(row[0]));
  const keyed = keyRows(sheet, COK_LAYOUT.firstRow, keys, body);
  return {
    keyed,
    values,
    records: body.filter((_, index) => keys[index] !== '').map((row) => recordOf(row, dateOf)),
  };
}

/**
 * Cells, from the name on, of rows that an import does not name and yet may write through, as they
 * hold nothing but what an import wrote: no formula, no word of a person. One call.
 * @param mayPass whether a school's row is asked for at all
 * @returns by row of the sheet
 */
export function untouchedCokRows(
  sheet: Sheet,
  { keyed, values }: CokState,
  mayPass: (id: string) => boolean,
  dateOf: DateReader,
): Map<number, CellInput[]> {
  const formulas: string[][] = sheet.getRange('A1:N').getFormulas();
  const found = new Map<number, CellInput[]>();
  for (const [id, row] of keyed.rowOf) {
    const read = values[row - 1] ?? [];
    if (!mayPass(id) || formulas[row - 1]?.some((formula) => formula !== '') !== false) continue;
    const cells = cokRowCells(recordOf(read, dateOf));
    const same = cells.every((cell, index) => {
      const value = read[index];
      return typeof value === 'object'
        ? cell === dateCell(dateOf(value))
        : cell === (typeof value === 'string' ? textCell(value) : value);
    });
    if (same) found.set(row, cells.slice(1));
  }
  return found;
}

function recordOf(row: readonly CellOutput[], dateOf: DateReader): CokRecord {
  const cell = (column: number): CellOutput | undefined => row[column - 1];
  return {
    id: textOf(cell(1)),
    name: textOf(cell(COK_COLUMNS.name)),
    date: dateOf(cell(COK_COLUMNS.date)),
    counts: cokCounts((key) => countOf(cell(COK_COLUMNS.counts + COK_COUNT_KEYS.indexOf(key)))),
    before: {
      date: dateOf(cell(COK_COLUMNS.date + 1)),
      teachers: pointsOf(cell(COK_COLUMNS.teachersBefore)),
      students: pointsOf(cell(COK_COLUMNS.studentsBefore)),
      assigned: countOf(cell(COK_COLUMNS.assignedBefore)),
      viewed: countOf(cell(COK_COLUMNS.viewedBefore)),
    },
  };
}

function pointsOf(cell: CellOutput | undefined): BasisPoints | null {
  return typeof cell === 'number' ? targetOf(cell) : null;
}

function shareCell(points: BasisPoints | null): CellInput {
  return points === null ? '' : points / WHOLE;
}

export function cokRowCells({ id, name, date, counts, before }: CokRecord): CellInput[] {
  return [
    textCell(id),
    textCell(name),
    ...COK_COUNT_KEYS.map((key) => countCell(counts[key])),
    dateCell(date),
    dateCell(before.date),
    shareCell(before.teachers),
    shareCell(before.students),
    countCell(before.assigned),
    countCell(before.viewed),
  ];
}

/**
 * Gives every school of «Статистика» its row in «УБ ЦОК», so that counts can be typed or imported.
 * Rows that are there stay as they are. May be repeated.
 * @returns whether rows were added
 */
export function addCokRows(sheet: Sheet, statistics: readonly StatisticsRow[], dateOf: DateReader): boolean {
  const { keyed } = readCok(sheet, dateOf);
  const lacking = statistics.filter((row) => !keyed.rowOf.has(idOfRow(row)));
  if (lacking.length === 0) return false;
  const first = insertRows(sheet, COK_LAYOUT.firstRow, keyed, lacking.length);
  writeBlock(
    sheet,
    first,
    1,
    lacking.map((row) => [textCell(idOfRow(row)), textCell(String(row[COLUMN_INDEX.shortName] ?? ''))]),
  );
  return true;
}
