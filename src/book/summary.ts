import { columnLetter } from '../domain/columns.ts';
import { type Indicator, MAX_INDICATORS } from '../domain/indicators.ts';
import { WHOLE } from '../domain/share.ts';
import { STATUS_FACES, STATUSES } from '../domain/status.ts';
import { sheetReference } from './cells.ts';
import { statusRules } from './colour-rules.ts';
import { UNFINISHED_PHASES } from './journal.ts';
import { FORMATS, type SheetLayout } from './layout.ts';
import type { Sheet } from './platform.ts';
import { indicatorLetter, SCHOOLS_LAYOUT, TARGET_ROW } from './schools.ts';
import { fillSheet, writeBlock } from './sheet-maker.ts';

/**
 * «Сводка»: the district at a glance, in native live formulas over «Школы». Shares are weighted by
 * people: Σ active ÷ Σ total over the schools that have both counts, never a mean of percents.
 */
const COLUMNS = [
  { heading: 'Показатель', note: 'Показатель района: все школы вместе', width: 240 },
  { heading: 'Активно', note: 'Сумма по школам, где есть оба числа', width: 90 },
  { heading: 'Всего', note: 'Сумма по тем же школам', width: 90 },
  {
    heading: 'Доля',
    note: 'Активно ÷ всего по людям, с округлением вниз до 0,01 %',
    width: 90,
    format: FORMATS.share,
  },
  { heading: 'Цель', note: 'Из листа «Настройки»', width: 90, format: FORMATS.share },
  { heading: 'Статус', note: 'Статус района по той же мерке, что и у школ', width: 120 },
  {
    heading: 'Ещё чел.',
    note: 'Сколько человек не хватает району до цели',
    width: 90,
  },
  ...STATUSES.map((status) => ({
    heading: `Школ: ${STATUS_FACES[status].label}`,
    note: 'Сколько школ с таким статусом',
    width: 95,
  })),
] as const;

export const SUMMARY_LAYOUT: SheetLayout = {
  key: 'summary',
  name: 'Сводка',
  firstRow: 2,
  frozenColumns: 1,
  columns: COLUMNS.map((column) => ({ kind: 'formula', ...column })),
};

const STATUS_COLUMN = 6;
/** Row of the date of the data: below the indicators, after a blank row. */
const DATE_ROW = SUMMARY_LAYOUT.firstRow + MAX_INDICATORS.length + 1;

/** Row of the banner that shows while an import is being written, or was killed. */
const BANNER_ROW = DATE_ROW + 3;
const UNFINISHED =
  'Импорт не завершён: числам пока не верьте. Откройте «МАХ и УБ ЦОК» → «Импорт статистики», и надстройка закончит его';

/** Names of the sheets that the formulas look at. */
export type SheetNames = Readonly<Record<'schools' | 'statistics' | 'journal', string>>;

/** Reports are weekly; a report this many days old is worth a warning. */
const OLD_DAYS = 9;

/** Words beside the date of the data once it is more than `OLD_DAYS` days old. */
function ageFormula(dateCell: string): string {
  return `=IF(ISNUMBER(${dateCell});IF(TODAY()-${dateCell}>${OLD_DAYS};"данным больше ${OLD_DAYS} дней: загрузите новый отчёт";"");"")`;
}

function letterOf(column: number): string {
  return columnLetter(column - 1);
}

function indicatorRow(indicator: Indicator, row: number, schoolsName: string): string[] {
  const schools = sheetReference(schoolsName);
  const column = (field: Parameters<typeof indicatorLetter>[1]): string => {
    const letter = indicatorLetter(indicator, field);
    return `${schools}!${letter}$${SCHOOLS_LAYOUT.firstRow}:${letter}`;
  };
  const schoolTarget = `${schools}!${indicatorLetter(indicator, 'share')}$${TARGET_ROW}`;
  const nearEdge = `${schools}!${indicatorLetter(indicator, 'status')}$${TARGET_ROW}`;
  const [active, total, share, target] = [2, 3, 4, 5].map((index) => `${letterOf(index)}${row}`);
  return [
    `'${indicator.title}`,
    // A share is a number only where both counts are there and the total is above 0.
    `=SUMIFS(${column('active')};${column('share')};">=0")`,
    `=SUMIFS(${column('total')};${column('share')};">=0")`,
    `=IF(${total}>0;INT(${WHOLE}*${active}/${total})/${WHOLE};"")`,
    `=${schoolTarget}`,
    `=IF(AND(ISNUMBER(${share});ISNUMBER(${target}));IF(${share}>=${target};"${STATUS_FACES.met.label}";` +
      `IF(${share}>=${nearEdge};"${STATUS_FACES.near.label}";"${STATUS_FACES.below.label}"));"${STATUS_FACES['no-data'].label}")`,
    `=IF(AND(ISNUMBER(${share});ISNUMBER(${target}));MAX(0;-INT(-ROUND(${WHOLE}*${target};0)*${total}/${WHOLE})-${active});"")`,
    ...STATUSES.map((status) => `=COUNTIF(${column('status')};"${STATUS_FACES[status].label}")`),
  ];
}

export function fillSummary(sheet: Sheet, sheetNames: SheetNames): void {
  fillSheet(sheet, SUMMARY_LAYOUT);
  writeSummary(sheet, sheetNames);
  sheet.setConditionalFormatRules(
    statusRules([sheet.getRange(SUMMARY_LAYOUT.firstRow, STATUS_COLUMN, MAX_INDICATORS.length, 1)]),
  );
}

/** Writes the formulas anew; needed when a sheet that they look at was made anew. */
export function writeSummary(sheet: Sheet, sheetNames: SheetNames): void {
  const first = SUMMARY_LAYOUT.firstRow;
  writeBlock(
    sheet,
    first,
    1,
    MAX_INDICATORS.map((indicator, index) => indicatorRow(indicator, first + index, sheetNames.schools)),
  );
  const dates = `${sheetReference(sheetNames.statistics)}!$A$2:$A`;
  writeBlock(sheet, DATE_ROW, 1, [
    ["'Данные на", `=IF(COUNT(${dates})>0;MAX(${dates});"нет данных")`, ageFormula(`B${DATE_ROW}`)],
    ["'Школ в отчёте", `=COUNT(${dates})`, ''],
  ]);
  sheet.getRange(DATE_ROW, 2).setNumberFormat(FORMATS.date);
  const phase = `${sheetReference(sheetNames.journal)}!$A$1`;
  const unfinished = UNFINISHED_PHASES.map((name) => `${phase}="${name}"`).join(';');
  writeBlock(sheet, BANNER_ROW, 1, [[`=IF(OR(${unfinished});"${UNFINISHED}";"")`]]);
  sheet.getRange(BANNER_ROW, 1).setFontWeight('bold');
}
