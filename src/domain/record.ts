import { COLUMNS, type ColumnKey, type CountKey, type TextKey } from './columns.ts';

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

/** The inverse of `recordToRow`; the row must be valid already (25 cells of the right kinds). */
export function rowToRecord(row: readonly (string | number | null)[]): StatisticsRecord {
  const fields: Partial<Record<ColumnKey, string | number | null>> = {};
  COLUMNS.forEach((column, index) => {
    const cell = row[index] ?? null;
    fields[column.key] = cell === null && column.kind !== 'count' ? '' : cell;
  });
  return fields as StatisticsRecord;
}
