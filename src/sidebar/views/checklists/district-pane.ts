import { districtProgress, standingSchools, stuckSteps } from '../../../domain/checklists/district.ts';
import { dueSteps, invitationsToWarn } from '../../../domain/checklists/due.ts';
import { progressLabel } from '../../../domain/checklists/progress.ts';
import { duePromises } from '../../../domain/checklists/promises.ts';
import { LISTS, type StepId, stepOf } from '../../../domain/checklists/steps.ts';
import { checklistSentenceOf } from '../../../text/checklist-issues.ts';
import {
  deadlineText,
  duePromiseText,
  invitationText,
  LIST_SHORT_TITLES,
  progressText,
  standstillText,
  stepName,
} from '../../../text/checklists.ts';
import { counted, formatCount, formatShare } from '../../../text/numbers.ts';
import { WORDS } from '../../../text/plurals.ts';
import type { ChecklistSchool } from '../../checklists/school-list.ts';
import { button, element } from '../../dom.ts';
import { type BulkTools, bulkTickPart } from './bulk-tick.ts';

/** Rows listed at once; the rest are counted. */
export const ROWS_SHOWN = 30;

export interface DistrictTools extends BulkTools {
  /** Goes to a school, and to a step of it where one is meant. */
  openSchool(id: string, step?: StepId): void;
  /** Parts that stand open, by name; outlives the drawing. */
  readonly opened: Set<string>;
}

/** The schools of the filter together: what is stuck, who stands still, what is due. */
export function districtPane(schools: readonly ChecklistSchool[], tools: DistrictTools): HTMLElement {
  return element(
    'div',
    { class: 'stack' },
    progressLines(schools),
    ...[
      overduePart(schools, tools),
      promisesPart(schools, tools),
      invitationsPart(schools, tools),
      stuckPart(schools, tools),
      standingPart(schools, tools),
      issuesPart(schools, tools),
    ].filter((part) => part !== null),
  );
}

/** Names by id, as the domain speaks of schools by their id. */
function statesOf(schools: readonly ChecklistSchool[]) {
  return schools.map(({ id, reading, row }) => ({
    school: id,
    states: reading.states,
    lastTick: row.lastTick,
    promises: reading.promises,
    invitations: reading.invitations,
  }));
}

function progressLines(schools: readonly ChecklistSchool[]): HTMLElement {
  const states = statesOf(schools);
  return element(
    'ul',
    { class: 'lines', 'aria-label': 'Сделано по спискам' },
    ...LISTS.map((list) => {
      const progress = districtProgress(states, list);
      const bar = element('progress', { 'aria-hidden': 'true', max: Math.max(1, progress.applicable) });
      bar.value = progress.done;
      return element(
        'li',
        { class: 'bar-line' },
        element(
          'span',
          { class: 'line' },
          element('span', {}, LIST_SHORT_TITLES[list]),
          element('span', { class: 'count' }, progressText(progress)),
        ),
        bar,
      );
    }),
  );
}

/** By step, as a day is the same for all schools. */
function overduePart(schools: readonly ChecklistSchool[], tools: DistrictTools): HTMLElement | null {
  const { today } = tools.list().state;
  const steps = new Map<StepId, { readonly words: string; readonly late: ChecklistSchool[] }>();
  for (const school of schools) {
    for (const { step, deadline } of dueSteps(school.reading.states, today)) {
      if (deadline.is === 'ahead') continue;
      const row = steps.get(step) ?? { words: deadlineText(deadline), late: [] };
      row.late.push(school);
      steps.set(step, row);
    }
  }
  return part('Сроки подошли или прошли', 'late', [...steps], tools, ([step, { words, late }]) =>
    element(
      'li',
      {},
      openable(
        `due ${step}`,
        tools,
        { class: 'fold stuck' },
        [
          element('span', {}, stepName(step)),
          element('span', { class: 'small' }, `${words} · ждут: ${counted(late.length, WORDS.school)}`),
        ],
        () => [limited(late, (school) => schoolLine(school, '', tools, step))],
      ),
    ),
  );
}

function promisesPart(schools: readonly ChecklistSchool[], tools: DistrictTools): HTMLElement | null {
  const rows = duePromises(statesOf(schools), tools.list().state.today);
  return part('Обещания, срок которых пришёл', 'late', rows, tools, (row) =>
    schoolLine(schoolOf(row.school, tools), duePromiseText(row), tools),
  );
}

