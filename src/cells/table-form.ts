import { HEADINGS } from '../domain/headings.ts';
import { normaliseText } from '../domain/normalise.ts';
import { hasStudents, type OrganisationKind, organisationKind } from '../domain/organisation.ts';
import type { IsoDate } from '../domain/record.ts';
import { STATUS_FACES } from '../domain/status.ts';
import { errorValue, isBlank, missingArgument, type Parameter, wrongArgument } from './arguments.ts';
import { type Answer, answer, type CellAnswer, type CellFunction, evaluate } from './broadcast.ts';
import { dayOf, dayText } from './days.ts';
import { filledHeight, filledWidth, operandOf, type Table, tableOf, widthOf } from './ranges.ts';

/** A share with the columns in which a table keeps its counts. */
export interface ShareFunction extends CellFunction {
  /** Possible headings of the column, the first found counts. */
  readonly partHeadings: readonly string[];
  readonly totalHeadings: readonly string[];
  readonly notFor: readonly OrganisationKind[];
  /** Counts students: of a type that is not recognised nothing is said. */
  readonly students: boolean;
}

const ID_HEADINGS: readonly string[] = [HEADINGS.orgId, 'ID'];
const NAME_HEADINGS: readonly string[] = [HEADINGS.shortName, 'Школа'];
const DATE_HEADINGS: readonly string[] = [HEADINGS.date];
const TYPE_HEADINGS: readonly string[] = [HEADINGS.orgType];

const SCHOOL: Parameter = {
  name: 'total',
  title: 'школа',
  expected: 'Школа задаётся ID или названием',
  whole: true,
  max: Number.MAX_SAFE_INTEGER,
};

const DATE: Parameter = {
  name: 'date',
  title: 'дата отчёта',
  expected: 'Дата отчёта задаётся датой',
  whole: true,
  max: 0,
};

/** Column of a heading in the first row, −1 where there is none. */
function columnOf(table: Table, headings: readonly string[]): number {
  const found = (table[0] ?? []).map((cell) => (typeof cell === 'string' ? normaliseText(cell) : ''));
  for (const heading of headings) {
    const column = found.indexOf(normaliseText(heading));
    if (column >= 0) return column;
  }
  return -1;
}

function isTableWithHeadings(table: Table | null): table is Table {
  if (table === null || widthOf(table) < 2) return false;
  return columnOf(table, ID_HEADINGS) >= 0 || columnOf(table, NAME_HEADINGS) >= 0;
}

/** «Школа №5» and «Школа № 5» are one name. */
function nameKey(name: string): string {
  return normaliseText(name).replace(/№ /g, '№');
}

/** Rows in which one school was found. */
interface Sought {
  /** The row of the date asked for, or of the latest; −1 where the school has none. */
  row: number;
  day: IsoDate;
  /** In the table at all, on whatever date. */
  known: boolean;
  /** Twice on one date: which row is meant cannot be said. */
  twice: boolean;
}

const NOWHERE: Sought = { row: -1, day: '', known: false, twice: false };

interface Columns {
  readonly part: number;
  readonly total: number;
  readonly id: number;
  readonly name: number;
  readonly date: number;
  readonly type: number;
}

interface Search {
  readonly byId: Map<string, Sought>;
  readonly byName: Map<string, Sought>;
  /** True where any school has a row on the date asked for. */
  dateFound: boolean;
}

function note(found: Sought | undefined, row: number, day: IsoDate, date: IsoDate | null): void {
  if (found === undefined) return;
  found.known = true;
  if (date !== null && day !== date) return;
  if (found.row >= 0 && day < found.day) return;
  found.twice = found.row >= 0 && day === found.day;
  found.row = row;
  found.day = day;
}

function textOf(value: unknown): string {
  return isBlank(value) ? '' : String(value).trim();
}

