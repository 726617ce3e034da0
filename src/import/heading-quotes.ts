import type { Issue } from '../domain/issues.ts';
import type { Layout } from './layout.ts';
import type { Table } from './table.ts';

/**
 * Has a quote that is not closed among the headings taken rows in? Then no row is as long as theirs:
 * a heading of two lines with quotes of its own is no longer than the cells below it.
 */
export function headingsTookRowsIn({ rows, badQuotes }: Table, headingRow: number): boolean {
  const headings = rows[headingRow] ?? [];
  if (!badQuotes.includes(headingRow) || !spansLines(headings)) return false;
  return rows.every((row, at) => at <= headingRow || row.length < headings.length);
}

/**
 * What is told of headings that are not found, where a quote out of its place may be why: what it
 * has left of them is no list to be shown.
 */
export function quotesTold(
  { table, headingRow, known, lines }: Layout,
  issues: readonly Issue[],
): readonly Issue[] {
  const { rows, badQuotes } = table;
  // Headings that are taken in altogether leave whatever stands above them for headings.
  const row = badQuotes.find((at) => at === headingRow || (known < 2 && spansLines(rows[at] ?? [])));
  if (row === undefined) return issues;
  const told: Issue = { code: 'row-quotes', line: lines.lineOf(row) };
  return row === headingRow ? [told] : [told, ...issues];
}

function spansLines(row: readonly string[]): boolean {
  return row.some((cell) => cell.includes('\n') || cell.includes('\r'));
}
