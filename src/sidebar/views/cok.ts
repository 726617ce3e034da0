import { type Issue, severityOf } from '../../domain/issues.ts';
import { dayInName } from '../../import/cok/day-in-name.ts';
import type { CokReading, CokReadingOptions } from '../../import/cok/read.ts';
import type { CokWire } from '../../import/cok/wire.ts';
import { type ColumnQuestion, rememberedChoice } from '../../import/column-choice.ts';
import type { DayMonthOrder } from '../../import/dates.ts';
import type { Remember } from '../../import/remember.ts';
import type { BookState, Reply } from '../../server/contract.ts';
import type { CokOutcome, CokState } from '../../server/contract-cok.ts';
import { counted, formatCount, formatDate } from '../../text/numbers.ts';
import { WORDS } from '../../text/plurals.ts';
import { button, element, fill, focusHeading, setAttribute, viewTitle } from '../dom.ts';
import { sentenceFor } from '../failure.ts';
import { issueList } from '../issue-list.ts';
import { signature } from '../signature.ts';
import type { View, ViewContext } from '../view.ts';
import { type CokPreview, createCokPreview } from './cok-preview.ts';
import { choiceTitle, createColumnQuestion } from './column-question.ts';
import { dateQuestion } from './date-question.ts';
import { catchSource, createSource } from './import-source.ts';
import { lostAnswers } from './lost-answers.ts';

const PASTED_NAME = 'таблица из буфера';

/** What the user brought, with what was said about it so far. */
interface Source {
  readonly fileName: string;
  readonly read: (options: CokReadingOptions) => Promise<CokReading>;
  readonly options: CokReadingOptions;
  readonly remember: Remember;
}

