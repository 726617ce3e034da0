/** Formats a cell may carry; an absent key means the default of the sheet. */
export interface CellStyle {
  readonly numberFormat?: string;
  /** Lower-case hex, `#rrggbb`. */
  readonly background?: string;
  readonly fontColor?: string;
  readonly fontFamily?: string;
  readonly fontSize?: number;
  readonly fontStyle?: 'italic';
  readonly fontWeight?: 'bold';
  readonly fontLine?: 'underline' | 'line-through';
  readonly horizontalAlignment?: string;
  readonly verticalAlignment?: string;
  readonly wrap?: 'OVERFLOW' | 'WRAP' | 'CLIP';
}

/** 1-based rectangle on one sheet. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface SheetArea extends Area {
  readonly sheetId: number;
}

/** A criterion as builders make it: a name of the platform's enum and its arguments. */
export interface Criterion {
  readonly type: string;
  readonly values: readonly CriterionValue[];
}

/** `formula` holds canonical text; `serial` is a date. */
export type CriterionValue =
  | string
  | number
  | boolean
  | { readonly formula: string }
  | { readonly serial: number }
  | { readonly area: SheetArea };

export interface Validation extends Criterion {
  readonly allowInvalid: boolean;
  readonly helpText: string | null;
}

/**
 * What a cell holds. Never changed in place: a snapshot shares cells with the book.
 * A date is a serial number with a date format. A formula is stored in canonical en_US form with
 * its `=`; `value` of a formula cell is null, the calculator knows it.
 */
export interface Cell extends CellStyle {
  readonly value: CellValue;
  readonly formula?: string;
  /** The typed text does not parse in the locale of the spreadsheet: the cell shows `#ERROR!`. */
  readonly formulaBroken?: true;
  readonly note?: string;
  readonly validation?: Validation;
}

export type CellValue = number | string | boolean | null;

export const EMPTY_CELL: Cell = { value: null };

export function isBlank(cell: Cell | undefined): boolean {
  return cell === undefined || (cell.formula === undefined && cell.value === null);
}
