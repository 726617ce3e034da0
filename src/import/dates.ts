import type { IsoDate } from '../domain/record.ts';

export type DateReading =
  | { readonly ok: true; readonly date: IsoDate; readonly range: boolean }
  | { readonly ok: false; readonly fault: 'date-invalid' | 'date-ambiguous' };

/** How «3/6/2026» is meant, where the user has said it. */
export type DayMonthOrder = 'day-first' | 'month-first';

const INVALID: DateReading = { ok: false, fault: 'date-invalid' };
const AMBIGUOUS: DateReading = { ok: false, fault: 'date-ambiguous' };

const LONGEST = 80;
const FIRST_YEAR = 2000;
const LAST_YEAR = 2099;

/** First letters of the months, Russian and English, in every case («мая», «май»). */
const MONTHS: readonly (readonly string[])[] = [
  ['янв', 'jan'],
  ['фев', 'feb'],
  ['мар', 'mar'],
  ['апр', 'apr'],
  ['май', 'мая', 'may'],
  ['июн', 'jun'],
  ['июл', 'jul'],
  ['авг', 'aug'],
  ['сен', 'sep'],
  ['окт', 'oct'],
  ['ноя', 'nov'],
  ['дек', 'dec'],
];

const WEEKDAYS = [
  'пон',
  'вто',
  'сре',
  'чет',
  'пят',
  'суб',
  'вос',
  'mon',
  'tue',
  'wed',
  'thu',
  'fri',
  'sat',
  'sun',
];
const YEAR_WORDS = ['г', 'год', 'года'];

const TIME = /(?:t|,? )\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?: ?[ap]m)?(?:z|[+-]\d{2}:?\d{2})?$/;
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const DOTTED = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})$/;
const SLASHED = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/;
const PERIOD = / [-–—] /;

/**
 * Reads a calendar day as the exports and people write it: ISO with or without time, `дд.мм.гггг`,
 * month names, a period (its first day). The day is taken as written, in the zone of the file.
 */
export function readDate(cell: string, order?: DayMonthOrder): DateReading {
  if (cell.length > LONGEST) return INVALID;
  const text = cell.trim().toLowerCase().replace(/\s+/g, ' ');
  const [start = '', end, ...more] = text.split(PERIOD);
  if (end === undefined) return readDay(text, order);
  if (more.length > 0) return INVALID;
  const first = readDay(start, order);
  const last = readDay(end, order);
  if (!first.ok) return first;
  return last.ok ? { ...first, range: true } : last;
}

function readDay(text: string, order: DayMonthOrder | undefined): DateReading {
  const day = text.replace(TIME, '');
  const yearFirst = YEAR_FIRST.exec(day);
  if (yearFirst !== null) return dayOf(yearFirst[1], yearFirst[2], yearFirst[3]);
  const dotted = DOTTED.exec(day);
  if (dotted !== null) return dayOf(fullYear(dotted[3] ?? ''), dotted[2], dotted[1]);
  const slashed = SLASHED.exec(day);
  if (slashed !== null) return readSlashed(slashed[1] ?? '', slashed[2] ?? '', slashed[3] ?? '', order);
  return readWords(day);
}

function fullYear(year: string): string {
  return year.length === 2 ? `20${year}` : year;
}

function readSlashed(
  first: string,
  second: string,
  year: string,
  order: DayMonthOrder | undefined,
): DateReading {
  const dayFirst = dayOf(year, second, first);
  const monthFirst = dayOf(year, first, second);
  if (!dayFirst.ok) return monthFirst;
  if (!monthFirst.ok || Number(first) === Number(second)) return dayFirst;
  if (order === undefined) return AMBIGUOUS;
  return order === 'day-first' ? dayFirst : monthFirst;
}

/** «среда, июня 3, 2026», «3 июня 2026 г.», «June 3, 2026». */
function readWords(text: string): DateReading {
  let day: string | undefined;
  let month: string | undefined;
  let year: string | undefined;
  for (const word of text.split(/[ ,.]/)) {
    if (word === '' || YEAR_WORDS.includes(word) || WEEKDAYS.includes(word.slice(0, 3))) continue;
    const named = MONTHS.findIndex((stems) => stems.some((stem) => word.startsWith(stem)));
    if (named >= 0 && month === undefined) month = String(named + 1);
    else if (word.length > 2 && year === undefined) year = word;
    else if (day === undefined) day = word;
    else return INVALID;
  }
  return dayOf(year, month, day);
}

function dayOf(year = '', month = '', day = ''): DateReading {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isRealDay(date) ? { ok: true, date, range: false } : INVALID;
}

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** True for an ISO date of this century that stands in the calendar. */
export function isRealDay(date: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < FIRST_YEAR || year > LAST_YEAR) return false;
  // No century of these years but 2000, which was a leap year.
  const leap = year % 4 === 0;
  const days = month === 2 && leap ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
  return day >= 1 && day <= days;
}
