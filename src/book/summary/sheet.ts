import { columnLetter } from '../../domain/columns.ts';
import { INDICATORS } from '../../domain/indicators.ts';
import { STATUS_FACES, STATUSES } from '../../domain/status.ts';
import { type CellInput, textCell } from '../cells.ts';
import { statusRules } from '../colour-rules.ts';
import { UNFINISHED_PHASES } from '../journal.ts';
import { FORMATS } from '../layout.ts';
import { type CellOutput, type Sheet, textOf } from '../platform.ts';
import { fillSheet } from '../sheet-maker.ts';
import { placeCharts } from './charts.ts';
import { districtRows } from './district.ts';
import {
  CHOICE_CELLS,
  DATA_COLUMNS,
  DATA_FIRST,
  DATA_LETTER,
  DATA_ROWS,
  LIST_LENGTH,
  PATH_LENGTH,
  SEARCH_CELL,
  SUMMARY_DATA_LAYOUT,
  SUMMARY_LAYOUT,
  SUMMARY_ROWS,
} from './layout.ts';
import { listCells, REACH_TARGET, REACH_WHOLE } from './lists.ts';
import { namesOf, type SourceKey, type Sources, schoolLetter, sourcesOf } from './sources.ts';
import { trendCells } from './trend.ts';

/** Formulas, formats and looks of «Сводка», by address. */
interface Page {
  readonly cells: Map<string, string>;
  readonly formats: Map<string, string>;
  /** Rows that begin a block. */
  readonly titles: readonly number[];
}

type SourceSheets = Readonly<Record<SourceKey, Sheet>>;

const UNFINISHED =
  'Импорт не завершён: числам пока не верьте. Откройте «МАХ и УБ ЦОК» → «Импорт статистики», и надстройка закончит его';

/** Reports are weekly; a report this many days old is worth a warning. */
const OLD_DAYS = 9;
const TITLE_FILL = '#e8f0fe';
const COLUMNS = SUMMARY_LAYOUT.columns.length;
/** Rows above the charts. */
export const PAGE_ROWS = SUMMARY_ROWS.charts - 1;
const STATUS_COLUMN = 6;

export function fillSummaryData(sheet: Sheet): void {
  fillSheet(sheet, SUMMARY_DATA_LAYOUT);
  const lacking = DATA_ROWS - sheet.getMaxRows();
  if (lacking > 0) sheet.insertRowsAfter(sheet.getMaxRows(), lacking);
  const lackingColumns = DATA_COLUMNS - sheet.getMaxColumns();
  if (lackingColumns > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), lackingColumns);
  sheet.hideSheet();
}

/** Fills an empty sheet. May be repeated. */
export function fillSummary(summary: Sheet, data: Sheet, sources: SourceSheets): void {
  fillSheet(summary, SUMMARY_LAYOUT);
  writeSummary(summary, data, sources);
}

/**
 * Writes everything of ours on both sheets, in place of what stood there. The person's choice of the
 * lists stays, and so do their own rules of colour.
 */
function writeSummary(summary: Sheet, data: Sheet, sheets: SourceSheets): void {
  const sources = sourcesOf(namesOf({ ...sheets, summary }));
  const { cells, formats, titles } = pageOf(sources, choiceIn(summary));
  const first = SUMMARY_LAYOUT.firstRow;
  summary
    .getRange(first, 1, PAGE_ROWS - first + 1, COLUMNS)
    .setNumberFormats(gridOf(formats, PAGE_ROWS, COLUMNS, 'General').slice(first - 1))
    .setValues(gridOf(cells, PAGE_ROWS, COLUMNS).slice(first - 1));
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

  const dataCells = new Map([...trendCells(sources), ...listCells(sources)]);
  const rows = Math.max(...[...dataCells.keys()].map(rowOf));
  data
    .getRange(DATA_FIRST, 1, rows - DATA_FIRST + 1, DATA_COLUMNS)
    .setValues(gridOf(dataCells, rows, DATA_COLUMNS).slice(DATA_FIRST - 1));
  placeCharts(summary, data);
}

function isStatusRule(rule: GoogleAppsScript.Spreadsheet.ConditionalFormatRule): boolean {
  const [text] = rule.getBooleanCondition()?.getCriteriaValues() ?? [];
  return STATUSES.some((status) => STATUS_FACES[status].label === text);
}

/** Our cells of «Сводка» with the text that stands there, null for a formula. */
export function pageTexts(): Map<string, string | null> {
  const { cells } = pageOf(sourcesOf(NO_NAMES), { indicator: '', reach: '' });
  const texts = new Map(
    [...cells].map(([address, cell]) => [address, cell.startsWith("'") ? cell.slice(1) : null]),
  );
  SUMMARY_LAYOUT.columns.forEach(({ heading }, index) => {
    texts.set(`${columnLetter(index)}1`, heading);
  });
  return texts;
}

const NO_NAMES = {
  schools: '',
  statistics: '',
  history: '',
  settings: '',
  journal: '',
  'summary-data': '',
  summary: '',
};

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

