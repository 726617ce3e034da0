import type { CopiedText } from '../../../server/contract-texts.ts';
import { button, element } from '../../dom.ts';
import type { Copying } from './copy.ts';

/** One message that goes out whole, and the schools whose text it holds. */
export interface Part {
  readonly text: string;
  readonly texts: readonly CopiedText[];
}

/** Messages one below the other, each with its copy button. */
export function partList(parts: readonly Part[], title: string, copying: Copying): HTMLElement {
  return element(
    'div',
    { class: 'stack' },
    ...parts.map((part, index) => partItem(part, index, parts.length, title, copying)),
  );
}

function partItem(
  { text, texts }: Part,
  index: number,
  count: number,
  title: string,
  copying: Copying,
): HTMLElement {
  const id = `text-part-${index}`;
  const label = count === 1 ? title : `${title}: часть ${index + 1} из ${count}`;
  const area = readOnlyArea(id, text);
  const line = element('p', { class: 'quiet small' });
  const copy = button('Скопировать', () => void copying.copy(area, texts, line), {
    attributes: { class: 'button narrow', 'aria-label': `Скопировать: ${label}` },
  });
  return element(
    'div',
    { class: 'stack tight' },
    element('label', { class: 'label', for: id }, label),
    area,
    element('div', { class: 'row between' }, line, copy),
  );
}

export function readOnlyArea(id: string, text: string): HTMLTextAreaElement {
  const area = element('textarea', { id, class: 'field', readonly: true, rows: rowsFor(text) });
  area.value = text;
  return area;
}

/** Lines that the text takes at the sidebar's width, so that it is seen whole where it is short. */
function rowsFor(text: string): number {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 36)), 0);
  return Math.min(40, Math.max(6, lines));
}
