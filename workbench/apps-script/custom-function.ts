import type { CellResult } from './calculator.ts';
import { NotKnown } from './errors.ts';
import { isDate } from './signatures.ts';
import { momentToSerial } from './zone.ts';

/** What a custom function returned, as cells: a scalar, or a rectangle that spills. */
export function customFunctionResult(
  value: unknown,
  timeZone: string,
): CellResult | readonly (readonly CellResult[])[] {
  if (!Array.isArray(value)) return cell(value, timeZone);
  if (value.length === 0 || !value.every((row) => Array.isArray(row))) {
    throw new NotKnown('a custom function that returns an empty or a one-dimensional array');
  }
  const rows: readonly (readonly unknown[])[] = value;
  if (new Set(rows.map((row) => row.length)).size > 1 || rows[0]?.length === 0) {
    throw new NotKnown('a custom function that returns rows of different length');
  }
  return rows.map((row) => row.map((item) => cell(item, timeZone)));
}

function cell(value: unknown, timeZone: string): CellResult {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new NotKnown(`a custom function that returns ${value}`);
  }
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return value;
  if (isDate(value)) return { serial: momentToSerial(value.getTime(), timeZone) };
  throw new NotKnown('a custom function that returns an object');
}
