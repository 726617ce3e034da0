import { rowToCok } from '../../domain/cok.ts';
import { type Issue, severityOf } from '../../domain/issues.ts';
import { type IsoDate, rowToRecord } from '../../domain/record.ts';
import { type CokPlan, planCok } from '../../import/cok/plan.ts';
import type { CokFileRow, CokReading } from '../../import/cok/read.ts';
import { doubled, type Resolution, rememberedName, resolveSchools } from '../../import/cok/resolve.ts';
import type { CokWire } from '../../import/cok/wire.ts';
import { isRealDay } from '../../import/dates.ts';
import type { BookState } from '../../server/contract.ts';
import type { CokState } from '../../server/contract-cok.ts';
import { delimiterLabel, encodingLabel } from '../../text/labels.ts';
import { formatCount, formatDate } from '../../text/numbers.ts';
import { button, element, fill, focusHeading, setAttribute } from '../dom.ts';
import type { Findable } from '../findable.ts';
import { issueList } from '../issue-list.ts';
import { type Answers, SKIP, schoolQuestion } from './cok-school.ts';

export interface CokPreviewInput {
  readonly fileName: string;
  readonly reading: CokReading;
  readonly book: BookState;
  readonly cok: CokState;
  /** Day to offer where the file does not say one. */
  readonly offeredDate: IsoDate | null;
}

interface CokPreviewHandlers {
  write(report: CokWire, warnings: number): void;
  another(): void;
  columns(): void;
}

/** What a file of УБ ЦОК holds, which schools its rows are, and what it changes. */
export interface CokPreview {
  readonly element: HTMLElement;
  readonly heading: HTMLElement;
  writing(): void;
  failed(sentence: string): void;
}

const ROWS_SHOWN = 50;
const ROWS_OPENED = 10;
const DATE_ID = 'cok-date';
const SURE_ID = 'cok-guesses';

export function createCokPreview(input: CokPreviewInput, handlers: CokPreviewHandlers): CokPreview {
  const { reading, book, cok, fileName } = input;
  const records = book.rows.map(rowToRecord);
  const schools = new Map<string, Findable>(records.map((record) => [record.orgId, { record }]));
  const resolution = resolveSchools(
    reading.rows,
    records.map(({ orgId, shortName, inn }) => ({ id: orgId, name: shortName, inn })),
    cok.aliases,
  );
  const answers: Answers = new Map(resolution.guesses.map(({ row, id }) => [row, id]));

  const heading = focusHeading('h2', 'Проверьте и запишите');
  const date = element('input', { id: DATE_ID, type: 'date', class: 'field', required: true });
  date.value = reading.date ?? input.offeredDate ?? '';
  const confirmed = element('input', { id: SURE_ID, type: 'checkbox' });
  const changes = element('div', { class: 'stack', 'aria-live': 'polite' });
  const foot = element('div', { class: 'foot stack tight' });
  const write = button('Записать', send, { primary: true });
  const another = button('Другой файл', handlers.another);
  const wanted = element('p', { class: 'quiet small' });
  fill(foot, wanted, element('div', { class: 'row even' }, write, another));
  date.addEventListener('change', refresh);
  confirmed.addEventListener('change', refresh);

  const select: Select = (row, ids) => schoolQuestion(row, ids, schools, answers, refresh);

  const root = element(
    'div',
    { class: 'stack' },
    element('div', {}, heading, element('p', { class: 'quiet small' }, `${fileName} · ${howRead(reading)}`)),
    reading.date === null
      ? element(
          'div',
          { class: 'stack tight' },
          element('label', { for: DATE_ID }, 'На какой день эти числа? В файле даты нет'),
          date,
        )
      : element('p', {}, `Данные на ${formatDate(reading.date)}`),
    element('div', {}, button('Указать столбцы', handlers.columns)),
    schoolsPart(resolution),
    several(resolution, select),
    guesses(resolution, select, confirmed),
    unmatched(resolution, select),
    changes,
    ...issueList([...reading.issues, ...resolution.issues]),
    foot,
  );

  function chosen(): { readonly row: CokFileRow; readonly id: string }[] {
    const answered = [...answers].flatMap(([row, id]) => (schools.has(id) ? [{ row, id }] : []));
    return [...resolution.sure, ...answered];
  }

  function plan(): CokPlan {
    const state = cok.rows.map(rowToCok);
    const known = new Set(state.map(({ id }) => id));
    const blank = records
      .filter(({ orgId }) => !known.has(orgId))
      .map(({ orgId, shortName }) => rowToCok([null, orgId, shortName]));
    const report = {
      date: date.value,
      fields: reading.fields,
      schools: chosen().map(({ row, id }) => ({ id, counts: row.counts })),
    };
    return planCok([...state, ...blank], book.rows, report, { kindWords: book.kindWords, cok: cok.rules });
  }

  function refresh(): void {
    const wants = missing();
    const planned = isRealDay(date.value) ? plan() : null;
    const issues: readonly Issue[] = [...(planned?.issues ?? []), ...doubled(chosen())];
    const clashes = issues.filter((issue) => !resolution.issues.includes(issue));
    fill(changes, planned === null ? null : changeSection(planned), ...issueList(clashes));
    const refused = issues.some((issue) => severityOf(issue) === 'error');
    fill(wanted, wants);
    setAttribute(wanted, 'hidden', wants === '');
    setAttribute(write, 'disabled', wants !== '' || refused);
  }

  function missing(): string {
    if (chosen().length === 0) return 'Ни одна школа файла не узнана: записывать нечего.';
    if (!isRealDay(date.value)) return 'Укажите дату.';
    if (resolution.several.some(({ row }) => !answers.has(row)))
      return 'Выберите школу для каждой строки, где их несколько.';
    if (resolution.guesses.length > 0 && !confirmed.checked)
      return 'Проверьте догадки и отметьте, что они верны.';
    return '';
  }

  function send(): void {
    const aliases = [...answers].flatMap(([row, id]): [string, string][] => {
      const name = id === SKIP ? null : rememberedName(row, reading.rows);
      return name === null ? [] : [[name, id]];
    });
    const warnings = [...reading.issues, ...plan().issues].filter(
      (issue) => severityOf(issue) === 'warning',
    ).length;
    const report: CokWire = {
      date: date.value,
      fields: reading.fields,
      schools: chosen().map(({ row, id }) => [id, ...reading.fields.map((field) => row.counts[field])]),
      aliases,
    };
    handlers.write(report, warnings);
  }

  function writing(): void {
    const doing = focusHeading('h3', 'Записываем в книгу…');
    fill(
      foot,
      doing,
      element('p', { class: 'quiet small' }, 'Обычно это меньше минуты, панель не закрывайте'),
    );
    doing.focus();
  }

  function failed(sentence: string): void {
    const retry = button('Повторить запись', send, { primary: true });
    fill(
      foot,
      element('p', { class: 'notice error', role: 'alert' }, sentence),
      element('div', { class: 'row even' }, retry, another),
    );
    retry.focus();
  }

  refresh();
  return { element: root, heading, writing, failed };
}

