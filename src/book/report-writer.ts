import { COLUMN_COUNT, COLUMN_INDEX } from '../domain/columns.ts';
import { assessMax } from '../domain/indicators.ts';
import { organisationKind } from '../domain/organisation.ts';
import {
  dateOfRow,
  type IsoDate,
  idOfRow,
  latestDate,
  rowToRecord,
  type StatisticsRow,
} from '../domain/record.ts';
import { targetsOn } from '../domain/yardsticks/dated-targets.ts';
import { type DatedCounts, monitorOrganisation, monthToEstimate } from '../domain/yardsticks/monitoring.ts';
import { selfDiagnosis } from '../domain/yardsticks/self-diagnosis.ts';
import { remarksOf, vanishedRemark, weakSpotText } from '../text/remarks.ts';

import type { Book } from './book.ts';
import { type CellInput, textCell } from './cells.ts';
import type { ChecklistsPlace, FoundPlace } from './checklists/outward.ts';
import { whereOpen } from './closed.ts';
import { COK_HISTORY_FROM, type CokTarget, cokHistoryCells } from './cok/history.ts';
import { cokCells } from './cok/school-formulas.ts';
import {
  HISTORY_LAYOUT,
  type HistoryRow,
  type HistoryState,
  type HistoryTarget,
  historyCells,
  historyCountCells,
  historyKey,
} from './history.ts';
import type { SheetLayout } from './layout.ts';
import { type CellOutput, type DateReader, type Sheet, textOf } from './platform.ts';
import { insertRows, type KeyedRows, type WrittenRows, writeRows } from './rows.ts';
import { maxCells, type SchoolInput, tailCells } from './school-cells.ts';
import { ALL_TICKED } from './school-yardsticks.ts';
import { SCHOOL_COLUMNS, SCHOOLS_LAYOUT, TICKS } from './schools.ts';
import type { Settings } from './settings/areas.ts';
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
  readonly checklists: FoundPlace;
}

/** One sheet after writing: where its rows should stand, to be checked by `keysInPlace`. */
export interface SheetWrite {
  readonly sheet: Sheet;
  /** 1-based first column of the key, and how many cells make it up. */
  readonly keyColumn: number;
  readonly keyCells: number;
  readonly keyOf: (cells: readonly CellOutput[]) => string;
  /** Row of every key that was to be written. */
  readonly rowOf: ReadonlyMap<string, number>;
  /** What was written into rows that stood already. */
  readonly written: readonly WrittenRows[];
}

export type ReportWrite = Readonly<Record<'statistics' | 'schools' | 'history', SheetWrite>>;

/**
 * Writes «Статистика», «Школы» and «История» so that they hold the given state. Rows are found by
 * id; what does not change place is written in whole blocks, so the number of service calls depends
 * on how often people's own rows interrupt ours, not on the number of schools.
 *
 * @param written rows of «Статистика» that change
 * @param state all rows that «Школы» are made from
 * @param cok cells of УБ ЦОК in rows of «История» that stand
 * @param gentle whether a sheet that is closed to the person is left as it is
 */
export function writeReport(
  book: Book,
  reading: BookReading,
  written: ReportState,
  state: ReportState,
  historyTarget: HistoryTarget,
  cok: CokTarget,
  gentle = false,
): ReportWrite {
  const { statistics, schools, history } = book.sheets;
  const tried = (sheet: Sheet, write: () => SheetWrite): SheetWrite =>
    gentle ? whereOpen(sheet, write, untouched(sheet)) : write();
  const cokSheet = book.sheets.cok.getName();
  return {
    statistics: tried(statistics, () => writeStatistics(statistics, reading.statistics, written)),
    schools: tried(schools, () => writeSchools(schools, reading, state, cokSheet, reading.checklists)),
    history: tried(history, () =>
      writeHistory(history, reading.history.keyed, historyTarget, cok, book.dateOf),
    ),
  };
}

