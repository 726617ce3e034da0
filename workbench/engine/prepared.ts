import type { SheetState } from '../apps-script/book-state.ts';
import type { Calculated } from '../apps-script/calculator.ts';
import type { Cell } from '../apps-script/cell.ts';

/** Row and column from 1, and what a formula shows there. */
export type PreparedResult = readonly [row: number, column: number, result: Calculated];

/** What the formulas of one sheet show, calculated beforehand where there was time. */
export interface Prepared {
  readonly sheetId: number;
  readonly results: readonly PreparedResult[];
}

/** The sheet with results in place of its formulas. */
export function preparedSheet(sheet: SheetState, { results }: Prepared): SheetState {
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
