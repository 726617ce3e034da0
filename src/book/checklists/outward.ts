import { INVITATION_DAYS, INVITATION_WARNING_DAY } from '../../domain/checklists/due.ts';
import type { StepId } from '../../domain/checklists/steps.ts';
import { columnLetter } from '../../domain/columns.ts';
import { WHOLE } from '../../domain/share.ts';
import { sheetReference } from '../cells.ts';
import type { Sheet } from '../platform.ts';
import { CHECKLISTS_LAYOUT, type ColumnKey, type Columns, findColumns } from './columns.ts';
import { STATES } from './formulas.ts';

/**
 * What other sheets say of «Чек-листы»: expressions without `=`. Their references follow when people
 * insert or move columns; where the sheet was made anew they are written again.
 */
export interface ChecklistsPlace {
  readonly name: string;
  /** Letter of a column, hidden ones too; undefined where a person deleted it. */
  readonly letter: (key: ColumnKey) => string | undefined;
}

/** The place as it was read, with its columns. */
export interface FoundPlace extends ChecklistsPlace {
  readonly columns: Columns;
}

export function placeAt(name: string, columns: Columns): FoundPlace {
  return {
    name,
    columns,
    letter: (key) => {
      const column = columns.get(key);
      return column === undefined ? undefined : columnLetter(column - 1);
    },
  };
}

/** One call. */
export function placeOfChecklists(sheet: Sheet): FoundPlace {
  return placeAt(sheet.getName(), findColumns(sheet.getRange('1:1').getValues()[0] ?? []));
}

/** «5 из 9 · 55 %» of the school whose id stands in a cell; '' where the school or a column is not there. */
export function schoolProgressFormula(place: ChecklistsPlace, idCell: string): string {
  const [id, progress, share] = (['id', 'progress.all', 'share.all'] as const).map((key) =>
    wholeColumn(place, key),
  );
  if (id === undefined || progress === undefined || share === undefined) return '""';
  const found = (column: string): string => `INDEX(${column};MATCH(${idCell};${id};0))`;
  const percent = `" · "&INT(ROUND(${WHOLE}*${found(share)};0)/100)&" %"`;
  return `IFERROR(${found(progress)}&IF(ISNUMBER(${found(share)});${percent};"");"")`;
}

function wholeColumn({ name, letter: letterOf }: ChecklistsPlace, key: ColumnKey): string | undefined {
  const letter = letterOf(key);
  return letter === undefined ? undefined : `${sheetReference(name)}!$${letter}:$${letter}`;
}

/** Rows of the schools. */
export function schoolCells({ name, letter: letterOf }: ChecklistsPlace, key: ColumnKey): string | undefined {
  const letter = letterOf(key);
  const first = CHECKLISTS_LAYOUT.firstRow;
  return letter === undefined ? undefined : `${sheetReference(name)}!$${letter}$${first}:$${letter}`;
}

export interface StepCounts {
  /** Schools that did the step. */
  readonly done: string;
  /** Schools in which it waits: open, lapsed, or a cell that cannot be read. */
  readonly waiting: string;
}

/** null where a person deleted the column. */
export function stepCountFormulas(place: ChecklistsPlace, step: StepId): StepCounts | null {
  const states = schoolCells(place, `state.${step}`);
  if (states === undefined) return null;
  const count = (word: string): string => `COUNTIF(${states};"${word}")`;
  return {
    done: count(STATES.done),
    waiting: `(${[STATES.waiting, STATES.lapsed, STATES.wrong].map(count).join('+')})`,
  };
}

export interface InvitationCounts {
  /** Schools whose invitations lapse in ten days or sooner. */
  readonly expiring: string;
  /** Schools whose invitations have lapsed. */
  readonly lapsed: string;
  /** Rows of both: conditions of a FILTER over columns of the sheet from its first row of schools on. */
  readonly warned: string;
}

/** Invitations as `invitationDeadline` judges them; null where a person deleted a column. */
export function invitationCountFormulas(place: ChecklistsPlace): InvitationCounts | null {
  const [sent, pending] = [schoolCells(place, 'invitedOn'), schoolCells(place, 'pending')];
  if (sent === undefined || pending === undefined) return null;
  const before = (operator: string, age: number): string => `${sent};"${operator}"&(TODAY()-${age})`;
  const somebody = `${pending};"<>0"`;
  return {
    expiring: `COUNTIFS(${before('>=', INVITATION_DAYS)};${before('<=', INVITATION_WARNING_DAY)};${somebody})`,
    lapsed: `COUNTIFS(${sent};">0";${before('<', INVITATION_DAYS)};${somebody})`,
    warned: `ISNUMBER(${sent});${sent}>0;${sent}<=TODAY()-${INVITATION_WARNING_DAY};(${pending}<>0)+(${pending}="")`,
  };
}
