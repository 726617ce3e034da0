import { COK_COUNT_HEADINGS, COK_COUNT_KEYS, type CokCountKey } from '../domain/cok.ts';
import {
  COLUMN_INDEX,
  COLUMNS,
  columnLetter,
  type Group,
  STAGE_COUNT,
  type StageKey,
} from '../domain/columns.ts';
import type { Indicator } from '../domain/indicators.ts';
import type { Count, IsoDate, StatisticsRecord } from '../domain/record.ts';
import { monthOfReport, monthToEstimate } from '../domain/yardsticks/monitoring.ts';
import { type CellInput, countCell, dateCell, textCell } from './cells.ts';
import { FORMATS, type SheetLayout } from './layout.ts';
import { type CellOutput, countOf, type DateReader, type Sheet, textOf } from './platform.ts';
import { type KeyedRows, keyRows, verifyHeadings } from './rows.ts';

/** «История»: one compact row a school and report date. Key: date and id. */
export const HISTORY_COUNTS: readonly StageCountKey[] = (
  ['teachers', 'parents', 'students'] as const
).flatMap((group) => {
  const keys = STAGE_COUNT[group];
  return [keys.total, keys.registered, keys.linked, keys.active];
});

export const HISTORY_LAYOUT: SheetLayout = {
  key: 'history',
  name: 'История',
  firstRow: 2,
  frozenColumns: 0,
  reference: 'sheets.all',
  columns: [
    { heading: 'Дата', note: 'Дата отчёта', kind: 'id', width: 90, format: FORMATS.date },
    { heading: 'ID организация', note: 'Номер организации в Сферуме в МАХ', kind: 'id', width: 120 },
    { heading: 'Тип ОО', note: 'Тип организации в Сферуме', kind: 'file', width: 180 },
    ...HISTORY_COUNTS.map((key) => {
      const column = COLUMNS[COLUMN_INDEX[key]];
      return {
        heading: column?.heading ?? key,
        note: column?.meaning ?? '',
        reference: `columns.${key}`,
        kind: 'file' as const,
        width: 110,
      };
    }),
    {
      heading: 'Дата УБ ЦОК',
      note: 'На какой день числа УБ ЦОК в этой строке',
      kind: 'file',
      width: 90,
      format: FORMATS.date,
      later: true,
    },
    ...COK_COUNT_KEYS.map((key) => ({
      heading: COK_COUNT_HEADINGS[key],
      note: 'УБ ЦОК, как в одноимённом листе',
      reference: 'cok.targets',
      kind: 'file' as const,
      width: 110,
      later: true as const,
    })),
  ],
};

/** Date and id come first, then the type, then the counts. */
const COUNTS_FROM = 3;
/** A change «за неделю» is taken against a report at least so many days older. */
const WEEK_DAYS = 7;
const DAY = 86_400_000;

/** Letters of the counts of an indicator; null where «История» does not keep them. */
export function historyLetters(indicator: Indicator): { active: string; total: string } | null {
  if (indicator.source !== 'max') return null;
  const { active, total } = STAGE_COUNT[indicator.group];
  const letter = (key: StageCountKey): string => columnLetter(COUNTS_FROM + HISTORY_COUNTS.indexOf(key));
  return { active: letter(active), total: letter(total) };
}

/** Letters of what an УБ ЦОК indicator is counted from, with the date that these counts have. */
export interface CokHistoryLetters {
  readonly date: string;
  readonly active: string;
  /** Total of УБ ЦОК, and that of the statistics for where it has none. */
  readonly total: string;
  readonly otherwise: string;
  /** People to whom a lesson was assigned; null for teachers. */
  readonly assignedTo: string | null;
}

export function cokHistoryLetters({ group }: Indicator): CokHistoryLetters {
  const from = HISTORY_LAYOUT.columns.length - COK_COUNT_KEYS.length;
  const letter = (key: CokCountKey): string => columnLetter(from + COK_COUNT_KEYS.indexOf(key));
  const teachers = group === 'teachers';
  const inStatistics = teachers ? 'teachersTotal' : 'studentsTotal';
  return {
    date: columnLetter(from - 1),
    active: letter(teachers ? 'assigned' : 'viewed'),
    total: letter(inStatistics),
    otherwise: columnLetter(COUNTS_FROM + HISTORY_COUNTS.indexOf(inStatistics)),
    assignedTo: teachers ? null : letter('studentsAssigned'),
  };
}

type StageCounts = (typeof STAGE_COUNT)[Group];
type StageCountKey = StageCounts[keyof StageCounts & StageKey];

