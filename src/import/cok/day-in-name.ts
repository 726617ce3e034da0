import type { IsoDate } from '../../domain/record.ts';
import { isRealDay } from '../dates.ts';

/** A day in the name of a file, as DataLens gives it: `<chart>_2026-11-18_10-30-00.csv`. */
export function dayInName(fileName: string): IsoDate | null {
  const [, year, month, day] = /(20\d\d)[-_.](\d\d)[-_.](\d\d)/.exec(fileName) ?? [];
  const date = `${year}-${month}-${day}`;
  return isRealDay(date) ? date : null;
}
