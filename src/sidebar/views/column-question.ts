import {
  type ChoiceFault,
  type ColumnChoice,
  type ColumnQuestion,
  choiceFaults,
  type OfferedColumn,
  type WantedField,
} from '../../import/column-choice.ts';
import { formatCount } from '../../text/numbers.ts';
import { quote } from '../../text/quote.ts';
import { button, element, fill, focusHeading, setAttribute } from '../dom.ts';

export interface ColumnQuestionHandlers {
  answer(choice: ColumnChoice): void;
  another(): void;
}

/** The question which column of a file is which; the part of a view between a file and its preview. */
export interface ColumnQuestionPart {
  readonly element: HTMLElement;
  readonly heading: HTMLElement;
}

const HEADING_SHOWN = 60;

interface FieldPart {
  readonly field: WantedField;
  readonly element: HTMLElement;
  readonly select: HTMLSelectElement;
  /** Shows what is wrong; null takes it away. */
  complain(sentence: string | null): void;
}

/**
 * Asks once for files of one kind which column is which. Fields whose column is known already are
 * folded away; every one can be changed.
 */
export function createColumnQuestion(
  fileName: string,
  question: ColumnQuestion,
  handlers: ColumnQuestionHandlers,
): ColumnQuestionPart {
  const heading = focusHeading('h2', 'Укажите столбцы');
  const parts = question.fields.map((field) => fieldPart(field, question));
  const known = parts.filter(({ field }) => question.proposed[field.key] !== undefined);
  const asked = parts.filter((part) => !known.includes(part));
  const folded = element(
    'details',
    { class: 'plain', open: asked.length === 0 },
    element(
      'summary',
      { class: 'line' },
      element('span', {}, 'Узнаны по заголовкам'),
      element('span', { class: 'count' }, formatCount(known.length)),
    ),
    element('div', { class: 'stack' }, ...known.map((part) => part.element)),
  );
  const summary = element('p', { class: 'notice error', role: 'alert', hidden: true });
  const answer = button('Прочитать файл', send, { primary: true });
  const root = element(
    'div',
    { class: 'stack' },
    element('div', {}, heading, element('p', { class: 'quiet small' }, fileName)),
    element(
      'p',
      {},
      'Заголовки этого файла незнакомы. Выберите, какой столбец что содержит: для файлов с такими ' +
        'заголовками вопрос больше не появится. Если нужного столбца нет, скачайте таблицу целиком.',
    ),
    ...asked.map((part) => part.element),
    known.length > 0 ? folded : null,
    element(
      'div',
      { class: 'foot stack tight' },
      summary,
      element('div', { class: 'row even' }, answer, button('Другой файл', handlers.another)),
    ),
  );

  function send(): void {
    const choice: Record<string, number> = {};
    for (const { field, select } of parts) if (select.value !== '') choice[field.key] = Number(select.value);
    const faults = choiceFaults(question.fields, choice);
    for (const part of parts) {
      const fault = faults.find(({ field }) => field === part.field);
      part.complain(fault === undefined ? null : faultSentence(fault));
    }
    setAttribute(summary, 'hidden', faults.length === 0);
    if (faults.length === 0) {
      handlers.answer(choice);
      return;
    }
    fill(summary, `Исправьте отмеченное: ${formatCount(faults.length)}.`);
    if (known.some(({ field }) => faults.some((fault) => fault.field === field))) folded.open = true;
    parts.find(({ field }) => field === faults[0]?.field)?.select.focus();
  }

  return { element: root, heading };
}

function fieldPart(field: WantedField, question: ColumnQuestion): FieldPart {
  const id = `column-${field.key}`;
  const select = element('select', { id, class: 'field', 'aria-describedby': `${id}-about` });
  select.append(element('option', { value: '' }, field.required ? 'выберите столбец' : 'нет в файле'));
  for (const column of question.columns) {
    select.append(element('option', { value: column.position }, optionText(column)));
  }
  select.value = String(question.proposed[field.key] ?? '');
  const about = element('p', { id: `${id}-about`, class: 'quiet small' });
  const describe = (): void => {
    const column = question.columns.find(({ position }) => String(position) === select.value);
    fill(about, column === undefined ? field.hint : samplesText(column));
  };
  select.addEventListener('change', describe);
  describe();
  const error = element('p', { id: `${id}-error`, class: 'fault small', hidden: true });
  return {
    field,
    select,
    element: element(
      'div',
      { class: 'stack tight' },
      element('label', { for: id, class: 'label' }, field.title),
      select,
      about,
      error,
    ),
    complain: (sentence) => {
      setAttribute(select, 'aria-invalid', sentence === null ? null : 'true');
      setAttribute(select, 'aria-describedby', sentence === null ? `${id}-about` : `${id}-about ${id}-error`);
      setAttribute(error, 'hidden', sentence === null);
      fill(error, sentence);
    },
  };
}

/** Columns are told by their number: headings may be blank or alike. */
function optionText({ position, heading }: OfferedColumn): string {
  const shown = heading.length > HEADING_SHOWN ? `${heading.slice(0, HEADING_SHOWN - 1)}…` : heading;
  return `${position + 1}. ${shown === '' ? 'без заголовка' : shown}`;
}

function samplesText({ samples }: OfferedColumn): string {
  return samples.length === 0 ? 'В столбце пусто' : `В столбце: ${samples.map(quote).join(', ')}`;
}

function faultSentence(fault: ChoiceFault): string {
  return fault.kind === 'missing'
    ? 'Столбец не выбран, а без него файл не прочитать.'
    : `Этот столбец уже выбран для ${quote(fault.other.title)}: выберите другой.`;
}

/** What a choice is about, as people read it in «Настройки». */
export function choiceTitle({ columns }: ColumnQuestion): string {
  const headings = columns.map(({ heading }) => heading).filter((heading) => heading !== '');
  return `Импорт: столбцы файлов с заголовками ${headings.map(quote).join(', ')}`.slice(0, 300);
}
