import {
  type BookState,
  copyBookState,
  type Metadata,
  type NamedRange,
  newSheetState,
  type SheetState,
} from './book-state.ts';
import { type Area, type Cell, EMPTY_CELL, isBlank } from './cell.ts';
import { ServiceException } from './errors.ts';

/**
 * What changed, told after it changed. `cells`: content, format, note or validation inside the
 * area. `layout`: rules, filter, lines, freeze, protections, charts of a sheet. `structure`: rows or
 * columns came, went or moved, so every address below them means another cell now. `sheets`: the
 * list, names or visibility. `reset`: anything may differ (a book was opened, a write was undone).
 */
export type BookChange =
  | { readonly kind: 'cells'; readonly sheetId: number; readonly area: Area }
  | { readonly kind: 'layout'; readonly sheetId: number }
  | { readonly kind: 'structure'; readonly sheetId: number }
  | { readonly kind: 'sheets' }
  | { readonly kind: 'book' }
  | { readonly kind: 'reset' };

export type BookListener = (change: BookChange) => void;

export interface NewBook {
  readonly locale: 'ru_RU' | 'en_US';
  readonly timeZone: string;
  readonly name?: string;
}

/**
 * The one truth of the emulator: a workbook in memory. Everything else (the emulated services, the
 * hand operations, the o-spreadsheet mirror) reads and writes through it.
 */
export class Book {
  private state: BookState;
  private readonly listeners = new Set<BookListener>();

  constructor(state: BookState) {
    this.state = state;
  }

  static create(options: NewBook): Book {
    const title = options.locale === 'ru_RU' ? 'Лист1' : 'Sheet1';
    return new Book({
      id: 'book-1',
      name: options.name ?? (options.locale === 'ru_RU' ? 'Новая таблица' : 'Untitled spreadsheet'),
      locale: options.locale,
      timeZone: options.timeZone,
      sheets: [newSheetState(0, title)],
      namedRanges: [],
      metadata: [],
      activeSheetId: 0,
      nextId: 1,
    });
  }

  /** @throws SyntaxError on text that is not JSON, Error on JSON that is no book. */
  static fromJSON(text: string): Book {
    const parsed: unknown = JSON.parse(text);
    if (!isSavedBook(parsed)) throw new Error('This JSON is not a saved book.');
    const sheets = parsed.sheets.map((sheet) => ({
      ...sheet,
      cells: withHoles(sheet.cells),
      rowLines: sheet.rowLines.map((line) => line ?? undefined),
      columnLines: sheet.columnLines.map((line) => line ?? undefined),
    }));
    return new Book({ ...parsed, sheets });
  }

  toJSON(): BookState {
    return this.snapshot();
  }

  /** Text for a file; `Book.fromJSON` opens it again. */
  save(): string {
    return JSON.stringify(this.state);
  }