/** A row of «История»: what it keeps of a record. */
export type HistoryRow = Pick<StatisticsRecord, 'date' | 'orgId' | 'orgType'> &
  Readonly<Record<StageCountKey, Count>> & {
    /** Date and counts of УБ ЦОК in a row that was read; an import of the statistics has none. */
    readonly cok?: readonly (IsoDate | Count)[];
  };

/** Type and counts come first in what is kept of a row, then УБ ЦОК. */
const KEPT_COUNTS = 1 + HISTORY_COUNTS.length;

/** Rows that a write of «История» touches, by key, as they shall stand; null empties a row. */
export type HistoryTarget = ReadonlyMap<string, HistoryRow | null>;

/** Reports by their date, each school's row by its id. */
export type HistoryReports = ReadonlyMap<IsoDate, ReadonlyMap<string, HistoryRow>>;

/** «История» before a write. The reports are those that will stand after it. */
export interface HistoryState {
  readonly keyed: KeyedRows;
  /** Counts of each school in the report to compare with; empty where there is none. */
  readonly previous: ReadonlyMap<string, HistoryRow>;
  /** Reports of the month that is to be estimated. */
  readonly ofMonth: HistoryReports;
}

export function historyKey(date: IsoDate, id: string): string {
  return `${date}|${id}`;
}

export function dateOfKey(key: string): IsoDate {
  return key.slice(0, key.indexOf('|'));
}

/**
 * Reads the keys of all rows, and of the reports that will stand when `target` is written the latest
 * one at least a week older than `date` and those of its month (none where there is no date).
 */
export function readHistory(
  sheet: Sheet,
  date: IsoDate | null,
  target: HistoryTarget,
  dateOf: DateReader,
): HistoryState {
  return historyState(
    readHistoryRows(sheet, (keys) => comparedDates(keys, date, target), dateOf),
    date,
    target,
  );
}

/** Dates of the reports that `historyState` looks at. */
export function comparedDates(
  keys: Iterable<string>,
  date: IsoDate | null,
  target: HistoryTarget,
): Set<IsoDate> {
  const dates = datesAfter(keys, target);
  const before = date === null ? null : previousDate([...dates], date);
  return new Set([...dates].filter((one) => one === before || isInMonth(one, date)));
}

/** @param reading with the reports of `comparedDates` at least */
export function historyState(
  reading: HistoryReading,
  date: IsoDate | null,
  target: HistoryTarget,
): HistoryState {
  const { keyed } = reading;
  const reports = new Map([...reading.reports].map(([day, report]) => [day, new Map(report)]));
  for (const [key, row] of target) {
    const report = reports.get(dateOfKey(key));
    if (row === null) report?.delete(key.slice(key.indexOf('|') + 1));
    else report?.set(row.orgId, row);
  }
  const dates = datesAfter(keyed.rowOf.keys(), target);
  const before = date === null ? null : previousDate([...dates], date);
  return {
    keyed,
    previous: reports.get(before ?? '') ?? new Map<string, HistoryRow>(),
    ofMonth: new Map([...reports].filter(([one]) => isInMonth(one, date))),
  };
}

function isInMonth(one: IsoDate, date: IsoDate | null): boolean {
  return date !== null && one <= date && monthOfReport(one) === monthToEstimate(date);
}

/** Dates of the reports that will stand when `target` is written. */
function datesAfter(keys: Iterable<string>, target: HistoryTarget): Set<IsoDate> {
  const dates = new Set<IsoDate>();
  for (const key of keys) if (target.get(key) !== null) dates.add(dateOfKey(key));
  for (const row of target.values()) if (row !== null) dates.add(row.date);
  dates.delete('');
  return dates;
}

export interface HistoryReading {
  readonly keyed: KeyedRows;
  /** The whole reports that were wanted. */
  readonly reports: HistoryReports;
}

/** Somebody may insert rows between two reads; so often they are done again. */
const ATTEMPTS = 3;

