import { admits, errorValue, isBlank, missingArgument, type Parameter, wrongArgument } from './arguments.ts';
import { filledHeight, filledWidth, type Operand, operandOf, unequal } from './ranges.ts';

/** What a function writes into one cell: a number, a text, or '' for a blank. */
export type CellAnswer = number | string;

/** One value for single values, a table of the ranges' shape for ranges. */
export type Answer = CellAnswer | CellAnswer[][];

/** A function in cells: at most three arguments, each a single value or a range. */
export interface CellFunction {
  readonly first: Parameter;
  readonly second: Parameter;
  readonly third: Parameter;
  /** The answer for one cell, once every argument is a number that its parameter admits. */
  calculate(first: number, second: number, third: number): CellAnswer;
}

/** The answer where an argument is not an admitted number: an error value, a sentence, or a blank. */
function answerWithout(fn: CellFunction, first: unknown, second: unknown, third: unknown): CellAnswer {
  if (isBlank(third) && fn.third.fallback !== undefined) {
    return answer(fn, first, second, fn.third.fallback);
  }
  const error = errorValue(first) ?? errorValue(second) ?? errorValue(third);
  if (error !== null) return error;
  if (!isBlank(first) && !admits(fn.first, first)) return wrongArgument(fn.first, first);
  if (!isBlank(second) && !admits(fn.second, second)) return wrongArgument(fn.second, second);
  if (!isBlank(third) && !admits(fn.third, third)) return wrongArgument(fn.third, third);
  return '';
}

/** The answer for one cell. */
export function answer(fn: CellFunction, first: unknown, second: unknown, third: unknown): CellAnswer {
  return admits(fn.first, first) && admits(fn.second, second) && admits(fn.third, third)
    ? fn.calculate(first, second, third)
    : answerWithout(fn, first, second, third);
}

function at(operand: Operand, row: readonly unknown[] | undefined, column: number): unknown {
  return row === undefined ? operand.value : row[column];
}

/** Cell by cell over ranges of one size; no object or closure a cell, 100,000 rows are usual. */
function answerTable(fn: CellFunction, a: Operand, b: Operand, c: Operand): CellAnswer[][] {
  let height = 1;
  let width = 1;
  for (const { table } of [a, b, c]) {
    if (table === null) continue;
    height = Math.max(height, filledHeight(table));
    width = Math.max(width, filledWidth(table));
  }
  const rows: CellAnswer[][] = [];
  for (let r = 0; r < height; r++) {
    const rowA = a.table?.[r];
    const rowB = b.table?.[r];
    const rowC = c.table?.[r];
    // Begun with its first cell: pushing into an empty array reserves room for 17.
    const row = [answer(fn, at(a, rowA, 0), at(b, rowB, 0), at(c, rowC, 0))];
    for (let k = 1; k < width; k++) row.push(answer(fn, at(a, rowA, k), at(b, rowB, k), at(c, rowC, k)));
    rows.push(row);
  }
  return rows;
}

/**
 * Answers a call from a cell. Single values give a single answer; with ranges, single values go with
 * every cell, and the answer has the ranges' shape without their blank end (at least one cell).
 */
export function evaluate(fn: CellFunction, first: unknown, second: unknown, third?: unknown): Answer {
  const a = operandOf(fn.first, first);
  const b = operandOf(fn.second, second);
  const c = operandOf(fn.third, third);
  for (const { parameter, table, value } of [a, b, c]) {
    if (table === null && value === undefined) return missingArgument(parameter);
  }
  const problem = unequal([a, b, c]);
  if (problem !== null) return problem;
  if (a.table === null && b.table === null && c.table === null) {
    const single = answer(fn, a.value, b.value, c.value);
    return Array.isArray(first) ? [[single]] : single;
  }
  return answerTable(fn, a, b, c);
}
