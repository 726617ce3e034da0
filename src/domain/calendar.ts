import type { IsoDate } from './record.ts';

/** Calendar month `yyyy-mm`. */
export type IsoMonth = string;

/*
 * Days are counted by the proleptic Gregorian calendar from 1970-01-01, without a platform date:
 * no zone can move a report into another day. Years begin in March inside, so that the leap day is
 * the last of its year.
 */
const DAYS_IN_YEAR = 365;
const DAYS_IN_ERA = 146_097;
const YEARS_IN_ERA = 400;
/** Days from 0000-03-01 to 1970-01-01. */
const EPOCH = 719_468;

/** Day number of a valid ISO date; 1970-01-01 is 0. */
export function dayNumber(date: IsoDate): number {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / YEARS_IN_ERA);
  const yearOfEra = shifted - era * YEARS_IN_ERA;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * DAYS_IN_ERA + yearOfEra * DAYS_IN_YEAR + leapDays + dayOfYear - EPOCH;
}

/** The inverse of `dayNumber`. */
export function dateOfDay(number: number): IsoDate {
  const days = number + EPOCH;
  const era = Math.floor(days / DAYS_IN_ERA);
  const dayOfEra = days - era * DAYS_IN_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      DAYS_IN_YEAR,
  );
  const dayOfYear =
    dayOfEra - (DAYS_IN_YEAR * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * YEARS_IN_ERA + (month <= 2 ? 1 : 0);
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return dateOfDay(dayNumber(date) + days);
}

export function monthOf(date: IsoDate): IsoMonth {
  return date.slice(0, 'yyyy-mm'.length);
}

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** True for `yyyy-mm-dd` that stands in the calendar. */
export function isDay(text: string): boolean {
  return ISO_DAY.test(text) && dateOfDay(dayNumber(text)) === text;
}

/** Whole days from the first day to the second; negative where the second is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from);
}
