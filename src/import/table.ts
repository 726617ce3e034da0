/// <reference path="./papaparse.d.ts" />
import Papa, { type ParseError } from 'papaparse/papaparse.js';
import { plainRows } from './plain-rows.ts';

export type Newline = '\n' | '\r' | '\r\n';

/** Marks between cells that files and the clipboard use. */
export const DELIMITERS: readonly string[] = [',', ';', '\t'];

export interface TableForm {
  readonly delimiter: string;
  readonly newline: Newline;
}

export interface Table {
  /** Every row of the text, blank ones too, so that lines can be told. */
  readonly rows: readonly (readonly string[])[];
  /** 0-based rows with a quote that is not closed or stands inside an unquoted end. */
  readonly badQuotes: readonly number[];
  /** The text ends with a line end: a last row that is short was not cut off. */
  readonly closed: boolean;
}

export function parseTable(text: string, form: TableForm): Table {
  const closed = text.endsWith(form.newline);
  const plain = plainRows(text, form);
  if (plain !== null) return { rows: plain, badQuotes: [], closed };
  const { data, errors } = Papa.parse(text, { delimiter: form.delimiter, newline: form.newline });
  return { rows: data, badQuotes: rowsOf(errors), closed };
}

/** The first rows of a text, for looking at it. */
export function parseSample(text: string, form: TableForm, rows: number): Omit<Table, 'closed'> {
  const { delimiter, newline } = form;
  const { data, errors } = Papa.parse(text, { delimiter, newline, preview: rows });
  return { rows: data, badQuotes: rowsOf(errors) };
}

function rowsOf(errors: readonly ParseError[]): number[] {
  return [...new Set(errors.map((error) => error.row ?? 0))];
}

/** Tells the 1-based line of the file, or row of the sheet, on which a row starts. */
export interface RowLines {
  lineOf(row: number): number;
}

/**
 * Tells the 1-based line of the file on which a row starts. Cells with line breaks make rows and
 * lines differ; most files have none, and those that have are counted once, when first asked.
 * @param lineEnds in the text of the rows: as many as end a row where no cell has one
 */
export class LineCounter implements RowLines {
  private starts: Uint32Array | null = null;
  private readonly rows: readonly (readonly string[])[];
  private readonly firstLine: number;
  private readonly oneEach: boolean;

  constructor(rows: readonly (readonly string[])[], firstLine: number, lineEnds: number) {
    this.rows = rows;
    this.firstLine = firstLine;
    this.oneEach = lineEnds === rows.length - 1;
  }

  lineOf(row: number): number {
    if (this.oneEach) return this.firstLine + row;
    this.starts ??= this.count();
    return this.starts[row] ?? this.firstLine;
  }

  private count(): Uint32Array {
    const starts = new Uint32Array(this.rows.length);
    let line = this.firstLine;
    this.rows.forEach((row, index) => {
      starts[index] = line;
      line += 1 + breaksIn(row);
    });
    return starts;
  }
}

function breaksIn(row: readonly string[]): number {
  let breaks = 0;
  for (const cell of row) {
    for (let at = 0; at < cell.length; at += 1) {
      const unit = cell.charCodeAt(at);
      if (unit === 10 || (unit === 13 && cell.charCodeAt(at + 1) !== 10)) breaks += 1;
    }
  }
  return breaks;
}
