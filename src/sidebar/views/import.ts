import { type Issue, severityOf } from '../../domain/issues.ts';
import { type ColumnQuestion, rememberedChoice } from '../../import/column-choice.ts';
import type { DayMonthOrder } from '../../import/dates.ts';
import type { FailedRows } from '../../import/failed-rows.ts';
import type { ReadingOptions, StatisticsReading } from '../../import/read.ts';
import type { Remember } from '../../import/remember.ts';
import type { ImportOutcome } from '../../server/contract.ts';
import { counted, formatCount, formatDate } from '../../text/numbers.ts';
import { ACCUSATIVE_WORDS, WORDS } from '../../text/plurals.ts';
import { button, element, fill, focusHeading, setAttribute, viewTitle } from '../dom.ts';
import { download } from '../download.ts';
import { failedRowsCsv } from '../failed-rows-csv.ts';
import { sentenceFor } from '../failure.ts';
import { firstSteps } from '../first-steps.ts';
import { issueList } from '../issue-list.ts';
import { pageDrawn } from '../page-drawn.ts';
import { createSampleRemoval } from '../sample/removal.ts';
import { signature } from '../signature.ts';
import { createSignatureField } from '../signature-field.ts';
import type { View, ViewContext } from '../view.ts';
import { choiceTitle, createColumnQuestion } from './column-question.ts';
import { dateQuestion } from './date-question.ts';
import { createPreview, type Preview } from './import-preview.ts';
import { catchSource, createSource } from './import-source.ts';
import { lostAnswers } from './lost-answers.ts';

/** Rows read of a file: a country's, of which the МО to write are chosen. */
const READ_LIMIT = 200_000;
const PASTED_NAME = 'таблица из буфера';

/** Where the import stands. A file can be taken in every stage but `writing`. */
type Stage =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'preview'; readonly draft: Draft }
  | { readonly kind: 'writing'; readonly draft: Draft };

/** Reads what the user brought, as often as it takes. */
type Read = (options: ReadingOptions) => Promise<StatisticsReading>;

/** What the user brought, with what was said about it so far. */
interface Source {
  readonly fileName: string;
  readonly read: Read;
  readonly options: ReadingOptions;
  readonly remember: Remember;
}

/** What is known of a file that cannot be taken. */
type Refusal = Pick<StatisticsReading, 'issues' | 'question' | 'failed'>;

/** A file that may be written. */
interface Draft {
  readonly fileName: string;
  readonly remember: Remember;
  readonly preview: Preview;
  /** Shows the preview anew. */
  readonly again: () => void;
}

