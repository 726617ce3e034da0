import { columnLetter } from '../../domain/columns.ts';
import { INDICATORS } from '../../domain/indicators.ts';
import { SMALL_GROUP } from '../../domain/small-group.ts';
import { VERDICT_LABELS } from '../../text/verdicts.ts';
import { sheetReference } from '../cells.ts';
import { SCHOOL_COLUMNS } from '../schools.ts';
import {
  CHEAPEST,
  CHOICE_CELLS,
  DATA_FIRST,
  DATA_LETTER,
  LIST_LENGTH,
  PATH_LENGTH,
  REACH_WHOLE,
  SCHOOL_FIELDS,
  type SchoolBlock,
  type SchoolField,
  SEARCH_CELL,
  SEARCH_STEPS,
  SUMMARY_LAYOUT,
} from './layout.ts';
import { type Sources, schoolLetter } from './sources.ts';
import type { DataCells } from './trend.ts';

/**
 * Lists of schools by the indicator chosen in «Сводка»: the schools that have a share, the best, the
 * fastest growing, and the shortest path. The order is that of `domain/ranking.ts` and
 * `domain/yardsticks/shortest-path.ts`; a test holds them equal.
 */
export function listCells(sources: Sources): DataCells {
  const cells: DataCells = new Map();
  const put = (letter: string, formula: string): void => {
    cells.set(`${letter}${DATA_FIRST}`, formula);
  };
  const chosen = (field: 'active' | 'total' | 'share' | 'change' | 'missing'): string =>
    `CHOOSE(${SEARCH_CELL.indicator};${INDICATORS.map((one) => sources.field(one, field)).join(';')})`;
  const measured = `${sources.ids}<>"";ISNUMBER(${chosen('share')})`;
  const column = (range: string): string => `=IFERROR(FILTER(${range};${measured});"")`;
  const school = (field: SchoolField): string => DATA_LETTER.school('schools', field);
  put(school('id'), column(sources.ids));
  put(school('name'), column(sources.school(columnLetter(SCHOOL_COLUMNS.name - 1))));
  for (const field of ['active', 'total', 'share', 'change', 'missing'] as const) {
    put(school(field), column(chosen(field)));
  }
  const [active, total, missing] = [below('active'), below('total'), below('missing')];
  put(
    school('reserve'),
    `=ARRAYFORMULA(IF(ISNUMBER(${total});IF(${SEARCH_CELL.whole}=1;IF(${total}>${active};${total}-${active};0);${missing});""))`,
  );
  const list = (block: SchoolBlock, length: number, where: string, order: string): void =>
    put(
      DATA_LETTER.school(block, 'id'),
      `=IFERROR(SORTN(FILTER($${school('id')}$${DATA_FIRST}:$${school('reserve')};${where});${length};0;${order});"")`,
    );
  const by = (field: SchoolField, ascending: 0 | 1): string =>
    `${SCHOOL_FIELDS.indexOf(field) + 1};${ascending}`;
  const ranked = `ISNUMBER(${total});${total}>=${SMALL_GROUP}`;
  list('best', LIST_LENGTH, ranked, [by('share', 0), by('total', 0), by('id', 1)].join(';'));
  const change = below('change');
  list(
    'growing',
    LIST_LENGTH,
    `${ranked};ISNUMBER(${change});${change}>0`,
    [by('change', 0), by('total', 0), by('id', 1)].join(';'),
  );
  const reserve = below('reserve');
  list(
    'path',
    PATH_LENGTH,
    `ISNUMBER(${reserve});${reserve}>0`,
    [by('reserve', 0), by('total', 1), by('id', 1)].join(';'),
  );
  cheapest(sources).forEach((formula, index) => {
    put(CHEAPEST[index] ?? '', formula);
  });
  searchCells(sources).forEach((formula, index) => {
    cells.set(`${DATA_LETTER.search}${DATA_FIRST + index}`, formula);
  });
  return cells;
}

/** Schools that are not counted yet, by the people missing to it; the order of `cheapestToTurn`. */
function cheapest(sources: Sources): string[] {
  const people = sources.school(schoolLetter('мониторинг: ещё чел.'));
  const verdicts = sources.school(schoolLetter('мониторинг'));
  const where = `${verdicts}="${VERDICT_LABELS['does-not-count']}";ISNUMBER(${people});${sources.ids}<>""`;
  const filtered = (range: string): string => `FILTER(${range};${where})`;
  const sorted = (range: string): string =>
    `=IFERROR(SORTN(${filtered(range)};${PATH_LENGTH};0;${filtered(people)};1;${filtered(sources.ids)};1);"")`;
  return [sorted(sources.school(columnLetter(SCHOOL_COLUMNS.name - 1))), sorted(people)];
}

/** A column of the block of schools, down to the end of the sheet. */
function below(field: SchoolField): string {
  const letter = DATA_LETTER.school('schools', field);
  return `$${letter}$${DATA_FIRST}:$${letter}`;
}

/**
 * How many schools the path takes, at any number of schools and without sorting them: the largest
 * reserve `edge` such that the schools with at least as much close the gap is found bit by bit; all
 * schools above it are taken, and of those at the edge as many as are still needed.
 */
function searchCells({ names }: Sources): string[] {
  const summary = sheetReference(names.summary);
  const inSummary = (letter: string): string =>
    `${summary}!$${letter}$${SUMMARY_LAYOUT.firstRow}:$${letter}$${SUMMARY_LAYOUT.firstRow + INDICATORS.length - 1}`;
  const { gap, edge, above, reserveAbove, schools } = SEARCH_CELL;
  const reserve = below('reserve');
  const when = (formula: string): string => `=IF(ISNUMBER(${gap});IF(${gap}>0;${formula};0);"")`;
  const steps: string[] = [];
  for (let step = 0; step < SEARCH_STEPS; step += 1) {
    const before = step === 0 ? '0' : `${DATA_LETTER.search}${DATA_FIRST + 2 + step}`;
    const bit = 2 ** (SEARCH_STEPS - 1 - step);
    steps.push(when(`${before}+IF(SUMIF(${reserve};">="&(${before}+${bit}))>=${gap};${bit};0)`));
  }
  const atEdge = `-INT(-(${gap}-${reserveAbove})/${edge})`;
  return [
    `=IFERROR(MATCH(${summary}!${CHOICE_CELLS.indicator};${inSummary('A')};0);1)`,
    `=IF(${summary}!${CHOICE_CELLS.reach}="${REACH_WHOLE}";1;0)`,
    `=INDEX(${inSummary('G')};${SEARCH_CELL.indicator})`,
    ...steps,
    when(`COUNTIF(${reserve};">"&${edge})`),
    when(`SUMIF(${reserve};">"&${edge})`),
    when(`${above}${atEdge}`),
    when(`${reserveAbove}+(${schools}-${above})*${edge}`),
  ];
}
