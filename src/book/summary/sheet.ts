import { columnLetter } from '../../domain/columns.ts';
import { INDICATORS } from '../../domain/indicators.ts';
import { STATUS_FACES, STATUSES } from '../../domain/status.ts';
import { sheetReference, textCell } from '../cells.ts';
import type { ColumnKey } from '../checklists/columns.ts';
import { placeOfChecklists } from '../checklists/outward.ts';
import { statusRules } from '../colour-rules.ts';
import { FORMATS } from '../layout.ts';
import { type CellOutput, type Sheet, textOf } from '../platform.ts';
import { fillSheet } from '../sheet-maker.ts';
import { placeCharts } from './charts.ts';
import { type Runs, summaryFormulas } from './formulas.prepared.ts';
import {
  CHOICE_CELLS,
  DATA_COLUMNS,
  DATA_FIRST,
  DATA_LETTER,
  DATA_ROWS,
  REACH_TARGET,
  REACH_WHOLE,
  SUMMARY_DATA_LAYOUT,
  SUMMARY_LAYOUT,
  SUMMARY_ROWS,
  TREND_FORMATS,
  TREND_LENGTH,
} from './layout.ts';
import {
  COLUMN_PLACEHOLDER,
  PLACEHOLDER,
  placeholder,
  ROW,
  type SheetKey,
  SOURCE_KEYS,
  type SourceKey,
} from './sources.ts';

type SourceSheets = Readonly<Record<SourceKey, Sheet>>;

const TITLE_FILL = '#e8f0fe';
const COLUMNS = SUMMARY_LAYOUT.columns.length;
/** Rows above the charts. */
export const PAGE_ROWS = SUMMARY_ROWS.charts - 1;
/** Rows that the charts cover; a chart must not stand beyond the last row. */
export const CHART_ROWS = 17;
const STATUS_COLUMN = 6;

export function fillSummaryData(sheet: Sheet): void {
  fillSheet(sheet, SUMMARY_DATA_LAYOUT);
  makeRoom(sheet);
  sheet.hideSheet();
}

/** A sheet that an earlier layout made may be smaller. */
function makeRoom(sheet: Sheet): void {
  const lacking = DATA_ROWS - sheet.getMaxRows();
  if (lacking > 0) sheet.insertRowsAfter(sheet.getMaxRows(), lacking);
  const lackingColumns = DATA_COLUMNS - sheet.getMaxColumns();
  if (lackingColumns > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), lackingColumns);
}

/** Fills an empty sheet. May be repeated. */
export function fillSummary(summary: Sheet, data: Sheet, sources: SourceSheets): void {
  const lacking = PAGE_ROWS + CHART_ROWS - summary.getMaxRows();
  if (lacking > 0) summary.insertRowsAfter(summary.getMaxRows(), lacking);
  fillSheet(summary, SUMMARY_LAYOUT);
  writeSummary(summary, data, sources);
}

/**
 * Writes everything of ours on both sheets, in place of what stood there. The person's choice of the
 * lists stays, and so do their own rules of colour.
 */
function writeSummary(summary: Sheet, data: Sheet, sheets: SourceSheets): void {
  const { cells, formats, titles } = summaryFormulas();
  const named = naming({ ...sheets, summary });
  const { indicator, reach } = choiceIn(summary);
  const chosen: Cells = [
    [CHOICE_CELLS.indicator, textCell(indicator)],
    [CHOICE_CELLS.reach, textCell(reach)],
  ];
  const first = SUMMARY_LAYOUT.firstRow;
  summary
    .getRange(first, 1, PAGE_ROWS - first + 1, COLUMNS)
    .setNumberFormats(gridOf(cellsOf(formats), PAGE_ROWS, COLUMNS, 'General').slice(first - 1))
    .setValues(gridOf([...named(cells), ...chosen], PAGE_ROWS, COLUMNS).slice(first - 1));
  for (const row of titles) {
    summary.getRange(row, 1, 1, COLUMNS).setFontWeight('bold').setBackground(TITLE_FILL);
  }
  summary.getRange(SUMMARY_ROWS.banner, 1).setFontWeight('bold');
  choose(
    summary,
    CHOICE_CELLS.indicator,
    INDICATORS.map(({ title }) => title),
  );
  choose(summary, CHOICE_CELLS.reach, [REACH_TARGET, REACH_WHOLE]);
  const rules = statusRules([summary.getRange(first, STATUS_COLUMN, PAGE_ROWS - first + 1, 1)]);
  const kept = summary.getConditionalFormatRules().filter((rule) => !isStatusRule(rule));
  summary.setConditionalFormatRules([...kept, ...rules]);

  writeDataCells(data, named);
  placeCharts(summary, data);
}

