import { INDICATORS } from '../domain/indicators.ts';
import { SMALL_GROUP } from '../domain/small-group.ts';
import { STATUS_FACES } from '../domain/status.ts';
import { VERDICT_LABELS } from '../text/verdicts.ts';
import { sheetReference } from './cells.ts';
import { placeOfChecklists } from './checklists/outward.ts';
import { cokRuleCells } from './cok/school-formulas.ts';
import { statusRules, wordRules } from './colour-rules.ts';
import { FORMATS } from './layout.ts';
import { addMissingColumns } from './missing-columns.ts';
import { type CellOutput, type Sheet, textOf } from './platform.ts';
import { type KeyedRows, keyRows, verifyHeadings, writeRows } from './rows.ts';
import { checklistsCell } from './school-cells.ts';
import {
  columnAt,
  DETAIL_COLUMNS,
  indicatorColumn,
  indicatorLetter,
  SCHOOL_COLUMNS,
  SCHOOLS_LAYOUT,
  TARGET_ROW,
  TICKS,
} from './schools.ts';
import { nearEdgeFormula, targetFormula } from './settings/targets.ts';
import { fillSheet } from './sheet-maker.ts';

const TARGET_FILL = '#f1f3f4';
const NEAR_EDGE_FORMAT = '"от "0.00%';
const DATE_CELL = `$${columnAt(SCHOOL_COLUMNS.overall)}$${TARGET_ROW}`;

/** Names of the sheets that row 2 looks at. */
export type TargetSources = Readonly<Record<'settings' | 'statistics', string>>;

/** Fills an empty sheet: targets, colour rules, column groups, filter. May be repeated. */
export function fillSchools(sheet: Sheet, sources: TargetSources): void {
  fillSheet(sheet, SCHOOLS_LAYOUT);
  const columns = SCHOOLS_LAYOUT.columns.length;
  dressTargetRow(sheet, sources);
  sheet.setConditionalFormatRules(schoolRules(sheet));
  checkTicks(sheet);
  collapseDetails(
    sheet,
    SCHOOLS_LAYOUT.columns.map((_, index) => index + 1),
  );
  // The filter's header is the row of targets, so that filtering and sorting leave it in place.
  if (sheet.getFilter() === null) {
    sheet.getRange(TARGET_ROW, 1, sheet.getMaxRows() - TARGET_ROW + 1, columns).createFilter();
  }
}

/**
 * Adds the columns that a sheet of an earlier version lacks, with what belongs to them; people's
 * rules, filter and groups stay. May be repeated. An import fills the columns that it writes.
 */
export function addMissingSchoolColumns(sheet: Sheet, sources: TargetSources, checklists: Sheet): void {
  const added = addMissingColumns(sheet, SCHOOLS_LAYOUT);
  collapseDetails(sheet, added);
  dressTargetRow(sheet, sources);
  const rules = sheet.getConditionalFormatRules();
  const isOf = (column: number) => (rule: GoogleAppsScript.Spreadsheet.ConditionalFormatRule) =>
    rule.getRanges().some((range) => range.getColumn() === column);
  const lacking = [
    ...(rules.some(isOf(SCHOOL_COLUMNS.overall)) ? [] : laterRules(sheet)),
    ...(rules.some(isOf(SCHOOL_COLUMNS.monitoring)) ? [] : verdictRules(sheet)),
  ];
  if (lacking.length > 0) sheet.setConditionalFormatRules([...rules, ...lacking]);
  checkTicks(sheet);
  renewChecklistFormulas(sheet, checklists);
}

/** Writes the formulas that look at «Чек-листы»: that sheet was made anew. May be repeated. */
export function renewChecklistFormulas(sheet: Sheet, checklists: Sheet): void {
  const place = placeOfChecklists(checklists);
  const { rowOf } = readSchoolKeys(sheet);
  writeRows(
    sheet,
    SCHOOL_COLUMNS.checklists,
    new Map([...rowOf.values()].map((row) => [row, [checklistsCell(row, place)]])),
  );
}

function checkTicks(sheet: Sheet): void {
  below(sheet, SCHOOL_COLUMNS.ticks, TICKS).setDataValidation(
    SpreadsheetApp.newDataValidation().requireCheckbox().build(),
  );
}

