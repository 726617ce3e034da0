import type { Step } from '../../../domain/checklists/steps.ts';
import { howToOf, STEP_WORDS } from '../../../text/checklist-steps.ts';
import { warningsOf } from '../../../text/checklist-warnings.ts';
import type { Link } from '../../../text/links.ts';
import type { ChecklistSchool } from '../../checklists/school-list.ts';
import { button, element } from '../../dom.ts';
import { createExceptionField } from './exception-field.ts';
import { createInvitationsField } from './invitations-field.ts';
import type { SchoolActions } from './school-actions.ts';
import { INVITATION_STEP } from './step-words.ts';

export interface StepPanel {
  readonly element: HTMLElement;
  paint(school: ChecklistSchool): void;
  /** The explanation for the next tick; the field is emptied. */
  takeComment(): string;
}

/** How a step is done, and everything about it that is rarer than a tick. */
export function createStepPanel(step: Step, actions: SchoolActions): StepPanel {
  const commentId = `step-${step.id}-comment`;
  const comment = element('input', { id: commentId, class: 'field', type: 'text', maxlength: 300 });
  const exception = createExceptionField(step, actions);
  const invitations = step.id === INVITATION_STEP ? createInvitationsField(actions) : null;
  const { link } = STEP_WORDS[step.id];

  function takeComment(): string {
    const text = comment.value.trim();
    comment.value = '';
    return text;
  }

  return {
    element: element(
      'div',
      { class: 'stack tight' },
      element('p', {}, howToOf(step.id)),
      ...warningsOf(step.id).map((text) => element('p', { class: 'small quiet' }, text)),
      link === undefined ? null : element('p', {}, stepLink(actions.links[link])),
      step.period === 'report' ? dayField(step, actions, takeComment) : null,
      invitations?.element ?? null,
      exception.element,
      element(
        'div',
        {},
        element('label', { class: 'label small', for: commentId }, 'Пояснение к отметке (для журнала)'),
        comment,
      ),
    ),
    paint: (school) => {
      exception.paint(school);
      invitations?.paint(school);
    },
    takeComment,
  };
}

function stepLink({ title, address, uncertain }: Link): HTMLElement {
  return element(
    'a',
    { href: address, target: '_blank', rel: 'noopener' },
    uncertain ? `${title} (уточните)` : title,
  );
}

/** A step that is checked for each report may have been checked before today. */
function dayField(step: Step, actions: SchoolActions, takeComment: () => string): HTMLElement {
  const id = `step-${step.id}-day`;
  const day = element('input', { id, class: 'field', type: 'date', max: actions.today });
  day.value = actions.today;
  const mark = button('Отметить', () => {
    if (day.value === '' || day.value > actions.today) return;
    actions.submit({
      kind: 'tick',
      school: actions.schoolId,
      step: step.id,
      done: true,
      checked: day.value,
      comment: takeComment(),
    });
  });
  return element(
    'div',
    {},
    element('label', { class: 'label small', for: id }, 'Проверено'),
    element('div', { class: 'row between' }, day, mark),
  );
}
