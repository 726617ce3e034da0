import { formatCount } from '../text/numbers.ts';
import { element, fill, setAttribute } from './dom.ts';
import { type Findable, searchSchools } from './findable.ts';

/** Schools listed at once; a longer list asks for a longer query. */
export const OPTIONS_SHOWN = 50;

export interface Picker<T> {
  readonly element: HTMLElement;
  /** Puts the name of a school chosen elsewhere into the field; what somebody types there stays. */
  show(school: T): void;
  /** What is being typed; null while nobody looks for a school. */
  typed(): string | null;
  /** Goes on with what was being typed in the picker that stood here. */
  goOn(query: string): void;
}

/** Id of the field on the page, and its label. */
export interface PickerField {
  readonly id: string;
  readonly label: string;
}

const USUAL_FIELD: PickerField = { id: 'school', label: 'Школа' };

/** A combobox over the schools: type, go with the arrows, take with Enter, leave with Escape. */
export function createPicker<T extends Findable>(
  schools: readonly T[],
  choose: (school: T) => void,
  { id, label }: PickerField = USUAL_FIELD,
): Picker<T> {
  const listId = `${id}-options`;
  const field = element('input', {
    id,
    class: 'field',
    type: 'text',
    role: 'combobox',
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': listId,
    placeholder: 'Номер, ID или часть названия',
  });
  const list = element('ul', { id: listId, role: 'listbox', 'aria-label': 'Школы' });
  const remark = element('p', { class: 'remark quiet small' });
  const panel = element('div', { class: 'options', hidden: true }, list, remark);
  const count = element('p', { class: 'visually-hidden', role: 'status' });
  let found: readonly T[] = [];
  let marked = -1;
  let shownName = '';

  function open(query: string): void {
    const result = searchSchools(schools, query, OPTIONS_SHOWN);
    found = result.schools;
    fill(list, ...found.map(option));
    setAttribute(list, 'hidden', found.length === 0);
    remark.textContent = remarkOn(result.total);
    setAttribute(remark, 'hidden', remark.textContent === '');
    count.textContent = `Найдено: ${formatCount(result.total)}`;
    setAttribute(panel, 'hidden', false);
    setAttribute(field, 'aria-expanded', 'true');
    mark(query.trim() === '' || found.length === 0 ? -1 : 0);
  }

  function close(): void {
    setAttribute(panel, 'hidden', true);
    count.textContent = '';
    setAttribute(field, 'aria-expanded', 'false');
    mark(-1);
  }

  function mark(index: number): void {
    list.children[marked]?.setAttribute('aria-selected', 'false');
    marked = index;
    const option = index < 0 ? undefined : list.children[index];
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest' });
    setAttribute(field, 'aria-activedescendant', option?.id ?? null);
  }

  function option(school: T, index: number): HTMLElement {
    const { shortName, orgId, municipality } = school.record;
    const item = element(
      'li',
      { id: `${listId}-${index}`, class: 'option', role: 'option', 'aria-selected': 'false' },
      element('span', {}, shortName),
      element(
        'span',
        { class: 'quiet small' },
        `ID ${orgId}${municipality === '' ? '' : ` · ${municipality}`}`,
      ),
    );
    // The field must keep the focus: `mousedown` would take it away and close the list.
    item.addEventListener('mousedown', (event) => event.preventDefault());
    item.addEventListener('click', () => take(school));
    return item;
  }

  function take(school: T): void {
    close();
    choose(school);
  }

  function isOpen(): boolean {
    return !panel.hidden;
  }

  field.addEventListener('input', () => open(field.value));
  field.addEventListener('focus', () => field.select());
  field.addEventListener('click', () => {
    if (!isOpen()) open('');
  });
  field.addEventListener('blur', () => {
    close();
    field.value = shownName;
  });
  field.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!isOpen()) open(field.value === shownName ? '' : field.value);
      else if (found.length > 0) {
        const by = event.key === 'ArrowDown' ? 1 : -1;
        mark(marked < 0 && by < 0 ? found.length - 1 : (marked + by + found.length) % found.length);
      }
    } else if (event.key === 'Enter') {
      const school = found[marked];
      if (isOpen() && school !== undefined) {
        event.preventDefault();
        take(school);
      }
    } else if (event.key === 'Escape' && isOpen()) {
      event.preventDefault();
      close();
      field.value = shownName;
    }
  });

  return {
    element: element(
      'div',
      { class: 'picker' },
      element('label', { class: 'label', for: id }, label),
      field,
      panel,
      count,
    ),
    show: (school) => {
      shownName = school.record.shortName;
      if (!isOpen()) field.value = shownName;
    },
    typed: () => (isOpen() ? field.value : null),
    goOn: (query) => {
      field.value = query;
      open(query);
    },
  };
}

function remarkOn(total: number): string {
  if (total === 0) return 'Ничего не найдено';
  if (total <= OPTIONS_SHOWN) return '';
  return `Показаны первые ${OPTIONS_SHOWN} из ${formatCount(total)}: уточните запрос`;
}
