import { isBlank, type Parameter } from './arguments.ts';

export type Table = readonly (readonly unknown[])[];

/** Sheets hands over a range as an array of rows, made in another realm: `instanceof` would fail. */
export function tableOf(argument: unknown): Table | null {
  if (!Array.isArray(argument)) return null;
  return Array.isArray(argument[0]) ? argument : [argument];
}

function isSingle(table: Table): boolean {
  return table.length === 1 && (table[0] ?? []).length <= 1;
}

export interface Operand {
  readonly parameter: Parameter;
  /** The range, null where the argument is a single value that goes with every cell. */
  readonly table: Table | null;
  readonly value: unknown;
}

/** A range of one cell goes with every cell of a larger one, as a single value does. */
export function operandOf(parameter: Parameter, argument: unknown): Operand {
  const table = tableOf(argument);
  if (table !== null && !isSingle(table)) return { parameter, table, value: undefined };
  const value = table === null ? argument : table[0]?.[0];
  return { parameter, table: null, value: isBlank(value) ? (parameter.fallback ?? value) : value };
}

export function widthOf(table: Table): number {
  return (table[0] ?? []).length;
}

/** A sentence where two ranges differ in size: shifted by a row, they would judge one school by another. */
export function unequal(operands: readonly Operand[]): string | null {
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
export function filledHeight(table: Table, isEmpty = isBlank): number {
  for (let height = table.length; height > 0; height--) {
    const row = table[height - 1] ?? [];
    for (let column = 0; column < row.length; column++) if (!isEmpty(row[column])) return height;
  }
  return 0;
}

export function filledWidth(table: Table): number {
  let width = 0;
  for (const row of table) {
    for (let column = row.length; column > width; column--) {
      if (!isBlank(row[column - 1])) width = column;
    }
  }
  return width;
}
