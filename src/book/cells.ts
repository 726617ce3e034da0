import type { IsoDate } from '../domain/record.ts';

/** A value as the platform takes it in setValues. */
export type CellInput = string | number | boolean;

/**
 * Text as a cell input that nothing can turn into a formula, number or date: a leading apostrophe
 * forces text and is not part of the stored value. '' empties the cell.
 */
export function textCell(text: string): string {
  return text === '' ? '' : `'${text}`;
}

/** A count as a cell input; blank stays blank, it is not 0. */
export function countCell(count: number | null): CellInput {
  return count === null ? '' : count;
}

const DAY = 86_400_000;
/** Serial day 0 of spreadsheets: 30 December 1899. */
const EPOCH = Date.UTC(1899, 11, 30);

/** Serial day number of a calendar day: independent of time zones, unlike a Date. */
export function dateCell(date: IsoDate | null): CellInput {
  return date === null || date === '' ? '' : Math.round((Date.parse(`${date}T00:00:00Z`) - EPOCH) / DAY);
}

export function dateOfSerial(serial: number): IsoDate {
  return new Date(EPOCH + Math.floor(serial) * DAY).toISOString().slice(0, 10);
}

/** Quoted name of a sheet for use in a formula. */
export function sheetReference(name: string): string {
  return `'${name.replace(/'/g, "''")}'`;
}
