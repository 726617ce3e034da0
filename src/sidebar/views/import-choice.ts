import type { MunicipalityCount, StatisticsReading } from '../../import/read.ts';
import { isTaken, type Selection } from '../../import/selection.ts';
import { formatCount, formatDate } from '../../text/numbers.ts';
import { button, element, fill } from '../dom.ts';

/** What of the file is taken: the report of several, МО. */
export interface ImportChoice {
  readonly element: HTMLElement;
  readonly selection: () => Selection;
  /** Sets the МО to take; those that the file lacks are left out. */
  take(municipalities: readonly string[] | null): void;
}

/** @param changed a person has chosen otherwise */
export function createImportChoice({ summary }: StatisticsReading, changed: () => void): ImportChoice {
  const { municipalities } = summary;
  const boxes = municipalities.map((municipality) => ({ municipality, box: checkbox(municipality, pick) }));
  const taken = element('span', { class: 'count' });
  const report = reportSelect([...summary.dates].sort().reverse(), changed);

  function names(): readonly string[] | null {
    const all = boxes.every(({ box }) => box.checked);
    return all ? null : boxes.filter(({ box }) => box.checked).map(({ municipality }) => municipality.name);
  }

  function count(): void {
    const checked = boxes.filter(({ box }) => box.checked).length;
    const all = checked === boxes.length;
    fill(taken, all ? formatCount(checked) : `${formatCount(checked)} из ${formatCount(boxes.length)}`);
  }

  function pick(): void {
    count();
    changed();
  }

  function checkAll(on: boolean): void {
    for (const { municipality, box } of boxes) box.checked = on || municipality.name === '';
    pick();
  }

  count();
  return {
    element: element(
      'div',
      { class: 'stack tight' },
      report === null ? null : report.element,
      boxes.length > 1 ? folded(boxes, taken, checkAll) : plainList(municipalities),
    ),
    selection: () => ({ municipalities: names(), date: null, older: false, ...report?.answer() }),
    take: (wanted) => {
      for (const { municipality, box } of boxes) box.checked = isTaken(municipality.name, wanted);
      count();
    },
  };
}

interface Box {
  readonly municipality: MunicipalityCount;
  readonly box: HTMLInputElement;
}

/** Schools without МО cannot be told from one's own, so they are always taken. */
function checkbox({ name }: MunicipalityCount, pick: () => void): HTMLInputElement {
  const box = element('input', { type: 'checkbox', disabled: name === '' });
  box.checked = true;
  box.addEventListener('change', pick);
  return box;
}

function folded(boxes: readonly Box[], taken: HTMLElement, checkAll: (on: boolean) => void): HTMLElement {
  const lines = boxes.map(({ municipality: { name, schools }, box }) =>
    element(
      'label',
      { class: 'choice line' },
      element('span', {}, box, ' ', name === '' ? 'МО не указано' : name),
      element('span', { class: 'count' }, formatCount(schools)),
    ),
  );
  return element(
    'details',
    { class: 'plain' },
    element('summary', { class: 'line' }, element('span', {}, 'Районы и округа (МО)'), taken),
    element(
      'fieldset',
      { class: 'choices stack tight' },
      element('legend', { class: 'small quiet' }, 'Из каких МО брать школы; выбор запомнится'),
      ...lines,
      element(
        'div',
        { class: 'row even' },
        button('Отметить все', () => checkAll(true)),
        button('Снять все', () => checkAll(false)),
      ),
    ),
  );
}

function plainList(municipalities: readonly MunicipalityCount[]): HTMLElement {
  const lines = municipalities.map(({ name, schools }) =>
    element(
      'li',
      { class: 'line' },
      element('span', {}, name === '' ? 'МО не указано' : name),
      element('span', { class: 'count' }, formatCount(schools)),
    ),
  );
  return element('ul', { class: 'lines' }, ...lines);
}

/** Answer of the select that takes the last report and puts the others into «История». */
const ALL = 'all';

/** Which of several reports, the last one first; null where the file has one. */
function reportSelect(
  dates: readonly string[],
  changed: () => void,
): { readonly element: HTMLElement; readonly answer: () => Pick<Selection, 'date' | 'older'> } | null {
  const [last] = dates;
  if (last === undefined || dates.length < 2) return null;
  const select = element('select', { id: 'report-date', class: 'field' });
  select.append(element('option', { value: ALL }, `все: на ${formatDate(last)}, прежние — в «Историю»`));
  for (const date of dates) {
    select.append(element('option', { value: date }, `только на ${formatDate(date)}`));
  }
  select.addEventListener('change', changed);
  return {
    element: element(
      'div',
      {},
      element('label', { for: 'report-date', class: 'label' }, 'В файле несколько отчётов. Какой записать?'),
      select,
    ),
    answer: () => (select.value === ALL ? { date: null, older: true } : { date: select.value, older: false }),
  };
}