function invitationsPart(schools: readonly ChecklistSchool[], tools: DistrictTools): HTMLElement | null {
  const rows = invitationsToWarn(statesOf(schools), tools.list().state.today);
  return part('Приглашения на Госуслуги', 'late', rows, tools, ({ school, deadline }) =>
    schoolLine(schoolOf(school, tools), invitationText(deadline), tools, 'cok.invitations'),
  );
}

function standingPart(schools: readonly ChecklistSchool[], tools: DistrictTools): HTMLElement | null {
  const rows = standingSchools(statesOf(schools), tools.list().state.today);
  return part('Стоят на месте', '', rows, tools, (row) =>
    schoolLine(
      schoolOf(row.school, tools),
      `${standstillText(row)}, сделано ${progressLabel(row.progress)}`,
      tools,
    ),
  );
}

function issuesPart(schools: readonly ChecklistSchool[], tools: DistrictTools): HTMLElement | null {
  const rows = schools.flatMap((school) => school.reading.issues);
  return part('Непонятно на листе', 'late', rows, tools, (issue) =>
    element('li', {}, checklistSentenceOf(issue)),
  );
}

function stuckPart(schools: readonly ChecklistSchool[], tools: DistrictTools): HTMLElement | null {
  const stuck = stuckSteps(statesOf(schools));
  return part('Застрявшие шаги', '', stuck, tools, ({ step, done, applicable, share, waiting }) => {
    const bar = element('progress', { 'aria-hidden': 'true', max: applicable });
    bar.value = done;
    const percent = share === null ? '' : formatShare(share);
    return element(
      'li',
      {},
      openable(
        `step ${step}`,
        tools,
        { class: 'fold stuck' },
        [
          element(
            'span',
            { class: 'line' },
            element('span', {}, stepName(step)),
            element('span', { class: 'count' }, percent),
          ),
          bar,
          element(
            'span',
            { class: 'small quiet' },
            `${formatCount(done)} из ${formatCount(applicable)} · ждут: ${counted(waiting.length, WORDS.school)}`,
          ),
        ],
        () => [
          bulkTickPart(step, schools, tools),
          limited(waiting, (id) => schoolLine(schoolOf(id, tools), '', tools, step)),
        ],
      ),
    );
  });
}

function schoolOf(id: string, tools: DistrictTools): ChecklistSchool | undefined {
  return tools.list().byId(id);
}

function schoolLine(
  school: ChecklistSchool | undefined,
  words: string,
  tools: DistrictTools,
  step?: StepId,
): HTMLElement {
  if (school === undefined) return element('li', {}, words);
  const where = step === undefined ? '' : `, шаг ${stepOf(step).label}`;
  const name = button(school.name, () => tools.openSchool(school.id, step), {
    attributes: { class: 'link', 'aria-label': `${school.name}${where}: открыть` },
  });
  return element(
    'li',
    { class: 'school-line' },
    name,
    words === '' ? null : element('span', { class: 'small' }, words),
  );
}

/** A part of the district with its count; absent where it has nothing to say. */
function part<T>(
  title: string,
  look: 'late' | '',
  rows: readonly T[],
  tools: DistrictTools,
  line: (row: T) => HTMLElement,
): HTMLElement | null {
  if (rows.length === 0) return null;
  const heading = element(
    'span',
    { class: 'line' },
    element('strong', {}, title),
    element('span', { class: 'count' }, formatCount(rows.length)),
  );
  return openable(title, tools, { class: look === 'late' ? 'fold warning' : 'fold' }, [heading], () => [
    limited(rows, line),
  ]);
}

function limited<T>(rows: readonly T[], line: (row: T) => HTMLElement): HTMLElement {
  const rest = rows.length - ROWS_SHOWN;
  return element(
    'ul',
    { class: 'lines' },
    ...rows.slice(0, ROWS_SHOWN).map(line),
    rest > 0 ? element('li', { class: 'quiet' }, `и ещё ${formatCount(rest)}`) : null,
  );
}

/** What is inside is made when it opens: a city has thousands of lines. */
function openable(
  name: string,
  { opened }: DistrictTools,
  attributes: { readonly class: string },
  heading: readonly HTMLElement[],
  content: () => readonly HTMLElement[],
): HTMLElement {
  const inside = element('div', { class: 'stack tight' });
  const details = element(
    'details',
    { ...attributes, open: opened.has(name) },
    element('summary', {}, ...heading),
    inside,
  );
  let made = false;
  function make(): void {
    if (made) return;
    made = true;
    inside.append(...content());
  }
  if (details.open) make();
  details.addEventListener('toggle', () => {
    if (details.open) {
      opened.add(name);
      make();
    } else opened.delete(name);
  });
  return details;
}
