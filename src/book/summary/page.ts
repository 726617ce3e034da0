import type { CellInput } from '../cells.ts';
import { UNFINISHED_PHASES } from '../journal.ts';
import { FORMATS } from '../layout.ts';
import { putAttention } from './attention.ts';
import { districtRows } from './district.ts';
import {
  CHEAPEST,
  DATA_FIRST,
  DATA_LETTER,
  LIST_LENGTH,
  PATH_LENGTH,
  SEARCH_CELL,
  SUMMARY_LAYOUT,
  SUMMARY_ROWS,
} from './layout.ts';
import { putPromises } from './promises.ts';
import type { Format, Put } from './put.ts';
import { type Sources, schoolLetter, withoutData } from './sources.ts';
import { yardstickRows } from './yardsticks.ts';

/** Cells and number formats of «Сводка», by address. The choice of the lists is not among them. */
export interface Page {
  readonly cells: ReadonlyMap<string, string>;
  readonly formats: ReadonlyMap<string, string>;
  /** Rows that begin a block. */
  readonly titles: readonly number[];
}

const UNFINISHED =
  'Импорт не завершён: числам пока не верьте. Откройте «МАХ и УБ ЦОК» → «Импорт статистики», и надстройка закончит его';

/** Reports are weekly; a report this many days old is worth a warning. */
const OLD_DAYS = 9;

export function pageOf(sources: Sources): Page {
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
  const { yardsticks, ratings, path, attention, promises, doubts } = SUMMARY_ROWS;
  put(yardsticks, 'A', [
    "'Официальные мерки",
    "'активно",
    "'всего",
    "'доля",
    "'цель",
    "'статус",
    "'ещё чел.",
  ]);
  yardstickRows(sources, yardsticks + 1).forEach((values, index) => {
    put(yardsticks + 1 + index, 'A', values);
    format(yardsticks + 1 + index, 'DE', FORMATS.share);
  });
  putLists(put, format, sources);
  putAttention(put, format, sources);
  putPromises(put, format, sources);
  return { cells, formats, titles: [yardsticks, ratings, path, attention, promises, doubts] };
}

function putDate(put: Put, format: Format, sources: Sources): void {
  const { column, school, ids } = sources;
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
  const remarks = school(schoolLetter('замечания'));
  put(schools, 'A', [
    "'Школ в отчёте",
    `=COUNT(${dates})`,
    `="нет в отчёте: "&COUNTIFS(${ids};"<>")-COUNT(${dates})&" · без данных МАХ: "&SUMPRODUCT((${withoutData(sources)}>0)*(${ids}<>""))&" · с замечаниями: "&COUNTIFS(${remarks};"?*";${ids};"<>")`,
  ]);
}

function putLists(put: Put, format: Format, { data }: Sources): void {
  const { choice: choiceRow, ratings, path } = SUMMARY_ROWS;
  put(choiceRow, 'B', ["'← показатель списков ниже"]);
  put(choiceRow, 'G', ["'← резерв школы"]);
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
  put(path, 'A', ["'Кратчайший путь", "'резерв", "'нараст.", "'доля", "'Мониторинг: кого легче довести"]);
  put(path, 'I', ["'чел.", "'нараст."]);
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
    const [name, people] = CHEAPEST.map((letter) => data(`$${letter}$${DATA_FIRST + index}`));
    put(row, 'E', [`=IFERROR(${name};"")`]);
    put(row, 'I', [`=IFERROR(${people};"")`, `=IF(ISNUMBER(I${row});SUM(I$${path}:I${row});"")`]);
  }
  put(path + 1 + PATH_LENGTH, 'A', [
    `=IF(ISNUMBER(${gap});IF(${gap}=0;"Цель района достигнута";"Району не хватает чел.: "&${gap}&" · хватит школ: "&${data(SEARCH_CELL.schools)}&" · их резерв: "&${data(SEARCH_CELL.reserve)});"Нет цели или данных")`,
  ]);
}
