import { COK_COUNT_KEYS } from '../../domain/cok.ts';
import { IssueError } from '../../domain/issues.ts';
import type { IsoDate, StatisticsRow } from '../../domain/record.ts';
import { dateOfKey, type HistoryReports, historyKey } from '../history.ts';
import type { HistoryEntry } from '../journal.ts';
import { type CellOutput, countOf, type DateReader, type Sheet } from '../platform.ts';
import type { SheetWrite } from '../report-writer.ts';
import type { KeyedRows } from '../rows.ts';
import type { CokTarget } from './history.ts';
import { COK_COLUMNS } from './layout.ts';
import { type CokState, readCok } from './rows.ts';

/**
 * Counts that people typed into «УБ ЦОК»: whatever writes into the book anyway takes them into
 * «История», into the rows of the report that they belong to.
 */

/** So far from the date of the report a day may be; farther away it is a slip, or long past. */
const WINDOW_DAYS = 35;
const DAY = 86_400_000;

/** The sheet as an import of the statistics reads it in passing; null where it cannot be read for sure. */
export function readTyped(sheet: Sheet, dateOf: DateReader): CokState | null {
  try {
    return readCok(sheet, dateOf);
  } catch (error) {
    if (error instanceof IssueError) return null;
    throw error;
  }
}

/** Dates of the reports that typed counts may belong to; none where nobody has typed or imported any. */
export function typedDates(
  cok: CokState | null,
  keys: Iterable<string>,
  reportDate: IsoDate | null,
): Set<IsoDate> {
  const dates = new Set<IsoDate>();
  const none = cok?.records.every(({ counts }) => COK_COUNT_KEYS.every((key) => counts[key] === null));
  if (cok === null || reportDate === null || none === true) return dates;
  for (const key of keys) {
    const date = dateOfKey(key);
    if (date <= reportDate && isNear(date, reportDate)) dates.add(date);
  }
  return dates;
}

function isNear(day: IsoDate, reportDate: IsoDate): boolean {
  return Math.abs(Date.parse(day) - Date.parse(reportDate)) < WINDOW_DAYS * DAY;
}

/**
 * What «История» lacks of the counts in the sheet. Counts belong to the report in whose rows their
 * day stands already, else to the last one; those without a day have the day of the others, else that
 * of the report. A report that changes is given whole, so that it is written as one block.
 *
 * @param reports those of `typedDates`
 */
export function typedEntries(
  cok: CokState | null,
  reports: HistoryReports,
  reportDate: IsoDate | null,
): HistoryEntry[] {
  if (cok === null || reportDate === null) return [];
  const near = [...reports].filter(([date]) => date <= reportDate && isNear(date, reportDate));
  const holder = new Map<IsoDate, IsoDate>();
  for (const [date, rows] of near.sort(([one], [other]) => (one < other ? -1 : 1))) {
    for (const { cok: [day] = [] } of rows.values()) if (typeof day === 'string') holder.set(day, date);
  }
  const reportOf = (day: IsoDate): IsoDate => holder.get(day) ?? reportDate;
  let present: IsoDate | null = null;
  for (const { date: day } of cok.records) {
    if (day === null || reportOf(day) !== reportDate || !isNear(day, reportDate)) continue;
    if (present === null || day > present) present = day;
  }
  const after = new Map<string, StatisticsRow>();
  const changed = new Set<IsoDate>();
  for (const { id, date } of cok.records) {
    const day = date ?? present ?? reportDate;
    const cells = cellsOf(cok, id);
    if (!isNear(day, reportDate) || cells.every((cell) => cell === '')) continue;
    const report = reportOf(day);
    const row = reports.get(report)?.get(id);
    if (row === undefined) continue;
    const was = row.cok ?? [];
    const counts = cells.map((cell, index) => {
      if (cell === '' || countOf(cell) !== null) return countOf(cell);
      // No count of people: it is as if nobody had typed it.
      const held = was[index + 1];
      return was[0] === day && typeof held === 'number' ? held : null;
    });
    if (counts.every((count) => count === null)) continue;
    const next = [day, ...counts];
    if (next.every((cell, index) => cell === (was[index] ?? null))) continue;
    after.set(historyKey(report, id), next);
    changed.add(report);
  }
  return [...changed].flatMap((date) =>
    [...(reports.get(date) ?? [])].map(([id, { cok: cells = NOTHING }]): HistoryEntry => {
      const before = [...cells];
      return { date, id, part: 'cok', before, after: after.get(historyKey(date, id)) ?? before };
    }),
  );
}

const NOTHING: StatisticsRow = [null, ...COK_COUNT_KEYS.map(() => null)];

/** Cells of the counts as they stand. */
function cellsOf({ keyed, values }: CokState, id: string): CellOutput[] {
  const row = values[(keyed.rowOf.get(id) ?? 0) - 1] ?? [];
  return COK_COUNT_KEYS.map((_, index) => row[COK_COLUMNS.counts - 1 + index] ?? '');
}

/** One side of the entries, by key. */
export function cokTargetOf(
  entries: readonly HistoryEntry[],
  side: 'before' | 'after',
): Map<string, StatisticsRow> {
  return new Map(
    entries
      .filter(({ part }) => part === 'cok')
      .map(({ date, id, [side]: cells }) => [historyKey(date, id), [...(cells ?? NOTHING)]]),
  );
}

/**
 * The target with rows of other reports that were written over as people moved rows meanwhile; they
 * get back what they held when the run began.
 */
export function withOverwritten(
  target: CokTarget,
  { written }: SheetWrite,
  keyed: KeyedRows,
  held: HistoryReports,
): CokTarget {
  const rows = written.flatMap(({ cells }) => [...cells.keys()]);
  const keyAt = new Map([...keyed.rowOf].map(([key, row]) => [row, key]));
  const all = new Map(target);
  for (const row of rows) {
    const key = keyAt.get(row) ?? '';
    const cells = held.get(dateOfKey(key))?.get(key.slice(key.indexOf('|') + 1));
    if (cells !== undefined && !all.has(key)) all.set(key, [...(cells.cok ?? NOTHING)]);
  }
  return all;
}
