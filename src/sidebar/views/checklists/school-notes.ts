import { type Promised, withoutPromise, withPromise } from '../../../domain/checklists/promises.ts';
import { promiseText } from '../../../text/checklists.ts';
import type { ChecklistSchool } from '../../checklists/school-list.ts';
import { button, element, fill } from '../../dom.ts';
import type { SchoolActions } from './school-actions.ts';

const COMMENT_ID = 'school-comment';
const UNTIL_ID = 'promise-until';
const WHAT_ID = 'promise-what';
const COORDINATOR_ID = 'school-coordinator';
const NO_PERSONAL = 'Без имён, телефонов и почты: только роли и дела.';

export interface SchoolNotes {
  readonly element: HTMLElement;
  paint(school: ChecklistSchool): void;
}

/** What people write of a school: promises, the comment, whose school it is. */
export function createSchoolNotes(actions: SchoolActions): SchoolNotes {
  let shown: ChecklistSchool | null = null;
  let paintedComment: string | null = null;
  let paintedCoordinator: string | null = null;
  const promises = element('ul', { class: 'lines' });
  const comment = element('textarea', { id: COMMENT_ID, class: 'field', rows: 2, maxlength: 2000 });
  const coordinator = element('input', { id: COORDINATOR_ID, class: 'field', type: 'text', maxlength: 40 });
  const until = element('input', { id: UNTIL_ID, class: 'field', type: 'date' });
  const what = element('input', { id: WHAT_ID, class: 'field', type: 'text', maxlength: 200 });

  function writeComment(text: string): void {
    if (shown === null || text === shown.row.comment) return;
    actions.submit({ kind: 'comment', school: actions.schoolId, saw: shown.row.comment, comment: text });
  }

  function promise(): void {
    if (shown === null) return;
    if (until.value === '') {
      until.focus();
      return;
    }
    writeComment(withPromise(shown.row.comment, { until: until.value, what: what.value }));
    until.value = '';
    what.value = '';
  }

  function promiseItem(promised: Promised): HTMLElement {
    const text = promiseText(promised);
    const done = button(
      'Снять',
      () => {
        if (shown !== null) writeComment(withoutPromise(shown.row.comment, promised, actions.today));
      },
      { attributes: { class: 'button plain', 'aria-label': `Снять: ${text}` } },
    );
    return element('li', { class: 'line' }, element('span', {}, text), done);
  }

  return {
    element: element(
      'details',
      { class: 'fold' },
      element('summary', {}, element('strong', {}, 'Обещания и комментарий')),
      element(
        'div',
        { class: 'stack' },
        promises,
        form(
          promise,
          'Записать обещание',
          labelled(UNTIL_ID, 'Обещали до', until),
          labelled(WHAT_ID, 'Что сделают', what),
        ),
        form(
          () => writeComment(comment.value.trim()),
          'Записать комментарий',
          labelled(COMMENT_ID, 'Комментарий', comment),
          element('p', { class: 'small quiet' }, NO_PERSONAL),
        ),
        form(
          () => {
            if (shown === null || coordinator.value.trim() === shown.coordinator) return;
            actions.submit({
              kind: 'coordinator',
              school: actions.schoolId,
              saw: shown.coordinator,
              coordinator: coordinator.value.trim(),
            });
          },
          'Назначить',
          labelled(COORDINATOR_ID, 'Координатор: роль или короткий код', coordinator),
        ),
      ),
    ),
    paint: (school) => {
      shown = school;
      // What is being typed stays until the book says something else.
      if (school.row.comment !== paintedComment) {
        paintedComment = school.row.comment;
        comment.value = school.row.comment;
        fill(promises, ...school.reading.promises.map(promiseItem));
      }
      if (school.coordinator !== paintedCoordinator) {
        paintedCoordinator = school.coordinator;
        coordinator.value = school.coordinator;
      }
    },
  };
}

function labelled(id: string, label: string, field: HTMLElement): HTMLElement {
  return element('div', {}, element('label', { class: 'label small', for: id }, label), field);
}

function form(submit: () => void, caption: string, ...fields: readonly HTMLElement[]): HTMLElement {
  const made = element(
    'form',
    { class: 'stack tight' },
    ...fields,
    element('div', {}, element('button', { type: 'submit', class: 'button' }, caption)),
  );
  made.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  return made;
}
