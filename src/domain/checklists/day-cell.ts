import { daysBetween, isDay } from '../calendar.ts';
import type { IsoDate } from '../record.ts';

/** What stands in a cell; the edge has turned a date of the book into an ISO day. */
export type CellValue = string | number | boolean | null | undefined;

/** A day, a blank (`day` null, no fault), or what stands there instead. */
export type DayReading =
  | { readonly day: IsoDate | null; readonly fault: null }
  | { readonly day: null; readonly fault: 'text' | 'future'; readonly found: string };

const WRITTEN_DAY = /^(\d{1,2})\.(\d{1,2})(?:\.(\d{4}|\d{2}))?\.?(?:\s*г\.?)?$/i;

/**
 * A day as people write it: `2026-11-12`, «12.11.2026», «12.11.26», «12.11». Without a year it is
 * the one nearest to `near`; null where it is no day.
 */
export function readDay(text: string, near: IsoDate | null): IsoDate | null {
  if (isDay(text)) return text;
  const match = WRITTEN_DAY.exec(text);
  if (match === null) return null;
  const [, day = '', month = '', year] = match;
  const rest = `-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (year === undefined) return near === null ? null : nearestYear(rest, near);
  const full = `${year.length === 2 ? `20${year}` : year}${rest}`;
  return isDay(full) ? full : null;
}

function nearestYear(rest: string, near: IsoDate): IsoDate | null {
  const around = Number(near.slice(0, 4));
  let nearest: IsoDate | null = null;
  for (const year of [around - 1, around, around + 1]) {
    const day = `${year}${rest}`;
    if (isDay(day) && (nearest === null || distance(day, near) < distance(nearest, near))) nearest = day;
  }
  return nearest;
}

function distance(one: IsoDate, other: IsoDate): number {
  return Math.abs(daysBetween(one, other));
}

/** Reads the cell of a day that has passed; a day after `today` is a fault where today is known. */
export function readPastDay(
  cell: CellValue,
  today: IsoDate | null,
  near: IsoDate | null = today,
): DayReading {
  const found = cell === null || cell === undefined ? '' : String(cell).trim();
  if (found === '') return { day: null, fault: null };
  const day = readDay(found, near);
  if (day === null) return { day: null, fault: 'text', found };
  return today !== null && day > today ? { day: null, fault: 'future', found } : { day, fault: null };
}
