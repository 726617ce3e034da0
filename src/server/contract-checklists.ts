import type { CellValue } from '../domain/checklists/day-cell.ts';
import type { SchoolExtra } from '../domain/checklists/school-extra.ts';
import type { StepId } from '../domain/checklists/steps.ts';
import type { OrganisationKind } from '../domain/organisation.ts';
import type { IsoDate } from '../domain/record.ts';
import type { BookState, Reply } from './contract.ts';

/**
 * The part of the contract that is about «Чек-листы». Cells travel as they stand in the book (a date
 * as an ISO day), so that the sidebar reads them with the very rules of src/domain/checklists:
 * `readSchoolRow({ ...row, school: row.name }, { today, reportDate: book.date })`.
 */

/** One school's row of «Чек-листы». */
export interface ChecklistRow {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  /** Cells of the steps. A step that is absent holds nothing, or an empty checkbox. */
  readonly steps: Readonly<Partial<Record<StepId, CellValue>>>;
  /** Cells «проверено» of the steps that are checked for each report; absent where blank. */
  readonly checkedOn: Readonly<Partial<Record<StepId, CellValue>>>;
  readonly exceptions: string;
  readonly comment: string;
  /** «приглашения»: day of the earliest batch that is not accepted, number pending. */
  readonly invitedOn: CellValue;
  readonly pending: CellValue;
  /** Day of the last tick that the log knows of; null: none. */
  readonly lastTick: IsoDate | null;
}

/**
 * Where the sheets were found: handed back with every change, so that they need not be looked up
 * again. The server trusts none of it: a sheet is told by its headings.
 */
export interface SheetHints {
  readonly checklists: number;
  readonly log: number;
  /** Time zone of the spreadsheet. */
  readonly zone: string;
}

/** Everything that the view «Чек-листы» shows, in one round trip. */
export interface ChecklistState {
  /** Today in the time zone of the spreadsheet. */
  readonly today: IsoDate;
  readonly book: BookState;
  /** In the order of the sheet; a school that vanished from the report keeps its row. */
  readonly rows: readonly ChecklistRow[];
  /** By id; absent for a school that «Школы» does not have. */
  readonly extras: Readonly<Record<string, SchoolExtra>>;
  /** Day on which a text to a school was copied last, by id; absent where none was. */
  readonly lastTexts: Readonly<Record<string, IsoDate>>;
  /** Steps whose column a person deleted: they are open and cannot be ticked. */
  readonly missingSteps: readonly StepId[];
  readonly hints: SheetHints;
}

/** What every change carries: who makes it (a role name or a short code; '' where nobody was picked). */
interface ChangeOf<Kind extends string> {
  readonly kind: Kind;
  /** Id of the organisation. */
  readonly school: string;
  readonly who: string;
  readonly hints: SheetHints;
}

/**
 * A change of one school. `saw` is what the client shows: where the book holds something else by now,
 * nothing is written, and the answer says what the book holds (`changed`).
 */
export type ChecklistChange =
  /**
   * `checked` is the day of the check of a step that is checked for each report (the server takes
   * today where it is null). `comment` goes into «Журнал» only.
   */
  | (ChangeOf<'tick'> & {
      readonly step: StepId;
      readonly saw: TickCells;
      readonly done: boolean;
      readonly checked: IsoDate | null;
      readonly comment: string;
    })
  /**
   * «н/п» of a step with its reason; null takes it back. `text` is the whole cell «не применимо» after
   * it: `withException(row.exceptions, step, reason)` or `withoutException(row.exceptions, step)`.
   */
  | (ChangeOf<'exception'> & {
      readonly step: StepId;
      readonly reason: string | null;
      readonly saw: string;
      readonly text: string;
    })
  | (ChangeOf<'comment'> & { readonly saw: string; readonly comment: string })
  | (ChangeOf<'invitations'> & {
      readonly saw: InvitationCells;
      readonly invitedOn: IsoDate | null;
      readonly pending: number | null;
    })
  /** Assigns the school in «Школы»; '' takes the assignment away. */
  | (ChangeOf<'coordinator'> & { readonly saw: string; readonly coordinator: string });

export interface TickCells {
  /** `row.steps[step]`, `row.checkedOn[step]`; null where absent. */
  readonly cell: CellValue;
  readonly checkedOn: CellValue;
}

export interface InvitationCells {
  readonly invitedOn: CellValue;
  readonly pending: CellValue;
}

/**
 * - `written`: the book holds it now, and did not before
 * - `same`: it held it already (somebody else was first, with the same)
 * - `changed`: somebody else wrote something else first: nothing was written
 */
export type ChangeOutcome = 'written' | 'same' | 'changed';

export interface ChecklistAnswer {
  readonly outcome: ChangeOutcome;
  /** The row as it stands in the book now. */
  readonly row: ChecklistRow;
  /** Present for a change of the coordinator. */
  readonly coordinator?: string;
}

/**
 * One step of many schools. Undone by the same call the other way round, with the `written` ones:
 * `done: false`, and `saw` what the answer's rows hold.
 */
export interface BulkTick {
  readonly step: StepId;
  readonly done: boolean;
  readonly checked: IsoDate | null;
  readonly schools: readonly { readonly id: string; readonly saw: TickCells }[];
  readonly who: string;
  readonly hints: SheetHints;
}

export interface BulkAnswer {
  /** Ids of the schools that were changed. */
  readonly written: readonly string[];
  /** Ids of the schools that held it already. */
  readonly same: readonly string[];
  /** Ids of the schools where somebody else was first, or whose row is gone. */
  readonly changed: readonly string[];
  /** All the schools asked for, as they stand in the book now. */
  readonly rows: readonly ChecklistRow[];
}

export interface ChecklistCalls {
  /**
   * @param notes how-tos of the steps by id (`howToOf`): long texts are the sidebar's; the server puts
   * them beside the headings of the sheet where these have none
   */
  sidebarReadChecklists(notes: Readonly<Partial<Record<StepId, string>>>): Reply<ChecklistState>;
  sidebarChangeChecklist(change: ChecklistChange): Reply<ChecklistAnswer>;
  sidebarTickSchools(bulk: BulkTick): Reply<BulkAnswer>;
}
