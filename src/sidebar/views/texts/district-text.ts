import { districtMessage } from '../../../text/messages/district.ts';
import { splitMessage } from '../../../text/messages/split.ts';
import { element } from '../../dom.ts';
import type { ViewContext } from '../../view.ts';
import { createCopying } from './copy.ts';
import type { Desk } from './desk.ts';
import type { Pane } from './pane.ts';
import { partList } from './parts.ts';

/** The message for the district's chat: the district's numbers, and no school by name. */
export function createDistrictText(context: ViewContext, desk: Desk): Pane {
  const { book, schools, templates } = desk;
  const text = districtMessage(schools, book.targets, book.date ?? '', templates);
  const texts = [{ id: '', school: '', about: 'Чат района' }];
  const copying = createCopying(context, desk, () => undefined);
  return {
    element: element(
      'div',
      { class: 'stack' },
      element('p', { class: 'quiet small' }, 'Отстающие в этом тексте не названы.'),
      partList(
        splitMessage(text).map((part) => ({ text: part, texts })),
        'Текст в чат района',
        copying,
      ),
    ),
    known: () => undefined,
    reveal: () => undefined,
  };
}