/** Three calls, whatever the size: headings, keys of all rows, and the block where the wanted reports stand. */
export function readHistoryRows(
  sheet: Sheet,
  wantedOf: (keys: readonly string[]) => ReadonlySet<IsoDate>,
  dateOf: DateReader,
): HistoryReading {
  const heading: CellOutput[][] = sheet.getRange(1, 1, 1, HISTORY_LAYOUT.columns.length).getValues();
  verifyHeadings(sheet, HISTORY_LAYOUT, heading[0] ?? []);
  for (let attempt = 1; ; attempt += 1) {
    const first = HISTORY_LAYOUT.firstRow;
    const cells: CellOutput[][] = sheet.getRange(`A${first}:B`).getValues();
    const keys = cells.map(([date, id]) =>
      textOf(id) === '' ? '' : historyKey(dateOf(date) ?? '', textOf(id)),
    );
    const keyed = keyRows(sheet, first, keys, cells);
    const wanted = wantedOf([...keyed.rowOf.keys()]);
    const wantedKeys = [...keyed.rowOf].filter(([key]) => wanted.has(dateOfKey(key)));
    const reports = readBlock(sheet, wanted, wantedKeys, dateOf);
    const complete = wantedKeys.every(
      ([key]) => reports.get(dateOfKey(key))?.has(key.slice(key.indexOf('|') + 1)) === true,
    );
    if (complete || attempt === ATTEMPTS) return { keyed, reports };
  }
}

/** The latest date at least a week before `date`; null where there is none. */
export function previousDate(dates: readonly (IsoDate | null)[], date: IsoDate): IsoDate | null {
  const latest = new Date(Date.parse(date) - WEEK_DAYS * DAY).toISOString().slice(0, 10);
  let found: IsoDate | null = null;
  for (const candidate of dates) {
    if (candidate !== null && candidate <= latest && (found === null || candidate > found)) found = candidate;
  }
  return found;
}

/** Reads rows in one call: those of a report stand together, as each import adds its own below. */
function readBlock(
  sheet: Sheet,
  wanted: ReadonlySet<IsoDate>,
  rows: readonly (readonly [key: string, row: number])[],
  dateOf: DateReader,
): Map<IsoDate, Map<string, HistoryRow>> {
  const reports = new Map([...wanted].map((date) => [date, new Map<string, HistoryRow>()]));
  if (rows.length === 0) return reports;
  let [from, to] = [Number.POSITIVE_INFINITY, 0];
  for (const [, row] of rows) [from, to] = [Math.min(from, row), Math.max(to, row)];
  const values: CellOutput[][] = sheet
    .getRange(from, 1, to - from + 1, HISTORY_LAYOUT.columns.length)
    .getValues();
  for (const row of values) {
    // Date and id as they stand in this reading: rows may have moved since the keys were read.
    const [date, id] = [dateOf(row[0]) ?? '', textOf(row[1])];
    const report = reports.get(date);
    if (id === '' || report === undefined) continue;
    const [day, ...cok] = row.slice(COUNTS_FROM - 1 + KEPT_COUNTS);
    const cells = row.slice(COUNTS_FROM - 1, COUNTS_FROM - 1 + KEPT_COUNTS);
    report.set(id, historyRow(date, id, [...cells, dateOf(day), ...cok.map(countOf)]));
  }
  return reports;
}

/** @param cells type and counts, as they stand in the sheet from the third column on, then those of УБ ЦОК */
export function historyRow(date: IsoDate, orgId: string, cells: readonly unknown[]): HistoryRow {
  const counts: Partial<Record<StageCountKey, Count>> = {};
  HISTORY_COUNTS.forEach((key, index) => {
    const cell = cells[index + 1];
    counts[key] = typeof cell === 'number' ? countOf(cell) : null;
  });
  const [day, ...others] = cells.slice(KEPT_COUNTS);
  const cok = [
    typeof day === 'string' && day !== '' ? day : null,
    ...others.map((cell) => (typeof cell === 'number' ? countOf(cell) : null)),
  ];
  return {
    date,
    orgId,
    orgType: String(cells[0] ?? ''),
    ...(counts as Record<StageCountKey, Count>),
    ...(cok.every((cell) => cell === null) ? {} : { cok }),
  };
}

/** Type and counts of a row with those of УБ ЦОК, the inverse of `historyRow`. */
export function countsOfRow(row: HistoryRow): (string | Count)[] {
  return [row.orgType, ...HISTORY_COUNTS.map((key) => row[key]), ...(row.cok ?? [])];
}

/** Type and counts; УБ ЦОК in a row that stands is not touched. */
export function historyCountCells(record: HistoryRow): CellInput[] {
  return [textCell(record.orgType), ...HISTORY_COUNTS.map((key) => countCell(record[key]))];
}

/** A whole row, as it is added. */
export function historyCells(record: HistoryRow): CellInput[] {
  const [day, ...counts] = record.cok ?? [];
  return [
    dateCell(record.date),
    textCell(record.orgId),
    ...historyCountCells(record),
    dateCell(typeof day === 'string' ? day : null),
    ...COK_COUNT_KEYS.map((_key, index) => {
      const count = counts[index];
      return countCell(typeof count === 'number' ? count : null);
    }),
  ];
}