function pageOf(sources: Sources, choice: Choice): Page {
  const cells = new Map<string, string>();
  const formats = new Map<string, string>();
  const put = (row: number, from: string, values: readonly CellInput[]): void => {
    const first = from.charCodeAt(0);
    values.forEach((value, index) => {
      if (value !== '') cells.set(`${String.fromCharCode(first + index)}${row}`, String(value));
    });
  };
  const format = (row: number, letters: string, name: string): void => {
    for (const letter of letters) formats.set(`${letter}${row}`, name);
  };
  districtRows(sources).forEach((values, index) => {
    const row = SUMMARY_LAYOUT.firstRow + index;
    put(row, 'A', values);
    format(row, 'DE', FORMATS.share);
    format(row, 'H', FORMATS.points);
  });
  putDate(put, format, sources);
  putLists(put, format, sources, choice);
  const { ratings, path } = SUMMARY_ROWS;
  return { cells, formats, titles: [ratings, path] };
}

type Put = (row: number, from: string, values: readonly CellInput[]) => void;
type Format = (row: number, letters: string, name: string) => void;

function putDate(put: Put, format: Format, { column, school, field, ids }: Sources): void {
  const { date, banner, schools } = SUMMARY_ROWS;
  const dates = column('statistics', 'A');
  const cell = `B${date}`;
  put(date, 'A', [
    "'Данные на",
    `=IF(COUNT(${dates})>0;MAX(${dates});"нет данных")`,
    `=IF(ISNUMBER(${cell});IF(TODAY()-${cell}>${OLD_DAYS};"данным больше ${OLD_DAYS} дней: загрузите новый отчёт";"");"")`,
  ]);
  format(date, 'B', FORMATS.date);
  const phase = `${column('journal', 'A').split('!')[0]}!$A$1`;
  const unfinished = UNFINISHED_PHASES.map((name) => `${phase}="${name}"`).join(';');
  put(banner, 'A', [`=IF(OR(${unfinished});"${UNFINISHED}";"")`]);
  const noData = STATUS_FACES['no-data'].label;
  const blank = INDICATORS.filter(({ source }) => source === 'max')
    .map((indicator) => `(${field(indicator, 'status')}="${noData}")`)
    .join('+');
  const remarks = school(schoolLetter('замечания'));
  put(schools, 'A', [
    "'Школ в отчёте",
    `=COUNT(${dates})`,
    `="нет в отчёте: "&COUNTIFS(${ids};"<>")-COUNT(${dates})&" · без данных МАХ: "&SUMPRODUCT((${blank}>0)*(${ids}<>""))&" · с замечаниями: "&COUNTIFS(${remarks};"?*";${ids};"<>")`,
  ]);
}

function putLists(put: Put, format: Format, { data }: Sources, choice: Choice): void {
  const { choice: choiceRow, ratings, path } = SUMMARY_ROWS;
  put(choiceRow, 'A', [textCell(choice.indicator), "'← показатель списков ниже"]);
  put(choiceRow, 'F', [textCell(choice.reach), "'← резерв школы"]);
  put(ratings, 'A', ["'Лучшие школы", "'активно", "'всего", "'доля", "'Быстрее всех растут"]);
  put(ratings, 'I', ["'±", "'доля"]);
  for (let index = 0; index < LIST_LENGTH; index += 1) {
    const row = ratings + 1 + index;
    const at = (block: 'best' | 'growing', name: Parameters<typeof DATA_LETTER.school>[1]): string =>
      `=${data(`$${DATA_LETTER.school(block, name)}$${DATA_FIRST + index}`)}`;
    put(row, 'A', [at('best', 'name'), at('best', 'active'), at('best', 'total'), at('best', 'share')]);
    put(row, 'E', [at('growing', 'name')]);
    put(row, 'I', [at('growing', 'change'), at('growing', 'share')]);
    format(row, 'DJ', FORMATS.share);
    format(row, 'I', FORMATS.points);
  }
  put(path, 'A', ["'Кратчайший путь", "'резерв", "'нараст.", "'доля"]);
  const gap = data(SEARCH_CELL.gap);
  for (let index = 0; index < PATH_LENGTH; index += 1) {
    const row = path + 1 + index;
    const at = (name: Parameters<typeof DATA_LETTER.school>[1]): string =>
      data(`$${DATA_LETTER.school('path', name)}$${DATA_FIRST + index}`);
    const when = (value: string): string => `=IF(ISNUMBER(B${row});${value};"")`;
    put(row, 'A', [
      when(`"${index + 1}. "&${at('name')}`),
      `=IF(AND(ISNUMBER(${gap});ISNUMBER(${at('reserve')}));IF(SUM(B$${path}:B${row - 1})<${gap};${at('reserve')};"");"")`,
      when(`SUM(B$${path}:B${row})`),
      when(at('share')),
    ]);
    format(row, 'D', FORMATS.share);
  }
  put(path + 1 + PATH_LENGTH, 'A', [
    `=IF(ISNUMBER(${gap});IF(${gap}=0;"Цель района достигнута";"Району не хватает чел.: "&${gap}&" · хватит школ: "&${data(SEARCH_CELL.schools)}&" · их резерв: "&${data(SEARCH_CELL.reserve)});"Нет цели или данных")`,
  ]);
}

function rowOf(address: string): number {
  return Number(address.replace(/[A-Z]+/, ''));
}

/** Cells by address as a rectangle from A1 on. */
function gridOf(cells: ReadonlyMap<string, string>, rows: number, columns: number, blank = ''): string[][] {
  return Array.from({ length: rows }, (_row, row) =>
    Array.from(
      { length: columns },
      (_column, column) => cells.get(`${columnLetter(column)}${row + 1}`) ?? blank,
    ),
  );
}