/** One pass over the table for all schools asked for. */
function search(table: Table, columns: Columns, schools: ReadonlySet<string>, date: IsoDate | null): Search {
  const found: Search = { byId: new Map(), byName: new Map(), dateFound: false };
  for (const school of schools) {
    found.byId.set(school, { ...NOWHERE });
    found.byName.set(nameKey(school), { ...NOWHERE });
  }
  for (let row = 1; row < table.length; row++) {
    const cells = table[row] ?? [];
    const day = columns.date < 0 ? '' : (dayOf(cells[columns.date]) ?? '');
    if (day === date) found.dateFound = true;
    if (columns.id >= 0) note(found.byId.get(textOf(cells[columns.id])), row, day, date);
    if (columns.name >= 0) note(found.byName.get(nameKey(textOf(cells[columns.name]))), row, day, date);
  }
  return found;
}

function answerSchool(
  fn: ShareFunction,
  table: Table,
  columns: Columns,
  found: Search,
  date: IsoDate | null,
  school: string,
): CellAnswer {
  const byId = found.byId.get(school);
  const { known, row, twice } = (byId?.known === true ? byId : found.byName.get(nameKey(school))) ?? NOWHERE;
  if (!known) {
    const hint = columns.name < 0 ? ': укажите ID' : '';
    return `В таблице нет школы «${school}»${hint}`;
  }
  if (row < 0) return found.dateFound || date === null ? '' : `В таблице нет отчёта от ${dayText(date)}`;
  if (twice) return `В таблице две школы «${school}»: укажите ID`;
  const cells = table[row] ?? [];
  if (columns.type >= 0) {
    const kind = organisationKind(textOf(cells[columns.type]));
    if (fn.notFor.includes(kind)) return STATUS_FACES['not-applicable'].label;
    if (fn.students && hasStudents(kind) === null) return '';
  }
  return answer(fn, cells[columns.part], cells[columns.total], 0);
}

function answerCell(value: unknown, lookUp: (school: string) => CellAnswer): CellAnswer {
  if (isBlank(value)) return '';
  const error = errorValue(value);
  if (error !== null) return error;
  return typeof value === 'string' || typeof value === 'number'
    ? lookUp(textOf(value))
    : wrongArgument(SCHOOL, value);
}

function answerTable(fn: ShareFunction, table: Table, schools: unknown, date: unknown): Answer {
  const { table: range, value: single } = operandOf(SCHOOL, schools);
  if (range === null && single === undefined) return missingArgument(SCHOOL);
  const columns: Columns = {
    part: columnOf(table, fn.partHeadings),
    total: columnOf(table, fn.totalHeadings),
    id: columnOf(table, ID_HEADINGS),
    name: columnOf(table, NAME_HEADINGS),
    date: columnOf(table, DATE_HEADINGS),
    type: columnOf(table, TYPE_HEADINGS),
  };
  if (columns.part < 0) return `В таблице нет столбца «${fn.partHeadings[0]}»`;
  if (columns.total < 0) return `В таблице нет столбца «${fn.totalHeadings[0]}»`;
  const asked = tableOf(date)?.[0]?.[0] ?? date;
  const error = errorValue(asked);
  if (error !== null) return error;
  const day = isBlank(asked) ? null : dayOf(asked);
  if (day === null && !isBlank(asked)) return wrongArgument(DATE, asked);
  if (day !== null && columns.date < 0) return `В таблице нет столбца «${HEADINGS.date}»`;

  const cells = range === null ? [[single]] : range.slice(0, Math.max(1, filledHeight(range)));
  const names = new Set(cells.flatMap((row) => row.map(textOf)).filter((text) => text !== ''));
  const found = search(table, columns, names, day);
  const lookUp = (school: string) => answerSchool(fn, table, columns, found, day, school);
  if (range === null) {
    const only = answerCell(single, lookUp);
    return Array.isArray(schools) ? [[only]] : only;
  }
  const width = Math.max(1, filledWidth(range));
  return cells.map((row) => row.slice(0, width).map((value) => answerCell(value, lookUp)));
}

/** A share of counts (values or ranges), or of schools in a table with headings: by id or name, on a date. */
export function evaluateShare(fn: ShareFunction, first: unknown, second: unknown, date?: unknown): Answer {
  const table = tableOf(first);
  return isTableWithHeadings(table) ? answerTable(fn, table, second, date) : evaluate(fn, first, second);
}
