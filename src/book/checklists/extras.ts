import type { SchoolExtra } from '../../domain/checklists/school-extra.ts';
import { columnLetter } from '../../domain/columns.ts';
import { INDICATORS, type IndicatorCode } from '../../domain/indicators.ts';
import { type CellOutput, type Sheet, textOf } from '../platform.ts';
import { indicatorColumn, SCHOOL_COLUMNS, SCHOOLS_LAYOUT } from '../schools.ts';

/** By id; a column whose heading was changed says nothing. One call. */
export function readSchoolExtras(sheet: Sheet): Record<string, SchoolExtra> {
  const last = Math.max(...INDICATORS.map((indicator) => indicatorColumn(indicator, 'change')));
  if (sheet.getMaxColumns() < last) return {};
  const values: CellOutput[][] = sheet.getRange(`A1:${columnLetter(last - 1)}`).getValues();
  const headings = values[0] ?? [];
  const isOurs = (column: number): boolean =>
    textOf(headings[column - 1]) === SCHOOLS_LAYOUT.columns[column - 1]?.heading;
  const extras: Record<string, SchoolExtra> = {};
  if (!isOurs(SCHOOL_COLUMNS.id)) return extras;
  const columns = INDICATORS.map(
    (indicator) => [indicator.code, indicatorColumn(indicator, 'change')] as const,
  ).filter(([, column]) => isOurs(column));
  for (const row of values.slice(SCHOOLS_LAYOUT.firstRow - 1)) {
    const id = textOf(row[SCHOOL_COLUMNS.id - 1]);
    if (id === '') continue;
    const changes: Partial<Record<IndicatorCode, number>> = {};
    for (const [code, column] of columns) {
      const change = row[column - 1];
      if (typeof change === 'number') changes[code] = change;
    }
    const coordinator = isOurs(SCHOOL_COLUMNS.coordinator) ? textOf(row[SCHOOL_COLUMNS.coordinator - 1]) : '';
    extras[id] = { coordinator, changes };
  }
  return extras;
}
