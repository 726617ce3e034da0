import { isStepId, STEPS, type StepId } from '../../../domain/checklists/steps.ts';
import type { ChecklistState } from '../../../server/contract-checklists.ts';
import { stepNote } from '../../../text/checklist-steps.ts';
import { counted, formatDate } from '../../../text/numbers.ts';
import { WORDS } from '../../../text/plurals.ts';
import { type ChangeQueue, createChangeQueue } from '../../checklists/change-queue.ts';
import { createSchoolList, type SchoolList } from '../../checklists/school-list.ts';
import { button, element, fill, setAttribute, viewTitle } from '../../dom.ts';
import { emptyBook } from '../../empty-book.ts';
import { sentenceFor } from '../../failure.ts';
import { issueList } from '../../issue-list.ts';
import { lookAgainOnReturn } from '../../look-again.ts';
import { signature } from '../../signature.ts';
import { createSignatureField } from '../../signature-field.ts';
import type { View, ViewContext } from '../../view.ts';
import { createDistrictPart } from './district-part.ts';
import { createWhoseFilter } from './filters.ts';
import { createProblems } from './problems.ts';
import { createSchoolPart } from './school-part.ts';

type Side = 'school' | 'district';

const SIDES: readonly { readonly side: Side; readonly title: string }[] = [
  { side: 'school', title: 'Школа' },
  { side: 'district', title: 'Все школы' },
];

/** The server has no how-tos: it puts these beside the headings of the sheet. */
const STEP_NOTES = Object.fromEntries(STEPS.map(({ id }) => [id, stepNote(id)]));

/** «Чек-листы»: one school's steps beside its numbers, and all schools together. */
export function createChecklistsView(context: ViewContext): View {
  let list: SchoolList | null = null;
  let side: Side = 'school';
  let asked = 0;

  function known(): SchoolList {
    if (list === null) throw new Error('«Чек-листы» are not read yet');
    return list;
  }

  const queue: ChangeQueue = createChangeQueue({
    server: context.server,
    list: known,
    who: signature,
    moved: ({ school }) => {
      schoolPart.paint(school);
      problems.paint();
    },
  });
  const problems = createProblems(() => queue);
  const whose = createWhoseFilter(() => draw());
  const schoolPart = createSchoolPart({ context, list: known, queue, problems: problems.element });
  const districtPart = createDistrictPart({
    context,
    list: known,
    who: signature,
    openSchool: (id, step) => {
      show('school');
      schoolPart.choose(id, step);
    },
  });
  const headline = element('p', { class: 'quiet small' });
  const issues = element('div', { class: 'stack tight' });
  const tabs = new Map(
    SIDES.map(({ side: name, title }) => [
      name,
      button(title, () => show(name), { attributes: { class: 'side' } }),
    ]),
  );
  const place = element('div', { class: 'stack' });
  const whoField = createSignatureField(() => draw());
  const content = element(
    'div',
    { class: 'stack' },
    element(
      'div',
      { class: 'row between' },
      element('div', { class: 'sides', role: 'group', 'aria-label': 'Что показать' }, ...tabs.values()),
      button('⟳', () => void load(true), {
        attributes: { class: 'button round', 'aria-label': 'Обновить', title: 'Обновить' },
      }),
    ),
    issues,
    element('div', { class: 'stack tight' }, headline, whose.element),
    whoField,
    place,
  );
  const body = element('div', { class: 'stack' });
  const view = element('div', { class: 'stack' }, viewTitle('Чек-листы'), body);

  async function load(fresh: boolean): Promise<void> {
    if (!fresh && list !== null && context.book.holds(list.state.book)) {
      schoolPart.follow();
      return;
    }
    asked += 1;
    const asking = asked;
    const taken = queue.taken();
    if (list === null) fill(body, element('p', { class: 'quiet' }, 'Читаем чек-листы…'));
    const reply = await context.server.sidebarReadChecklists(STEP_NOTES);
    // Only the last question counts; what was changed meanwhile is newer than what was read.
    if (asking !== asked || queue.taken() !== taken) return;
    if (reply.ok) take(reply.value);
    else refuse(sentenceFor(reply.issue));
  }

  function take(state: ChecklistState): void {
    context.book.keep(state.book);
    list = createSchoolList(state);
    if (state.rows.length === 0) {
      fill(body, ...emptyBook(context, 'чек-листы'));
      return;
    }
    const date = state.book.date === null ? '' : `, данные на ${formatDate(state.book.date)}`;
    headline.textContent = `${counted(state.rows.length, WORDS.school)}${date}`;
    fill(issues, ...issueList(state.book.issues));
    if (!content.isConnected) fill(body, content);
    draw();
  }

  function refuse(sentence: string): void {
    const again = button('Повторить', () => void load(true), { primary: true });
    const notice = element('p', { class: 'notice error', role: 'alert' }, sentence);
    list = null;
    fill(body, notice, element('div', {}, again));
  }

  function draw(): void {
    whose.update(known().all(), signature());
    const schools = whose.apply(known().all());
    schoolPart.update(schools);
    districtPart.update(schools);
    show(side);
  }

  function show(wanted: Side): void {
    side = wanted;
    for (const [name, tab] of tabs) setAttribute(tab, 'aria-pressed', String(name === side));
    const part = side === 'school' ? schoolPart.element : districtPart.element;
    // Taken out and put back, it would lose the focus of whoever types in it.
    if (part.parentElement !== place) fill(place, part);
    if (side === 'district') districtPart.draw();
  }

  lookAgainOnReturn({
    wanted: () => view.isConnected && list !== null,
    busy: () => queue.pending() > 0,
    look: () => void load(true),
  });
  window.addEventListener('beforeunload', (event) => {
    if (queue.pending() > 0) event.preventDefault();
  });
  document.addEventListener('keydown', (event) => {
    if (view.isConnected && side === 'school') schoolPart.key(event);
  });

  return {
    element: view,
    shown: (at) => {
      void load(false).then(() => {
        const step: StepId | undefined = at !== undefined && isStepId(at) ? at : undefined;
        if (step === undefined || list === null || context.chosen.schoolId === null) return;
        show('school');
        schoolPart.choose(context.chosen.schoolId, step);
      });
    },
  };
}
