/** Short names of the platform's types, and how its cell values are read back. */
import type { IsoDate } from '../domain/record.ts';
import { dateOfSerial } from './cells.ts';

export type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
export type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What getValues gives: '' for an empty cell. Dates come from a date format and the spreadsheet's zone. */
export type CellOutput = string | number | boolean | Date;

/** Text of a cell, whatever its type: '' for an empty one. */
export function textOf(value: CellOutput | undefined): string {
  return value === undefined ? '' : String(value);
}

/** A count of people: a whole number ≥ 0, else null. */
export function countOf(value: CellOutput | undefined): number | null {
  return typeof value === 'number' && value >= 0 && Math.floor(value) === value ? value : null;
}

export type DateReader = (value: CellOutput | undefined) => IsoDate | null;

const HALF_DAY = 43_200_000;

/**
 * Reads dates of cells as calendar days of the spreadsheet's time zone, which may differ from the
 * script's. A date cell is midnight of that zone; half a day later the day is the same in UTC for
 * every zone from −12 to +12. The first date seen is checked with the exact formatting (one call for
 * thousands of rows); in a zone where the short way fails, every date is formatted exactly.
 */
export function dateReader(spreadsheet: Spreadsheet): DateReader {
  return zonedDateReader(() => spreadsheet.getSpreadsheetTimeZone());
}

/** The calendar day of a moment. */
export function dayOf(moment: Date, zone: string): IsoDate {
  return Utilities.formatDate(moment, zone, 'yyyy-MM-dd');
}

/** The same where the time zone of the spreadsheet may be known already. */
export function zonedDateReader(zone: () => string): DateReader {
  const exact = (value: Date): IsoDate => dayOf(value, zone());
  const short = (value: Date): IsoDate => new Date(value.getTime() + HALF_DAY).toISOString().slice(0, 10);
  let shortIsRight: boolean | null = null;
  return (value) => {
    if (typeof value === 'number') return value > 0 ? dateOfSerial(value) : null;
    // Dates may come from another realm: no instanceof.
    if (typeof value !== 'object' || typeof value.getTime !== 'function') return null;
    if (shortIsRight === null) shortIsRight = exact(value) === short(value);
    return shortIsRight ? short(value) : exact(value);
  };
}
