import { COLUMN_INDEX, COLUMNS, type CountKey, STAGE_COUNT } from '../domain/columns.ts';
import type { Count, IsoDate, StatisticsRecord } from '../domain/record.ts';
import { type CellInput, countCell, dateCell, textCell } from './cells.ts';
import { FORMATS, type SheetLayout } from './layout.ts';
import { type CellOutput, countOf, type DateReader, type Sheet, textOf } from './platform.ts';
import { type KeyedRows, keyRows, verifyHeadings } from './rows.ts';

/** «История»: one compact row a school and report date. Key: date and id. */
export const HISTORY_COUNTS: readonly CountKey[] = (['teachers', 'parents', 'students'] as const).flatMap(
  (group) => {
    const keys = STAGE_COUNT[group];
    return [keys.total, keys.registered, keys.linked, keys.active];
  },
);

export const HISTORY_LAYOUT: SheetLayout = {
  key: 'history',
  name: 'История',
  firstRow: 2,
  frozenColumns: 0,
  columns: [
    { heading: 'Дата', note: 'Дата отчёта', kind: 'id', width: 90, format: FORMATS.date },
    { heading: 'ID организация', note: 'Номер организации в Сферуме в МАХ', kind: 'id', width: 120 },
    { heading: 'Тип ОО', note: 'Тип организации в Сферуме', kind: 'file', width: 180 },
    ...HISTORY_COUNTS.map((key) => {
      const column = COLUMNS[COLUMN_INDEX[key]];
      return {
        heading: column?.heading ?? key,
        note: column?.meaning ?? '',
        kind: 'file' as const,
        width: 110,
      };
    }),
  ],
};

/** Date and id come first, then the type, then the counts. */
const COUNTS_FROM = 3;
/** A change «за неделю» is taken against a report at least so many days older. */
const WEEK_DAYS = 7;
const DAY = 86_400_000;

export type HistoryCounts = Readonly<Partial<Record<CountKey, Count>>>;

export interface HistoryState {
  readonly keyed: KeyedRows;
  /** Counts of each school in the report to compare with; empty where there is none. */
  readonly previous: ReadonlyMap<string, HistoryCounts>;
}

export function historyKey(date: IsoDate, id: string): string {
  return `${date}|${id}`;
}

/**
 * Reads the keys of all rows, and the counts of the latest report at least a week older than `date`
 * (of none where there is no date).
 */
export function readHistory(sheet: Sheet, date: IsoDate | null, dateOf: DateReader): HistoryState {
  const heading: CellOutput[][] = sheet.getRange(1, 1, 1, HISTORY_LAYOUT.columns.length).getValues();
  verifyHeadings(sheet, HISTORY_LAYOUT, heading[0] ?? []);
  for (let attempt = 1; ; attempt += 1) {
    const reading = readKeysAndReport(sheet, date, dateOf);
    if (reading.complete || attempt === ATTEMPTS) return reading.state;
  }
}

/** Somebody may insert rows between the two reads; so often they are done again. */
const ATTEMPTS = 3;

function readKeysAndReport(
  sheet: Sheet,
  date: IsoDate | null,
  dateOf: DateReader,
): { state: HistoryState; complete: boolean } {
  const first = HISTORY_LAYOUT.firstRow;
  const keys: CellOutput[][] = sheet.getRange(`A${first}:B`).getValues();
  const dates = keys.map((row) => dateOf(row[0]));
  const ids = keys.map((row) => textOf(row[1]));
  const keyed = keyRows(
    sheet,
    first,
    ids.map((id, index) => (id === '' ? '' : historyKey(dates[index] ?? '', id))),
    keys,
  );
  const previousReport = date === null ? null : previousDate(dates, date);
  const previous = readReport(sheet, dates, previousReport, dateOf);
  const complete = ids.every((id, index) => id === '' || dates[index] !== previousReport || previous.has(id));
  return { state: { keyed, previous }, complete };
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

function readReport(
  sheet: Sheet,
  dates: readonly (IsoDate | null)[],
  date: IsoDate | null,
  dateOf: DateReader,
): ReadonlyMap<string, HistoryCounts> {
  const report = new Map<string, HistoryCounts>();
  if (date === null) return report;
  const from = dates.indexOf(date);
  const to = dates.lastIndexOf(date);
  const values: CellOutput[][] = sheet
    .getRange(HISTORY_LAYOUT.firstRow + from, 1, to - from + 1, HISTORY_LAYOUT.columns.length)
    .getValues();
  for (const row of values) {
    // Date and id as they stand in this reading: rows may have moved since the keys were read.
    const id = textOf(row[1]);
    if (id === '' || dateOf(row[0]) !== date) continue;
    const counts: Partial<Record<CountKey, Count>> = {};
    HISTORY_COUNTS.forEach((key, index) => {
      counts[key] = countOf(row[COUNTS_FROM + index]);
    });
    report.set(id, counts);
  }
  return report;
}

export function historyCells(record: StatisticsRecord): CellInput[] {
  return [
    dateCell(record.date),
    textCell(record.orgId),
    textCell(record.orgType),
    ...HISTORY_COUNTS.map((key) => countCell(record[key])),
  ];
}
