import { isDay } from '../domain/calendar.ts';
import type { CellValue } from '../domain/checklists/day-cell.ts';
import { isStepId, type StepId } from '../domain/checklists/steps.ts';
import { IssueError } from '../domain/issues.ts';
import type { IsoDate } from '../domain/record.ts';
import type {
  BulkTick,
  ChecklistChange,
  InvitationCells,
  SheetHints,
  TickCells,
} from './contract-checklists.ts';
import { validWho } from './who.ts';

/**
 * What the sidebar sends about «Чек-листы», checked once, at the boundary.
 * @throws IssueError request-invalid, who-personal
 */

export type ValidChange = ChecklistChange;

type Fields = Readonly<Record<string, unknown>>;

/** A comment of a school, with promises. */
const TEXT_LIMIT = 2000;
const SCHOOLS_LIMIT = 5000;

export function validChange(request: unknown): ValidChange {
  const fields = fieldsOf(request);
  const base = { school: text(fields, 'school'), ...common(fields) };
  switch (fields.kind) {
    case 'tick':
      return {
        kind: 'tick',
        ...base,
        step: step(fields),
        saw: tickCells(fields.saw),
        done: fields.done === true,
        checked: dayOrNull(fields, 'checked'),
        comment: text(fields, 'comment'),
      };
    case 'exception':
      return {
        kind: 'exception',
        ...base,
        step: step(fields),
        reason: fields.reason === null ? null : text(fields, 'reason'),
        saw: text(fields, 'saw'),
        text: text(fields, 'text'),
      };
    case 'comment':
      return { kind: 'comment', ...base, saw: text(fields, 'saw'), comment: text(fields, 'comment') };
    case 'invitations':
      return {
        kind: 'invitations',
        ...base,
        saw: invitationCells(fields.saw),
        invitedOn: dayOrNull(fields, 'invitedOn'),
        pending: countOrNull(fields, 'pending'),
      };
    case 'coordinator':
      return {
        kind: 'coordinator',
        ...base,
        saw: text(fields, 'saw'),
        coordinator: validWho(fields.coordinator),
      };
    default:
      throw invalid('kind');
  }
}

export function validBulk(request: unknown): BulkTick {
  const fields = fieldsOf(request);
  const { schools } = fields;
  if (!Array.isArray(schools) || schools.length > SCHOOLS_LIMIT) throw invalid('schools');
  return {
    ...common(fields),
    step: step(fields),
    done: fields.done === true,
    checked: dayOrNull(fields, 'checked'),
    schools: schools.map((school) => {
      const one = fieldsOf(school);
      return { id: text(one, 'id'), saw: tickCells(one.saw) };
    }),
  };
}

function invalid(field: string): IssueError {
  return new IssueError({ code: 'request-invalid', detail: field });
}

function fieldsOf(value: unknown): Fields {
  return Object(value) as Fields;
}

function common(fields: Fields): { readonly who: string; readonly hints: SheetHints } {
  const { checklists, log, zone } = fieldsOf(fields.hints);
  if (typeof checklists !== 'number' || typeof log !== 'number' || typeof zone !== 'string')
    throw invalid('hints');
  return { who: validWho(fields.who), hints: { checklists, log, zone } };
}

function step({ step: id }: Fields): StepId {
  if (typeof id !== 'string' || !isStepId(id)) throw invalid('step');
  return id;
}

function text(fields: Fields, field: string): string {
  const value = fields[field];
  if (typeof value !== 'string' || value.length > TEXT_LIMIT) throw invalid(field);
  return value;
}

function dayOrNull(fields: Fields, field: string): IsoDate | null {
  const value = fields[field];
  if (value === null) return null;
  if (typeof value !== 'string' || !isDay(value)) throw invalid(field);
  return value;
}

function countOrNull(fields: Fields, field: string): number | null {
  const value = fields[field];
  if (value === null) return null;
  if (typeof value !== 'number' || !(value >= 0) || Math.floor(value) !== value) throw invalid(field);
  return value;
}

function cell(value: unknown): CellValue {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

function tickCells(value: unknown): TickCells {
  const saw = fieldsOf(value);
  return { cell: cell(saw.cell), checkedOn: cell(saw.checkedOn) };
}

function invitationCells(value: unknown): InvitationCells {
  const saw = fieldsOf(value);
  return { invitedOn: cell(saw.invitedOn), pending: cell(saw.pending) };
}
