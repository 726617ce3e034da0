import { type Issue, severityOf } from '../../domain/issues.ts';
import { recordToRow, type StatisticsRow } from '../../domain/record.ts';
import type { DayMonthOrder } from '../../import/dates.ts';
import {
  type ReadingOptions,
  readStatisticsFile,
  readStatisticsText,
  type StatisticsReading,
} from '../../import/read.ts';
import type { ImportOutcome } from '../../server/contract.ts';
import { counted, formatCount, formatDate } from '../../text/numbers.ts';
import { ACCUSATIVE_WORDS, WORDS } from '../../text/plurals.ts';
import { button, element, fill, focusHeading, setAttribute, viewTitle } from '../dom.ts';
import { sentenceFor } from '../failure.ts';
import { issueList } from '../issue-list.ts';
import type { View, ViewContext } from '../view.ts';
import { dateQuestion } from './date-question.ts';
import { createPreview, type Preview } from './import-preview.ts';
import { catchSource, createSource } from './import-source.ts';

const PASTED_NAME = 'таблица из буфера';

/** Where the import stands. A file can be taken in every stage but `writing`. */
type Stage =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'preview'; readonly draft: Draft }
  | { readonly kind: 'writing'; readonly draft: Draft };

/** Reads what the user brought, as often as it takes. */
type Read = (options: ReadingOptions) => Promise<StatisticsReading>;

/** A file that may be written. */
interface Draft {
  readonly fileName: string;
  readonly rows: readonly StatisticsRow[];
  readonly preview: Preview;
}

/** «Импорт статистики»: a file is read and checked here, shown, and sent to the book on request. */
export function createImportView(context: ViewContext): View {
  const source = element('section', { 'aria-label': 'Файл статистики' });
  const result = element('section', { class: 'stack', 'aria-label': 'Проверка и запись' });
  const view = element('div', { class: 'stack loose' }, viewTitle('Импорт статистики'), source, result);
  let stage: Stage = { kind: 'choosing' };

  const handlers = {
    file: (file: File) => {
      void take(file.name, async (options) =>
        readStatisticsFile(new Uint8Array(await file.arrayBuffer()), file.name, options),
      );
    },
    text: (text: string) => {
      void take(PASTED_NAME, async (options) => readStatisticsText(text, options));
    },
  };
  source.append(createSource(handlers));
  catchSource(document, () => view.isConnected && stage.kind !== 'writing', handlers);

  async function take(fileName: string, read: Read, options: ReadingOptions = {}): Promise<void> {
    if (stage.kind === 'writing') return;
    const reading: Stage = { kind: 'reading' };
    stage = reading;
    fill(result, element('p', { class: 'quiet' }, `Читаем: ${fileName}…`));
    await pageDrawn();
    const outcome = await attempt(() => read(options));
    // Another file was taken in the meantime: its reading is the one that counts.
    if (stage !== reading) return;
    const issues = 'issue' in outcome ? [outcome.issue] : outcome.issues;
    if ('issue' in outcome || issues.some((issue) => severityOf(issue) === 'error')) {
      const again = (dayMonthOrder: DayMonthOrder): void => void take(fileName, read, { dayMonthOrder });
      refuse(fileName, issues, dateQuestion(issues, again));
    } else {
      propose(fileName, outcome);
    }
  }

  function refuse(fileName: string, issues: readonly Issue[], question: HTMLElement | null): void {
    stage = { kind: 'choosing' };
    setAttribute(source, 'hidden', false);
    const heading = focusHeading('h2', 'Файл не принят');
    fill(
      result,
      element('div', {}, heading, element('p', { class: 'quiet small' }, fileName)),
      element(
        'p',
        { class: 'notice error' },
        'В книге ничего не изменилось. Исправьте файл и выберите его снова.',
      ),
      question,
      ...issueList(issues),
    );
    heading.focus();
    context.announce('Файл не принят, в книге ничего не изменилось.');
  }

  function propose(fileName: string, reading: StatisticsReading): void {
    const rows = reading.records.map(recordToRow);
    const preview = createPreview(fileName, reading, rows, { write, another });
    const draft: Draft = { fileName, rows, preview };
    stage = { kind: 'preview', draft };
    setAttribute(source, 'hidden', true);
    fill(result, preview.element);
    preview.heading.focus();
    const warnings = reading.issues.filter((issue) => severityOf(issue) === 'warning').length;
    context.announce(
      `Файл прочитан: ${counted(rows.length, WORDS.school)}${warnings > 0 ? `, ${counted(warnings, WORDS.remark)}` : ''}.`,
    );
    void compare(draft);
  }

  async function compare(draft: Draft): Promise<void> {
    const reply = await context.book.refresh();
    if (stage.kind !== 'preview' || stage.draft !== draft) return;
    context.announce(draft.preview.compared(reply));
  }

  async function write(): Promise<void> {
    if (stage.kind !== 'preview') return;
    const { draft } = stage;
    const { preview, fileName, rows } = draft;
    stage = { kind: 'writing', draft };
    preview.writing();
    context.announce(`Записываем ${counted(rows.length, ACCUSATIVE_WORDS.school)}.`);
    const reply = await context.server.sidebarImportStatistics({ fileName, rows });
    context.book.forget();
    if (reply.ok) {
      finish(reply.value);
    } else {
      stage = { kind: 'preview', draft };
      preview.failed(sentenceFor(reply.issue));
    }
  }

  function finish(outcome: ImportOutcome): void {
    stage = { kind: 'choosing' };
    const heading = focusHeading('h2', 'Записано');
    fill(result, heading, ...outcomeParts(outcome));
    const next = button('Тексты школам', () => context.open('texts'), { primary: true });
    const more = button('Ещё файл', another);
    result.append(element('div', { class: 'row even' }, next, more));
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

  return { element: view, shown: () => undefined };
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

/** Lets the page show «Читаем…» before the parser takes the thread. */
function pageDrawn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

function outcomeParts({ date, schools, added, updated, unchanged, vanished }: ImportOutcome): HTMLElement[] {
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
      `В книге ${counted(schools, WORDS.school)}, данные на ${formatDate(date)}.`,
    ),
    facts,
  ];
}
