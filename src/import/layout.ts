import { type Dialect, findDialect } from './dialect.ts';
import type { HeadingRecogniser } from './headings.ts';
import { repairMojibake } from './mojibake.ts';
import { LineCounter, parseTable, type RowLines, type Table } from './table.ts';
import { unwrapLines } from './wrapped.ts';

/** A table found in a text, and how the text had to be read for it. */
export interface Layout {
  readonly table: Table;
  /** '' in a workbook. */
  readonly delimiter: string;
  /** 0-based row of the headings. */
  readonly headingRow: number;
  readonly lines: RowLines;
  /** Columns of the statistics that the row of headings names. */
  readonly known: number;
  /** The text was UTF-8 read as windows-1251 and saved so. */
  readonly repaired: boolean;
}

/** With so many headings recognised a text is taken as it stands. */
export const KNOWN_ENOUGH = 3;

/** Finds the table in a text: as it stands, else with its lines unwrapped, else with its letters repaired. */
export function findLayout(source: string, index: HeadingRecogniser): Layout {
  const plain = layoutOf(source, index);
  if (plain.known >= KNOWN_ENOUGH) return plain;
  const repaired = repairMojibake(source);
  // Letters that can be put right are put right under foreign headings too: the names of schools have them.
  return repaired === null ? plain : { ...layoutOf(repaired, index), repaired: true };
}

function layoutOf(source: string, index: HeadingRecogniser): Layout {
  const { text, dialect, lineEnds } = findDialect(source, index);
  const firstLine = dialect.linesBefore + 1;
  const table = parseBelowTitle(text, dialect);
  const { delimiter } = dialect;
  const headingRow = dialect.titleLines + dialect.headingRow;
  const known = index.recognised(table.rows[headingRow] ?? []);
  const lines = new LineCounter(table.rows, firstLine, lineEnds);
  const plain = { table, delimiter, headingRow, lines, known, repaired: false };
  if (known >= KNOWN_ENOUGH) return plain;
  const unwrapped = unwrapLines(text, dialect.newline, index);
  if (unwrapped === null) return plain;
  return {
    ...plain,
    table: unwrapped.table,
    delimiter: unwrapped.delimiter,
    headingRow: 0,
    lines: new LineCounter(unwrapped.outerRows, firstLine, lineEnds),
    known: index.recognised(unwrapped.table.rows[0] ?? []),
  };
}

/** The lines of a title stand as they are, each in a row of one cell. */
function parseBelowTitle(text: string, dialect: Dialect): Table {
  if (dialect.titleLines === 0) return parseTable(text, dialect);
  const lines = text.split(dialect.newline);
  const title = lines.splice(0, dialect.titleLines).map((line) => [line]);
  const { rows, badQuotes, closed } = parseTable(lines.join(dialect.newline), dialect);
  return { rows: [...title, ...rows], badQuotes: badQuotes.map((row) => row + title.length), closed };
}
