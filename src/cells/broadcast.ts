import { admits, errorValue, isBlank, missingArgument, type Parameter, wrongArgument } from './arguments.ts';

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

type Table = readonly (readonly unknown[])[];

interface Operand {
  readonly parameter: Parameter;
  /** The range, null where the argument is a single value that goes with every cell. */
  readonly table: Table | null;
  readonly value: unknown;
}

/** Sheets hands over a range as an array of rows, made in another realm: `instanceof` would fail. */
function tableOf(argument: unknown): Table | null {
  if (!Array.isArray(argument)) return null;
  return Array.isArray(argument[0]) ? argument : [argument];
}

function isSingle(table: Table): boolean {
  return table.length === 1 && (table[0] ?? []).length <= 1;
}

/** A range of one cell goes with every cell of a larger one, as a single value does. */
function operandOf(parameter: Parameter, argument: unknown): Operand {
  const table = tableOf(argument);
  if (table !== null && !isSingle(table)) return { parameter, table, value: undefined };
  const value = table === null ? argument : table[0]?.[0];
  return { parameter, table: null, value: isBlank(value) ? (parameter.fallback ?? value) : value };
}

function widthOf(table: Table): number {
  return (table[0] ?? []).length;
}

/** A sentence where two ranges differ in size: shifted by a row, they would judge one school by another. */
function unequal(operands: readonly Operand[]): string | null {
  const ranges = operands.flatMap(({ parameter, table }) => (table === null ? [] : [{ parameter, table }]));
  const [first] = ranges;
  const other = ranges.find(
    ({ table }) =>
      first !== undefined && (table.length !== first.table.length || widthOf(table) !== widthOf(first.table)),
  );
  if (first === undefined || other === undefined) return null;
  const sizes = [first, other].map(
    ({ parameter, table }) => `в аргументе ${parameter.name} — ${table.length} × ${widthOf(table)}`,
  );
  return `Диапазоны должны быть одного размера (строк × столбцов): ${sizes.join(', ')}`;
}

/** Rows up to the last one with content: an open range (X2:X) reaches to the end of the sheet. */
function filledHeight(table: Table): number {
  for (let height = table.length; height > 0; height--) {
    const row = table[height - 1] ?? [];
    for (let column = 0; column < row.length; column++) if (!isBlank(row[column])) return height;
  }
  return 0;
}

function filledWidth(table: Table): number {
  let width = 0;
  for (const row of table) {
    for (let column = row.length; column > width; column--) {
      if (!isBlank(row[column - 1])) width = column;
    }
  }
  return width;
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

function answer(fn: CellFunction, first: unknown, second: unknown, third: unknown): CellAnswer {
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
