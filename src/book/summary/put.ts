import type { CellInput } from '../cells.ts';

/** Puts cells into a row of the page, from a column on. */
export type Put = (row: number, from: string, values: readonly CellInput[]) => void;
/** Gives cells of a row of the page a number format. */
export type Format = (row: number, letters: string, name: string) => void;
