import type { BookState } from '../../server/contract.ts';
import { button, element, fill, viewTitle } from '../dom.ts';
import { sentenceFor } from '../failure.ts';
import { firstSteps } from '../first-steps.ts';
import { createSampleRemoval } from '../sample/removal.ts';
import type { View, ViewContext } from '../view.ts';

/** «Первые шаги»: what an empty book needs, and the example, put in and taken out. */
export function createStartView(context: ViewContext): View {
  const body = element('div', { class: 'stack' });

  async function load(): Promise<void> {
    if (body.childElementCount === 0) fill(body, element('p', { class: 'quiet' }, 'Читаем книгу…'));
    const reply = await context.book.read();
    if (reply.ok) draw(reply.value);
    else {
      fill(
        body,
        element('p', { class: 'notice error', role: 'alert' }, sentenceFor(reply.issue)),
        element(
          'div',
          {},
          button('Повторить', () => void load(), { primary: true }),
        ),
      );
    }
  }

  function draw(book: BookState): void {
    if (book.sample) {
      fill(
        body,
        element('h2', { tabindex: -1 }, 'В книге пример'),
        element(
          'p',
          {},
          'Посмотрите листы «Сводка» и «Школы», «Тексты» и «Чек-листы» в этой панели. Перед настоящим отчётом пример нужно убрать: выдуманные школы не смешиваются с настоящими.',
        ),
        createSampleRemoval(context, () => context.open('start')),
      );
    } else if (book.rows.length === 0) fill(body, firstSteps(context, book));
    else {
      fill(
        body,
        element(
          'p',
          { class: 'notice' },
          'В книге уже есть данные, поэтому пример в неё не записывается. Чтобы посмотреть его, создайте новую таблицу.',
        ),
        element(
          'div',
          { class: 'row even' },
          button('Импорт статистики', () => context.open('import'), { primary: true }),
          button('Тексты школам', () => context.open('texts')),
        ),
      );
    }
  }

  return {
    element: element('div', { class: 'stack' }, viewTitle('Первые шаги'), body),
    shown: () => void load(),
  };
}
