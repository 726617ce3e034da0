import { COK_INDICATORS, INDICATORS, type Indicator } from '../../domain/indicators.ts';
import { STATUS_FACES } from '../../domain/status.ts';
import { textCell } from '../cells.ts';
import { KIND_WORDS } from '../checklists/columns.ts';
import { COK_COLUMNS } from '../cok/layout.ts';
import { cokHistoryLetters, historyLetters } from '../history.ts';
import { columnAt } from '../schools.ts';
import { STUDENTS_OF, STUDENTS_OF_CODE } from '../settings/cok.ts';
import { settingFormula } from '../settings/targets.ts';
import { shareFormula } from './district.ts';
import { DATA_FIRST, DATA_LETTER, DATA_ROW, EXCLUDED_TYPES, TREND_LENGTH } from './layout.ts';
import { type Sources, schoolLetter } from './sources.ts';

/** A change «за неделю» is taken against a report at least so many days older. */
const WEEK_DAYS = 7;
const NOT_APPLICABLE = STATUS_FACES['not-applicable'].label;

/** The same for both indicators. */
const COK_DATES = COK_INDICATORS.map((indicator) => cokHistoryLetters(indicator).date)[0] ?? 'A';

/** Room for a name is scarce beside the bars of a chart. */
const GROUP_LABELS = { teachers: 'пед.', parents: 'род.', students: 'обуч.' } as const;

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
  cells.set(`${date}${DATA_FIRST}`, lastDates(dates));
  const now = sources.column('statistics', 'A');
  cells.set(
    `${date}${DATA_ROW.previous}`,
    `=IF(COUNT(${now})=0;"";IF(COUNTIFS(${dates};"<="&MAX(${now})-${WEEK_DAYS})=0;"";MAXIFS(${dates};${dates};"<="&MAX(${now})-${WEEK_DAYS})))`,
  );
  const cokDates = sources.column('history', COK_DATES);
  const { cokDate } = DATA_LETTER;
  cells.set(`${cokDate}${DATA_FIRST}`, lastDates(cokDates));
  // Counts typed without a day are of the day of the report.
  const days = sources.column('cok', columnAt(COK_COLUMNS.date));
  const shown = `IF(COUNT(${days})=0;MAX(${now});MAX(${days}))`;
  cells.set(
    `${cokDate}${DATA_ROW.previous}`,
    `=IF(COUNTIFS(${cokDates};">0";${cokDates};"<"&${shown})=0;"";MAXIFS(${cokDates};${cokDates};"<"&${shown}))`,
  );
  INDICATORS.forEach(({ source, group }, index) => {
    const label = `${source === 'max' ? 'МАХ' : 'ЦОК'} ${GROUP_LABELS[group]}`;
    cells.set(`${DATA_LETTER.label}${DATA_FIRST + index}`, textCell(label));
  });
  for (const indicator of INDICATORS) {
    cells.set(`${DATA_LETTER.excluded(indicator)}${DATA_FIRST}`, excludedTypes(indicator, sources));
    for (let row = DATA_FIRST; row <= DATA_ROW.previous; row += 1) {
      for (const [address, formula] of reportCells(indicator, row, sources)) cells.set(address, formula);
    }
  }
  return cells;
}

/** The last dates of a column of «История», the earliest first. */
function lastDates(dates: string): string {
  return `=IFERROR(SORT(SORTN(UNIQUE(FILTER(${dates};ISNUMBER(${dates})));${TREND_LENGTH};0;1;0));"")`;
}

function excludedTypes(indicator: Indicator, sources: Sources): string {
  const types = sources.school(schoolLetter('Тип ОО'));
  const statuses = sources.field(indicator, 'status');
  const left = `${statuses}="${NOT_APPLICABLE}"`;
  // Types that are still to be asked about leave out their students, in older reports too.
  const out =
    indicator.group === 'students'
      ? `(${left})+(${sources.school(schoolLetter('вид'))}="${KIND_WORDS.unknown}")>0`
      : left;
  return `=IFERROR(SORTN(UNIQUE(FILTER(${types};${out};${types}<>"";${sources.ids}<>""));${EXCLUDED_TYPES};0;1;1);"")`;
}

function reportCells(indicator: Indicator, row: number, sources: Sources): [string, string][] {
  const letters = historyLetters(indicator);
  const date = `$${letters === null ? DATA_LETTER.cokDate : DATA_LETTER.date}${row}`;
  const sums = letters === null ? cokSums(indicator, date, sources) : maxSums(letters, date, sources);
  const { notFor, source } = indicator;
  const excluded = (formula: SumOf): string => {
    const left: string[] = [];
    for (let index = 0; index < EXCLUDED_TYPES; index += 1) {
      const type = `${DATA_LETTER.excluded(indicator)}$${DATA_FIRST + index}`;
      left.push(`-IF(${type}="";0;${formula(`;${sources.column('history', 'C')};${type}`)})`);
    }
    return notFor.length > 0 || source === 'cok' ? left.join('') : '';
  };
  const typed = indicator.group === 'students' ? `;${sources.column('history', 'C')};"<>"` : '';
  const sumOf = (formula: SumOf): string => `=IF(ISNUMBER(${date});${formula(typed)}${excluded(formula)};"")`;
  const [active, total] = [`${DATA_LETTER.active(indicator)}${row}`, `${DATA_LETTER.total(indicator)}${row}`];
  const cells: [string, string][] = [
    [active, sumOf(sums.active)],
    [total, sumOf(sums.total)],
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

/** A sum over a report of «История»; `more` are further conditions of SUMIFS. */
type SumOf = (more: string) => string;

interface Sums {
  readonly active: SumOf;
  readonly total: SumOf;
}

function maxSums(letters: { active: string; total: string }, date: string, { column }: Sources): Sums {
  const [actives, totals] = [column('history', letters.active), column('history', letters.total)];
  const sum = (summed: string): SumOf => {
    return (more) =>
      `SUMIFS(${summed};${column('history', 'A')};${date};${actives};">=0";${totals};">0"${more})`;
  };
  return { active: sum(actives), total: sum(totals) };
}

/**
 * Counts of УБ ЦОК stand in rows of the statistics’ reports with a date of their own; where several
 * reports have the same one, the latest counts. Totals that УБ ЦОК lacks are those of the statistics.
 */
function cokSums(indicator: Indicator, date: string, { column, names }: Sources): Sums {
  const letters = cokHistoryLetters(indicator);
  const range = (letter: string): string => column('history', letter);
  const [dates, actives, reports] = [range(letters.date), range(letters.active), range('A')];
  const where = `${dates};${date};${reports};MAXIFS(${reports};${dates};${date});${actives};">=0"`;
  const [own, otherwise] = [range(letters.total), range(letters.otherwise)];
  const all = (summed: string): string => `SUMIFS(${summed};${where};${own};">0"`;
  const rest = (summed: string): string => `SUMIFS(${summed};${where};${own};"";${otherwise};">0"`;
  const { assignedTo } = letters;
  const sum = (active: boolean): SumOf => {
    return (more) => {
      const both = `(${all(active ? actives : own)}${more})+${rest(active ? actives : otherwise)}${more}))`;
      if (assignedTo === null) return both;
      const to = range(assignedTo);
      const setting = settingFormula(names.settings, STUDENTS_OF_CODE);
      return `IF(IFERROR(${setting};"")="${STUDENTS_OF[1]}";SUMIFS(${active ? actives : to};${where};${to};">0"${more});${both})`;
    };
  };
  return { active: sum(true), total: sum(false) };
}
