import { COLUMN_COUNT, COLUMN_INDEX, COLUMNS, type ColumnKind, columnLetter } from '../domain/columns.ts';
import { IssueError } from '../domain/issues.ts';
import { dateOfRow, type IsoDate, idOfRow, type StatisticsRow } from '../domain/record.ts';
import { isRealDay } from './dates.ts';
import { CELL_TEXT_LIMIT, COUNT_LIMIT, IMPORT_ROW_LIMIT, OLDER_ROW_LIMIT } from './limits.ts';
import { list, Mismatch, nullable, type Reader, readRequest, text, whole } from './shape.ts';

const textCell = nullable(text(CELL_TEXT_LIMIT));

/** What a cell of each kind may hold on its way from the browser to the server. */
const CELLS: Readonly<Record<ColumnKind, Reader<string | number | null>>> = {
  date: (value) => {
    const day = text(10)(value);
    if (!isRealDay(day)) throw new Mismatch('a real day');
    return day;
  },
  text: textCell,
  digits: textCell,
  count: nullable(whole(0, COUNT_LIMIT)),
};

const EXPECTED: Readonly<Record<ColumnKind, string>> = {
  date: 'a day yyyy-mm-dd',
  text: 'text',
  digits: 'text',
  count: 'a whole number ≥ 0 or null',
};

const readRow: Reader<readonly unknown[]> = (row) => {
  if (!Array.isArray(row) || row.length !== COLUMN_COUNT) throw new Mismatch(`${COLUMN_COUNT} cells`);
  return row;
};
const readRows = list(readRow, IMPORT_ROW_LIMIT, 1);
const readOlder = list(readRow, OLDER_ROW_LIMIT);

/**
 * Rows that came over the wire, as rows of 25 cells of the right kinds with one date and unique
 * ids; nothing of the browser's own checks is trusted.
 *
 * @throws IssueError `request-invalid`, naming the first row and cell that are not as they must be
 */
export function validateRows(rows: unknown): StatisticsRow[] {
  const valid = readRequest('rows', () => readRows(rows)).map(validRow);
  checkTogether(valid);
  return valid;
}

/**
 * Rows of earlier reports that came over the wire: each date and id once, all before `date`.
 *
 * @throws IssueError `request-invalid`
 */
export function validateOlderRows(rows: unknown, date: IsoDate): StatisticsRow[] {
  const valid = readRequest('older', () => readOlder(rows ?? [])).map(validRow);
  const keys = new Set<string>();
  valid.forEach((row, index) => {
    const [day, id] = [dateOfRow(row) ?? '', idOfRow(row)];
    const key = `${day}|${id}`;
    if (id.trim() === '') throw invalid(`older, row ${index + 1}: blank id`);
    if (day >= date) throw invalid(`older, row ${index + 1}: a date before ${date}`);
    if (keys.has(key)) throw invalid(`older, row ${index + 1}: date and id occur twice`);
    keys.add(key);
  });
  return valid;
}

function validRow(cells: readonly unknown[], row: number): StatisticsRow {
  return COLUMNS.map(({ kind }, index) => {
    try {
      return CELLS[kind](cells[index]);
    } catch {
      throw invalid(`row ${row + 1}, column ${columnLetter(index)}: expected ${EXPECTED[kind]}`);
    }
  });
}

function checkTogether(rows: readonly StatisticsRow[]): void {
  const ids = new Set<string>();
  const date = rows[0]?.[COLUMN_INDEX.date];
  rows.forEach((row, index) => {
    const id = row[COLUMN_INDEX.orgId];
    if (typeof id !== 'string' || id.trim() === '') throw invalid(`row ${index + 1}: blank id`);
    if (ids.has(id)) throw invalid(`row ${index + 1}: the id occurs twice`);
    if (row[COLUMN_INDEX.date] !== date) throw invalid(`row ${index + 1}: another date`);
    ids.add(id);
  });
}

function invalid(detail: string): IssueError {
  return new IssueError({ code: 'request-invalid', detail });
}
