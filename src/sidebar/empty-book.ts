import { button, element } from './dom.ts';
import type { ViewContext } from './view.ts';

/** What a view shows where the book holds no school. @param promised what will stand here then */
export function emptyBook(context: ViewContext, promised: string): HTMLElement[] {
  return [
    element(
      'p',
      { class: 'notice' },
      `В книге ещё нет школ. Сначала импортируйте статистику: после этого здесь появятся ${promised}.`,
    ),
    element(
      'div',
      {},
      button('Импорт статистики', () => context.open('import'), { primary: true }),
    ),
  ];
}
