import type { Step } from '../../../domain/checklists/steps.ts';
import type { ChecklistSchool } from '../../checklists/school-list.ts';
import { button, element, fill } from '../../dom.ts';
import type { SchoolActions } from './school-actions.ts';

const TYPED_IN_CELL = '«н/п» вписано в ячейку шага: уберите его на листе «Чек-листы», если шаг применим.';

export interface ExceptionField {
  readonly element: HTMLElement;
  paint(school: ChecklistSchool): void;
}

/** Leaves a step out with a reason, or takes that back. */
export function createExceptionField(step: Step, actions: SchoolActions): ExceptionField {
  const id = `step-${step.id}-reason`;
  const place = element('div', {});
  let painted = '';

  function submit(reason: string | null): void {
    actions.submit({ kind: 'exception', school: actions.schoolId, step: step.id, reason });
  }

  function ask(): void {
    const reason = element('input', { id, class: 'field', type: 'text', maxlength: 200 });
    const form = element(
      'form',
      { class: 'stack tight' },
      element('label', { class: 'label small', for: id }, 'Почему шаг не применим'),
      reason,
      element(
        'div',
        { class: 'row' },
        element('button', { type: 'submit', class: 'button' }, 'Исключить шаг'),
        button('Не надо', () => offer(), { attributes: { class: 'button plain' } }),
      ),
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const text = reason.value.trim();
      if (text === '') reason.focus();
      else submit(text);
    });
    fill(place, form);
    reason.focus();
  }

  function offer(): void {
    fill(place, button('Шаг не применим…', ask, { attributes: { class: 'button plain' } }));
  }

  return {
    element: place,
    paint: ({ reading, row }) => {
      const state = reading.states[step.id];
      const shown = state.state === 'excepted' ? `excepted ${typeof row.steps[step.id]}` : state.state;
      // A reason that is being typed stays.
      if (shown === painted) return;
      painted = shown;
      if (state.state === 'not-applicable') fill(place);
      else if (state.state !== 'excepted') offer();
      else if (typeof row.steps[step.id] === 'string')
        fill(place, element('p', { class: 'small' }, TYPED_IN_CELL));
      else
        fill(
          place,
          button('Шаг снова применим', () => submit(null)),
        );
    },
  };
}
