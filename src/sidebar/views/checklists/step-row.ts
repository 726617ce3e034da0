import { isApplicable, type StepState } from '../../../domain/checklists/progress.ts';
import type { Step } from '../../../domain/checklists/steps.ts';
import { STEP_WORDS } from '../../../text/checklist-steps.ts';
import type { ChecklistSchool } from '../../checklists/school-list.ts';
import { element, fill, setAttribute } from '../../dom.ts';
import type { SchoolActions } from './school-actions.ts';
import { createStepPanel, type StepPanel } from './step-panel.ts';
import { stepLines } from './step-words.ts';

export interface StepRow {
  readonly element: HTMLElement;
  paint(school: ChecklistSchool): void;
  /** Shows how the step is done and puts the focus on its checkbox. */
  reveal(): void;
}

/** One step: checkbox, state in words, and what opens behind «▾»; the panel is made when first opened. */
export function createStepRow(step: Step, actions: SchoolActions): StepRow {
  const id = `step-${step.id}`;
  const linesId = `${id}-lines`;
  const panelId = `${id}-panel`;
  const box = element('input', { type: 'checkbox', id, 'aria-describedby': linesId });
  const toggle = element('button', {
    type: 'button',
    class: 'step-more',
    'aria-label': `Как сделать шаг ${step.label}`,
    'aria-expanded': 'false',
    'aria-controls': panelId,
  });
  const lines = element('div', { id: linesId, class: 'step-lines small' });
  const place = element('div', { id: panelId, class: 'step-panel', hidden: true });
  const row = element(
    'li',
    { class: 'step' },
    box,
    element(
      'label',
      { for: id, class: 'step-title' },
      element('span', { class: 'step-label' }, `${step.label}. `),
      STEP_WORDS[step.id].title,
    ),
    toggle,
    lines,
    place,
  );
  let panel: StepPanel | null = null;
  let shown: ChecklistSchool | null = null;

  function expand(wanted: boolean): void {
    setAttribute(place, 'hidden', !wanted);
    setAttribute(toggle, 'aria-expanded', String(wanted));
    if (wanted && panel === null) {
      panel = createStepPanel(step, actions);
      place.append(panel.element);
      if (shown !== null) panel.paint(shown);
    }
  }

  box.addEventListener('change', () => {
    actions.submit({
      kind: 'tick',
      school: actions.schoolId,
      step: step.id,
      done: box.checked,
      checked: step.period === 'report' && box.checked ? actions.today : null,
      comment: panel?.takeComment() ?? '',
    });
  });
  toggle.addEventListener('click', () => expand(toggle.getAttribute('aria-expanded') !== 'true'));

  return {
    element: row,
    paint: (school) => {
      shown = school;
      const state = school.reading.states[step.id];
      const wanted = actions.wanted(step.id);
      const missing = actions.isMissing(step.id);
      box.checked = wanted ?? state.state === 'done';
      box.disabled = missing || !isTickable(state);
      row.classList.toggle('saving', wanted !== null);
      row.classList.toggle('left-out', !isApplicable(state));
      fill(
        lines,
        ...stepLines(step, school, actions.today, missing).map(({ text, look }) =>
          element('p', { class: look }, text),
        ),
      );
      panel?.paint(school);
    },
    reveal: () => {
      expand(true);
      row.scrollIntoView({ block: 'center' });
      (box.disabled ? toggle : box).focus({ preventScroll: true });
    },
  };
}

/** What a person left out or wrote into the cell is changed where they did it, not by a tick. */
function isTickable(state: StepState): boolean {
  return state.state === 'open' || state.state === 'done' || state.state === 'lapsed';
}
