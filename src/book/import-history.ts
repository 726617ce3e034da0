import { dateOfRow, type IsoDate, latestDate, type StatisticsRow } from '../domain/record.ts';
import type { ImportPlan } from '../import/plan.ts';
import type { Book } from './book.ts';
import { readTyped, typedDates, typedEntries } from './cok/typed.ts';
import {
  comparedDates,
  countsOfRow,
  type HistoryReading,
  type HistoryReports,
  type HistoryRow,
  type HistoryTarget,
  historyKey,
  historyRow,
  readHistoryRows,
} from './history.ts';
import type { HistoryEntry, JournalEntry } from './journal.ts';
import { historyOf } from './report-writer.ts';

/** What an import of the statistics does to «История», beside the rows of its own report. */
export interface HistoryPlan {
  readonly history: HistoryReading;
  readonly older: readonly HistoryEntry[];
}

/**
 * Reads «История» and «УБ ЦОК» once, for the plan and for the first attempt to write it.
 * @param incoming rows of reports that go to «История» only, by key
 */
export function planHistory(
  { sheets, dateOf }: Book,
  { bookDate, date, historyOnly, vanished }: ImportPlan,
  entries: readonly JournalEntry[],
  incoming: ReadonlyMap<string, HistoryRow>,
  reportDate: IsoDate,
): HistoryPlan {
  const coming = new Map([...historyTarget(entries, [], 'after', reportDate), ...incoming]);
  const shown = historyOnly ? bookDate : latestDate(rowsOf(entries, 'after'));
  const cok = readTyped(sheets.cok, dateOf);
  const again = date !== null && date === bookDate;
  const history = readHistoryRows(
    sheets.history,
    (keys) =>
      new Set([
        ...comparedDates(keys, shown, coming),
        ...typedDates(cok, keys, bookDate),
        ...[...incoming.values()].map((row) => row.date),
        ...(again && vanished.length > 0 ? [date] : []),
      ]),
    dateOf,
  );
  const rows = [
    ...olderEntries(history.reports, incoming),
    ...(again ? goneEntries(history.reports, date, vanished) : []),
  ];
  const gone = new Set([...coming].filter(([, row]) => row === null).map(([key]) => key));
  for (const entry of rows) if (entry.after === null) gone.add(historyKey(entry.date, entry.id));
  const typed = typedEntries(cok, history.reports, bookDate);
  return {
    history,
    older: [...rows, ...typed.filter((entry) => !gone.has(historyKey(entry.date, entry.id)))],
  };
}

/**
 * What becomes of «История» when these rows come in: their reports are replaced whole, so a school
 * that an earlier import of the same date had, and this one has not, goes.
 */
function olderEntries(reports: HistoryReports, incoming: ReadonlyMap<string, HistoryRow>): HistoryEntry[] {
  const rows = new Map<string, readonly [before: HistoryRow | null, after: HistoryRow | null]>();
  for (const date of new Set([...incoming.values()].map((row) => row.date))) {
    for (const row of reports.get(date)?.values() ?? []) rows.set(historyKey(date, row.orgId), [row, null]);
  }
  for (const [key, row] of incoming) rows.set(key, [rows.get(key)?.[0] ?? null, row]);
  const cells = (row: HistoryRow | null): HistoryEntry['before'] => (row === null ? null : countsOfRow(row));
  return [...rows].map(([key, [before, after]]) => {
    const at = key.indexOf('|');
    return { date: key.slice(0, at), id: key.slice(at + 1), before: cells(before), after: cells(after) };
  });
}

/**
 * Rows of «История» that go with the schools that a second report of the same date lacks: «Статистика»
 * does not know what УБ ЦОК had in them, and an undo gives it back.
 */
function goneEntries(reports: HistoryReports, date: IsoDate, ids: readonly string[]): HistoryEntry[] {
  const report = reports.get(date);
  return ids.flatMap((id) => {
    const row = report?.get(id);
    return row?.cok === undefined ? [] : [{ date, id, before: countsOfRow(row), after: null }];
  });
}

export function rowsOf(entries: readonly JournalEntry[], side: 'before' | 'after'): StatisticsRow[] {
  return entries.map((entry) => entry[side]).filter((row) => row !== null);
}

/**
 * «История» after the import, or after its undo: of the imported date the report's rows, or those of
 * before; of earlier dates, and of rows that go, what the journal says.
 */
export function historyTarget(
  entries: readonly JournalEntry[],
  older: readonly HistoryEntry[],
  side: 'before' | 'after',
  date: IsoDate,
): HistoryTarget {
  const target = new Map<string, HistoryRow | null>();
  for (const entry of entries) target.set(historyKey(date, entry.id), null);
  const ofDate = rowsOf(entries, side).filter((row) => dateOfRow(row) === date);
  for (const [key, record] of historyOf(ofDate)) target.set(key, record);
  // Last: what the journal keeps of a row is more than the statistics have.
  for (const { date: day, id, part, [side]: cells } of older) {
    if (part === 'cok') continue;
    target.set(historyKey(day, id), cells === null ? null : historyRow(day, id, cells));
  }
  return target;
}
