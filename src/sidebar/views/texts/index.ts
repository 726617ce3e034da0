import type { BookState } from '../../../server/contract.ts';
import { counted, formatDate } from '../../../text/numbers.ts';
import { WORDS } from '../../../text/plurals.ts';
import { button, element, fill, viewTitle } from '../../dom.ts';
import { emptyBook } from '../../empty-book.ts';
import { sentenceFor } from '../../failure.ts';
import { issueList } from '../../issue-list.ts';
import { lookAgainOnReturn } from '../../look-again.ts';
import type { View, ViewContext } from '../../view.ts';
import { createDesk, type Desk } from './desk.ts';
import { createDistrictText } from './district-text.ts';
import { createHeadPage } from './head-page.ts';
import { createOneSchool } from './one-school.ts';
import { ownTexts } from './own-texts.ts';
import type { Pane } from './pane.ts';
import { createSchoolTexts } from './school-texts.ts';
import { rememberedTone, toneField } from './tones.ts';

type Kind = 'one' | 'all' | 'thanks' | 'district' | 'page';

const KINDS: readonly (readonly [kind: Kind, title: string])[] = [
  ['one', 'Текст одной школе'],
  ['all', 'Тексты всем отстающим'],
  ['thanks', 'Благодарности'],
  ['district', 'Сообщение в чат района'],
  ['page', 'Справка для руководителя'],
];

const KIND_ID = 'text-kind';

/** «Тексты школам»: what is to be written is picked, looked at and copied. */
export function createTextsView(context: ViewContext): View {
  const body = element('div', { class: 'stack' });
  const view = element('div', { class: 'stack' }, viewTitle('Тексты школам'), body);
  let drawn: BookState | null = null;
  /** Last read, and the same as what is drawn. */
  let seen: BookState | null = null;
  let asked = 0;
  let pane: Pane | null = null;
  let kind: Kind = 'one';
  let tone = rememberedTone();

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
    if (reply.value === seen) pane?.reveal();
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

  function draw(book: BookState): void {
    const desk = createDesk(book, tone);
    const place = element('div', { class: 'stack' });
    const trouble = element('p', { class: 'quiet small' });
    const pickKind = element('select', { id: KIND_ID, class: 'field' });
    for (const [key, title] of KINDS) {
      pickKind.append(element('option', { value: key, selected: key === kind }, title));
    }
    const show = (): void => {
      pane = paneOf(desk);
      fill(place, pane.element);
    };
    pickKind.addEventListener('change', () => {
      kind = KINDS.find(([key]) => key === pickKind.value)?.[0] ?? 'one';
      show();
    });
    fill(
      body,
      element(
        'div',
        { class: 'row between' },
        element('p', { class: 'quiet small' }, headline(book, desk)),
        button('Обновить', () => void load(true), { attributes: { class: 'button plain' } }),
      ),
      ...issueList(desk.issues),
      element('div', {}, element('label', { class: 'label', for: KIND_ID }, 'Что написать'), pickKind),
      place,
      trouble,
      ownTexts(),
    );
    show();
    void know(desk, trouble);
  }

  /** The texts stand without it: only dates of earlier texts and growth wait for this. */
  async function know(desk: Desk, trouble: HTMLElement): Promise<void> {
    const reply = await context.server.sidebarReadTexts(desk.book.date);
    if (drawn !== desk.book) return;
    if (reply.ok) {
      desk.know(reply.value);
      pane?.known();
    } else trouble.textContent = `Прошлые тексты и рост не прочитаны. ${sentenceFor(reply.issue)}`;
  }

  function paneOf(desk: Desk): Pane {
    const keepTone = (): void => {
      tone = desk.tone();
    };
    switch (kind) {
      case 'one':
        return createOneSchool(context, desk, keepTone);
      case 'all':
        return allLagging(desk, keepTone);
      case 'thanks':
        return createSchoolTexts(context, desk, () => ({
          schools: [...desk.reached(), ...desk.grown()],
          messageTo: desk.thanksTo,
        }));
      case 'district':
        return createDistrictText(context, desk);
      case 'page':
        return createHeadPage(context, desk);
    }
  }

  function allLagging(desk: Desk, keepTone: () => void): Pane {
    const texts = createSchoolTexts(context, desk, () => ({
      schools: desk.lagging,
      messageTo: desk.messageTo,
    }));
    const field = toneField(desk.tone(), (picked) => {
      desk.setTone(picked);
      keepTone();
      texts.reveal();
    });
    return { ...texts, element: element('div', { class: 'stack' }, field, texts.element) };
  }

  lookAgainOnReturn({ wanted: () => view.isConnected && drawn !== null, look: () => void look() });

  return { element: view, shown: () => void load(false) };
}

function headline({ date }: BookState, { schools, lagging }: Desk): string {
  const on = date === null ? '' : `, данные на ${formatDate(date)}`;
  const behind = lagging.length === 0 ? '' : `; отстают: ${lagging.length}`;
  return `${counted(schools.length, WORDS.school)}${on}${behind}`;
}
