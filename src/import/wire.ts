import * as z from 'zod/mini';
import { COLUMN_COUNT, COLUMN_INDEX, COLUMNS, type ColumnKind, columnLetter } from '../domain/columns.ts';
import { IssueError } from '../domain/issues.ts';
import type { StatisticsRow } from '../domain/record.ts';
import { isRealDay } from './dates.ts';
import { CELL_TEXT_LIMIT, COUNT_LIMIT, IMPORT_ROW_LIMIT } from './limits.ts';

const blank = z.null();
const text = z.string().check(z.maxLength(CELL_TEXT_LIMIT));

/** What a cell of each kind may hold on its way from the browser to the server. */
const CELLS: Readonly<Record<ColumnKind, z.ZodMiniType<string | number | null>>> = {
  date: z.string().check(z.refine(isRealDay)),
  text: z.union([text, blank]),
  digits: z.union([text, blank]),
  count: z.union([z.int().check(z.minimum(0), z.maximum(COUNT_LIMIT)), blank]),
};

const EXPECTED: Readonly<Record<ColumnKind, string>> = {
  date: 'a day yyyy-mm-dd',
  text: 'text',
  digits: 'text',
  count: 'a whole number ≥ 0 or null',
};

const rowsSchema = z
  .array(z.array(z.unknown()).check(z.length(COLUMN_COUNT)))
  .check(z.minLength(1), z.maxLength(IMPORT_ROW_LIMIT));

/**
 * Rows that came over the wire, as rows of 25 cells of the right kinds with one date and unique
 * ids; nothing of the browser's own checks is trusted.
 *
 * @throws IssueError `request-invalid`, naming the first row and cell that are not as they must be
 */
export function validateRows(rows: unknown): StatisticsRow[] {
  const shape = z.safeParse(rowsSchema, rows);
  if (!shape.success) {
    const issue = shape.error.issues[0];
    throw invalid(`rows${pathOf(issue?.path ?? [])}: ${issue?.message ?? 'wrong shape'}`);
  }
  const valid = shape.data.map(validRow);
  checkTogether(valid);
  return valid;
}

function validRow(cells: readonly unknown[], row: number): StatisticsRow {
  return COLUMNS.map((column, index) => {
    const cell = z.safeParse(CELLS[column.kind], cells[index]);
    if (cell.success) return cell.data;
    throw invalid(`row ${row + 1}, column ${columnLetter(index)}: expected ${EXPECTED[column.kind]}`);
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

function pathOf(path: readonly PropertyKey[]): string {
  return path.map((key) => `[${String(key)}]`).join('');
}

function invalid(detail: string): IssueError {
  return new IssueError({ code: 'request-invalid', detail });
}
