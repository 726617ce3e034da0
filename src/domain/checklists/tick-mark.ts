import type { IsoDate } from '../record.ts';
import type { CellValue } from './day-cell.ts';
import { readStepCell } from './step-cell.ts';

/**
 * A tick as the log remembers it: not ticked, ticked, ticked with the day of the check. A lapsed
 * tick is still the tick of its day: time passing is no change that anybody made.
 */
export type TickMark = 'open' | 'done' | IsoDate;

/** The mark of a cell; null for a wrong value, of which nothing can be said. */
export function tickMark(cell: CellValue, checkedOn: CellValue): TickMark | null {
  const { mark } = readStepCell(cell);
  if (mark === 'wrong') return null;
  if (mark !== 'ticked') return 'open';
  return typeof checkedOn === 'string' && checkedOn !== '' ? checkedOn : 'done';
}
