import type { Issue } from '../domain/issues.ts';
import type { FailedRows } from '../import/failed-rows.ts';
import { sentenceFor } from './failure.ts';

const BOM = '\ufeff';
const NEWLINE = '\r\n';

/** The rows as a file that Excel opens: BOM, semicolons, what is wrong in the last column. */
export function failedRowsCsv({ headings, rows }: FailedRows, issues: readonly Issue[]): string {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), headings.length);
  const padded = (cells: readonly string[]): string[] => [
    ...cells,
    ...Array.from({ length: width - cells.length }, () => ''),
  ];
  const faults = (line: number): string =>
    issues.flatMap((issue) => ('line' in issue && issue.line === line ? [sentenceFor(issue)] : [])).join(' ');
  const lines = [
    [...padded(headings), 'Ошибка'],
    ...rows.map(({ line, cells }) => [...padded(cells), faults(line)]),
  ];
  return BOM + lines.map((cells) => cells.map(csvCell).join(';') + NEWLINE).join('');
}

/** A cell that Excel would take for a formula gets an apostrophe; a number stays one. */
function csvCell(cell: string): string {
  const safe = /^[=+@\t\r]|^-(?!\d)/.test(cell) ? `'${cell}` : cell;
  return /[";\r\n]/.test(safe) ? `"${safe.split('"').join('""')}"` : safe;
}