function howRead({ encoding, delimiter }: CokReading): string {
  return delimiter === ''
    ? encodingLabel(encoding)
    : `${encodingLabel(encoding)}, разделитель: ${delimiterLabel(delimiter)}`;
}

function line(title: string, count: number): HTMLElement[] {
  return [element('span', {}, title), element('span', { class: 'count' }, formatCount(count))];
}

function schoolsPart({ sure, foreign }: Resolution): HTMLElement {
  return element(
    'section',
    { class: 'stack tight' },
    element('h3', {}, 'Школы файла'),
    element('p', { class: 'line' }, ...line('Узнаны точно', sure.length)),
    foreign.length === 0
      ? null
      : element('p', { class: 'line' }, ...line('Не наши, как отмечено раньше', foreign.length)),
  );
}

type Select = (row: CokFileRow, ids: readonly string[]) => HTMLElement;

function several({ several: rows }: Resolution, select: Select): HTMLElement | null {
  if (rows.length === 0) return null;
  return element(
    'section',
    { class: 'stack tight' },
    element('h3', {}, `Подходят несколько школ: ${formatCount(rows.length)}`),
    ...rows.map(({ row, ids }) => select(row, ids)),
  );
}

/** Rows that are left out unless a person names the school; opened where a person can go through them. */
function unmatched({ unmatched: rows }: Resolution, select: Select): HTMLElement | null {
  if (rows.length === 0) return null;
  const list = element('div', { class: 'stack' });
  const more = button('', showMore);
  let shown = 0;
  function showMore(): void {
    list.append(...rows.slice(shown, shown + ROWS_SHOWN).map((row) => select(row, [])));
    shown = Math.min(shown + ROWS_SHOWN, rows.length);
    more.textContent = `Показать ещё из ${formatCount(rows.length - shown)}`;
    setAttribute(more, 'hidden', shown === rows.length);
  }
  showMore();
  return element(
    'details',
    { class: 'plain', open: rows.length <= ROWS_OPENED },
    element('summary', { class: 'line' }, ...line('Не узнаны', rows.length)),
    element(
      'p',
      { class: 'quiet small' },
      'Такие строки не записываются. Укажите школу книги, и ответ запомнится для следующих файлов.',
    ),
    list,
    more,
  );
}

function guesses(
  { guesses: rows }: Resolution,
  select: Select,
  confirmed: HTMLInputElement,
): HTMLElement | null {
  if (rows.length === 0) return null;
  return element(
    'section',
    { class: 'stack tight' },
    element('h3', {}, `Догадки по номеру и названию: ${formatCount(rows.length)}`),
    ...rows.map(({ row, id }) => select(row, [id])),
    element(
      'label',
      { class: 'check', for: SURE_ID },
      confirmed,
      ' Догадки верны: запомнить их для следующих файлов',
    ),
  );
}

function changeSection({ filled, updated, unchanged, kept }: CokPlan): HTMLElement {
  const lines: readonly (readonly [string, number])[] = [
    ['Заполнятся впервые', filled.length],
    ['Изменятся', updated.length],
    ['Без изменений', unchanged.length],
    ['Нет в файле, числа останутся', kept.length],
  ];
  return element(
    'section',
    { class: 'stack tight' },
    element('h3', {}, 'Что изменится в листе «УБ ЦОК»'),
    element(
      'ul',
      { class: 'lines' },
      ...lines.map(([title, count]) => element('li', { class: 'line' }, ...line(title, count))),
    ),
  );
}
