import { INDICATORS } from '../domain/indicators.ts';
import { statusRules } from './colour-rules.ts';
import { type CellOutput, type Sheet, textOf } from './platform.ts';
import { type KeyedRows, keyRows, verifyHeadings } from './rows.ts';
import { indicatorColumn, indicatorLetter, SCHOOL_COLUMNS, SCHOOLS_LAYOUT, TARGET_ROW } from './schools.ts';
import { nearEdgeFormula, targetFormula } from './settings/targets.ts';
import { fillSheet } from './sheet-maker.ts';

const TARGET_FILL = '#f1f3f4';
const NEAR_EDGE_FORMAT = '"от "0.00%';

/** Fills an empty sheet: targets, colour rules, column groups, filter. May be repeated. */
export function fillSchools(sheet: Sheet, settingsName: string): void {
  fillSheet(sheet, SCHOOLS_LAYOUT);
  const columns = SCHOOLS_LAYOUT.columns.length;
  writeTargetRow(sheet, settingsName);
  const formats = SCHOOLS_LAYOUT.columns.map((column) => column.format ?? 'General');
  for (const indicator of INDICATORS) formats[indicatorColumn(indicator, 'status') - 1] = NEAR_EDGE_FORMAT;
  sheet
    .getRange(TARGET_ROW, 1, 1, columns)
    .setNumberFormats([formats])
    .setBackground(TARGET_FILL)
    .setFontWeight('bold');

  const rows = sheet.getMaxRows() - TARGET_ROW;
  const statusRanges = INDICATORS.map((indicator) =>
    sheet.getRange(SCHOOLS_LAYOUT.firstRow, indicatorColumn(indicator, 'status'), rows, 1),
  );
  sheet.setConditionalFormatRules(statusRules(statusRanges));
  for (const indicator of INDICATORS) {
    const counts = indicatorColumn(indicator, 'active');
    const group = sheet.getRange(1, counts, 1, 2);
    if (sheet.getColumnGroupDepth(counts) === 0) group.shiftColumnGroupDepth(1);
    group.collapseGroups();
  }
  // The filter's header is the row of targets, so that filtering and sorting leave it in place.
  if (sheet.getFilter() === null) {
    sheet.getRange(TARGET_ROW, 1, sheet.getMaxRows() - TARGET_ROW + 1, columns).createFilter();
  }
}

/** Row 2: live links to the targets in «Настройки», and the lower edge of the band below them. */
export function writeTargetRow(sheet: Sheet, settingsName: string): void {
  const cells: string[] = SCHOOLS_LAYOUT.columns.map(() => '');
  cells[SCHOOL_COLUMNS.name - 1] = "'Цель";
  for (const indicator of INDICATORS) {
    cells[indicatorColumn(indicator, 'share') - 1] = targetFormula(settingsName, indicator.code);
    cells[indicatorColumn(indicator, 'status') - 1] = nearEdgeFormula(
      settingsName,
      `${indicatorLetter(indicator, 'share')}${TARGET_ROW}`,
    );
  }
  sheet.getRange(TARGET_ROW, 1, 1, cells.length).setValues([cells]);
}

/** Reads the headings and the ids; no formula is read. */
export function readSchoolKeys(sheet: Sheet): KeyedRows {
  const headings: CellOutput[][] = sheet.getRange(1, 1, 1, SCHOOLS_LAYOUT.columns.length).getValues();
  verifyHeadings(sheet, SCHOOLS_LAYOUT, headings[0] ?? []);
  const first = SCHOOLS_LAYOUT.firstRow;
  const ids: CellOutput[][] = sheet.getRange(`A${first}:A`).getValues();
  return keyRows(
    sheet,
    first,
    ids.map((row) => textOf(row[0])),
    ids,
  );
}
