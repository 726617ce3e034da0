import type { BookState } from '../../../workbench/apps-script/book-state.ts';
import type {
  CalculatorHost,
  CustomFunction,
  CustomFunctionResult,
} from '../../../workbench/apps-script/calculator.ts';
import type { Cell } from '../../../workbench/apps-script/cell.ts';
import { Book } from '../../../workbench/apps-script/store.ts';
import { createEngine, type Engine } from '../../../workbench/engine/calculator.ts';

export interface HostOptions {
  readonly locale?: 'ru_RU' | 'en_US';
  readonly functions?: readonly CustomFunction[];
  /** Default: a new book. */
  readonly state?: BookState;
  readonly call?: (name: string, args: readonly unknown[]) => CustomFunctionResult;
}

/** A bare book with an engine that follows it, without the emulated services. */
export function bookWithEngine(options: HostOptions = {}): { book: Book; engine: Engine; sheetId: number } {
  const { locale = 'ru_RU', state } = options;
  const book = state === undefined ? Book.create({ locale, timeZone: 'Europe/Moscow' }) : new Book(state);
  const host: CalculatorHost = {
    book,
    customFunctions: () => options.functions ?? [],
    callCustomFunction: (name, args) => options.call?.(name, args) ?? { ok: false, message: 'no such' },
    now: () => new Date('2026-11-18T09:30:00Z'),
  };
  return { book, engine: createEngine(host), sheetId: book.activeSheetId };
}

/** Writes rows of cells from the given 1-based corner; a bare value is a value, a string with `=` a formula. */
export function write(
  book: Book,
  sheetId: number,
  row: number,
  column: number,
  rows: readonly (readonly (Cell | Cell['value'])[])[],
): void {
  const columns = Math.max(...rows.map((line) => line.length));
  book.writeCells(sheetId, { row, column, rows: rows.length, columns }, (before, down, right) => {
    const given = rows[down]?.[right];
    if (given === undefined) return before;
    if (typeof given === 'object' && given !== null) return given;
    if (typeof given === 'string' && given.startsWith('=')) return { value: null, formula: given };
    return { value: given };
  });
}

/** Calculated value, error or null of one 1-based cell. */
export function result(engine: Engine, sheetId: number, row: number, column: number): unknown {
  const calculated = engine.results(sheetId, { row, column, rows: 1, columns: 1 })[0]?.[0] ?? null;
  if (calculated === null) return null;
  return calculated.error ?? calculated.value;
}
