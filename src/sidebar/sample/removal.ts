import type { SampleTrace } from '../../domain/sample-trace.ts';
import { button, element, fill } from '../dom.ts';
import { failureNotice } from '../failure-notice.ts';
import type { ViewContext } from '../view.ts';

const TRACE_WORDS: Readonly<Record<SampleTrace['what'], string>> = {
  cells: 'записи среди наших ячеек',
  columns: 'свои столбцы',
  rows: 'свои строки',
  hand: 'отметки и значения, которые вы изменили',
};

/**
 * «Убрать пример»: one press where people added nothing; else they see what would go, and are asked.
 * @param removed the book is as it was before the example
 */
export function createSampleRemoval(context: ViewContext, removed: () => void): HTMLElement {
  const place = element('div', { class: 'stack tight' });

  function offer(): void {
    fill(
      place,
      element(
        'div',
        {},
        button('Убрать пример', () => void remove(false)),
      ),
    );
  }

  async function remove(confirmed: boolean): Promise<void> {
    fill(place, element('p', { class: 'quiet' }, 'Убираем пример…'));
    const reply = await context.server.sidebarRemoveSample(confirmed);
    context.book.forget();
    if (!reply.ok) {
      offer();
      place.append(failureNotice(reply.issue));
    } else if (reply.value.removed) {
      offer();
      context.announce('Пример убран, книга такая же, как до него.');
      removed();
    } else ask(reply.value.traces);
  }

  function ask(traces: readonly SampleTrace[]): void {
    const question = element(
      'p',
      { tabindex: -1 },
      'В листах примера есть то, что добавили люди. Вместе с примером пропадёт:',
    );
    fill(
      place,
      question,
      element(
        'ul',
        { class: 'sentences' },
        ...traces.map(({ sheet, what }) => element('li', {}, `лист «${sheet}»: ${TRACE_WORDS[what]}`)),
      ),
      element(
        'div',
        { class: 'row even' },
        button('Оставить', offer, { primary: true }),
        button('Всё равно убрать', () => void remove(true)),
      ),
    );
    question.focus();
  }

  offer();
  return place;
}
