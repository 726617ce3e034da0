/** What the methods of a range do to one cell. */
import { type Cell, isBlank } from '../cell.ts';
import { withContent, without } from '../content.ts';
import { NotKnown } from '../errors.ts';
import { shiftFormula } from '../formula.ts';
import { type DataValidationService, validationOf } from './data-validation.ts';

export interface ClearOptions {
  readonly contentsOnly?: boolean;
  readonly formatOnly?: boolean;
  readonly validationsOnly?: boolean;
  readonly commentsOnly?: boolean;
  readonly skipFilteredRows?: boolean;
}

/** What a `clear` with these options takes away; without options contents and formats. */
export function clearing(options: ClearOptions | undefined) {
  if (options?.skipFilteredRows === true) throw new NotKnown('clear with skipFilteredRows');
  const contents = options?.contentsOnly === true;
  const format = options?.formatOnly === true;
  const validations = options?.validationsOnly === true;
  const comments = options?.commentsOnly === true;
  const none = !contents && !format && !validations && !comments;
  return { contents: contents || none, format: format || none, validations, comments };
}

export function withoutFormat(cell: Cell): Cell {
  const { value, formula, formulaBroken, note, validation } = cell;
  return {
    value,
    ...(formula === undefined ? {} : { formula }),
    ...(formulaBroken === undefined ? {} : { formulaBroken }),
    ...(note === undefined ? {} : { note }),
    ...(validation === undefined ? {} : { validation }),
  };
}

export function shifted(cell: Cell, rows: number, columns: number): Cell {
  if (cell.formula === undefined || cell.formulaBroken === true) return cell;
  return { ...cell, formula: shiftFormula(cell.formula, rows, columns) };
}

export function withNote(cell: Cell, note: string | number | null | undefined): Cell {
  return note == null || note === '' ? without(cell, 'note') : { ...cell, note: String(note) };
}

export function withValidation(cell: Cell, rule: DataValidationService | null | undefined): Cell {
  return rule == null ? without(cell, 'validation') : { ...cell, validation: validationOf(rule) };
}

export function checkedState(cell: Cell): boolean | null {
  if (cell.validation?.type !== 'CHECKBOX') return null;
  const [on = true, off = cell.validation.values.length === 0 ? false : null] = cell.validation.values;
  if (cell.value === on) return true;
  return cell.value === off || isBlank(cell) ? false : null;
}

export function withState(cell: Cell, on: boolean): Cell {
  if (cell.validation?.type !== 'CHECKBOX') return cell;
  const { values } = cell.validation;
  const [checked, unchecked] = values.length === 0 ? [true, false] : [values[0], values[1] ?? null];
  const value = on ? checked : unchecked;
  if (typeof value === 'object' && value !== null) return cell;
  return withContent(cell, { value: value ?? null });
}
