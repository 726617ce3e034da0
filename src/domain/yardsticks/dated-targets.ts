import { DEFAULT_NEAR, INDICATORS, type IndicatorCode, type Targets } from '../indicators.ts';
import type { IsoDate } from '../record.ts';
import type { BasisPoints } from '../share.ts';

/** A target with the date from which it holds («действует с»). */
export interface DatedTarget {
  readonly code: IndicatorCode;
  /** First report date judged by it; null where it has held since ever. */
  readonly from: IsoDate | null;
  /** null where the user emptied it: from then on nothing is judged. */
  readonly target: BasisPoints | null;
}

/** All targets of a book, and the width of the band «близко». */
export interface DatedTargets {
  /** In the sheet's order. */
  readonly rows: readonly DatedTarget[];
  readonly near: BasisPoints;
}

export const DEFAULT_DATED_TARGETS: DatedTargets = {
  rows: INDICATORS.map(({ code, target }) => ({ code, from: null, target })),
  near: DEFAULT_NEAR,
};

/**
 * The target in force on a report date: the row that began last, and of rows that began on one day
 * the lower one. null where none had begun, or where the one in force is emptied.
 */
export function targetInForce(
  rows: readonly DatedTarget[],
  code: IndicatorCode,
  date: IsoDate,
): BasisPoints | null {
  let inForce: DatedTarget | null = null;
  for (const row of rows) {
    if (row.code !== code || (row.from !== null && row.from > date)) continue;
    if (inForce === null || (row.from ?? '') >= (inForce.from ?? '')) inForce = row;
  }
  return inForce === null ? null : inForce.target;
}

/**
 * Targets of all indicators as they stood on a report date, so that an old week is judged by its own.
 * @param date null where there is no report yet: what has held since ever
 */
export function targetsOn({ rows, near }: DatedTargets, date: IsoDate | null): Targets {
  const target = (code: IndicatorCode) => targetInForce(rows, code, date ?? '');
  return {
    byIndicator: {
      'max.teachers': target('max.teachers'),
      'max.parents': target('max.parents'),
      'max.students': target('max.students'),
      'cok.teachers': target('cok.teachers'),
      'cok.students': target('cok.students'),
    },
    near,
  };
}