/** Writes the lists and numbers of the hidden sheet, in place of what stood there. */
export function writeSummaryData(data: Sheet, sheets: Readonly<Record<SheetKey, Sheet>>): void {
  writeDataCells(data, naming(sheets));
}

function writeDataCells(data: Sheet, named: (runs: Runs) => Cells): void {
  makeRoom(data);
  const { data: dataCells } = summaryFormulas();
  const rows = Math.max(...dataCells.map(([, , inRows]) => Math.max(...inRows)));
  data
    .getRange(DATA_FIRST, 1, rows - DATA_FIRST + 1, DATA_COLUMNS)
    .setValues(gridOf(named(dataCells), rows, DATA_COLUMNS).slice(DATA_FIRST - 1));
  data
    .getRange(DATA_FIRST, 1, TREND_LENGTH + 1, TREND_FORMATS.length)
    .setNumberFormats(Array.from({ length: TREND_LENGTH + 1 }, () => [...TREND_FORMATS]));
  data.getRange(`${DATA_LETTER.cokDate}${DATA_FIRST}:${DATA_LETTER.cokDate}`).setNumberFormat(FORMATS.date);
}

function isStatusRule(rule: GoogleAppsScript.Spreadsheet.ConditionalFormatRule): boolean {
  const [text] = rule.getBooleanCondition()?.getCriteriaValues() ?? [];
  return STATUSES.some((status) => STATUS_FACES[status].label === text);
}

/** Our cells of «Сводка» with the text that stands there, null for a formula; not the choice of the lists. */
export function pageTexts(): Map<string, string | null> {
  const texts = new Map(
    cellsOf(summaryFormulas().cells).map(([address, cell]) => [
      address,
      cell.startsWith("'") ? cell.slice(1) : null,
    ]),
  );
  SUMMARY_LAYOUT.columns.forEach(({ heading }, index) => {
    texts.set(`${columnLetter(index)}1`, heading);
  });
  return texts;
}

function choose(sheet: Sheet, address: string, words: readonly string[]): void {
  const rule = SpreadsheetApp.newDataValidation().requireValueInList([...words], true);
  sheet.getRange(address).setDataValidation(rule.setAllowInvalid(false).build());
}

interface Choice {
  readonly indicator: string;
  readonly reach: string;
}

/** What the person has chosen in the sheet, else the usual. */
function choiceIn(sheet: Sheet): Choice {
  const row: CellOutput[] = sheet.getRange(SUMMARY_ROWS.choice, 1, 1, COLUMNS).getValues()[0] ?? [];
  const titles = INDICATORS.map(({ title }) => title);
  const [found, reach] = [textOf(row[0]), textOf(row[5])];
  return {
    indicator: titles.includes(found) ? found : (titles[0] ?? ''),
    reach: reach === REACH_WHOLE ? REACH_WHOLE : REACH_TARGET,
  };
}

/** Puts the present names of the sheets into formulas. */
function naming(sheets: Readonly<Record<SheetKey, Sheet>>): (runs: Runs) => Cells {
  const references = new Map(
    [...SOURCE_KEYS, 'summary' as const].map((key) => [
      placeholder(key),
      sheetReference(sheets[key].getName()),
    ]),
  );
  const { letter } = placeOfChecklists(sheets.checklists);
  // A column that people took away is as one without any of the words.
  const letterOf = (key: string): string => letter(key as ColumnKey) ?? 'A';
  return (runs) =>
    cellsOf(runs).map(([address, cell]) => [
      address,
      cell
        .replace(PLACEHOLDER, (found) => references.get(found.slice(1, -1)) ?? found)
        .replace(COLUMN_PLACEHOLDER, (_found, key: string) => letterOf(key)),
    ]);
}

/** Cells by address. */
type Cells = readonly (readonly [address: string, cell: string])[];

function cellsOf(runs: Runs): Cells {
  const cells: [string, string][] = [];
  for (const [letter, text, rows] of runs) {
    for (const row of rows) cells.push([`${letter}${row}`, text.split(ROW).join(String(row))]);
  }
  return cells;
}

/** Cells by address as a rectangle from A1 on. */
function gridOf(list: Cells, rows: number, columns: number, blank = ''): string[][] {
  const cells = new Map(list);
  return Array.from({ length: rows }, (_row, row) =>
    Array.from(
      { length: columns },
      (_column, column) => cells.get(`${columnLetter(column)}${row + 1}`) ?? blank,
    ),
  );
}
