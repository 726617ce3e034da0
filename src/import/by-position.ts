import { COLUMN_COUNT, COLUMN_INDEX, COLUMNS, type ColumnKey } from '../domain/columns.ts';
import { readDate } from './dates.ts';
import { innLengthRight, readCount, readDigits, restoreInn } from './values.ts';

/** Rows that are looked at: enough to tell a foreign table. */
const SAMPLE_ROWS = 200;

/** Who linked an account is registered: the pairs that tell a shifted table. */
const NOT_ABOVE: readonly (readonly [part: ColumnKey, whole: ColumnKey])[] = [
  ['teachersLinked', 'teachersRegistered'],
  ['studentsLinked', 'studentsRegistered'],
  ['parentsLinked', 'parentsRegistered'],
];

/**
 * Do the columns stand in the source's order, under foreign headings (a query's own names)? Only
 * where there are exactly 25 and every cell of the first rows is of its column's kind.
 */
export function standsInOrder(rows: readonly (readonly string[])[], headingRow: number): boolean {
  if (rows[headingRow]?.length !== COLUMN_COUNT) return false;
  const sample = rows
    .slice(headingRow + 1, headingRow + 1 + SAMPLE_ROWS)
    .filter((row) => row.some((cell) => cell.trim() !== ''));
  return sample.length > 0 && sample.every(looksLikeSchool);
}

function looksLikeSchool(row: readonly string[]): boolean {
  if (row.length !== COLUMN_COUNT) return false;
  const cell = (key: ColumnKey): string => (row[COLUMN_INDEX[key]] ?? '').trim();
  const date = readDate(cell('date'));
  if (!date.ok && date.fault !== 'date-ambiguous') return false;
  if (cell('orgId') === '' || cell('shortName') === '') return false;
  const inn = readDigits(cell('inn'));
  if (!inn.ok || !innLengthRight(restoreInn(inn.value))) return false;
  const counts = COLUMNS.filter((column) => column.kind === 'count');
  return (
    counts.every((column) => readCount(cell(column.key)).ok) &&
    NOT_ABOVE.every(([part, whole]) => {
      return countOf(cell(part)) <= countOf(cell(whole));
    })
  );
}

function countOf(cell: string): number {
  const reading = readCount(cell);
  return reading.ok ? (reading.value ?? 0) : 0;
}
