import { COLUMN_INDEX, COLUMNS, type ColumnKey, type CountKey, type TextKey } from './columns.ts';

/** Calendar day `yyyy-mm-dd`, without time or zone. */
export type IsoDate = string;

/** A count of people, or null where the source has a blank (which is not 0). */
export type Count = number | null;

/**
 * One school in one report. Text fields are '' where the source has a blank;
 * `orgId` is never blank (it is the key), `date` is always a valid day.
 */
export type StatisticsRecord = { readonly date: IsoDate } & {
  readonly [K in TextKey]: string;
} & { readonly [K in CountKey]: Count };

/** The same record as a row in the order of the 25 columns: what travels between browser and server. */
export type StatisticsRow = (string | number | null)[];

export function recordToRow(record: StatisticsRecord): StatisticsRow {
  return COLUMNS.map((column) => record[column.key]);
}

const EMPTY: Partial<Record<ColumnKey, null>> = Object.fromEntries(COLUMNS.map(({ key }) => [key, null]));

/** The inverse of `recordToRow`; the row must be valid already (25 cells of the right kinds). */
export function rowToRecord(row: readonly (string | number | null)[]): StatisticsRecord {
  // A copy of a whole record takes its shape at once; 25 fields set one by one take five times as long.
  const fields: Partial<Record<ColumnKey, string | number | null>> = { ...EMPTY };
  COLUMNS.forEach((column, index) => {
    const cell = row[index] ?? null;
    fields[column.key] = cell === null && column.kind !== 'count' ? '' : cell;
  });
  return fields as StatisticsRecord;
}

/** Report date of a row; null for a school that the last report did not have. */
export function dateOfRow(row: StatisticsRow): IsoDate | null {
  const date = row[COLUMN_INDEX.date];
  return typeof date === 'string' && date !== '' ? date : null;
}

/** Id of the organisation of a row; '' where there is none. */
export function idOfRow(row: StatisticsRow): string {
  return String(row[COLUMN_INDEX.orgId] ?? '');
}

/** Latest report date of the rows; null where no row has one. */
export function latestDate(rows: readonly StatisticsRow[]): IsoDate | null {
  return latestDay(rows.map(dateOfRow));
}

/** Latest of the days; null where there is none. */
export function latestDay(days: readonly (IsoDate | null)[]): IsoDate | null {
  const known = days.filter((day) => day !== null).sort();
  return known.pop() ?? null;
}
