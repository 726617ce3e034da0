import { daysBetween, isDay } from '../calendar.ts';
import type { IsoDate } from '../record.ts';

/** What stands in a cell; the edge has turned a date of the book into an ISO day. */
export type CellValue = string | number | boolean | null | undefined;

/** What a person means by the cell of a step. */
export type StepMark =
  | { readonly mark: 'open' }
  /** `on`: the day of the check where the cell gives it, else null. */
  | { readonly mark: 'ticked'; readonly on: IsoDate | null }
  /** «н/п», with the reason written behind it; '' where there is none. */
  | { readonly mark: 'excepted'; readonly reason: string }
  /** Neither: named to people, counted as open, never overwritten. */
  | { readonly mark: 'wrong'; readonly fault: 'text' | 'future'; readonly found: string };

/** Days by which a cell is read: null where they are not known. */
export interface ReadingDays {
  readonly today: IsoDate | null;
  readonly reportDate: IsoDate | null;
}

/** Booleans that were stored as text, in the two languages of a book. */
const YES: readonly string[] = ['true', 'истина'];
const NO: readonly string[] = ['', 'false', 'ложь'];
const NOT_APPLICABLE = /^(?:н\/п|не применимо)(?:[\s:;,.—–-]+([\s\S]*))?$/i;
const CHECKED = /^(?:проверено[\s:]*)?(\d{1,2})\.(\d{1,2})(?:\.(\d{4}|\d{2}))?\.?(?:\s*г\.?)?$/i;

/**
 * Reads the cell of a step. A day («проверено 12.11», 12.11.2026, a date) ticks only a step that is
 * checked again for each report; elsewhere a tick has no day, and a day is a wrong value.
 */
export function readStepCell(cell: CellValue, dated: boolean, days: ReadingDays): StepMark {
  if (cell === null || cell === undefined || cell === false) return { mark: 'open' };
  if (cell === true) return { mark: 'ticked', on: null };
  const text = String(cell).trim();
  const word = text.toLowerCase();
  if (NO.includes(word)) return { mark: 'open' };
  if (YES.includes(word)) return { mark: 'ticked', on: null };
  const excepted = NOT_APPLICABLE.exec(text);
  if (excepted !== null) return { mark: 'excepted', reason: (excepted[1] ?? '').trim() };
  const day = dated ? readShortDay(text, days.today ?? days.reportDate) : null;
  if (day === null) return { mark: 'wrong', fault: 'text', found: text };
  if (days.today !== null && day > days.today) return { mark: 'wrong', fault: 'future', found: text };
  return { mark: 'ticked', on: day };
}

/**
 * A day as people write it beside a step: `2026-11-12`, «12.11.2026», «12.11.26», «проверено 12.11».
 * Without a year it is the one nearest to `near`; null where it is no day.
 */
function readShortDay(text: string, near: IsoDate | null): IsoDate | null {
  if (isDay(text)) return text;
  const match = CHECKED.exec(text);
  return match === null ? null : dayOf(match[1] ?? '', match[2] ?? '', match[3], near);
}

/** Day, month and perhaps a year (two or four digits) as an ISO day; null where there is no such day. */
export function dayOf(
  day: string,
  month: string,
  year: string | undefined,
  near: IsoDate | null,
): IsoDate | null {
  const rest = `-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (year !== undefined) {
    const full = `${year.length === 2 ? `20${year}` : year}${rest}`;
    return isDay(full) ? full : null;
  }
  if (near === null) return null;
  const around = Number(near.slice(0, 4));
  let nearest: IsoDate | null = null;
  for (const candidate of [around - 1, around, around + 1].map((number) => `${number}${rest}`)) {
    if (!isDay(candidate)) continue;
    if (nearest === null || distance(candidate, near) < distance(nearest, near)) nearest = candidate;
  }
  return nearest;
}

function distance(one: IsoDate, other: IsoDate): number {
  return Math.abs(daysBetween(one, other));
}
