import { progressOf } from '../../../domain/checklists/progress.ts';
import type { ChecklistList, StepId } from '../../../domain/checklists/steps.ts';
import { progressText } from '../../../text/checklists.ts';
import { formatDate } from '../../../text/numbers.ts';
import type { ChecklistSchool } from '../../checklists/school-list.ts';
import { element, fill, focusHeading } from '../../dom.ts';
import { passport } from './passport.ts';
import type { SchoolActions } from './school-actions.ts';
import { schoolAlerts } from './school-alerts.ts';
import { createSchoolNotes } from './school-notes.ts';
import { createStepLists } from './step-lists.ts';

export interface SchoolPane {
  readonly element: HTMLElement;
  readonly heading: HTMLElement;
  /** Shows what the book holds of the school now; what is being typed stays. */
  paint(school: ChecklistSchool): void;
  reveal(step: StepId): void;
}

/** One school: what cannot wait, its numbers, its steps, what people wrote of it. */
export function createSchoolPane(
  school: ChecklistSchool,
  actions: SchoolActions,
  opened: Set<ChecklistList>,
): SchoolPane {
  const heading = focusHeading('h2', school.name);
  const place = element('p', { class: 'quiet small' });
  const alerts = element('div', { class: 'stack tight' });
  const numbers = element('div', {});
  const lists = createStepLists(actions, opened);
  const notes = createSchoolNotes(actions);
  let painted = '';

  return {
    heading,
    element: element(
      'div',
      { class: 'stack' },
      element('div', {}, heading, place),
      alerts,
      numbers,
      lists.element,
      notes.element,
    ),
    paint: (now) => {
      place.textContent = placeWords(now);
      lists.paint(now);
      notes.paint(now);
      // Buttons that may hold the focus are made anew only where their words change.
      const list = schoolAlerts(now, actions.today, actions.reveal);
      const card = passport(now, actions.reveal);
      const shown = `${list?.textContent ?? ''}\n${card.textContent ?? ''}`;
      if (shown === painted) return;
      painted = shown;
      fill(alerts, list);
      fill(numbers, card);
    },
    reveal: (step) => lists.reveal(step),
  };
}

function placeWords({ id, record, row, judged, coordinator, reading, lastText }: ChecklistSchool): string {
  const parts = [
    `ID ${id}`,
    record.municipality,
    row.kind === 'unknown' ? (judged?.record.orgType ?? '') : '',
    coordinator === '' ? '' : `координатор: ${coordinator}`,
    `сделано ${progressText(progressOf(reading.states))}`,
    lastText === null ? 'текстов ещё не было' : `последний текст ${formatDate(lastText)}`,
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
