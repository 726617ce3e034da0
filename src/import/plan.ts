import { COLUMNS, type ColumnKey } from '../domain/columns.ts';
import type { Issue } from '../domain/issues.ts';
import { type IsoDate, idOfRow, latestDate, type StatisticsRow } from '../domain/record.ts';

export type RowChange = 'added' | 'updated' | 'unchanged' | 'vanished';

export interface PlannedRow {
  readonly id: string;
  readonly change: RowChange;
  /** The row as it will stand in the book: a vanished school keeps its identity, its counts and date are emptied. */
  readonly row: StatisticsRow;
}

export interface ImportPlan {
  /** Date of the incoming report; null where there are no rows. */
  readonly date: IsoDate | null;
  /** Latest date in the book before the import; null in an empty book. */
  readonly bookDate: IsoDate | null;
  /** Ids by what happens to them; schools of the book in the book's order, new ones in the report's. */
  readonly added: readonly string[];
  readonly updated: readonly string[];
  readonly unchanged: readonly string[];
  /** In the book and not in the report, also where an earlier report lacked them already. */
  readonly vanished: readonly string[];
  /** Every school after the import: those of the book in its order, then the new ones. */
  readonly rows: readonly PlannedRow[];
  /** The book holds a later report, which stays as it is: this one goes to «История» only. */
  readonly historyOnly: boolean;
  /** `report-older` says so. */
  readonly issues: readonly Issue[];
}

const IDENTITY_KEYS: readonly ColumnKey[] = [
  'shortName',
  'orgType',
  'municipality',
  'region',
  'orgId',
  'inn',
];
const IS_IDENTITY = COLUMNS.map((column) => IDENTITY_KEYS.includes(column.key));

/**
 * What an import does to «Статистика», by id and never by position. Pure: the sidebar shows it,
 * the server works it out again under the lock.
 *
 * @param current rows of the book; rows without an id are the users' own and are left out; of two
 *   rows with one id the first counts (the book is to be checked for that before)
 * @param incoming rows of one report, valid, with unique ids
 */
export function planImport(
  current: readonly StatisticsRow[],
  incoming: readonly StatisticsRow[],
): ImportPlan {
  const date = latestDate(incoming);
  const bookDate = latestDate(current);
  const historyOnly = date !== null && bookDate !== null && date < bookDate;
  const reported = byId(historyOnly ? current : incoming);
  const known = byId(current);
  const rows: PlannedRow[] = [];
  for (const [id, row] of known) {
    const next = reported.get(id);
    if (next === undefined) rows.push({ id, change: 'vanished', row: emptied(row) });
    else rows.push({ id, change: equalRows(row, next) ? 'unchanged' : 'updated', row: next });
  }
  for (const [id, row] of reported) {
    if (!known.has(id)) rows.push({ id, change: 'added', row });
  }
  const idsOf = (change: RowChange): string[] =>
    rows.filter((row) => row.change === change).map((row) => row.id);
  return {
    date,
    bookDate,
    added: idsOf('added'),
    updated: idsOf('updated'),
    unchanged: idsOf('unchanged'),
    vanished: idsOf('vanished'),
    rows,
    historyOnly,
    issues: historyOnly ? [{ code: 'report-older', reportDate: date, bookDate }] : [],
  };
}

function byId(rows: readonly StatisticsRow[]): Map<string, StatisticsRow> {
  const found = new Map<string, StatisticsRow>();
  for (const row of rows) {
    const id = idOfRow(row);
    if (id !== '' && !found.has(id)) found.set(id, row);
  }
  return found;
}

function emptied(row: StatisticsRow): StatisticsRow {
  return COLUMNS.map((column, index) => {
    if (IS_IDENTITY[index] === true) return row[index] ?? '';
    return column.kind === 'count' ? null : '';
  });
}

function equalRows(one: StatisticsRow, other: StatisticsRow): boolean {
  return COLUMNS.every((_, index) => (one[index] ?? '') === (other[index] ?? ''));
}
