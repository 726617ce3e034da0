import { deadlineOf, invitationDeadline } from '../../../domain/checklists/due.ts';
import { isOpen, type StepState } from '../../../domain/checklists/progress.ts';
import { type Step, stepOf } from '../../../domain/checklists/steps.ts';
import { suggestionsOf } from '../../../domain/checklists/suggestions.ts';
import type { IsoDate } from '../../../domain/record.ts';
import {
  deadlineText,
  dutyText,
  invitationText,
  stateText,
  suggestionText,
} from '../../../text/checklists.ts';
import type { ChecklistSchool } from '../../checklists/school-list.ts';

/** One line under a step. */
export interface StepLine {
  readonly text: string;
  readonly look: 'quiet' | 'late' | 'hint';
}

/** The step where the invitations of УБ ЦОК are kept. */
export const INVITATION_STEP = 'cok.invitations';

const MISSING = 'столбец этого шага удалён с листа «Чек-листы»: отметить пока нельзя';

/** What stands under a step: its state where a mere tick does not say it, its day, what numbers suggest. */
export function stepLines(
  step: Step,
  school: ChecklistSchool,
  today: IsoDate,
  missing: boolean,
): readonly StepLine[] {
  const state = school.reading.states[step.id];
  const lines: (StepLine | null)[] = [
    missing ? { text: MISSING, look: 'late' } : null,
    stateLine(step, state),
    isOpen(state) ? dueLine(step, today) : null,
    step.id === INVITATION_STEP ? invitationLine(school, today) : null,
    isOpen(state) ? suggestionLine(step, school) : null,
    isOpen(state) && dutyText(step.id) !== '' ? { text: dutyText(step.id), look: 'quiet' } : null,
  ];
  return lines.filter((line): line is StepLine => line !== null);
}

/** A plain tick and a plain blank are said by the checkbox itself. */
function stateLine(step: Step, state: StepState): StepLine | null {
  if (state.state === 'open' || (state.state === 'done' && stepOf(step.id).period !== 'report')) return null;
  if (state.state === 'done' && state.on === null) return null;
  const late = state.state === 'wrong' || state.state === 'lapsed';
  return { text: stateText(state), look: late ? 'late' : 'quiet' };
}

function dueLine(step: Step, today: IsoDate): StepLine | null {
  if (step.due === undefined) return null;
  const deadline = deadlineOf(step.due, today);
  return { text: deadlineText(deadline), look: deadline.is === 'ahead' ? 'quiet' : 'late' };
}

function invitationLine({ reading }: ChecklistSchool, today: IsoDate): StepLine | null {
  const deadline = invitationDeadline(reading.invitations, today);
  if (deadline.is === 'none') return null;
  return { text: invitationText(deadline), look: deadline.is === 'waiting' ? 'quiet' : 'late' };
}

function suggestionLine(step: Step, { judged, reading }: ChecklistSchool): StepLine | null {
  if (judged === null) return null;
  const found = suggestionsOf(judged.record, reading.states).find((row) => row.step === step.id);
  return found === undefined ? null : { text: suggestionText(found), look: 'hint' };
}
