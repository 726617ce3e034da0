import type { IsoDate } from '../record.ts';
import { type CellValue, readPastDay } from './day-cell.ts';

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
const CHECKED = /^проверено[\s:]*/i;

/**
 * Reads the cell of a step. A day («проверено 12.11», 12.11.2026, a date) ticks only a step that is
 * checked again for each report (`dated`); elsewhere a tick has no day, and a day is a wrong value.
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
  if (!dated) return { mark: 'wrong', fault: 'text', found: text };
  const reading = readPastDay(text.replace(CHECKED, ''), days.today, days.today ?? days.reportDate);
  if (reading.day !== null) return { mark: 'ticked', on: reading.day };
  return { mark: 'wrong', fault: reading.fault ?? 'text', found: text };
}
