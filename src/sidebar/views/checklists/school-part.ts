import type { ChecklistList, StepId } from '../../../domain/checklists/steps.ts';
import { linksWith } from '../../../text/links.ts';
import type { ChangeQueue } from '../../checklists/change-queue.ts';
import type { ChecklistSchool, SchoolList } from '../../checklists/school-list.ts';
import { button, element, fill, refill, setAttribute } from '../../dom.ts';
import { createPicker, type Picker } from '../../picker.ts';
import type { ViewContext } from '../../view.ts';
import type { SchoolActions } from './school-actions.ts';
import { createSchoolPane, type SchoolPane } from './school-pane.ts';

export interface SchoolPartTools {
  readonly context: ViewContext;
  list(): SchoolList;
  readonly queue: ChangeQueue;
  /** What could not be written; stands in the strip that stays in sight. */
  readonly problems: HTMLElement;
}

export interface SchoolPart {
  readonly element: HTMLElement;
  /** Other schools are to choose from. */
  update(schools: readonly ChecklistSchool[]): void;
  /** Something of a school changed. */
  paint(id: string): void;
  choose(id: string, step?: StepId): void;
  /** Goes to the school that was chosen in another view. */
  follow(): void;
  /** Alt with an arrow goes to the next or the previous school. */
  key(event: KeyboardEvent): void;
}

const NOBODY = 'В этом отборе нет школ: выберите другой.';

/** The side «Школа»: the picker, the pane of the chosen school, the strip with previous and next. */
export function createSchoolPart(tools: SchoolPartTools): SchoolPart {
  const { context, queue } = tools;
  /** Lists that stand open, whichever school is shown. */
  const opened = new Set<ChecklistList>();
  const pickerPlace = element('div', {});
  const place = element('section', { 'aria-label': 'Школа' });
  const position = element('p', { class: 'small quiet centred' });
  let schools: readonly ChecklistSchool[] = [];
  let picker: Picker<ChecklistSchool> | null = null;
  let pane: SchoolPane | null = null;
  let chosenId: string | null = null;

  function chosen(): ChecklistSchool | undefined {
    return chosenId === null ? undefined : tools.list().byId(chosenId);
  }

  function actionsOf(id: string): SchoolActions {
    const { today, missingSteps } = tools.list().state;
    return {
      schoolId: id,
      links: linksWith(tools.list().state.book.links),
      today,
      submit: (draft) => queue.submit(draft),
      wanted: (step) => queue.wanted(id, step),
      isMissing: (step) => missingSteps.includes(step),
      reveal: (step) => pane?.reveal(step),
    };
  }

  function show(school: ChecklistSchool): void {
    if (pane === null || chosenId !== school.id) {
      chosenId = school.id;
      context.chosen.schoolId = school.id;
      pane = createSchoolPane(school, actionsOf(school.id), opened);
      fill(place, pane.element);
    }
    pane.paint(school);
    picker?.show(school);
    position.textContent = positionWords(school);
  }

  function positionWords(school: ChecklistSchool): string {
    const index = schools.findIndex(({ id }) => id === school.id);
    return index < 0 ? `В отборе: ${schools.length}` : `${index + 1} из ${schools.length}`;
  }

  function step(by: 1 | -1): void {
    if (schools.length === 0) return;
    const index = schools.findIndex(({ id }) => id === chosenId);
    const place = index < 0 && by < 0 ? 0 : index;
    const next = schools[(place + by + schools.length) % schools.length];
    if (next === undefined) return;
    const inside = pane?.element.contains(document.activeElement) ?? false;
    show(next);
    window.scrollTo(0, 0);
    if (inside) pane?.heading.focus({ preventScroll: true });
    context.announce(`${next.name}. ${positionWords(next)}`);
  }

  function arrow(sign: string, label: string, by: 1 | -1, keys: string): HTMLElement {
    const attributes = {
      class: 'button narrow',
      'aria-label': label,
      title: `${label} (Alt+${sign === '◀' ? '←' : '→'})`,
      'aria-keyshortcuts': keys,
    };
    return button(sign, () => step(by), { attributes });
  }

  const foot = element(
    'div',
    { class: 'foot stack tight' },
    tools.problems,
    element(
      'div',
      { class: 'row between' },
      arrow('◀', 'Предыдущая школа', -1, 'Alt+ArrowLeft'),
      button('Текст для школы', () => context.open('texts'), { primary: true }),
      arrow('▶', 'Следующая школа', 1, 'Alt+ArrowRight'),
    ),
    position,
  );

  return {
    element: element('div', { class: 'stack' }, pickerPlace, place, foot),
    update: (now) => {
      const same = now.length === schools.length && now.every(({ id }, index) => id === schools[index]?.id);
      schools = now;
      setAttribute(foot, 'hidden', schools.length === 0);
      if (!same || picker === null) {
        const typed = picker?.typed() ?? null;
        picker = createPicker(schools, (school) => {
          show(tools.list().byId(school.id) ?? school);
          pane?.heading.focus();
        });
        refill(pickerPlace, picker.element);
        if (typed !== null) picker.goOn(typed);
      }
      const wanted = context.chosen.schoolId;
      const kept = schools.find(({ id }) => id === wanted) ?? schools.find(({ id }) => id === chosenId);
      const first = kept ?? schools[0];
      if (first !== undefined) show(first);
      else {
        pane = null;
        chosenId = null;
        fill(place, element('p', { class: 'notice' }, NOBODY));
      }
    },
    paint: (id) => {
      const school = chosen();
      if (school !== undefined && school.id === id) pane?.paint(school);
    },
    choose: (id, target) => {
      const school = tools.list().byId(id);
      if (school === undefined) return;
      show(school);
      window.scrollTo(0, 0);
      if (target === undefined) pane?.heading.focus();
      else pane?.reveal(target);
    },
    follow: () => {
      const { schoolId } = context.chosen;
      const school = schoolId === null ? undefined : tools.list().byId(schoolId);
      if (school !== undefined && school.id !== chosenId) show(school);
    },
    key: (event) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || isTyping(event.target)) return;
      if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
      event.preventDefault();
      step(event.key === 'ArrowRight' ? 1 : -1);
    },
  };
}

/** In a text the arrows belong to the text. */
function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && target.type !== 'checkbox';
}
