import type { HeadingRecogniser } from './headings.ts';
import { DELIMITERS, type Newline, parseSample } from './table.ts';

export interface Dialect {
  /** `,` `;` or a tab; whatever a line `sep=` names. */
  readonly delimiter: string;
  readonly newline: Newline;
  /** Lines before the text that is parsed (a line `sep=`). */
  readonly linesBefore: number;
  /** 0-based row of the headings in the parsed text. */
  readonly headingRow: number;
}

export interface DialectText {
  /** The text to parse: without BOM and `sep=` line, with one kind of line end. */
  readonly text: string;
  readonly dialect: Dialect;
}

/** Headings are looked for in this many rows and characters: titles may stand above them. */
const SAMPLE_ROWS = 20;
const SAMPLE_LENGTH = 65_536;

/**
 * Finds how the table is written. The delimiter is the one under which most headings of the
 * statistics are recognised; headings hold commas and quotes, so counting characters would mislead.
 */
export function findDialect(source: string, index: HeadingRecogniser): DialectText {
  const { text, newline } = withOneNewline(source.startsWith('\ufeff') ? source.slice(1) : source);
  const declared = declaredDelimiter(text, newline);
  const body = declared === null ? text : text.slice(declared.length);
  const sample = body.slice(0, SAMPLE_LENGTH);
  const best = bestGuess(sample, newline, declared === null ? DELIMITERS : [declared.delimiter], index);
  return {
    text: body,
    dialect: { ...best, newline, linesBefore: declared === null ? 0 : 1 },
  };
}

interface Guess {
  readonly delimiter: string;
  readonly headingRow: number;
}

function bestGuess(
  sample: string,
  newline: Newline,
  delimiters: readonly string[],
  index: HeadingRecogniser,
): Guess {
  let best: Guess & { readonly known: number; readonly cells: number } = {
    delimiter: delimiters[0] ?? ',',
    headingRow: 0,
    known: -1,
    cells: 0,
  };
  for (const delimiter of delimiters) {
    const rows = parseSample(sample, { delimiter, newline }, SAMPLE_ROWS);
    rows.forEach((row, headingRow) => {
      const cells = row.filter((cell) => cell.trim() !== '').length;
      if (cells === 0) return;
      const names = index.recognised(row);
      // A school's row may hold one heading by chance: «активна».
      const known = names > 1 ? names : 0;
      const firstOfDelimiter =
        best.known <= 0 && known === 0 && cells > best.cells && isFirstFilled(rows, headingRow);
      if (known > Math.max(best.known, 0) || firstOfDelimiter) best = { delimiter, headingRow, known, cells };
    });
  }
  return { delimiter: best.delimiter, headingRow: best.headingRow };
}

function isFirstFilled(rows: readonly (readonly string[])[], row: number): boolean {
  return rows.findIndex((cells) => cells.some((cell) => cell.trim() !== '')) === row;
}

/** Excel's first line `sep=;`, also quoted. `length` counts the characters to leave out. */
function declaredDelimiter(
  text: string,
  newline: Newline,
): { readonly delimiter: string; readonly length: number } | null {
  const end = text.indexOf(newline);
  if (end === -1 || end > 12) return null;
  const match = /^"?sep=([^"])"?[,;\t]*$/i.exec(text.slice(0, end));
  if (match === null) return null;
  return { delimiter: match[1] ?? ',', length: end + newline.length };
}

/** One kind of line end throughout: files that mix them (a cell's own line break, a joined file) get `\n`. */
function withOneNewline(text: string): { readonly text: string; readonly newline: Newline } {
  const { returns, pairs, feeds } = countLineEnds(text);
  if (returns === 0) return { text, newline: '\n' };
  if (returns === pairs && feeds === pairs) return { text, newline: '\r\n' };
  if (feeds === 0) return { text, newline: '\r' };
  return { text: text.split('\r\n').join('\n').split('\r').join('\n'), newline: '\n' };
}

function countLineEnds(text: string): { returns: number; pairs: number; feeds: number } {
  const counts = { returns: 0, pairs: 0, feeds: 0 };
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    counts.feeds += 1;
    if (at > 0 && text.charCodeAt(at - 1) === 13) counts.pairs += 1;
  }
  for (let at = text.indexOf('\r'); at !== -1; at = text.indexOf('\r', at + 1)) counts.returns += 1;
  return counts;
}
