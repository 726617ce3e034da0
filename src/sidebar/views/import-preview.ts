import { COLUMN_INDEX } from '../../domain/columns.ts';
import { DEFAULT_TARGETS } from '../../domain/indicators.ts';
import { type Issue, severityOf } from '../../domain/issues.ts';
import { DEFAULT_KIND_WORDS } from '../../domain/organisation.ts';
import type { StatisticsRow } from '../../domain/record.ts';
import { compareWithBook } from '../../import/drops.ts';
import { type ImportPlan, planImport } from '../../import/plan.ts';
import type { StatisticsReading } from '../../import/read.ts';
import type { BookState, Reply } from '../../server/contract.ts';
import { delimiterLabel, encodingLabel } from '../../text/labels.ts';
import { counted, formatCount, formatDate } from '../../text/numbers.ts';
import { WORDS } from '../../text/plurals.ts';
import { button, element, fill, focusHeading, setAttribute } from '../dom.ts';
import { sentenceFor } from '../failure.ts';
import { issueList } from '../issue-list.ts';
import { type StatusCounts, statusCountsOf, statusesSeen } from '../preview.ts';
import { statusChip } from '../statuses.ts';

export interface PreviewHandlers {
  write(): void;
  another(): void;
}

/** What a file holds and what it will change; the part of the view between reading and writing. */
export interface Preview {
  readonly element: HTMLElement;
  readonly heading: HTMLElement;
  /** The book was read, or could not be. Returns the sentence to announce. */
  compared(reply: Reply<BookState>): string;
  writing(): void;
  /** Shows why nothing was written, and offers to try again. */
  failed(sentence: string): void;
}

const NAMES_SHOWN = 50;
const SHORT_LIST = 4;

export function createPreview(
  fileName: string,
  reading: StatisticsReading,
  rows: readonly StatisticsRow[],
  handlers: PreviewHandlers,
): Preview {
  const heading = focusHeading('h2', 'Проверьте и запишите');
  const comparison = element('div', { class: 'stack', 'aria-busy': 'true' });
  const foot = element('div', { class: 'foot stack tight' });
  const problems = issueList(reading.issues);
  const root = element(
    'div',
    { class: 'stack' },
    element('div', {}, heading, element('p', { class: 'quiet small' }, `${fileName} · ${howRead(reading)}`)),
    fileFacts(reading),
    districtPart(reading),
    comparison,
    ...(problems.length > 0 ? problems : [element('p', { class: 'quiet' }, 'Замечаний к файлу нет.')]),
    foot,
  );

  const write = button('Записать', handlers.write, { primary: true, attributes: { disabled: true } });
  const another = button('Другой файл', handlers.another);
  const actions = element('div', { class: 'row even' }, write, another);
  fill(comparison, element('p', { class: 'quiet' }, 'Сверяем с книгой…'));
  fill(foot, actions);

  function compared(reply: Reply<BookState>): string {
    setAttribute(comparison, 'aria-busy', null);
    const settings = reply.ok ? reply.value : { targets: DEFAULT_TARGETS, kindWords: DEFAULT_KIND_WORDS };
    const statuses = statusSection(statusCountsOf(reading.records, settings));
    if (!reply.ok) {
      fill(comparison, statuses, bookUnread(reply.issue));
      setAttribute(write, 'disabled', false);
      return 'Книгу прочитать не удалось: что изменится, пока неизвестно.';
    }
    const plan = planImport(reply.value.rows, rows);
    const refusals = plan.issues.filter((issue) => severityOf(issue) === 'error');
    const remarks = [...reply.value.issues, ...compareWithBook(reply.value.rows, rows)];
    fill(comparison, changeSection(plan, reply.value.rows, rows), statuses, ...issueList(remarks));
    if (refusals.length > 0) {
      comparison.prepend(...issueList(refusals));
      write.remove();
      return 'Этот файл записать нельзя.';
    }
    setAttribute(write, 'disabled', false);
    return changeWords(plan);
  }

  function writing(): void {
    const bar = element('progress', { max: 3, value: 2, 'aria-label': 'Запись в книгу' });
    const doing = focusHeading('h3', 'Записываем в книгу…');
    fill(
      foot,
      doing,
      bar,
      element(
        'ol',
        { class: 'steps small' },
        element('li', {}, '✓ Файл проверен'),
        element('li', {}, `✓ Отправлено: ${counted(rows.length, WORDS.school)}`),
        element('li', {}, '… Таблица обновляется. Обычно это меньше минуты, панель не закрывайте'),
      ),
    );
    doing.focus();
  }

  function failed(sentence: string): void {
    const retry = button('Повторить запись', handlers.write, { primary: true });
    fill(
      foot,
      element('p', { class: 'notice error', role: 'alert' }, sentence),
      element('div', { class: 'row even' }, retry, another),
    );
    retry.focus();
  }

  return { element: root, heading, compared, writing, failed };
}

