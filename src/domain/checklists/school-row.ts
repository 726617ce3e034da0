import type { OrganisationKind } from '../organisation.ts';
import type { IsoDate } from '../record.ts';
import type { CellValue } from './day-cell.ts';
import type { Invitations } from './due.ts';
import { readExceptions } from './exceptions.ts';
import { readInvitations } from './invitation-cells.ts';
import type { ChecklistIssue } from './issues.ts';
import { type SchoolChecklist, type StepStates, stepStates } from './progress.ts';
import { type Promised, readPromises } from './promises.ts';
import { STEPS, type StepId, type StepScopes } from './steps.ts';

/** The cells of one school's row of «Чек-листы», as they stand there. */
export interface ChecklistCells {
  /** Name of the school, for the sentences. */
  readonly school: string;
  readonly kind: OrganisationKind;
  /** Only the steps whose columns are in the book. */
  readonly steps: Readonly<Partial<Record<StepId, CellValue>>>;
  /** «не применимо» */
  readonly exceptions: string;
  /** «комментарий» */
  readonly comment: string;
  /** «приглашения»: day of the earliest batch, number pending. */
  readonly invitedOn: CellValue;
  readonly pending: CellValue;
  /** Cells «проверено» of the steps that are checked for each report. */
  readonly checkedOn?: Readonly<Partial<Record<StepId, CellValue>>>;
}

export interface ChecklistDays {
  readonly today: IsoDate;
  /** Date of the data in the book; null where there are none. */
  readonly reportDate: IsoDate | null;
  readonly scopes?: StepScopes;
}

export interface SchoolReading {
  readonly states: StepStates;
  readonly invitations: Invitations;
  readonly promises: readonly Promised[];
  readonly issues: readonly ChecklistIssue[];
}

/** Everything that a row says, and what in it cannot be read. */
export function readSchoolRow(cells: ChecklistCells, days: ChecklistDays): SchoolReading {
  const { school, kind } = cells;
  const { exceptions, issues: exceptionIssues } = readExceptions(cells.exceptions, school);
  const { invitations, issues: invitationIssues } = readInvitations(
    cells.invitedOn,
    cells.pending,
    school,
    days.today,
  );
  const { promises, issues: promiseIssues } = readPromises(cells.comment, school, days.today);
  const checklist: SchoolChecklist = {
    kind,
    cells: cells.steps,
    exceptions,
    checkedOn: cells.checkedOn ?? {},
  };
  const states = stepStates(checklist, days);
  return {
    states,
    invitations,
    promises,
    issues: [
      ...stepIssues(school, checklist, states),
      ...exceptionIssues,
      ...invitationIssues,
      ...promiseIssues,
    ],
  };
}

/** Cells of steps that hold no tick, and «н/п» typed into a cell without a reason. */
function stepIssues(school: string, checklist: SchoolChecklist, states: StepStates): ChecklistIssue[] {
  const issues: ChecklistIssue[] = [];
  for (const { id } of STEPS) {
    const state = states[id];
    if (state.state === 'wrong') {
      issues.push({ code: 'step-cell-wrong', school, step: id, fault: state.fault, found: state.found });
    }
    const typedInCell = state.state === 'excepted' && checklist.exceptions[id] === undefined;
    if (typedInCell && state.reason === '')
      issues.push({ code: 'exception-without-reason', school, step: id });
  }
  return issues;
}
