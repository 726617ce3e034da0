import type { BookState } from '../server/contract.ts';
import { linksWith } from '../text/links.ts';
import { button, element, fill } from './dom.ts';
import { sentenceFor } from './failure.ts';
import { fillSample } from './sample/fill.ts';
import type { ViewContext } from './view.ts';

/** The three steps that an empty book greets with, and the example. */
export function firstSteps(context: ViewContext, book: BookState): HTMLElement {
  const { statistics } = linksWith(book.links);
  const link = element(
    'a',
    { href: statistics.address, target: '_blank', rel: 'noopener noreferrer' },
    statistics.title,
  );
  return element(
    'section',
    { class: 'stack', 'aria-label': 'Первые шаги' },
    element('h2', { tabindex: -1 }, 'Первые шаги'),
    element(
      'ol',
      { class: 'first-steps' },
      step('Скачайте отчёт', link, ': отберите свой район и одну дату, сохраните как CSV.'),
      step(
        'Загрузите его в книгу',
        'Откройте «Импорт» и выберите файл. До кнопки «Записать» книга не меняется; листы появятся сами.',
      ),
      step(
        'Напишите школам',
        'В «Текстах» для каждой отстающей школы готово сообщение, в «Чек-листах» отмечают, что сделано.',
      ),
    ),
    examplePart(context),
  );
}

function step(title: string, ...text: readonly (Node | string)[]): HTMLElement {
  return element('li', {}, element('strong', {}, title), element('p', { class: 'small' }, ...text));
}

function examplePart(context: ViewContext): HTMLElement {
  const line = element('p', { class: 'quiet small' }, WHAT);
  const start = button('Заполнить примером', () => void fillBook());

  async function fillBook(): Promise<void> {
    start.disabled = true;
    line.textContent = 'Готовим книгу…';
    const issue = await fillSample(context.server, (progress) => {
      line.textContent = progress;
      context.announce(progress);
    });
    context.book.forget();
    start.disabled = false;
    if (issue === null) {
      context.announce('Пример записан.');
      context.open('texts');
      return;
    }
    fill(line, element('span', { class: 'notice error', role: 'alert' }, sentenceFor(issue)));
    void context.book.read();
  }

  return element(
    'div',
    { class: 'stack tight' },
    element('h3', {}, 'Сначала посмотреть'),
    line,
    element('div', {}, start),
  );
}

const WHAT =
  'Пример данных — выдуманный район за две недели: 130 организаций, МАХ и УБ ЦОК. ' +
  'Потом его убирает одна кнопка, книга станет такой же, как была.';
