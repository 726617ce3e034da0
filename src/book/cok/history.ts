import { COK_COUNT_HEADINGS, COK_COUNT_KEYS } from '../../domain/cok.ts';
import type { IsoDate, StatisticsRow } from '../../domain/record.ts';
import { type CellInput, countCell, dateCell } from '../cells.ts';
import { HISTORY_LAYOUT, historyKey } from '../history.ts';
import { type CellOutput, countOf, type DateReader, type Sheet, textOf } from '../platform.ts';
import { type KeyedRows, keyRows, verifyHeadings } from '../rows.ts';

/** 1-based first column of УБ ЦОК in «История»: the date of the counts, then the counts. */
export const COK_HISTORY_FROM = HISTORY_LAYOUT.columns.findIndex(
  ({ heading }) => heading === COK_COUNT_HEADINGS.teachersTotal,
);
const WIDTH = 1 + COK_COUNT_KEYS.length;

/** Cells of УБ ЦОК to write, by the key of a row of «История»: date of the counts, then the counts. */
export type CokTarget = ReadonlyMap<string, StatisticsRow>;

export interface CokHistory {
  readonly keyed: KeyedRows;
  /** УБ ЦОК cells of the schools in the report of the date, by id. */
  readonly cells: ReadonlyMap<string, StatisticsRow>;
}

/** Three reads, whatever «История» holds. */
export function readCokHistory(sheet: Sheet, date: IsoDate, dateOf: DateReader): CokHistory {
  const first = HISTORY_LAYOUT.firstRow;
  const headings: CellOutput[][] = sheet.getRange(1, 1, 1, HISTORY_LAYOUT.columns.length).getValues();
  verifyHeadings(sheet, HISTORY_LAYOUT, headings[0] ?? []);
  const keys: CellOutput[][] = sheet.getRange(`A${first}:B`).getValues();
  const found = keys.map(([day, id]) => (textOf(id) === '' ? '' : historyKey(dateOf(day) ?? '', textOf(id))));
  const keyed = keyRows(sheet, first, found, keys);
  const rows = found.flatMap((key, index) => (key.startsWith(historyKey(date, '')) ? [index] : []));
  const from = rows[0] ?? 0;
  const count = (rows[rows.length - 1] ?? from) - from + 1;
  const block: CellOutput[][] = sheet.getRange(first + from, COK_HISTORY_FROM, count, WIDTH).getValues();
  const cells = new Map(
    rows.map((index): [string, StatisticsRow] => {
      const [day, ...counts] = block[index - from] ?? [];
      return [textOf(keys[index]?.[1]), [dateOf(day), ...counts.map(countOf)]];
    }),
  );
  return { keyed, cells };
}

/** The cells as they are written. */
export function cokHistoryCells([date, ...counts]: StatisticsRow): CellInput[] {
  return [
    dateCell(typeof date === 'string' ? date : null),
    ...counts.map((count) => countCell(typeof count === 'number' ? count : null)),
  ];
}
