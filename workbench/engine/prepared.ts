import type { BookState, SheetState } from '../apps-script/book-state.ts';
import type { Calculated } from '../apps-script/calculator.ts';
import type { Cell } from '../apps-script/cell.ts';
import { type Layout, layoutOf } from './layout.ts';
import { workbookData } from './workbook.ts';

/** Row and column from 1, and what a formula shows there. */
export type PreparedResult = readonly [row: number, column: number, result: Calculated];

/** What the formulas of one sheet show, calculated beforehand where there was time. */
export interface Prepared {
  readonly sheetId: number;
  readonly results: readonly PreparedResult[];
}

/** A book as the engine loads it to show one sheet: of the others it has no more than their names. */
export interface Look {
  readonly sheetId: number;
  /** So many of the sheet's rows have their cells. */
  readonly rows: number;
  readonly layout: Layout;
  readonly data: object;
}

/** What a look left out. */
export interface RestOfBook {
  /** Does nothing where the cells of the book were read. */
  read(): void;
  /** Told at once, or when the cells are read: before anybody changed one. */
  whenRead(listener: (results: readonly PreparedResult[]) => void): void;
}

/** As many as most windows show. */
const ROWS_SEEN = 40;

/** The engine goes through all lines of a sheet, so those that are not looked at have but one. */
export const UNSEEN_SIZE = { rows: 1, columns: 1 };

/** The sheet with results in place of its formulas. */
export function preparedSheet(sheet: SheetState, results: Prepared['results']): SheetState {
  const cells = sheet.cells.map((row) => row.slice());
  for (const [row, column, { value, error, format }] of results) {
    const line = cells[row - 1] ?? [];
    cells[row - 1] = line;
    const { formula: _calculated, formulaBroken: _broken, ...look } = line[column - 1] ?? { value: null };
    const shown: Cell = { ...look, value: error ?? value };
    line[column - 1] =
      format === null || look.numberFormat !== undefined ? shown : { ...shown, numberFormat: format };
  }
  return { ...sheet, cells };
}

/** Can be kept and sent as JSON. */
export function lookAt(
  book: { readonly sheets: readonly SheetState[]; readonly locale: BookState['locale'] },
  { sheetId, results }: Prepared,
): Look {
  const sheets = book.sheets.map((sheet): SheetState => {
    if (sheet.id !== sheetId)
      return { ...sheet, maxRows: UNSEEN_SIZE.rows, maxColumns: UNSEEN_SIZE.columns, cells: [] };
    return { ...sheet, cells: preparedSheet(sheet, results).cells.slice(0, ROWS_SEEN) };
  });
  const shown = sheets.filter(({ id }) => id === sheetId);
  const layouts = new Map(shown.map((sheet) => [sheetId, layoutOf(sheet, false)]));
  const [layout] = layouts.values();
  if (layout === undefined) throw new Error(`no sheet ${sheetId}`);
  return { sheetId, rows: ROWS_SEEN, layout, data: workbookData({ sheets, locale: book.locale }, layouts) };
}