/** «Импорт статистики»: a file is read and checked here, shown, and sent to the book on request. */
export function createImportView(context: ViewContext): View {
  const source = element('section', { 'aria-label': 'Файл статистики' });
  const result = element('section', { class: 'stack', 'aria-label': 'Проверка и запись' });
  const greeting = element('div', {});
  const view = element(
    'div',
    { class: 'stack loose' },
    viewTitle('Импорт статистики'),
    source,
    result,
    greeting,
  );
  let stage: Stage = { kind: 'choosing' };
  /** Fingerprint of the book that the preview compares with; null where it could not be read. */
  let seen: string | null = null;

  const handlers = {
    file: (file: File) =>
      begin(file.name, async (options) => {
        const { readStatisticsFile } = await reading();
        const bytes = new Uint8Array(await file.arrayBuffer());
        return readStatisticsFile(bytes, file.name, { rowLimit: READ_LIMIT, ...options });
      }),
    text: (text: string) =>
      begin(PASTED_NAME, async (options) => {
        const { readStatisticsText } = await reading();
        return readStatisticsText(text, { rowLimit: READ_LIMIT, ...options });
      }),
  };
  source.append(createSource(handlers));
  catchSource(document, () => view.isConnected && stage.kind !== 'writing', handlers);

  /** An empty book is greeted with what to do first; it stands below, so that nothing moves. */
  async function greet(): Promise<void> {
    const reply = await context.book.read();
    const wanted = reply.ok && reply.value.rows.length === 0 && stage.kind === 'choosing';
    fill(greeting, wanted ? firstSteps(context, reply.value) : null);
  }

  function begin(fileName: string, read: Read): void {
    void take({ fileName, read, options: {}, remember: {} });
  }

  async function take(brought: Source): Promise<void> {
    if (stage.kind === 'writing') return;
    const reading: Stage = { kind: 'reading' };
    stage = reading;
    fill(greeting);
    fill(result, element('p', { class: 'quiet' }, `Читаем: ${brought.fileName}…`));
    await pageDrawn();
    const outcome = await attempt(() => readAsRemembered(brought));
    // Another file was taken in the meantime: its reading is the one that counts.
    if (stage !== reading) return;
    if ('issue' in outcome) refuse(brought, { issues: [outcome.issue], question: null, failed: null });
    else if (!hasError(outcome.issues)) propose(brought, outcome);
    else if (outcome.question !== null && brought.options.columns === undefined)
      ask(brought, outcome.question);
    else refuse(brought, outcome);
  }

  /** Columns that were chosen at an earlier import are looked up only where the headings do not tell. */
  async function readAsRemembered({ read, options }: Source): Promise<StatisticsReading> {
    const first = await read(options);
    if (first.question === null || options.columns !== undefined) return first;
    const reply = await context.book.read();
    const columns = reply.ok ? rememberedChoice(first.question, reply.value.remembered.columns) : null;
    return columns === null ? first : read({ ...options, columns });
  }

  function ask(brought: Source, question: ColumnQuestion): void {
    stage = { kind: 'choosing' };
    setAttribute(source, 'hidden', true);
    const part = createColumnQuestion(brought.fileName, question, {
      answer: (choice) => {
        const columns = { signature: question.signature, choice, title: choiceTitle(question) };
        const options = { ...brought.options, columns: choice };
        void take({ ...brought, options, remember: { ...brought.remember, columns } });
      },
      another,
    });
    fill(result, part.element);
    part.heading.focus();
    context.announce('Заголовки файла незнакомы: укажите, какой столбец что содержит.');
  }

  function refuse(brought: Source, { issues, question, failed }: Refusal): void {
    const order = (dayMonthOrder: DayMonthOrder): void => {
      void take({ ...brought, options: { ...brought.options, dayMonthOrder } });
    };
    stage = { kind: 'choosing' };
    setAttribute(source, 'hidden', false);
    const heading = focusHeading('h2', 'Файл не принят');
    fill(
      result,
      element('div', {}, heading, element('p', { class: 'quiet small' }, brought.fileName)),
      element(
        'p',
        { class: 'notice error' },
        'В книге ничего не изменилось. Исправьте файл и выберите его снова.',
      ),
      dateQuestion(issues, order),
      question === null
        ? null
        : element(
            'div',
            {},
            button('Указать столбцы', () => ask(brought, question)),
          ),
      failed === null ? null : failedPart(failed, issues),
      ...issueList(issues),
    );
    heading.focus();
    context.announce('Файл не принят, в книге ничего не изменилось.');
  }

  function propose(brought: Source, reading: StatisticsReading): void {
    const { fileName, remember } = brought;
    const { question } = reading;
    const columns = question === null ? null : (): void => ask(brought, question);
    const sheet = (name: string): void => {
      void take({ ...brought, options: { ...brought.options, sheet: name } });
    };
    const preview = createPreview(fileName, reading, { write, another, columns, sheet });
    const draft: Draft = { fileName, remember, preview, again: () => propose(brought, reading) };
    stage = { kind: 'preview', draft };
    setAttribute(source, 'hidden', true);
    fill(
      result,
      preview.element,
      createSignatureField(() => undefined, 'записывает'),
    );
    preview.heading.focus();
    const warnings = reading.issues.filter((issue) => severityOf(issue) === 'warning').length;
    context.announce(
      `Файл прочитан: ${counted(reading.summary.schools, WORDS.school)}${warnings > 0 ? `, ${counted(warnings, WORDS.remark)}` : ''}.`,
    );
    void compare(draft);
  }

  async function compare(draft: Draft): Promise<void> {
    const reply = await context.book.refresh();
    if (stage.kind !== 'preview' || stage.draft !== draft) return;
    if (reply.ok && reply.value.sample) {
      removeSampleFirst(draft);
      return;
    }
    seen = reply.ok ? reply.value.fingerprint : null;
    context.announce(draft.preview.compared(reply));
  }

  /** Invented schools never mix with real ones: the example goes before the file is compared. */
  function removeSampleFirst({ fileName, again }: Draft): void {
    const heading = focusHeading('h2', 'Сначала уберите пример');
    fill(
      result,
      element('div', {}, heading, element('p', { class: 'quiet small' }, fileName)),
      element(
        'p',
        { class: 'notice' },
        'В книге выдуманные школы. Уберите их, и панель покажет, что изменит ваш отчёт.',
      ),
      createSampleRemoval(context, again),
      element('div', {}, button('Другой файл', another, { attributes: { class: 'button plain' } })),
    );
    heading.focus();
    context.announce('В книге пример: сначала уберите его.');
  }

  async function write(): Promise<void> {
    if (stage.kind !== 'preview') return;
    const { draft } = stage;
    const { preview, fileName } = draft;
    const rows = preview.rows();
    const older = preview.older();
    const remember = { ...draft.remember, ...preview.remember() };
    stage = { kind: 'writing', draft };
    preview.writing();
    context.announce(`Записываем ${counted(rows.length, ACCUSATIVE_WORDS.school)}.`);
    const reply = await context.server.sidebarImportStatistics({
      fileName,
      rows,
      ...(older.length === 0 ? {} : { older }),
      remember,
      who: signature(),
      warnings: preview.warnings(),
      ...(seen === null ? {} : { fingerprint: seen }),
    });
    context.book.forget();
    if (reply.ok) {
      finish(reply.value);
    } else {
      stage = { kind: 'preview', draft };
      preview.failed(sentenceFor(reply.issue));
      if (reply.issue.code === 'preview-stale') void compare(draft);
    }
  }

  function finish(outcome: ImportOutcome): void {
    stage = { kind: 'choosing' };
    const heading = focusHeading('h2', 'Записано');
    fill(result, heading, ...outcomeParts(outcome), lostAnswers(outcome));
    const next = button('Тексты школам', () => context.open('texts'), { primary: true });
    const lists = button('Чек-листы', () => context.open('checklists'));
    const more = button('Ещё файл', another, { attributes: { class: 'button plain' } });
    result.append(element('div', { class: 'row even' }, next, lists), element('div', {}, more));
    heading.focus();
    context.announce(
      `Записано: ${counted(outcome.schools, WORDS.school)}, данные на ${formatDate(outcome.date)}.`,
    );
  }

  function another(): void {
    if (stage.kind === 'writing') return;
    stage = { kind: 'choosing' };
    fill(result);
    setAttribute(source, 'hidden', false);
    source.querySelector('input')?.focus();
  }

  return { element: view, shown: () => void greet() };
}

