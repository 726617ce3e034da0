import { COLUMN_COUNT, COLUMN_INDEX } from '../domain/columns.ts';
import { assessMax } from '../domain/indicators.ts';
import { organisationKind } from '../domain/organisation.ts';
import {
  dateOfRow,
  type IsoDate,
  latestDate,
  rowToRecord,
  type StatisticsRecord,
  type StatisticsRow,
} from '../domain/record.ts';
import { remarksOf, vanishedRemark, weakPointText } from '../text/remarks.ts';

import type { Book } from './book.ts';
import { type CellInput, textCell } from './cells.ts';
import { HISTORY_LAYOUT, type HistoryState, historyCells, historyKey } from './history.ts';
import type { SheetLayout } from './layout.ts';
import { type CellOutput, type Sheet, textOf } from './platform.ts';
import { insertRows, type KeyedRows, writeRows } from './rows.ts';
import { blankCokCells, maxCells, type SchoolInput, tailCells } from './school-cells.ts';
import { SCHOOL_COLUMNS, SCHOOLS_LAYOUT } from './schools.ts';
import type { Settings } from './settings.ts';
import { writeBlock } from './sheet-maker.ts';
import { STATISTICS_ID_COLUMN, STATISTICS_LAYOUT, statisticsCells } from './statistics.ts';

/** What «Статистика» shall hold: a row for each id, or null for a row that is to be emptied. */
export type ReportState = ReadonlyMap<string, StatisticsRow | null>;

/** What is known of the book before writing, read in the same run. */
export interface BookReading {
  readonly settings: Settings;
  readonly statistics: KeyedRows;
  readonly schools: KeyedRows;
  readonly history: HistoryState;
}

/** Where the rows of a sheet stand after writing, to be checked by `keysInPlace`. */
export interface ExpectedKeys {
  readonly sheet: Sheet;
  readonly column: number;
  readonly firstRow: number;
  readonly rowOf: ReadonlyMap<string, number>;
}

/** The report dates that a write of «История» touches, and its rows; null empties a row. */
export type HistoryTarget = ReadonlyMap<string, StatisticsRecord | null>;

/**
 * Writes «Статистика», «Школы» and «История» so that they hold the given state. Rows are found by
 * id; what does not change place is written in whole blocks, so the number of service calls depends
 * on how often people's own rows interrupt ours, not on the number of schools.
 */
export function writeReport(
  book: Book,
  reading: BookReading,
  state: ReportState,
  historyTarget: HistoryTarget,
): ExpectedKeys[] {
  const { statistics, schools, history } = book.sheets;
  const statisticsRows = writeStatistics(statistics, reading.statistics, state);
  const schoolRows = writeSchools(schools, reading, state);
  writeHistory(history, reading.history.keyed, historyTarget);
  return [
    {
      sheet: statistics,
      column: STATISTICS_ID_COLUMN,
      firstRow: STATISTICS_LAYOUT.firstRow,
      rowOf: statisticsRows,
    },
    { sheet: schools, column: SCHOOL_COLUMNS.id, firstRow: SCHOOLS_LAYOUT.firstRow, rowOf: schoolRows },
  ];
}

/** False where a row stands elsewhere than it was written: somebody sorted or inserted meanwhile. */
export function keysInPlace({ sheet, column, firstRow, rowOf }: ExpectedKeys): boolean {
  let last = firstRow;
  for (const row of rowOf.values()) last = Math.max(last, row);
  const keys: CellOutput[][] = sheet.getRange(firstRow, column, last - firstRow + 1, 1).getValues();
  for (const [id, row] of rowOf) if (textOf(keys[row - firstRow]?.[0]) !== id) return false;
  return true;
}

/** Rows of a sheet by what is to be done with them. */
interface Placement<T> {
  readonly known: ReadonlyMap<number, T>;
  readonly emptied: readonly number[];
  readonly added: readonly (readonly [string, T])[];
}

function place<T>(keyed: KeyedRows, target: ReadonlyMap<string, T | null>): Placement<T> {
  const known = new Map<number, T>();
  const emptied: number[] = [];
  const added: [string, T][] = [];
  for (const [key, value] of target) {
    const row = keyed.rowOf.get(key);
    if (value === null) {
      if (row !== undefined) emptied.push(row);
    } else if (row === undefined) added.push([key, value]);
    else known.set(row, value);
  }
  return { known, emptied, added };
}

function cellsOf<T>(
  rows: ReadonlyMap<number, T>,
  cells: (value: T, row: number) => CellInput[],
): Map<number, CellInput[]> {
  return new Map([...rows].map(([row, value]) => [row, cells(value, row)]));
}

function emptyRows(sheet: Sheet, rows: readonly number[], column: number, width: number): void {
  writeRows(sheet, column, new Map(rows.map((row) => [row, new Array<CellInput>(width).fill('')])));
}

