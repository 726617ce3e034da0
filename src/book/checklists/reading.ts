import type { CellValue } from '../../domain/checklists/day-cell.ts';
import { STEPS, type StepId } from '../../domain/checklists/steps.ts';
import { columnLetter } from '../../domain/columns.ts';
import { IssueError } from '../../domain/issues.ts';
import type { OrganisationKind } from '../../domain/organisation.ts';
import { headingsOf } from '../layout.ts';
import { type CellOutput, type DateReader, type Sheet, textOf } from '../platform.ts';
import { type KeyedRows, keyRows } from '../rows.ts';
import { SCHOOL_COLUMNS, SCHOOLS_LAYOUT } from '../schools.ts';
import {
  CHECKLISTS_LAYOUT,
  type ColumnKey,
  type Columns,
  findColumns,
  headingOf,
  isDated,
  KIND_WORDS,
  READ_WIDTH,
} from './columns.ts';

/** A sheet with a school a row as it stood at one moment: one call, so that nobody's change comes in between. */
export interface ChecklistReading {
  readonly columns: Columns;
  readonly keyed: KeyedRows;
  /** Cell of a school; '' where the row or the column is not there. */
  cell(id: string, key: ColumnKey): CellOutput;
  /** What stands at a place now: whose row, which column of ours, what. */
  at(
    row: number,
    column: number,
  ): { readonly id: string; readonly key: ColumnKey | null; readonly cell: CellOutput };
}

/** @throws IssueError sheet-damaged where the ids cannot be told; sheet-id-doubled */
export function readChecklists(sheet: Sheet): ChecklistReading {
  return readById(sheet, READ_WIDTH, CHECKLISTS_LAYOUT.firstRow, findColumns);
}

/**
 * Reads until the schools are there, twice at most: rows inserted at the moment of a reading push the
 * last ones out of the range that is read.
 */
export function readWith(
  sheet: Sheet,
  read: (sheet: Sheet) => ChecklistReading,
  ids: readonly string[],
): ChecklistReading {
  const reading = read(sheet);
  return ids.every((id) => reading.keyed.rowOf.has(id)) ? reading : read(sheet);
}

/** «Школы», as far as the coordinator's column. */
export function readCoordinators(sheet: Sheet): ChecklistReading {
  const { id, coordinator } = SCHOOL_COLUMNS;
  const expected = headingsOf(SCHOOLS_LAYOUT);
  return readById(sheet, coordinator, SCHOOLS_LAYOUT.firstRow, (headings) => {
    const isOurs = (column: number): boolean => textOf(headings[column - 1]) === expected[column - 1];
    const columns: [ColumnKey, number][] = [
      ['id', id],
      ['coordinator', coordinator],
    ];
    return new Map(columns.filter(([, column]) => isOurs(column)));
  });
}

function readById(
  sheet: Sheet,
  width: number,
  first: number,
  columnsOf: (headings: readonly CellOutput[]) => Columns,
): ChecklistReading {
  const values: CellOutput[][] = sheet.getRange(`A1:${columnLetter(width - 1)}`).getValues();
  const columns = columnsOf(values[0] ?? []);
  const idColumn = columns.get('id');
  if (idColumn === undefined) {
    throw new IssueError({
      code: 'sheet-damaged',
      sheet: sheet.getName(),
      cell: 'A1',
      expected: headingOf('id'),
      found: textOf(values[0]?.[0]),
    });
  }
  const body = values.slice(first - 1);
  const ids = body.map((row) => textOf(row[idColumn - 1]));
  const keyed = keyRows(sheet, first, ids, body);
  const keyOfColumn = new Map([...columns].map(([key, column]) => [column, key]));
  return {
    columns,
    keyed,
    cell: (id, key) => {
      const [row, column] = [keyed.rowOf.get(id), columns.get(key)];
      return row === undefined || column === undefined ? '' : (values[row - 1]?.[column - 1] ?? '');
    },
    at: (row, column) => ({
      id: ids[row - first] ?? '',
      key: keyOfColumn.get(column) ?? null,
      cell: values[row - 1]?.[column - 1] ?? '',
    }),
  };
}

/** Steps whose column is not in the sheet. */
export function missingSteps({ columns }: ChecklistReading): StepId[] {
  return STEPS.filter(({ id }) => !columns.has(id)).map(({ id }) => id);
}

const KIND_OF_WORD: ReadonlyMap<string, OrganisationKind> = new Map(
  (Object.keys(KIND_WORDS) as OrganisationKind[]).map((kind) => [KIND_WORDS[kind], kind]),
);

/** The cells of a school's row, a date as an ISO day. */
export interface SchoolCells {
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly steps: Readonly<Partial<Record<StepId, CellValue>>>;
  readonly checkedOn: Readonly<Partial<Record<StepId, CellValue>>>;
  readonly exceptions: string;
  readonly comment: string;
  readonly invitedOn: CellValue;
  readonly pending: CellValue;
}

/** A school's row as the rules of the core read it; what is open holds nothing. */
export function schoolCells(reading: ChecklistReading, id: string, dateOf: DateReader): SchoolCells {
  const value = (key: ColumnKey): CellValue => plainCell(reading.cell(id, key), dateOf, false);
  const day = (key: ColumnKey): CellValue => plainCell(reading.cell(id, key), dateOf, true);
  const steps: Partial<Record<StepId, CellValue>> = {};
  const checkedOn: Partial<Record<StepId, CellValue>> = {};
  for (const { id: step } of STEPS) {
    const cell = value(step);
    if (cell !== '' && cell !== false) steps[step] = cell;
    if (!isDated(step)) continue;
    const checked = day(`checked.${step}`);
    if (checked !== '') checkedOn[step] = checked;
  }
  return {
    name: textOf(reading.cell(id, 'name')),
    kind: KIND_OF_WORD.get(textOf(reading.cell(id, 'kind'))) ?? 'unknown',
    steps,
    checkedOn,
    exceptions: textOf(reading.cell(id, 'exceptions')),
    comment: textOf(reading.cell(id, 'comment')),
    invitedOn: day('invitedOn'),
    pending: value('pending'),
  };
}

/** A date becomes an ISO day; in a cell that is for days a plain number is a date whose format was lost. */
function plainCell(cell: CellOutput, dateOf: DateReader, isDay: boolean): CellValue {
  if (typeof cell === 'object') return dateOf(cell) ?? String(cell);
  return isDay && typeof cell === 'number' && cell >= 1 ? dateOf(cell) : cell;
}
