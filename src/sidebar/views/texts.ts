import type { BookState } from '../../server/contract.ts';
import { counted, formatDate } from '../../text/numbers.ts';
import { WORDS } from '../../text/plurals.ts';
import { button, element, fill, viewTitle } from '../dom.ts';
import { sentenceFor } from '../failure.ts';
import { issueList } from '../issue-list.ts';
import { createPicker } from '../picker.ts';
import { type School, schoolsOf } from '../schools.ts';
import type { View, ViewContext } from '../view.ts';
import { createCopyFoot } from './copy-foot.ts';
import { schoolCard } from './school-card.ts';

const NOBODY_LAGS = 'Отстающих школ нет: цели достигнуты везде, где есть данные.';

/** «Тексты школам»: a school is found, its numbers shown, its text copied. */
export function createTextsView(context: ViewContext): View {
  const body = element('div', { class: 'stack' });
  const view = element('div', { class: 'stack' }, viewTitle('Тексты школам'), body);
  let drawn: BookState | null = null;
  let asked = 0;
  /** Kept over a new reading of the book. */
  let chosenId: string | null = null;

  async function load(fresh: boolean): Promise<void> {
    asked += 1;
    const asking = asked;
    if (drawn === null) fill(body, element('p', { class: 'quiet' }, 'Читаем книгу…'));
    const reply = await (fresh ? context.book.refresh() : context.book.read());
    // Only the last question counts.
    if (asking !== asked) return;
    if (!reply.ok) {
      drawn = null;
      fill(
        body,
        element('p', { class: 'notice error', role: 'alert' }, sentenceFor(reply.issue)),
        element(
          'div',
          {},
          button('Повторить', () => void load(true), { primary: true }),
        ),
      );
      return;
    }
    if (reply.value === drawn) return;
    drawn = reply.value;
    if (drawn.rows.length === 0) fill(body, ...emptyBook(context));
    else draw(drawn);
  }

  function draw(book: BookState): void {
    const schools = schoolsOf(book);
    const lagging = schools.filter((school) => school.lagging);
    const place = element('section', { class: 'stack', 'aria-label': 'Школа' });
    const copy = createCopyFoot(context, lagging.length === 0 ? null : step);
    let chosen: School | null = null;

    function choose(school: School, focus: boolean): void {
      chosen = school;
      chosenId = school.record.orgId;
      const card = schoolCard(school, book);
      fill(place, card.element);
      picker.show(school);
      copy.show(card.area, positionWords(lagging, school));
      if (focus) card.heading.focus();
    }

    function step(by: 1 | -1): void {
      const next = neighbour(schools, chosen, by);
      if (next === null) return;
      choose(next, false);
      window.scrollTo(0, 0);
      context.announce(`${next.record.shortName}. ${positionWords(lagging, next)}`);
    }

    const picker = createPicker(schools, (school) => choose(school, true));
    fill(
      body,
      element(
        'div',
        { class: 'row between' },
        element('p', { class: 'quiet small' }, headline(book, schools)),
        button('Обновить', () => void load(true), { attributes: { class: 'button plain' } }),
      ),
      ...issueList(book.issues),
      picker.element,
      lagging.length > 0 ? null : element('p', { class: 'notice success' }, NOBODY_LAGS),
      place,
      copy.element,
    );
    const kept = schools.find((school) => school.record.orgId === chosenId);
    const first = kept ?? lagging[0] ?? schools[0];
    if (first !== undefined) choose(first, false);
  }

  return { element: view, shown: () => void load(false) };
}

function headline(book: BookState, schools: readonly School[]): string {
  const date = book.date === null ? '' : `, данные на ${formatDate(book.date)}`;
  return `${counted(schools.length, WORDS.school)}${date}`;
}

function emptyBook(context: ViewContext): HTMLElement[] {
  return [
    element(
      'p',
      { class: 'notice' },
      'В книге ещё нет школ. Сначала импортируйте статистику: после этого здесь появятся готовые тексты.',
    ),
    element(
      'div',
      {},
      button('Импорт статистики', () => context.open('import'), { primary: true }),
    ),
  ];
}

/** «Отстающая 3 из 41», or how many there are when the school is not one of them. */
function positionWords(lagging: readonly School[], school: School): string {
  const place = lagging.indexOf(school);
  return place < 0 ? `Отстающих: ${lagging.length}` : `Отстающая ${place + 1} из ${lagging.length}`;
}

/** The nearest lagging school after (or before) the chosen one in the book's order, going round. */
function neighbour(schools: readonly School[], chosen: School | null, by: 1 | -1): School | null {
  const start = chosen === null ? -1 : schools.indexOf(chosen);
  for (let distance = 1; distance <= schools.length; distance += 1) {
    const index = (start + by * distance + schools.length * 2) % schools.length;
    const candidate = schools[index];
    if (candidate?.lagging === true) return candidate;
  }
  return null;
}