/** «Импорт УБ ЦОК»: columns are asked once, schools recognised, guesses confirmed, then written. */
export function createCokView(context: ViewContext): View {
  const source = element('section', { class: 'stack', 'aria-label': 'Файл УБ ЦОК' });
  const result = element('section', { class: 'stack', 'aria-label': 'Проверка и запись УБ ЦОК' });
  const view = element('div', { class: 'stack loose' }, viewTitle('Импорт УБ ЦОК'), source, result);
  /** The latest thing that was begun: an answer that comes later for another one is dropped. */
  let turn = {};
  let busy = false;

  const handlers = {
    file: (file: File) =>
      begin(file.name, async (options) => {
        const { readCokFile } = await reading();
        return readCokFile(new Uint8Array(await file.arrayBuffer()), options);
      }),
    text: (text: string) =>
      begin(PASTED_NAME, async (options) => (await reading()).readCokText(text, options)),
  };
  source.append(
    createSource(handlers),
    element('p', { class: 'quiet small' }, 'Таблица из DataLens: школа и число людей. Можно и без файла: '),
    element(
      'div',
      {},
      button('Вписать числа рукой', () => void prepare()),
    ),
  );
  catchSource(document, () => view.isConnected && !busy, handlers);

  function begin(fileName: string, read: Source['read']): void {
    void take({ fileName, read, options: {}, remember: {} });
  }

  async function take(brought: Source): Promise<void> {
    if (busy) return;
    const mine = {};
    turn = mine;
    fill(result, element('p', { class: 'quiet' }, `Читаем: ${brought.fileName}…`));
    const [book, cok] = await Promise.all([context.book.refresh(), context.server.sidebarReadCok()]);
    const reading = await readAs(brought, book);
    if (turn !== mine) return;
    if (!book.ok) refuse(brought, [book.issue], null);
    else if (!cok.ok) refuse(brought, [cok.issue], null);
    else if ('issue' in reading) refuse(brought, [reading.issue], null);
    else if (book.value.sample) refuse(brought, [{ code: 'sample-in-book' }], null);
    else if (book.value.rows.length === 0) refuse(brought, [{ code: 'book-empty' }], null);
    else if (reading.issues.some((issue) => severityOf(issue) === 'error')) {
      refuse(brought, reading.issues, reading.question);
    } else if (!reading.known && reading.question !== null) ask(brought, reading.question);
    else propose(brought, reading, book.value, cok.value);
  }

  /** Columns that were chosen at an earlier import are taken again. */
  async function readAs(
    { read, options }: Source,
    book: Reply<BookState>,
  ): Promise<CokReading | { readonly issue: Issue }> {
    try {
      const first = await read(options);
      if (first.known || first.question === null || !book.ok) return first;
      const columns = rememberedChoice(first.question, book.value.remembered.columns);
      return columns === null ? first : await read({ ...options, columns });
    } catch (error) {
      return {
        issue: { code: 'unexpected', detail: error instanceof Error ? error.message : String(error) },
      };
    }
  }

  function ask(brought: Source, question: ColumnQuestion): void {
    setAttribute(source, 'hidden', true);
    const part = createColumnQuestion(brought.fileName, question, {
      answer: (choice) => {
        const columns = { signature: question.signature, choice, title: choiceTitle(question) };
        void take({ ...brought, options: { ...brought.options, columns: choice }, remember: { columns } });
      },
      another,
    });
    fill(result, part.element);
    part.heading.focus();
    context.announce('Укажите, какой столбец что содержит.');
  }

  function refuse(brought: Source, issues: readonly Issue[], question: ColumnQuestion | null): void {
    setAttribute(source, 'hidden', false);
    const order = (dayMonthOrder: DayMonthOrder): void => {
      void take({ ...brought, options: { ...brought.options, dayMonthOrder } });
    };
    const heading = focusHeading('h2', 'Файл не принят');
    fill(
      result,
      element('div', {}, heading, element('p', { class: 'quiet small' }, brought.fileName)),
      element('p', { class: 'notice error' }, 'В книге ничего не изменилось.'),
      dateQuestion(issues, order),
      question === null
        ? null
        : element(
            'div',
            {},
            button('Указать столбцы', () => ask(brought, question)),
          ),
      ...issueList(issues),
    );
    heading.focus();
    context.announce('Файл не принят, в книге ничего не изменилось.');
  }

  function propose(brought: Source, reading: CokReading, book: BookState, cok: CokState): void {
    const { question } = reading;
    const { fileName, remember } = brought;
    const preview = createCokPreview(
      { fileName, reading, book, cok, offeredDate: dayInName(fileName) },
      {
        write: (report, warnings) =>
          void write(preview, { ...report, fileName, remember, warnings, who: signature() }),
        another,
        columns: () => {
          if (question !== null) ask(brought, question);
        },
      },
    );
    setAttribute(source, 'hidden', true);
    fill(result, preview.element);
    preview.heading.focus();
    context.announce(`Файл прочитан: ${counted(reading.rows.length, WORDS.school)}.`);
  }

  async function write(
    preview: CokPreview,
    request: CokWire & { fileName: string; remember: Remember; warnings: number; who: string },
  ): Promise<void> {
    if (busy) return;
    busy = true;
    preview.writing();
    context.announce('Записываем числа УБ ЦОК.');
    const reply = await context.server.sidebarImportCok(request);
    busy = false;
    context.book.forget();
    if (reply.ok) finish(reply.value);
    else preview.failed(sentenceFor(reply.issue));
  }

  function finish(outcome: CokOutcome): void {
    const heading = focusHeading('h2', 'Записано');
    const facts = element('dl', { class: 'facts' });
    const lines: readonly (readonly [string, number])[] = [
      ['Заполнены впервые', outcome.filled],
      ['Изменены', outcome.updated],
      ['Без изменений', outcome.unchanged],
      ['Нет в файле, числа остались', outcome.kept],
    ];
    for (const [title, count] of lines) {
      facts.append(element('dt', {}, title), element('dd', {}, formatCount(count)));
    }
    const said = `УБ ЦОК: ${counted(outcome.schools, WORDS.school)}, данные на ${formatDate(outcome.date)}.`;
    fill(
      result,
      heading,
      element('p', { class: 'notice success' }, said),
      facts,
      lostAnswers(outcome),
      element(
        'div',
        { class: 'row even' },
        button('Тексты школам', () => context.open('texts'), { primary: true }),
        button('Ещё файл', another),
      ),
    );
    heading.focus();
    context.announce(`Записано. ${said}`);
  }

  async function prepare(): Promise<void> {
    if (busy) return;
    busy = true;
    fill(result, element('p', { class: 'quiet' }, 'Готовим лист «УБ ЦОК»…'));
    const reply = await context.server.sidebarPrepareCok();
    busy = false;
    const said = reply.ok
      ? 'Лист «УБ ЦОК» открыт, в нём есть строка для каждой школы. Впишите числа людей и дату: «Школы» пересчитаются сразу.'
      : sentenceFor(reply.issue);
    fill(result, element('p', { class: reply.ok ? 'notice success' : 'notice error', role: 'status' }, said));
    context.announce(said);
  }

  function another(): void {
    if (busy) return;
    turn = {};
    fill(result);
    setAttribute(source, 'hidden', false);
    source.querySelector('input')?.focus();
  }

  return { element: view, shown: () => undefined };
}

/** What reads files is unpacked when there is one to read. */
function reading(): Promise<typeof import('../../import/cok/read.ts')> {
  return import('../../import/cok/read.ts');
}
