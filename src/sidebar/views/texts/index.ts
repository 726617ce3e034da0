import type { BookState } from '../../../server/contract.ts';
import { counted, formatDate } from '../../../text/numbers.ts';
import { WORDS } from '../../../text/plurals.ts';
import { button, element, fill, refill, setAttribute, viewTitle } from '../../dom.ts';
import { emptyBook } from '../../empty-book.ts';
import { failureNotice } from '../../failure-notice.ts';
import { type Findable, findablesOf } from '../../findable.ts';
import { lookAgainOnReturn } from '../../look-again.ts';
import { notLoaded } from '../../not-loaded.ts';
import { pageDrawn } from '../../page-drawn.ts';
import { createPicker, type Picker } from '../../picker.ts';
import type { View, ViewContext } from '../../view.ts';
import { KINDS, type Kind } from './kinds.ts';
import type { CreateWriting, Writing } from './writing.ts';

const KIND_ID = 'text-kind';

/** «Тексты школам»: what is to be written is picked, looked at and copied. */
export function createTextsView(context: ViewContext): View {
  const body = element('div', { class: 'stack' });
  const view = element('div', { class: 'stack' }, viewTitle('Тексты школам'), body);
  let drawn: BookState | null = null;
  /** Last read, and the same as what is drawn. */
  let seen: BookState | null = null;
  let asked = 0;
  let kind: Kind = 'one';
  let create: CreateWriting | null = null;
  let unpacking: Promise<CreateWriting | null> | null = null;
  let writing: Writing | null = null;
  let drawnPicker: Picker<Findable> | null = null;

  async function load(fresh: boolean): Promise<void> {
    asked += 1;
    const asking = asked;
    if (drawn === null) fill(body, element('p', { class: 'quiet' }, 'Читаем книгу…'));
    // While the book is read.
    unpacking ??= pageDrawn()
      .then(() => import('./writing.ts'))
      .then(
        ({ createWriting }) => createWriting,
        () => null,
      );
    const reply = await (fresh ? context.book.refresh() : context.book.read());
    // Only the last question counts.
    if (asking !== asked) return;
    if (!reply.ok) {
      drawn = null;
      fill(
        body,
        failureNotice(reply.issue),
        element(
          'div',
          {},
          button('Повторить', () => void load(true), { primary: true }),
        ),
      );
      return;
    }
    if (reply.value === seen) writing?.reveal();
    else take(reply.value);
  }

  function take(book: BookState): void {
    drawn = book;
    seen = book;
    if (book.rows.length === 0) fill(body, ...emptyBook(context, 'готовые тексты'));
    else draw(book);
  }

  /** A text of numbers that the book has no more would mislead a school; a failed look changes nothing. */
  async function look(): Promise<void> {
    const before = drawn;
    const reply = await context.book.refresh();
    if (drawn !== before || !reply.ok) return;
    if (JSON.stringify(reply.value) === JSON.stringify(before)) seen = reply.value;
    else {
      take(reply.value);
      context.announce('Книга изменилась: тексты написаны заново.');
    }
  }

  /** The fields come first: what writes and judges is unpacked while a school is looked for. */
  function draw(book: BookState): void {
    const head = element('p', { class: 'quiet small' }, headline(book));
    const notices = element('div', { class: 'stack', hidden: true });
    const field = element('div');
    const place = element('div', { class: 'stack' }, element('p', { class: 'quiet' }, 'Пишем тексты…'));
    const picker = createPicker(findablesOf(book), (school) => {
      context.chosen.schoolId = school.record.orgId;
      picker.show(school);
      writing?.pick(school.record.orgId);
    });
    const pickKind = element('select', { id: KIND_ID, class: 'field' });
    for (const [key, title] of KINDS) {
      pickKind.append(element('option', { value: key, selected: key === kind }, title));
    }
    const show = (): void => {
      fill(field, kind === 'one' ? picker.element : null);
      setAttribute(field, 'hidden', kind !== 'one');
      writing?.show(kind);
    };
    pickKind.addEventListener('change', () => {
      kind = KINDS.find(([key]) => key === pickKind.value)?.[0] ?? 'one';
      show();
    });
    const begin = (create: CreateWriting): void => {
      writing = create(context, book, picker, () => drawn === book);
      head.textContent = headline(book, writing.lagging);
      fill(notices, ...writing.notices);
      setAttribute(notices, 'hidden', writing.notices.length === 0);
      fill(place, writing.element);
      writing.show(kind);
    };

    writing = null;
    show();
    const typed = drawnPicker?.typed() ?? null;
    drawnPicker = picker;
    refill(
      body,
      element(
        'div',
        { class: 'row between' },
        head,
        button('Обновить', () => void load(true), { attributes: { class: 'button plain' } }),
      ),
      notices,
      element('div', {}, element('label', { class: 'label', for: KIND_ID }, 'Что написать'), pickKind),
      field,
      place,
    );
    if (typed !== null) picker.goOn(typed);
    if (create !== null) begin(create);
    else void beginLater();

    async function beginLater(): Promise<void> {
      await pageDrawn();
      create = await unpacking;
      if (drawn !== book) return;
      if (create === null) fill(place, notLoaded());
      else begin(create);
    }
  }

  lookAgainOnReturn({ wanted: () => view.isConnected && drawn !== null, look: () => void look() });

  return { element: view, shown: () => void load(false) };
}

function headline({ date, rows }: BookState, lagging = 0): string {
  const on = date === null ? '' : `, данные на ${formatDate(date)}`;
  const behind = lagging === 0 ? '' : `; отстают: ${lagging}`;
  return `${counted(rows.length, WORDS.school)}${on}${behind}`;
}
