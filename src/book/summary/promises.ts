import { schoolCells } from '../checklists/outward.ts';
import { FORMATS } from '../layout.ts';
import { DATA_FIRST, LIST_LENGTH, MENTIONS, PROMISE_FIELDS, PROMISE_LETTER, SUMMARY_ROWS } from './layout.ts';
import type { Format, Put } from './put.ts';
import type { Sources } from './sources.ts';
import type { DataCells } from './trend.ts';

/**
 * Promises whose day has come, out of the comments of «Чек-листы»: native formulas, which read what
 * `readPromises` and `duePromises` of the core read. A school stands once, with its earliest promise.
 */

/** A word in any letters: platform and workbench do not share a flag for it. */
function anyCase(word: string): string {
  return [...word].map((letter) => `[${letter.toUpperCase()}${letter}]`).join('');
}

const PROMISED = String.raw`${anyCase('обещали')}[ \t]+${anyCase('до')}[ \t]+`;
/** To the end of the piece. */
const REST = String.raw`[^;\n]*`;
/** The day and the signs between it and what was promised. */
const BEFORE_WHAT = String.raw`^[^\s;:,]+[ \t:,—–-]*`;
/** Later than any day: there is no such mention, or its day cannot be read. */
const NEVER = 99_999;
const HALF_YEAR = 183;

/** A column of the hidden sheet. */
function column(letter: string): string {
  return `$${letter}$${DATA_FIRST}:$${letter}`;
}

function eachRow(formula: string): string {
  return `=ARRAYFORMULA(${formula})`;
}

/** What stands behind «обещали до», of the mention that has so many before it. */
function mentionFormula(comments: string, before: number): string {
  const skipped = before === 0 ? '' : String.raw`(?:${PROMISED}${REST}[;\n][\s\S]*?){${before}}`;
  const found = `REGEXEXTRACT(${comments};"${skipped}${PROMISED}(${REST})")`;
  return eachRow(`IFERROR(REGEXREPLACE(${found};"^([0-9]{4})-([0-9]{2})-([0-9]{2})";"$3.$2.$1");"")`);
}

/** Day, month and year of a mention as `readDay` takes them; without a year it is the one nearest to today. */
function dayFormulas(mentions: string, [day, month, year]: readonly [string, string, string]): string[] {
  const part = (pattern: string): string => `VALUE(REGEXEXTRACT(${mentions};"${pattern}"))`;
  const end = String.raw`(?:[.](?:[0-9]{4}|[0-9]{2}))?[.]?(?:[\s;:,]|$)`;
  const ahead = `DATE(YEAR(TODAY());${month};${day})-TODAY()`;
  const written = `IF(${year}<100;${year}+2000;${year})`;
  const date = `DATE(${written};${month};${day})`;
  return [
    eachRow(`IFERROR(${part('^([0-9]{1,2})[.]')};"")`),
    eachRow(`IFERROR(${part(`^[0-9]{1,2}[.]([0-9]{1,2})${end}`)};"")`),
    eachRow(
      `IFERROR(${part('^[0-9]+[.][0-9]+[.]([0-9]+)')};IFERROR(YEAR(TODAY())-IF(${ahead}>=${HALF_YEAR};1;0)+IF(${ahead}<=-${HALF_YEAR};1;0);""))`,
    ),
    eachRow(
      `IF(ISNUMBER(${month});IFERROR(IF(MONTH(${date})=${month};IF(DAY(${date})=${day};${date};${NEVER});${NEVER});${NEVER});${NEVER})`,
    ),
  ];
}

/** Cells of the hidden sheet. */
export function promiseCells({ checklists }: Sources): DataCells {
  const cells: DataCells = new Map();
  const put = (letter: string, formula: string): void => {
    cells.set(`${letter}${DATA_FIRST}`, formula);
  };
  const { mention, day, earliest, due } = PROMISE_LETTER;
  const indexes = Array.from({ length: MENTIONS }, (_, index) => index);
  for (const index of indexes) {
    put(mention(index), mentionFormula(schoolCells(checklists, 'comment') ?? '""', index));
    const letters = [0, 1, 2, 3].map((part) => day(index, part)) as [string, string, string, string];
    const [first, second, third] = letters.map(column) as [string, string, string];
    dayFormulas(column(mention(index)), [first, second, third]).forEach((formula, part) => {
      put(letters[part] ?? '', formula);
    });
  }
  const lesser = (one: string, other: string): string => `IF(${other}<${one};${other};${one})`;
  const days = indexes.map((index) => column(day(index, 3)));
  put(earliest('name'), eachRow(schoolCells(checklists, 'name') ?? '""'));
  put(earliest('until'), eachRow(days.reduce(lesser)));
  const until = column(earliest('until'));
  const said = indexes.reduceRight(
    (otherwise, index) => `IF(${column(day(index, 3))}=${until};${column(mention(index))};${otherwise})`,
    '""',
  );
  put(earliest('what'), eachRow(`REGEXREPLACE(${said};"${BEFORE_WHAT}";"")`));
  const come = `ISNUMBER(${until});${until}<=TODAY()`;
  for (const field of PROMISE_FIELDS) {
    const filtered = (letter: string): string => `FILTER(${column(letter)};${come})`;
    put(
      due(field),
      `=IF(COUNTIF(${until};"<="&TODAY())=0;"";SORTN(${filtered(earliest(field))};${LIST_LENGTH};0;${filtered(earliest('until'))};1))`,
    );
  }
  return cells;
}

/** The list on the page. */
export function putPromises(put: Put, format: Format, { data }: Sources): void {
  const { promises } = SUMMARY_ROWS;
  const { due, earliest } = PROMISE_LETTER;
  const count = `COUNTIF(${data(column(earliest('until')))};"<="&TODAY())`;
  put(promises, 'A', ["'Обещанное, срок которого настал", "'до", "'прошло", '', "'что обещали"]);
  put(promises, 'K', [`="школ: "&${count}`]);
  for (let index = 0; index < LIST_LENGTH; index += 1) {
    const row = promises + 1 + index;
    const at = (field: (typeof PROMISE_FIELDS)[number]): string =>
      `IFERROR(${data(`$${due(field)}$${DATA_FIRST + index}`)};"")`;
    put(row, 'A', [
      `=${at('name')}`,
      `=${at('until')}`,
      `=IF(ISNUMBER(B${row});IF(B${row}<TODAY();"дней: "&(TODAY()-B${row});"сегодня");"")`,
      '',
      `=${at('what')}`,
    ]);
    format(row, 'B', FORMATS.date);
  }
}
