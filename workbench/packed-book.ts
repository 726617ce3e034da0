import type { BookState, Line, SheetState } from './apps-script/book-state.ts';
import type { Cell, CellValue } from './apps-script/cell.ts';

/** Everything of a cell but its value and formula: a few hundred of them serve a whole book. */
type Look = Omit<Cell, 'value' | 'formula'>;

/**
 * Below zero: so many places without a cell. Else a look by its number: alone for a blank cell, with
 * a value, or with a formula by its number.
 */
type PackedCell =
  | number
  | readonly [look: number, value: CellValue]
  | readonly [look: number, value: CellValue, formula: number];

/** Null where no cell of the row was ever written. */
type PackedRow = readonly PackedCell[] | null;

/** So many lines of this number; -1 for those that have nothing of their own. */
type PackedLines = readonly (readonly [count: number, line: number])[];

interface PackedSheet {
  readonly cells: readonly PackedRow[];
  readonly rowLines: PackedLines;
  readonly columnLines: PackedLines;
}

/** What a book is without what stands in its sheets: little of it. */
export interface BookHead extends Omit<BookState, 'sheets'> {
  readonly sheets: readonly Omit<SheetState, keyof PackedSheet>[];
}

/** What stands in the sheets of a book: a third of the text of a saved one, and sooner read. */
export interface PackedCells {
  readonly looks: readonly Look[];
  /** Each serves the rows of a column: `ROW` stands for the number of the row, wherever its digits are. */
  readonly formulas: readonly string[];
  readonly lines: readonly Line[];
  readonly sheets: readonly PackedSheet[];
}

/** No formula of the add-on has such a character. */
const ROW = '\u0001';

/** A book whose cells are read when somebody first asks for one of them. */
export interface LateBook {
  readonly state: BookState;
  /** Does nothing where they were read. */
  read(): void;
  /** Told at once, or when they are read: before anybody has one, so before anybody changed one. */
  whenRead(listener: () => void): void;
}

/** Numbers equal things alike, from 0. */
class Numbers<T> {
  readonly all: T[] = [];
  private readonly known = new Map<string, number>();

  of(thing: T): number {
    const key = JSON.stringify(thing);
    const number = this.known.get(key) ?? this.all.push(thing) - 1;
    this.known.set(key, number);
    return number;
  }
}

function packRow(
  row: readonly (Cell | undefined)[],
  number: number,
  looks: Numbers<Look>,
  formulas: Numbers<string>,
): PackedCell[] {
  const packed: PackedCell[] = [];
  let holes = 0;
  for (const cell of row) {
    if (cell === undefined) {
      holes += 1;
      continue;
    }
    if (holes > 0) packed.push(-holes);
    holes = 0;
    const { value, formula, ...rest } = cell;
    const look = looks.of(rest);
    if (formula !== undefined)
      packed.push([look, value, formulas.of(formula.split(String(number)).join(ROW))]);
    else packed.push(value === null ? look : [look, value]);
  }
  return packed;
}

function packLines(lines: readonly (Line | undefined)[], numbers: Numbers<Line>): PackedLines {
  const packed: [count: number, line: number][] = [];
  for (const line of lines) {
    const number = line === undefined ? -1 : numbers.of(line);
    const last = packed[packed.length - 1];
    if (last?.[1] === number) last[0] += 1;
    else packed.push([1, number]);
  }
  return packed;
}

export function packBook(state: BookState): { head: BookHead; cells: PackedCells } {
  const looks = new Numbers<Look>();
  const formulas = new Numbers<string>();
  const lines = new Numbers<Line>();
  const heads: BookHead['sheets'][number][] = [];
  const sheets = state.sheets.map(({ cells, rowLines, columnLines, ...head }): PackedSheet => {
    heads.push(head);
    return {
      // Not map: it leaves out the rows that were never written.
      cells: Array.from(cells, (row: readonly (Cell | undefined)[] | undefined, index) =>
        row === undefined ? null : packRow(Array.from(row), index + 1, looks, formulas),
      ),
      rowLines: packLines(Array.from(rowLines), lines),
      columnLines: packLines(Array.from(columnLines), lines),
    };
  });
  return {
    head: { ...state, sheets: heads },
    cells: { looks: looks.all, formulas: formulas.all, lines: lines.all, sheets },
  };
}

function unpackRow(
  packed: readonly PackedCell[],
  number: number,
  { looks, formulas }: PackedCells,
  blanks: readonly Cell[],
): (Cell | undefined)[] {
  const row: (Cell | undefined)[] = [];
  for (const cell of packed) {
    if (typeof cell !== 'number') {
      const [look, value, known] = cell;
      const formula = known === undefined ? undefined : formulas[known]?.split(ROW).join(String(number));
      row.push(formula === undefined ? { value, ...looks[look] } : { value, formula, ...looks[look] });
    } else if (cell < 0) for (let hole = cell; hole < 0; hole += 1) row.push(undefined);
    else row.push(blanks[cell]);
  }
  return row;
}

function unpackLines(packed: PackedLines, lines: readonly Line[]): (Line | undefined)[] {
  return packed.flatMap(([count, line]) => Array.from({ length: count }, () => lines[line]));
}

type Unpacked = Pick<SheetState, keyof PackedSheet>;

function unpackSheet(sheet: PackedSheet, packed: PackedCells, blanks: readonly Cell[]): Unpacked {
  const { lines } = packed;
  const cells: (Cell | undefined)[][] = [];
  cells.length = sheet.cells.length;
  sheet.cells.forEach((row, index) => {
    if (row !== null) cells[index] = unpackRow(row, index + 1, packed, blanks);
  });
  return {
    cells,
    rowLines: unpackLines(sheet.rowLines, lines),
    columnLines: unpackLines(sheet.columnLines, lines),
  };
}

const LATE = ['cells', 'rowLines', 'columnLines'] as const;

/** The book as it was packed, each time anew. */
export function unpackBook(head: BookHead, packedCells: () => PackedCells): LateBook {
  const sheets = head.sheets.map(
    (sheet): SheetState => ({ ...sheet, cells: [], rowLines: [], columnLines: [] }),
  );
  let listeners: (() => void)[] | null = [];
  function read(): void {
    if (listeners === null) return;
    const packed = packedCells();
    // Cells are never changed in place, so blank ones of one look are one.
    const blanks = packed.looks.map((look): Cell => ({ value: null, ...look }));
    packed.sheets.forEach((sheet, index) => {
      const unpacked = unpackSheet(sheet, packed, blanks);
      for (const name of LATE) {
        const plain = { value: unpacked[name], writable: true, enumerable: true, configurable: true };
        Object.defineProperty(sheets[index] ?? {}, name, plain);
      }
    });
    const told = listeners;
    listeners = null;
    for (const listener of told) listener();
  }
  for (const sheet of sheets) {
    for (const name of LATE) {
      Object.defineProperty(sheet, name, {
        get: () => {
          read();
          return sheet[name];
        },
        set: (value: unknown) => {
          read();
          Object.assign(sheet, { [name]: value });
        },
        enumerable: true,
        configurable: true,
      });
    }
  }
  return {
    // Its own list: sheets may come and go before the cells are read.
    state: { ...head, sheets: sheets.slice() },
    read,
    whenRead: (listener) => {
      if (listeners === null) listener();
      else listeners.push(listener);
    },
  };
}