/** Adds rows below ours in one block; returns where every key stands afterwards. */
function addRows<T>(
  sheet: Sheet,
  layout: SheetLayout,
  keyed: KeyedRows,
  placement: Placement<T>,
  cells: (value: T, row: number) => CellInput[],
): Map<string, number> {
  const emptied = new Set(placement.emptied);
  const rowOf = new Map([...keyed.rowOf].filter(([, row]) => !emptied.has(row)));
  if (placement.added.length === 0) return rowOf;
  const start = insertRows(sheet, layout.firstRow, keyed, placement.added.length);
  writeBlock(
    sheet,
    start,
    1,
    placement.added.map(([, value], index) => cells(value, start + index)),
  );
  placement.added.forEach(([key], index) => {
    rowOf.set(key, start + index);
  });
  return rowOf;
}

function writeStatistics(sheet: Sheet, keyed: KeyedRows, state: ReportState): Map<string, number> {
  const placement = place(keyed, state);
  // The id is not written again: it tells afterwards whether the rows stayed in place.
  const id = COLUMN_INDEX.orgId;
  writeRows(
    sheet,
    1,
    cellsOf(placement.known, (row) => statisticsCells(row).slice(0, id)),
  );
  writeRows(
    sheet,
    id + 2,
    cellsOf(placement.known, (row) => statisticsCells(row).slice(id + 1)),
  );
  emptyRows(sheet, placement.emptied, 1, COLUMN_COUNT);
  return addRows(sheet, STATISTICS_LAYOUT, keyed, placement, statisticsCells);
}

interface School {
  readonly row: StatisticsRow;
  readonly input: SchoolInput;
}

function readSchool(row: StatisticsRow, reading: BookReading, reportDate: IsoDate | null): School {
  const { settings, history } = reading;
  const kind = organisationKind(String(row[COLUMN_INDEX.orgType] ?? ''), settings.kindWords);
  if (dateOfRow(row) === null) {
    const remarks = reportDate === null ? '' : vanishedRemark(reportDate);
    return { row, input: { record: null, kind, previous: null, weakPoint: '', remarks } };
  }
  const record = rowToRecord(row);
  const input = {
    record,
    kind,
    previous: history.previous.get(record.orgId) ?? null,
    weakPoint: weakPointText(record, kind),
    remarks: remarksOf(record, kind, assessMax(record, kind, settings.targets)),
  };
  return { row, input };
}

function identityCells(row: StatisticsRow): CellInput[] {
  return [COLUMN_INDEX.shortName, COLUMN_INDEX.orgType, COLUMN_INDEX.municipality].map((index) =>
    textCell(String(row[index] ?? '')),
  );
}

function writeSchools(sheet: Sheet, reading: BookReading, state: ReportState): Map<string, number> {
  const reportDate = latestDate([...state.values()].filter((row) => row !== null));
  const target = new Map(
    [...state].map(([id, row]) => [id, row === null ? null : readSchool(row, reading, reportDate)]),
  );
  const placement = place(reading.schools, target);
  writeRows(
    sheet,
    SCHOOL_COLUMNS.name,
    cellsOf(placement.known, ({ row }) => identityCells(row)),
  );
  writeRows(
    sheet,
    SCHOOL_COLUMNS.indicators,
    cellsOf(placement.known, ({ input }, at) => maxCells(input, at)),
  );
  writeRows(
    sheet,
    SCHOOL_COLUMNS.tail,
    cellsOf(placement.known, ({ input }) => tailCells(input)),
  );
  // The coordinator's column is a person's: it stays as it is. The id goes last: killed in between,
  // the row is still found by it.
  const indicatorsAndTail = SCHOOLS_LAYOUT.columns.length - SCHOOL_COLUMNS.indicators + 1;
  emptyRows(sheet, placement.emptied, SCHOOL_COLUMNS.indicators, indicatorsAndTail);
  emptyRows(sheet, placement.emptied, 1, SCHOOL_COLUMNS.coordinator - 1);
  return addRows(sheet, SCHOOLS_LAYOUT, reading.schools, placement, ({ row, input }, at) => [
    textCell(String(row[COLUMN_INDEX.orgId])),
    ...identityCells(row),
    '',
    ...maxCells(input, at),
    ...blankCokCells(input.kind, at),
    ...tailCells(input),
  ]);
}

function writeHistory(sheet: Sheet, keyed: KeyedRows, target: HistoryTarget): void {
  const placement = place(keyed, target);
  // Date and id are the key and stay; type and counts are written.
  writeRows(
    sheet,
    3,
    cellsOf(placement.known, (record) => historyCells(record).slice(2)),
  );
  emptyRows(sheet, placement.emptied, 1, HISTORY_LAYOUT.columns.length);
  addRows(sheet, HISTORY_LAYOUT, keyed, placement, historyCells);
}

/** Rows of «История» that belong to a report. */
export function historyOf(rows: readonly StatisticsRow[]): Map<string, StatisticsRecord> {
  return new Map(
    rows.map((row) => {
      const record = rowToRecord(row);
      return [historyKey(record.date, record.orgId), record];
    }),
  );
}
