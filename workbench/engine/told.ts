import type { Chart, SheetState } from '../apps-script/book-state.ts';
import type { Cell } from '../apps-script/cell.ts';
import { isUnseen } from './cell-content.ts';
import type { Layout } from './layout.ts';

/** What the engine was told of a sheet. Cells are immutable, so identity tells whether one changed. */
export interface Told {
  name: string;
  hidden: boolean;
  tabColor: string | null;
  rows: number;
  columns: number;
  cells: (Cell | undefined)[][];
  layout: Layout;
  charts: readonly Chart[];
}

export function seenCells(sheet: SheetState): Told['cells'] {
  return sheet.cells.map((row) => row.map((cell) => (isUnseen(cell) ? undefined : cell)));
}

export function describe(sheet: SheetState): Omit<Told, 'cells' | 'layout' | 'charts'> {
  return {
    name: sheet.name,
    hidden: sheet.hidden,
    tabColor: sheet.tabColor,
    rows: sheet.maxRows,
    columns: sheet.maxColumns,
  };
}
