import type { IsoDate } from './record.ts';

/** Calendar arithmetic on ISO days `yyyy-mm-dd`, which compare as text; without clock or time zone. */

const DAY = 86_400_000;
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

function midnight(day: IsoDate): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** True for `yyyy-mm-dd` that stands in the calendar. */
export function isDay(text: string): boolean {
  if (!ISO_DAY.test(text)) return false;
  const time = midnight(text);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}

/** Whole days from the first day to the second; negative where the second is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((midnight(to) - midnight(from)) / DAY);
}

export function addDays(day: IsoDate, days: number): IsoDate {
  return new Date(midnight(day) + days * DAY).toISOString().slice(0, 10);
}
