import type { Area, Cell, Criterion, SheetArea } from './cell.ts';

/** One rule of conditional formatting; the first matching rule of the list wins. */
export interface ColourRule {
  readonly areas: readonly Area[];
  readonly condition: Criterion | null;
  readonly style: {
    readonly background?: string;
    readonly fontColor?: string;
    readonly bold?: boolean;
    readonly italic?: boolean;
    readonly underline?: boolean;
    readonly strikethrough?: boolean;
  };
}

export interface Line {
  /** Pixels of height (row) or width (column). */
  readonly size?: number;
  readonly hidden?: true;
  readonly hiddenByFilter?: true;
  readonly groupDepth?: number;
  readonly collapsed?: true;
}

export interface Filter {
  readonly area: Area;
  /** By absolute column: the criterion, or the display texts that are hidden. */
  readonly criteria: Readonly<Record<number, Criterion | { readonly hiddenValues: readonly string[] }>>;
}

export interface SheetProtection {
  readonly id: number;
  /** null protects the whole sheet. */
  readonly area: Area | null;
  readonly description: string;
  readonly warningOnly: boolean;
  readonly unprotected: readonly Area[];
  /** Made by somebody who left out the person who runs the script. */
  readonly closed?: true;
}

export interface Chart {
  readonly id: number;
  readonly type: string;
  readonly areas: readonly SheetArea[];
  readonly options: Readonly<Record<string, unknown>>;
  readonly position: {
    readonly row: number;
    readonly column: number;
    readonly offsetX: number;
    readonly offsetY: number;
  };
  readonly headers: number;
}

export interface Metadata {
  readonly id: number;
  readonly key: string;
  readonly value: string | null;
  readonly visibility: 'DOCUMENT' | 'PROJECT';
  readonly location:
    | { readonly type: 'SPREADSHEET' }
    | { readonly type: 'SHEET'; readonly sheetId: number }
    | { readonly type: 'ROW' | 'COLUMN'; readonly sheetId: number; readonly index: number };
}

export interface NamedRange {
  readonly name: string;
  /** null after the target was deleted (`#REF!`). */
  readonly target: SheetArea | null;
}

/**
 * One sheet. `cells[row - 1]?.[column - 1]`; rows and cells may be holes. Lists are replaced, not
 * changed in place, except `cells` and the line arrays, which a snapshot copies.
 */
export interface SheetState {
  readonly id: number;
  name: string;
  maxRows: number;
  maxColumns: number;
  cells: (Cell | undefined)[][];
  rowLines: (Line | undefined)[];
  columnLines: (Line | undefined)[];
  hidden: boolean;
  tabColor: string | null;
  frozenRows: number;
  frozenColumns: number;
  rules: readonly ColourRule[];
  filter: Filter | null;
  protections: readonly SheetProtection[];
  charts: readonly Chart[];
  merges: readonly Area[];
}

export interface BookState {
  id: string;
  name: string;
  locale: 'ru_RU' | 'en_US';
  timeZone: string;
  sheets: SheetState[];
  namedRanges: readonly NamedRange[];
  metadata: readonly Metadata[];
  activeSheetId: number;
  /** Next id of anything that needs one. */
  nextId: number;
}

export const NEW_SHEET_ROWS = 1000;
export const NEW_SHEET_COLUMNS = 26;

export function newSheetState(id: number, name: string): SheetState {
  return {
    id,
    name,
    maxRows: NEW_SHEET_ROWS,
    maxColumns: NEW_SHEET_COLUMNS,
    cells: [],
    rowLines: [],
    columnLines: [],
    hidden: false,
    tabColor: null,
    frozenRows: 0,
    frozenColumns: 0,
    rules: [],
    filter: null,
    protections: [],
    charts: [],
    merges: [],
  };
}

/** Holes are allowed, so that a sheet with one far cell stays small. */
export function copySheetState(sheet: SheetState): SheetState {
  return {
    ...sheet,
    cells: sheet.cells.map((row) => row.slice()),
    rowLines: sheet.rowLines.slice(),
    columnLines: sheet.columnLines.slice(),
  };
}

export function copyBookState(state: BookState): BookState {
  return { ...state, sheets: state.sheets.map(copySheetState) };
}
