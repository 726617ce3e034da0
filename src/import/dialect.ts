import type { HeadingRecogniser } from './headings.ts';
import { DELIMITERS, type Newline, parseSample, type Table } from './table.ts';

export interface Dialect {
  /** `,` `;` or a tab; whatever a line `sep=` names. */
  readonly delimiter: string;
  readonly newline: Newline;
  /** Lines before the text that is parsed (a line `sep=`). */
  readonly linesBefore: number;
  /** Lines of a title at the start of the text that are no table: their quotes are words' own. */
  readonly titleLines: number;
  /** 0-based row of the headings in the parsed text. */
  readonly headingRow: number;
}

export interface DialectText {
  /** The text to parse: without BOM and `sep=` line, with one kind of line end. */
  readonly text: string;
  readonly dialect: Dialect;
  /** Line ends in that text, those inside cells too. */
  readonly lineEnds: number;
}

/** Headings are looked for in this many rows and characters: titles may stand above them. */
const SAMPLE_ROWS = 20;
const SAMPLE_LENGTH = 65_536;

/**
 * Finds how the table is written. The delimiter is the one under which most headings of the
 * statistics are recognised; headings hold commas and quotes, so counting characters would mislead.
 */
export function findDialect(source: string, index: HeadingRecogniser): DialectText {
  const { text, newline, lineEnds } = withOneNewline(source.startsWith('\ufeff') ? source.slice(1) : source);
  const declared = declaredDelimiter(text);
  const body = declared === null ? text : text.slice(declared.length);
  const sample = body.slice(0, SAMPLE_LENGTH);
  const delimiters = declared === null ? DELIMITERS : [declared.delimiter];
  const { delimiter, headingRow, titleLines } = belowTitle(sample, newline, delimiters, index);
  return {
    text: body,
    dialect: { delimiter, newline, headingRow, titleLines, linesBefore: declared === null ? 0 : 1 },
    lineEnds: declared === null ? lineEnds : lineEnds - 1,
  };
}

/** A row that may be the one of the headings. */
interface HeadingGuess {
  /** 0-based row. */
  readonly headingRow: number;
  /** Columns that it names; one may be chance: a school's row may hold «активна». */
  readonly known: number;
  readonly cells: number;
}

interface DialectGuess extends HeadingGuess {
  readonly delimiter: string;
  /** A quote out of its place may have taken headings in. */
  readonly misquoted: boolean;
}

/**
 * A line of a title that begins with a word in quotes takes in lines below it, up to the next quote.
 * Where such a thing stands, headings are looked for from each of the next lines on: what lies above
 * is a title where more of them are found so.
 */
function belowTitle(
  sample: string,
  newline: Newline,
  delimiters: readonly string[],
  index: HeadingRecogniser,
): DialectGuess & { readonly titleLines: number } {
  let best = { ...bestGuess(sample, newline, delimiters, index), titleLines: 0 };
  if (!best.misquoted) return best;
  let rest = sample;
  for (let titleLines = 1; titleLines < SAMPLE_ROWS && rest.includes(newline); titleLines += 1) {
    rest = rest.slice(rest.indexOf(newline) + newline.length);
    const guess = bestGuess(rest, newline, delimiters, index);
    if (guess.known > best.known) best = { ...guess, titleLines };
  }
  return best;
}

function bestGuess(
  sample: string,
  newline: Newline,
  delimiters: readonly string[],
  index: HeadingRecogniser,
): DialectGuess {
  const guesses = delimiters.map((delimiter) => {
    const { rows, badQuotes } = parseSample(sample, { delimiter, newline }, SAMPLE_ROWS);
    return { delimiter, ...guessHeadings(rows, index), misquoted: badQuotes.length > 0 };
  });
  const best = guesses.reduce((one, guess) => {
    const fuller = one.known === 0 && guess.cells > one.cells;
    return guess.known > one.known || fuller ? guess : one;
  });
  // The delimiter is not known where no heading is.
  return best.known > 0 ? best : { ...best, misquoted: guesses.some(({ misquoted }) => misquoted) };
}

/** 0-based row of the headings among the first rows: the one that names most columns, else the first filled one. */
export function findHeadingRow(rows: Table['rows'], index: HeadingRecogniser): number {
  return guessHeadings(rows.slice(0, SAMPLE_ROWS), index).headingRow;
}

function guessHeadings(rows: Table['rows'], index: HeadingRecogniser): HeadingGuess {
  let best: HeadingGuess = { headingRow: 0, known: 0, cells: 0 };
  rows.forEach((row, headingRow) => {
    const cells = row.filter((cell) => cell.trim() !== '').length;
    const names = index.recognised(row);
    const known = names > 1 ? names : 0;
    if (known > best.known || best.cells === 0) best = { headingRow, known, cells };
  });
  return best;
}

/** Excel's first line `sep=;`, also quoted. `length` counts the characters to leave out. */
function declaredDelimiter(text: string): { readonly delimiter: string; readonly length: number } | null {
  const match = /^"?sep=([^"\r\n])"?[,;\t]{0,7}(?:\r\n|\r|\n)/i.exec(text);
  return match && { delimiter: match[1] ?? ',', length: match[0].length };
}

/** One kind of line end throughout: files that mix them (a cell's own line break, a joined file) get `\n`. */
function withOneNewline(text: string): {
  readonly text: string;
  readonly newline: Newline;
  readonly lineEnds: number;
} {
  const { returns, pairs, feeds } = countLineEnds(text);
  const lineEnds = returns + feeds - pairs;
  if (returns === 0) return { text, newline: '\n', lineEnds };
  if (returns === pairs && feeds === pairs) return { text, newline: '\r\n', lineEnds };
  if (feeds === 0) return { text, newline: '\r', lineEnds };
  return { text: text.split('\r\n').join('\n').split('\r').join('\n'), newline: '\n', lineEnds };
}

function countLineEnds(text: string): { returns: number; pairs: number; feeds: number } {
  const counts = { returns: 0, pairs: 0, feeds: 0 };
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    counts.feeds += 1;
    if (text.charCodeAt(at - 1) === 13) counts.pairs += 1;
  }
  for (let at = text.indexOf('\r'); at !== -1; at = text.indexOf('\r', at + 1)) counts.returns += 1;
  return counts;
}
