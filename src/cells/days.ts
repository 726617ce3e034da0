import type { IsoDate } from '../domain/record.ts';
import { isDate } from './arguments.ts';

const HALF_DAY = 43_200_000;

function padded(value: number): string {
  return String(value).padStart(2, '0');
}

/**
 * Calendar day of a cell: a date, «18.11.2026» or `2026-11-18`; null for anything else.
 * A date is midnight in the spreadsheet's zone, which need not be the script's: noon of it is the same day in both.
 */
export function dayOf(value: unknown): IsoDate | null {
  if (isDate(value)) {
    const noon = new Date(value.getTime() + HALF_DAY);
    return `${noon.getFullYear()}-${padded(noon.getMonth() + 1)}-${padded(noon.getDate())}`;
  }
  if (typeof value !== 'string') return null;
  const day = value.trim().replace(/^(\d\d)\.(\d\d)\.(\d{4})$/, '$3-$2-$1');
  return /^\d{4}-\d\d-\d\d$/.test(day) ? day : null;
}

/** `2026-11-18` → «18.11.2026» */
export function dayText(day: IsoDate): string {
  return day.split('-').reverse().join('.');
}
