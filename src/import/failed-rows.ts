import { type Issue, severityOf } from '../domain/issues.ts';
import { isPersonal } from './headings.ts';
import type { Layout } from './layout.ts';

/** Rows of a refused file that have to be mended, as they stand in it. */
export interface FailedRows {
  readonly headings: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

const ROWS = 5000;

/** Rows with an error; null where no error is of a row. Personal columns are left out. */
export function failedRows(layout: Layout, issues: readonly Issue[]): FailedRows | null {
  const lines = new Set<number>();
  for (const issue of issues) if ('line' in issue && severityOf(issue) === 'error') lines.add(issue.line);
  if (lines.size === 0) return null;
  const { rows } = layout.table;
  const headings = rows[layout.headingRow] ?? [];
  const kept = (cells: readonly string[]): string[] =>
    cells.filter((_, at) => !isPersonal(headings[at] ?? ''));
  const failed: FailedRows['rows'][number][] = [];
  for (let row = layout.headingRow + 1; row < rows.length && failed.length < ROWS; row += 1) {
    const line = layout.lines.lineOf(row);
    if (lines.has(line)) failed.push({ line, cells: kept(rows[row] ?? []) });
  }
  return failed.length === 0 ? null : { headings: kept(headings), rows: failed };
}
