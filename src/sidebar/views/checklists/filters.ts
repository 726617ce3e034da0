import type { OrganisationKind } from '../../../domain/organisation.ts';
import { isWhose, schoolsOfWhose, type Whose, whoseOptions } from '../../checklists/coordinators.ts';
import type { ChecklistSchool } from '../../checklists/school-list.ts';
import { element, fill, setAttribute } from '../../dom.ts';
import { recall, remember } from '../../memory.ts';

const WHOSE_ID = 'whose-schools';
const KIND_ID = 'kind-of-schools';
const REMEMBERED = 'whose';

const KIND_LABELS: Readonly<Record<OrganisationKind, string>> = {
  school: 'Школы',
  preschool: 'Детские сады',
  college: 'Колледжи',
  additional: 'Дополнительное образование',
  unknown: 'Тип не распознан',
};

export interface WhoseFilter {
  readonly element: HTMLElement;
  /** Reads who is assigned to what; the choice is kept where it is still there. */
  update(schools: readonly ChecklistSchool[], me: string): void;
  apply(schools: readonly ChecklistSchool[]): readonly ChecklistSchool[];
}

/** «Чьи школы»: remembered by the browser. Not shown where nobody is assigned to anything. */
export function createWhoseFilter(changed: () => void): WhoseFilter {
  const select = element('select', { id: WHOSE_ID, class: 'field' });
  const place = element(
    'div',
    {},
    element('label', { class: 'visually-hidden', for: WHOSE_ID }, 'Чьи школы'),
    select,
  );
  const before = recall(REMEMBERED);
  let whose: Whose = isWhose(before) ? before : 'all';

  select.addEventListener('change', () => {
    if (!isWhose(select.value)) return;
    whose = select.value;
    remember(REMEMBERED, whose);
    changed();
  });

  return {
    element: place,
    update: (schools, me) => {
      const options = whoseOptions(schools, me);
      if (!options.some((option) => option.whose === whose)) whose = 'all';
      fill(select, ...options.map((option) => element('option', { value: option.whose }, option.label)));
      select.value = whose;
      setAttribute(place, 'hidden', options.length < 2);
    },
    apply: (schools) => schoolsOfWhose(schools, whose),
  };
}

export interface KindFilter {
  readonly element: HTMLElement;
  update(schools: readonly ChecklistSchool[]): void;
  apply(schools: readonly ChecklistSchool[]): readonly ChecklistSchool[];
}

/** Type of organisation; not shown where all are of one. */
export function createKindFilter(changed: () => void): KindFilter {
  const select = element('select', { id: KIND_ID, class: 'field' });
  const place = element(
    'div',
    {},
    element('label', { class: 'visually-hidden', for: KIND_ID }, 'Тип организаций'),
    select,
  );
  select.addEventListener('change', changed);
  return {
    element: place,
    update: (schools) => {
      const before = select.value;
      const kinds = [...new Set(schools.map(({ row }) => row.kind))];
      fill(
        select,
        element('option', { value: '' }, 'Все типы'),
        ...kinds.map((kind) => element('option', { value: kind }, KIND_LABELS[kind])),
      );
      select.value = kinds.some((kind) => kind === before) ? before : '';
      setAttribute(place, 'hidden', kinds.length < 2);
    },
    apply: (schools) =>
      select.value === '' ? schools : schools.filter(({ row }) => row.kind === select.value),
  };
}