export function untouched(sheet: Sheet): SheetWrite {
  return { sheet, keyColumn: 1, keyCells: 1, keyOf: idCell, rowOf: new Map(), written: [] };
}

/** False where a row stands elsewhere than it was written: somebody sorted or inserted meanwhile. */
export function keysInPlace({ sheet, keyColumn, keyCells, keyOf, rowOf }: SheetWrite): boolean {
  let first = Number.POSITIVE_INFINITY;
  let last = 0;
  for (const row of rowOf.values()) {
    first = Math.min(first, row);
    last = Math.max(last, row);
  }
  if (last === 0) return true;
  const keys: CellOutput[][] = sheet.getRange(first, keyColumn, last - first + 1, keyCells).getValues();
  for (const [key, row] of rowOf) if (keyOf(keys[row - first] ?? []) !== key) return false;
  return true;
}

function idCell(cells: readonly CellOutput[]): string {
  return textOf(cells[0]);
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

/** Adds rows below ours in one block; returns where every key of the target stands afterwards. */
function addRows<T>(
  sheet: Sheet,
  layout: SheetLayout,
  keyed: KeyedRows,
  target: ReadonlyMap<string, T | null>,
  added: Placement<T>['added'],
  cells: (value: T, row: number) => CellInput[],
): Map<string, number> {
  const rowOf = new Map<string, number>();
  for (const [key, value] of target) {
    const row = keyed.rowOf.get(key);
    if (value !== null && row !== undefined) rowOf.set(key, row);
  }
  if (added.length === 0) return rowOf;
  const start = insertRows(sheet, layout.firstRow, keyed, added.length);
  writeBlock(
    sheet,
    start,
    1,
    added.map(([, value], index) => cells(value, start + index)),
  );
  added.forEach(([key], index) => {
    rowOf.set(key, start + index);
  });
  return rowOf;
}

function writeStatistics(sheet: Sheet, keyed: KeyedRows, state: ReportState): SheetWrite {
  const { known, emptied, added } = place(keyed, state);
  // The id is not written again: it tells afterwards whether the rows stayed in place.
  const id = COLUMN_INDEX.orgId;
  const written = [
    writeRows(
      sheet,
      1,
      cellsOf(known, (row) => statisticsCells(row).slice(0, id)),
    ),
    writeRows(
      sheet,
      id + 2,
      cellsOf(known, (row) => statisticsCells(row).slice(id + 1)),
    ),
  ];
  emptyRows(sheet, emptied, 1, COLUMN_COUNT);
  const rowOf = addRows(sheet, STATISTICS_LAYOUT, keyed, state, added, statisticsCells);
  return { sheet, keyColumn: STATISTICS_ID_COLUMN, keyCells: 1, keyOf: idCell, rowOf, written };
}

interface School {
  readonly row: StatisticsRow;
  readonly input: SchoolInput;
}

function readSchool(row: StatisticsRow, reading: BookReading, reportDate: IsoDate | null): School {
  const { settings, history } = reading;
  const { monitoring, selfDiagnosis: diagnosisSettings } = settings.yardsticks;
  const kind = organisationKind(String(row[COLUMN_INDEX.orgType] ?? ''), settings.kindWords);
  const record = dateOfRow(row) === null ? null : rowToRecord(row);
  const month = reportDate === null ? null : monthToEstimate(reportDate);
  const id = idOfRow(row);
  const reports = [...history.ofMonth].flatMap(([date, report]): DatedCounts[] => {
    const counts = report.get(id);
    return counts === undefined ? [] : [{ date, counts }];
  });
  const yardsticks = {
    month,
    monitoring: monitorOrganisation(reports, kind, month ?? '', monitoring),
    diagnosis: selfDiagnosis(kind, record, ALL_TICKED, diagnosisSettings),
  };
  if (record === null) {
    const remarks = reportDate === null ? '' : vanishedRemark(reportDate);
    return { row, input: { record, kind, previous: null, weakSpot: '', remarks, ...yardsticks } };
  }
  const input = {
    record,
    kind,
    previous: history.previous.get(record.orgId) ?? null,
    weakSpot: weakSpotText(record, kind),
    remarks: remarksOf(record, kind, assessMax(record, kind, targetsOn(settings.targets, record.date))),
    ...yardsticks,
  };
  return { row, input };
}

function identityCells(row: StatisticsRow): CellInput[] {
  return [COLUMN_INDEX.shortName, COLUMN_INDEX.orgType, COLUMN_INDEX.municipality].map((index) =>
    textCell(String(row[index] ?? '')),
  );
}

function writeSchools(
  sheet: Sheet,
  reading: BookReading,
  state: ReportState,
  cokSheet: string,
  checklists: ChecklistsPlace,
): SheetWrite {
  const reportDate = latestDate([...state.values()].filter((row) => row !== null));
  const target = new Map(
    [...state].map(([id, row]) => [id, row === null ? null : readSchool(row, reading, reportDate)]),
  );
  const { known, emptied, added } = place(reading.schools, target);
  const ourCells = ({ input }: School, at: number): CellInput[] => [
    ...maxCells(input, at),
    ...cokCells(input.kind, at, cokSheet),
    ...tailCells(input, at, checklists),
  ];
  const written = [
    writeRows(
      sheet,
      SCHOOL_COLUMNS.name,
      cellsOf(known, ({ row }) => identityCells(row)),
    ),
    writeRows(sheet, SCHOOL_COLUMNS.overall, cellsOf(known, ourCells)),
  ];
  // The coordinator's column and the ticks are a person's: they stay as they are. The id goes last: killed in between,
  // the row is still found by it.
  const indicatorsAndTail = SCHOOLS_LAYOUT.columns.length - SCHOOL_COLUMNS.overall + 1;
  emptyRows(sheet, emptied, SCHOOL_COLUMNS.overall, indicatorsAndTail);
  emptyRows(sheet, emptied, 1, SCHOOL_COLUMNS.coordinator - 1);
  const rowOf = addRows(sheet, SCHOOLS_LAYOUT, reading.schools, target, added, ({ row, input }, at) => [
    textCell(String(row[COLUMN_INDEX.orgId])),
    ...identityCells(row),
    ...new Array<CellInput>(1 + TICKS).fill(''),
    ...ourCells({ row, input }, at),
  ]);
  return { sheet, keyColumn: SCHOOL_COLUMNS.id, keyCells: 1, keyOf: idCell, rowOf, written };
}

function writeHistory(
  sheet: Sheet,
  keyed: KeyedRows,
  target: HistoryTarget,
  cok: CokTarget,
  dateOf: DateReader,
): SheetWrite {
  const { known, emptied, added } = place(keyed, target);
  const standing = place(keyed, cok).known;
  // Date and id are the key and stay; type and counts are written.
  const written = [
    writeRows(sheet, 3, cellsOf(known, historyCountCells)),
    writeRows(sheet, COK_HISTORY_FROM, cellsOf(standing, cokHistoryCells)),
  ];
  emptyRows(sheet, emptied, 1, HISTORY_LAYOUT.columns.length);
  const rowOf = addRows(sheet, HISTORY_LAYOUT, keyed, target, added, historyCells);
  for (const key of cok.keys()) {
    const row = keyed.rowOf.get(key);
    if (row !== undefined) rowOf.set(key, row);
  }
  const keyOf = ([date, id]: readonly CellOutput[]): string => historyKey(dateOf(date) ?? '', textOf(id));
  return { sheet, keyColumn: 1, keyCells: 2, keyOf, rowOf, written };
}

/** Rows of «История» that belong to a report. */
export function historyOf(rows: readonly StatisticsRow[]): Map<string, HistoryRow> {
  return new Map(
    rows.map((row) => {
      const record = rowToRecord(row);
      return [historyKey(record.date, record.orgId), record];
    }),
  );
}