/** A wrong guess of the encoding or the delimiter is seen here first. */
function howRead({ summary: { encoding, delimiter } }: StatisticsReading): string {
  return `${encodingLabel(encoding)}, разделитель: ${delimiterLabel(delimiter)}`;
}

function fileFacts({ summary }: StatisticsReading): HTMLElement {
  const date = summary.date === null ? '' : `, данные на ${formatDate(summary.date)}`;
  return element('p', {}, element('strong', {}, counted(summary.schools, WORDS.school)), date);
}

function districtPart({ summary: { municipalities } }: StatisticsReading): HTMLElement {
  const lines = municipalities.map(({ name, schools }) =>
    element(
      'li',
      { class: 'line' },
      element('span', {}, name === '' ? 'МО не указано' : name),
      element('span', { class: 'count' }, formatCount(schools)),
    ),
  );
  const list = element('ul', { class: 'lines' }, ...lines);
  if (lines.length <= SHORT_LIST) return list;
  const count = element('span', { class: 'count' }, formatCount(lines.length));
  return element(
    'details',
    { class: 'plain' },
    element('summary', { class: 'line' }, element('span', {}, 'Районы и округа'), count),
    list,
  );
}

function statusSection(tallies: readonly StatusCounts[]): HTMLElement {
  const section = element('section', { class: 'stack tight' }, element('h3', {}, 'Показатели в файле'));
  for (const { indicator, counts } of tallies) {
    const list = element('ul', { class: 'statuses' });
    for (const status of statusesSeen(counts)) {
      list.append(element('li', {}, statusChip(status, formatCount(counts[status]))));
    }
    section.append(
      element('div', { class: 'stack tight' }, element('p', { class: 'small' }, indicator.title), list),
    );
  }
  return section;
}

interface ChangeLine {
  readonly title: string;
  readonly ids: readonly string[];
  /** Where the names of these schools are; without it they are only counted. */
  readonly among?: readonly StatisticsRow[];
  readonly hint?: string;
}

function changeSection(
  plan: ImportPlan,
  current: readonly StatisticsRow[],
  incoming: readonly StatisticsRow[],
): HTMLElement {
  // Where every school is new there is nothing to look up.
  const news = current.length === 0 ? {} : { among: incoming };
  const lines: readonly ChangeLine[] = [
    { title: 'Новые', ids: plan.added, ...news },
    { title: 'Изменятся', ids: plan.updated },
    { title: 'Без изменений', ids: plan.unchanged },
    {
      title: 'Нет в файле',
      ids: plan.vanished,
      among: current,
      hint: 'Эти школы останутся в книге с пометкой, их числа будут очищены.',
    },
  ];
  return element(
    'section',
    { class: 'stack tight' },
    element('h3', {}, 'Что изменится в книге'),
    element('ul', { class: 'lines' }, ...lines.map((line) => element('li', {}, changeLine(line)))),
  );
}

function changeLine({ title, ids, among, hint }: ChangeLine): HTMLElement {
  const words = [element('span', {}, title), element('span', { class: 'count' }, formatCount(ids.length))];
  if (among === undefined || ids.length === 0) return element('p', { class: 'line' }, ...words);
  return element(
    'details',
    { class: 'plain' },
    element('summary', { class: 'line' }, ...words),
    element(
      'div',
      { class: 'stack tight' },
      hint === undefined ? null : element('p', { class: 'quiet small' }, hint),
      schoolNames(ids, among),
    ),
  );
}

function schoolNames(ids: readonly string[], among: readonly StatisticsRow[]): HTMLElement {
  const wanted = new Set(ids.slice(0, NAMES_SHOWN));
  const list = element('ul', { class: 'sentences' });
  for (const row of among) {
    const id = String(row[COLUMN_INDEX.orgId]);
    if (wanted.has(id)) list.append(element('li', {}, `${row[COLUMN_INDEX.shortName] ?? ''} (ID ${id})`));
  }
  const rest = ids.length - wanted.size;
  if (rest > 0) list.append(element('li', { class: 'quiet' }, `и ещё ${formatCount(rest)}`));
  return list;
}

function changeWords({ added, updated, unchanged, vanished }: ImportPlan): string {
  return [
    `Сверено с книгой: новых ${added.length}`,
    `изменятся ${updated.length}`,
    `без изменений ${unchanged.length}`,
    `нет в файле ${vanished.length}.`,
  ].join(', ');
}

function bookUnread(issue: Issue): HTMLElement {
  return element(
    'p',
    { class: 'notice warning' },
    'Что изменится, пока неизвестно: книгу прочитать не удалось. ',
    sentenceFor(issue),
  );
}
