import { COLUMN_INDEX } from '../../domain/columns.ts';
import { type Issue, severityOf } from '../../domain/issues.ts';
import { DEFAULT_KIND_WORDS, withAnswers } from '../../domain/organisation.ts';
import { latestDate, recordToRow, type StatisticsRow } from '../../domain/record.ts';
import { DEFAULT_DATED_TARGETS, targetsOn } from '../../domain/yardsticks/dated-targets.ts';
import { compareWithBook } from '../../import/drops.ts';
import { IMPORT_ROW_LIMIT, OLDER_ROW_LIMIT } from '../../import/limits.ts';
import { type ImportPlan, planImport } from '../../import/plan.ts';
import type { StatisticsReading } from '../../import/read.ts';
import type { Remember } from '../../import/remember.ts';
import { foreignMunicipalities, type Selected, selectRecords } from '../../import/selection.ts';
import { unknownTypes } from '../../import/types.ts';
import type { BookState, Reply } from '../../server/contract.ts';
import { delimiterLabel, encodingLabel } from '../../text/labels.ts';
import { counted, formatCount, formatDate } from '../../text/numbers.ts';
import { WORDS } from '../../text/plurals.ts';
import { quote, quoteList } from '../../text/quote.ts';
import { districtChanges, type ShareChange } from '../comparison.ts';
import { button, element, fill, focusHeading, setAttribute } from '../dom.ts';
import { sentenceFor } from '../failure.ts';
import { issueList } from '../issue-list.ts';
import { type StatusCounts, statusCountsOf, statusesSeen } from '../preview.ts';
import { statusChip } from '../statuses.ts';
import { changeSection, shareChangeText } from './import-changes.ts';
import { createImportChoice } from './import-choice.ts';
import { createTypeQuestion } from './type-question.ts';

export interface PreviewHandlers {
  write(): void;
  another(): void;
  /** Asks which column is which; null where the headings told everything. */
  readonly columns: (() => void) | null;
  /** Reads another sheet of the same workbook. */
  sheet(name: string): void;
}

/** What a file holds and what it will change; the part of the view between reading and writing. */
export interface Preview {
  readonly element: HTMLElement;
  readonly heading: HTMLElement;
  /** The rows that are to be written, as chosen. */
  rows(): readonly StatisticsRow[];
  /** The rows of earlier reports in the same file. */
  older(): readonly StatisticsRow[];
  /** What a person has chosen otherwise than the book remembers. */
  remember(): Remember;
  /** Number of warnings shown. */
  warnings(): number;
  /** The book was read, or could not be. Returns the sentence to announce. */
  compared(reply: Reply<BookState>): string;
  writing(): void;
  /** Shows why nothing was written, and offers to try again. */
  failed(sentence: string): void;
}

