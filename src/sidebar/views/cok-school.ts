import { NOT_OURS } from '../../import/cok/alias.ts';
import type { CokFileRow } from '../../import/cok/read.ts';
import { rowTitle } from '../../import/cok/resolve.ts';
import { element } from '../dom.ts';
import type { Findable } from '../findable.ts';
import { createPicker } from '../picker.ts';

/** Answer for a row that is left out this time, and asked about again. */
export const SKIP = 'skip';
const OTHER = 'other';

/** What a person says about rows of the file: an id, `NOT_OURS` or `SKIP`; nothing where undecided. */
export type Answers = Map<CokFileRow, string>;

/** The school of one row of the file: a candidate, any other school of the book, or none. */
export function schoolQuestion(
  row: CokFileRow,
  candidates: readonly string[],
  schools: ReadonlyMap<string, Findable>,
  answers: Answers,
  changed: () => void,
): HTMLElement {
  const id = `cok-row-${row.line}`;
  const list = element('select', { id, class: 'field' });
  const root = element('div', { class: 'stack tight' }, element('label', { for: id }, titleOf(row)), list);
  const offered = new Set(candidates);
  let picker: HTMLElement | null = null;

  function offer(): void {
    const answer = answers.get(row) ?? '';
    const option = (value: string, text: string): HTMLElement => element('option', { value }, text);
    list.replaceChildren(
      ...(candidates.length > 0 && answer !== ''
        ? []
        : [option('', candidates.length > 0 ? 'выберите школу' : 'не узнана: не записывать')]),
      ...[...offered].map((school) => option(school, schools.get(school)?.record.shortName ?? school)),
      option(OTHER, 'другая школа книги…'),
      option(NOT_OURS, 'не наша школа: больше не спрашивать'),
      ...(candidates.length > 0 ? [option(SKIP, 'не записывать в этот раз')] : []),
    );
    list.value = answer;
  }

  function take(value: string): void {
    picker?.remove();
    picker = null;
    if (value === OTHER) {
      answers.delete(row);
      picker = createPicker(
        [...schools.values()],
        (school) => {
          offered.add(school.record.orgId);
          take(school.record.orgId);
          list.focus();
        },
        { id: `${id}-search`, label: 'Найти школу книги' },
      ).element;
      root.append(picker);
      picker.querySelector('input')?.focus();
    } else {
      if (value === '') answers.delete(row);
      else answers.set(row, value);
      offer();
    }
    changed();
  }

  list.addEventListener('change', () => take(list.value));
  offer();
  return root;
}

function titleOf(row: CokFileRow): string {
  return `${rowTitle(row)} (строка ${row.line})`;
}
