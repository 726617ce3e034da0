import type { SheetState } from '../apps-script/book-state.ts';
import type { Area } from '../apps-script/cell.ts';
import { isUnseen } from './cell-content.ts';

/** Rows of a sheet of which the engine was told nothing yet; the last ones bring its layout. */
export interface Untold {
  readonly sheetId: number;
  readonly area: Area;
  readonly isLast: boolean;
}

/** Told at a time while the page is in use, a tenth of a second or so: each piece is drawn, too. */
const CELLS_AT_A_TIME = 8000;
/** A formula is read, calculated and followed by others: it takes as long as so many values. */
const VALUES_IN_A_FORMULA = 10;

/** From the last sheet to the first, as results stand left of what they are made from. */
export function piecesOf(sheets: readonly SheetState[]): Untold[] {
  return [...sheets].reverse().flatMap((sheet) => {
    const pieces: Untold[] = [];
    const rows = Math.max(1, sheet.cells.length);
    let first = 0;
    let cells = 0;
    for (let row = 0; row < rows; row += 1) {
      for (const cell of sheet.cells[row] ?? []) {
        if (isUnseen(cell)) continue;
        cells += cell?.formula === undefined ? 1 : VALUES_IN_A_FORMULA;
      }
      const isLast = row === rows - 1;
      if (cells < CELLS_AT_A_TIME && !isLast) continue;
      const area = { row: first + 1, column: 1, rows: row + 1 - first, columns: sheet.maxColumns };
      pieces.push({ sheetId: sheet.id, area, isLast });
      first = row + 1;
      cells = 0;
    }
    return pieces;
  });
}