export function createPreview(
  fileName: string,
  reading: StatisticsReading,
  handlers: PreviewHandlers,
): Preview {
  const heading = focusHeading('h2', 'Проверьте и запишите');
  const comparison = element('div', { class: 'stack', 'aria-busy': 'true' });
  const foot = element('div', { class: 'foot stack tight' });
  const facts = element('p', {});
  const problems = issueList(reading.issues);
  const choice = createImportChoice(reading, () => show());
  const types = createTypeQuestion(() => show());
  let book: Reply<BookState> | null = null;
  let selected: Selected = { date: null, records: [], older: [], leftOut: 0 };
  let rows: readonly StatisticsRow[] = [];
  let warnings = 0;
  const root = element(
    'div',
    { class: 'stack' },
    element('div', {}, heading, element('p', { class: 'quiet small' }, `${fileName} · ${howRead(reading)}`)),
    facts,
    sheetSelect(reading, handlers.sheet),
    handlers.columns === null ? null : element('div', {}, button('Указать столбцы', handlers.columns)),
    choice.element,
    types.element,
    comparison,
    ...(problems.length > 0 ? problems : [element('p', { class: 'quiet' }, 'Замечаний к файлу нет.')]),
    foot,
  );

  const write = button('Записать', handlers.write, { primary: true, attributes: { disabled: true } });
  const another = button('Другой файл', handlers.another);
  const actions = element('div', { class: 'row even' }, write, another);
  fill(comparison, element('p', { class: 'quiet' }, 'Сверяем с книгой…'));
  fill(foot, actions);
  select();

  function select(): void {
    selected = selectRecords(reading.records, choice.selection());
    rows = selected.records.map(recordToRow);
    const date = selected.date === null ? '' : `, данные на ${formatDate(selected.date)}`;
    const out = selected.leftOut === 0 ? '' : `; не берутся: ${formatCount(selected.leftOut)}`;
    const older = selected.older.length;
    const history = older === 0 ? '' : `; в «Историю» из прежних отчётов: ${counted(older, WORDS.line)}`;
    fill(facts, element('strong', {}, counted(rows.length, WORDS.school)), `${date}${history}${out}`);
  }

  function compared(reply: Reply<BookState>): string {
    setAttribute(comparison, 'aria-busy', null);
    const first = book === null;
    book = reply;
    if (first && reply.ok) choice.take(ownMunicipalities(reply.value));
    return show();
  }

  /** МО that the book remembers; all where the file has none of them. */
  function ownMunicipalities({ remembered }: BookState): readonly string[] | null {
    const names = reading.summary.municipalities.map(({ name }) => name);
    return remembered.municipalities?.some((name) => names.includes(name)) === true
      ? remembered.municipalities
      : null;
  }

  /** Shows what the chosen schools change in the book; returns it in a sentence. */
  function show(): string {
    select();
    if (book === null) return '';
    const { datedTargets, kindWords: written } = book.ok
      ? book.value
      : { datedTargets: DEFAULT_DATED_TARGETS, kindWords: DEFAULT_KIND_WORDS };
    if (book.ok) types.ask(unknownTypes(rows, written));
    const kindWords = withAnswers(written, types.answers());
    const targets = targetsOn(datedTargets, latestDate(rows));
    const tallies = statusCountsOf(selected.records, { targets, kindWords });
    const refusal = selectionRefusal(selected);
    setAttribute(write, 'disabled', refusal !== null);
    const refused = refusal === null ? null : element('p', { class: 'notice error' }, refusal);
    warnings = countWarnings(reading.issues);
    if (!book.ok) {
      fill(comparison, refused, statusSection(tallies, []), bookUnread(book.issue));
      return 'Книгу прочитать не удалось: что изменится, пока неизвестно.';
    }
    const current = book.value.rows;
    const plan = planImport(current, rows);
    const drops = plan.historyOnly ? [] : compareWithBook(current, rows);
    const remarks = [...plan.issues, ...book.value.issues, ...drops];
    warnings += countWarnings(remarks);
    const after = plan.rows.map(({ row }) => row);
    fill(
      comparison,
      refused,
      foreignNotice(book.value),
      changeSection(plan, current, rows, kindWords),
      statusSection(tallies, current.length === 0 ? [] : districtChanges(current, after, kindWords)),
      ...issueList(remarks),
    );
    return refusal ?? changeWords(plan);
  }

  /** Another district's schools in the file are taken only where a person wants them. */
  function foreignNotice(state: BookState): HTMLElement | null {
    if (state.remembered.municipalities !== null || choice.selection().municipalities !== null) return null;
    const ofBook = new Set(state.rows.map((row) => String(row[COLUMN_INDEX.municipality] ?? '')));
    const names = reading.summary.municipalities.map(({ name }) => name);
    const foreign = foreignMunicipalities(names, ofBook);
    if (foreign.length === 0) return null;
    const own = button('Взять только МО книги', () => {
      choice.take(names.filter((name) => !foreign.includes(name)));
      show();
    });
    return element(
      'div',
      { class: 'notice warning stack tight' },
      element('p', {}, `В файле есть МО, которых в книге нет: ${quoteList(foreign)}.`),
      element('div', {}, own),
    );
  }

  function remember(): Remember {
    const { municipalities } = choice.selection();
    const before = book?.ok === true ? ownMunicipalities(book.value) : null;
    const names = reading.summary.municipalities.map(({ name }) => name);
    const same = names.every((name) => isIn(name, before) === isIn(name, municipalities));
    const kinds = types.answers();
    return { ...(same ? {} : { municipalities }), ...(kinds.length === 0 ? {} : { kinds }) };
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

  return {
    element: root,
    heading,
    rows: () => rows,
    older: () => selected.older.map(recordToRow),
    remember,
    warnings: () => warnings,
    compared,
    writing,
    failed,
  };
}

/** A wrong guess of the encoding or the delimiter is seen here first. */
function howRead({ summary: { encoding, delimiter, sheet } }: StatisticsReading): string {
  if (sheet !== null) return `${encodingLabel(encoding)}, лист ${quote(sheet)}`;
  return `${encodingLabel(encoding)}, разделитель: ${delimiterLabel(delimiter)}`;
}

function isIn(name: string, names: readonly string[] | null): boolean {
  return names === null || names.includes(name);
}

function countWarnings(issues: readonly Issue[]): number {
  return issues.filter((issue) => severityOf(issue) === 'warning').length;
}

/** Why so many schools cannot be written; null where they can. */
function selectionRefusal({ records, older }: Selected): string | null {
  const schools = records.length;
  if (schools === 0) return 'Не выбрано ни одной школы: отметьте хотя бы одно МО.';
  if (older.length > OLDER_ROW_LIMIT) {
    return `В прежних отчётах файла ${counted(older.length, WORDS.line)}, а в «Историю» за раз можно записать не больше ${formatCount(OLDER_ROW_LIMIT)}. Выберите один отчёт или меньше МО.`;
  }
  if (schools <= IMPORT_ROW_LIMIT) return null;
  return sentenceFor({ code: 'file-too-long', rows: schools, limit: IMPORT_ROW_LIMIT });
}

/** Offers the other sheets of a workbook that hold such a table; null where there is none. */
function sheetSelect({ summary }: StatisticsReading, take: (name: string) => void): HTMLElement | null {
  if (summary.sheets.length < 2) return null;
  const select = element('select', { id: 'workbook-sheet', class: 'field' });
  for (const name of summary.sheets) select.append(element('option', { value: name }, name));
  select.value = summary.sheet ?? '';
  select.addEventListener('change', () => take(select.value));
  return element(
    'div',
    {},
    element('label', { for: 'workbook-sheet', class: 'label' }, 'Лист книги'),
    select,
  );
}

function statusSection(tallies: readonly StatusCounts[], changes: readonly ShareChange[]): HTMLElement {
  const section = element('section', { class: 'stack tight' }, element('h3', {}, 'Показатели'));
  for (const { indicator, counts } of tallies) {
    const list = element('ul', { class: 'statuses' });
    for (const status of statusesSeen(counts)) {
      list.append(element('li', {}, statusChip(status, formatCount(counts[status]))));
    }
    const change = changes.find((candidate) => candidate.indicator === indicator);
    section.append(
      element(
        'div',
        { class: 'stack tight' },
        element('p', { class: 'small' }, indicator.title),
        list,
        change === undefined
          ? null
          : element('p', { class: 'small' }, `по людям: ${shareChangeText(change)}`),
      ),
    );
  }
  return section;
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
