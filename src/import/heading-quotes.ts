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

/** 0-based row whose quotes may be why headings are not found; null where it is not quotes. */
export function misquotedRow({ table, headingRow, known }: Layout): number | null {
  const { rows, badQuotes } = table;
  const row = badQuotes.find(
    (at) => at === headingRow || ((at < headingRow || known < 2) && spansLines(rows[at] ?? [])),
  );
  return row ?? null;
}

function spansLines(row: readonly string[]): boolean {
  return row.some((cell) => cell.includes('\n') || cell.includes('\r'));
}
