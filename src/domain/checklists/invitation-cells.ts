import type { IsoDate } from '../record.ts';
import { type CellValue, readPastDay } from './day-cell.ts';
import type { Invitations } from './due.ts';
import type { ChecklistIssue } from './issues.ts';

/**
 * Reads the two cells «приглашения»: the day of the earliest batch that is not accepted, and the
 * number of people pending. What cannot be read is named and taken as not said.
 */
export function readInvitations(
  sent: CellValue,
  pending: CellValue,
  school: string,
  today: IsoDate,
): { readonly invitations: Invitations; readonly issues: readonly ChecklistIssue[] } {
  const issues: ChecklistIssue[] = [];
  const day = readPastDay(sent, today);
  if (day.fault !== null)
    issues.push({ code: 'invitation-date-wrong', school, fault: day.fault, found: day.found });
  const count = countOfCell(pending);
  if (count === undefined)
    issues.push({ code: 'invitation-count-wrong', school, found: String(pending).trim() });
  const invitations = { sentOn: day.day, pending: count ?? null };
  if (
    invitations.sentOn === null &&
    day.fault === null &&
    invitations.pending !== null &&
    invitations.pending > 0
  ) {
    issues.push({ code: 'invitation-date-missing', school, pending: invitations.pending });
  }
  return { invitations, issues };
}

/** A whole number ≥ 0, null for a blank, undefined for anything else. */
function countOfCell(cell: CellValue): number | null | undefined {
  if (cell === null || cell === undefined) return null;
  if (typeof cell === 'number') return Number.isSafeInteger(cell) && cell >= 0 ? cell : undefined;
  const text = String(cell).trim();
  if (text === '') return null;
  return /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}
