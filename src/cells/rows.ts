import { admits, errorValue, isBlank, missingArgument, type Parameter, wrongArgument } from './arguments.ts';
import type { Answer, CellAnswer } from './broadcast.ts';
import { filledHeight, filledWidth, operandOf, unequal } from './ranges.ts';

/** A function in cells of any number of arguments; each is one value or a range, as with `evaluate`. */
export interface RowFunction {
  readonly parameters: readonly Parameter[];
  /** How many of them must be given; a blank among them is for the function to understand. */
  readonly required: number;
  /** The answer for one cell: each value is admitted by its parameter, or null for a blank. */
  calculate(values: readonly unknown[]): CellAnswer;
}

/** An unticked box fills its column to the end of the sheet, and means nothing without other content. */
function isEmpty(value: unknown): boolean {
  return isBlank(value) || value === false;
}

function answerRow({ parameters, calculate }: RowFunction, values: readonly unknown[]): CellAnswer {
  for (const value of values) {
    const error = errorValue(value);
    if (error !== null) return error;
  }
  for (const [index, parameter] of parameters.entries()) {
    const value = values[index];
    if (isBlank(value) || admits(parameter, value) || parameter.also?.(value) === true) continue;
    return wrongArgument(parameter, value);
  }
  if (values.every(isEmpty)) return '';
  return calculate(values.map((value) => (isBlank(value) ? null : value)));
}

/** Answers a call from a cell; `args` in the order of the parameters, undefined where left out. */
export function evaluateRows(fn: RowFunction, args: readonly unknown[]): Answer {
  const operands = fn.parameters.map((parameter, index) => operandOf(parameter, args[index]));
  for (const { parameter, table, value } of operands.slice(0, fn.required)) {
    if (table === null && value === undefined) return missingArgument(parameter);
  }
  const problem = unequal(operands);
  if (problem !== null) return problem;
  const tables = operands.flatMap(({ table }) => (table === null ? [] : [table]));
  if (tables.length === 0) {
    const single = answerRow(
      fn,
      operands.map(({ value }) => value),
    );
    return Array.isArray(args[0]) ? [[single]] : single;
  }
  const height = Math.max(1, ...tables.map((table) => filledHeight(table, isEmpty)));
  const width = Math.max(1, ...tables.map(filledWidth));
  return Array.from({ length: height }, (_row, r) =>
    Array.from({ length: width }, (_cell, column) =>
      answerRow(
        fn,
        operands.map(({ table, value }) => (table === null ? value : table[r]?.[column])),
      ),
    ),
  );
}
