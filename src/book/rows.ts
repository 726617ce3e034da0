import { columnLetter } from '../domain/columns.ts';
import { IssueError } from '../domain/issues.ts';
import type { CellInput } from './cells.ts';
import { headingsOf, type SheetLayout } from './layout.ts';
import { type CellOutput, type Sheet, textOf } from './platform.ts';
import { writeBlock } from './sheet-maker.ts';

/**
 * Rows are found by id, never by position: people sort, filter and insert rows. Rows without an id
 * are theirs and are never written to.
 */
export interface KeyedRows {
  /** 1-based row of the sheet by key. */
  readonly rowOf: ReadonlyMap<string, number>;
  /** Last row with a key of ours; `firstRow − 1` where there is none. */
  readonly lastKeyed: number;
  /** Last row with content in the columns that were read, people's rows included. */
  readonly lastUsed: number;
}

/**
 * @param keys key of each row from `firstRow` on; '' for a row that is not ours
 * @param values the same rows as they were read
 */
export function keyRows(
  sheet: Sheet,
  firstRow: number,
  keys: readonly string[],
  values: readonly (readonly CellOutput[])[],
): KeyedRows {
  const rowOf = new Map<string, number>();
  let lastKeyed = firstRow - 1;
  let lastUsed = firstRow - 1;
  values.forEach((row, index) => {
    if (row.some((cell) => cell !== '')) lastUsed = firstRow + index;
  });
  keys.forEach((key, index) => {
    if (key === '') return;
    const row = firstRow + index;
    const earlier = rowOf.get(key);
    if (earlier !== undefined) {
      throw new IssueError({
        code: 'sheet-id-doubled',
        sheet: sheet.getName(),
        id: key,
        rows: [earlier, row],
      });
    }
    rowOf.set(key, row);
    lastKeyed = row;
  });
  return { rowOf, lastKeyed, lastUsed };
}

/** Refuses a sheet whose headings were changed: its columns may hold something else now. */
export function verifyHeadings(sheet: Sheet, layout: SheetLayout, found: readonly CellOutput[]): void {
  headingsOf(layout).forEach((expected, index) => {
    const actual = textOf(found[index]);
    if (actual === expected) return;
    throw new IssueError({
      code: 'sheet-damaged',
      sheet: sheet.getName(),
      cell: `${columnLetter(index)}1`,
      expected,
      found: actual,
    });
  });
}

/** Cells that were written, by row, from a column on. */
export interface WrittenRows {
  readonly column: number;
  readonly cells: ReadonlyMap<number, CellInput[]>;
}

/**
 * Writes cells of given rows from a column on, one call for each stretch of neighbouring rows:
 * rows that are not ours are jumped over. In a sheet that holds only our rows this is one call.
 */
export function writeRows(
  sheet: Sheet,
  column: number,
  cellsByRow: ReadonlyMap<number, CellInput[]>,
): WrittenRows {
  const rows = [...cellsByRow.keys()].sort((a, b) => a - b);
  let block: CellInput[][] = [];
  let start = 0;
  for (const row of rows) {
    if (block.length > 0 && row !== start + block.length) {
      writeBlock(sheet, start, column, block);
      block = [];
    }
    if (block.length === 0) start = row;
    block.push(cellsByRow.get(row) ?? []);
  }
  if (block.length > 0) writeBlock(sheet, start, column, block);
  return { column, cells: cellsByRow };
}

/**
 * Makes room for new rows below our last one, pushing down whatever stands there, and returns the
 * first of them. Inserted rows take formats, rules and checks of the row above.
 */
export function insertRows(sheet: Sheet, firstRow: number, keyed: KeyedRows, count: number): number {
  if (keyed.lastKeyed >= firstRow) {
    sheet.insertRowsAfter(keyed.lastKeyed, count);
    return keyed.lastKeyed + 1;
  }
  // A new sheet: its first row stands ready with its formats. One that only people wrote in: below them.
  if (keyed.lastUsed < firstRow) {
    sheet.insertRowsAfter(firstRow, count);
    return firstRow;
  }
  sheet.insertRowsAfter(keyed.lastUsed, count);
  return keyed.lastUsed + 1;
}

/** Is it what was written? Formulas and dates are not compared: they never stand alone in a row. */
function isWritten(written: CellInput | undefined, read: CellOutput | undefined): boolean {
  if (typeof written === 'string' && written.startsWith('=')) return true;
  if (typeof read === 'object') return true;
  return read === (typeof written === 'string' && written.startsWith("'") ? written.slice(1) : written);
}

/**
 * Empties what an earlier attempt wrote into rows that turned out not to be ours: a person inserted
 * rows while it wrote. Only cells that still hold what was written are emptied.
 */
export function clearStrays(sheet: Sheet, written: readonly WrittenRows[], keyed: KeyedRows): void {
  const ours = new Set(keyed.rowOf.values());
  for (const { column, cells } of written) {
    for (const [row, inputs] of cells) {
      if (ours.has(row)) continue;
      const range = sheet.getRange(row, column, 1, inputs.length);
      const found: CellOutput[] = range.getValues()[0] ?? [];
      if (inputs.every((input, index) => isWritten(input, found[index]))) range.clearContent();
    }
  }
}
