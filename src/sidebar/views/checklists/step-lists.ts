import { progressLabel, progressOf } from '../../../domain/checklists/progress.ts';
import {
  type ChecklistList,
  LISTS,
  type StepId,
  stepOf,
  stepsOfList,
} from '../../../domain/checklists/steps.ts';
import { LIST_TITLES } from '../../../text/checklists.ts';
import type { ChecklistSchool } from '../../checklists/school-list.ts';
import { element, setAttribute } from '../../dom.ts';
import type { SchoolActions } from './school-actions.ts';
import { createStepRow, type StepRow } from './step-row.ts';

export interface StepLists {
  readonly element: HTMLElement;
  paint(school: ChecklistSchool): void;
  reveal(step: StepId): void;
}

/** Three lists that open, each with its progress in the heading; `opened` outlives the school. */
export function createStepLists(actions: SchoolActions, opened: Set<ChecklistList>): StepLists {
  const parts = new Map(LISTS.map((list) => [list, createList(list, actions, opened)]));
  return {
    element: element(
      'section',
      { class: 'stack tight', 'aria-label': 'Шаги' },
      ...[...parts.values()].map((part) => part.element),
    ),
    paint: (school) => {
      for (const part of parts.values()) part.paint(school);
    },
    reveal: (step) => parts.get(stepOf(step).list)?.reveal(step),
  };
}

function createList(list: ChecklistList, actions: SchoolActions, opened: Set<ChecklistList>): StepLists {
  const count = element('span', { class: 'count' });
  const bar = element('progress', { 'aria-hidden': 'true', max: 1 });
  const rows = new Map<StepId, StepRow>(
    stepsOfList(list).map((step) => [step.id, createStepRow(step, actions)]),
  );
  const absent = element('p', { class: 'small quiet' });
  const details = element(
    'details',
    { class: 'fold step-list', open: opened.has(list) },
    element(
      'summary',
      {},
      element('span', { class: 'line' }, element('strong', {}, LIST_TITLES[list]), count),
      bar,
    ),
    element('ul', { class: 'step-rows' }, ...[...rows.values()].map((row) => row.element)),
    absent,
  );
  details.addEventListener('toggle', () => {
    if (details.open) opened.add(list);
    else opened.delete(list);
  });

  return {
    element: details,
    paint: (school) => {
      const progress = progressOf(school.reading.states, list);
      count.textContent = progressLabel(progress);
      setAttribute(bar, 'hidden', progress.applicable === 0);
      bar.value = progress.applicable === 0 ? 0 : progress.done / progress.applicable;
      const without: string[] = [];
      for (const [id, row] of rows) {
        const applies = school.reading.states[id].state !== 'not-applicable';
        setAttribute(row.element, 'hidden', !applies);
        if (applies) row.paint(school);
        else without.push(stepOf(id).label);
      }
      setAttribute(absent, 'hidden', without.length === 0);
      absent.textContent = `Не применимо к этому типу организаций: ${without.join(', ')}.`;
    },
    reveal: (step) => {
      details.open = true;
      rows.get(step)?.reveal();
    },
  };
}
