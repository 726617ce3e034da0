import { COK_COUNT_KEYS } from '../../domain/cok.ts';
import { indicatorOf } from '../../domain/indicators.ts';
import { organisationKind } from '../../domain/organisation.ts';
import type { CellInput } from '../cells.ts';
import { hasHeadings } from '../marks.ts';
import type { DateReader, Sheet } from '../platform.ts';
import { type CellOutput, textOf } from '../platform.ts';
import { writeRows } from '../rows.ts';
import { indicatorColumn, SCHOOLS_LAYOUT } from '../schools.ts';
import { readSettings } from '../settings/sheet.ts';
import { fillSheet } from '../sheet-maker.ts';
import { COK_COLUMNS, COK_LAYOUT } from './layout.ts';
import { cokCells } from './school-formulas.ts';

/** Fills an empty sheet. May be repeated. */
export function fillCok(sheet: Sheet): void {
  fillSheet(sheet, COK_LAYOUT);
  sheet
    .getRange(
      COK_LAYOUT.firstRow,
      COK_COLUMNS.counts,
      sheet.getMaxRows() - COK_LAYOUT.firstRow + 1,
      COK_COUNT_KEYS.length,
    )
    .setDataValidation(
      SpreadsheetApp.newDataValidation()
        .requireNumberGreaterThanOrEqualTo(0)
        .setAllowInvalid(false)
        .setHelpText('Целое число людей, не меньше нуля; не проценты. Нет данных — оставьте пусто')
        .build(),
    );
}

/**
 * Writes the УБ ЦОК formulas of the schools that stand in «Школы» already: the sheet that they look
 * at was made anew, or the book is of a version without it. May be repeated.
 */
export function renewCokFormulas(
  schools: Sheet,
  settings: Sheet,
  cokSheet: string,
  dateOf: DateReader,
): void {
  if (!hasHeadings(schools, SCHOOLS_LAYOUT)) return;
  const { kindWords } = readSettings(settings, dateOf);
  const rows: CellOutput[][] = schools.getRange(`A${SCHOOLS_LAYOUT.firstRow}:C`).getValues();
  const cells = new Map<number, CellInput[]>();
  rows.forEach(([id, , type], index) => {
    const row = SCHOOLS_LAYOUT.firstRow + index;
    if (textOf(id) !== '') cells.set(row, cokCells(organisationKind(textOf(type), kindWords), row, cokSheet));
  });
  writeRows(schools, indicatorColumn(indicatorOf('cok.teachers'), 'active'), cells);
}
