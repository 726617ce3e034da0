import type { SheetState } from '../apps-script/book-state.ts';
import type { Cell } from '../apps-script/cell.ts';
import type { EngineCommand } from './batch.ts';
import { cellDifferences } from './differences.ts';
import { type PreparedResult, preparedSheet } from './prepared.ts';
import { seenCells, type Told } from './told.ts';

/** Each is drawn, too. */
const ROWS_AT_A_TIME = 25;

/** Told in place of a formula: what it shows. Equal to no cell of the book. */
const RESULT: Cell = { value: null };

/** The model shows results there, and is told the formulas later. */
function noteResults(told: Told, results: readonly PreparedResult[]): void {
  for (const [row, column] of results) {
    const line = told.cells[row - 1] ?? [];
    told.cells[row - 1] = line;
    line[column - 1] = RESULT;
  }
}

/**
 * Rows of a sheet below those that a first look has. Whoever scrolls on finds what the sheet showed:
 * as values, as its formulas take their time.
 */
export class Below {
  private readonly sheet: SheetState;
  private readonly told: Told;
  private readonly results: readonly PreparedResult[];
  /** So many rows of the sheet show something. */
  private readonly rows: number;
  /** So many of them the model knows. */
  private known: number;

  /** @param known so many rows the look has; their cells are noted as told */
  constructor(sheet: SheetState, told: Told, known: number, results: readonly PreparedResult[]) {
    this.sheet = sheet;
    this.told = told;
    this.known = known;
    this.results = results;
    told.cells = seenCells(sheet);
    noteResults(told, results);
    this.rows = told.cells.findLastIndex((row) => row?.some((cell) => cell !== undefined)) + 1;
    told.cells.length = Math.min(known, told.cells.length);
  }

  /** @returns what tells the next rows; null when all are told */
  next(): EngineCommand[] | null {
    const { known, told } = this;
    if (known >= this.rows) return null;
    this.known += ROWS_AT_A_TIME;
    const results = this.results.filter(([row]) => row > known && row <= this.known);
    const area = { row: known + 1, column: 1, rows: ROWS_AT_A_TIME, columns: told.columns };
    const commands = cellDifferences(preparedSheet(this.sheet, results), told, area);
    noteResults(told, results);
    return commands;
  }
}
