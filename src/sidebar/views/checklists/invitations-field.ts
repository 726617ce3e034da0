import type { ChecklistSchool } from '../../checklists/school-list.ts';
import { element } from '../../dom.ts';
import type { SchoolActions } from './school-actions.ts';

const DAY_ID = 'invitations-day';
const COUNT_ID = 'invitations-count';

export interface InvitationsField {
  readonly element: HTMLElement;
  paint(school: ChecklistSchool): void;
}

/** The earliest batch of invitations that is not accepted: its day, and how many people are pending. */
export function createInvitationsField(actions: SchoolActions): InvitationsField {
  const day = element('input', { id: DAY_ID, class: 'field', type: 'date', max: actions.today });
  const count = element('input', {
    id: COUNT_ID,
    class: 'field',
    type: 'number',
    min: 0,
    max: 999999,
    step: 1,
  });
  let shown: ChecklistSchool | null = null;
  let painted = '';
  const form = element(
    'form',
    { class: 'stack tight' },
    element(
      'div',
      { class: 'pair' },
      element('div', {}, element('label', { class: 'label small', for: DAY_ID }, 'Отправлены'), day),
      element('div', {}, element('label', { class: 'label small', for: COUNT_ID }, 'Не приняли'), count),
    ),
    element('div', {}, element('button', { type: 'submit', class: 'button' }, 'Записать приглашения')),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (shown === null) return;
    const { invitedOn, pending } = shown.row;
    actions.submit({
      kind: 'invitations',
      school: actions.schoolId,
      saw: { invitedOn: invitedOn ?? null, pending: pending ?? null },
      invitedOn: day.value === '' ? null : day.value,
      pending: count.value === '' ? null : Number(count.value),
    });
  });
  return {
    element: form,
    paint: (school) => {
      shown = school;
      const { sentOn, pending } = school.reading.invitations;
      const now = `${sentOn ?? ''} ${pending ?? ''}`;
      // What is being typed stays until the book says something else.
      if (now === painted) return;
      painted = now;
      day.value = sentOn ?? '';
      count.value = pending === null ? '' : String(pending);
    },
  };
}