/** Whoever opens the panel for something else does not wait for what reads files. */
function reading(): Promise<typeof import('../../import/read.ts')> {
  return import('../../import/read.ts');
}

/** The rows to be mended, to save as a file. */
function failedPart(failed: FailedRows, issues: readonly Issue[]): HTMLElement {
  const save = (): void => download('строки с ошибками.csv', failedRowsCsv(failed, issues));
  return element('div', {}, button(`Скачать строки с ошибками (${formatCount(failed.rows.length)})`, save));
}

function hasError(issues: readonly Issue[]): boolean {
  return issues.some((issue) => severityOf(issue) === 'error');
}

/** A file that the browser cannot open (moved, on a drive that is gone) becomes an issue. */
async function attempt(
  read: () => Promise<StatisticsReading>,
): Promise<StatisticsReading | { readonly issue: Issue }> {
  try {
    return await read();
  } catch (error) {
    return { issue: { code: 'unexpected', detail: error instanceof Error ? error.message : String(error) } };
  }
}

function outcomeParts(outcome: ImportOutcome): HTMLElement[] {
  const { date, bookDate, schools, added, updated, unchanged, vanished } = outcome;
  if (bookDate !== null && bookDate !== date) {
    const words = `Отчёт от ${formatDate(date)} записан только в «Историю»: в книге данные на ${formatDate(bookDate)}.`;
    return [element('p', { class: 'notice success' }, words)];
  }
  const facts = element('dl', { class: 'facts' });
  const lines: readonly (readonly [string, number])[] = [
    ['Новые', added],
    ['Изменены', updated],
    ['Без изменений', unchanged],
    ['Нет в файле, помечены', vanished],
  ];
  for (const [title, count] of lines) {
    facts.append(element('dt', {}, title), element('dd', {}, formatCount(count)));
  }
  return [
    element(
      'p',
      { class: 'notice success' },
      `В отчёте ${counted(schools, WORDS.school)}, данные на ${formatDate(date)}.`,
    ),
    facts,
  ];
}