  onChange(listener: BookListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  emit(change: BookChange): void {
    for (const listener of this.listeners) listener(change);
  }

  /** A copy that later writes do not touch (cells are shared, they are immutable). */
  snapshot(): BookState {
    return copyBookState(this.state);
  }

  restore(snapshot: BookState): void {
    const { nextId } = this.state;
    this.state = copyBookState(snapshot);
    // Ids that were given out are not given again.
    this.state.nextId = Math.max(nextId, this.state.nextId);
    this.emit({ kind: 'reset' });
  }

  get id(): string {
    return this.state.id;
  }
  get name(): string {
    return this.state.name;
  }
  get locale(): 'ru_RU' | 'en_US' {
    return this.state.locale;
  }
  get timeZone(): string {
    return this.state.timeZone;
  }
  get sheets(): readonly SheetState[] {
    return this.state.sheets;
  }
  get namedRanges(): readonly NamedRange[] {
    return this.state.namedRanges;
  }
  get metadata(): readonly Metadata[] {
    return this.state.metadata;
  }
  get activeSheetId(): number {
    return this.state.activeSheetId;
  }

  findSheet(id: number): SheetState | undefined {
    return this.state.sheets.find((sheet) => sheet.id === id);
  }

  sheetByName(name: string): SheetState | undefined {
    return this.state.sheets.find((sheet) => sheet.name === name);
  }

  /** @throws ServiceException when the sheet is gone. */
  sheet(id: number): SheetState {
    const sheet = this.findSheet(id);
    if (sheet === undefined) throw new ServiceException(`Sheet ${id} not found`);
    return sheet;
  }

  /** 1-based; a cell that was never written is `EMPTY_CELL`. */
  cell(sheetId: number, row: number, column: number): Cell {
    return this.sheet(sheetId).cells[row - 1]?.[column - 1] ?? EMPTY_CELL;
  }

  /** Last row and column that hold content (a formula, or any value); 0 in an empty sheet. */
  extent(sheetId: number): { rows: number; columns: number } {
    let rows = 0;
    let columns = 0;
    this.sheet(sheetId).cells.forEach((row, rowIndex) => {
      row.forEach((cell, columnIndex) => {
        if (isBlank(cell)) return;
        rows = Math.max(rows, rowIndex + 1);
        columns = Math.max(columns, columnIndex + 1);
      });
    });
    return { rows, columns };
  }

  nextId(): number {
    return this.state.nextId++;
  }

  /** Replaces every cell of the area by what `change` makes of it, and tells it once. */
  writeCells(sheetId: number, area: Area, change: (cell: Cell, row: number, column: number) => Cell): void {
    const { cells } = this.sheet(sheetId);
    // First everything is made, so that a refused value leaves no cell changed.
    const made = Array.from({ length: area.rows }, (_row, r) => {
      const line = cells[area.row - 1 + r];
      return Array.from({ length: area.columns }, (_column, c) => {
        const after = change(line?.[area.column - 1 + c] ?? EMPTY_CELL, r, c);
        return isUntouched(after) ? undefined : after;
      });
    });
    made.forEach((newCells, r) => {
      const line = cells[area.row - 1 + r] ?? [];
      cells[area.row - 1 + r] = line;
      newCells.forEach((cell, c) => {
        line[area.column - 1 + c] = cell;
      });
    });
    this.emit({ kind: 'cells', sheetId, area });
  }

  /** For what concerns one sheet but no cell of it: rules, filter, lines, freeze, charts … */
  changeLayout(sheetId: number, change: (sheet: SheetState) => void): void {
    change(this.sheet(sheetId));
    this.emit({ kind: 'layout', sheetId });
  }

  changeStructure(sheetId: number, change: (sheet: SheetState, state: BookState) => void): void {
    change(this.sheet(sheetId), this.state);
    this.emit({ kind: 'structure', sheetId });
  }

  changeSheets(change: (state: BookState) => void): void {
    change(this.state);
    this.emit({ kind: 'sheets' });
  }

  changeBook(change: (state: BookState) => void): void {
    change(this.state);
    this.emit({ kind: 'book' });
  }
}

/** Rows that JSON wrote as null were never written. */
function withHoles(saved: readonly (readonly (Cell | null | undefined)[] | null)[]): (Cell | undefined)[][] {
  const rows: (Cell | undefined)[][] = [];
  rows.length = saved.length;
  saved.forEach((row, index) => {
    if (row !== null) rows[index] = row.map((cell) => cell ?? undefined);
  });
  return rows;
}

function isUntouched(cell: Cell): boolean {
  if (cell.value !== null) return false;
  for (const key in cell) if (key !== 'value') return false;
  return true;
}

function isSavedBook(parsed: unknown): parsed is BookState {
  return (
    typeof parsed === 'object' &&
    parsed !== null &&
    'sheets' in parsed &&
    Array.isArray(parsed.sheets) &&
    'metadata' in parsed &&
    'nextId' in parsed &&
    'locale' in parsed
  );
}
