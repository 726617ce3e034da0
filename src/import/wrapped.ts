import type { HeadingRecogniser } from './headings.ts';
import { DELIMITERS, type Newline, parseTable, type Table } from './table.ts';

export interface Unwrapped {
  readonly table: Table;
  readonly delimiter: string;
  /** Rows of the file as it stands: they tell the lines. */
  readonly outerRows: Table['rows'];
}

/**
 * Reads a table each line of which stands in one quoted cell: Excel with another list separator puts
 * a comma file into column A and saves it so. Null where that is not the case.
 */
export function unwrapLines(text: string, newline: Newline, index: HeadingRecogniser): Unwrapped | null {
  for (const outerDelimiter of DELIMITERS) {
    const outer = parseTable(text, { delimiter: outerDelimiter, newline });
    const lines = singleCells(outer.rows);
    if (lines === null) continue;
    for (const delimiter of DELIMITERS) {
      if (delimiter === outerDelimiter) continue;
      const inner = parseTable(lines.join('\n'), { delimiter, newline: '\n' });
      if (index.recognised(inner.rows[0] ?? []) < 2) continue;
      const badQuotes = [...new Set([...outer.badQuotes, ...inner.badQuotes])];
      return {
        table: { rows: inner.rows, badQuotes, closed: outer.closed },
        delimiter,
        outerRows: outer.rows,
      };
    }
  }
  return null;
}

/** The first cells, where every other cell is blank. */
function singleCells(rows: Table['rows']): string[] | null {
  const alone = rows.every((row) => row.every((cell, position) => position === 0 || cell.trim() === ''));
  return alone ? rows.map((row) => row[0] ?? '') : null;
}
