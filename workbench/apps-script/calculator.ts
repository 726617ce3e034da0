import type { Area } from './cell.ts';
import type { Book } from './store.ts';

/** The result of a formula, or what a neighbour's formula spilled into the cell. */
export interface Calculated {
  readonly value: number | string | boolean | null;
  /** `#REF!`, `#N/A`, `#ERROR!` …; then `value` is null. */
  readonly error: string | null;
  /** Number format that the result brings along when the cell has none (a date, a percentage). */
  readonly format: string | null;
}

/** What rules of conditional formatting lay over the cell's own format. */
export interface RuleStyle {
  readonly background?: string;
  readonly fontColor?: string;
}

/**
 * The port that calculates. It follows `host.book` by its change events and may be lazy: nothing is
 * asked of it before a run reads a formula. All addresses are 1-based.
 */
export interface Calculator {
  /** Rows × columns; null where the cell has no formula and nothing spills into it. */
  results(sheetId: number, area: Area): readonly (readonly (Calculated | null)[])[];
  /** Rows × columns; null where no rule applies. */
  ruleStyles(sheetId: number, area: Area): readonly (readonly (RuleStyle | null)[])[];
  /** Last row and column that formulas spill into; 0 when nothing spills. */
  spillExtent(sheetId: number): { readonly rows: number; readonly columns: number };
  dispose(): void;
}

export interface CustomFunction {
  readonly name: string;
  readonly parameters: readonly string[];
}

export interface CalculatorHost {
  readonly book: Book;
  /** Functions of the loaded code that have `@customfunction` in the comment above them. */
  customFunctions(): readonly CustomFunction[];
  /**
   * One server execution in AuthMode.CUSTOM_FUNCTION. Arguments as Sheets passes them: a scalar
   * for a single cell, a 2-D array for a range, '' for a blank, Date for a date cell.
   * The result is a scalar, or a rectangular 2-D array.
   */
  callCustomFunction(name: string, args: readonly unknown[]): CustomFunctionResult;
  /** For NOW() and TODAY(), which the engine must not take from the machine. */
  now(): Date;
}

export type CustomFunctionResult =
  | { readonly ok: true; readonly value: CellResult | readonly (readonly CellResult[])[] }
  /** The cell shows `#ERROR!` with `message` on hover. */
  | { readonly ok: false; readonly message: string };

/** `serial` is a date. */
export type CellResult = number | string | boolean | null | { readonly serial: number };

export type CalculatorFactory = (host: CalculatorHost) => Calculator;