function dressTargetRow(sheet: Sheet, sources: TargetSources): void {
  const columns = SCHOOLS_LAYOUT.columns.length;
  writeTargetRow(sheet, sources);
  const formats = SCHOOLS_LAYOUT.columns.map((column) => column.format ?? 'General');
  for (const indicator of INDICATORS) formats[indicatorColumn(indicator, 'status') - 1] = NEAR_EDGE_FORMAT;
  formats[SCHOOL_COLUMNS.overall - 1] = FORMATS.date;
  sheet
    .getRange(TARGET_ROW, 1, 1, columns)
    .setNumberFormats([formats])
    .setBackground(TARGET_FILL)
    .setFontWeight('bold');
}

/** Cells of a column below the targets, to the end of the sheet. */
function below(sheet: Sheet, column: number, count = 1): GoogleAppsScript.Spreadsheet.Range {
  return sheet.getRange(SCHOOLS_LAYOUT.firstRow, column, sheet.getMaxRows() - TARGET_ROW, count);
}

function schoolRules(sheet: Sheet): GoogleAppsScript.Spreadsheet.ConditionalFormatRule[] {
  const statuses = INDICATORS.map((indicator) => below(sheet, indicatorColumn(indicator, 'status')));
  return [...statusRules(statuses), ...laterRules(sheet), ...verdictRules(sheet)];
}

function verdictRules(sheet: Sheet): GoogleAppsScript.Spreadsheet.ConditionalFormatRule[] {
  const verdicts = [below(sheet, SCHOOL_COLUMNS.monitoring)];
  return [
    ...wordRules(verdicts, VERDICT_LABELS.counts, STATUS_FACES.met.fill),
    ...wordRules(verdicts, VERDICT_LABELS['does-not-count'], STATUS_FACES.below.fill),
  ];
}

/** Rules of the columns that came later, and the shaky shares of small groups in italics. */
function laterRules(sheet: Sheet): GoogleAppsScript.Spreadsheet.ConditionalFormatRule[] {
  const small = INDICATORS.map((indicator) => {
    const total = `$${indicatorLetter(indicator, 'total')}${SCHOOLS_LAYOUT.firstRow}`;
    return SpreadsheetApp.newConditionalFormatRule()
      .whenFormulaSatisfied(`=(${total}>0)*(${total}<${SMALL_GROUP})`)
      .setItalic(true)
      .setRanges([below(sheet, indicatorColumn(indicator, 'share'))])
      .build();
  });
  return [...statusRules([below(sheet, SCHOOL_COLUMNS.overall)]), ...small];
}

/** Collapses the groups of details that have one of the columns; a group that people opened stays open. */
function collapseDetails(sheet: Sheet, columns: readonly number[]): void {
  for (const [first, count] of DETAIL_COLUMNS) {
    const lacking = columns.filter(
      (column) => column >= first && column < first + count && sheet.getColumnGroupDepth(column) === 0,
    );
    // Inserted between columns of a group, a column is in it already.
    for (const column of lacking) sheet.getRange(1, column).shiftColumnGroupDepth(1);
    if (lacking.length > 0) sheet.getRange(1, first, 1, count).collapseGroups();
  }
}

/**
 * Row 2: the date of the report, live links to the targets in «Настройки» in force on it, the lower
 * edge of the band below them, and how УБ ЦОК is counted.
 */
export function writeTargetRow(sheet: Sheet, { settings, statistics }: TargetSources): void {
  const cells: string[] = SCHOOLS_LAYOUT.columns.map(() => '');
  cells[SCHOOL_COLUMNS.name - 1] = "'Цель";
  const dates = `${sheetReference(statistics)}!$A$2:$A`;
  cells[SCHOOL_COLUMNS.overall - 1] = `=IF(COUNT(${dates})>0;MAX(${dates});"")`;
  for (const indicator of INDICATORS) {
    cells[indicatorColumn(indicator, 'share') - 1] = targetFormula(settings, indicator.code, DATE_CELL);
    cells[indicatorColumn(indicator, 'status') - 1] = nearEdgeFormula(
      settings,
      `${indicatorLetter(indicator, 'share')}${TARGET_ROW}`,
    );
  }
  for (const [column, formula] of cokRuleCells(settings)) cells[column - 1] = formula;
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
