import { INDICATORS, type Indicator } from '../../domain/indicators.ts';
import { STATUS_FACES } from '../../domain/status.ts';
import { historyLetters } from '../history.ts';
import { shareFormula } from './district.ts';
import { DATA_FIRST, DATA_LETTER, DATA_ROW, EXCLUDED_TYPES, TREND_LENGTH } from './layout.ts';
import { type Sources, schoolLetter } from './sources.ts';

/** A change «за неделю» is taken against a report at least so many days older. */
const WEEK_DAYS = 7;
const NOT_APPLICABLE = STATUS_FACES['not-applicable'].label;

/** Cells of the hidden sheet by address. */
export type DataCells = Map<string, string>;

/**
 * Every report's shares of the district, from «История»: the last ones for the trend, and the one
 * that the change is counted from. «История» holds types, not kinds; which types an indicator
 * leaves out is read off «Школы».
 */
export function trendCells(sources: Sources): DataCells {
  const cells: DataCells = new Map();
  const dates = sources.column('history', 'A');
  const { date } = DATA_LETTER;
  cells.set(
    `${date}${DATA_FIRST}`,
    `=IFERROR(SORT(SORTN(UNIQUE(FILTER(${dates};ISNUMBER(${dates})));${TREND_LENGTH};0;1;0));"")`,
  );
  const now = sources.column('statistics', 'A');
  cells.set(
    `${date}${DATA_ROW.previous}`,
    `=IF(COUNT(${now})=0;"";IF(COUNTIFS(${dates};"<="&MAX(${now})-${WEEK_DAYS})=0;"";MAXIFS(${dates};${dates};"<="&MAX(${now})-${WEEK_DAYS})))`,
  );
  for (const indicator of INDICATORS) {
    cells.set(`${DATA_LETTER.excluded(indicator)}${DATA_FIRST}`, excludedTypes(indicator, sources));
    for (let row = DATA_FIRST; row <= DATA_ROW.previous; row += 1) {
      for (const [address, formula] of reportCells(indicator, row, sources)) cells.set(address, formula);
    }
  }
  return cells;
}

function excludedTypes(indicator: Indicator, sources: Sources): string {
  const types = sources.school(schoolLetter('Тип ОО'));
  const statuses = sources.field(indicator, 'status');
  return `=IFERROR(SORTN(UNIQUE(FILTER(${types};${statuses}="${NOT_APPLICABLE}";${sources.ids}<>""));${EXCLUDED_TYPES};0;1;1);"")`;
}

function reportCells(indicator: Indicator, row: number, sources: Sources): [string, string][] {
  const letters = historyLetters(indicator);
  if (letters === null) return [];
  const date = `$${DATA_LETTER.date}${row}`;
  const column = (letter: string): string => sources.column('history', letter);
  const [actives, totals, types] = [column(letters.active), column(letters.total), column('C')];
  const sumOf = (summed: string): string => {
    const sum = (type: string): string =>
      `SUMIFS(${summed};${column('A')};${date};${actives};">=0";${totals};">0"${type})`;
    const left: string[] = [];
    for (let index = 0; index < EXCLUDED_TYPES; index += 1) {
      const type = `${DATA_LETTER.excluded(indicator)}$${DATA_FIRST + index}`;
      left.push(`-IF(${type}="";0;${sum(`;${types};${type}`)})`);
    }
    const excluded = indicator.notFor.length > 0 ? left.join('') : '';
    return `=IF(ISNUMBER(${date});${sum('')}${excluded};"")`;
  };
  const [active, total] = [`${DATA_LETTER.active(indicator)}${row}`, `${DATA_LETTER.total(indicator)}${row}`];
  const cells: [string, string][] = [
    [active, sumOf(actives)],
    [total, sumOf(totals)],
    [`${DATA_LETTER.share(indicator)}${row}`, `=${shareFormula(active, total)}`],
  ];
  if (row < DATA_ROW.previous) {
    const target = sources.target(indicator);
    cells.push([
      `${DATA_LETTER.target(indicator)}${row}`,
      `=IF(AND(ISNUMBER(${date});ISNUMBER(${target}));${target};"")`,
    ]);
  }
  return cells;
}
