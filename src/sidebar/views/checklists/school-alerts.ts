import { deadlineOf, dueSteps, invitationDeadline } from '../../../domain/checklists/due.ts';
import type { StepId } from '../../../domain/checklists/steps.ts';
import type { IsoDate } from '../../../domain/record.ts';
import { checklistSentenceOf } from '../../../text/checklist-issues.ts';
import { deadlineText, duePromiseText, invitationText, stepName } from '../../../text/checklists.ts';
import type { ChecklistSchool } from '../../checklists/school-list.ts';
import { button, element } from '../../dom.ts';
import { INVITATION_STEP } from './step-words.ts';

/** What cannot wait, on top: days that are over or near, invitations that lapse, cells that are wrong. */
export function schoolAlerts(
  { reading, name }: ChecklistSchool,
  today: IsoDate,
  reveal: (step: StepId) => void,
): HTMLElement | null {
  const items: HTMLElement[] = [];
  for (const { step, deadline } of dueSteps(reading.states, today)) {
    if (deadline.is === 'ahead') continue;
    items.push(stepAlert(`${deadlineText(deadline)}: ${stepName(step)}`, step, reveal));
  }
  const invitations = invitationDeadline(reading.invitations, today);
  if (invitations.is === 'void' || invitations.is === 'expiring') {
    items.push(stepAlert(`Госуслуги, ${invitationText(invitations)}`, INVITATION_STEP, reveal));
  }
  for (const promised of reading.promises) {
    if (promised.until > today) continue;
    const deadline = deadlineOf(promised.until, today);
    items.push(element('li', {}, duePromiseText({ ...promised, school: name, deadline })));
  }
  for (const issue of reading.issues) items.push(element('li', {}, checklistSentenceOf(issue)));
  if (items.length === 0) return null;
  return element('ul', { class: 'notice warning alerts', 'aria-label': 'Требует внимания' }, ...items);
}

function stepAlert(text: string, step: StepId, reveal: (step: StepId) => void): HTMLElement {
  return element(
    'li',
    {},
    button(text, () => reveal(step), { attributes: { class: 'link' } }),
  );
}
